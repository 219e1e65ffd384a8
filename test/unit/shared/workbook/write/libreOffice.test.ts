import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { GridRow, TableSheet } from '../../../../../shared/workbook/grid.ts';
import { readWorkbook } from '../../../../../shared/workbook/read/readWorkbook.ts';
import { writeWorkbook } from '../../../../../shared/workbook/write/writeWorkbook.ts';
import { documentOf, tableSheet } from '../../../../support/workbookFiles.ts';

const hasOffice = spawnSync('soffice', ['--version']).status === 0;

const columns: TableSheet['columns'] = [
  { width: 12, format: 'date' },
  { width: 30, format: 'text', dropDown: { values: ['방문', 'Online'] } },
  { width: 12, format: 'decimal' },
  { width: 12, format: 'percent' },
  { width: 12, format: 'text' },
];
const rows: readonly GridRow[] = [
  [{ kind: 'date', date: '2026-09-30', time: null }, '방문', 1234.5, 0.125, '00123'],
  [{ kind: 'date', date: '1999-12-31', time: null }, 'Oʻzbekiston 🙂 <&>', -1, 1, '=1+1'],
  [null, ' two\nlines ', null, null, '_x0041_'],
];

/** Saves a workbook anew in LibreOffice, with a profile of its own. */
function savedByOffice(bytes: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-office-'));
  try {
    writeFileSync(join(folder, 'in.xlsx'), bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const target = [
      '--headless',
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      join(folder, 'out'),
    ];
    execFileSync('soffice', [profile, ...target, join(folder, 'in.xlsx')], {
      stdio: 'ignore',
      timeout: 90_000,
    });
    return new Uint8Array(readFileSync(join(folder, 'out', 'in.xlsx')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('a workbook that LibreOffice opened and saved', () => {
  it('has the same cells, table, drop-downs, comments and print titles', { timeout: 120_000 }, async () => {
    const header = columns.map((_, index) => ({
      text: `Column ${index + 1}`,
      required: true,
      help: `Help ${index}`,
    }));
    const written = await writeWorkbook(
      documentOf([
        tableSheet(rows, columns, { header }),
        { kind: 'data', name: 'State', visibility: 'veryHidden', rows: [['{"a":1}', true]] },
      ]),
    );
    if (!written.ok) throw new Error(written.error.detail);
    if (!hasOffice) {
      console.info('LibreOffice is not installed: only this project’s own reader was tried.');
      expect((await readWorkbook(written.value, 'a.xlsx')).ok).toBe(true);
      return;
    }
    const saved = savedByOffice(written.value);
    const result = await readWorkbook(saved, 'a.xlsx');
    expect(result.ok && result.value.sheets[0]?.rows.slice(1)).toEqual([
      rows[0],
      rows[1],
      [null, ' two\nlines ', null, null, '_x0041_'],
    ]);
    expect(result.ok && result.value.sheets[1]?.rows).toEqual([['{"a":1}', true]]);
    const parts = unzipSync(saved);
    const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
    expect(part('xl/tables/table1.xml')).toContain('name="Column 5"');
    expect(part('xl/worksheets/sheet1.xml')).toContain('방문,Online');
    expect(part('xl/comments1.xml')).toContain('Help 4');
    expect(part('xl/workbook.xml')).toContain('_xlnm.Print_Titles');
  });
});
