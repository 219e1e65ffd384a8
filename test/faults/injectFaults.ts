import { writeFileAtomic } from '../../electron/services/atomicFile.ts';
import type { Fault } from '../support/faultyFiles.ts';
import { exportPath, FaultWorld, isPrefixOf, payloadsOf, restoreMark, samples } from './faultWorld.ts';

export const operations = ['save', 'snapshot', 'export', 'restore'] as const;
export type Operation = (typeof operations)[number];
export const faults: Readonly<Record<string, Fault>> = {
  ENOSPC: 'ENOSPC',
  EIO: 'EIO',
  'short write': { takes: 100 },
  'rename refused': 'EPERM',
};

export interface InjectionFigures {
  readonly runs: number;
  /** How often the operation said that it had failed. */
  readonly refused: number;
  /** What was wrong after any of the runs; empty when all is well. */
  readonly wrong: readonly string[];
}

/** Lets one fault happen at step 1, 2, 3 … of an operation, once or from then on, until it is never reached. */
export async function injectFaults(
  operation: Operation,
  name: string,
  persistent: boolean,
): Promise<InjectionFigures> {
  const wrong: string[] = [];
  let runs = 0;
  let refused = 0;
  for (let at = 1; at < 500; at++) {
    const run = await runOnce(operation, name, persistent, at);
    if (!run.wasReached) return { runs, refused, wrong };
    runs++;
    if (!run.succeeded) refused++;
    wrong.push(
      ...run.wrong.map((what) => `${operation}, ${name} at step ${at}${persistent ? ' on' : ''}: ${what}`),
    );
  }
  return { runs, refused, wrong: [...wrong, `${operation}, ${name}: the run never completes`] };
}

const before = samples.slice(0, 5);
const saved = samples.slice(5, 8);
const oldExport = new TextEncoder().encode('the old report');
const newExport = new Uint8Array(5000).map((_, index) => index * 7);

async function runOnce(operation: Operation, name: string, persistent: boolean, at: number) {
  const world = new FaultWorld();
  const { files } = world;
  const first = await world.start();
  await first.journal.append(1, before);
  await first.snapshots.take('manual');
  const [snapshot] = world.snapshotFiles();
  await first.journal.append(6, samples.slice(8, 10));
  files.files.set(exportPath, oldExport);
  const acknowledged = [...before, ...samples.slice(8, 10)];
  const goodBefore = world.snapshotFiles();

  let reached = 0;
  files.failWhen((step) => {
    const counts =
      name === 'short write' ? step === 'write' : name === 'rename refused' ? step === 'rename' : true;
    if (!counts) return undefined;
    reached++;
    return reached === at || (persistent && reached > at) ? faults[name] : undefined;
  });
  const succeeded = await perform(operation, world, first, snapshot?.[1] ?? new Uint8Array(0));
  files.failWhen(() => undefined);

  const wrong: string[] = [];
  const again = await world.start();
  const held = await payloadsOf(again.journal);
  const expected = succeeded && operation === 'save' ? [...acknowledged, ...saved] : acknowledged;
  const restored = [...before, restoreMark(1)];
  if (operation === 'restore' && succeeded) {
    if (!isSame(held, restored)) wrong.push('the restored journal is not the snapshot');
  } else if (operation === 'restore') {
    // The rename may have happened and its folder not been flushed: then it is the new one, as a whole.
    if (!isSame(held, acknowledged) && !isSame(held, restored))
      wrong.push('the journal is neither old nor new');
  } else if (!isPrefixOf(expected, held)) wrong.push('an acknowledged entry is lost');
  // A medium that took the bytes and then refuses the roll-back as well leaves more than was promised, never less.
  const mustBeGone = operation === 'save' && !succeeded && !persistent;
  if (mustBeGone && held.length !== acknowledged.length) wrong.push('a refused save is there');
  for (const [path] of goodBefore) if (!files.files.has(path)) wrong.push('the last good snapshot is gone');
  wrong.push(...world.badSnapshots().map((path) => `${path} does not load`));
  const exported = files.bytesOf(exportPath);
  const expectedExport = succeeded && operation === 'export' ? newExport : oldExport;
  if (!isSame([...exported], [...expectedExport])) wrong.push('the exported file is not what was told');
  if (!(await again.journal.append(held.length + 1, ['{}'])).ok)
    wrong.push('nothing can be saved afterwards');
  return { wasReached: reached >= at, succeeded, wrong };
}

async function perform(
  operation: Operation,
  { files, wait }: FaultWorld,
  { journal, snapshots }: Awaited<ReturnType<FaultWorld['start']>>,
  snapshot: Uint8Array,
): Promise<boolean> {
  switch (operation) {
    case 'save':
      return (await journal.append(8, saved)).ok;
    case 'snapshot':
      return (await snapshots.take('manual')).ok;
    case 'export':
      return (await writeFileAtomic(exportPath, newExport, { operations: files, wait })).ok;
    case 'restore':
      return (await snapshots.restore(snapshot, restoreMark(1))).ok;
  }
}

function isSame<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
