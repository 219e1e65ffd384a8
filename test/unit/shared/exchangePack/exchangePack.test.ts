import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { languages } from '../../../../shared/core/language.ts';
import { packLimits } from '../../../../shared/exchangePack/packLimits.ts';
import { manifestPath, manifestText, readManifest } from '../../../../shared/exchangePack/packManifest.ts';
import { PathNames } from '../../../../shared/exchangePack/pathNames.ts';
import { planPack } from '../../../../shared/exchangePack/planPack.ts';
import { isPack, packedBytes, readPack } from '../../../../shared/exchangePack/readPack.ts';
import { writePack } from '../../../../shared/exchangePack/writePack.ts';
import { packNoteText } from '../../../../shared/messages/packNotes.ts';
import { withoutPersonalRecords } from '../../../../shared/records/personalRecords.ts';
import { selectRecords } from '../../../../shared/workbook/exportSelection.ts';
import { bulgaria, centerLaptop } from '../../../support/centerLaptop.ts';
import { nodeHash, packedAt, packOf, sha256Of } from '../../../support/exchangePacks.ts';
import { rawZip } from '../../../support/workbookFiles.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const workbook = bytesOf('the workbook');
const photo = bytesOf('a photo of the hall '.repeat(50));
const list = bytesOf('%PDF a list of names');

const opened = async (bytes: Uint8Array, limits = packLimits as Parameters<typeof readPack>[2]['limits']) => {
  const read = await readPack(bytes, 'pack.zip', {
    hash: nodeHash,
    ...(limits === undefined ? {} : { limits }),
  });
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};
const refusal = async (bytes: Uint8Array) => {
  const read = await readPack(bytes, 'pack.zip', { hash: nodeHash });
  return read.ok ? null : read.error.code;
};
const codes = ({ notes }: Awaited<ReturnType<typeof opened>>) => notes.map(({ code, name }) => [code, name]);

test('what was packed comes out again byte by byte, also by another program', async () => {
  const contents = { 'Trainings/홀 사진.jpg': photo, 'Events/list.pdf': list };
  const bytes = await packOf(workbook, contents);
  expect(isPack(bytes)).toBe(true);
  const pack = await opened(bytes);
  expect(pack.workbook).toEqual(workbook);
  expect(pack.notes).toEqual([]);
  expect(pack.files.map(({ path, name }) => [path, name])).toEqual([
    ['Trainings/홀 사진.jpg', '홀 사진.jpg'],
    ['Events/list.pdf', 'list.pdf'],
  ]);
  const [first] = pack.files;
  if (first === undefined) throw new Error('a file is there');
  expect(await packedBytes(bytes, first)).toEqual(photo);
  const unzipped = unzipSync(bytes);
  expect(Object.keys(unzipped)).toEqual(['report.xlsx', ...Object.keys(contents), manifestPath]);
  expect(unzipped['Trainings/홀 사진.jpg']).toEqual(photo);
});

test('a pack that another program packed anew, and whose names it wrote differently, is taken whole', async () => {
  const parts = unzipSync(await packOf(workbook, { 'Trainings/홀.jpg': photo, 'Events/list.pdf': list }));
  const { 'Trainings/홀.jpg': moved, ...rest } = parts;
  if (moved === undefined) throw new Error('the photo is there');
  const pack = await opened(zipSync({ ...rest, 'Trainings/\u00b1\u00b2.jpg': moved }, { level: 6 }));
  expect(codes(pack)).toEqual([]);
  expect(pack.files.map(({ sha256 }) => sha256)).toEqual([sha256Of(photo), sha256Of(list)]);
});

test('an archive of many equal parts for which many more are told is looked through once', async () => {
  const parts = Array.from({ length: 500 }, (_, index) => [`A/${index}`, bytesOf('')] as const);
  const files = Array.from({ length: 5000 }, (_, index) => ({
    path: `B/${index}`,
    sha256: sha256Of(bytesOf(`another ${index}`)),
    bytes: 0,
    name: `${index}`,
    records: [],
  }));
  const own = { path: 'report.xlsx', sha256: sha256Of(workbook), bytes: workbook.length };
  const manifest = bytesOf(manifestText({ workbook: own, files }));
  const bytes = zipSync({
    'report.xlsx': workbook,
    ...Object.fromEntries(parts),
    [manifestPath]: manifest,
  });
  let hashed = 0;
  const read = await readPack(bytes, 'pack.zip', {
    hash: (content) => {
      hashed += 1;
      return nodeHash(content);
    },
  });
  expect(read.ok && read.value.notes.filter(({ code }) => code === 'MISSING')).toHaveLength(5000);
  expect(hashed).toBeLessThanOrEqual(parts.length + 1);
});

