import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeFileOperations } from '../../../../electron/services/fileOperations.ts';
import { sha256Hex } from '../../../../shared/core/hashing.ts';
import { builtInCenterId } from '../../../../shared/records/builtIn.ts';
import { recordTypes } from '../../../../shared/records/registry.ts';
import type { WorkbookGrid } from '../../../../shared/workbook/grid.ts';
import { readWorkbook } from '../../../../shared/workbook/read/readWorkbook.ts';
import {
  BatchFolder,
  bytesOf,
  centerReplica,
  reportOf,
  reportWithBadRow,
  runHere,
  twoEditsOfOne,
} from '../../../support/batch.ts';
import { contentOf } from '../../../support/exchange.ts';
import { packOf } from '../../../support/exchangePacks.ts';

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

async function twoReports() {
  const sofia = centerReplica('sofialaptop0', 'BG10', 1);
  const lima = centerReplica('limalaptop00', 'PE17', 2);
  await folder.writeDocument('sofia.xlsx', reportOf(sofia, 'BG10'));
  await folder.writeDocument('lima.xlsx', reportOf(lima, 'PE17', { language: 'ko' }));
  return { sofia, lima };
}

describe('consolidate', () => {
  it('takes the workbook out of a pack, and tells what of its files does not hold', async () => {
    const sofia = centerReplica('sofialaptop0', 'BG10', 1);
    const report = await bytesOf(reportOf(sofia, 'BG10'));
    const evidence = { 'Events/hall.jpg': Uint8Array.of(1, 2, 3), 'Events/list.pdf': Uint8Array.of(4, 5) };
    const parts = unzipSync(await packOf(report, evidence));
    folder.write('sofia.zip', zipSync({ ...parts, 'Events/list.pdf': Uint8Array.of(4, 6) }));
    const run = await runHere(folder, ['consolidate', 'sofia.zip', '--out', 'all.xlsx']);
    expect(run.code).toBe(0);
    expect(run.err).toContain(
      'sofia.zip: the workbook was taken from the pack; files of evidence that are whole: 1.',
    );
    expect(run.err).toContain('The file “list.pdf” is not the one that was sent');
    expect((await gridAt('all.xlsx')).sheets.map(({ name }) => name)).toContain('Consultations');

    folder.write('cut.zip', (await packOf(report, evidence)).subarray(0, -100));
    const cut = await runHere(folder, ['consolidate', 'cut.zip', '--out', 'none.xlsx']);
    expect(cut.code).toBe(2);
    expect(cut.err).toContain('“cut.zip” is damaged or incomplete');
  });

  it('joins all centers and tells what each file brought', async () => {
    await twoReports();
    const run = await runHere(folder, ['consolidate', 'sofia.xlsx', 'lima.xlsx', '--out', 'all.xlsx']);
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out.split('\n').slice(0, 3)).toEqual([
      'File        Conflict  New  Changed  Deleted  Unchanged  Rejected',
      'sofia.xlsx         0    5        0        0          4         0',
      'lima.xlsx          0    5        0        0          4         0',
    ]);
    const history = await runHere(folder, ['history', 'all.xlsx']);
    expect(history.out).toContain('113  (109 + 4)');
  });

  it('gives the same bytes for the same files in any order, twice or given twice', async () => {
    await twoReports();
    folder.write('table.csv', 'Name (English),Type,Country\nAgency of Tables,Agency,PE\n');
    const orders = [
      ['sofia.xlsx', 'lima.xlsx', 'table.csv'],
      ['sofia.xlsx', 'lima.xlsx', 'table.csv'],
      ['table.csv', 'lima.xlsx', 'sofia.xlsx', 'lima.xlsx'],
    ];
    const hashAt = (name: string): string => sha256Hex(readFileSync(folder.at(name)));
    const results: { result: string; report: string }[] = [];
    for (const files of orders) {
      const run = await runHere(folder, ['consolidate', ...files, '--out', 'all.xlsx', '--report', 'p.xlsx']);
      expect(run.code).toBe(0);
      results.push({ result: hashAt('all.xlsx'), report: hashAt('p.xlsx') });
    }
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
    const other = await runHere(folder, ['consolidate', 'sofia.xlsx', '--out', 'one.xlsx']);
    expect(other.code).toBe(0);
    expect(hashAt('one.xlsx')).not.toBe(results[0]?.result);
  });

  it('says that a file is there twice', async () => {
    await twoReports();
    folder.write('copy.xlsx', readFileSync(folder.at('lima.xlsx')));
    const run = await runHere(folder, ['consolidate', 'lima.xlsx', 'copy.xlsx', '--out', 'all.xlsx']);
    expect(run.out).toContain('“copy.xlsx” has the same contents as “lima.xlsx” and was counted once.');
  });

  it('changes nothing at the center that it comes back to, but brings the others', async () => {
    const { sofia, lima } = await twoReports();
    await runHere(folder, ['consolidate', 'sofia.xlsx', '--out', 'own.xlsx']);
    const own = sofia.import(await gridAt('own.xlsx'));
    expect(own.changes).toEqual([]);
    await runHere(folder, ['consolidate', 'sofia.xlsx', 'lima.xlsx', '--out', 'all.xlsx']);
    const all = sofia.import(await gridAt('all.xlsx'));
    expect(all.counts).toMatchObject({ added: 5, updated: 0, deleted: 0, rejected: 0 });
    lima.import(await gridAt('all.xlsx'));
    expect(contentOf(sofia.records, recordTypes)).toEqual(contentOf(lima.records, recordTypes));
  });

  it('takes the later of two edits whichever file comes first, and carries deletions', async () => {
    const sofia = centerReplica('sofialaptop0', 'BG10', 1);
    await folder.writeDocument('early.xlsx', reportOf(sofia, 'BG10'));
    const [first, second] = sofia.records.all('consultation');
    if (first === undefined || second === undefined) throw new Error('no consultations');
    sofia.edit('consultation', first.id, { topic: 'Corrected' });
    sofia.delete('consultation', second.id);
    await folder.writeDocument('late.xlsx', reportOf(sofia, 'BG10'));
    await runHere(folder, ['consolidate', 'late.xlsx', 'early.xlsx', '--out', 'all.xlsx']);
    const rows = (await gridAt('all.xlsx')).sheets.find(({ name }) => name === 'Consultations')?.rows ?? [];
    expect(rows).toHaveLength(2);
    expect(rows[1]).toContain('Corrected');
  });

  it('leaves personal data out when asked to', async () => {
    await twoReports();
    await runHere(folder, ['consolidate', 'sofia.xlsx', '--out', 'all.xlsx', '--redact']);
    const people = (await gridAt('all.xlsx')).sheets.find(({ name }) => name === 'People')?.rows ?? [];
    expect(JSON.stringify(people)).not.toContain('expert@');
    await runHere(folder, ['consolidate', 'sofia.xlsx', '--out', 'all.xlsx']);
    const all = (await gridAt('all.xlsx')).sheets.find(({ name }) => name === 'People')?.rows ?? [];
    expect(JSON.stringify(all)).toContain('expert@');
  });

  it('ends with 1 for rejected rows, tells them, and lists them in a workbook', async () => {
    await reportWithBadRow(folder);
    const run = await runHere(folder, [
      ...['consolidate', 'bad.xlsx', '--lang', 'ko', '--out', 'all.xlsx', '--report', 'problems.xlsx'],
    ]);
    expect(run.code).toBe(1);
    expect(run.err).toContain(
      'bad.xlsx · Consultations 2행 · 날짜: “31.02.2026”은(는) 달력에 있는 날짜가 아닙니다.',
    );
    const grid = await gridAt('problems.xlsx');
    const table = grid.sheets.find(({ name }) => name === '문제 목록')?.rows ?? [];
    expect(table[1]?.slice(0, 5)).toEqual(['bad.xlsx', 'Consultations', 2, 'B', '날짜']);
    expect([6, 8, 9].map((column) => table[1]?.[column])).toEqual([
      '31.02.2026',
      '오류(행 반려)',
      'BAD_DATE',
    ]);
    const kinds = grid.sheets.find(({ name }) => name === '문제 유형')?.rows ?? [];
    expect(kinds.at(-1)?.slice(1)).toEqual(['BAD_DATE', '오류(행 반려)', 1]);
  });

  it('ends with 1 for conflicts, keeps both values in the result, and lists them with the files they are from', async () => {
    const { report } = await twoEditsOfOne(folder);
    const args = ['consolidate', 'here.xlsx', 'there.xlsx', '--out', 'all.xlsx', '--report', 'problems.xlsx'];
    const run = await runHere(folder, args);
    expect(run.code).toBe(1);
    expect(run.err).toContain('Values that were changed on two sides that did not know of each other (1).');
    expect(run.err).toContain('here.xlsx, there.xlsx · Consultations · Topic of 2026-03-02 · Advice');
    expect(run.err).toContain('“Start with people.” or “Start with money.”');
    const table = (await gridAt('problems.xlsx')).sheets.find(({ name }) => name === 'Problems')?.rows ?? [];
    expect([6, 7, 8, 9].map((column) => table[1]?.[column])).toEqual([
      'Start with people.',
      'Start with money.',
      'Conflict',
      'CONFLICT',
    ]);
    // The result holds both: whoever receives it is asked in turn.
    const again = await runHere(folder, ['inspect', 'all.xlsx', '--json']);
    expect(again.code).toBe(1);
    expect(JSON.parse(again.out)).toMatchObject({
      problems: [{ code: 'CONFLICT', value: 'Start with people.', other: 'Start with money.' }],
    });
    const decided = await runHere(folder, ['consolidate', report, '--out', 'one.xlsx']);
    expect(decided.code).toBe(0);
  });

  it('opens protected workbooks with the password', async () => {
    const { sofia } = await twoReports();
    await folder.writeDocument('locked.xlsx', reportOf(sofia, 'BG10', { password: 'secret 비밀' }));
    const without = await runHere(folder, ['consolidate', 'locked.xlsx', '--out', 'all.xlsx']);
    expect(without).toMatchObject({ code: 2, err: expect.stringContaining('is protected by a password') });
    const wrong = await runHere(folder, [
      'consolidate',
      'locked.xlsx',
      '--out',
      'all.xlsx',
      '--password',
      'x',
    ]);
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('The password does not open') });
    const right = await runHere(folder, [
      ...['consolidate', 'locked.xlsx', 'lima.xlsx', '--out', 'all.xlsx', '--password', 'secret 비밀'],
    ]);
    expect(right.code).toBe(0);
  });

  it('names every file that it cannot use and writes nothing', async () => {
    await twoReports();
    folder.write('photo.xlsx', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]));
    folder.write('empty.xlsx', '');
    folder.write('cut.xlsx', readFileSync(folder.at('lima.xlsx')).subarray(0, 5000));
    folder.write('shopping.csv', 'Fruit,Price\nApple,1\nPear,2\n');
    mkdirSync(folder.at('folder'));
    const names = ['photo.xlsx', 'sofia.xlsx', 'empty.xlsx', 'cut.xlsx', 'folder', 'none.xlsx'];
    const before = readdirSync(folder.path);
    const run = await runHere(folder, ['consolidate', ...names, '--out', 'all.xlsx', '--report', 'p.xlsx']);
    expect(run.code).toBe(2);
    expect(run.out).toBe('');
    for (const part of ['JPEG', '0 bytes', 'damaged or incomplete', 'is a folder', 'There is no file']) {
      expect(run.err).toContain(part);
    }
    expect(run.err.split('\n').at(-1)).toContain('Nothing was written.');
    const wrong = await runHere(folder, ['consolidate', 'sofia.xlsx', 'shopping.csv', '--out', 'all.xlsx']);
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('No sheet of “shopping.csv”') });
    expect(readdirSync(folder.path)).toEqual(before);
  });
});

