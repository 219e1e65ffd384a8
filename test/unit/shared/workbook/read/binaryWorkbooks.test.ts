import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import type { GridRow } from '../../../../../shared/workbook/grid.ts';
import { readWorkbook } from '../../../../../shared/workbook/read/readWorkbook.ts';
import { zipOf } from '../../../../support/workbookFiles.ts';

async function rowsOf(bytes: Uint8Array): Promise<readonly GridRow[] | undefined> {
  const result = await readWorkbook(bytes, 'old.xls');
  return result.ok ? result.value.sheets[0]?.rows : undefined;
}

async function codeOf(bytes: Uint8Array): Promise<string> {
  const result = await readWorkbook(bytes, 'old.xlsb');
  return result.ok ? 'read' : result.error.code;
}

describe('texts of a binary workbook', () => {
  it.each<[string, number, readonly number[], string]>([
    ['Cyrillic', 1251, [0xd1, 0xee, 0xf4, 0xe8, 0xff], 'София'],
    ['Korean', 949, [0xc7, 0xd1, 0xb1, 0xdb, 0x8c, 0x63], '한글똠'],
    ['Western', 1252, [0x93, 0xc1, 0x94, 0x80], '“Á”€'],
  ])('are in the code page that an .xls of Excel 95 states: %s', async (_, codePage, bytes, text) => {
    const stand = 'QZXWVK'.slice(0, bytes.length);
    const book = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet([['Name'], [stand]]), 'Data');
    const written = new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'biff5' }));
    const find = (wanted: readonly number[]): number =>
      written.findIndex((_byte, index) => wanted.every((byte, step) => written[index + step] === byte));
    written.set(bytes, find([...new TextEncoder().encode(stand)]));
    // The CODEPAGE record, as the library always writes it.
    new DataView(written.buffer, written.byteOffset).setUint16(find([0x42, 0, 2, 0]) + 4, codePage, true);
    expect(await rowsOf(written)).toEqual([['Name'], [text]]);
  });
});

describe('binary workbooks', () => {
  it('are damaged when a parser lost its way and took other bytes for the name of a sheet', async () => {
    const book = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet([['a']]), 'Data');
    const parts = unzipSync(new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsb' })));
    const sheets = parts['xl/workbook.bin'] ?? new Uint8Array();
    // BrtBundleSh: state, id, then the lengths of the relation's id and of the name, each before its text.
    const at = sheets.findIndex((_, index) => sheets[index] === 0x9c && sheets[index + 1] === 0x01);
    const relation = new DataView(sheets.buffer, sheets.byteOffset).getUint32(at + 11, true);
    sheets[at + 11 + 4 + relation * 2] = 0x40;
    expect(await codeOf(zipOf(parts))).toBe('DAMAGED');
  });
});
