/** One table for each of the bytes that are taken in one step ("slicing by 4"). */
const [first, second, third, fourth] = makeTables();

/** CRC-32 as zip uses it (polynomial 0xEDB88320); pass the result of the piece before to go on. */
export function crc32(bytes: Uint8Array, previous = 0): number {
  let crc = ~previous;
  let at = 0;
  for (const whole = bytes.length - 3; at < whole; at += 4) {
    crc ^=
      (bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24);
    crc =
      (fourth[crc & 0xff] ?? 0) ^
      (third[(crc >>> 8) & 0xff] ?? 0) ^
      (second[(crc >>> 16) & 0xff] ?? 0) ^
      (first[crc >>> 24] ?? 0);
  }
  for (; at < bytes.length; at++) crc = (crc >>> 8) ^ (first[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return ~crc >>> 0;
}

function makeTables(): readonly [Int32Array, Int32Array, Int32Array, Int32Array] {
  const one = new Int32Array(256);
  for (let value = 0; value < 256; value++) {
    let crc = value;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    one[value] = crc;
  }
  // Each table is the one before it, moved on by a byte of zeros.
  const next = (table: Int32Array): Int32Array => table.map((crc) => (crc >>> 8) ^ (one[crc & 0xff] ?? 0));
  const two = next(one);
  const three = next(two);
  return [one, two, three, next(three)];
}
