/** Marks that a test looks for in a file that must have lost them. */
export const cameraMark = 'Fictional Camera 7';

/**
 * Puts what a camera writes behind the start of a JPEG: its own name, a turn by 90 degrees to the right (orientation
 * 6), and a place (GPS 42° 41' north).
 */
export function withCameraData(jpeg: Uint8Array): Uint8Array {
  const tiff = exifBlock();
  const header = Buffer.from([0xff, 0xe1, 0, 0, ...Buffer.from('Exif\0\0', 'latin1')]);
  header.writeUInt16BE(2 + 6 + tiff.length, 2);
  return Buffer.concat([jpeg.subarray(0, 2), header, tiff, jpeg.subarray(2)]);
}

/** What a camera writes about a photo, as a TIFF block. */
export function exifBlock(): Buffer {
  const make = Buffer.from(`${cameraMark}\0`, 'latin1');
  const gpsAt = 8 + 2 + 3 * 12 + 4;
  const makeAt = gpsAt + 2 + 2 * 12 + 4;
  const latitudeAt = makeAt + make.length;
  const block = Buffer.alloc(latitudeAt + 24);
  block.write('II*\0', 0, 'latin1');
  block.writeUInt32LE(8, 4);
  block.writeUInt16LE(3, 8);
  writeEntry(block, 10, { tag: 0x010f, type: 2, count: make.length, value: makeAt });
  writeEntry(block, 22, { tag: 0x0112, type: 3, count: 1, value: 6 });
  writeEntry(block, 34, { tag: 0x8825, type: 4, count: 1, value: gpsAt });
  block.writeUInt16LE(2, gpsAt);
  writeEntry(block, gpsAt + 2, { tag: 1, type: 2, count: 2, value: 'N'.charCodeAt(0) });
  writeEntry(block, gpsAt + 14, { tag: 2, type: 5, count: 3, value: latitudeAt });
  make.copy(block, makeAt);
  for (const [index, number] of [42, 1, 41, 1, 0, 1].entries()) {
    block.writeUInt32LE(number, latitudeAt + index * 4);
  }
  return block;
}

interface Entry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  readonly value: number;
}

function writeEntry(block: Buffer, at: number, { tag, type, count, value }: Entry): void {
  block.writeUInt16LE(tag, at);
  block.writeUInt16LE(type, at + 2);
  block.writeUInt32LE(count, at + 4);
  block.writeUInt32LE(value, at + 8);
}
