const longestName = 120;
/** What Windows keeps for devices, whatever ending follows. */
const deviceName = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;

/** Gives each file a path of its own in an archive, as near to the name that people know as all file systems allow. */
export class PathNames {
  private readonly taken = new Set<string>();

  pathOf(folder: string, name: string): string {
    const { stem, ending } = split(safeName(name));
    for (let count = 1; ; count++) {
      const path = `${safeName(folder)}/${count === 1 ? stem : `${stem} (${count})`}${ending}`;
      // File systems of Windows and macOS do not tell capitals from small letters.
      const key = path.toLowerCase();
      if (this.taken.has(key)) continue;
      this.taken.add(key);
      return path;
    }
  }
}

function safeName(name: string): string {
  const plain = [...name.normalize('NFC')]
    .map((sign) => (sign < ' ' || '/\\:*?"<>|\u007f'.includes(sign) ? '_' : sign))
    .join('');
  const { stem, ending } = split(plain);
  // No leading or trailing dot or blank: the one hides a file, the other is dropped by Windows.
  const bare = shortened(stem).replace(/^[.\s]+|[.\s]+$/g, '');
  const usable = bare === '' ? 'file' : deviceName.test(bare) ? `${bare}_` : bare;
  return `${usable}${ending}`;
}

const shortened = (text: string): string => [...text].slice(0, longestName).join('');

function split(name: string): { readonly stem: string; readonly ending: string } {
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? '';
  return { stem: name.slice(0, name.length - ending.length), ending };
}
