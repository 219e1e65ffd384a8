import { afterEach, describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import type { GridCell, SheetGrid } from '../../../../../shared/workbook/grid.ts';
import {
  inspectKind,
  type ReadOptions,
  readWorkbook,
} from '../../../../../shared/workbook/read/readWorkbook.ts';
import { writeWorkbook } from '../../../../../shared/workbook/write/writeWorkbook.ts';
import {
  compoundFileOf,
  documentOf,
  tableSheet,
  xlsxOf,
  xlsxParts,
  zipOf,
} from '../../../../support/workbookFiles.ts';

const encode = (text: string) => new TextEncoder().encode(text);

async function sheetsOf(
  bytes: Uint8Array,
  name = 'file.xlsx',
  options: ReadOptions = {},
): Promise<readonly SheetGrid[]> {
  const result = await readWorkbook(bytes, name, options);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  return result.value.sheets;
}

async function codeOf(bytes: Uint8Array, name = 'file.xlsx', options: ReadOptions = {}): Promise<string> {
  const result = await readWorkbook(bytes, name, options);
  return result.ok ? 'read' : result.error.code;
}

const date = (iso: string, time: string | null = null): GridCell => ({ kind: 'date', date: iso, time });
const cell = (ref: string, value: string | number, style = 0) =>
  `<c r="${ref}" s="${style}"><v>${value}</v></c>`;

describe('cells of an xlsx workbook', () => {
  it('come back as the values that Excel shows', async () => {
    const rows = `<row r="1">${cell('A1', 0.125, 5)}<c r="B1" t="b"><v>1</v></c><c r="C1" t="e"><v>#DIV/0!</v></c>
      <c r="D1" t="inlineStr"><is><t>00123</t></is></c><c r="E1" t="str"><f>1+1</f><v>two</v></c></row>
      <row r="3"><c r="B3" t="inlineStr"><is><r><t>rich </t></r><r><t>text</t></r></is></c></row>`;
    const [sheet] = await sheetsOf(xlsxOf({ name: 'A', rows }));
    expect(sheet?.rows).toEqual([
      [0.125, true, { kind: 'error', text: '#DIV/0!' }, '00123', 'two'],
      [],
      [null, 'rich text'],
    ]);
  });

  it('never evaluate a formula', async () => {
    const rows = '<row r="1"><c r="A1"><f>1+1</f><v>7</v></c><c r="B1"><f>2+2</f></c></row>';
    const [sheet] = await sheetsOf(xlsxOf({ name: 'A', rows }));
    expect(sheet?.rows).toEqual([[7]]);
  });

  it('have no phonetic runs and have their escapes decoded', async () => {
    const sharedStrings =
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si><si><t xml:space="preserve">a_x000D_\nb_x000D_c_x005F_x0041_</t></si>';
    const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>';
    const [sheet] = await sheetsOf(zipOf(xlsxParts([{ name: 'A', rows }], { sharedStrings })));
    expect(sheet?.rows).toEqual([['東京', 'a\nb\rc_x0041_']]);
  });

  it('may be named like members of an object', async () => {
    const rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>__proto__</t></is></c></row>';
    const sheets = await sheetsOf(xlsxOf({ name: '__proto__', rows }, { name: 'constructor', rows }));
    expect(sheets.map((sheet) => [sheet.name, sheet.rows])).toEqual([
      ['__proto__', [['__proto__']]],
      ['constructor', [['__proto__']]],
    ]);
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('!data');
  });

  it('tell hidden and very hidden sheets', async () => {
    const rows = '<row/>';
    const sheets = await sheetsOf(
      xlsxOf(
        { name: 'A', rows },
        { name: 'B', rows, state: 'hidden' },
        { name: 'C', rows, state: 'veryHidden' },
      ),
    );
    expect(sheets.map((sheet) => sheet.visibility)).toEqual(['visible', 'hidden', 'veryHidden']);
  });
});

describe('dates', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it.each([
    ['Asia/Seoul', -540],
    ['UTC', 0],
    ['America/Lima', 300],
  ])('are the calendar dates of the sheet in %s', async (timeZone, offset) => {
    process.env.TZ = timeZone;
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(offset);
    const rows = `<row r="1">${cell('A1', 46295, 1)}${cell('B1', 46295.99999, 2)}${cell('C1', 1, 1)}${cell('D1', 59, 1)}${cell('E1', 61, 1)}<c r="F1" s="1" t="d"><v>2026-09-30</v></c></row>`;
    const expected = {
      '1900': [
        date('2026-09-30'),
        date('2026-09-30', '23:59:59'),
        date('1900-01-01'),
        date('1900-02-28'),
        date('1900-03-01'),
      ],
      '1904': [
        date('2030-10-01'),
        date('2030-10-01', '23:59:59'),
        date('1904-01-02'),
        date('1904-02-29'),
        date('1904-03-02'),
      ],
    };
    for (const system of ['1900', '1904'] as const) {
      const result = await readWorkbook(
        zipOf(xlsxParts([{ name: 'A', rows }], { date1904: system === '1904' })),
        'a.xlsx',
      );
      expect(result.ok && result.value.dateSystem).toBe(system);
      expect(result.ok && result.value.sheets[0]?.rows[0]).toEqual([...expected[system], date('2026-09-30')]);
    }
  });

  it.each<[XLSX.BookType, string]>([
    ['xlsx', 'xlsx'],
    ['xlsb', 'xlsb'],
    ['biff8', 'xls'],
    ['biff5', 'xls'],
    ['ods', 'ods'],
    ['xlml', 'xml'],
  ])('survive %s in a zone west of Greenwich', async (bookType, kind) => {
    process.env.TZ = 'America/Lima';
    const sheet = XLSX.utils.aoa_to_sheet([
      ['Date', 'Hours'],
      [{ t: 'n', v: 46295, z: 'yyyy-mm-dd' }, 1.5],
    ]);
    const book = XLSX.utils.book_new(sheet, 'Data');
    const bytes = new Uint8Array(XLSX.write(book, { type: 'array', bookType }));
    const result = await readWorkbook(bytes, 'whatever.bin');
    expect(result.ok && result.value.kind).toBe(kind);
    expect(result.ok && result.value.sheets[0]?.rows).toEqual([
      ['Date', 'Hours'],
      [date('2026-09-30'), 1.5],
    ]);
  });

  it('keep a time of day and an elapsed time as text, and a serial that is no day as a number', async () => {
    const rows = `<row r="1">${cell('A1', 0.5, 3)}${cell('B1', 1.5, 4)}${cell('C1', 60, 1)}${cell('D1', -3, 1)}</row>`;
    const [sheet] = await sheetsOf(xlsxOf({ name: 'A', rows }));
    expect(sheet?.rows).toEqual([['12:00:00', '36:00:00', 60, -3]]);
  });
});

