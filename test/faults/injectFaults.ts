import { writeFileAtomic } from '../../electron/services/atomicFile.ts';
import { backupErrorText } from '../../renderer/features/settings/backupErrorText.ts';
import { fileSaveErrorText } from '../../renderer/stores/fileSaveErrorText.ts';
import { saveErrorText } from '../../renderer/stores/saveErrorTexts.ts';
import type { Language } from '../../shared/core/language.ts';
import type { Result } from '../../shared/core/result.ts';
import type { HostError } from '../../shared/ipc/host.ts';
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
  world.waited = 0;
  const startedAt = performance.now();
  const answer = await answerWithin(
    longestSilence,
    perform(operation, world, first, snapshot?.[1] ?? new Uint8Array(0)),
  );
  const silence = performance.now() - startedAt + world.waited;
  files.failWhen(() => undefined);
  const succeeded = answer?.ok === true;

  const wrong: string[] = [];
  if (answer === null || silence > longestSilence) {
    wrong.push(`no answer for ${Math.round(silence)} milliseconds`);
  }
  if (answer?.ok === false) wrong.push(...saysNothing(operation, answer.error));
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
): Promise<Result<unknown, HostError>> {
  switch (operation) {
    case 'save':
      return journal.append(8, saved);
    case 'snapshot':
      return snapshots.take('manual');
    case 'export':
      return writeFileAtomic(exportPath, newExport, { operations: files, wait });
    case 'restore':
      return snapshots.restore(snapshot, restoreMark(1));
  }
}

/** Whoever waits longer without a word takes the application for dead. */
const longestSilence = 5000;

/** Null where nothing was answered in that time, as by an operation that waits for an event that never comes. */
async function answerWithin<T>(milliseconds: number, work: Promise<T>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds);
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** What is wrong with the sentences that the screen shows for a refusal; nothing where each says what to do. */
function saysNothing(operation: Operation, error: HostError): readonly string[] {
  const texts = (['en', 'ko'] as const).map((language) => sentenceFor(operation, error, language));
  const [english = '', korean = ''] = texts;
  const areSentences = /^[A-Z“].*\.$/.test(english) && /[가-힣].*\.$/.test(korean);
  const isFilled = texts.every((text) => !/undefined|[{}]/.test(text));
  return areSentences && isFilled ? [] : [`${error.code} has no sentence: ${texts.join(' / ')}`];
}

function sentenceFor(operation: Operation, error: HostError, language: Language): string {
  switch (operation) {
    case 'save':
      return saveErrorText({ code: 'JOURNAL', cause: error.code, detail: error.detail }, language);
    case 'export':
      return fileSaveErrorText(error.code, language);
    case 'snapshot':
    case 'restore':
      return backupErrorText(error.code, operation === 'restore' ? 'restore' : 'take', language);
  }
}

function isSame<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
