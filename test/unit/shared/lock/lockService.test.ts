import { expect, test } from 'vitest';
import type { Keychain } from '../../../../shared/lock/lockParts.ts';
import { newRecoveryKey } from '../../../../shared/lock/recoveryKey.ts';
import { waitAfter } from '../../../../shared/lock/tries.ts';
import { FaultyFiles } from '../../../support/faultyFiles.ts';
import { consultationPayloads } from '../../../support/journalSamples.ts';
import {
  filesWith,
  journalPath,
  passphrase,
  recoveryKey,
  type Started,
  startedOn,
  succeeded,
  textsOf,
} from '../../../support/lockWorld.ts';

const canary = 'CANARY-Ministry-of-Quiet-Boats';
const photo = new TextEncoder().encode(`a photo of ${canary}`);
const payloads = consultationPayloads(6).map((text) => text.replace('agencies', canary));

/** A laptop that has worked for a while: journal, a backup, a file, a draft. */
async function workedLaptop(): Promise<Started & { readonly photoName: string }> {
  const started = startedOn();
  await succeeded(started.lock.state());
  await succeeded(started.journal.open());
  await succeeded(started.journal.append(1, payloads.slice(0, 4)));
  await succeeded(started.snapshots.take('manual'));
  const { sha256 } = await succeeded(started.evidence.put(photo));
  await succeeded(
    started.settings.write({ language: 'ko', deviceId: 'samplelaptop', drafts: { a: canary } }),
  );
  await succeeded(started.sentinel.write({ lastSequence: 4, note: canary }));
  return { ...started, photoName: sha256 };
}

async function encryptedLaptop() {
  const started = await workedLaptop();
  await succeeded(started.lock.enable({ passphrase, recoveryKey }));
  return started;
}

const unlock = (started: Started, text = passphrase) => started.lock.unlock({ kind: 'passphrase', text });

test('switching on leaves nothing readable, and everything is there after unlocking', async () => {
  const { files, photoName, ...started } = await encryptedLaptop();
  expect(await textsOf(started)).toEqual(payloads.slice(0, 4));
  await succeeded(started.journal.append(5, payloads.slice(4)));
  await succeeded(started.snapshots.take('manual'));
  expect(filesWith({ files }, canary)).toEqual([]);

  const again = startedOn(files);
  expect(await succeeded(again.lock.state())).toMatchObject({ mode: 'locked', waitSeconds: 0, unsealed: 0 });
  expect(await again.journal.open()).toMatchObject({ ok: false, error: { code: 'LOCKED' } });
  expect(await again.evidence.get(photoName)).toMatchObject({ ok: false, error: { code: 'LOCKED' } });
  expect(await succeeded(again.settings.read())).toEqual({ language: 'ko', deviceId: 'samplelaptop' });
  expect(await succeeded(unlock(again))).toMatchObject({ mode: 'open' });
  await succeeded(again.journal.open());
  expect(await textsOf(again)).toEqual(payloads);
  expect(await succeeded(again.evidence.get(photoName))).toEqual(photo);
  expect(await succeeded(again.evidence.list())).toEqual([{ sha256: photoName, bytes: photo.length }]);
  expect(await succeeded(again.settings.read())).toMatchObject({ drafts: { a: canary } });
  expect(await succeeded(again.sentinel.read())).toMatchObject({ note: canary });
});

test('a torn end of the journal that was put aside is encrypted as well, and comes back', async () => {
  const started = await workedLaptop();
  const tail = new TextEncoder().encode(`torn ${canary}`);
  started.files.files.set(`${journalPath}.tail-99`, tail);
  await succeeded(started.lock.enable({ passphrase, recoveryKey }));
  expect(filesWith(started, canary)).toEqual([]);
  await succeeded(started.lock.disable(passphrase));
  expect(started.files.bytesOf(`${journalPath}.tail-99`)).toEqual(tail);
});

