import { expect, test } from 'vitest';
import { openableJournal } from '../../../../electron/services/journal.ts';
import { sealedHeaderBytes } from '../../../../shared/ipc/entryForm.ts';
import {
  decodeFrameHead,
  encodeFrames,
  frameHeaderBytes,
  journalHeaderBytes,
} from '../../../../shared/ipc/journalFrames.ts';
import { webAead } from '../../../../shared/lock/aead.ts';
import { loadSnapshot } from '../../../../shared/snapshot/loadSnapshot.ts';
import { encodeSnapshotHead, readSnapshotHead } from '../../../../shared/snapshot/snapshotFile.ts';
import { FaultyFiles } from '../../../support/faultyFiles.ts';
import { consultationPayloads } from '../../../support/journalSamples.ts';
import { journalPath, passphrase, recoveryKey, startedOn, succeeded } from '../../../support/lockWorld.ts';

const payloads = consultationPayloads(40);

async function encrypted() {
  const started = startedOn();
  await succeeded(started.lock.state());
  await succeeded(started.journal.open());
  await succeeded(started.journal.append(1, payloads));
  await succeeded(started.snapshots.take('manual'));
  await succeeded(started.evidence.put(new TextEncoder().encode('minutes of the meeting')));
  await succeeded(started.lock.enable({ passphrase, recoveryKey }));
  return started;
}

/** What a start makes of a journal of these bytes. */
async function opened(files: FaultyFiles, bytes: Uint8Array) {
  const copy = new FaultyFiles();
  for (const [path, content] of files.files) copy.files.set(path, content);
  copy.files.set(journalPath, bytes);
  const again = startedOn(copy);
  await succeeded(again.lock.unlock({ kind: 'passphrase', text: passphrase }));
  const state = await succeeded(again.journal.open());
  return { state, entries: await succeeded(again.journal.read(1, 1_000)) };
}

