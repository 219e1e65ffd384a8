import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../../../shared/workbook/read/crc32.ts';
import { defaultReadLimits } from '../../../../../shared/workbook/read/readWorkbook.ts';
import { readZipDirectory } from '../../../../../shared/workbook/read/zipDirectory.ts';
import { guardZip } from '../../../../../shared/workbook/read/zipGuard.ts';
import { zipOf } from '../../../../support/workbookFiles.ts';

const parts = {
  'xl/workbook.xml': '<a>한글</a>',
  'xl/worksheets/sheet1.xml': `<b>${'x'.repeat(70_000)}</b>`,
  'xl/media/image1.bin': new Uint8Array(40_000).map((_, index) => index * 31),
  'empty.txt': '',
};

describe('the unpacked copy of a checked archive', () => {
  it('holds the same entries, stored, as every reader of zip archives sees them', async () => {
    const packed = zipOf(parts);
    const checked = await guardZip(packed, defaultReadLimits);
    const unpacked = checked.ok ? checked.value.unpacked() : null;
    if (unpacked === null) throw new Error('refused');
    expect(unzipSync(unpacked)).toEqual(unzipSync(packed));
    const entries = readZipDirectory(unpacked, 10);
    if (!entries.ok) throw new Error(entries.error.code);
    expect(entries.value.map(({ name, method }) => ({ name, method }))).toEqual(
      Object.keys(parts).map((name) => ({ name, method: 0 })),
    );
    for (const { crc, dataStart, size } of entries.value) {
      expect(crc32(unpacked.subarray(dataStart, dataStart + size))).toBe(crc);
    }
  });

  it('is checked again with the same result', async () => {
    const first = await guardZip(zipOf(parts), defaultReadLimits);
    const unpacked = first.ok ? first.value.unpacked() : null;
    if (unpacked === null) throw new Error('refused');
    const second = await guardZip(unpacked, defaultReadLimits);
    expect(second.ok && second.value.unpacked()).toEqual(unpacked);
  });
});

describe('an archive with names beyond ASCII', () => {
  it('has no such copy: the parser gets the archive as it is', async () => {
    const checked = await guardZip(zipOf({ ...parts, 'xl/media/그림.bin': 'x' }), defaultReadLimits);
    expect(checked.ok && checked.value.unpacked()).toBeNull();
  });
});

describe('crc32', () => {
  it('is the known check value, and the same in one piece or many', () => {
    const bytes = new TextEncoder().encode('123456789');
    expect(crc32(bytes)).toBe(0xcbf43926);
    for (let cut = 0; cut <= bytes.length; cut++) {
      expect(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut)))).toBe(0xcbf43926);
    }
  });
});
