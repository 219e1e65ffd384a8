import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { TableSheet, WorkbookDocument } from '../../../../../shared/workbook/grid.ts';
import { readWorkbook } from '../../../../../shared/workbook/read/readWorkbook.ts';
import { listSheetName, writeWorkbook } from '../../../../../shared/workbook/write/writeWorkbook.ts';
import { documentOf, tableSheet } from '../../../../support/workbookFiles.ts';

const columns: TableSheet['columns'] = [
  { width: 12, format: 'date' },
  { width: 20, format: 'text' },
];

async function written(document: WorkbookDocument): Promise<Uint8Array> {
  const result = await writeWorkbook(document);
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
}

async function partsOf(document: WorkbookDocument): Promise<Readonly<Record<string, string>>> {
  const files = unzipSync(await written(document));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const all = (xml: string | undefined, pattern: RegExp) =>
  [...(xml ?? '').matchAll(pattern)].map((match) => match[1] ?? '');

describe('a table sheet', () => {
  const header = [
    { text: 'Date', required: true, help: 'The day, as 2026-09-30.' },
    { text: 'Topic & result', required: false },
  ];

  it('is an Excel table whose columns are named as its header cells, with one filter', async () => {
    const parts = await partsOf(documentOf([tableSheet([[null, 'a']], columns, { header })]));
    const table = parts['xl/tables/table1.xml'];
    expect(all(table, /<table [^>]*ref="([^"]+)"/g)).toEqual(['A1:B2']);
    expect(all(table, /<autoFilter ref="([^"]+)"/g)).toEqual(['A1:B2']);
    expect(all(table, /<tableColumn [^>]*name="([^"]+)"/g)).toEqual(['Date', 'Topic &amp; result']);
    expect(parts['xl/worksheets/sheet1.xml']).not.toContain('<autoFilter');
    expect(all(parts['xl/sharedStrings.xml'], /<t[^>]*>([^<]*)<\/t>/g).slice(0, 2)).toEqual([
      'Date',
      'Topic &amp; result',
    ]);
  });

  it('has a table of one empty row as a template, and a plain filter without a table name', async () => {
    const template = await partsOf(documentOf([tableSheet([], columns, { header })]));
    expect(all(template['xl/tables/table1.xml'], /<table [^>]*ref="([^"]+)"/g)).toEqual(['A1:B2']);
    const { tableName: _, ...plain } = tableSheet([[null, 'a']], columns, { header });
    const parts = await partsOf(documentOf([plain]));
    expect(parts['xl/tables/table1.xml']).toBeUndefined();
    expect(all(parts['xl/worksheets/sheet1.xml'], /<autoFilter ref="([^"]+)"/g)).toEqual(['A1:B2']);
  });

  it('gets unique one-line headers and table names that are no cell addresses', async () => {
    const repeated = [
      { text: 'Name', required: false },
      { text: 'name\n', required: false },
    ];
    const sheets = ['AB12', 'ab12', '2026 plan'].map((tableName, index) =>
      tableSheet([[null, null]], columns, { name: `Sheet ${index}`, tableName, header: repeated }),
    );
    const parts = await partsOf(documentOf(sheets));
    expect(all(parts['xl/tables/table1.xml'], /<tableColumn [^>]*name="([^"]+)"/g)).toEqual([
      'Name',
      'name 2',
    ]);
    const names = [1, 2, 3].flatMap((index) =>
      all(parts[`xl/tables/table${index}.xml`], / name="([^"]+)" displayName/g),
    );
    expect(names).toEqual(['T_AB12', 'T_ab12_2', 'T_2026_plan']);
  });

  it('freezes its header and columns, repeats the header in print and prints to one page’s width', async () => {
    const parts = await partsOf(documentOf([tableSheet([[null, 'a']], columns, { name: "Kim's log" })]));
    const sheet = parts['xl/worksheets/sheet1.xml'];
    expect(sheet).toMatch(/<pane xSplit="1" ySplit="1" topLeftCell="B2" state="frozen"/);
    expect(sheet).toMatch(
      /<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/,
    );
    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(sheet).toContain(
      '<oddFooter>&amp;L&amp;8 Report &amp;&amp; plan&amp;R&amp;8 &amp;P / &amp;N</oddFooter>',
    );
    expect(parts['xl/workbook.xml']).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'Kim''s log'!$1:$1</definedName>`,
    );
  });

  it('has help and marks as comments, each with its shape', async () => {
    const marks = [
      { row: 0, column: 1, comment: 'Too long.' },
      { row: 0, column: 1, comment: 'Not in the list.' },
    ];
    const parts = await partsOf(documentOf([tableSheet([[null, 'a']], columns, { header, marks })]));
    expect(all(parts['xl/comments1.xml'], /<comment ref="([^"]+)"/g)).toEqual(['A1', 'B2']);
    expect(parts['xl/comments1.xml']).toContain('Too long.\nNot in the list.');
    expect(all(parts['xl/drawings/vmlDrawing1.vml'], /<v:shape id="([^"]+)"/g)).toHaveLength(2);
  });

  it('has at most 1,000 comments, so that shape numbers stay the sheet’s own', async () => {
    const rows = Array.from({ length: 1200 }, () => [null, 'a']);
    const marks = rows.map((_, row) => ({ row, column: 1, comment: 'No.' }));
    const parts = await partsOf(documentOf([tableSheet(rows, columns, { header, marks })]));
    expect(all(parts['xl/comments1.xml'], /<comment ref="([^"]+)"/g)).toHaveLength(1000);
  });

  it('gives spare rows the formats of their columns, without borders that would print', async () => {
    const parts = await partsOf(documentOf([tableSheet([[null, 'a']], columns, { spareRows: 3 })]));
    const styleOf = (ref: string) =>
      all(parts['xl/worksheets/sheet1.xml'], new RegExp(`<c r="${ref}" s="(\\d+)"`, 'g'))[0] ?? '';
    const formats = all(parts['xl/styles.xml']?.split('<cellXfs')[1], /<xf ([^>]*)>/g);
    expect(formats[Number(styleOf('A5'))]).toMatch(/numFmtId="16\d"/);
    expect(formats[Number(styleOf('A5'))]).toMatch(/borderId="0"/);
    expect(styleOf('A6')).toBe('');
  });
});

describe('drop-downs', () => {
  const list = (values: readonly string[]): TableSheet['columns'][number] => ({
    width: 10,
    format: 'text',
    dropDown: { values },
  });

  it('are written into the rule when Excel can hold them there, else to a very hidden sheet, equal lists once', async () => {
    const long = Array.from({ length: 40 }, (_, index) => `Value ${index}`);
    const commas = ['Kim, Minji', 'Lee'];
    const sheet = tableSheet([], [list(['a', 'b']), list(long), list(long), list(commas), list([])], {
      spareRows: 5,
    });
    const document = documentOf([sheet]);
    const parts = await partsOf(document);
    const xml = parts['xl/worksheets/sheet1.xml'];
    expect(all(xml, /<formula1>([^<]*)<\/formula1>/g)).toEqual([
      '"a,b"',
      `'${listSheetName}'!$A$1:$A$40`,
      `'${listSheetName}'!$A$1:$A$40`,
      `'${listSheetName}'!$B$1:$B$2`,
    ]);
    expect(all(xml, /<dataValidations count="(\d+)"/g)).toEqual(['4']);
    expect(all(xml, /<dataValidation [^>]*sqref="([^"]+)"/g)[0]).toBe('A2:A6');
    const read = await readWorkbook(await written(document), 'a.xlsx');
    expect(read.ok && read.value.sheets[1]?.visibility).toBe('veryHidden');
    expect(read.ok && read.value.sheets[1]?.rows[1]).toEqual(['Value 1', 'Lee']);
  });

  it('follow a sheet whose name was cleaned, and only warn where the list may grow', async () => {
    const column: TableSheet['columns'][number] = {
      width: 10,
      format: 'text',
      dropDown: { range: 'People: all!$A$2:$A$9' },
      strictDropDown: false,
    };
    const people = tableSheet([['Kim']], [{ width: 10, format: 'text' }], {
      name: 'People: all',
      tableName: 'People',
    });
    const parts = await partsOf(documentOf([tableSheet([], [column]), people]));
    const xml = parts['xl/worksheets/sheet1.xml'];
    expect(xml).toContain("<formula1>'People  all'!$A$2:$A$9</formula1>");
    expect(xml).toContain('errorStyle="warning"');
  });
});

describe('the workbook', () => {
  it('cleans sheet names to Excel’s rules', async () => {
    const names = ['a/b', 'A b', 'history', '', "'x'", 'ㄱ'.repeat(40), `${'ㄱ'.repeat(31)}!`];
    const sheets = names.map((name, index) => tableSheet([], columns, { name, tableName: `T${index}x` }));
    const result = await readWorkbook(await written(documentOf(sheets)), 'a.xlsx');
    const cleaned = result.ok ? result.value.sheets.map((sheet) => sheet.name) : [];
    expect(cleaned).toEqual([
      'a b',
      'A b 2',
      'history_',
      'Sheet',
      'x',
      'ㄱ'.repeat(31),
      `${'ㄱ'.repeat(29)} 2`,
    ]);
  });

  it('opens on its first visible sheet and tells who made it and when', async () => {
    const data = { kind: 'data', name: 'State', visibility: 'veryHidden', rows: [['x']] } as const;
    const parts = await partsOf(documentOf([data, tableSheet([], columns)]));
    expect(parts['xl/workbook.xml']).toContain('activeTab="1"');
    expect(parts['xl/workbook.xml']).toContain('state="veryHidden"');
    expect(parts['docProps/core.xml']).toContain('<dc:creator>김민지</dc:creator>');
    expect(all(parts['docProps/core.xml'], /<dcterms:\w+ [^>]*>([^<]*)</g)).toEqual([
      '2026-09-30T09:00:00Z',
      '2026-09-30T09:00:00Z',
    ]);
  });

  it('has no formula, whatever the texts', async () => {
    const rows = ['=1+1', '+1', '-1', '@a', '\t=1', '=HYPERLINK("x")'].map((text) => [null, text]);
    const parts = await partsOf(documentOf([tableSheet(rows, columns)]));
    expect(parts['xl/worksheets/sheet1.xml']).not.toMatch(/<f[ >/]/);
  });

  it('links to cells of its own sheets', async () => {
    const parts = await partsOf(
      documentOf([
        {
          kind: 'page',
          name: 'Cover',
          visibility: 'visible',
          columnWidths: [30],
          rows: [[{ value: 'Log', look: 'link', linkTo: 'Log/1!A1' }]],
          merges: [],
          landscape: false,
        },
        tableSheet([], columns, { name: 'Log/1' }),
      ]),
    );
    expect(parts['xl/worksheets/sheet1.xml']).toContain(
      '<hyperlink ref="A1" location="&apos;Log 1&apos;!A1"/>',
    );
  });
});
