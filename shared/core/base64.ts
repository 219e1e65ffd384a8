const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 (RFC 4648, with padding), for bytes in texts: `shared` has neither Node's nor the browser's own. */
export function bytesToBase64(bytes: Uint8Array): string {
  const groups: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const bits = (a << 16) | (b << 8) | c;
    const group = [18, 12, 6, 0].map((shift) => digits.charAt((bits >> shift) & 63)).join('');
    const rest = bytes.length - at;
    groups.push(rest >= 3 ? group : group.slice(0, rest + 1).padEnd(4, '='));
  }
  return groups.join('');
}

/** Null for a text that is not base64. */
export function base64ToBytes(text: string): Uint8Array | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  for (let at = 0, place = 0; at < text.length; at += 4) {
    let bits = 0;
    for (const digit of text.slice(at, at + 4)) bits = (bits << 6) | Math.max(0, digits.indexOf(digit));
    for (const shift of [16, 8, 0]) {
      if (place < bytes.length) bytes[place] = (bits >> shift) & 255;
      place += 1;
    }
  }
  return bytes;
}
