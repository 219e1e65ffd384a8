import { err, ok, type Result } from '../../core/result.ts';
import type { GridRow, ReadLimits } from '../grid.ts';
import { textToCell, trimRows } from './gridCells.ts';

export type DelimitedError =
  | { readonly code: 'NOT_A_TABLE' | 'TOO_MANY_ROWS' }
  /** Both from 0. */
  | { readonly code: 'TOO_MANY_COLUMNS'; readonly row: number; readonly column: number };

const delimiters = [',', ';', '\t', '|'] as const;
type Delimiter = (typeof delimiters)[number];
const sampleRecords = 200;
/** Longer lines are paragraphs, no entries of a list. */
const longestListEntry = 120;

/**
 * Rows of a CSV (or tab-, semicolon-, bar-separated) text; every cell is text as it stands, so leading zeros stay.
 *
 * What counts as a table, judged on the first 200 records that are not blank:
 * 1. A delimiter for which at least two records exist and nine of ten have the same number of fields, two or more.
 *    Commas that are mostly followed by a space are punctuation of sentences and do not count, unless quotes show
 *    that a program wrote the file or the name says so.
 * 2. If the name ends with .csv, .tsv, .tab or .txt also: one record of two or more fields, or records no longer
 *    than the first of which at least half are as long (people leave trailing fields out).
 * 3. If the name ends with .csv, .tsv or .tab also: a list of one column, at least two lines, none above 120
 *    characters, none ending like a sentence.
 * 4. Source code and data of programs are none, however regular: see isCode.
 * Everything else is prose or another format: NOT_A_TABLE.
 */
export function readDelimitedText(
  text: string,
  name: string,
  { rowsPerSheet, columnsPerSheet }: Pick<ReadLimits, 'rowsPerSheet' | 'columnsPerSheet'>,
): Result<readonly GridRow[], DelimitedError> {
  const stated = /^sep=(.)\r?\n/i.exec(text);
  const body = stated === null ? text : text.slice(stated[0].length);
  const delimiter =
    delimiters.find((one) => one === stated?.[1]) ?? findDelimiter(body, name, columnsPerSheet);
  if (delimiter === null) return err({ code: 'NOT_A_TABLE' });
  const { records, beyond } = parseRecords(body, delimiter, rowsPerSheet + 1, columnsPerSheet);
  if (beyond !== null) return err({ code: 'TOO_MANY_COLUMNS', row: records.length - 1, column: beyond });
  const rows = trimRows(records.map((fields) => fields.map(textToCell)));
  if (rows.length === 0) return err({ code: 'NOT_A_TABLE' });
  return rows.length > rowsPerSheet ? err({ code: 'TOO_MANY_ROWS' }) : ok(rows);
}

/** What a spreadsheet puts on the clipboard: tab-separated records, blank ones too; at most `limit` of them. */
export function readPastedTable(text: string, limit: number): readonly (readonly string[])[] {
  const { records } = parseRecords(text, '\t', limit, Number.POSITIVE_INFINITY);
  return records.map((fields) => fields.map((field) => field.trim()));
}

function findDelimiter(text: string, name: string, columnLimit: number): Delimiter | null {
  const named = /\.(csv|tsv|tab|txt)$/i.test(name);
  if (!named && isJson.test(text.slice(0, 1000))) return null;
  const samples = delimiters
    .map((delimiter) => ({
      delimiter,
      sample: parseRecords(text, delimiter, sampleRecords, columnLimit).records.filter((fields) =>
        fields.some((field) => field !== ''),
      ),
    }))
    .filter(({ sample }) => !isCode(sample, named));
  const regular = samples
    .filter(({ delimiter, sample }) => isRegular(sample) && (named || !isPunctuation(text, delimiter)))
    .toSorted((a, b) => fieldsOf(b.sample) - fieldsOf(a.sample));
  const best = regular[0]?.delimiter;
  if (best !== undefined) return best;
  if (named) {
    const ragged = samples.find(({ sample }) => isRagged(sample));
    if (ragged !== undefined) return ragged.delimiter;
  }
  return /\.(csv|tsv|tab)$/i.test(name) && isList(text) ? ',' : null;
}

/** An object with a first member, or an array of objects, arrays or texts. */
const isJson = /^\s*(?:\{\s*"[^"]*"\s*:|\[\s*[[{"])/;

