import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { nodeFileOperations } from '../../../../electron/services/fileOperations.ts';
import { type QuarantineParts, quarantine } from '../../../../electron/services/quarantine.ts';

/** Files that cannot be copied, with what Node then says; no system lets a test do that to itself. */
const held = vi.hoisted(() => new Map<string, string>());
vi.mock('node:fs/promises', async (original) => {
  const actual = await original<typeof import('node:fs/promises')>();
  const copyFile: typeof actual.copyFile = async (from, to, mode) => {
    const code = held.get(basename(String(from)));
    if (code !== undefined) throw Object.assign(new Error(code), { code });
    await actual.copyFile(from, to, mode);
  };
  return { ...actual, copyFile };
});

let folder = '';
const failures: unknown[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldbook-quarantine-'));
  await writeFile(join(folder, 'journal.fbj'), 'the damaged journal');
  await mkdir(join(folder, 'IndexedDB'));
  await writeFile(join(folder, 'IndexedDB', '000003.log'), 'blocks');
});
afterEach(async () => {
  held.clear();
  failures.length = 0;
  await rm(folder, { recursive: true });
});

const parts = (freeBytes: number | null = null): QuarantineParts => ({
  operations: nodeFileOperations,
  folder: join(folder, 'quarantine'),
  journalPath: join(folder, 'journal.fbj'),
  databaseFolder: join(folder, 'IndexedDB'),
  now: () => Date.UTC(2026, 10, 26, 9),
  freeBytes: async () => freeBytes,
  closeJournal: async () => undefined,
  failed: (error) => failures.push(error),
});

/** Files of Chromium's database before and after the one in the middle. */
async function moreBlocks(): Promise<void> {
  for (const name of ['000001.ldb', '000005.ldb']) await writeFile(join(folder, 'IndexedDB', name), name);
}

async function copiedTo(placed: Awaited<ReturnType<typeof quarantine>>): Promise<readonly string[]> {
  if (!placed.ok || placed.value.path === null) throw new Error('nothing was put aside');
  return (await readdir(placed.value.path, { recursive: true })).sort();
}

test('journal, database folder and what the database gave are copied into a folder of their own', async () => {
  const database = new TextEncoder().encode('{"records":[]}');
  const placed = await quarantine({ journal: 'copy', database }, parts());
  const path = join(folder, 'quarantine', '2026-11-26T09-00-00-000Z');
  expect(placed).toEqual({ ok: true, value: { path } });
  expect((await readdir(path)).sort()).toEqual(['IndexedDB', 'database.json', 'journal.fbj']);
  expect(await readFile(join(path, 'journal.fbj'), 'utf8')).toBe('the damaged journal');
  expect(await readFile(join(path, 'IndexedDB', '000003.log'), 'utf8')).toBe('blocks');
  expect(await readFile(join(folder, 'journal.fbj'), 'utf8')).toBe('the damaged journal');
});

test('a journal that cannot be read makes room for a new one, even on a full disk', async () => {
  const placed = await quarantine({ journal: 'move', database: null }, parts(1_000_000));
  expect(placed.ok).toBe(true);
  expect(await readdir(folder)).not.toContain('journal.fbj');
  const path = placed.ok ? (placed.value.path ?? '') : '';
  expect(await readFile(join(path, 'journal.fbj'), 'utf8')).toBe('the damaged journal');
});

test('where there is no room nothing is copied, and what is there stays', async () => {
  expect(await quarantine({ journal: 'copy', database: null }, parts(100_000_000))).toMatchObject({
    error: { code: 'NO_SPACE' },
  });
  expect((await readdir(folder)).sort()).toEqual(['IndexedDB', 'journal.fbj']);
});

test('a database folder that is not there is no failure', async () => {
  await rm(join(folder, 'IndexedDB'), { recursive: true });
  expect((await quarantine({ journal: 'copy', database: null }, parts())).ok).toBe(true);
});

test.each(['move', 'copy'] as const)(
  'a file that another program holds does not keep the rest from being put aside (%s)',
  async (journal) => {
    await moreBlocks();
    for (const code of ['EBUSY', 'EACCES', 'EIO']) {
      held.set('000003.log', code);
      await writeFile(join(folder, 'journal.fbj'), 'the damaged journal');
      const now = () => Date.UTC(2026, 10, 26, 9) + failures.length;
      const placed = await quarantine({ journal, database: null }, { ...parts(), now });
      expect(await copiedTo(placed)).toEqual([
        'IndexedDB',
        join('IndexedDB', '000001.ldb'),
        join('IndexedDB', '000005.ldb'),
        'journal.fbj',
      ]);
    }
    expect(failures).toMatchObject([{ code: 'EBUSY' }, { code: 'EACCES' }, { code: 'EIO' }]);
  },
);

test.skipIf(process.platform === 'win32')(
  'what is no file does not keep the rest from being put aside',
  async () => {
    await moreBlocks();
    execFileSync('mkfifo', [join(folder, 'IndexedDB', '000002.pipe')]);
    const placed = await quarantine({ journal: 'move', database: null }, parts());
    expect(await copiedTo(placed)).toEqual([
      'IndexedDB',
      join('IndexedDB', '000001.ldb'),
      join('IndexedDB', '000003.log'),
      join('IndexedDB', '000005.ldb'),
      'journal.fbj',
    ]);
  },
);

test('a moved journal is told although nothing else could be written', async () => {
  held.set('000003.log', 'ENOSPC');
  const full = { ...nodeFileOperations, open: () => Promise.reject(new Error('full')) };
  const syncFolder = () => Promise.reject(new Error('cannot be flushed'));
  const placed = await quarantine(
    { journal: 'move', database: Uint8Array.of(1) },
    { ...parts(), operations: { ...full, syncFolder } },
  );
  expect(await copiedTo(placed)).toEqual(['journal.fbj']);
  expect(failures).toHaveLength(3);
});

test('beside a moved journal the database is copied only where there is room', async () => {
  const placed = await quarantine({ journal: 'move', database: null }, parts(499_000_000));
  expect(await copiedTo(placed)).toEqual(['journal.fbj']);
  expect(failures).toMatchObject([{ hostError: { code: 'NO_SPACE' } }]);
});

test('a file of the database that would take the room that is left stays where it is', async () => {
  await writeFile(join(folder, 'IndexedDB', '000007.ldb'), new Uint8Array(2000));
  const placed = await quarantine({ journal: 'copy', database: null }, parts(500_001_000));
  expect(await copiedTo(placed)).toEqual(['IndexedDB', join('IndexedDB', '000003.log'), 'journal.fbj']);
});

test('where nothing could be put aside, no empty folder is told', async () => {
  held.set('000003.log', 'EBUSY');
  expect(await quarantine({ journal: 'none', database: null }, parts())).toEqual({
    ok: true,
    value: { path: null },
  });
  expect(await readdir(join(folder, 'quarantine'))).toEqual([]);
  expect(await quarantine({ journal: 'none', database: Uint8Array.of(1) }, parts())).toMatchObject({
    ok: true,
    value: { path: join(folder, 'quarantine', '2026-11-26T09-00-00-000Z') },
  });
});
