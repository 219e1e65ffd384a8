import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPickedFiles } from '../../../../electron/services/pickedFiles.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldbook-pick-'));
  await writeFile(join(folder, '상담 일지.csv'), 'abc');
  await writeFile(join(folder, 'b.csv'), 'defg');
});
afterEach(() => rm(folder, { recursive: true }));

const paths = () => [join(folder, '상담 일지.csv'), join(folder, 'b.csv')];

test('files are read with their names and without their folders', async () => {
  expect(await readPickedFiles(paths(), 7)).toEqual({
    ok: true,
    value: [
      { name: '상담 일지.csv', bytes: Uint8Array.from([97, 98, 99]) },
      { name: 'b.csv', bytes: Uint8Array.from([100, 101, 102, 103]) },
    ],
  });
});

test('more bytes than the limit, in one file or all together, are refused unread', async () => {
  expect(await readPickedFiles(paths(), 6)).toMatchObject({ ok: false, error: { code: 'TOO_LARGE' } });
  expect(await readPickedFiles(paths(), 2)).toMatchObject({ ok: false, error: { code: 'TOO_LARGE' } });
});

test('a file that went away is told', async () => {
  const gone = await readPickedFiles([join(folder, 'gone.csv')], 10);
  expect(gone).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
});
