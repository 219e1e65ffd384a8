import { expect, test } from 'vitest';
import { openableJournal } from '../../../../electron/services/journal.ts';
import { isJsonObject, type JsonObject } from '../../../../shared/core/json.ts';
import { journalKindOf } from '../../../../shared/ipc/entryForm.ts';
import { settingsToText, textToSettings } from '../../../../shared/ipc/settingsText.ts';
import { readRecoveryKey } from '../../../../shared/lock/recoveryKey.ts';
import { FaultyFiles } from '../../../support/faultyFiles.ts';
import { consultationPayloads } from '../../../support/journalSamples.ts';
import {
  cheapCost,
  filesWith,
  journalPath,
  passphrase,
  recoveryKey,
  type Started,
  startedOn,
  succeeded,
  textsOf,
} from '../../../support/lockWorld.ts';

// Somebody who can write to the disk but has no secret: what a changed key file must not bring about.

const payloads = consultationPayloads(8);
const minutes = new TextEncoder().encode('minutes of the meeting');
const keyFiles = ['/data/key.json', '/data/key.json.previous'];
const recoveryText = textOf(recoveryKey);
const secret = { kind: 'passphrase', text: passphrase } as const;

async function encrypted(): Promise<Started> {
  const started = startedOn();
  await succeeded(started.lock.state());
  await succeeded(started.journal.open());
  await succeeded(started.journal.append(1, payloads));
  await succeeded(started.snapshots.take('manual'));
  await succeeded(started.evidence.put(minutes));
  await succeeded(started.lock.enable({ passphrase, recoveryKey }));
  return started;
}

function contentOf(files: FaultyFiles, path: string): JsonObject {
  const stored = textToSettings(new TextDecoder().decode(files.bytesOf(path)));
  if (stored === null) throw new Error(`${path} is no key file`);
  return stored.settings;
}

interface KeyFileContent {
  readonly keyring: JsonObject;
  readonly seal: string | null;
}

function keyFileOf({ files }: Pick<Started, 'files'>): KeyFileContent {
  const { keyring, seal } = contentOf(files, '/data/key.json');
  if (!isJsonObject(keyring)) throw new Error('no keyring');
  return { keyring, seal: typeof seal === 'string' ? seal : null };
}

/** Both copies, each with checksums that hold. */
function writeKeyFile({ files }: Pick<Started, 'files'>, { keyring, seal }: KeyFileContent): void {
  const settings = { keyring, ...(seal === null ? {} : { seal }) };
  const bytes = new TextEncoder().encode(settingsToText({ generation: 99, settings }));
  for (const path of keyFiles) files.files.set(path, bytes);
}

/** Records of somebody else's invention, in plain text, in the journal's place. */
async function putForgedJournal({ files }: Pick<Started, 'files'>): Promise<void> {
  const forged = new FaultyFiles();
  const forger = openableJournal(journalPath, forged, async () => undefined);
  await succeeded(forger.open());
  await succeeded(forger.append(1, ['{"forged":1}']));
  await forger.close();
  files.files.set(journalPath, forged.bytesOf(journalPath));
}

const tampered = (content: KeyFileContent) =>
  [
    ['with the seal of before', content.seal],
    ['without a seal, as by an earlier version', null],
    ['with a seal of somebody else', 'ab'.repeat(32)],
  ] as const;

test.each(['sealing', 'on'])('a state %s that nobody vouches for takes no plain journal', async (state) => {
  const started = await encrypted();
  const content = keyFileOf(started);
  for (const [what, seal] of tampered(content)) {
    const { files } = startedOn(copyOf(started.files));
    writeKeyFile({ files }, { keyring: { ...content.keyring, state }, seal });
    await putForgedJournal({ files });
    const put = files.bytesOf(journalPath);
    const again = startedOn(files);
    await succeeded(again.lock.unlock(secret));
    expect(await again.journal.open(), what).toMatchObject({ ok: false, error: { code: 'NOT_SEALED' } });
    expect(files.bytesOf(journalPath)).toEqual(put);
  }
});

test('nor does it where something cannot be sealed, so that the state cannot be settled', async () => {
  const started = await encrypted();
  const content = keyFileOf(started);
  writeKeyFile(started, { keyring: { ...content.keyring, state: 'sealing' }, seal: null });
  await putForgedJournal(started);
  for (let start = 0; start < 2; start++) {
    const again = startedOn(started.files);
    // What lies in a folder of evidence cannot be looked at.
    started.files.failWhen((step, path) =>
      step === 'list' && path.startsWith('/data/evidence') ? 'EIO' : undefined,
    );
    await succeeded(again.lock.unlock(secret));
    started.files.failWhen(() => undefined);
    expect(await again.journal.open()).toMatchObject({ ok: false, error: { code: 'NOT_SEALED' } });
  }
});

