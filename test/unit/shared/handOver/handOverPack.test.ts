import { gcm } from '@noble/ciphers/aes.js';
import { argon2id } from '@noble/hashes/argon2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../../shared/core/hashing.ts';
import {
  openPack,
  type PackContents,
  type PackProblem,
  sealPack,
} from '../../../../shared/handOver/handOverPack.ts';
import {
  highestCost,
  isPayable,
  passphraseKey,
  usualCost,
} from '../../../../shared/handOver/passphraseKey.ts';
import { chunkBytes, openChunks, sealChunks } from '../../../../shared/handOver/sealedChunks.ts';
import { packProblemTexts } from '../../../../shared/messages/packProblems.ts';
import { SnapshotWriter } from '../../../../shared/snapshot/writeSnapshot.ts';
import { countingRandom } from '../../../support/exchange.ts';
import { consultationPayloads } from '../../../support/journalSamples.ts';

/** The same work with less of it, so that many tries are quick. */
const cost = { memoryKib: 64, passes: 1 };
const passphrase = '소피아 사무소 seven lamps';

function snapshot(entries = 20): Uint8Array {
  const writer = new SnapshotWriter();
  for (const [index, payload] of consultationPayloads(entries).entries())
    writer.add({ sequence: index + 1, payload });
  const origin = { appVersion: '0.1.0', device: 'samplelaptop', takenAt: 0, reason: 'manual' } as const;
  return writer.finish(origin).bytes;
}

const photo = Uint8Array.from({ length: 5000 }, (_, index) => index % 251);
const contents: PackContents = {
  snapshot: snapshot(),
  settings: { language: 'ko', listColumns: { consultation: ['topic'] } },
  files: new Map([
    [sha256Hex(photo), photo],
    [sha256Hex(''), new Uint8Array()],
  ]),
};
const pack = (seed = 1) => sealPack(contents, passphrase, countingRandom(seed), cost);
const headBytes = (bytes: Uint8Array) => 16 + new DataView(bytes.buffer).getUint32(12, true) + 32;

function problemOf(bytes: Uint8Array, given = passphrase): PackProblem['code'] | 'opened' {
  const result = openPack(bytes, given);
  return result.ok ? 'opened' : result.error.code;
}

