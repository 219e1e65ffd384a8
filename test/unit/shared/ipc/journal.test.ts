import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openableJournal } from '../../../../electron/services/journal.ts';
import { toHostError } from '../../../../electron/services/nodeErrors.ts';
import type { JournalPort } from '../../../../shared/ipc/host.ts';
import { encodeFrames, encodeJournalHeader, frameHeaderBytes } from '../../../../shared/ipc/journalFrames.ts';
import { FaultyFiles } from '../../../support/faultyFiles.ts';

const path = '/data/journal.fbj';
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function fileOf(...appends: readonly (readonly string[])[]): Uint8Array {
  let next = 1;
  const parts = [encodeJournalHeader()];
  for (const payloads of appends) {
    parts.push(encodeFrames(next, payloads.map(utf8)));
    next += payloads.length;
  }
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

async function openedOn(bytes: Uint8Array | null) {
  const files = new FaultyFiles();
  if (bytes !== null) files.files.set(path, bytes);
  const journal = openableJournal(path, files);
  return { files, journal, opened: await journal.open() };
}

async function payloadsOf(journal: JournalPort): Promise<readonly string[]> {
  const read = await journal.read(1, 1_000_000);
  if (!read.ok) throw new Error(read.error.detail);
  return read.value.map((entry) => entry.payload);
}

test('a missing file opens as an empty journal, and its name is made durable', async () => {
  const { files, journal, opened } = await openedOn(null);
  expect(opened).toEqual({ ok: true, value: { lastSequence: 0, bytes: 16, cutBytes: 0, damaged: [] } });
  expect(files.steps).toContain('syncFolder');
  expect(await payloadsOf(journal)).toEqual([]);
});

test('an appended entry is flushed before the append resolves', async () => {
  const { files, journal } = await openedOn(null);
  await journal.append(1, ['{"상담":"전자조달"}', '']);
  files.powerCut();
  const again = openableJournal(path, files);
  expect(await again.open()).toMatchObject({ ok: true, value: { lastSequence: 2, cutBytes: 0 } });
  expect(await payloadsOf(again)).toEqual(['{"상담":"전자조달"}', '']);
});

test('what was appended is read back after reopening, whatever the texts and groups', async () => {
  const groups = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 }), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(groups, async (appends) => {
      const { files, journal } = await openedOn(null);
      let next = 1;
      for (const payloads of appends) {
        expect((await journal.append(next, payloads)).ok).toBe(true);
        next += payloads.length;
      }
      const again = openableJournal(path, files);
      expect(await again.open()).toMatchObject({ ok: true, value: { lastSequence: next - 1, damaged: [] } });
      expect(await payloadsOf(again)).toEqual(appends.flat());
    }),
  );
});

test('read gives a range by sequence and limit', async () => {
  const { journal } = await openedOn(fileOf(['a', 'b'], ['c'], ['d']));
  expect(await journal.read(2, 2)).toEqual({
    ok: true,
    value: [
      { sequence: 2, payload: 'b' },
      { sequence: 3, payload: 'c' },
    ],
  });
  expect(await journal.read(5, 10)).toEqual({ ok: true, value: [] });
  expect(await journal.read(1, 0)).toEqual({ ok: true, value: [] });
});

test('an append that does not follow the last entry is refused and changes nothing', async () => {
  const { files, journal } = await openedOn(fileOf(['a']));
  const before = files.bytesOf(path).slice();
  for (const from of [0, 1, 3, -1, 2.5, Number.NaN]) {
    expect(await journal.append(from, ['x'])).toMatchObject({ ok: false, error: { code: 'OUT_OF_ORDER' } });
  }
  expect(files.bytesOf(path)).toEqual(before);
  expect((await journal.append(2, ['b'])).ok).toBe(true);
});

test('appends that are asked for at once are carried out one after the other', async () => {
  const { journal } = await openedOn(null);
  const all = await Promise.all([1, 2, 3, 4].map((from) => journal.append(from, [`entry ${from}`])));
  expect(all.every((result) => result.ok)).toBe(true);
  expect(await payloadsOf(journal)).toEqual(['entry 1', 'entry 2', 'entry 3', 'entry 4']);
});

test('a file cut at any byte opens with whole appends only, and can be appended to', async () => {
  const whole = fileOf(['first'], ['second', 'of a group'], ['fourth']);
  const complete = [[], ['first'], ['first', 'second', 'of a group']];
  for (let length = 0; length < whole.length; length++) {
    const { journal, opened } = await openedOn(whole.slice(0, length));
    if (!opened.ok) throw new Error(opened.error.detail);
    const payloads = await payloadsOf(journal);
    expect(complete).toContainEqual(payloads);
    expect(opened.value.damaged).toEqual([]);
    expect(opened.value.cutBytes).toBe(length < 16 ? length : length - opened.value.bytes);
    expect((await journal.append(payloads.length + 1, ['next'])).ok).toBe(true);
    expect(await payloadsOf(journal)).toEqual([...payloads, 'next']);
  }
});