describe('an output', () => {
  it.each([
    [['--out', 'sofia.xlsx'], 'would be overwritten'],
    [['--out', 'link.xlsx'], 'would be overwritten'],
    [['--out', 'all.xlsx', '--report', 'sofia.xlsx'], 'would be overwritten'],
    [['--out', 'all.xlsx', '--report', './all.xlsx'], 'two different names'],
    [['--out', 'missing/all.xlsx'], 'There is no folder'],
    [['--out', 'sofia.xlsx/all.xlsx'], 'There is no folder'],
    [['--out', 'all.xls'], 'must end in .xlsx'],
    [['--out', 'folder.xlsx'], 'is a folder'],
  ])('%j is refused before anything is read', async (options, sentence) => {
    await twoReports();
    symlinkSync(folder.at('sofia.xlsx'), folder.at('link.xlsx'));
    mkdirSync(folder.at('folder.xlsx'));
    const bytes = readFileSync(folder.at('sofia.xlsx'));
    const run = await runHere(folder, ['consolidate', 'sofia.xlsx', ...options]);
    expect(run).toMatchObject({ code: 2, out: '', err: expect.stringContaining(sentence) });
    expect(readFileSync(folder.at('sofia.xlsx')).equals(bytes)).toBe(true);
    expect(existsSync(folder.at('all.xlsx'))).toBe(false);
  });

  it('stays as it was when the disk is full, and nothing lies beside it', async () => {
    await twoReports();
    folder.write('all.xlsx', 'old');
    const before = readdirSync(folder.path);
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
    const run = await runHere(folder, ['consolidate', 'sofia.xlsx', '--out', 'all.xlsx'], {
      ...nodeFileOperations,
      open: async (path, mode) => {
        const file = await nodeFileOperations.open(path, mode);
        return mode === 'new' ? { ...file, write: () => Promise.reject(full) } : file;
      },
    });
    expect(run).toMatchObject({ code: 2, out: '', err: expect.stringContaining('The disk is full') });
    expect(readFileSync(folder.at('all.xlsx'), 'utf8')).toBe('old');
    expect(readdirSync(folder.path)).toEqual(before);
  });
});

