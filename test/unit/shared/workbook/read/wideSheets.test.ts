import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../../../shared/workbook/read/readWorkbook.ts';
import { rowsXml, xlsxOf } from '../../../../support/workbookFiles.ts';

const cells = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, column) => `c${column}`);
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const html = (count: number): Uint8Array =>
  bytesOf(
    `<table><tr>${cells(count)
      .map((cell) => `<td>${cell}</td>`)
      .join('')}</tr></table>`,
  );
const xlsx = (count: number): Uint8Array =>
  xlsxOf({ name: 'Log', rows: rowsXml([cells(count), cells(count)]) });
const csv = (count: number): Uint8Array => bytesOf(`${cells(count).join(',')}\n1,2\n`);

describe('a sheet with more columns than any log has', () => {
  it.each([
    ['a.xlsx', xlsx],
    ['a.csv', csv],
    ['a.html', html],
  ])('is refused as %s, with the cell that is too far out', async (name, make) => {
    expect(await readWorkbook(make(1000), name)).toMatchObject({ ok: true });
    expect(await readWorkbook(make(1001), name)).toMatchObject({
      ok: false,
      error: { code: 'TOO_MANY_COLUMNS', params: { cell: 'ALM1', limit: 1000 } },
    });
  });

  it('is read where its cells out there are only formatted, or empty', async () => {
    const formatted = '<row r="1"><c r="A1" t="inlineStr"><is><t>Date</t></is></c><c r="XFD1" s="1"/></row>';
    const read = await readWorkbook(xlsxOf({ name: 'Log', rows: formatted }), 'a.xlsx');
    expect(read).toMatchObject({ ok: true, value: { sheets: [{ rows: [['Date']] }] } });
    const commas = await readWorkbook(bytesOf(`Date,Topic${','.repeat(16_000)}\n1,2\n`), 'a.csv');
    expect(commas).toMatchObject({
      ok: true,
      value: {
        sheets: [
          {
            rows: [
              ['Date', 'Topic'],
              ['1', '2'],
            ],
          },
        ],
      },
    });
  });

  it('is refused with the very cell that is filled, however many empty ones stand before it', async () => {
    const far = `${'Date,Topic\n'.repeat(20)}2026-03-02,Registers${','.repeat(1500)}far\n1,2\n`;
    expect(await readWorkbook(bytesOf(far), 'a.csv')).toMatchObject({
      ok: false,
      error: { code: 'TOO_MANY_COLUMNS', params: { cell: 'BET21' } },
    });
  });

  it('counts with the others: so many sheets, each wide, are no log either', async () => {
    const rows = rowsXml([Array.from({ length: 1000 }, (_, column) => column)]);
    const sheets = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ name: `S${index}`, rows }));
    expect(await readWorkbook(xlsxOf(...sheets(10)), 'a.xlsx')).toMatchObject({ ok: true });
    expect(await readWorkbook(xlsxOf(...sheets(11)), 'a.xlsx')).toMatchObject({
      ok: false,
      error: { code: 'TOO_WIDE', params: { columns: 11_000, limit: 10_000 } },
    });
  });
});

describe('a text that no cell can hold', () => {
  it.each([
    ['a.csv', (text: string) => bytesOf(`Date,Topic\n1,"${text}"\n`)],
    [
      'a.xlsx',
      (text: string) =>
        xlsxOf({
          name: 'Log',
          rows: rowsXml([
            ['Date', 'Topic'],
            ['1', text],
          ]),
        }),
    ],
  ])('is refused in %s, with its cell', async (name, make) => {
    expect(await readWorkbook(make('x'.repeat(32_767)), name)).toMatchObject({ ok: true });
    expect(await readWorkbook(make('x'.repeat(32_768)), name)).toMatchObject({
      ok: false,
      error: { code: 'TEXT_TOO_LONG', params: { cell: 'B2', length: 32_768, limit: 32_767 } },
    });
  });

  it('is what a quotation mark makes that is never closed', async () => {
    const read = await readWorkbook(bytesOf(`a,b\n"${'x'.repeat(5_000_000)}`), 'a.csv');
    expect(read).toMatchObject({ ok: false, error: { code: 'TEXT_TOO_LONG', params: { cell: 'A2' } } });
  });
});
