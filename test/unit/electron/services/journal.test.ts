import { appendFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeFileOperations } from '../../../../electron/services/fileOperations.ts';
import { openableJournal } from '../../../../electron/services/journal.ts';
import { processorTime } from '../../../support/processorTime.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldbook-journal-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('entries of one run are there in the next, in a folder made for them', async () => {
  const path = join(folder, 'data', 'journal.fbj');
  const journal = openableJournal(path, nodeFileOperations);
  await journal.open();
  await journal.append(1, ['하나', 'two']);
  await journal.close();
  const next = openableJournal(path, nodeFileOperations);
  expect(await next.open()).toMatchObject({ ok: true, value: { lastSequence: 2 } });
  expect(await next.read(1, 9)).toMatchObject({ ok: true, value: [{ payload: '하나' }, { payload: 'two' }] });
  await next.close();
});

test('a torn tail is cut off the real file and kept beside it', async () => {
  const path = join(folder, 'journal.fbj');
  const journal = openableJournal(path, nodeFileOperations);
  await journal.open();
  await journal.append(1, ['whole']);
  await journal.close();
  const whole = await readFile(path);
  await appendFile(path, Uint8Array.of(9, 0, 0, 0, 1, 2));
  const next = openableJournal(path, nodeFileOperations);
  expect(await next.open()).toMatchObject({ ok: true, value: { lastSequence: 1, cutBytes: 6 } });
  await next.close();
  expect(await readFile(path)).toEqual(whole);
  expect(await readdir(folder)).toContain(`journal.fbj.tail-${whole.length}`);
});

test('a hundred thousand entries open in seconds even on a slow machine', async () => {
  const path = join(folder, 'journal.fbj');
  const journal = openableJournal(path, nodeFileOperations);
  await journal.open();
  const payload = JSON.stringify({ text: 'x'.repeat(400) });
  for (let from = 1; from <= 100_000; from += 10_000) {
    await journal.append(from, Array<string>(10_000).fill(payload));
  }
  await journal.close();
  const next = openableJournal(path, nodeFileOperations);
  const start = processorTime();
  expect(await next.open()).toMatchObject({ ok: true, value: { lastSequence: 100_000, damaged: [] } });
  const elapsed = processorTime() - start;
  expect(await next.read(99_999, 5)).toMatchObject({ ok: true, value: [{ sequence: 99_999 }, {}] });
  await next.close();
  // Well under one second when nothing else runs; the bound only tells a scan that grows with the square.
  expect(elapsed).toBeLessThan(5_000);
});
