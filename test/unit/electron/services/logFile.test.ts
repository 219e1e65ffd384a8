import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLogFile } from '../../../../electron/services/logFile.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fieldbook-log-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const entry = (count: number) => ({ event: 'OPENED', facts: { count } }) as const;

test('lines are kept in their order, over restarts', () => {
  createLogFile(folder, () => 0).write(entry(1));
  const again = createLogFile(folder, () => 1000);
  again.write(entry(2));
  expect(again.read()).toEqual({
    ok: true,
    value:
      '{"at":"1970-01-01T00:00:00.000Z","event":"OPENED","count":1}\n{"at":"1970-01-01T00:00:01.000Z","event":"OPENED","count":2}\n',
  });
});

test('at most five files of the given size are kept, the newest lines in them', () => {
  const log = createLogFile(folder, () => 0, { fileBytes: 200, files: 5 });
  for (let count = 1; count <= 100; count++) log.write(entry(count));
  const files = readdirSync(folder);
  expect(files.sort()).toEqual([1, 2, 3, 4].map((age) => `fieldbook.${age}.log`).concat('fieldbook.log'));
  for (const file of files) expect(statSync(join(folder, file)).size).toBeLessThanOrEqual(200);
  const read = log.read();
  const counts = [...(read.ok ? read.value : '').matchAll(/"count":(\d+)/g)].map(([, count]) =>
    Number(count),
  );
  expect(counts).toEqual(counts.map((_, index) => 101 - counts.length + index));
  expect(counts.length).toBeGreaterThan(10);
});

test('a log that cannot be written stops nothing', () => {
  writeFileSync(join(folder, 'file'), '');
  const log = createLogFile(join(folder, 'file', 'logs'), () => 0);
  log.write(entry(1));
  expect(log.read()).toEqual({ ok: true, value: '' });
});

test('an older log that cannot be replaced keeps no line from being written', () => {
  const log = createLogFile(folder, () => 0, { fileBytes: 200, files: 5 });
  // As one that is open in another program: no file can take its name.
  mkdirSync(join(folder, 'fieldbook.1.log', 'open'), { recursive: true });
  mkdirSync(join(folder, 'fieldbook.2.log', 'open'), { recursive: true });
  for (let count = 1; count <= 10; count++) log.write(entry(count));
  const read = log.read();
  expect(read.ok && [...read.value.matchAll(/"count":(\d+)/g)].map(([, count]) => Number(count))).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ]);
  for (let count = 11; count <= 100; count++) log.write(entry(count));
  expect(statSync(join(folder, 'fieldbook.log')).size).toBeLessThanOrEqual(1000);
});