test('files that are missing, changed, broken or not told of get a sentence each, and the rest is taken', async () => {
  const names = ['kept', 'missing', 'changed', 'longer'] as const;
  const contents = Object.fromEntries(names.map((name) => [`A/${name}`, bytesOf(`content of ${name}`)]));
  const parts = unzipSync(await packOf(workbook, contents));
  delete parts['A/missing'];
  parts['A/changed'] = bytesOf('content of chAnged');
  parts['A/longer'] = bytesOf('content of longer!');
  parts['A/stranger.exe'] = bytesOf('MZ');
  const pack = await opened(zipSync(parts));
  expect(pack.workbook).toEqual(workbook);
  expect(pack.files.map(({ name }) => name)).toEqual(['kept']);
  expect(codes(pack)).toEqual([
    ['MISSING', 'missing'],
    ['CHANGED', 'changed'],
    ['CHANGED', 'longer'],
    ['EXTRA', 'A/stranger.exe'],
  ]);
  for (const note of pack.notes) {
    for (const language of languages) {
      const text = packNoteText(note, language);
      expect(text).toContain(note.name);
      expect(text).not.toContain('{');
    }
  }
});

test('an entry that leads out of the archive is told of and left out', async () => {
  const bytes = await packOf(workbook, { 'A/photo.jpg': photo });
  const parts = Object.entries(unzipSync(bytes)).map(([name, data]) => ({ name, data }));
  const crcOf = (data: Uint8Array) => {
    const view = new DataView(zipSync({ a: data }, { level: 0 }).buffer);
    return view.getUint32(14, true);
  };
  const entries = [...parts, { name: '../../startup/run.bat', data: bytesOf('echo') }].map(
    ({ name, data }) => ({ name, data, method: 0, crc: crcOf(data), size: data.length }),
  );
  const pack = await opened(rawZip(entries));
  expect(codes(pack)).toEqual([['ODD_PATH', '../../startup/run.bat']]);
  expect(pack.files).toHaveLength(1);
});

test('a broken entry costs its file alone', async () => {
  const bytes = await packOf(workbook, { 'A/one.jpg': photo, 'A/two.pdf': list });
  const at = Buffer.from(bytes).indexOf(Buffer.from(list));
  bytes[at + 3] = (bytes[at + 3] ?? 0) ^ 1;
  const pack = await opened(bytes);
  expect(codes(pack)).toEqual([['BROKEN', 'two.pdf']]);
  expect(pack.files.map(({ name }) => name)).toEqual(['one.jpg']);
});

test('an entry that unpacks to more than is left is not unpacked, and the others are taken', async () => {
  const big = new Uint8Array(400_000);
  const parts = unzipSync(await packOf(workbook, { 'A/film.jpg': big, 'A/list.pdf': list }));
  const limits = { ...packLimits, inflatedBytes: 300_000 };
  const pack = await opened(zipSync(parts, { level: 0 }), limits);
  expect(codes(pack)).toEqual([['TOO_LARGE', 'film.jpg']]);
  expect(pack.files.map(({ name }) => name)).toEqual(['list.pdf']);
});

test('an entry that claims less than it unpacks to is stopped', async () => {
  const parts = unzipSync(await packOf(workbook, { 'A/film.jpg': new Uint8Array(4_000_000) }));
  const pack = await opened(zipSync(parts, { level: 9 }));
  // 4 MB of nothing pack to 4 KB: a thousand to one.
  expect(codes(pack)).toEqual([['BROKEN', 'film.jpg']]);
});

test('a workbook that was edited in the pack is read as an edited one', async () => {
  const parts = unzipSync(await packOf(workbook, { 'A/list.pdf': list }));
  const pack = await opened(zipSync({ ...parts, 'report.xlsx': bytesOf('edited') }));
  expect(pack.workbook).toEqual(bytesOf('edited'));
  expect(codes(pack)).toEqual([['WORKBOOK_EDITED', 'report.xlsx']]);
});

test('a pack is refused as a whole only for its archive, its manifest, its workbook or its version', async () => {
  const bytes = await packOf(workbook, { 'A/list.pdf': list });
  expect(await refusal(bytes.subarray(0, bytes.length - 30))).toBe('DAMAGED');
  const parts = unzipSync(bytes);
  expect(await refusal(zipSync({ ...parts, [manifestPath]: bytesOf('{}') }))).toBe('DAMAGED');
  const { 'report.xlsx': _, ...without } = parts;
  expect(await refusal(zipSync(without))).toBe('DAMAGED');
  const newer = bytesOf(
    new TextDecoder().decode(parts[manifestPath]).replace('"version": 1', '"version": 2'),
  );
  expect(await refusal(zipSync({ ...parts, [manifestPath]: newer }))).toBe('NEWER_VERSION');
  expect(isPack(zipSync({ 'a.txt': bytesOf('a') }))).toBe(false);
  expect(isPack(bytesOf('PK but no archive'))).toBe(false);
});

test('no single flipped bit of a pack gives another file or workbook than the one that was sent', async () => {
  const bytes = await packOf(workbook, { 'A/photo.jpg': photo, 'A/list.pdf': list });
  const known = new Set([sha256Of(photo), sha256Of(list)]);
  let untold = 0;
  for (let index = 0; index < 500; index++) {
    const flipped = bytes.slice();
    const at = Math.floor((index / 500) * bytes.length);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (index % 8));
    const read = await readPack(flipped, 'pack.zip', { hash: nodeHash });
    if (!read.ok) continue;
    for (const file of read.value.files) {
      const content = await packedBytes(flipped, file);
      expect(content === null ? null : sha256Of(content)).toBe(file.sha256);
      expect(known.has(file.sha256)).toBe(true);
    }
    expect(sha256Of(read.value.workbook)).toBe(sha256Of(workbook));
    if (read.value.files.length < 2 && read.value.notes.length === 0) untold += 1;
  }
  expect(untold).toBe(0);
}, 60_000);

