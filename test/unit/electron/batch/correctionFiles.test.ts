import { existsSync, readFileSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../../shared/core/hashing.ts';
import type { WorkbookGrid } from '../../../../shared/workbook/grid.ts';
import { readWorkbook } from '../../../../shared/workbook/read/readWorkbook.ts';
import {
  BatchFolder,
  centerReplica,
  reportOf,
  reportWithBadRow,
  runHere,
  twoEditsOfOne,
  writeGrid,
} from '../../../support/batch.ts';
import { withCell } from '../../../support/exchange.ts';

let folder: BatchFolder;
beforeEach(() => {
  folder = new BatchFolder();
});
afterEach(() => folder.remove());

async function gridAt(name: string): Promise<WorkbookGrid> {
  const read = await readWorkbook(readFileSync(folder.at(name)), name);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

describe('consolidate with a report', () => {
  it('gives back each workbook with rejected rows, whose correction brings in just those', async () => {
    await reportWithBadRow(folder);
    const lima = centerReplica('limalaptop00', 'PE17', 2);
    await folder.writeDocument('lima.xlsx', reportOf(lima, 'PE17'));
    const files = ['bad.xlsx', 'lima.xlsx'];
    const run = await runHere(folder, ['consolidate', ...files, '--out', 'all.xlsx', '--report', 'p.xlsx']);
    expect(run.code).toBe(1);
    expect(run.out.split('\n').slice(-3)).toEqual([
      `Written: ${folder.at('all.xlsx')}`,
      `Written: ${folder.at('p.xlsx')}`,
      `Written: ${folder.at('p_bad.xlsx')}`,
    ]);
    expect(existsSync(folder.at('p_lima.xlsx'))).toBe(false);
    const problems = await gridAt('p_bad.xlsx');
    await writeGrid(folder, 'corrected.xlsx', withCell(problems, 'Consultations', 0, 'Date', '2026-03-03'));
    const again = await runHere(folder, ['consolidate', ...files, 'corrected.xlsx', '--out', 'all.xlsx']);
    expect(again.out).toMatch(/corrected\.xlsx +0 +1 +0 +0 +8 +0/);
    const alone = await runHere(folder, ['consolidate', 'corrected.xlsx', '--out', 'all.xlsx']);
    expect(alone.code).toBe(0);
  });

  it('writes the same bytes of all that is wrong, in whatever order and under whichever names it was given', async () => {
    await reportWithBadRow(folder);
    const { report } = await twoEditsOfOne(folder);
    folder.write('z-copy.xlsx', readFileSync(folder.at('bad.xlsx')));
    folder.write('table.csv', 'Name (English),Type,Country\nAgency of Tables,Nonsense,PE\n');
    const orders = [
      ['bad.xlsx', report, 'there.xlsx', 'table.csv', 'z-copy.xlsx'],
      ['z-copy.xlsx', 'table.csv', 'there.xlsx', report, 'bad.xlsx', 'table.csv'],
    ];
    const written = ['all.xlsx', 'p.xlsx', 'p_bad.xlsx', 'p_table.xlsx'];
    const results: string[][] = [];
    for (const files of orders) {
      const run = await runHere(folder, ['consolidate', ...files, '--out', 'all.xlsx', '--report', 'p.xlsx']);
      expect(run.code).toBe(1);
      results.push(written.map((name) => sha256Hex(readFileSync(folder.at(name)))));
      for (const name of written) rmSync(folder.at(name));
    }
    expect(results[1]).toEqual(results[0]);
    expect(existsSync(folder.at('p_z-copy.xlsx'))).toBe(false);
  });

  it('protects what goes back as it was', async () => {
    await reportWithBadRow(folder, { password: 'secret 비밀' });
    const files = ['consolidate', 'bad.xlsx', '--password', 'secret 비밀', '--out', 'all.xlsx'];
    await runHere(folder, [...files, '--report', 'p.xlsx']);
    const closed = await readWorkbook(readFileSync(folder.at('p_bad.xlsx')), 'p_bad.xlsx');
    expect(closed).toMatchObject({ ok: false, error: { code: 'PASSWORD_NEEDED' } });
    const options = { password: 'secret 비밀' };
    const open = await readWorkbook(readFileSync(folder.at('p_bad.xlsx')), 'p_bad.xlsx', options);
    expect(open.ok).toBe(true);
  });

  it('overwrites none of its inputs with what goes back', async () => {
    await reportWithBadRow(folder);
    folder.write('p_bad.xlsx', readFileSync(folder.at('bad.xlsx')));
    const files = ['bad.xlsx', 'p_bad.xlsx'];
    const run = await runHere(folder, ['consolidate', ...files, '--out', 'all.xlsx', '--report', 'p.xlsx']);
    expect(run).toMatchObject({ code: 2, err: expect.stringContaining('“p_bad.xlsx” is one of the files') });
    expect(readFileSync(folder.at('p_bad.xlsx'))).toEqual(readFileSync(folder.at('bad.xlsx')));
    expect(existsSync(folder.at('p.xlsx'))).toBe(false);
  });
});