test.each(['preparing', 'leaving', 'sealing'])(
  'a state %s that was put there makes nothing lie or be written in plain text',
  async (state) => {
    const started = await encrypted();
    const content = keyFileOf(started);
    writeKeyFile(started, { ...content, keyring: { ...content.keyring, state } });
    const again = startedOn(started.files);
    expect(await succeeded(again.lock.state())).toMatchObject({ mode: 'locked' });
    await succeeded(again.lock.unlock(secret));
    await succeeded(again.journal.open());
    await succeeded(again.journal.append(payloads.length + 1, ['{"typed after":"Kim Minji"}']));
    await succeeded(again.settings.write({ name: 'Kim Minji' }));
    expect(await textsOf(again)).toEqual([...payloads, '{"typed after":"Kim Minji"}']);
    expect(journalKindOf(started.files.bytesOf(journalPath))).toBe('sealed');
    expect(filesWith(again, 'Kim Minji')).toEqual([]);
    expect(filesWith(again, 'minutes of the meeting')).toEqual([]);
    // Settled, and vouched for from then on.
    expect(keyFileOf(again)).toMatchObject({ keyring: { state: 'on' } });
    expect(keyFileOf(again).seal).toBe(content.seal);
  },
);

test('a cost that was lowered opens nothing, and is not what the next passphrase is wrapped with', async () => {
  const started = await encrypted();
  const content = keyFileOf(started);
  const { passphrase: wrap } = content.keyring;
  if (!isJsonObject(wrap)) throw new Error('no wrap');
  const cheaper = { ...wrap, cost: { memoryKib: 16, passes: 2 } };
  writeKeyFile(started, { ...content, keyring: { ...content.keyring, passphrase: cheaper } });
  const again = startedOn(started.files);
  expect(await again.lock.unlock(secret)).toMatchObject({ ok: false, error: { code: 'WRONG_SECRET' } });
  await succeeded(again.lock.unlock({ kind: 'recovery', text: recoveryText }));
  const change = {
    current: { kind: 'recovery', text: recoveryText },
    recoveryKey: null,
  } as const;
  await succeeded(again.lock.change({ ...change, passphrase: 'another quiet boat at noon' }));
  expect(keyFileOf(again).keyring).toMatchObject({ passphrase: { cost: cheapCost } });
});

test('a key file of before it was sealed opens, and is sealed then', async () => {
  const started = await encrypted();
  const content = keyFileOf(started);
  expect(content.seal).toMatch(/^[0-9a-f]{64}$/);
  writeKeyFile(started, { ...content, seal: null });
  const again = startedOn(started.files);
  await succeeded(again.lock.unlock(secret));
  await succeeded(again.journal.open());
  expect(await textsOf(again)).toEqual(payloads);
  for (const path of keyFiles) expect(contentOf(started.files, path).seal).toBe(content.seal);
});

test('whatever is changed in a keyring, its seal does not hold', async () => {
  const started = await encrypted();
  await succeeded(
    started.lock.change({ current: secret, passphrase: 'some other quiet boats', recoveryKey: null }),
  );
  const after = keyFileOf(started);
  const before = keyFileOf(await encrypted());
  expect(new Set([after.seal, before.seal]).size).toBe(2);
  // Another keychain's part: what it gives must be the key, which nothing but the seal says.
  writeKeyFile(started, { ...after, keyring: { ...after.keyring, keychain: 'abcd' } });
  const again = startedOn(started.files);
  await succeeded(again.lock.unlock({ kind: 'passphrase', text: 'some other quiet boats' }));
  expect(again.sealing.holder.held?.isUnvouched).toBeUndefined();
  expect(keyFileOf(again).seal).not.toBe(after.seal);
});

/** As a person's spelling of it is read. */
function textOf(written: string): string {
  const read = readRecoveryKey(written);
  if (!read.ok) throw new Error('no recovery key');
  return read.value;
}

function copyOf(files: FaultyFiles): FaultyFiles {
  const copy = new FaultyFiles();
  for (const [path, content] of files.files) copy.files.set(path, content);
  return copy;
}
