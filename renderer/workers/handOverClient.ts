import type { Result } from '../../shared/core/result.ts';
import type { OpenedPack, PackProblem } from '../../shared/handOver/handOverPack.ts';
import type { HandOver, HandOverAnswer, HandOverJob } from './handOverJob.ts';

export type StartHandOverWorker = () => Worker;

/**
 * The bytes of a hand-over pack. The files are moved to the other thread, not copied: whoever gave them has them no
 * more. Rejects when that thread fails, for want of memory.
 */
export async function sealInWorker(
  handOver: HandOver,
  passphrase: string,
  start: StartHandOverWorker = startHandOverWorker,
): Promise<Uint8Array> {
  const moved = new Set([...handOver.files.values()].map(({ buffer }) => buffer));
  const answer = await ask({ kind: 'seal', handOver, passphrase }, [...moved], start);
  if (answer.kind !== 'sealed') throw new Error('the worker answered another question');
  return answer.bytes;
}

/** Opens a pack and checks all that is in it. Rejects when the other thread fails, for want of memory. */
export async function openInWorker(
  bytes: Uint8Array,
  passphrase: string,
  start: StartHandOverWorker = startHandOverWorker,
): Promise<Result<OpenedPack, PackProblem>> {
  const answer = await ask({ kind: 'open', bytes, passphrase }, [], start);
  if (answer.kind !== 'opened') throw new Error('the worker answered another question');
  return answer.pack;
}

async function ask(
  job: HandOverJob,
  moved: readonly ArrayBufferLike[],
  start: StartHandOverWorker,
): Promise<HandOverAnswer> {
  const worker = start();
  try {
    return await new Promise<HandOverAnswer>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<HandOverAnswer>) => resolve(data));
      worker.addEventListener('error', (event) => reject(new Error(event.message)));
      worker.addEventListener('messageerror', () => reject(new Error('its message cannot be read')));
      const transfer = moved.filter((buffer): buffer is ArrayBuffer => buffer instanceof ArrayBuffer);
      worker.postMessage(job, transfer);
    });
  } finally {
    worker.terminate();
  }
}

function startHandOverWorker(): Worker {
  return new Worker(new URL('./handOverWorker.ts', import.meta.url), { type: 'module' });
}