/** A pack with another head, the hash of which is right. */
function withHead(
  bytes: Uint8Array,
  change: (json: Record<string, unknown>) => void,
  version = 1,
): Uint8Array {
  const end = headBytes(bytes) - 32;
  const json = JSON.parse(new TextDecoder().decode(bytes.subarray(16, end))) as Record<string, unknown>;
  change(json);
  const text = new TextEncoder().encode(JSON.stringify(json));
  const head = new Uint8Array(16 + text.length);
  head.set(bytes.subarray(0, 16));
  new DataView(head.buffer).setUint32(8, version, true);
  new DataView(head.buffer).setUint32(12, text.length, true);
  head.set(text, 16);
  return Uint8Array.from([...head, ...sha256(head), ...bytes.subarray(end + 32)]);
}

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = bytes.slice();
  copy[bit >>> 3] = (copy[bit >>> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

describe('the ciphers of a hand-over pack', () => {
  it('give the published Argon2id value (RFC 9106, 5.3)', () => {
    const fill = (length: number, byte: number) => new Uint8Array(length).fill(byte);
    const tag = argon2id(fill(32, 1), fill(16, 2), {
      ...{ m: 32, t: 3, p: 4, dkLen: 32 },
      ...{ key: fill(8, 3), personalization: fill(12, 4) },
    });
    expect(bytesToHex(tag)).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
  });

  it('give the published AES-256-GCM value with associated data (test case 16)', () => {
    const key = hexToBytes('feffe9928665731c6d6a8f9467308308'.repeat(2));
    const about = hexToBytes('feedfacedeadbeeffeedfacedeadbeefabaddad2');
    const plain = hexToBytes(
      'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
    );
    const sealed = gcm(key, hexToBytes('cafebabefacedbaddecaf888'), about).encrypt(plain);
    expect(bytesToHex(sealed)).toBe(
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b',
    );
  });

  it('take a passphrase in whichever way a keyboard composed it, and no other', () => {
    const salt = new Uint8Array(16);
    const keyOf = (text: string) => bytesToHex(passphraseKey(text, salt, cost).key);
    expect(keyOf('한글 é'.normalize('NFD'))).toBe(keyOf('한글 é'.normalize('NFC')));
    expect(keyOf('한글 e')).not.toBe(keyOf('한글 é'));
    expect(bytesToHex(passphraseKey('a', salt, cost).proof)).not.toBe(keyOf('a'));
    expect(isPayable(usualCost)).toBe(true);
  });

  it('are never asked for a cost that only a hostile file names', () => {
    const { memoryKib, passes } = usualCost;
    expect(isPayable(highestCost)).toBe(true);
    expect(highestCost.memoryKib * highestCost.passes).toBeLessThanOrEqual(4 * memoryKib * passes);
    for (const cost of [
      { memoryKib: 512 * 1024, passes: 3 },
      { memoryKib, passes: 16 },
      { memoryKib: highestCost.memoryKib + 1, passes },
    ]) {
      expect(isPayable(cost)).toBe(false);
    }
  });
});

describe('sealed chunks', () => {
  const key = new Uint8Array(32).fill(7);
  const about = Uint8Array.of(1, 2, 3);
  const plain = Uint8Array.from({ length: 2 * chunkBytes + 100 }, (_, index) => (index * 31) & 0xff);
  const sealed = sealChunks(key, about, plain);
  const step = chunkBytes + 16;

  it('open to what was sealed, at every length around a chunk', () => {
    for (const length of [0, 1, chunkBytes - 1, chunkBytes, chunkBytes + 1, plain.length]) {
      const part = plain.subarray(0, length);
      const back = openChunks(key, about, sealChunks(key, about, part));
      expect(back === null ? null : sha256Hex(back), String(length)).toBe(sha256Hex(part));
    }
  });

  it('do not open swapped, repeated, left out, cut off, under another key or about something else', () => {
    const chunk = (index: number) => sealed.subarray(index * step, (index + 1) * step);
    const of = (...order: number[]) => Uint8Array.from(order.flatMap((index) => [...chunk(index)]));
    for (const order of [[1, 0, 2], [0, 0, 2], [0, 2], [0, 1], [0], [0, 1, 2, 2], [2]])
      expect(openChunks(key, about, of(...order)), order.join()).toBeNull();
    expect(openChunks(key, about, sealed.subarray(0, sealed.length - 1))).toBeNull();
    expect(openChunks(key, about, new Uint8Array())).toBeNull();
    expect(openChunks(key, Uint8Array.of(1, 2), sealed)).toBeNull();
    expect(openChunks(new Uint8Array(32), about, sealed)).toBeNull();
  });
});

describe('a hand-over pack', () => {
  it('gives back snapshot, settings and files, and says what the snapshot holds', () => {
    const opened = openPack(pack(), passphrase);
    if (!opened.ok) throw new Error(opened.error.code);
    expect(sha256Hex(opened.value.snapshot)).toBe(sha256Hex(contents.snapshot));
    expect(opened.value.settings).toEqual(contents.settings);
    expect([...opened.value.files.keys()].sort()).toEqual([...contents.files.keys()].sort());
    expect(opened.value.header).toMatchObject({ entries: 20, counts: { consultation: 20 } });
  });

  it('opens with the usual cost, which it carries with it', { timeout: 60_000 }, () => {
    const bytes = sealPack(contents, passphrase, countingRandom(3), usualCost);
    expect(new TextDecoder().decode(bytes.subarray(16, 200))).toContain('"memoryKib":65536,"passes":3');
    expect(problemOf(bytes)).toBe('opened');
  });

  it('shows nothing of what is in it, and never twice the same bytes', () => {
    const text = new TextDecoder('latin1').decode(pack());
    for (const word of ['consultation', 'samplelaptop', 'listColumns', 'FBSNAP', sha256Hex(photo)])
      expect(text).not.toContain(word);
    const [one, two] = [pack(1), pack(2)];
    const at = headBytes(one);
    expect(bytesToHex(one.subarray(at, at + 64))).not.toBe(bytesToHex(two.subarray(at, at + 64)));
  });

  it('tells a wrong passphrase from damage', () => {
    expect(problemOf(pack(), 'another')).toBe('WRONG_PASSPHRASE');
    expect(problemOf(pack(), '')).toBe('WRONG_PASSPHRASE');
    expect(problemOf(withHead(pack(), (json) => (json.salt = '00'.repeat(16))))).toBe('WRONG_PASSPHRASE');
  });

  it('is refused with any bit of its head flipped, and with 300 others', () => {
    const bytes = pack();
    const head = headBytes(bytes) * 8;
    for (let bit = 0; bit < head; bit++)
      expect(problemOf(flipped(bytes, bit)), `bit ${bit}`).toMatch(/^(DAMAGED|NOT_A_PACK)$/);
    const random = countingRandom(5);
    for (let round = 0; round < 300; round++) {
      const [a = 0, b = 0, c = 0] = random.bytes(3);
      const bit = head + (((a << 16) | (b << 8) | c) % (bytes.length * 8 - head));
      expect(problemOf(flipped(bytes, bit)), `bit ${bit}`).toBe('DAMAGED');
    }
  });

  it('is refused cut off anywhere, and with something behind it', () => {
    const bytes = pack();
    for (let length = 0; length < bytes.length; length += 97)
      expect(problemOf(bytes.slice(0, length)), String(length)).toMatch(/^(DAMAGED|NOT_A_PACK)$/);
    expect(problemOf(Uint8Array.from([...bytes, 0]))).toBe('DAMAGED');
  });

  it('is refused when it asks for more memory than any pack needs, and when it is newer', () => {
    expect(problemOf(withHead(pack(), (json) => (json.memoryKib = 4_000_000)))).toBe('DAMAGED');
    expect(problemOf(withHead(pack(), (json) => (json.passes = 1e9)))).toBe('DAMAGED');
    expect(problemOf(withHead(pack(), () => undefined, 2))).toBe('NEWER');
    expect(problemOf(contents.snapshot)).toBe('NOT_A_PACK');
  });

  it('is refused when the head was changed with its hash: it is bound to what is sealed', () => {
    expect(problemOf(withHead(pack(), (json) => (json.extra = 1)))).toBe('DAMAGED');
  });

  it('is refused when what was packed would not restore', () => {
    const bad = flipped(contents.snapshot, contents.snapshot.length * 8 - 40);
    expect(problemOf(sealPack({ ...contents, snapshot: bad }, passphrase, countingRandom(1), cost))).toBe(
      'DAMAGED',
    );
    const wrongName = new Map([['0'.repeat(64), photo]]);
    const packed = sealPack({ ...contents, files: wrongName }, passphrase, countingRandom(1), cost);
    expect(problemOf(packed)).toBe('DAMAGED');
  });

  it('has a form that does not change: a pack of version 1 keeps its bytes', () => {
    const small = {
      snapshot: Uint8Array.of(1, 2, 3),
      settings: { a: [1] },
      files: new Map<string, Uint8Array>(),
    };
    const packed = sealPack(small, passphrase, countingRandom(1), cost);
    expect(sha256Hex(packed)).toBe('656be156d93ea50cbcd559a397c730d6674b2cb5cf3b32d5662c4dd047df66d2');
  });

  it('has a sentence in both languages for each way to be refused', () => {
    for (const { en, ko } of Object.values(packProblemTexts)) {
      expect(en).toMatch(/\.$/);
      expect(ko).toMatch(/[가-힣].*\.$/);
    }
  });
});
