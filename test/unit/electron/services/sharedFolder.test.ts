import { expect, test } from 'vitest';
import { sha256Hex } from '../../../../shared/core/hashing.ts';
import type { ChangeSetId } from '../../../../shared/core/ids.ts';
import { sealedBodyOf } from '../../../../shared/lock/sealedSnapshot.ts';
import { changeSetToPayload } from '../../../../shared/sync/changeSet.ts';
import { FaultyFiles } from '../../../support/faultyFiles.ts';
import { consultationPayloads, evidencePayload } from '../../../support/journalSamples.ts';
import {
  filesWith,
  passphrase,
  recoveryKey,
  type Started,
  startedOn,
  succeeded,
} from '../../../support/lockWorld.ts';

const stick = '/stick';
const shared = `${stick}/Fieldbook backups`;
const day = 86_400_000;
const photo = new TextEncoder().encode('a photo of the hall');
const photoName = sha256Hex(photo);
const payloads = consultationPayloads(60);
const deviceA = 'laptopaaaaaa';
const deviceB = 'laptopbbbbbb';

/** Two laptops, and one stick that is put into one and then the other. */
class Laptops {
  now = Date.UTC(2026, 0, 5, 9);
  readonly a = this.#laptop(deviceA);
  readonly b = this.#laptop(deviceB);

  #laptop(device: string): Started {
    return startedOn(new FaultyFiles(), { device, now: () => (this.now += 1000) });
  }

  /** Takes the stick out of one and puts it into the other. */
  handOn(from: Started, to: Started): void {
    for (const path of [...to.files.files.keys()]) if (path.startsWith(stick)) to.files.files.delete(path);
    for (const [path, bytes] of from.files.files) {
      if (path.startsWith(stick)) to.files.files.set(path, bytes.slice());
    }
  }
}

async function begun(laptop: Started, first: readonly string[] = payloads.slice(0, 1)): Promise<void> {
  await succeeded(laptop.lock.state());
  await succeeded(laptop.journal.open());
  await succeeded(laptop.journal.append(1, first));
}

async function saveNext({ journal }: Started): Promise<void> {
  const last = journal.state()?.lastSequence ?? 0;
  await succeeded(journal.append(last + 1, payloads.slice(last, last + 1)));
}

async function onStick({ snapshots }: Started, device: string): Promise<readonly string[]> {
  const { snapshots: listed } = await succeeded(snapshots.state());
  return listed.flatMap((one) => (one.place === 'second' && one.device === device ? [one.name] : []));
}

const mark = changeSetToPayload({
  ...{ id: '00000000-0000-7000-8000-000000000000' as ChangeSetId, kind: 'restore', at: 0, by: 'Test Person' },
  ...{ changes: [], source: { name: 'a', workbookId: null, contentHash: '' }, versions: {} },
});

test('what one laptop copied to a stick outlives the backups of another, and each lists whose is whose', async () => {
  const laptops = new Laptops();
  const { a, b } = laptops;
  await begun(a);
  await succeeded(a.snapshots.setSecondFolder(stick));
  for (let days = 0; days < 5; days++) {
    laptops.now += day;
    await saveNext(a);
    await succeeded(a.snapshots.take('manual'));
  }
  const before = await onStick(a, deviceA);
  expect(before.length).toBeGreaterThan(4);
  laptops.handOn(a, b);
  await begun(b);
  await succeeded(b.snapshots.setSecondFolder(stick));
  for (let days = 0; days < 40; days++) {
    laptops.now += day;
    await saveNext(b);
    await succeeded(b.snapshots.take('interval'));
  }
  expect(await onStick(b, deviceA)).toEqual(before);
  const listed = (await succeeded(b.snapshots.state())).snapshots;
  expect(listed.every(({ device, isOwn }) => isOwn === (device === deviceB))).toBe(true);
  // B's own are thinned out as ever.
  expect((await onStick(b, deviceB)).length).toBeLessThan(20);
  expect((await onStick(b, deviceB)).every((name) => name.startsWith(`${deviceB}/`))).toBe(true);
});

test('backups that lie beside the folders from before are found as one’s own by their device', async () => {
  const laptops = new Laptops();
  const { a, b } = laptops;
  await begun(a);
  await succeeded(a.snapshots.setSecondFolder(stick));
  for (const [path, bytes] of [...a.files.files]) {
    if (!path.startsWith(`${shared}/${deviceA}/fieldbook-`)) continue;
    a.files.files.delete(path);
    a.files.files.set(path.replace(`${deviceA}/`, ''), bytes);
  }
  const [old = ''] = await onStick(a, deviceA);
  expect(old.startsWith('fieldbook-')).toBe(true);
  expect((await succeeded(a.snapshots.state())).snapshots.every(({ isOwn }) => isOwn)).toBe(true);
  expect((await succeeded(a.snapshots.read('second', old))).length).toBeGreaterThan(0);
  laptops.handOn(a, b);
  await begun(b);
  await succeeded(b.snapshots.setSecondFolder(stick));
  const ofA = (await succeeded(b.snapshots.state())).snapshots.filter(({ device }) => device === deviceA);
  expect(ofA).toMatchObject([{ isOwn: false }]);
});

