import { err } from '../../../shared/core/result.ts';
import type { ExchangeControl } from '../../workers/exchangeClient.ts';
import type { FilePlanned, FileToRead, PlanOptions } from '../../workers/exchangeJob.ts';
import type { ReceiveContext } from './receiveActions.ts';
import { isClosedPack, withPack } from './receivedPack.ts';
import type { ReceivedFile, ReceiveState } from './receiveState.ts';

/** The files with what came along with them; packs are looked into once, however often they are planned. */
export async function unpacked(
  { receive, services, unpack }: ReceiveContext,
  { run, files }: Extract<ReceiveState, { readonly step: 'reading' }>,
  signal: AbortSignal,
): Promise<readonly ReceivedFile[] | null> {
  const known: ReceivedFile[] = [];
  for (const [index, file] of files.entries()) {
    if (!isClosedPack(file)) {
      known.push(file);
      continue;
    }
    receive.dispatch({ type: 'stepped', run, at: index, doing: 'reading' });
    const pack = await unpack(fileToRead(file), { signal });
    if (pack === null) return null;
    const opened = pack.ok
      ? await withPack(file, pack.value, services.host.evidence)
      : { ...file, refused: pack.error };
    if (signal.aborted) return null;
    receive.dispatch({ type: 'unpacked', run, file: opened });
    known.push(opened);
  }
  return known;
}

/** One plan for each file; a pack that could not be opened is refused without being planned. */
export async function planEach(
  { store, planFiles }: ReceiveContext,
  files: readonly ReceivedFile[],
  options: PlanOptions,
  progress: ExchangeControl,
): Promise<readonly FilePlanned[] | null> {
  const readable = files.filter(({ refused }) => refused === undefined);
  const places = files.flatMap(({ refused }, index) => (refused === undefined ? [index] : []));
  const place = (index: number): number => places[index] ?? 0;
  const plans = await planFiles(store.records, readable.map(fileToRead), options, {
    ...progress,
    onStep: (step) => progress.onStep?.('file' in step ? { ...step, file: place(step.file) } : step),
  });
  if (plans === null) return null;
  const planned = plans[Symbol.iterator]();
  return files.flatMap(({ refused }): readonly FilePlanned[] => {
    if (refused !== undefined) return [err(refused)];
    const next = planned.next();
    return next.done === true ? [] : [next.value];
  });
}

/** Without the pack, which is not to be copied to another thread each time that a row is decided. */
export function fileToRead({ pack: _, refused: __, key: ___, ...file }: ReceivedFile): FileToRead {
  return file;
}