it('a workbook of any number of rows stops at the row limit', async () => {
  for (const row of ['<row><c><v>1</v></c></row>', null]) {
    for (const count of [51, 20_100]) {
      const rows = Array.from(
        { length: count },
        (_, index) => row ?? `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c></row>`,
      );
      const bytes = zipOf(xlsxParts([{ name: 'Log', rows: rows.join('') }]), 0);
      const result = await readWorkbook(bytes, 'a.xlsx', { limits: { rowsPerSheet: 50, ratio: 1000 } });
      expect(result.ok ? null : [result.error.code, result.error.params.sheet]).toEqual([
        'TOO_MANY_ROWS',
        'Log',
      ]);
    }
  }
});

describe('text files', () => {
  const rows = [
    ['ID', 'Name'],
    ['007', '김민지'],
  ];

  it.each([',', ';', '\t', '|'])('are tables when parted by %j', async (delimiter) => {
    const text = rows.map((row) => row.join(delimiter)).join('\r\n');
    expect((await sheetsOf(encode(text), 'log.csv'))[0]).toEqual({
      name: 'log',
      visibility: 'visible',
      rows,
    });
  });

  it('keep quotes, line breaks and blank lines as RFC 4180 has them', async () => {
    const text = 'a,b\n"say ""hi""","two\nlines"\n\n1,2\n3,';
    expect((await sheetsOf(encode(text), 'x.csv'))[0]?.rows).toEqual([
      ['a', 'b'],
      ['say "hi"', 'two\nlines'],
      [],
      ['1', '2'],
      ['3'],
    ]);
  });

  it.each<[string, Uint8Array, string]>([
    ['UTF-16 with a mark', Uint8Array.from([0xff, 0xfe, ...utf16le('ID,이름\n1,가')]), '이름'],
    ['UTF-16 without', Uint8Array.from(utf16le('ID,Name,City\n1,Kim,Oslo\n')), 'Name'],
    [
      'CP949',
      Uint8Array.from([...encode('ID,'), 0xc0, 0xcc, 0xb8, 0xa7, ...encode('\n1,'), 0xb0, 0xa1]),
      '이름',
    ],
    [
      'windows-1251',
      Uint8Array.from([...encode('ID,'), 0xc8, 0xec, 0xff, ...encode('\n1,'), 0xc0, 0xed, 0xed, 0xe0]),
      'Имя',
    ],
    ['UTF-8 with a mark', encode('\ufeffID,Имя\n1,Анна'), 'Имя'],
  ])('are decoded from %s', async (_name, bytes, header) => {
    expect((await sheetsOf(bytes, 'x.csv'))[0]?.rows[0]?.[1]).toBe(header);
  });

  it.each<[string, string, string]>([
    [
      'prose',
      'Dear colleagues, we met the ministry.\nThey agreed, after some debate, to go on.\n',
      'letter.txt',
    ],
    [
      'prose of one comma a line',
      'Dear Sir, thank you.\nWe agree, of course.\nUntil then, Kim.\n',
      'letter.xlsx',
    ],
    ['prose named .csv', 'Dear colleagues. We met the ministry yesterday.\nThey agreed.\n', 'log.csv'],
    ['a list without a name that says so', 'Name\nKim\nLee\n', 'names.xlsx'],
    ['a program', 'function f() {\n  return 1;\n}\n', 'a.csv'],
    ['JSON', '{\n  "a": 1,\n  "b": 2\n}\n', 'a.csv'],
  ])('are refused when they are %s', async (_name, text, name) => {
    expect(await codeOf(encode(text), name)).toBe('NOT_A_SPREADSHEET');
  });

  it('may be one column when the name says .csv', async () => {
    expect((await sheetsOf(encode('Name\nKim\nLee\n'), 'names.csv'))[0]?.rows).toEqual([
      ['Name'],
      ['Kim'],
      ['Lee'],
    ]);
  });

  it('may leave trailing fields out when the name says .csv', async () => {
    const text = 'a,b,c\n1,2,3\n4,5\n6,7,8\n';
    expect((await sheetsOf(encode(text), 'x.csv'))[0]?.rows.length).toBe(4);
  });

  it('keep the texts of an HTML table', async () => {
    const html =
      '<html><body><table><tr><td>Code</td><td>1-2</td></tr><tr><td>007</td><td>a&amp;b</td></tr></table></body></html>';
    const result = await readWorkbook(encode(html), 'export.xls');
    expect(result.ok && result.value.kind).toBe('html');
    expect(result.ok && result.value.sheets[0]?.rows).toEqual([
      ['Code', '1-2'],
      ['007', 'a&b'],
    ]);
  });
});

