import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeFileOperations } from '../../../../electron/services/fileOperations.ts';
import { type QuarantineParts, quarantine } from '../../../../electron/services/quarantine.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldbook-quarantine-'));
  await writeFile(join(folder, 'journal.fbj'), 'the damaged journal');
  await mkdir(join(folder, 'IndexedDB'));
  await writeFile(join(folder, 'IndexedDB', '000003.log'), 'blocks');
});
afterEach(() => rm(folder, { recursive: true }));

const parts = (freeBytes: number | null = null): QuarantineParts => ({
  operations: nodeFileOperations,
  folder: join(folder, 'quarantine'),
  journalPath: join(folder, 'journal.fbj'),
  databaseFolder: join(folder, 'IndexedDB'),
  now: () => Date.UTC(2026, 10, 26, 9),
  freeBytes: async () => freeBytes,
  closeJournal: async () => undefined,
});

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
