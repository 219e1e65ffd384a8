import { exchangeDesk } from '../../../../renderer/workers/exchangeDesk.ts';
import type { ExchangeListener } from '../../../../renderer/workers/exchangeJob.ts';
import type { ExchangeMessage, ExchangeTask } from '../../../../renderer/workers/exchangeMessages.ts';
import { ThreadlessWorker } from '../../../support/threadlessWorker.ts';

/** What befalls the worker when it comes to read a file, or to plan it. */
export type Mishap = 'hangs' | 'dies' | 'hangsPlanning';

/**
 * The exchange worker on this thread. Files can be named at which it hangs or dies, as a parser does that never comes
 * back or takes all memory.
 */
export class MishapWorker extends ThreadlessWorker<ExchangeTask> {
  constructor(mishaps: Readonly<Record<string, Mishap>> = {}) {
    super((side) => {
      let names: readonly string[] = [];
      const mishapAt = (file: number): Mishap | undefined => mishaps[names[file] ?? ''];
      const take = exchangeDesk(
        (message) => {
          if (!isMishap(message)) side.tell(message);
          else if (message.detail === 'dies') side.die('out of memory');
        },
        (listener) => overheard(listener, mishapAt),
      );
      return (task) => {
        if (task.kind === 'job' && task.job.kind !== 'export') names = task.job.files.map(({ name }) => name);
        take(task);
      };
    });
  }
}

function overheard(
  listener: ExchangeListener,
  mishapAt: (file: number) => Mishap | undefined,
): ExchangeListener {
  return {
    ...listener,
    step: (step) => {
      listener.step(step);
      const mishap = step.step === 'writing' ? undefined : mishapAt(step.file);
      // As an exception it ends the job here; what is told of it is what the page would see.
      if (mishap !== undefined && (mishap === 'hangsPlanning') === (step.step === 'planning'))
        throw mishap === 'dies' ? mishap : 'hangs';
    },
  };
}

function isMishap(message: ExchangeMessage): message is Extract<ExchangeMessage, { kind: 'failed' }> {
  return message.kind === 'failed' && (message.detail === 'hangs' || message.detail === 'dies');
}