test('what was put aside in plain text since is encrypted at the next unlocking', async () => {
  const { files } = await encryptedLaptop();
  const tail = new TextEncoder().encode(`torn ${canary}`);
  files.files.set(`${journalPath}.tail-99`, tail);
  await succeeded(unlock(startedOn(files)));
  expect(filesWith({ files }, canary)).toEqual([]);
});

test('settings that a key of before sealed keep nothing else from being encrypted', async () => {
  const before = await encryptedLaptop();
  const { files, ...started } = await workedLaptop();
  files.files.set('/data/settings.json', before.files.bytesOf('/data/settings.json'));
  expect(await succeeded(started.lock.enable({ passphrase, recoveryKey }))).toMatchObject({ unsealed: 0 });
  expect(filesWith({ files }, canary)).toEqual([]);
});

test('the recovery key opens as the passphrase does', async () => {
  const { files } = await encryptedLaptop();
  const again = startedOn(files);
  await succeeded(again.lock.unlock({ kind: 'recovery', text: recoveryKey }));
  await succeeded(again.journal.open());
  expect(await textsOf(again)).toHaveLength(4);
});

test('locking closes the journal and lets go of the key; what is written meanwhile loses nothing', async () => {
  const started = await encryptedLaptop();
  const dataKey = started.sealing.holder.held?.dataKey;
  expect(await succeeded(started.lock.lock())).toMatchObject({ mode: 'locked' });
  expect(started.sealing.holder.held).toBeNull();
  expect(dataKey?.every((byte) => byte === 0)).toBe(true);
  expect(started.journal.state()).toBeNull();
  await succeeded(started.settings.write({ language: 'en', drafts: {} }));
  await succeeded(unlock(started));
  expect(await succeeded(started.settings.read())).toMatchObject({ language: 'en', drafts: { a: canary } });
});

test('wrong passphrases are counted across restarts, and the wait grows', async () => {
  const { files } = await encryptedLaptop();
  let time = Date.UTC(2026, 10, 26, 9);
  const start = () => startedOn(files, { now: () => time });
  for (const waitSeconds of [0, 0, 5]) {
    const tried = await unlock(start(), 'not this one');
    expect(tried).toEqual({ ok: false, error: { code: 'WRONG_SECRET', waitSeconds } });
  }
  expect(await unlock(start())).toEqual({ ok: false, error: { code: 'WAIT', waitSeconds: 5 } });
  expect(await succeeded(start().lock.state())).toMatchObject({ mode: 'locked', waitSeconds: 5 });
  time += 5_000;
  expect(await unlock(start(), 'nor this one')).toMatchObject({ error: { waitSeconds: 10 } });
  // A clock that was set back, and stays so, locks out for no longer than the wait.
  time -= 86_400_000;
  expect(await unlock(start())).toMatchObject({ error: { code: 'WAIT', waitSeconds: 10 } });
  time += 4_000;
  expect(await unlock(start())).toMatchObject({ error: { code: 'WAIT', waitSeconds: 6 } });
  time += 6_000;
  const opened = start();
  expect(await succeeded(unlock(opened))).toMatchObject({ mode: 'open', waitSeconds: 0 });
  expect([2, 3, 4, 8, 9, 99].map(waitAfter)).toEqual([0, 5, 10, 160, 300, 300]);
});