test('a torn tail is put aside before it is cut', async () => {
  const whole = fileOf(['first'], ['second']);
  const { files } = await openedOn(whole.slice(0, whole.length - 2));
  const kept = [...files.files.keys()].find((name) => name.startsWith(`${path}.tail-`));
  expect(new TextDecoder().decode(files.bytesOf(kept ?? '').slice(frameHeaderBytes))).toBe('seco');
});

test('a flipped bit anywhere costs at most the entry that it is in, and is told', async () => {
  const payloads = ['first entry', 'second entry', 'third entry', 'fourth entry'];
  const whole = fileOf(...payloads.map((payload) => [payload]));
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length * 8 - 1), async (bit) => {
      const bytes = whole.slice();
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const { journal, opened } = await openedOn(bytes);
      if (!opened.ok) throw new Error(opened.error.detail);
      const read = await payloadsOf(journal);
      const hit = bit < 128 ? -1 : whereabouts(bit >> 3);
      expect(read).toEqual(payloads.filter((_, index) => index !== hit));
      // The last entry cannot be told from one that a power cut tore: it is cut, the others are named.
      expect(opened.value.damaged).toEqual(hit >= 0 && hit < 3 ? [hit + 1] : []);
      expect(opened.value.cutBytes > 0).toBe(hit === 3);
    }),
    { numRuns: 400 },
  );

  function whereabouts(byte: number): number {
    let end = 16;
    return payloads.findIndex((payload) => {
      end += frameHeaderBytes + payload.length;
      return byte < end;
    });
  }
});

test('after a damaged stretch over several entries the rest is found again', async () => {
  const payloads = Array.from({ length: 20 }, (_, index) => `entry number ${index + 1}`);
  const bytes = fileOf(...payloads.map((payload) => [payload]));
  bytes.fill(0xa5, 100, 300);
  const { journal, opened } = await openedOn(bytes);
  if (!opened.ok) throw new Error(opened.error.detail);
  expect(opened.value.lastSequence).toBe(20);
  expect(opened.value.damaged.length).toBeGreaterThan(5);
  const read = await payloadsOf(journal);
  expect(read).toEqual(payloads.filter((_, index) => !opened.value.damaged.includes(index + 1)));
  expect((await journal.append(21, ['goes on'])).ok).toBe(true);
});

test('an entry that imitates frames inside its text does not mislead the search after damage', async () => {
  const imitation = new TextDecoder('latin1')
    .decode(encodeFrames(3, [utf8('x')]))
    .replace(/[^\0-\x7f]/g, '?');
  const bytes = fileOf(['a'], [imitation], ['c']);
  bytes[16 + 17 + 4] = (bytes[16 + 17 + 4] ?? 0) ^ 1;
  const { journal, opened } = await openedOn(bytes);
  expect(opened).toMatchObject({ ok: true, value: { lastSequence: 3, damaged: [2] } });
  expect(await payloadsOf(journal)).toEqual(['a', 'c']);
});

test('random bytes are never taken for entries and never left changed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 17, maxLength: 400 }), async (noise) => {
      const { files, opened } = await openedOn(noise.slice());
      expect(opened).toMatchObject({ ok: false, error: { code: 'DAMAGED' } });
      expect(files.bytesOf(path)).toEqual(noise);
    }),
  );
});

test('a damaged header is repaired when the entries behind it hold', async () => {
  const whole = fileOf(['a'], ['b']);
  const bytes = whole.slice();
  bytes.fill(0, 0, 16);
  const { files, journal } = await openedOn(bytes);
  expect(await payloadsOf(journal)).toEqual(['a', 'b']);
  expect(files.bytesOf(path)).toEqual(whole);
});

test('the journal of a newer version is refused and left untouched', async () => {
  const newer = encodeJournalHeader();
  newer.set([3], 8);
  const { crc32c } = await import('../../../../shared/core/crc32c.ts');
  new DataView(newer.buffer).setUint32(12, crc32c(newer.subarray(0, 12)), true);
  const bytes = Uint8Array.from([...newer, ...fileOf(['a']).slice(16), 1, 2, 3]);
  const { files, opened } = await openedOn(bytes.slice());
  expect(opened).toMatchObject({ ok: false, error: { code: 'NEWER' } });
  expect(files.bytesOf(path)).toEqual(bytes);
});