describe('files that are no workbook', () => {
  const ole = (name: string) => compoundFileOf({ [name]: new Uint8Array(4096) });

  it.each<[string, Uint8Array]>([
    ['PDF', encode('%PDF-1.7 …')],
    ['PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['JPEG', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])],
    ['Word (.docx)', zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' })],
    ['HWPX', zipOf({ mimetype: 'application/hwp+zip', 'Contents/section0.xml': '<s/>' })],
    ['Word (.doc)', ole('WordDocument')],
    ['ZIP archive', zipOf({ 'photo.jpg': new Uint8Array(10) })],
    ['unknown binary data', Uint8Array.from({ length: 500 }, (_, index) => (index * 7919) % 251)],
    ['plain text', encode('hello')],
    ['web page without a table', encode('<!doctype html><html><body><p>Hello</p></body></html>')],
  ])('are called by what they are: %s', async (found, bytes) => {
    const result = await readWorkbook(bytes, 'report.xlsx');
    expect(result.ok ? 'read' : [result.error.code, result.error.params.found]).toEqual([
      'NOT_A_SPREADSHEET',
      found,
    ]);
    expect(await inspectKind(bytes, 'report.xlsx')).toEqual({
      kind: 'refused',
      error: result.ok ? null : result.error,
    });
  });

  it('are empty or too large by their size alone', async () => {
    expect(await codeOf(new Uint8Array())).toBe('EMPTY_FILE');
    expect(await codeOf(new Uint8Array(1001), 'a.xlsx', { limits: { fileBytes: 1000 } })).toBe('TOO_LARGE');
  });

  it('are damaged when the workbook part or a sheet is missing', async () => {
    const { 'xl/workbook.xml': _book, ...noBook } = xlsxParts([{ name: 'A', rows: '' }]);
    expect(await codeOf(zipOf(noBook))).toBe('DAMAGED');
    const { 'xl/worksheets/sheet2.xml': _sheet, ...noSheet } = xlsxParts([
      { name: 'A', rows: '' },
      { name: 'B', rows: '' },
    ]);
    expect(await codeOf(zipOf(noSheet))).toBe('DAMAGED');
  });

  it('give one error and no exception, whatever the bytes', async () => {
    const whole = xlsxOf({ name: 'A', rows: '<row><c><v>1</v></c></row>' });
    for (let seed = 1; seed <= 200; seed++) {
      const bytes = whole.slice();
      for (let hit = 0; hit < 3; hit++)
        bytes[(seed * 7919 + hit * 104_729) % bytes.length] = (seed * 31 + hit) % 256;
      expect(typeof (await codeOf(bytes))).toBe('string');
    }
  });
});

describe('protected workbooks', () => {
  const document = documentOf([
    tableSheet(
      [['a', 1]],
      [
        { width: 10, format: 'text' },
        { width: 10, format: 'general' },
      ],
    ),
  ]);

  it('open with their password only', async () => {
    const written = await writeWorkbook({ ...document, password: '비밀번호 1' });
    const plain = await writeWorkbook(document);
    if (!written.ok || !plain.ok) throw new Error('not written');
    expect(await inspectKind(written.value, 'a.xlsx')).toEqual({
      kind: 'workbook',
      format: 'xlsx',
      locked: 'password',
    });
    expect(await codeOf(written.value)).toBe('PASSWORD_NEEDED');
    expect(await codeOf(written.value, 'a.xlsx', { password: 'wrong' })).toBe('PASSWORD_WRONG');
    expect(await sheetsOf(written.value, 'a.xlsx', { password: '비밀번호 1' })).toEqual(
      await sheetsOf(plain.value),
    );
  });

  it('are damaged when somebody changed the encrypted package', async () => {
    const written = await writeWorkbook({ ...document, password: 'x' });
    if (!written.ok) throw new Error('not written');
    const changed = written.value.slice();
    const middle = Math.floor(changed.length / 2);
    changed[middle] = (changed[middle] ?? 0) ^ 1;
    expect(await codeOf(changed, 'a.xlsx', { password: 'x' })).toBe('DAMAGED');
  });

  it('of the old kind are told apart', async () => {
    const old = compoundFileOf({
      EncryptionInfo: Uint8Array.from([3, 0, 2, 0]),
      EncryptedPackage: new Uint8Array(4096),
    });
    expect(await codeOf(old, 'a.xlsx', { password: 'x' })).toBe('LEGACY_PASSWORD');
    const records = Uint8Array.from([0x09, 0x08, 0x02, 0, 0, 6, 0x2f, 0, 2, 0, 0, 0]);
    expect(await codeOf(compoundFileOf({ Workbook: records }))).toBe('LEGACY_PASSWORD');
  });

  it('do not keep the reader busy with a forged number of hashes', async () => {
    const info = encode(
      '\x04\0\x04\0\x40\0\0\0<encryption><p:encryptedKey spinCount="900000000"/></encryption>',
    );
    const forged = compoundFileOf({ EncryptionInfo: info, EncryptedPackage: new Uint8Array(4096) });
    expect(await codeOf(forged, 'a.xlsx', { password: 'x' })).toBe('UNSAFE');
  });
});

function utf16le(text: string): number[] {
  return Array.from(text).flatMap((character) => {
    const unit = character.charCodeAt(0);
    return [unit & 0xff, unit >> 8];
  });
}
