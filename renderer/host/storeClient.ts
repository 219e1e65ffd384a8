import { err, type Result } from '../../shared/core/result.ts';
import type { HostError } from '../../shared/ipc/host.ts';
import type { NumberedAnswer, NumberedRequest, StoreAnswers, StoreRequest } from './storeMessages.ts';

export interface StoreClient {
  ask<Request extends StoreRequest>(
    request: Request,
  ): Promise<Result<StoreAnswers[Request['call']], HostError>>;
}

/** The page's side of the store worker. When the worker dies, all that is open and all that follows fails. */
export function createStoreClient(worker: Worker): StoreClient {
  const waiting = new Map<number, (answer: Result<never, HostError>) => void>();
  let lastId = 0;
  let death: HostError | null = null;

  worker.addEventListener('message', (event: MessageEvent<NumberedAnswer>) => {
    const { id, answer } = event.data;
    // The worker answers a request with its own answer's type; the map cannot say so per entry.
    waiting.get(id)?.(answer as Result<never, HostError>);
    waiting.delete(id);
  });

  function die(detail: string): void {
    death = { code: 'IO', detail };
    for (const settle of waiting.values()) settle(err(death));
    waiting.clear();
  }
  worker.addEventListener('error', (event) => die(`the store's worker stopped: ${event.message}`));
  worker.addEventListener('messageerror', () => die("the store's worker sent what cannot be read"));

  return {
    ask: (request) =>
      new Promise((resolve) => {
        if (death !== null) return resolve(err(death));
        const message: NumberedRequest = { id: ++lastId, request };
        waiting.set(message.id, resolve);
        worker.postMessage(message);
      }),
  };
}
