import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeFileOperations } from '../../../../electron/services/fileOperations.ts';
import { leftoverFiles } from '../../../../electron/services/leftovers.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldbook-leftovers-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('torn ends and everything in quarantine are found, read and replaced; the journal is not', async () => {
  const inner = join(folder, 'quarantine', '2026-11-26', 'IndexedDB');
  await mkdir(inner, { recursive: true });
  await writeFile(join(folder, 'journal.fbj'), 'journal');
  await writeFile(join(folder, 'journal.fbj.tail-16'), 'tail');
  await writeFile(join(inner, '000003.log'), 'old');
  const files = leftoverFiles(join(folder, 'journal.fbj'), join(folder, 'quarantine'), {
    operations: nodeFileOperations,
  });
  const log = join('quarantine', '2026-11-26', 'IndexedDB', '000003.log');
  expect([...(await files.names())].sort()).toEqual(['journal.fbj.tail-16', log]);
  expect(Buffer.from(await files.read(log)).toString()).toBe('old');
  await files.write(log, new TextEncoder().encode('new'));
  expect(await readFile(join(folder, log), 'utf8')).toBe('new');
});

test('without a quarantine there is nothing in it', async () => {
  const parts = { operations: nodeFileOperations };
  expect(await leftoverFiles(join(folder, 'journal.fbj'), join(folder, 'none'), parts).names()).toEqual([]);
});

test('damaged settings that were put aside are among them, a damaged key file is not', async () => {
  for (const name of [
    'settings.json',
    'settings.json.damaged',
    'sentinel.json.damaged',
    'key.json.damaged',
  ]) {
    await writeFile(join(folder, name), 'text');
  }
  const parts = { operations: nodeFileOperations };
  const files = leftoverFiles(join(folder, 'journal.fbj'), join(folder, 'none'), parts, ['key.json']);
  expect([...(await files.names())].sort()).toEqual(['sentinel.json.damaged', 'settings.json.damaged']);
});