describe('history', () => {
  it('is the published table without files, in both languages', async () => {
    const english = await runHere(folder, ['history']);
    expect(english.code).toBe(0);
    expect(english.out.split('\n')[1]).toMatch(/^Korea-Bulgaria\('10\) +10 +5 +12$/);
    expect(english.out.split('\n').at(-1)).toMatch(/^Total +76 +109 +117$/);
    const korean = await runHere(folder, ['history', '--lang', 'ko']);
    expect(korean.out.split('\n').at(-1)).toMatch(/^합계 +76 +109 +117$/);
  });

  it('adds what the workbooks have logged, also as JSON', async () => {
    await twoReports();
    const run = await runHere(folder, ['history', 'sofia.xlsx', 'lima.xlsx', 'sofia.xlsx', '--json']);
    expect(JSON.parse(run.out)).toMatchObject({
      countRules: 2,
      rows: expect.arrayContaining([
        expect.objectContaining({
          centerId: builtInCenterId('PE17'),
          label: { en: "Korea-Peru('17)", ko: "한-페루('17)" },
          consulting: { published: 28, logged: 2, total: 30, inPublished: 0 },
          workshops: { published: 19, logged: 1, total: 20, inPublished: 0 },
        }),
      ]),
      totals: { projects: { total: 76 }, consulting: { total: 113 }, workshops: { total: 119 } },
    });
  });
});

describe('inspect', () => {
  it('tells what a workbook is and what it holds', async () => {
    await twoReports();
    const run = await runHere(folder, ['inspect', 'lima.xlsx']);
    expect(run.code).toBe(0);
    expect(run.out).toContain('lima.xlsx: xlsx, Fieldbook export, unchanged');
    expect(run.out).toMatch(/^컨설팅 +Consultations +2$/m);
  });

  it('gives the same as JSON, with every problem and its place', async () => {
    await reportWithBadRow(folder);
    const run = await runHere(folder, ['inspect', 'bad.xlsx', '--json']);
    expect(run.code).toBe(1);
    expect(JSON.parse(run.out)).toMatchObject({
      file: 'bad.xlsx',
      format: 'xlsx',
      origin: 'edited',
      counts: { rejected: 1 },
      sheets: expect.arrayContaining([
        { name: 'Consultations', visibility: 'visible', type: 'consultation', rows: 2 },
      ]),
      problems: [
        expect.objectContaining({
          sheet: 'Consultations',
          row: 2,
          column: 'B',
          level: 'error',
          code: 'BAD_DATE',
        }),
      ],
    });
  });

  it('tells an unusable file in JSON too, and in words beside it', async () => {
    folder.write('empty.xlsx', '');
    const run = await runHere(folder, ['inspect', 'empty.xlsx', '--json', '--lang', 'ko']);
    expect(run.code).toBe(2);
    expect(JSON.parse(run.out)).toEqual({
      error: { code: 'EMPTY_FILE', message: expect.stringContaining('파일이 비어 있습니다') },
    });
    expect(run.err).toContain('파일이 비어 있습니다');
  });
});

describe('template', () => {
  it('is an empty form whose filled-in rows come in, in the center that it is for', async () => {
    const made = await runHere(folder, ['template', '--out', 't.xlsx', '--center', 'bg10']);
    expect(made.code).toBe(0);
    const inspected = await runHere(folder, ['inspect', 't.xlsx']);
    expect(inspected.out).toContain('t.xlsx: xlsx, Fieldbook template');
    const empty = await runHere(folder, ['consolidate', 't.xlsx', '--out', 'all.xlsx']);
    expect(empty.out).toMatch(/^t\.xlsx +0 +0 +0 +0 +6 +0$/m);
    const grid = await gridAt('t.xlsx');
    const laptop = centerReplica('limalaptop00', 'PE17', 2);
    const cells: Readonly<Record<string, string | number>> = {
      'Title (English)': 'Forum',
      Kind: 'Forum',
      Date: '2026-11-05',
      'Role of the center': 'Host',
      'Participants (female)': 3,
    };
    const filled: WorkbookGrid = {
      ...grid,
      sheets: grid.sheets.map((sheet) =>
        sheet.name === 'Events'
          ? {
              ...sheet,
              rows: [...sheet.rows, (sheet.rows[0] ?? []).map((header) => cells[String(header)] ?? null)],
            }
          : sheet,
      ),
    };
    const plan = laptop.import(filled, { defaultCenterId: builtInCenterId('PE17') });
    expect(plan.counts).toMatchObject({ added: 1, rejected: 0 });
    expect(laptop.records.all('event').map(({ centerId }) => centerId)).toEqual([builtInCenterId('BG10')]);
  });

  it('names the centers that there are when the code is none of them', async () => {
    const run = await runHere(folder, ['template', '--out', 't.xlsx', '--center', 'XX99']);
    expect(run).toMatchObject({
      code: 2,
      err: expect.stringContaining('BG10, ID16, KE17, PE17, UZ13, VN11'),
    });
    expect(existsSync(folder.at('t.xlsx'))).toBe(false);
  });
});

describe('help', () => {
  it.each(['en', 'ko'])('names every command that there is, and no other (%s)', async (lang) => {
    const run = await runHere(folder, ['--help', '--lang', lang]);
    expect(run).toMatchObject({ code: 0, err: '' });
    const commands = [...run.out.matchAll(/npm run batch -- (\w+)/g)].map(([, name]) => name);
    expect(commands).toEqual(['consolidate', 'inspect', 'history', 'template', 'seal', 'verify']);
  });
});
