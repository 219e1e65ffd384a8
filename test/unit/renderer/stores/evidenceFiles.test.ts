import { afterEach, expect, test, vi } from 'vitest';
import type { PreparedFile } from '../../../../renderer/forms/evidenceServices.ts';
import type { EncodePhoto } from '../../../../renderer/stores/encodePhoto.ts';
import { evidenceFiles } from '../../../../renderer/stores/evidenceFiles.ts';
import { createSessionStore } from '../../../../renderer/stores/sessionStore.ts';
import { settingsFromJson } from '../../../../renderer/stores/settings.ts';
import { recordActions } from '../../../../renderer/stores/useRecordActions.ts';
import { sha256Hex } from '../../../../shared/core/hashing.ts';
import { builtInChanges } from '../../../../shared/records/builtIn.ts';
import { heicFile } from '../../../support/heicFile.ts';
import { cameraMark, exifBlock } from '../../../support/photos.ts';
import { png } from '../../../support/pictures.ts';
import { Laptop, random, saved } from '../storage/laptop.ts';

afterEach(() => vi.restoreAllMocks());

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const given = latin1('\xff\xd8\xff\xe1 as the camera wrote it, with the place');
const rewritten = latin1('\xff\xd8\xff\xe0 rewritten');
// As a real one: what was rewritten already becomes yet another file.
const rewrite: EncodePhoto = async (bytes) => ({
  bytes: bytes.length === given.length ? rewritten : latin1('\xff\xd8\xff\xe0 once more'),
  mediaType: 'image/jpeg',
});
const cannotRewrite: EncodePhoto = async () => null;

const fileOf = (name: string, bytes: Uint8Array, lastModified = Date.UTC(2026, 2, 5, 12)) => ({
  name,
  size: bytes.length,
  lastModified,
  arrayBuffer: async () => new Uint8Array(bytes).buffer,
});

async function atWork(encodePhoto: EncodePhoto = rewrite) {
  const laptop = new Laptop();
  const store = await laptop.open();
  await saved(store, { kind: 'setup', by: 'Kim', plan: () => builtInChanges() });
  const { host, clock } = laptop;
  const session = createSessionStore(host.settings, settingsFromJson({}, 'en'));
  const actions = recordActions(store, { host, clock, random, session });
  const center = store.records.all('center')[0]?.id ?? null;
  const evidence = () =>
    evidenceFiles({
      host,
      records: store.records,
      actions,
      encodePhoto,
      today: '2026-11-23',
      timeZone: 'UTC',
      language: 'en',
    });
  const prepared = async (name: string, bytes: Uint8Array): Promise<PreparedFile> => {
    const result = await evidence().prepare(fileOf(name, bytes));
    if (!result.ok) throw new Error(result.error);
    return result.value;
  };
  const details = { kind: 'photo', takenOn: null, description: '', center } as const;
  return { host, store, evidence, prepared, details };
}

test('a photo is kept rewritten, and its entry says what is kept', async () => {
  const { host, store, evidence, prepared, details } = await atWork();
  const photo = await prepared('opening.jpg', given);
  expect(photo).toMatchObject({ bytes: rewritten, concerns: [], suggestedDate: '2026-03-05' });
  const kept = await evidence().keep(photo, { ...details, description: ' The opening ' });
  if (!kept.ok) throw new Error(kept.error);
  expect(store.records.find('evidence', kept.value)?.values).toMatchObject({
    fileName: 'opening.jpg',
    description: 'The opening',
    mediaType: 'image/jpeg',
    size: rewritten.length,
    sha256: sha256Hex(rewritten),
    sensitivity: 'personal',
  });
  expect([...host.evidenceFolder.files.values()]).toEqual([rewritten]);
  expect(await evidence().look(kept.value)).toMatchObject({ state: 'image', bytes: rewritten });
});

test('no entry is made when the bytes could not be kept, and the sentence says why', async () => {
  const { host, store, evidence, prepared, details } = await atWork();
  const photo = await prepared('opening.jpg', given);
  host.failWhen((call) => (call === 'evidence.put' ? 'NO_SPACE' : undefined));
  const kept = await evidence().keep(photo, details);
  expect(kept).toEqual({
    ok: false,
    error: '“opening.jpg” was not kept: the disk is full. Free some space, then try again.',
  });
  expect(host.calls).not.toContain('journal.append');
  expect(store.records.all('evidence')).toEqual([]);
});

