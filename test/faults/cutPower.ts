import { loadSnapshot } from '../../shared/snapshot/loadSnapshot.ts';
import { countingRandom } from '../support/exchange.ts';
import { FaultWorld, isPrefixOf, payloadsOf, restoreMark, samples } from './faultWorld.ts';
import { randomBelow } from './flipBits.ts';

export interface PowerFigures {
  readonly rounds: number;
  readonly acknowledged: number;
  readonly wrong: readonly string[];
}

/**
 * Works (saves, imports, snapshots, restores) until the power fails at a random step, which takes every write, name
 * and removal that was not flushed. What was acknowledged must be there after the next start.
 */
export async function cutPower(rounds: number, seed: number): Promise<PowerFigures> {
  const random = countingRandom(seed);
  const wrong: string[] = [];
  let acknowledged = 0;
  for (let round = 0; round < rounds; round++) {
    const run = await runUntilCut(random);
    acknowledged += run.acknowledged;
    wrong.push(...run.wrong.map((what) => `round ${round}: ${what}`));
  }
  return { rounds, acknowledged, wrong };
}

async function runUntilCut(random: ReturnType<typeof countingRandom>) {
  const world = new FaultWorld();
  const { files } = world;
  const cutAt = 20 + randomBelow(random, 400);
  let steps = 0;
  files.failWhen(() => (++steps >= cutAt ? 'EIO' : undefined));
  const { journal, snapshots } = await world.start();
  /** States of the journal that may be found: the acknowledged one, and that of a restore that was under way. */
  let held: readonly string[] = [];
  let underWay: readonly string[] | null = null;
  let acknowledged = 0;
  for (let turn = 0; steps < cutAt; turn++) {
    const dice = randomBelow(random, 10);
    if (dice < 7) {
      const size = dice === 0 ? 8 : 1;
      const payloads = Array.from(
        { length: size },
        (_, index) => samples[(turn + index) % samples.length] ?? '',
      );
      if ((await journal.append(held.length + 1, payloads)).ok) {
        held = [...held, ...payloads];
        acknowledged += size;
      }
    } else if (dice < 9) await snapshots.take('manual');
    else {
      const [newest] = world.snapshotFiles().slice(-1);
      if (newest === undefined) continue;
      const entries: string[] = [];
      loadSnapshot(newest[1], ({ payload }) => entries.push(payload));
      const next = [...entries, restoreMark(turn)];
      underWay = next;
      if ((await snapshots.restore(newest[1], restoreMark(turn))).ok) held = next;
      if (steps < cutAt) underWay = null;
    }
  }
  files.failWhen(() => undefined);
  files.powerCut();
  const again = await world.start();
  const found = await payloadsOf(again.journal);
  const wrong: string[] = [];
  const isThere = isPrefixOf(held, found) || (underWay !== null && isPrefixOf(underWay, found));
  if (!again.opened.ok) wrong.push('the journal does not open');
  if (!isThere) wrong.push(`${held.length} acknowledged entries, ${found.length} found`);
  wrong.push(...world.badSnapshots().map((path) => `${path} does not load`));
  return { acknowledged, wrong };
}
