import { expect, test } from 'vitest';
import { sealedBodyOf } from '../../../../shared/lock/sealedSnapshot.ts';
import { consultationPayloads } from '../../../support/journalSamples.ts';
import {
  passphrase,
  recoveryKey,
  type Started,
  startedOn,
  succeeded,
  textsOf,
} from '../../../support/lockWorld.ts';

const payloads = consultationPayloads(4);

async function encryptedLaptop(): Promise<Started> {
  const started = startedOn();
  await succeeded(started.lock.state());
  await succeeded(started.journal.open());
  await succeeded(started.journal.append(1, payloads));
  await succeeded(started.snapshots.take('manual'));
  await succeeded(started.lock.enable({ passphrase, recoveryKey }));
  return started;
}

const unlock = (started: Started, text = passphrase) => started.lock.unlock({ kind: 'passphrase', text });

test('a backup of another computer opens with its own secrets', async () => {
  const theirs = await encryptedLaptop();
  const [info] = (await succeeded(theirs.snapshots.state())).snapshots;
  const bytes = await succeeded(theirs.snapshots.read('first', info?.name ?? ''));
  const ours = startedOn();
  await succeeded(ours.lock.state());
  await succeeded(ours.journal.open());
  const open = (secret: Parameters<typeof ours.lock.openSnapshot>[0]['secret']) =>
    ours.lock.openSnapshot({ bytes, secret });
  expect(await open(null)).toMatchObject({ ok: false, error: { code: 'WRONG_SECRET' } });
  expect(await open({ kind: 'passphrase', text: 'not this one' })).toMatchObject({ ok: false });
  for (const secret of [
    { kind: 'passphrase', text: passphrase },
    { kind: 'recovery', text: recoveryKey },
  ] as const) {
    const plain = await succeeded(open(secret));
    expect(Buffer.from(plain).equals(Buffer.from(bytes))).toBe(false);
    const mark = consultationRestore;
    expect(await ours.snapshots.restore(plain, mark)).toMatchObject({ ok: true });
  }
  expect(await textsOf(ours)).toEqual([...payloads, consultationRestore]);
});

test('a backup that asks for a cost that no Fieldbook asks for is called damaged, and nothing is computed', async () => {
  const theirs = await encryptedLaptop();
  const [info] = (await succeeded(theirs.snapshots.state())).snapshots;
  const bytes = await succeeded(theirs.snapshots.read('first', info?.name ?? ''));
  const named = Buffer.from('"cost":{"memoryKib":8,"passes":1}');
  const costly = Buffer.from('"cost":{"memoryKib":524288,"passes":16}');
  const at = Buffer.from(bytes).indexOf(named);
  const hostile = Buffer.concat([bytes.subarray(0, at), costly, bytes.subarray(at + named.length)]);
  // The length of the keyring stands right in front of it.
  const lengthAt = Buffer.from(bytes).indexOf('{"', sealedAt(bytes)) - 4;
  hostile.writeUInt32LE(hostile.readUInt32LE(lengthAt) + costly.length - named.length, lengthAt);
  const ours = startedOn();
  await succeeded(ours.lock.state());
  const secret = { kind: 'passphrase', text: passphrase } as const;
  expect(await ours.lock.openSnapshot({ bytes: hostile, secret })).toMatchObject({
    error: { code: 'HOST', error: { code: 'DAMAGED' } },
  });
});

test('wrong guesses at the backup of another computer do not keep anybody from unlocking this one', async () => {
  const theirs = await encryptedLaptop();
  const [info] = (await succeeded(theirs.snapshots.state())).snapshots;
  const bytes = await succeeded(theirs.snapshots.read('first', info?.name ?? ''));
  const { files, ...ours } = await encryptedLaptop();
  const guess = { kind: 'passphrase', text: 'not this one' } as const;
  for (const waitSeconds of [0, 0, 5]) {
    const tried = await ours.lock.openSnapshot({ bytes, secret: guess });
    expect(tried).toEqual({ ok: false, error: { code: 'WRONG_SECRET', waitSeconds } });
  }
  expect(await ours.lock.openSnapshot({ bytes, secret: guess })).toMatchObject({ error: { code: 'WAIT' } });
  expect(await succeeded(ours.lock.state())).toMatchObject({ waitSeconds: 0 });
  const again = startedOn(files);
  expect(await unlock(again, 'not this one')).toEqual({
    ...{ ok: false, error: { code: 'WRONG_SECRET', waitSeconds: 0 } },
  });
  // Nor is the backup forgotten about, or the count of this computer's own by a guess there.
  expect(await again.lock.openSnapshot({ bytes, secret: guess })).toMatchObject({ error: { code: 'WAIT' } });
  for (const waitSeconds of [0, 5]) {
    expect(await unlock(again, 'not this one')).toMatchObject({ error: { waitSeconds } });
  }
});

test('guesses at a backup of this computer count as guesses at it', async () => {
  const { files, snapshots } = await encryptedLaptop();
  const [info] = (await succeeded(snapshots.state())).snapshots;
  const bytes = await succeeded(snapshots.read('first', info?.name ?? ''));
  const locked = startedOn(files);
  const guess = { kind: 'passphrase', text: 'not this one' } as const;
  for (let time = 0; time < 3; time++) await locked.lock.openSnapshot({ bytes, secret: guess });
  expect(await unlock(locked)).toMatchObject({ error: { code: 'WAIT', waitSeconds: 5 } });
});

/** Where the sealed body of a snapshot file begins. */
const sealedAt = (bytes: Uint8Array): number => bytes.length - (sealedBodyOf(bytes)?.length ?? 0);

const consultationRestore = JSON.stringify(JSON.parse(restoreMark()));

function restoreMark(): string {
  const [sample = '{}'] = consultationPayloads(1);
  return JSON.stringify({ ...JSON.parse(sample), kind: 'restore', changes: [], versions: {} });
}
