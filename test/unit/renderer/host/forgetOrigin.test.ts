import { expect, test } from 'vitest';
import { forgetOrigin } from '../../../../renderer/host/forgetOrigin.ts';
import { err, ok, type Result } from '../../../../shared/core/result.ts';
import type { HostError } from '../../../../shared/ipc/host.ts';

test('forgetting ends while a backup is being taken, and removes nothing before that is done', async () => {
  const events: string[] = [];
  let turns: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<Result<T, HostError>> => {
    const turn = turns
      .then(work)
      .then(ok, (error: unknown) => err({ code: 'IO' as const, detail: String(error) }));
    turns = turn;
    return turn;
  };
  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const backup = held
    // It asks for the device's id in the middle.
    .then(() => inTurn(async () => 'device'))
    .then(() => events.push('backup'));
  const note = (event: string) => async (): Promise<void> => void events.push(event);
  const forgetting = forgetOrigin({
    snapshots: {
      state: async () => {
        await backup;
        return err({ code: 'IO', detail: 'nothing is asked of it but its turn' });
      },
    },
    evidence: { settled: note('evidence') },
    journal: { close: note('journal') },
    inTurn,
    removeFolder: note('folder'),
    forgotten: () => events.push('key'),
  });
  goOn();
  expect(await forgetting).toEqual(ok(null));
  expect(events).toEqual(['backup', 'evidence', 'journal', 'folder', 'key']);
});

test('what could not be removed is told', async () => {
  let isForgotten = false;
  const nothing = async (): Promise<void> => undefined;
  const failed = await forgetOrigin({
    snapshots: { state: async () => err({ code: 'IO', detail: '' }) },
    evidence: { settled: nothing },
    journal: { close: nothing },
    inTurn: (work) => work().then(ok, (error: unknown) => err({ code: 'IO', detail: String(error) })),
    removeFolder: () => Promise.reject(new Error('in use')),
    forgotten: () => {
      isForgotten = true;
    },
  });
  expect(failed).toEqual(err({ code: 'IO', detail: 'Error: in use' }));
  expect(isForgotten).toBe(false);
});