test('another passphrase writes the key file and the backups, and the one of before opens nothing any more', async () => {
  const started = await encryptedLaptop();
  const before = new Map(started.files.files);
  const next = 'eight loud trains at dawn';
  const wrong = { kind: 'passphrase', text: 'not this one' } as const;
  const current = { kind: 'passphrase', text: passphrase } as const;
  expect(await started.lock.change({ current: wrong, passphrase: next, recoveryKey: null })).toMatchObject({
    ok: false,
    error: { code: 'WRONG_SECRET' },
  });
  // Without new secrets it only tells whether the present one is right.
  await succeeded(started.lock.change({ current, passphrase: null, recoveryKey: null }));
  const written = [...started.files.files].filter(([path, bytes]) => before.get(path) !== bytes);
  expect(written.map(([path]) => path).filter((path) => !path.includes('tries.json'))).toEqual([]);
  await succeeded(started.lock.change({ current, passphrase: next, recoveryKey: null }));
  const changed = [...started.files.files].filter(([path, bytes]) => before.get(path) !== bytes);
  expect(changed.map(([path]) => path).filter((path) => !path.includes('tries.json'))).toEqual(
    expect.arrayContaining(['/data/key.json', '/data/key.json.previous']),
  );
  // A backup holds a copy of the keyring, and is written anew for it.
  expect(changed.every(([path]) => /(key|tries)\.json|\.fbs$/.test(path))).toBe(true);
  // Neither file, alone, opens with what was.
  for (const lost of ['/data/key.json', '/data/key.json.previous']) {
    const files = new FaultyFiles();
    for (const [path, bytes] of started.files.files) if (path !== lost) files.files.set(path, bytes);
    const again = startedOn(files);
    expect(await unlock(again)).toMatchObject({ ok: false, error: { code: 'WRONG_SECRET' } });
    expect(await succeeded(unlock(again, next))).toMatchObject({ mode: 'open' });
  }
});

test('secrets that were replaced open nothing any more, whatever becomes of the key file', async () => {
  const started = await encryptedLaptop();
  const { files } = started;
  await succeeded(started.snapshots.setSecondFolder('/stick'));
  const next = 'eight loud trains at dawn';
  const nextKey = newRecoveryKey({ bytes: (length) => new Uint8Array(length).fill(9) });
  const current = { kind: 'passphrase', text: passphrase } as const;
  await succeeded(started.lock.change({ current, passphrase: next, recoveryKey: nextKey }));
  await succeeded(started.journal.append(5, ['{"written":"after the change"}']));
  for (const path of [...files.files.keys()]) if (path.includes('key.json')) files.files.delete(path);
  for (const secret of [current, { kind: 'recovery', text: recoveryKey }] as const) {
    expect(await startedOn(files).lock.unlock(secret)).toMatchObject({ error: { code: 'WRONG_SECRET' } });
  }
  for (const [path, bytes] of files.files) {
    if (!path.endsWith('.fbs')) continue;
    const stranger = startedOn();
    expect(await stranger.lock.openSnapshot({ bytes, secret: current }), path).toMatchObject({ ok: false });
    await succeeded(stranger.lock.openSnapshot({ bytes, secret: { kind: 'recovery', text: nextKey } }));
  }
  const again = startedOn(files);
  await succeeded(again.lock.unlock({ kind: 'recovery', text: nextKey }));
  await succeeded(again.journal.open());
  expect((await textsOf(again)).at(-1)).toBe('{"written":"after the change"}');
});

test('backups that could not be written anew, or were away, follow at the next unlocking', async () => {
  const started = await encryptedLaptop();
  const { files } = started;
  await succeeded(started.snapshots.setSecondFolder('/stick'));
  const isOnStick = (path: string): boolean => path.startsWith('/stick/');
  const away = [...files.files].filter(([path]) => isOnStick(path));
  for (const [path] of away) files.files.delete(path);
  files.failWhen((step, path) => (step === 'write' && path.includes('.fbs') ? 'ENOSPC' : undefined));
  const next = 'eight loud trains at dawn';
  const current = { kind: 'passphrase', text: passphrase } as const;
  const state = await succeeded(started.lock.change({ current, passphrase: next, recoveryKey: null }));
  const kept = [...files.files].filter(([path]) => path.endsWith('.fbs'));
  expect(kept.length).toBeGreaterThan(0);
  expect(state).toMatchObject({ mode: 'open', unsealed: kept.length });
  files.failWhen(() => undefined);
  for (const [path, bytes] of away) files.files.set(path, bytes);

  expect(await succeeded(unlock(startedOn(files), next))).toMatchObject({ unsealed: 0 });
  const backups = [...files.files].filter(([path]) => path.endsWith('.fbs'));
  expect(backups.some(([path]) => isOnStick(path))).toBe(true);
  for (const [path, bytes] of backups) {
    const stranger = startedOn();
    expect(await stranger.lock.openSnapshot({ bytes, secret: current }), path).toMatchObject({ ok: false });
    await succeeded(stranger.lock.openSnapshot({ bytes, secret: { ...current, text: next } }));
  }
});

