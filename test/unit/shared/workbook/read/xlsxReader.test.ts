import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GridCell } from '../../../../../shared/workbook/grid.ts';
import { defaultReadLimits } from '../../../../../shared/workbook/read/readWorkbook.ts';
import { readWithSheetJs } from '../../../../../shared/workbook/read/sheetJsReader.ts';
import { type XlsxOutcome, XlsxReader } from '../../../../../shared/workbook/read/xlsxReader.ts';
import { guardZip } from '../../../../../shared/workbook/read/zipGuard.ts';
import { writeWorkbook } from '../../../../../shared/workbook/write/writeWorkbook.ts';
import { centerLaptop } from '../../../../support/centerLaptop.ts';
import { xlsxParts, zipOf } from '../../../../support/workbookFiles.ts';

const rowLimit = 1000;

/** What the quick reader makes of an archive, and what SheetJS does. */
async function bothOf(bytes: Uint8Array): Promise<{ quick: XlsxOutcome; complete: unknown }> {
  const reader = new XlsxReader({ rowsPerSheet: rowLimit, columnsPerSheet: 1000 });
  const zip = await guardZip(bytes, defaultReadLimits, undefined, reader);
  if (!zip.ok) throw new Error(zip.error.code);
  const read = readWithSheetJs(zip.value.unpacked() ?? bytes, rowLimit);
  return { quick: reader.finish(), complete: read.ok ? read.value : read.error.code };
}

async function outcomeOf(rows: string, sharedStrings = '', change: (xml: string) => string = (xml) => xml) {
  const parts = xlsxParts([{ name: 'A', rows }], { sharedStrings });
  const sheet = change(parts['xl/worksheets/sheet1.xml'] ?? '');
  return bothOf(zipOf({ ...parts, 'xl/worksheets/sheet1.xml': sheet }));
}

const rowsOf = (outcome: XlsxOutcome): unknown =>
  outcome.kind === 'workbook' ? outcome.workbook.sheets[0]?.rows : outcome.kind;

const texts = [
  'plain',
  '한글 · 日本 · Oʻzbek',
  '&lt;b&gt; &amp;amp; &quot;',
  '&#44032;&#xAC01;',
  '_x000D_',
  '_x005F_x000D_',
  '',
  ' ',
  '#N/A',
  '1',
];