/** How source code and the dumps of databases begin their lines. */
const codeStart =
  /^\s*(?:\/\/|\/\*|#include\b|#define\b|#!\/|<\?php|(?:import|export|const|let|var|function|class|def|return|package|using|public|private|static)\s|(?:INSERT INTO|CREATE TABLE|SELECT|UPDATE|DELETE FROM|DROP TABLE)\s)/;

/**
 * Whether records are lines of code or of a program's data, cut at the marks between their arguments and statements:
 * a bracket opens in one field and closes in a later one, or the only mark is the one at each line's end. A name that
 * says table is believed more than these signs.
 */
function isCode(sample: readonly (readonly string[])[], named: boolean): boolean {
  const share = (matches: (fields: readonly string[]) => boolean): number =>
    sample.length === 0 ? 0 : sample.filter(matches).length / sample.length;
  const starts = share(([first = '']) => codeStart.test(first));
  if (share(bracketsCross) >= (named ? 0.5 : 0.2) || starts >= (named ? 0.9 : 0.2)) return true;
  if (named) return false;
  const endsOnly = share((fields) => fields.length === 2 && fields[1]?.trim() === '');
  return endsOnly >= 0.5;
}

const brackets = ['()', '[]', '{}'] as const;

function bracketsCross(fields: readonly string[]): boolean {
  if (fields.length < 2) return false;
  return brackets.some(([open = '', close = '']) => {
    let isOpen = false;
    for (const field of fields) {
      // Of a bracket and one that answers it in the same field, nothing is left.
      const [first, last] = [field.lastIndexOf(open), field.indexOf(close)];
      if (isOpen && last >= 0 && (field.indexOf(open) < 0 || last < field.indexOf(open))) return true;
      if (first >= 0 && field.indexOf(close, first) < 0) isOpen = true;
    }
    return false;
  });
}

function isRegular(sample: readonly (readonly string[])[]): boolean {
  const usual = fieldsOf(sample);
  if (sample.length < 2 || usual < 2) return false;
  return sample.filter((fields) => fields.length === usual).length >= sample.length * 0.9;
}

function isRagged(sample: readonly (readonly string[])[]): boolean {
  const first = sample[0]?.length ?? 0;
  if (first < 2 || sample.some((fields) => fields.length > first)) return false;
  return sample.filter((fields) => fields.length === first).length >= sample.length * 0.5;
}

function isPunctuation(text: string, delimiter: Delimiter): boolean {
  if (delimiter === '\t') return false;
  const start = text.slice(0, 20_000);
  if (start.includes(`"${delimiter}`) || start.includes(`${delimiter}"`)) return false;
  const all = start.split(delimiter).length - 1;
  const spaced = start.split(`${delimiter} `).length - 1;
  return spaced > all / 2;
}

function isList(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  if (lines.length < 2) return false;
  return lines.every(
    (line) => line.length <= longestListEntry && !/[.!?。:,;]\s*$/.test(line) && !/[<>{}]/.test(line),
  );
}

/** The number of fields that most records have. */
function fieldsOf(sample: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const fields of sample) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  let usual = 0;
  let most = 0;
  for (const [fields, count] of counts) {
    if (count > most) {
      usual = fields;
      most = count;
    }
  }
  return usual;
}

interface ParsedRecords {
  readonly records: readonly (readonly string[])[];
  /** Position in the last record of a filled field beyond the limit; null where there is none. */
  readonly beyond: number | null;
}

/**
 * Records after RFC 4180, leniently: a quote inside an unquoted field is a character, text after a closing quote
 * is kept, an unclosed quote ends with the file. Blank lines are records of one empty field, so that row numbers
 * stay those of the file. Empty fields beyond `columnLimit` are dropped; a filled one ends the reading with its record.
 */
function parseRecords(text: string, delimiter: string, limit: number, columnLimit: number): ParsedRecords {
  const records: string[][] = [];
  let record: string[] = [];
  let position = 0;
  let at = 0;
  while (at < text.length && records.length < limit) {
    const { field, next } =
      text[at] === '"' ? quotedField(text, at, delimiter) : plainField(text, at, delimiter);
    if (record.length < columnLimit || field !== '') record.push(field);
    at = next;
    if (record.length > columnLimit) return { records: [...records, record], beyond: position };
    if (text[at] === delimiter) {
      at++;
      position++;
      if (at < text.length) continue;
      if (record.length < columnLimit) record.push('');
    } else if (text[at] === '\r' && text[at + 1] === '\n') at += 2;
    else at++;
    records.push(record);
    record = [];
    position = 0;
  }
  return { records, beyond: null };
}

interface Field {
  readonly field: string;
  readonly next: number;
}

function plainField(text: string, start: number, delimiter: string): Field {
  let at = start;
  while (at < text.length) {
    const character = text[at];
    if (character === delimiter || character === '\n' || character === '\r') break;
    at++;
  }
  return { field: text.slice(start, at), next: at };
}

function quotedField(text: string, start: number, delimiter: string): Field {
  let field = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return { field: field + text.slice(at), next: text.length };
    field += text.slice(at, quote);
    at = quote + 1;
    if (text[at] !== '"') break;
    field += '"';
    at++;
  }
  const rest = plainField(text, at, delimiter);
  return { field: field + rest.field, next: rest.next };
}
