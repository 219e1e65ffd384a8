import type { ChildProcess } from 'node:child_process';

// One pipe, two sides that ask each other: the process of the main bundle, and the one that drives Chromium.

/** Each call by its name, with what it is given and what it gives. */
type Calls = Readonly<Record<string, { readonly payload: unknown; readonly result: unknown }>>;

type Handlers<Own extends Calls> = {
  readonly [Call in keyof Own]: (
    payload: Own[Call]['payload'],
  ) => Promise<Own[Call]['result']> | Own[Call]['result'];
};

type Message =
  | { readonly kind: 'ask'; readonly id: number; readonly call: string; readonly payload: unknown }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string };

type Pipe = Pick<ChildProcess, 'on' | 'send'> | NodeJS.Process;

export interface Channel<Theirs extends Calls> {
  ask<Call extends keyof Theirs & string>(
    call: Call,
    payload: Theirs[Call]['payload'],
  ): Promise<Theirs[Call]['result']>;
}

export function openChannel<Own extends Calls, Theirs extends Calls>(
  pipe: Pipe,
  handlers: Handlers<Own>,
): Channel<Theirs> {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let lastId = 0;

  // A side that is gone takes no message; who waits for it is told by the process's end.
  const send = (message: Message): void => void pipe.send?.(message, undefined, {}, () => undefined);

  pipe.on('message', (message: Message) => {
    if (message.kind === 'ask') return void answer(message.id, message.call, message.payload);
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'answer') asked?.resolve(message.value);
    else asked?.reject(new Error(message.message));
  });
  pipe.on('disconnect', () => {
    for (const { reject } of waiting.values()) reject(new Error('the other process is gone'));
    waiting.clear();
  });

  async function answer(id: number, call: string, payload: unknown): Promise<void> {
    try {
      const handler = handlers[call];
      if (handler === undefined) throw new Error(`nobody answers ${call}`);
      send({ kind: 'answer', id, value: await handler(payload) });
    } catch (error) {
      send({ kind: 'failure', id, message: error instanceof Error ? error.message : String(error) });
    }
  }

  return {
    ask: (call, payload) =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        // The boundary: both sides are compiled against the same calls.
        waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
        send({ kind: 'ask', id, call, payload });
      }),
  };
}