test('any bytes are told from a pack without an error being thrown', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      isPack(bytes);
      const read = await readPack(bytes, 'x', { hash: nodeHash });
      expect(read.ok).toBe(false);
    }),
  );
  expect(readManifest(bytesOf('[]')).ok).toBe(false);
});

test('paths are usable on every system, and no two are the same but for capitals', () => {
  const names = new PathNames();
  const paths = [
    'a:b?.pdf',
    'A:B?.pdf',
    '../../etc/passwd',
    'CON.txt',
    '',
    `${'가'.repeat(300)}.jpg`,
    ' .x. ',
  ].map((name) => names.pathOf('People / 인물', name));
  expect(paths.slice(0, 5)).toEqual([
    'People _ 인물/a_b_.pdf',
    'People _ 인물/A_B_ (2).pdf',
    'People _ 인물/_.._etc_passwd',
    'People _ 인물/CON_.txt',
    'People _ 인물/file',
  ]);
  expect(paths[5]).toBe(`People _ 인물/${'가'.repeat(120)}.jpg`);
  expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
});

function laptopWithEvidence() {
  const { laptop } = centerLaptop();
  const entry = (fileName: string, bytes: Uint8Array, sensitivity: string) =>
    laptop.create('evidence', {
      center: bulgaria,
      fileName,
      kind: 'photo',
      sensitivity,
      sha256: sha256Of(bytes),
    });
  const hall = entry('hall.jpg', photo, 'internal');
  const names = entry('names.pdf', list, 'personal');
  const lost = entry('lost.jpg', bytesOf('lost'), 'internal');
  laptop.create('event', {
    center: bulgaria,
    title: { en: 'Opening' },
    kind: 'seminar',
    date: '2026-11-02',
    evidenceFiles: [hall, names, lost],
  });
  const sizes = new Map([photo, list].map((bytes) => [sha256Of(bytes), bytes.length]));
  return { laptop, sizes };
}

test('the plan names the files that are here by the records that name them, and those that are not', () => {
  const { laptop, sizes } = laptopWithEvidence();
  const { live } = selectRecords(laptop.records, { kind: 'all' }, bulgaria);
  const plan = planPack(live, sizes, 'ko');
  expect(plan.files.map(({ path }) => path)).toEqual(['행사/hall.jpg', '행사/names.pdf']);
  expect(plan.files[0]?.records).toEqual([{ type: 'event', id: expect.any(String) }]);
  expect(plan.absent).toEqual(['lost.jpg']);
  expect(plan.bytes).toBe(photo.length + list.length);
});

test('without personal data, a file that names people stays out, and so does its name', async () => {
  const { laptop, sizes } = laptopWithEvidence();
  const { live } = selectRecords(withoutPersonalRecords(laptop.records), { kind: 'all' }, bulgaria);
  const { files } = planPack(live, sizes, 'en');
  const written = await writePack({
    workbook: { name: 'report.xlsx', bytes: workbook },
    files,
    at: packedAt,
    read: async ({ sha256 }) => [photo, list].find((bytes) => sha256Of(bytes) === sha256) ?? null,
  });
  if (!written.ok) throw new Error(written.error.code);
  const text = Buffer.from(written.value.bytes);
  expect(text.includes('hall.jpg')).toBe(true);
  expect(text.includes('names')).toBe(false);
  expect(text.includes(Buffer.from(list))).toBe(false);
});

test('a file that cannot be read when the pack is written is left out of archive and list, and told', async () => {
  const files = [photo, list].map((bytes, index) => ({
    path: `A/${index}`,
    sha256: sha256Of(bytes),
    bytes: bytes.length,
    name: `${index}`,
    records: [],
  }));
  const written = await writePack({
    workbook: { name: 'report.xlsx', bytes: workbook },
    files,
    at: packedAt,
    read: async ({ name }) => (name === '0' ? null : list),
  });
  if (!written.ok) throw new Error(written.error.code);
  expect(written.value.leftOut.map(({ name }) => name)).toEqual(['0']);
  const pack = await opened(written.value.bytes);
  expect(pack.files.map(({ name }) => name)).toEqual(['1']);
  expect(pack.notes).toEqual([]);
});

test('a pack that nobody could receive is not written', async () => {
  const file = {
    path: 'A/film',
    sha256: sha256Of(list),
    bytes: 300 * 1024 * 1024,
    name: 'film',
    records: [],
  };
  const written = await writePack({
    workbook: { name: 'report.xlsx', bytes: workbook },
    files: [file],
    at: packedAt,
    read: async () => null,
  });
  expect(written).toMatchObject({ ok: false, error: { code: 'TOO_LARGE' } });
});
