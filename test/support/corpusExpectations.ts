import { defaultReaderLimits } from '../../electron/services/killableReader.ts';
import { isJsonObject } from '../../shared/core/json.ts';
import { type FileErrorCode, fileErrorTexts } from '../../shared/messages/fileErrors.ts';
import type { WorkbookGrid } from '../../shared/workbook/grid.ts';
import type { CorpusFile, CorpusOutcome } from './corpus.ts';

type Outcome = FileErrorCode | 'READ';

/** What may become of a file; several where it depends on the machine or where both answers are honest. */
export function expectedOutcomes({ name, why }: CorpusFile): readonly Outcome[] {
  const named = byName.find(([pattern]) => pattern.test(name));
  const kind = named ?? byReason.find(([pattern]) => pattern.test(why));
  return kind?.[1] ?? ['READ'];
}

const byName: readonly (readonly [RegExp, readonly Outcome[]])[] = [
  // Fuzzers' .xls files: those whose streams are whole hold text that LibreOffice shows as well.
  [/POIHSSFFuzzer-5436547081830400|poi-fuzz\.xls/, ['READ']],
  [/POIHSSFFuzzer-4651309315719168/, ['NOT_A_SPREADSHEET']],
  [/oleloop|OOM_alloc3/, ['DAMAGED']],
  // A forged count of cells, which this reader does not believe.
  [/OOM_alloc\.xls/, ['READ']],
  // XML in other encodings hides document types from filters; a row number or a picture's address harms nobody here.
  [/ebcdic|utf7quoteorder|utf8and16|utf8entity/, ['UNSAFE']],
  [/sec-p66w|x5j6|urlImage\.bad/, ['READ']],
  [/simple-encryption-2010|protected_sha512/, ['PASSWORD_NEEDED']],
  [/duplicate-filename|issue252/, ['UNSAFE']],
  [/large-data-formula-chart|row-height-calc-on-import/, ['READ', 'TIMEOUT']],
  [/300000_line_sample/, ['TOO_MANY_ROWS']],
  // The sheets' names lie where the library does not look for them.
  [/^poi__Simple\.xlsb$/, ['DAMAGED']],
  [/\.slk$/, ['OTHER_FORMAT']],
  [/malformed-quotes|badhtml/, ['NOT_A_SPREADSHEET']],
];

const byReason: readonly (readonly [RegExp, readonly Outcome[]])[] = [
  [/fuzzer-made.*broken zip/, ['DAMAGED', 'UNSAFE']],
  [/fuzzer-made/, ['DAMAGED']],
  [/proof-of-concept bomb/, ['BOMB']],
  [/DTD\/entity/, ['UNSAFE']],
  [/password-protected/, ['LEGACY_PASSWORD']],
  [/inflates hugely/, ['BOMB']],
  [/^(Lotus|Quattro|MS Works)/, ['OTHER_FORMAT']],
  [/^dBase/, ['NOT_A_SPREADSHEET']],
];

/** First cells of files in which a reader that is taken in would show others. */
const expectedCells: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'PhpSpreadsheet__x5j6.dontuse': [['test1'], [], ['test3']],
  'PhpSpreadsheet__sec-p66w.dontuse': [[2]],
  'PhpSpreadsheet__contains_html.csv': [['Column A', "<a href=''>Link</a>", 'Column C']],
  'PhpSpreadsheet__encoding.iso88591.csv': [
    ['Å', '1'],
    ['2', '3'],
  ],
  'PhpSpreadsheet__encoding.utf16le.csv': [
    ['Å', '1'],
    ['2', '3'],
  ],
  'PhpSpreadsheet__charset.ISO-8859-1.html4.html': [
    ['À1', 'B1', 'ç1', 'D1'],
    ['Ã2', 'B2', 'C2', 'Ð2'],
  ],
  'poi__poi-fuzz.xls': [['Der große  Überschriften Test']],
  'test_files__sushi.ods': [['🍣']],
  'test_files__sushi.xml': [['🍣']],
  'calamine__has_x000D_inline.xlsx': [['ABC\nDEF']],
  'calamine__covered.ods': [['a1'], ['a2']],
  'ClosedXML__UsingPhonetics.xlsx': [['みんなさんはお元気ですか。']],
};

/** What is wrong with what became of a file; nothing, if all is well. */
export function corpusFaults(outcome: CorpusOutcome): readonly string[] {
  const { file, grid, refusal, milliseconds, peakBytes } = outcome;
  const faults: string[] = [];
  const became = grid === null ? refusal : 'READ';
  const expected = expectedOutcomes(file);
  if (!expected.some((one) => one === became)) faults.push(`became ${became}, not ${expected.join(' or ')}`);
  if (grid !== null) faults.push(...cellFaults(file, grid));
  faults.push(...toldFaults(outcome));
  // A file that the clock ended took all of it, and starting the process takes a moment beside.
  const start = refusal === 'TIMEOUT' ? 5000 : 0;
  if (milliseconds > defaultReaderLimits.milliseconds + start) faults.push(`took ${milliseconds} ms`);
  if (peakBytes > defaultReaderLimits.residentBytes) faults.push(`took ${peakBytes} bytes of memory`);
  return faults;
}

function cellFaults({ name }: CorpusFile, { sheets }: WorkbookGrid): readonly string[] {
  const rows = sheets[0]?.rows ?? [];
  const cells = expectedCells[name];
  const faults: string[] = [];
  if (cells !== undefined && JSON.stringify(rows.slice(0, cells.length)) !== JSON.stringify(cells))
    faults.push(`gave other cells: ${JSON.stringify(rows.slice(0, 4)).slice(0, 200)}`);
  // Each row of these has one day as a date and as a text.
  if (/__19\d\d\./.test(name)) {
    for (const [, date, text] of rows) {
      const day = typeof date === 'object' && date?.kind === 'date' ? date.date : date;
      if (day !== text || typeof text !== 'string') faults.push(`gave ${day} for ${text}`);
    }
  }
  // Where a parser reads on beyond its records, it finds control characters.
  const texts = sheets.flatMap((sheet) => sheet.rows.flat().filter((cell) => typeof cell === 'string'));
  if (texts.some((text) => text.includes('\0') || text.includes('\ufffd')))
    faults.push('gave a text with bytes that are no letters');
  return faults;
}

/** Refusals are one sentence of the catalogue; results are results; nobody sees a program's insides. */
function toldFaults({ exitCode, out, told, grid, refusal }: CorpusOutcome): readonly string[] {
  const faults: string[] = [];
  const insides = /\bat .+:\d+:\d+|\b\w*Error\b:|undefined|\[object|NaN/;
  if (told.some((line) => insides.test(line))) faults.push(`told ${told.join(' | ')}`);
  const result: unknown = JSON.parse(out);
  if (!isJsonObject(result)) return [...faults, 'gave no result'];
  if (exitCode !== 2) return grid === null ? [...faults, `ended with ${exitCode}`] : faults;
  const { error } = result;
  const code = isJsonObject(error) ? error.code : null;
  const expected = grid === null ? refusal : 'WRONG_TEMPLATE';
  if (code !== expected) faults.push(`was refused as ${String(code)} instead of ${expected}`);
  const isKnown = typeof code === 'string' && Object.hasOwn(fileErrorTexts, code);
  if (!isKnown || told.length !== 1 || /[{}]/.test(told.join(''))) faults.push(`told ${told.join(' | ')}`);
  return faults;
}
