const most = 255;

/** Names of Windows' devices, which with any ending mean the device and no file. */
const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

/**
 * A suggested file name as Windows, macOS and Linux all take it: what people call a center or a file may hold a slash, a
 * colon or a dot at its end. Characters that one of them refuses become `_`, at most 255 UTF-16 units are kept with the
 * ending among them, and nothing at all becomes `file`.
 */
export function portableFileName(name: string): string {
  const clean = [...name]
    .map((char) => (char < ' ' || '/\\:*?"<>|\u007f'.includes(char) ? '_' : char))
    .join('')
    .trim()
    .replace(/[. ]+$/, '');
  const safe = clean === '' ? 'file' : clean.replace(device, '_$&');
  if (safe.length <= most) return safe;
  const ending = /\.[^.]{1,12}$/.exec(safe)?.[0] ?? '';
  return `${safe.slice(0, most - ending.length)}${ending}`.replace(/[. ]+$/, '');
}