test('files of evidence come from a stick only where records name them; whoever restores gets those of the backup', async () => {
  const laptops = new Laptops();
  const { a, b } = laptops;
  await begun(a, [...payloads.slice(0, 1), evidencePayload(photoName)]);
  await succeeded(a.evidence.put(photo));
  await succeeded(a.snapshots.setSecondFolder(stick));
  laptops.handOn(a, b);
  await begun(b);
  await succeeded(b.snapshots.setSecondFolder(stick));
  expect(await succeeded(b.evidence.list())).toEqual([]);

  const [name = ''] = await onStick(b, deviceA);
  await succeeded(b.snapshots.restore(await succeeded(b.snapshots.read('second', name)), mark));
  expect(await succeeded(b.evidence.get(photoName))).toEqual(photo);
});

test('a file that no record names any more does not come back with the next backup by hand', async () => {
  const { a } = new Laptops();
  await begun(a);
  await succeeded(a.evidence.put(photo));
  await succeeded(a.snapshots.setSecondFolder(stick));
  await succeeded(a.evidence.remove([photoName]));
  await succeeded(a.snapshots.take('manual'));
  expect(await succeeded(a.evidence.list())).toEqual([]);
});

test('encryption of one laptop leaves the other’s backups and files on the stick as they are', async () => {
  const laptops = new Laptops();
  const { a, b } = laptops;
  await begun(a, [...payloads.slice(0, 1), evidencePayload(photoName)]);
  await succeeded(a.evidence.put(photo));
  await succeeded(a.snapshots.setSecondFolder(stick));
  laptops.handOn(a, b);
  await begun(b);
  await succeeded(b.snapshots.setSecondFolder(stick));
  const ofA = [...b.files.files].filter(([path]) => path.startsWith(`${shared}/${deviceA}/`));
  await succeeded(b.lock.enable({ passphrase, recoveryKey }));
  await succeeded(b.snapshots.take('manual'));
  expect(ofA.length).toBeGreaterThan(1);
  for (const [path, bytes] of ofA) expect(b.files.bytesOf(path), path).toEqual(bytes);
  for (const [path, bytes] of b.files.files) {
    if (path.startsWith(`${shared}/${deviceB}/fieldbook-`)) expect(sealedBodyOf(bytes), path).not.toBeNull();
  }
});

test('a laptop without encryption that loses its journal is not locked behind another’s backup on the stick', async () => {
  const laptops = new Laptops();
  const { a, b } = laptops;
  await begun(b);
  await succeeded(b.lock.enable({ passphrase, recoveryKey }));
  await succeeded(b.snapshots.setSecondFolder(stick));
  laptops.handOn(b, a);
  await begun(a);
  await succeeded(a.snapshots.setSecondFolder(stick));
  a.files.files.delete('/data/journal.fbj');
  const again = startedOn(a.files, { device: deviceA });
  expect(await succeeded(again.lock.state())).toMatchObject({ mode: 'off' });
  expect([...a.files.files.keys()].filter((path) => path.includes('key.json'))).toEqual([]);
});

test('nor behind an older one of its own from when it was encrypted, where newer ones are plain', async () => {
  const laptops = new Laptops();
  const { a } = laptops;
  await begun(a);
  await succeeded(a.lock.enable({ passphrase, recoveryKey }));
  await succeeded(a.snapshots.setSecondFolder(stick));
  const away = [...a.files.files].filter(([path]) => path.startsWith(stick));
  for (const [path] of away) a.files.files.delete(path);
  await succeeded(a.lock.disable(passphrase));
  await saveNext(a);
  await succeeded(a.snapshots.take('manual'));
  for (const [path, bytes] of away) a.files.files.set(path, bytes);
  a.files.files.delete('/data/journal.fbj');
  const again = startedOn(a.files, { device: deviceA });
  expect(await succeeded(again.lock.state())).toMatchObject({ mode: 'off' });
});