test('switching off gives everything back in plain text', async () => {
  const { files, photoName, ...started } = await encryptedLaptop();
  expect(await started.lock.disable('not this one')).toMatchObject({ error: { code: 'WRONG_SECRET' } });
  expect(await succeeded(started.lock.disable(passphrase))).toMatchObject({ mode: 'off' });
  const again = startedOn(files);
  expect(await succeeded(again.lock.state())).toMatchObject({ mode: 'off' });
  await succeeded(again.journal.open());
  expect(await textsOf(again)).toEqual(payloads.slice(0, 4));
  expect(await succeeded(again.evidence.get(photoName))).toEqual(photo);
  expect(await succeeded(again.settings.read())).toMatchObject({ drafts: { a: canary } });
  expect(filesWith({ files }, canary)).toContain(journalPath);
  expect(filesWith({ files }, 'passphrase')).toEqual([]);
});

test('a lost key file is found again in a backup; with no backup that is said, and nothing is touched', async () => {
  const { files } = await encryptedLaptop();
  for (const name of ['/data/key.json', '/data/key.json.previous']) files.files.delete(name);
  const again = startedOn(files);
  expect(await succeeded(again.lock.state())).toMatchObject({ mode: 'locked' });
  expect(await succeeded(unlock(again))).toMatchObject({ mode: 'open' });

  for (const name of [...files.files.keys()]) if (/key\.json|snapshots/.test(name)) files.files.delete(name);
  const journal = files.bytesOf(journalPath);
  const lost = startedOn(files);
  expect(await lost.lock.state()).toEqual({ ok: false, error: { code: 'KEY_LOST' } });
  expect(await lost.journal.open()).toMatchObject({ ok: false, error: { code: 'LOCKED' } });
  expect(files.bytesOf(journalPath)).toBe(journal);
});

test('a lost key file is replaced by the newest copy of its own key, past backups that cannot be read', async () => {
  let time = Date.UTC(2026, 10, 26, 9);
  const started = startedOn(new FaultyFiles(), { now: () => (time += 60_000) });
  const { files } = started;
  await succeeded(started.lock.state());
  await succeeded(started.journal.open());
  await succeeded(started.journal.append(1, payloads.slice(0, 4)));
  await succeeded(started.lock.enable({ passphrase, recoveryKey }));
  await succeeded(started.snapshots.setSecondFolder('/stick'));
  await succeeded(started.snapshots.take('manual'));
  const next = 'eight loud trains at dawn';
  const current = { kind: 'passphrase', text: passphrase } as const;
  await succeeded(started.lock.change({ current, passphrase: next, recoveryKey: null }));
  await succeeded(started.snapshots.take('manual'));
  // Newer, and of somebody else who uses the same stick; and one on a bad block.
  time += 86_400_000;
  const other = startedOn(new FaultyFiles(), { now: () => (time += 60_000) });
  await succeeded(other.lock.state());
  await succeeded(other.journal.open());
  await succeeded(other.journal.append(1, payloads));
  await succeeded(other.lock.enable({ passphrase: 'another one altogether', recoveryKey }));
  await succeeded(other.snapshots.setSecondFolder('/stick'));
  for (const [path, bytes] of other.files.files) if (path.endsWith('.fbs')) files.files.set(path, bytes);
  for (const name of ['/data/key.json', '/data/key.json.previous']) files.files.delete(name);
  const oldest = [...files.files.keys()].filter((path) => path.endsWith('.fbs')).sort()[0] ?? '';
  files.failWhen((step, path) => (step === 'open' && path === oldest ? 'EIO' : undefined));

  const again = startedOn(files);
  expect(await succeeded(again.lock.state())).toMatchObject({ mode: 'locked' });
  expect(await unlock(again)).toMatchObject({ error: { code: 'WRONG_SECRET' } });
  expect(await succeeded(unlock(again, next))).toMatchObject({ mode: 'open' });
});

