import { expect, test } from 'vitest';
import { createStoreClient } from '../../../../renderer/host/storeClient.ts';
import type { NumberedAnswer, NumberedRequest } from '../../../../renderer/host/storeMessages.ts';

/** A worker without a thread: remembers what it is asked and answers when told to. */
class FakeWorker extends EventTarget {
  readonly asked: NumberedRequest[] = [];

  postMessage(message: NumberedRequest): void {
    this.asked.push(message);
  }

  answer(id: number): void {
    const answer: NumberedAnswer = {
      id,
      answer: { ok: true, value: { lastSequence: id, bytes: 0, cutBytes: 0, damaged: [] } },
    };
    this.dispatchEvent(new MessageEvent('message', { data: answer }));
  }

  die(): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
  }
}

function clientOf(worker: FakeWorker) {
  // The client uses these two members of a worker only.
  return createStoreClient(worker as unknown as Worker);
}

test('answers reach the call they belong to, in whatever order they come', async () => {
  const worker = new FakeWorker();
  const client = clientOf(worker);
  const first = client.ask({ call: 'open' });
  const second = client.ask({ call: 'append', from: 1, payloads: ['x'] });
  expect(worker.asked.map(({ request }) => request.call)).toEqual(['open', 'append']);
  worker.answer(2);
  worker.answer(1);
  expect(await second).toMatchObject({ ok: true, value: { lastSequence: 2 } });
  expect(await first).toMatchObject({ ok: true, value: { lastSequence: 1 } });
});

test('when the worker dies what is open fails, and so does all that follows', async () => {
  const worker = new FakeWorker();
  const client = clientOf(worker);
  const open = client.ask({ call: 'open' });
  worker.die();
  expect(await open).toMatchObject({ ok: false, error: { code: 'IO' } });
  expect(await client.ask({ call: 'readSettings' })).toMatchObject({ ok: false, error: { code: 'IO' } });
  expect(worker.asked.length).toBe(1);
});
