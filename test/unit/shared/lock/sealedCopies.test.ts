import { expect, test } from 'vitest';
import { sha256Hex } from '../../../../shared/core/hashing.ts';
import type { ChangeSetId } from '../../../../shared/core/ids.ts';
import { sealedBodyOf } from '../../../../shared/lock/sealedSnapshot.ts';
import { changeSetToPayload } from '../../../../shared/sync/changeSet.ts';
import type { FaultyFiles } from '../../../support/faultyFiles.ts';
import { consultationPayloads, evidencePayload } from '../../../support/journalSamples.ts';
import {
  filesWith,
  passphrase,
  recoveryKey,
  type Started,
  startedOn,
  succeeded,
  textsOf,
} from '../../../support/lockWorld.ts';

const canary = 'CANARY-Ministry-of-Quiet-Boats';
const photo = new TextEncoder().encode(`a photo of ${canary}`);
const letter = new TextEncoder().encode(`a letter to ${canary}`);
const payloads = [...consultationPayloads(3), evidencePayload(sha256Hex(photo))];
const stick = '/stick';
const copies = `${stick}/Fieldbook backups/samplelaptop/evidence`;
const secret = { kind: 'passphrase', text: passphrase } as const;

async function laptop(encrypted: boolean): Promise<Started & { readonly photoName: string }> {
  const started = startedOn();
  await succeeded(started.lock.state());
  await succeeded(started.journal.open());
  await succeeded(started.journal.append(1, payloads));
  const { sha256 } = await succeeded(started.evidence.put(photo));
  if (encrypted) await succeeded(started.lock.enable({ passphrase, recoveryKey }));
  await succeeded(started.snapshots.setSecondFolder(stick));
  return { ...started, photoName: sha256 };
}

const copyOf = (name: string): string => `${copies}/${name.slice(0, 2)}/${name}`;

/** What lies on the stick, put into another computer. */
function stickOf({ files }: { readonly files: FaultyFiles }): ReadonlyMap<string, Uint8Array> {
  return new Map([...files.files].filter(([path]) => path.startsWith(`${stick}/`)));
}

/** An empty computer with that stick. */
async function another(withStick: ReadonlyMap<string, Uint8Array>): Promise<Started> {
  const started = startedOn(undefined, { device: 'anotherlaptop' });
  await succeeded(started.lock.state());
  await succeeded(started.journal.open());
  for (const [path, bytes] of withStick) started.files.files.set(path, bytes);
  await succeeded(started.snapshots.setSecondFolder(stick));
  return started;
}

const mark = changeSetToPayload({
  ...{ id: '00000000-0000-7000-8000-000000000000' as ChangeSetId, kind: 'restore', at: 0, by: 'Test Person' },
  ...{ changes: [], source: { name: 'a', workbookId: null, contentHash: '' }, versions: {} },
});

async function newestOnStick({ snapshots }: Started): Promise<Uint8Array> {
  const { snapshots: listed } = await succeeded(snapshots.state());
  const name = listed.find(({ place }) => place === 'second')?.name ?? '';
  return succeeded(snapshots.read('second', name));
}

test('with encryption on nothing is readable on the stick, and files come back from there', async () => {
  const started = await laptop(true);
  expect(started.files.files.has(copyOf(started.photoName))).toBe(true);
  expect(filesWith(started, canary)).toEqual([]);
  await succeeded(started.evidence.remove([started.photoName]));
  await succeeded(started.snapshots.take('manual'));
  expect(await succeeded(started.evidence.get(started.photoName))).toEqual(photo);
  expect(filesWith(started, canary)).toEqual([]);
});

test('copies that are kept are not written again with each backup', async () => {
  const started = await laptop(true);
  const before = started.files.bytesOf(copyOf(started.photoName));
  await succeeded(started.snapshots.take('manual'));
  expect(started.files.bytesOf(copyOf(started.photoName))).toBe(before);
});

test('switching on encrypts the copies on the stick, and switching off gives them back', async () => {
  const started = await laptop(false);
  const path = copyOf(started.photoName);
  expect(started.files.bytesOf(path)).toEqual(photo);
  await succeeded(started.lock.enable({ passphrase, recoveryKey }));
  expect(filesWith(started, canary)).toEqual([]);
  expect(await succeeded(started.lock.disable(passphrase))).toMatchObject({ mode: 'off', unsealed: 0 });
  expect(started.files.bytesOf(path)).toEqual(photo);
});