test('the keychain opens at the start and not after a lock; one that cannot does no harm', async () => {
  const kept = new Map<string, string>();
  let isSafe = true;
  const keychain: Keychain = {
    isSafe: async () => isSafe,
    wrap: async (text) => {
      kept.set('a1', text);
      return Uint8Array.of(0xa1);
    },
    unwrap: async (wrapped) => {
      const text = kept.get(Buffer.from(wrapped).toString('hex'));
      if (text === undefined) throw new Error('another user');
      return text;
    },
  };
  const { files } = await encryptedLaptop();
  const start = () => startedOn(files, { keychain });
  const first = start();
  await succeeded(unlock(first));
  const wrong = { passphrase: 'not this one', use: true };
  expect(await first.lock.askKeychain(wrong)).toMatchObject({ error: { code: 'WRONG_SECRET' } });
  expect(await succeeded(first.lock.askKeychain({ passphrase, use: true }))).toMatchObject({
    keychain: 'asked',
  });

  const second = start();
  expect(await succeeded(second.lock.state())).toMatchObject({ mode: 'locked', opensByItself: true });
  expect(await succeeded(second.lock.unlock({ kind: 'keychain' }))).toMatchObject({ mode: 'open' });
  await succeeded(second.lock.lock());
  expect(await succeeded(second.lock.state())).toMatchObject({ opensByItself: false });
  expect(await second.lock.unlock({ kind: 'keychain' })).toMatchObject({ error: { code: 'WRONG_STATE' } });
  await succeeded(unlock(second));

  kept.clear();
  const third = start();
  expect(await third.lock.unlock({ kind: 'keychain' })).toMatchObject({ error: { code: 'WRONG_SECRET' } });
  expect(await succeeded(unlock(third))).toMatchObject({ mode: 'open' });
  isSafe = false;
  expect(await succeeded(start().lock.state())).toMatchObject({ keychain: 'none', opensByItself: false });
  expect(await third.lock.askKeychain({ passphrase, use: true })).toMatchObject({
    error: { code: 'WRONG_STATE' },
  });
  await succeeded(third.lock.askKeychain({ passphrase: '', use: false }));
  isSafe = true;
  expect(await succeeded(start().lock.state())).toMatchObject({ keychain: 'unused', opensByItself: false });
});

test('calls that do not fit the state, and secrets that are too short, are refused', async () => {
  const fresh = startedOn();
  await succeeded(fresh.lock.state());
  expect(await fresh.lock.enable({ passphrase, recoveryKey })).toMatchObject({
    error: { code: 'WRONG_STATE' },
  });
  await succeeded(fresh.journal.open());
  for (const bad of [
    { passphrase: 'short', recoveryKey },
    { passphrase, recoveryKey: recoveryKey.slice(0, -1) },
  ]) {
    expect(await fresh.lock.enable(bad)).toMatchObject({ ok: false, error: { code: 'BAD_SECRET' } });
  }
  expect(await unlock(fresh)).toMatchObject({ error: { code: 'WRONG_STATE' } });
  expect(await fresh.lock.disable(passphrase)).toMatchObject({ error: { code: 'WRONG_STATE' } });
  expect([...fresh.files.files.keys()].some((path) => path.includes('key.json'))).toBe(false);
});