test('a copy that cannot be put in the place of an open file is told as that', async () => {
  const { host, evidence, prepared, details } = await atWork();
  const kept = await evidence().keep(await prepared('opening.jpg', given), details);
  if (!kept.ok) throw new Error(kept.error);
  host.failWhen((call) => (call === 'files.save' ? 'NO_PERMISSION' : undefined));
  expect(await evidence().saveCopy(kept.value)).toMatchObject({
    ok: false,
    error: expect.stringMatching(/^The file was not saved\. Another program.* may have it open/),
  });
});

test('the bytes are kept before the entry is written', async () => {
  const { host, evidence, prepared, details } = await atWork();
  const photo = await prepared('opening.jpg', given);
  host.failWhen(() => undefined);
  await evidence().keep(photo, details);
  const order = host.calls.filter((call) => call === 'evidence.put' || call === 'journal.append');
  expect(order).toEqual(['evidence.put', 'journal.append']);
});

test('a photo that cannot be rewritten asks first, because the place may be inside', async () => {
  const { prepared } = await atWork(cannotRewrite);
  const photo = await prepared('IMG_1.JPG', latin1('\xff\xd8\xff\xe1 broken'));
  expect(photo).toMatchObject({ concerns: ['LOCATION'], name: 'IMG_1.JPG', mediaType: 'image/jpeg' });
});

const heicOfPhone = heicFile({
  items: [
    { id: 1, type: 'hvc1', bytes: [1, 2, 3, 4] },
    { id: 2, type: 'Exif', bytes: [0, 0, 0, 0, ...exifBlock()] },
  ],
});

test('a HEIC photo that cannot be drawn here is kept without the place, and known when it comes again', async () => {
  const { host, evidence, prepared, details } = await atWork(cannotRewrite);
  expect(Buffer.from(heicOfPhone).includes(cameraMark)).toBe(true);
  const photo = await prepared('IMG_1.HEIC', heicOfPhone);
  expect(photo).toMatchObject({ concerns: [], name: 'IMG_1.HEIC', mediaType: 'image/heic', isPhoto: true });
  const kept = await evidence().keep(photo, details);
  if (!kept.ok) throw new Error(kept.error);
  const [stored] = [...host.evidenceFolder.files.values()];
  expect(stored?.length).toBe(heicOfPhone.length);
  expect(Buffer.from(stored ?? []).includes(cameraMark)).toBe(false);
  expect(await prepared('again.heic', heicOfPhone)).toMatchObject({ known: kept.value, concerns: [] });
});

test('a HEIC photo in which the place cannot be found is refused', async () => {
  const { evidence } = await atWork(cannotRewrite);
  const odd = fileOf('IMG_1.HEIC', latin1('\0\0\0\x18ftypheic....'));
  expect(await evidence().prepare(odd)).toEqual({ ok: false, error: 'NOT_FOLLOWED' });
});

test('a picture that would take all memory is neither attached nor shown, and its copy can be saved', async () => {
  const { host, store, evidence, details, prepared } = await atWork();
  const huge = png(23_000, 23_000);
  expect(await evidence().prepare(fileOf('wall.png', huge))).toEqual({ ok: false, error: 'TOO_MANY_PIXELS' });
  // One that came in a pack, under an entry of its own.
  const photo = await prepared('wall.jpg', given);
  const kept = await evidence().keep({ ...photo, name: 'wall.png', bytes: huge }, details);
  if (!kept.ok) throw new Error(kept.error);
  expect(store.records.find('evidence', kept.value)?.values).toMatchObject({ fileName: 'wall.png' });
  expect(await evidence().look(kept.value)).toEqual({ state: 'tooManyPixels' });
  expect(await evidence().saveCopy(kept.value)).toEqual({ ok: true, value: null });
  expect(host.calls).toContain('files.save');
});

test('a document is kept as it is, under the ending of its content', async () => {
  const { prepared } = await atWork();
  const pdf = latin1('%PDF-1.7 minutes');
  expect(await prepared('minutes.exe', pdf)).toMatchObject({
    bytes: pdf,
    name: 'minutes.pdf',
    concerns: [],
    suggestedDate: null,
  });
});