test('a stick that was elsewhere is encrypted when it is there again: at a backup, or at unlocking', async () => {
  const started = await laptop(false);
  const { files } = started;
  const onlyThere = await succeeded(started.evidence.put(letter));
  await succeeded(started.journal.append(payloads.length + 1, [evidencePayload(onlyThere.sha256, 200)]));
  await succeeded(started.snapshots.take('manual'));
  await succeeded(started.evidence.remove([onlyThere.sha256]));
  const away = stickOf(started);
  for (const path of away.keys()) files.files.delete(path);
  await succeeded(started.lock.enable({ passphrase, recoveryKey }));
  for (const [path, bytes] of away) files.files.set(path, bytes);
  await succeeded(started.snapshots.take('update'));
  expect(files.bytesOf(copyOf(started.photoName))).not.toEqual(photo);

  const again = startedOn(files);
  await succeeded(again.lock.unlock(secret));
  expect(filesWith(again, canary)).toEqual([]);
  await succeeded(again.journal.open());
  await succeeded(again.snapshots.take('manual'));
  expect(await succeeded(again.evidence.get(onlyThere.sha256))).toEqual(letter);
});

test.each([
  ['without encryption', false],
  ['with a key of its own', true],
])(
  'a computer %s restores from the stick of a lost one, files too, with its secret',
  async (_, encrypted) => {
    const { photoName, ...lost } = await laptop(true);
    const found = await another(stickOf(lost));
    if (encrypted) {
      await succeeded(found.lock.enable({ passphrase: 'another one altogether', recoveryKey }));
    }
    const bytes = await newestOnStick(found);
    expect(await found.lock.openSnapshot({ bytes, secret: null })).toMatchObject({
      error: { code: 'WRONG_SECRET' },
    });
    const plain = await succeeded(found.lock.openSnapshot({ bytes, secret }));
    await succeeded(found.snapshots.restore(plain, mark));
    expect(await textsOf(found)).toEqual([...payloads, mark]);
    expect(await succeeded(found.evidence.get(photoName))).toEqual(photo);
    expect(filesWith(found, canary).length > 0).toBe(!encrypted);

    // From now on they are its own, whatever becomes of the other key.
    const later = startedOn(found.files, { device: 'anotherlaptop' });
    await succeeded(later.lock.state());
    if (encrypted) {
      await succeeded(later.lock.unlock({ kind: 'passphrase', text: 'another one altogether' }));
    }
    expect(await succeeded(later.evidence.get(photoName))).toEqual(photo);
  },
);

test('copies with a key that nobody gave stop neither backups nor switching off, and stay what they are', async () => {
  const { photoName, ...lost } = await laptop(true);
  const found = await another(stickOf(lost));
  const copy = lost.files.bytesOf(copyOf(photoName));
  await succeeded(found.journal.append(1, payloads));
  await succeeded(found.evidence.put(letter));
  const taken = await succeeded(found.snapshots.take('manual'));
  expect(taken).toMatchObject({ problem: null, second: { condition: 'ready' } });
  expect(await found.evidence.get(photoName)).toMatchObject({ ok: false });
  await succeeded(found.lock.enable({ passphrase: 'another one altogether', recoveryKey }));
  await succeeded(found.lock.disable('another one altogether'));
  expect(found.files.bytesOf(copyOf(photoName))).toEqual(copy);
});

test('what is read before somebody locks is not written in plain text afterwards', async () => {
  const started = await laptop(true);
  await succeeded(started.evidence.put(letter));
  const { files } = started;
  let isLocking = false;
  // The lock falls between reading and writing, at whatever step that is.
  files.failWhen((step, path) => {
    if (!isLocking && step === 'read' && path.startsWith('/data/evidence/')) {
      isLocking = true;
      started.sealing.holder.lock();
    }
    return undefined;
  });
  await started.snapshots.take('manual');
  files.failWhen(() => undefined);
  expect(isLocking).toBe(true);
  expect(filesWith(started, canary)).toEqual([]);
  expect(await started.evidence.put(letter)).toMatchObject({ ok: false, error: { code: 'LOCKED' } });
  expect(filesWith(started, canary)).toEqual([]);
});

test('a backup that was gathered before somebody locks is not written in plain text afterwards', async () => {
  const started = await laptop(true);
  await succeeded(started.settings.write({ deviceId: 'x' }));
  const { files } = started;
  let isLocking = false;
  // The device id is asked for when the journal has been read.
  files.failWhen((step, path) => {
    if (!isLocking && step === 'read' && path === '/data/settings.json') {
      isLocking = true;
      started.sealing.holder.lock();
    }
    return undefined;
  });
  expect(await started.snapshots.take('manual')).toMatchObject({ ok: false });
  files.failWhen(() => undefined);
  expect(isLocking).toBe(true);
  const snapshots = [...files.files].filter(([path]) => path.endsWith('.fbs'));
  expect(snapshots).not.toEqual([]);
  for (const [, bytes] of snapshots) expect(sealedBodyOf(bytes)).not.toBeNull();
});
