import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../../../shared/workbook/read/readWorkbook.ts';

const read = (text: string, name: string) => readWorkbook(new TextEncoder().encode(text), name);

async function rowsOf(text: string, name: string) {
  const result = await read(text, name);
  if (!result.ok) throw new Error(result.error.code);
  return result.value.sheets[0]?.rows;
}

const code: Readonly<Record<string, string>> = {
  'a.json': '{"a":1,"b":[1,2,3],"c":"x,y,z"}\n{"a":2,"b":[1,2,3],"c":"x,y,z"}\n',
  'list.json': '[{"id":1,"n":"a"},\n{"id":2,"n":"b"},\n{"id":3,"n":"c"}]\n',
  'pretty.json': '{\n  "name": "a",\n  "version": "1",\n  "main": "b",\n  "type": "c",\n  "end": "d"\n}\n',
  'dump.sql': 'INSERT INTO t (a,b) VALUES (1,2);\nINSERT INTO t (a,b) VALUES (3,4);\n',
  'values.sql': "(1,'a','b'),\n(2,'c','d'),\n(3,'e','f');\n",
  'app.js': 'const a = 1;\nconst b = 2;\nlet c = a + b;\nconsole.log(c);\n',
  'calls.js': 'add(1,2);\nadd(3,4);\nadd(5,6);\n',
  'main.c':
    '#include "a.h"\nint x;\nint y;\nint z;\nchar c;\nlong d;\nlong e;\nint f;\nint g;\nint h;\nint i;\n',
  'style.css': 'a{color:red;margin:0}\nb{color:red;margin:0}\np{color:red;margin:0}\n',
  'rules.css': '  color: red;\n  margin: 0;\n  padding: 0;\n',
};

describe('source code and data of programs are no tables', () => {
  it.each(Object.entries(code))('%s', async (name, text) => {
    expect(await read(text, name)).toMatchObject({ ok: false, error: { code: 'NOT_A_SPREADSHEET' } });
  });

  it('not under the name of a table either, where brackets run across its cells', async () => {
    expect(await read(code['a.json'] ?? '', 'a.csv')).toMatchObject({ error: { code: 'NOT_A_SPREADSHEET' } });
    expect(await read(code['dump.sql'] ?? '', 'a.txt')).toMatchObject({
      error: { code: 'NOT_A_SPREADSHEET' },
    });
  });
});

describe('a table stays one', () => {
  const rows = [
    ['Date', 'Topic (short)', 'Result'],
    ['2019-03-04', '1) e-signature', '{draft}'],
    ['2019-03-05', '2) archives [second visit]', '(none)'],
  ];
  it.each([',', ';', '\t', '|'])('with %j between its cells, whatever its name', async (delimiter) => {
    const text = rows.map((row) => row.join(delimiter)).join('\n');
    for (const name of ['log.csv', 'log.txt', 'log', 'log.export'])
      expect(await rowsOf(text, name)).toEqual(rows);
  });

  it('with a mark behind its last cell', async () => {
    const text = rows.map((row) => `${row.join(';')};`).join('\n');
    expect(await rowsOf(text, 'log')).toEqual(rows);
    expect(await rowsOf('Topic;\nArchives;\n', 'log.csv')).toEqual([['Topic'], ['Archives']]);
  });

  it('with smileys and lists in its cells', async () => {
    const text = 'Topic,Note\na :(,b\nc,1)\nd :),e (f\n';
    expect(await rowsOf(text, 'log.csv')).toHaveLength(4);
  });
});

describe('a document of markup is what its root element is', () => {
  const drawing = '<table x="1"/><script>alert(1)</script>';
  it.each([
    ['SVG', `<svg xmlns="http://www.w3.org/2000/svg">${drawing}</svg>`],
    ['SVG', `<?xml version="1.0"?>\n<!-- drawn -->\n<svg>${drawing}</svg>`],
    ['SVG', `<?xml version="1.0"?><!DOCTYPE svg [ <!ENTITY ns "http://a"> ]><svg>${drawing}</svg>`],
    ['XML', '<feed xmlns="http://www.w3.org/2005/Atom"><table/></feed>'],
  ])('%s: %s', async (found, text) => {
    expect(await read(text, 'pic.svg')).toMatchObject({
      ok: false,
      error: { code: 'NOT_A_SPREADSHEET', params: { found } },
    });
  });

  it('a page with a table is read, as Excel and others write it', async () => {
    const table = '<table><tr><td>Date</td><td>Topic</td></tr></table>';
    const office =
      'xmlns:o="urn:schemas-microsoft-com:office:office" xmlns="http://www.w3.org/TR/REC-html40"';
    for (const page of [
      `<html ${office}><body>${table}</body></html>`,
      `<!DOCTYPE html><html><body>${table}</body></html>`,
      `<html xmlns="http://www.w3.org/1999/xhtml"><body>${table}</body></html>`,
      `<meta charset="utf-8">${table}`,
      table,
    ])
      expect(await rowsOf(page, 'log.xls')).toEqual([['Date', 'Topic']]);
  });
});
