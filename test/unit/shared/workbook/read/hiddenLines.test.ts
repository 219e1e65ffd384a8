import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../../../shared/workbook/read/readWorkbook.ts';
import { XmlScan } from '../../../../../shared/workbook/read/xmlScan.ts';
import { xlsxParts, zipOf } from '../../../../support/workbookFiles.ts';

const text = (value: string) => new TextEncoder().encode(value);

describe('hidden rows and columns', () => {
  it('are counted wherever the file is cut into pieces', () => {
    const xml = `<worksheet><cols><col min="2" max="3" hidden="1"/></cols><sheetData>${'<row r="1" spans="1:9" s="12" customFormat="1" ht="22.5" hidden="1"><c r="A1"/></row>'.repeat(3)}<row r="4"/></sheetData></worksheet>`;
    for (let size = 1; size <= xml.length; size += 7) {
      const scan = new XmlScan(true);
      for (let at = 0; at < xml.length; at += size)
        expect(scan.add(text(xml.slice(at, at + size)))).toBeNull();
      expect(scan.end()).toBeNull();
      expect([scan.hiddenRows, scan.hiddenColumns]).toEqual([3, [[2, 3]]]);
    }
  });

  it('are found in an OpenDocument, where all sheets stand in one part', async () => {
    const row = (attributes: string, value: string) =>
      `<table:table-row${attributes}><table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell></table:table-row>`;
    const sheet = (name: string, columns: string, rows: string) =>
      `<table:table table:name="${name}">${columns}${rows}<table:table-row table:number-rows-repeated="1000" table:visibility="collapse"><table:table-cell/></table:table-row></table:table>`;
    const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>${[
      sheet('First', '<table:table-column/>', row('', 'a')),
      sheet(
        'R&amp;D',
        '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>',
        row('', 'a') +
          row(' table:visibility="filter"', 'b') +
          row(' table:visibility="collapse" table:number-rows-repeated="2"', 'c'),
      ),
    ].join('')}</office:spreadsheet></office:body></office:document-content>`;
    const type = 'application/vnd.oasis.opendocument.spreadsheet';
    const parts = {
      mimetype: type,
      'content.xml': content,
      'styles.xml':
        '<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"></office:document-styles>',
      'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${type}"/></manifest:manifest>`,
    };
    const read = await readWorkbook(zipOf(parts), 'a.ods');
    expect(
      read.ok &&
        read.value.sheets.map(({ name, hiddenRows, hiddenColumns }) => [name, hiddenRows, hiddenColumns]),
    ).toEqual([
      ['First', undefined, undefined],
      ['R&D', 3, [2, 3]],
    ]);
  });

  it('are told of the sheet that they are in, whatever it is called', async () => {
    const row = (number: number, hidden: string) =>
      `<row r="${number}"${hidden}><c r="A${number}" t="inlineStr"><is><t>x</t></is></c></row>`;
    const parts = xlsxParts([
      { name: 'First', rows: row(1, '') },
      { name: 'R&amp;D &lt;2&gt;', rows: row(1, '') + row(2, ' hidden="1"') + row(3, ' hidden="true"') },
    ]);
    const read = await readWorkbook(zipOf(parts), 'a.xlsx');
    expect(read.ok && read.value.sheets.map(({ name, hiddenRows }) => [name, hiddenRows])).toEqual([
      ['First', undefined],
      ['R&D <2>', 2],
    ]);
  });
});
