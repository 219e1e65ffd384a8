import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createEvidenceFiles } from '../../../../electron/services/evidenceFiles.ts';
import { nodeFileOperations } from '../../../../electron/services/fileOperations.ts';
import { sha256Hex } from '../../../../shared/core/hashing.ts';
import { FaultyFiles, type FileStep } from '../../../support/faultyFiles.ts';

const photo = new TextEncoder().encode('a photo of the opening');
const minutes = new TextEncoder().encode('minutes of the committee');
const folder = '/data/evidence';
const pathOf = (bytes: Uint8Array): string => {
  const name = sha256Hex(bytes);
  return `${folder}/${name.slice(0, 2)}/${name}`;
};

function evidenceOver(files = new FaultyFiles()) {
  return { files, evidence: createEvidenceFiles({ folder, operations: files, wait: async () => undefined }) };
}

test('a file is named by its content, and put twice it is there once', async () => {
  const { files, evidence } = evidenceOver();
  const told = { ok: true, value: { sha256: sha256Hex(photo), bytes: photo.length } };
  expect(await evidence.put(photo)).toEqual(told);
  files.failWhen(() => undefined);
  expect(await evidence.put(photo)).toEqual(told);
  expect(files.steps).not.toContain('write');
  await evidence.put(minutes);
  expect([...files.files.keys()].sort()).toEqual([pathOf(photo), pathOf(minutes)].sort());
  const listed = await evidence.list();
  expect(listed.ok && listed.value.map(({ sha256 }) => sha256)).toEqual(
    [sha256Hex(photo), sha256Hex(minutes)].sort(),
  );
});

test('the same file put twice at the same time is written once', async () => {
  const { files, evidence } = evidenceOver();
  const both = await Promise.all([evidence.put(photo), evidence.put(photo)]);
  expect(both.every(({ ok }) => ok)).toBe(true);
  expect(files.steps.filter((step) => step === 'write').length).toBe(1);
});

test('a file that cannot be read is listed with the others, and reading it tells', async () => {
  const { files, evidence } = evidenceOver();
  for (const bytes of [photo, minutes]) await evidence.put(bytes);
  files.failWhen((step, path) => (step === 'open' && path === pathOf(photo) ? 'EIO' : undefined));
  const listed = await evidence.list();
  expect(listed.ok && listed.value).toHaveLength(2);
  expect(listed.ok && listed.value).toContainEqual({ sha256: sha256Hex(photo), bytes: 0 });
  expect(await evidence.get(sha256Hex(photo))).toMatchObject({ ok: false, error: { code: 'IO' } });
});

test('what was called kept survives a power cut', async () => {
  const { files, evidence } = evidenceOver();
  await evidence.put(photo);
  files.powerCut();
  expect(await evidence.get(sha256Hex(photo))).toEqual({ ok: true, value: photo });
});

test.each([
  ['write', 'ENOSPC', 'NO_SPACE'],
  ['sync', 'EIO', 'IO'],
  ['rename', 'EROFS', 'READ_ONLY'],
] as const)(
  'when the %s fails with %s the file is not called kept, and others stay',
  async (at, code, told) => {
    const { files, evidence } = evidenceOver();
    await evidence.put(minutes);
    files.failWhen((step: FileStep) => (step === at ? code : undefined));
    expect(await evidence.put(photo)).toMatchObject({ error: { code: told } });
    files.failWhen(() => undefined);
    expect([...files.files.keys()]).toEqual([pathOf(minutes)]);
    // A failure holds up nothing that follows.
    expect((await evidence.put(photo)).ok).toBe(true);
  },
);

test('a file whose bytes changed is told as damaged, and is whole again when it is put again', async () => {
  const { files, evidence } = evidenceOver();
  await evidence.put(photo);
  const damaged = photo.slice();
  damaged[3] = 0;
  files.files.set(pathOf(photo), damaged);
  expect(await evidence.get(sha256Hex(photo))).toMatchObject({ error: { code: 'DAMAGED' } });
  expect((await evidence.put(photo)).ok).toBe(true);
  expect(await evidence.get(sha256Hex(photo))).toEqual({ ok: true, value: photo });
});

test('a cut file is damaged, one that never came is not found', async () => {
  const { files, evidence } = evidenceOver();
  await evidence.put(photo);
  files.files.set(pathOf(photo), photo.slice(0, 5));
  expect(await evidence.get(sha256Hex(photo))).toMatchObject({ error: { code: 'DAMAGED' } });
  expect(await evidence.get(sha256Hex(minutes))).toMatchObject({ error: { code: 'NOT_FOUND' } });
});

test('house-keeping removes what it is given and counts what was there', async () => {
  const { evidence } = evidenceOver();
  await evidence.put(photo);
  await evidence.put(minutes);
  expect(await evidence.remove([sha256Hex(photo), 'a1'.repeat(32)])).toEqual({ ok: true, value: 1 });
  const left = await evidence.list();
  expect(left.ok && left.value.map(({ bytes }) => bytes)).toEqual([minutes.length]);
});

test('on the real file system nothing temporary stays, and remains of a cut write are not listed', async () => {
  const real = await mkdtemp(join(tmpdir(), 'fieldbook-evidence-'));
  const evidence = createEvidenceFiles({ folder: join(real, 'evidence'), operations: nodeFileOperations });
  expect(await evidence.list()).toEqual({ ok: true, value: [] });
  const large = new Uint8Array(3_000_000).map((_, index) => index * 7);
  const put = await evidence.put(large);
  if (!put.ok) throw new Error(put.error.detail);
  const { sha256 } = put.value;
  const inner = join(real, 'evidence', sha256.slice(0, 2));
  expect(await readdir(inner)).toEqual([sha256]);
  await writeFile(join(inner, `.${sha256}.1234.tmp`), 'half');
  expect(await evidence.list()).toEqual({ ok: true, value: [{ sha256, bytes: large.length }] });
  const got = await evidence.get(sha256);
  // Compared as a whole: an assertion on three million numbers takes seconds.
  expect(got.ok && Buffer.from(got.value).equals(large)).toBe(true);
  await rm(real, { recursive: true });
});
