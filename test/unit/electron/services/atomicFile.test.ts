import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeFileAtomic } from '../../../../electron/services/atomicFile.ts';
import { nodeFileOperations } from '../../../../electron/services/fileOperations.ts';
import { FaultyFiles, type FileStep } from '../../../support/faultyFiles.ts';

const path = '/out/report.xlsx';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function filesWith(text: string | null) {
  const files = new FaultyFiles();
  if (text !== null) files.files.set(path, bytes(text));
  const waits: number[] = [];
  const wait = async (milliseconds: number) => waits.push(milliseconds);
  return { files, waits, parts: { operations: files, wait } };
}

test('a new file is written, flushed, read back, renamed, and its folder flushed, in this order', async () => {
  const { files, parts } = filesWith(null);
  expect(await writeFileAtomic(path, bytes('new'), parts)).toEqual({ ok: true, value: { path, bytes: 3 } });
  expect(files.steps).toEqual(['open', 'write', 'sync', 'open', 'read', 'rename', 'syncFolder']);
  expect([...files.files]).toEqual([[path, bytes('new')]]);
});

test.each([
  ['open', 'EACCES', 'NO_PERMISSION'],
  ['write', 'ENOSPC', 'NO_SPACE'],
  ['sync', 'EIO', 'IO'],
  ['read', 'EIO', 'IO'],
  ['rename', 'EXDEV', 'IO'],
] as const)(
  'when the %s fails with %s the old file stays and nothing lies beside it',
  async (at, code, told) => {
    const { files, parts } = filesWith('old');
    files.failWhen((step: FileStep) => (step === at ? code : undefined));
    expect(await writeFileAtomic(path, bytes('new text'), parts)).toMatchObject({ error: { code: told } });
    expect([...files.files]).toEqual([[path, bytes('old')]]);
  },
);

test('a disk that fills up midway leaves the old file', async () => {
  const { files, parts } = filesWith('old');
  files.failWhen((step, _, count) => {
    if (step !== 'write') return undefined;
    return count === 1 ? { takes: 2 } : 'ENOSPC';
  });
  expect(await writeFileAtomic(path, bytes('new text'), parts)).toMatchObject({
    error: { code: 'NO_SPACE' },
  });
  expect([...files.files]).toEqual([[path, bytes('old')]]);
});

test('short writes are continued', async () => {
  const { files, parts } = filesWith('old');
  files.failWhen((step) => (step === 'write' ? { takes: 1 } : undefined));
  expect((await writeFileAtomic(path, bytes('new text'), parts)).ok).toBe(true);
  expect(files.bytesOf(path)).toEqual(bytes('new text'));
});

test('a file that reads back differently does not replace the old one', async () => {
  const { files, parts } = filesWith('old');
  files.failWhen((step, at) => {
    // The medium swaps what it was given.
    if (step === 'read') files.bytesOf(at).fill(0);
    return undefined;
  });
  expect(await writeFileAtomic(path, bytes('new'), parts)).toMatchObject({ error: { code: 'IO' } });
  expect([...files.files]).toEqual([[path, bytes('old')]]);
});

test.each(['EPERM', 'EBUSY', 'EACCES'])('a rename held up by %s is tried again', async (code) => {
  const { files, waits, parts } = filesWith('old');
  files.failWhen((step, _, count) => (step === 'rename' && count <= 3 ? code : undefined));
  expect((await writeFileAtomic(path, bytes('new'), parts)).ok).toBe(true);
  expect(waits).toEqual([10, 20, 50]);
  expect(files.bytesOf(path)).toEqual(bytes('new'));
});

test('a rename that stays refused gives up, and the old file stays', async () => {
  const { files, waits, parts } = filesWith('old');
  files.failWhen((step) => (step === 'rename' ? 'EBUSY' : undefined));
  expect(await writeFileAtomic(path, bytes('new'), parts)).toMatchObject({ error: { code: 'IN_USE' } });
  expect(waits.length).toBe(8);
  expect([...files.files]).toEqual([[path, bytes('old')]]);
});

test('a folder that cannot be flushed does not undo the file', async () => {
  const { files, parts } = filesWith('old');
  files.failWhen((step) => (step === 'syncFolder' ? 'EINVAL' : undefined));
  expect((await writeFileAtomic(path, bytes('new'), parts)).ok).toBe(true);
  expect(files.bytesOf(path)).toEqual(bytes('new'));
});

test('on the real file system the file is replaced and no temporary one stays', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fieldbook-atomic-'));
  const target = join(folder, '보고서 2026.xlsx');
  await writeFile(target, 'old');
  const large = new Uint8Array(3_000_000).map((_, index) => index);
  const saved = await writeFileAtomic(target, large, { operations: nodeFileOperations });
  expect(saved).toEqual({ ok: true, value: { path: target, bytes: large.length } });
  expect((await readFile(target)).equals(large)).toBe(true);
  expect(await readdir(folder)).toEqual(['보고서 2026.xlsx']);
  const nowhere = join(folder, 'missing', 'a.xlsx');
  expect(await writeFileAtomic(nowhere, large, { operations: nodeFileOperations })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  });
  await rm(folder, { recursive: true });
});

test('a file has any name that its folder can hold, in Korean too', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fieldbook-names-'));
  for (const name of [`${'보'.repeat(83)}.xlsx`, `${'b'.repeat(250)}.xlsx`]) {
    expect(
      await writeFileAtomic(join(folder, name), bytes('x'), { operations: nodeFileOperations }),
    ).toMatchObject({ ok: true });
    expect(await readdir(folder)).toContain(name);
  }
  await rm(folder, { recursive: true });
});