test('backups on a stick that was away while encryption was switched on are encrypted with the next backup', async () => {
  const { a } = new Laptops();
  await begun(a);
  await succeeded(a.snapshots.setSecondFolder(stick));
  const away = [...a.files.files].filter(([path]) => path.startsWith(stick));
  for (const [path] of away) a.files.files.delete(path);
  await succeeded(a.lock.enable({ passphrase, recoveryKey }));
  for (const [path, bytes] of away) a.files.files.set(path, bytes);
  await saveNext(a);
  await succeeded(a.snapshots.take('interval'));
  const backups = [...a.files.files].filter(([path]) => path.endsWith('.fbs') && path.startsWith(stick));
  expect(backups).toHaveLength(2);
  for (const [path, bytes] of backups) expect(sealedBodyOf(bytes), path).not.toBeNull();
});

test('a backup that stayed encrypted on a stick that was away is told to need the passphrase of then', async () => {
  const { a } = new Laptops();
  await begun(a);
  await succeeded(a.lock.enable({ passphrase, recoveryKey }));
  await succeeded(a.snapshots.setSecondFolder(stick));
  const away = [...a.files.files].filter(([path]) => path.startsWith(stick));
  for (const [path] of away) a.files.files.delete(path);
  await succeeded(a.lock.disable(passphrase));
  for (const [path, bytes] of away) a.files.files.set(path, bytes);
  await saveNext(a);
  const { snapshots, second } = await succeeded(a.snapshots.take('manual'));
  expect(second).toMatchObject({ condition: 'ready' });
  const there = snapshots.filter(({ place }) => place === 'second');
  expect(there.map(({ needsSecret }) => needsSecret).sort()).toEqual([false, true]);
  expect(snapshots.filter(({ place, needsSecret }) => place === 'first' && needsSecret)).toEqual([]);
});

test('a plain backup says who saved last, an encrypted one does not', async () => {
  const { a } = new Laptops();
  await begun(a);
  const plain = await succeeded(a.snapshots.take('manual'));
  expect(plain.snapshots).toMatchObject([{ by: 'Test Person' }]);
  await succeeded(a.lock.enable({ passphrase, recoveryKey }));
  const sealed = await succeeded(a.snapshots.state());
  expect(sealed.snapshots).toMatchObject([{ by: '', needsSecret: false }]);
});

test('what was cut off on the stick is removed with the next backup, and nobody else’s', async () => {
  const { a } = new Laptops();
  await begun(a);
  await succeeded(a.snapshots.setSecondFolder(stick));
  const end = '01234567-89ab-4cde-8f01-23456789abcd.tmp';
  const torn = [
    `${shared}/${deviceA}/.fieldbook-20260105T090000000Z-manual.fbs.${end}`,
    `${shared}/${deviceA}/evidence/${photoName.slice(0, 2)}/.${photoName}.${end}`,
    `${shared}/.fieldbook-20260105T090000000Z-manual.fbs.${end}`,
  ];
  const theirs = `${shared}/${deviceB}/.fieldbook-20260105T090000000Z-manual.fbs.${end}`;
  for (const path of [...torn, theirs]) a.files.files.set(path, photo);
  // A start later, or after a stick was pulled out.
  const again = startedOn(a.files, { device: deviceA });
  await succeeded(again.lock.state());
  await succeeded(again.journal.open());
  await succeeded(again.snapshots.take('manual'));
  expect(torn.filter((path) => a.files.files.has(path))).toEqual([]);
  expect(a.files.files.has(theirs)).toBe(true);
});

test('damaged settings that were put aside are encrypted with all else', async () => {
  const { a } = new Laptops();
  await begun(a);
  await succeeded(a.settings.write({ draft: 'half a sentence' }));
  const bytes = a.files.bytesOf('/data/settings.json');
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  await succeeded(a.settings.write({ draft: 'another sentence' }));
  expect(filesWith(a, 'half a sentence')).toContain('/data/settings.json.damaged');
  expect(await succeeded(a.lock.enable({ passphrase, recoveryKey }))).toMatchObject({ unsealed: 0 });
  expect(filesWith(a, 'half a sentence')).toEqual([]);
  await succeeded(a.lock.disable(passphrase));
  expect(filesWith(a, 'half a sentence')).toContain('/data/settings.json.damaged');
});

test('a backup of somebody else that cannot be read is no failure of one’s own', async () => {
  const laptops = new Laptops();
  const { a, b } = laptops;
  await begun(b);
  await succeeded(b.snapshots.setSecondFolder(stick));
  laptops.handOn(b, a);
  await begun(a);
  await succeeded(a.snapshots.setSecondFolder(stick));
  a.files.failWhen((_, path) => (path.startsWith(`${shared}/${deviceB}/`) ? 'EIO' : undefined));
  await saveNext(a);
  const { second, snapshots } = await succeeded(a.snapshots.take('manual'));
  expect(second).toMatchObject({ condition: 'ready' });
  expect(snapshots.filter(({ place }) => place === 'second').length).toBe(2);
});
