import { deflateSync } from 'fflate';
import { expect, test } from 'vitest';
import { sha256Hex } from '../../../../shared/core/hashing.ts';
import { foreignSnapshotLimits, loadSnapshot } from '../../../../shared/snapshot/loadSnapshot.ts';
import { encodeSnapshotHead, readSnapshotHead } from '../../../../shared/snapshot/snapshotFile.ts';
import { SnapshotWriter } from '../../../../shared/snapshot/writeSnapshot.ts';
import { countingRandom } from '../../../support/exchange.ts';
import { consultationPayloads } from '../../../support/journalSamples.ts';

const origin = {
  appVersion: '0.1.0',
  device: 'samplelaptop',
  takenAt: Date.UTC(2026, 10, 23),
  reason: 'manual',
} as const;

function snapshotOf(payloads: readonly string[]) {
  const writer = new SnapshotWriter();
  for (const [index, payload] of payloads.entries()) writer.add({ sequence: index + 1, payload });
  return writer.finish(origin);
}

function load(bytes: Uint8Array) {
  const payloads: string[] = [];
  return { result: loadSnapshot(bytes, ({ payload }) => payloads.push(payload)), payloads };
}

test('a snapshot gives back every entry as it was, and says what it holds', () => {
  const payloads = consultationPayloads(30);
  const { header, bytes } = snapshotOf([...payloads, '한글 that is no change set']);
  const { result, payloads: read } = load(bytes);
  expect(result).toEqual({ ok: true, value: header });
  expect(read).toEqual([...payloads, '한글 that is no change set']);
  expect(header).toMatchObject({
    ...origin,
    entries: 31,
    lastSequence: 31,
    counts: { consultation: 30 },
    lineage: '',
  });
  expect(header.lastStamp).toMatch(/-samplelaptop$/);
});

test('an empty journal has a snapshot too', () => {
  const { bytes } = snapshotOf([]);
  expect(load(bytes).result).toMatchObject({ ok: true, value: { entries: 0, lastStamp: null } });
});

test('the header is read from the first bytes alone', () => {
  const { header, bytes } = snapshotOf(consultationPayloads(100));
  expect(readSnapshotHead(bytes.slice(0, 4096))).toMatchObject({ ok: true, value: { header } });
});

test('not one of 500 flipped bits is accepted', () => {
  const { bytes } = snapshotOf(consultationPayloads(40));
  const random = countingRandom(7);
  const accepted: number[] = [];
  for (let round = 0; round < 500; round++) {
    const [a = 0, b = 0, c = 0, d = 0] = random.bytes(4);
    const bit = (((a << 16) | (b << 8) | c) * 8 + (d & 7)) % (bytes.length * 8);
    const flipped = bytes.slice();
    flipped[bit >>> 3] = (flipped[bit >>> 3] ?? 0) ^ (1 << (bit & 7));
    if (load(flipped).result.ok) accepted.push(bit);
  }
  expect(accepted).toEqual([]);
});

test('each flipped bit of the header is told as damage or another file', () => {
  const { header, bytes } = snapshotOf(consultationPayloads(2));
  const head = bytes.length - header.bodyBytes;
  for (let bit = 0; bit < head * 8; bit++) {
    const flipped = bytes.slice();
    flipped[bit >>> 3] = (flipped[bit >>> 3] ?? 0) ^ (1 << (bit & 7));
    const { result } = load(flipped);
    expect(result.ok ? 'accepted' : result.error.code, `bit ${bit}`).toMatch(/^(DAMAGED|NOT_A_SNAPSHOT)$/);
  }
});

test('a file that is cut off anywhere, or has something behind it, is damaged', () => {
  const { bytes } = snapshotOf(consultationPayloads(3));
  for (let length = 16; length < bytes.length; length += 7) {
    expect(load(bytes.slice(0, length)).result, `${length} bytes`).toMatchObject({
      error: { code: 'DAMAGED' },
    });
  }
  expect(load(Uint8Array.from([...bytes, 0])).result).toMatchObject({ error: { code: 'DAMAGED' } });
});

test('another kind of file is told from a damaged one', () => {
  for (const text of ['', 'PK\u0003\u0004 a workbook', 'FBJOURNL and the rest of a journal']) {
    expect(load(new TextEncoder().encode(text)).result).toEqual({
      ok: false,
      error: { code: 'NOT_A_SNAPSHOT' },
    });
  }
});

test('a record type or a version of one that is not known yet is refused, and named', () => {
  const [payload = ''] = consultationPayloads(1);
  const newer = payload.replace(/"versions":\{"consultation":\d+\}/, '"versions":{"consultation":99}');
  expect(newer).not.toBe(payload);
  expect(load(snapshotOf([newer]).bytes)).toEqual({
    result: { ok: false, error: { code: 'NEWER', detail: 'consultation 99' } },
    payloads: [],
  });
  const unknown = payload.replace(/"versions":\{"consultation":\d+\}/, '"versions":{"hologram":1}');
  expect(load(snapshotOf([unknown]).bytes).result).toMatchObject({ error: { code: 'NEWER' } });
});

test('a body that inflates beyond what its header says is stopped', () => {
  const { header } = snapshotOf([]);
  const body = deflateSync(new Uint8Array(50_000_000));
  const forged = { ...header, contentBytes: 1000, bodyBytes: body.length, bodySha256: sha256Hex(body) };
  const head = encodeSnapshotHead(forged);
  const bytes = new Uint8Array(head.length + body.length);
  bytes.set(head);
  bytes.set(body, head.length);
  expect(load(bytes).result).toMatchObject({
    error: { code: 'DAMAGED', detail: 'more content than declared' },
  });
});

test('counts that do not fit the entries are damage, even under right hashes', () => {
  const { header, bytes } = snapshotOf(consultationPayloads(3));
  const body = bytes.slice(bytes.length - header.bodyBytes);
  const head = encodeSnapshotHead({ ...header, counts: { consultation: 4 } });
  const forged = new Uint8Array(head.length + body.length);
  forged.set(head);
  forged.set(body, head.length);
  expect(load(forged).result).toMatchObject({ error: { code: 'DAMAGED', detail: 'the counts differ' } });
});

test('a body that shrinks beyond measure is refused before it is unpacked, and an honest one is not', () => {
  const limits = foreignSnapshotLimits;
  const blank = snapshotOf(Array.from({ length: 40 }, () => ' '.repeat(1024 * 1024)));
  const payloads: string[] = [];
  const taken = loadSnapshot(blank.bytes, ({ payload }) => payloads.push(payload), { limits });
  expect(taken).toMatchObject({ ok: false, error: { code: 'TOO_MUCH' } });
  expect(payloads).toEqual([]);
  // What is written here is read here, whatever it holds.
  expect(load(blank.bytes).result.ok).toBe(true);
  const honest = snapshotOf(consultationPayloads(2000));
  expect(loadSnapshot(honest.bytes, () => undefined, { limits }).ok).toBe(true);
  expect(
    loadSnapshot(honest.bytes, () => undefined, { limits: { ...limits, contentBytes: 100_000 } }),
  ).toMatchObject({ error: { code: 'TOO_MUCH' } });
});