const value = fc.oneof(
  fc.constantFrom(
    '0',
    '1',
    '7',
    '00',
    '-3',
    '46295',
    '46295.75',
    '1e3',
    '1.5E-3',
    '.5',
    '9999999999',
    '12345678901.25',
    '',
    ' ',
    'x',
    'true',
  ),
  // SheetJS decodes the text of a formula twice, the second time as bytes of UTF-8.
  fc.constantFrom(...texts.filter((text) => !/&amp;amp|&#|_x005F_/.test(text))),
);
const type = fc.constantFrom(
  '',
  ' t="s"',
  ' t="str"',
  ' t="b"',
  ' t="e"',
  ' t="n"',
  ' t="inlineStr"',
  ' t="d"',
  ' t="z"',
);
const style = fc.constantFrom(
  '',
  ' s="0"',
  ' s="1"',
  ' s="2"',
  ' s="3"',
  ' s="4"',
  ' s="5"',
  ' s="99"',
  ' cm="1"',
  " s='1'",
);
const inside = fc.oneof(
  { weight: 6, arbitrary: value.map((text) => `<v>${text}</v>`) },
  { weight: 2, arbitrary: value.map((text) => `<is><t>${text}</t></is>`) },
  { weight: 1, arbitrary: value.map((text) => `<f>A1&gt;1</f><v>${text}</v>`) },
  fc.constantFrom(
    '',
    '<v/>',
    '<f t="shared" si="0"/>',
    '<f t="shared" ref="A1:A2" si="0">SUM(B1)</f><v>3</v>',
    '<is><r><rPr><b/></rPr><t>bold</t></r><r><t xml:space="preserve"> text</t></r><rPh sb="0" eb="1"><t>no</t></rPh><phoneticPr fontId="1"/></is>',
    '<is><t><![CDATA[a]]></t></is>',
    '<!-- 1 --><v>1</v>',
    '<v>1</v><extLst><ext/></extLst>',
    '\n <v>2</v>\n',
  ),
);
const cell = fc.tuple(
  fc.integer({ min: 0, max: 3 }),
  style,
  type,
  inside,
  fc.constantFrom('c', 'c', 'c', 'c', 'c', 'x:c'),
);
const row = fc.tuple(
  fc.integer({ min: 1, max: 3 }),
  fc.array(cell, { maxLength: 5 }),
  fc.constantFrom('', ' spans="1:9" ht="20"', '\n'),
);

type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;

/** Rows and cells with gaps between them; few of them out of order or without an address. */
function sheetXml(rows: readonly Row[]): string {
  let number = 0;
  return rows
    .map(([step, cells, attributes]) => {
      number += step;
      let column = -1;
      const inner = cells.map(([gap, styled, typed, content, tag]) => {
        column += 1 + gap;
        const address = `${column < 26 ? '' : 'A'}${String.fromCharCode(65 + (column % 26))}${number}`;
        const start = `<${tag} r="${address}"${styled}${typed}`;
        return content === '' ? `${start}/>` : `${start}>${content}</${tag}>`;
      });
      return `<row r="${number}"${attributes}>${inner.join('')}</row>`;
    })
    .join('');
}

describe('the quick reader', () => {
  it('reads every cell as SheetJS does, or leaves the workbook to it', async () => {
    const sharedStrings = texts.map((text) => `<si><t xml:space="preserve">${text}</t></si>`).join('');
    const kinds = { workbook: 0, odd: 0, tooManyRows: 0, tooManyColumns: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 4 }), fc.boolean(), async (rows, date1904) => {
        const parts = xlsxParts([{ name: 'A', rows: sheetXml(rows) }], { sharedStrings, date1904 });
        const { quick, complete } = await bothOf(zipOf(parts, 0));
        kinds[quick.kind] += 1;
        if (quick.kind === 'workbook') expect(quick.workbook).toEqual(complete);
      }),
      { numRuns: 500 },
    );
    expect(kinds.workbook).toBeGreaterThan(60);
    expect(kinds.odd).toBeGreaterThan(60);
  });

  it('knows the workbooks that Fieldbook writes', async () => {
    const written = await writeWorkbook(centerLaptop().laptop.export());
    if (!written.ok) throw new Error(written.error.detail);
    const { quick, complete } = await bothOf(written.value);
    expect(quick.kind === 'workbook' && quick.workbook).toEqual(complete);
  });

  it.each([
    ['cells out of order', '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>'],
    ['rows out of order', '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>'],
    ['a cell of another row', '<row r="1"><c r="A2"><v>1</v></c></row>'],
    ['cells without an address', '<row r="1"><c><v>1</v></c></row>'],
    ['rows without a number', '<row><c r="A1"><v>1</v></c></row>'],
    ['a text that the table does not have', '<row r="1"><c r="A1" t="s"><v>5</v></c></row>'],
    ['a column beyond the last', '<row r="1"><c r="XFE1"><v>1</v></c></row>'],
    ['an attribute that is cut short', '<row r="1"><c r="A1" s="1><v>1</v></c></row>'],
    ['a cell in a cell', '<row r="1"><c r="A1"><c r="A1"><v>1</v></c></c></row>'],
    ['two values', '<row r="1"><c r="A1"><v>1</v><v>2</v></c></row>'],
    ['a row that is not closed', '<row r="1"><c r="A1"><v>1</v></c>'],
  ])('leaves %s to the other', async (_name, rows) => {
    expect(rowsOf((await outcomeOf(rows)).quick)).toBe('odd');
  });

  it('leaves a second table of cells to the other', async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row>';
    const twice = (xml: string) => xml.replace('</worksheet>', `<sheetData>${rows}</sheetData></worksheet>`);
    expect(rowsOf((await outcomeOf(rows, '', twice)).quick)).toBe('odd');
  });

  it('decodes the text of a formula once', async () => {
    const { quick } = await outcomeOf(
      '<row r="1"><c r="A1" t="str"><v>&amp;lt; _x005F_x000D_ &#44032;</v></c></row>',
    );
    expect(rowsOf(quick)).toEqual([['&lt; _x000D_ 가']]);
  });

  it('reads characters beyond the first plane that are written as numbers', async () => {
    const { quick } = await outcomeOf(
      '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
      '<si><t>&#128578;&#x1F44B;</t></si>',
    );
    expect(rowsOf(quick)).toEqual([['🙂👋']]);
  });

  it.each<[number, number, GridCell]>([
    [14, 46349, { kind: 'date', date: '2026-11-23', time: null }],
    [31, 46349, { kind: 'date', date: '2026-11-23', time: null }],
    [57, 46349.5, { kind: 'date', date: '2026-11-23', time: '12:00:00' }],
    [33, 0.5, '12:00:00'],
    [46, 1.5, '36:00:00'],
    [10, 0.5, 0.5],
    [49, 7, 7],
  ])('knows what the built-in number format %i shows', async (format, serial, expected) => {
    const parts = xlsxParts([{ name: 'A', rows: `<row r="1"><c r="A1" s="1"><v>${serial}</v></c></row>` }]);
    const styles = (parts['xl/styles.xml'] ?? '').replace(
      '<xf numFmtId="164"/>',
      `<xf numFmtId="${format}"/>`,
    );
    const { quick } = await bothOf(zipOf({ ...parts, 'xl/styles.xml': styles }));
    expect(rowsOf(quick)).toEqual([[expected]]);
  });

  it('takes no number format of a conditional style for that of a cell', async () => {
    const parts = xlsxParts([{ name: 'A', rows: '<row r="1"><c r="A1" s="1"><v>46349</v></c></row>' }]);
    const conditional =
      '<dxfs count="1"><dxf><numFmt numFmtId="164" formatCode="0.00"/></dxf></dxfs></styleSheet>';
    const styles = (parts['xl/styles.xml'] ?? '').replace('</styleSheet>', conditional);
    const { quick, complete } = await bothOf(zipOf({ ...parts, 'xl/styles.xml': styles }));
    expect(rowsOf(quick)).toEqual([[{ kind: 'date', date: '2026-11-23', time: null }]]);
    expect(quick.kind === 'workbook' && quick.workbook).toEqual(complete);
  });

  it('says who saved the file and when', async () => {
    const parts = xlsxParts([{ name: 'A', rows: '' }]);
    const properties = (modified: string) =>
      `<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><cp:lastModifiedBy>김 &amp; 이</cp:lastModifiedBy><dcterms:modified xsi:type="dcterms:W3CDTF">${modified}</dcterms:modified></cp:coreProperties>`;
    const types = (parts['[Content_Types].xml'] ?? '').replace(
      '</Types>',
      '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
    );
    const relations = (parts['_rels/.rels'] ?? '').replace(
      '</Relationships>',
      '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
    );
    const book = (modified: string) =>
      zipOf({
        ...parts,
        '[Content_Types].xml': types,
        '_rels/.rels': relations,
        'docProps/core.xml': properties(modified),
      });
    const { quick, complete } = await bothOf(book('2026-11-23T10:00:00Z'));
    expect(quick.kind === 'workbook' && quick.workbook.saved).toEqual({
      by: '김 & 이',
      at: Date.UTC(2026, 10, 23, 10),
    });
    expect(quick.kind === 'workbook' && quick.workbook).toEqual(complete);
    expect((await bothOf(book('yesterday'))).quick.kind).toBe('odd');
  });
});
