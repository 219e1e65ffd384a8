import { zlibInflate } from '../../electron/services/zlibInflate.ts';
import { loadSnapshot } from '../../shared/snapshot/loadSnapshot.ts';
import { readWorkbook } from '../../shared/workbook/read/readWorkbook.ts';
import { writeWorkbook } from '../../shared/workbook/write/writeWorkbook.ts';
import { colleague, logAt } from '../support/e2eWorkbooks.ts';
import { countingRandom } from '../support/exchange.ts';
import { FaultWorld, journalPath, payloadsOf, samples } from './faultWorld.ts';

export interface FlipFigures {
  readonly rounds: number;
  readonly told: number;
  /** Bits after whose flip something else was given back without a word. */
  readonly silent: readonly number[];
}

/** Flips one random bit of a journal of 20 entries; what is given back must be what was written, or told as damage. */
export async function flipJournalBits(rounds: number, seed: number): Promise<FlipFigures> {
  const world = new FaultWorld();
  const { journal } = await world.start();
  const written = samples.slice(0, 20);
  for (const [index, payload] of written.entries()) await journal.append(index + 1, [payload]);
  await journal.close();
  const whole = world.files.bytesOf(journalPath).slice();
  const random = countingRandom(seed);
  const silent: number[] = [];
  let told = 0;
  for (let round = 0; round < rounds; round++) {
    const bit = randomBelow(random, whole.length * 8);
    world.files.files.set(journalPath, flipped(whole, bit));
    const { journal: damaged, opened } = await world.start();
    const held = await payloadsOf(damaged);
    await damaged.close();
    const isTold = !opened.ok || opened.value.damaged.length > 0 || opened.value.cutBytes > 0;
    if (isTold) told++;
    const isTrue = held.every((payload) => written.includes(payload));
    // Within the header a flip is repaired, because the entries prove what it has to be.
    if (!isTrue || (!isTold && held.length < written.length)) silent.push(bit);
  }
  return { rounds, told, silent };
}

/** Flips one random bit of a snapshot; none may load. */
export async function flipSnapshotBits(rounds: number, seed: number): Promise<FlipFigures> {
  const world = new FaultWorld();
  const { journal, snapshots } = await world.start();
  await journal.append(1, samples.slice(0, 20));
  await snapshots.take('manual');
  const whole = world.snapshotFiles()[0]?.[1] ?? new Uint8Array(1);
  const random = countingRandom(seed);
  const silent: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const bit = randomBelow(random, whole.length * 8);
    if (loadSnapshot(flipped(whole, bit), () => undefined).ok) silent.push(bit);
  }
  return { rounds, told: rounds - silent.length, silent };
}

/**
 * Flips one random bit of a workbook of Fieldbook's own; what is read must be what was written, or the file is refused.
 * Parts of a zip that nobody reads (times, attributes, the local copy of what its directory says) may change.
 */
export async function flipWorkbookBits(rounds: number, seed: number): Promise<FlipFigures> {
  const sofia = colleague(seed);
  for (let topic = 0; topic < 5; topic++) logAt(sofia, 'BG10', `Topic ${topic}`);
  const written = await writeWorkbook(sofia.export());
  if (!written.ok) throw new Error(written.error.detail);
  const whole = written.value;
  const gridOf = async (bytes: Uint8Array): Promise<string | null> => {
    const read = await readWorkbook(bytes, 'report.xlsx', {}, zlibInflate);
    return read.ok ? JSON.stringify(read.value) : null;
  };
  const expected = await gridOf(whole);
  const random = countingRandom(seed);
  const silent: number[] = [];
  let told = 0;
  for (let round = 0; round < rounds; round++) {
    const bit = randomBelow(random, whole.length * 8);
    const found = await gridOf(flipped(whole, bit));
    if (found === null) told++;
    else if (found !== expected) silent.push(bit);
  }
  return { rounds, told, silent };
}

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = bytes.slice();
  copy[bit >>> 3] = (copy[bit >>> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

export function randomBelow(random: ReturnType<typeof countingRandom>, limit: number): number {
  return random.bytes(4).reduce((sum, byte) => (sum * 256 + byte) % limit, 0);
}
