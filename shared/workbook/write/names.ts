const maxSheetName = 31;
const maxTableColumn = 255;

/**
 * Sheet names as Excel takes them: at most 31 characters, none of `[ ] : * ? / \`, no apostrophe at either end, not
 * "History" (reserved), unique whatever the case. In the order given; the result has as many names.
 */
export function cleanSheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const clean = name
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(controlCharacters, ' ')
      .trim()
      .replace(/^'+|'+$/g, '')
      .trim();
    const usable = clean === '' ? 'Sheet' : /^history$/i.test(clean) ? `${clean}_` : clean;
    return distinct(usable, maxSheetName, taken);
  });
}

/** Table column names: one line, at most 255 characters, not empty, unique whatever the case. */
export function cleanTableHeaders(texts: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return texts.map((text, index) => {
    const line = text.replace(controlCharacters, ' ').replace(/\s+/g, ' ').trim();
    return distinct(line === '' ? `Column ${index + 1}` : line, maxTableColumn, taken);
  });
}

/** Table names: a letter first, then letters, digits and underscores; nothing that reads as a cell (`AB12`, `R1C1`). */
export function cleanTableName(name: string, taken: Set<string>): string {
  const clean = name.normalize('NFC').replace(/[^\p{L}\p{N}_]/gu, '_');
  const isCell = /^([a-z]{1,3}\d+|r\d*c?\d*|c\d*)$/i.test(clean);
  const usable = /^\p{L}/u.test(clean) && !isCell ? clean : `T_${clean}`;
  return distinct(usable, 200, taken, '_');
}

/** A sheet name as formulas and links write it. */
export function quoteSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** A reference (`Sheet!$A$2:$A$9`, `'My sheet'!A1`) with its sheet replaced by the name that the sheet got. */
export function renameInReference(reference: string, names: ReadonlyMap<string, string>): string {
  const mark = reference.lastIndexOf('!');
  if (mark < 0) return reference;
  const written = reference.slice(0, mark);
  const sheet = /^'.*'$/s.test(written) ? written.slice(1, -1).replaceAll("''", "'") : written;
  return `${quoteSheetName(names.get(sheet) ?? sheet)}${reference.slice(mark)}`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const controlCharacters = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]/g;

function distinct(name: string, length: number, taken: Set<string>, gap = ' '): string {
  for (let count = 1; ; count++) {
    const suffix = count === 1 ? '' : `${gap}${count}`;
    const candidate = cut(name, length - suffix.length) + suffix;
    const key = candidate.toLowerCase();
    if (taken.has(key)) continue;
    taken.add(key);
    return candidate;
  }
}

/** Never cuts a surrogate pair, and leaves no space or apostrophe at the end. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return text
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/[\s']+$/, '');
}