test('what is no evidence is refused, with the reason', async () => {
  const { evidence } = await atWork();
  const refusalOf = async (name: string, bytes: Uint8Array) => evidence().prepare(fileOf(name, bytes));
  expect(await refusalOf('photo.jpg', latin1('<svg onload="x"/>'))).toMatchObject({ error: 'KIND' });
  expect(await refusalOf('empty.pdf', new Uint8Array(0))).toMatchObject({ error: 'EMPTY' });
  const huge = { ...fileOf('a.pdf', given), size: 201 * 1024 * 1024 };
  expect(await evidence().prepare(huge)).toMatchObject({ error: 'TOO_LARGE' });
  const gone = { ...fileOf('a.pdf', given), arrayBuffer: () => Promise.reject(new Error('gone')) };
  expect(await evidence().prepare(gone)).toMatchObject({ error: 'UNREADABLE' });
});

test('a large document asks first', async () => {
  const { prepared } = await atWork();
  const large = new Uint8Array(26 * 1024 * 1024);
  large.set(latin1('%PDF-1.7'));
  expect(await prepared('scan.pdf', large)).toMatchObject({ concerns: ['LARGE'] });
});

test('a file that is missing here or damaged is told, and attaching it again makes it whole', async () => {
  const { host, store, evidence, prepared, details } = await atWork();
  const kept = await evidence().keep(await prepared('opening.jpg', given), details);
  if (!kept.ok) throw new Error(kept.error);
  const name = sha256Hex(rewritten);
  host.evidenceFolder.files.set(name, latin1('\xff\xd8\xff other'));
  expect(await evidence().look(kept.value)).toEqual({ state: 'damaged' });
  host.evidenceFolder.files.delete(name);
  expect(await evidence().look(kept.value)).toEqual({ state: 'missing' });
  expect(await evidence().saveCopy(kept.value)).toMatchObject({
    error: expect.stringContaining('is not on this computer'),
  });
  // The copy that another laptop has is the rewritten one: it is known by its content and not rewritten again.
  const copy = await prepared('whatever.jpg', rewritten);
  expect(copy).toMatchObject({ known: kept.value, bytes: rewritten });
  expect(await evidence().keep(copy, details)).toEqual({ ok: true, value: kept.value });
  expect(await evidence().look(kept.value)).toMatchObject({ state: 'image' });
  expect(store.records.all('evidence').length).toBe(1);
});

test('a copy is saved under its name, with the ending of what it is', async () => {
  const { host, evidence, prepared, details } = await atWork();
  const kept = await evidence().keep(await prepared('opening.jpg', given), details);
  if (!kept.ok) throw new Error(kept.error);
  expect((await evidence().saveCopy(kept.value)).ok).toBe(true);
  expect(host.saved).toEqual([{ suggestedName: 'opening.jpg', mediaType: 'image/jpeg', bytes: rewritten }]);
});

test('where nothing is saved no file is written either, and the sentence says why', async () => {
  const { host, store, evidence, prepared, details } = await atWork();
  const photo = await prepared('opening.jpg', given);
  host.freeBytes = 100_000_000;
  // Later than the last look at the room there is.
  vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 10_000);
  expect(await evidence().keep(photo, details)).toMatchObject({
    ok: false,
    error: expect.stringContaining('only 100 MB are free'),
  });
  host.freeBytes = null;
  store.setHandedOver(true);
  expect(await evidence().keep(photo, details)).toMatchObject({
    ok: false,
    error: expect.stringContaining('this computer was handed over'),
  });
  expect(host.evidenceFolder.files.size).toBe(0);
  store.setHandedOver(false);
  expect(await evidence().keep(photo, details)).toMatchObject({ ok: true });
});

test('an entry that is refused takes its file along, unless another one names it', async () => {
  const { host, evidence, prepared, details } = await atWork();
  const photo = await prepared('opening.jpg', given);
  // No day at all: nothing that the field could hold.
  const refused = { ...details, takenOn: 'tomorrow' } as const;
  expect(await evidence().keep(photo, refused)).toMatchObject({ ok: false });
  expect(host.evidenceFolder.files.size).toBe(0);
  expect(await evidence().keep(photo, details)).toMatchObject({ ok: true });
  expect(await evidence().keep(photo, refused)).toMatchObject({ ok: false });
  expect(host.evidenceFolder.files.size).toBe(1);
});

test('a journal that failed may have the entry, whose file stays', async () => {
  const { host, evidence, prepared, details } = await atWork();
  const photo = await prepared('opening.jpg', given);
  host.failWhen((call) => (call === 'journal.append' ? 'IO' : undefined));
  expect(await evidence().keep(photo, details)).toMatchObject({ ok: false });
  expect(host.evidenceFolder.files.size).toBe(1);
});