test('a write that takes few bytes at a time is continued until all are out', async () => {
  const { files, journal } = await openedOn(null);
  files.failWhen((step) => (step === 'write' ? { takes: 3 } : undefined));
  expect((await journal.append(1, ['a rather long entry'])).ok).toBe(true);
  expect(files.bytesOf(path)).toEqual(fileOf(['a rather long entry']));
});

test.each([
  ['write', 'ENOSPC', 'NO_SPACE'],
  ['write', 'EROFS', 'READ_ONLY'],
  ['sync', 'EIO', 'IO'],
  ['sync', 'EDQUOT', 'NO_SPACE'],
] as const)('a failed %s (%s) is told as %s and leaves nothing behind', async (step, code, told) => {
  const { files, journal } = await openedOn(fileOf(['kept']));
  // The first two bytes still fit: what a filling disk does.
  files.failWhen((at, _, count) => {
    if (at === 'write' && step === 'write' && count === 1) return { takes: 2 };
    return at === step && count === (step === 'write' ? 2 : 1) ? code : undefined;
  });
  expect(await journal.append(2, ['lost'])).toMatchObject({ ok: false, error: { code: told } });
  expect(files.bytesOf(path)).toEqual(fileOf(['kept']));
  files.failWhen(() => undefined);
  expect((await journal.append(2, ['second try'])).ok).toBe(true);
  files.powerCut();
  expect(files.bytesOf(path)).toEqual(fileOf(['kept'], ['second try']));
});

test('a medium that takes no bytes at all fails instead of looping', async () => {
  const { files, journal } = await openedOn(null);
  files.failWhen((step) => (step === 'write' ? { takes: 0 } : undefined));
  expect(await journal.append(1, ['x'])).toMatchObject({ ok: false, error: { code: 'IO' } });
});

test('nothing is appended while a failed write could not be taken back', async () => {
  const { files, journal } = await openedOn(fileOf(['kept']));
  files.failWhen((step) => {
    if (step === 'write') return { takes: 5 };
    return step === 'sync' || step === 'truncate' ? 'EIO' : undefined;
  });
  expect((await journal.append(2, ['half'])).ok).toBe(false);
  files.failWhen((step) => (step === 'truncate' ? 'EIO' : undefined));
  expect(await journal.append(2, ['refused'])).toMatchObject({ ok: false, error: { code: 'IO' } });
  expect(files.steps).not.toContain('write');
  files.failWhen(() => undefined);
  expect((await journal.append(2, ['after all'])).ok).toBe(true);
  expect(files.bytesOf(path)).toEqual(fileOf(['kept'], ['after all']));
});

test('every entry that was acknowledged survives faults and power cuts in any order', async () => {
  const steps = fc.array(
    fc.record({
      payload: fc.string(),
      fault: fc.constantFrom(undefined, 'ENOSPC', 'EIO', { takes: 1 }),
      at: fc.constantFrom('write', 'sync', 'truncate') as fc.Arbitrary<'write' | 'sync' | 'truncate'>,
      cut: fc.boolean(),
    }),
    { maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(steps, async (plan) => {
      const { files, journal: first } = await openedOn(null);
      let journal = first;
      const acknowledged: string[] = [];
      for (const { payload, fault, at, cut } of plan) {
        files.failWhen((step) => (step === at ? fault : undefined));
        if ((await journal.append(acknowledged.length + 1, [payload])).ok) acknowledged.push(payload);
        files.failWhen(() => undefined);
        if (!cut) continue;
        files.powerCut();
        journal = openableJournal(path, files);
        expect((await journal.open()).ok).toBe(true);
        expect(await payloadsOf(journal)).toEqual(acknowledged);
      }
      expect(await payloadsOf(journal)).toEqual(acknowledged);
    }),
    { numRuns: 300 },
  );
});

test('a file that cannot be opened is told by its reason', async () => {
  const files = new FaultyFiles();
  files.failWhen((step) => (step === 'open' ? 'EACCES' : undefined));
  const journal = openableJournal(path, files);
  expect(await journal.open()).toMatchObject({ ok: false, error: { code: 'NO_PERMISSION' } });
  expect(await journal.read(1, 1)).toMatchObject({ ok: false, error: { code: 'IO' } });
  expect(await journal.append(1, ['x'])).toMatchObject({ ok: false, error: { code: 'IO' } });
});

test('an entry that decays while the journal is open is an error, never a wrong text', async () => {
  const { files, journal } = await openedOn(fileOf(['right']));
  const bytes = files.bytesOf(path);
  bytes[bytes.length - 1] = 0x21;
  expect(await journal.read(1, 1)).toMatchObject({ ok: false, error: { code: 'IO' } });
});

test('what is not an error of the file system is told as IO', () => {
  expect(toHostError('odd')).toEqual({ code: 'IO', detail: 'odd' });
});