/** The same numbers each time, spread over the whole range. */
const spread = (count: number, below: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => Math.floor(((index + 0.5) / count) * below));

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = bytes.slice();
  copy[bit >>> 3] = (copy[bit >>> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

/** Each whole frame of a journal's bytes. */
function framesOf(bytes: Uint8Array): Uint8Array[] {
  const frames: Uint8Array[] = [];
  for (let at = sealedHeaderBytes; at < bytes.length; ) {
    const head = decodeFrameHead(bytes, at);
    if (head === null) throw new Error('no frame here');
    const end = at + frameHeaderBytes + head.payloadBytes;
    frames.push(bytes.slice(at, end));
    at = end;
  }
  return frames;
}

const joined = (bytes: Uint8Array, frames: readonly Uint8Array[]): Uint8Array =>
  Buffer.concat([bytes.subarray(0, sealedHeaderBytes), ...frames]);

test('none of 500 flipped bits of a sealed journal is taken for what was written', async () => {
  const { files } = await encrypted();
  const bytes = files.bytesOf(journalPath);
  for (const bit of spread(500, bytes.length * 8)) {
    const { state, entries } = await opened(files, flipped(bytes, bit));
    for (const { sequence, payload } of entries) expect(payload).toBe(payloads[sequence - 1]);
    const isInHeader = bit < sealedHeaderBytes * 8;
    // Told: as a damaged entry, or as a tail that was cut; a header is mended from what its entries say.
    const missing = payloads.length - entries.length;
    expect(missing).toBe(isInHeader ? 0 : 1);
    if (!isInHeader) expect(state.damaged.length + Math.sign(state.cutBytes)).toBe(1);
  }
}, 120_000);

test('entries that were changed with their checksums put right, swapped, repeated or brought over do not open', async () => {
  const { files } = await encrypted();
  const bytes = files.bytesOf(journalPath);
  const frames = framesOf(bytes);
  const payloadAt = (index: number): Uint8Array =>
    (frames[index] ?? new Uint8Array()).slice(frameHeaderBytes);
  const withFrame = (index: number, payload: Uint8Array): Uint8Array =>
    joined(bytes, frames.with(index, encodeFrames(index + 1, [payload])));
  const other = framesOf((await encrypted()).files.bytesOf(journalPath));
  const foreign = (other[3] ?? new Uint8Array()).slice(frameHeaderBytes);
  for (const [what, forged] of [
    ['a bit of the text', withFrame(3, flipped(payloadAt(3), 400))],
    ['a bit of the nonce', withFrame(3, flipped(payloadAt(3), 8 * 20))],
    ['another entry in its place', withFrame(3, payloadAt(7))],
    ['plain text', withFrame(3, new TextEncoder().encode(payloads[3]))],
    ['the same entry of another file', withFrame(3, foreign)],
    ['nothing', withFrame(3, new Uint8Array(0))],
  ] as const) {
    const { state, entries } = await opened(files, forged);
    expect(state.damaged, what).toEqual([4]);
    expect(entries.map(({ payload }) => payload)).toEqual(payloads.toSpliced(3, 1));
  }
  const without = await opened(files, joined(bytes, frames.toSpliced(3, 1)));
  expect(without.state.damaged).toEqual([4]);
});

test('an entry that was forged at the end does not make the next one lost', async () => {
  const { files } = await encrypted();
  const bytes = files.bytesOf(journalPath);
  const frames = framesOf(bytes);
  const last = frames.length - 1;
  files.files.set(
    journalPath,
    joined(bytes, frames.with(last, encodeFrames(last + 1, [new Uint8Array(60)]))),
  );
  const again = startedOn(files);
  await succeeded(again.lock.unlock({ kind: 'passphrase', text: passphrase }));
  expect(await succeeded(again.journal.open())).toMatchObject({ lastSequence: 40, damaged: [40] });
  await succeeded(again.journal.append(41, ['{"after":1}']));
  await succeeded(again.lock.lock());
  await succeeded(again.lock.unlock({ kind: 'passphrase', text: passphrase }));
  await succeeded(again.journal.open());
  expect(await succeeded(again.journal.read(40, 9))).toEqual([{ sequence: 41, payload: '{"after":1}' }]);
  // Damage stays damage when everything is written anew.
  await succeeded(again.lock.disable(passphrase));
  expect(again.journal.state()).toMatchObject({ lastSequence: 41, damaged: [40] });
  expect((await succeeded(again.journal.read(1, 99))).map(({ sequence }) => sequence)).toHaveLength(40);
});

test('none of 500 flipped bits of a sealed snapshot is taken for what was written, and no header can be exchanged', async () => {
  const { snapshots, lock } = await encrypted();
  const [info] = (await succeeded(snapshots.state())).snapshots;
  const bytes = await succeeded(snapshots.read('first', info?.name ?? ''));
  for (const bit of spread(500, bytes.length * 8)) {
    const answer = await lock.openSnapshot({ bytes: flipped(bytes, bit), secret: null });
    expect(answer.ok && loadSnapshot(answer.value, () => undefined).ok).toBe(false);
  }
  const head = readSnapshotHead(bytes);
  if (!head.ok) throw new Error(head.error.code);
  const forged = encodeSnapshotHead({ ...head.value.header, takenAt: head.value.header.takenAt + 1 });
  const changed = Buffer.concat([forged, bytes.subarray(head.value.bodyAt)]);
  expect(await lock.openSnapshot({ bytes: changed, secret: null })).toMatchObject({
    ok: false,
    error: { code: 'HOST', error: { code: 'DAMAGED' } },
  });
}, 120_000);

test('a damaged evidence file is told, whichever bit it was', async () => {
  const { files, evidence } = await encrypted();
  const [file] = await succeeded(evidence.list());
  const sha256 = file?.sha256 ?? '';
  const path = `/data/evidence/${sha256.slice(0, 2)}/${sha256}`;
  const bytes = files.bytesOf(path);
  for (const bit of spread(200, bytes.length * 8)) {
    files.files.set(path, flipped(bytes, bit));
    const got = await evidence.get(sha256);
    expect(got.ok ? 'taken' : got.error.code).toMatch(/^(DAMAGED|LOCKED)$/);
  }
});

test('nonces never repeat, so the same text twice looks different', async () => {
  const { files, journal } = await encrypted();
  await succeeded(journal.append(41, ['{"same":1}', '{"same":1}']));
  const [a, b] = framesOf(files.bytesOf(journalPath)).slice(-2);
  const nonceOf = (frame: Uint8Array | undefined) =>
    Buffer.from((frame ?? new Uint8Array()).slice(33, 45)).toString('hex');
  expect(nonceOf(a)).not.toBe(nonceOf(b));
  const key = new Uint8Array(32);
  const aead = webAead(crypto.subtle);
  const sealed = await aead.seal(key, new Uint8Array(12), new Uint8Array(0), Uint8Array.of(1, 2, 3));
  expect(await aead.open(key, new Uint8Array(12), Uint8Array.of(1), sealed)).toBeNull();
});

test('a plain journal in the place of a sealed one is not taken, and stays as it was put there', async () => {
  const { files } = await encrypted();
  const forged = new FaultyFiles();
  const forger = openableJournal(journalPath, forged, async () => undefined);
  await succeeded(forger.open());
  await succeeded(forger.append(1, [...payloads, '{"forged":1}']));
  await forger.close();
  const whole = forged.bytesOf(journalPath);
  const headless = whole.slice();
  headless.set(new Uint8Array(8));
  for (const bytes of [whole, headless, whole.subarray(0, journalHeaderBytes)]) {
    files.files.set(journalPath, bytes);
    const again = startedOn(files);
    await succeeded(again.lock.unlock({ kind: 'passphrase', text: passphrase }));
    expect(await again.journal.open()).toMatchObject({ ok: false, error: { code: 'NOT_SEALED' } });
    expect(files.bytesOf(journalPath)).toEqual(bytes);
  }
});
