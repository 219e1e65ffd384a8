import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StoreClient } from '../../../../renderer/host/storeClient.ts';
import type { StoreRequest } from '../../../../renderer/host/storeMessages.ts';
import { type AwaitedPart, createWaits, type Waits } from '../../../../renderer/host/waits.ts';
import { watchedBridge } from '../../../../renderer/host/watchedBridge.ts';
import { watchedStore } from '../../../../renderer/host/watchedStore.ts';
import type { HostBridge } from '../../../../shared/ipc/channels.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** What is told at the latest when a person has heard nothing for five seconds. */
async function toldWithinFive(waits: Waits): Promise<AwaitedPart | null> {
  await vi.advanceTimersByTimeAsync(3900);
  expect(waits.overdue()).toBeNull();
  await vi.advanceTimersByTimeAsync(1100);
  return waits.overdue();
}

test('what is silent for four seconds is told, a sign of life begins the count anew, and the answer ends it', () => {
  const waits = createWaits();
  const told: (AwaitedPart | null)[] = [];
  waits.subscribe(() => told.push(waits.overdue()));
  const wait = waits.begin('database');
  vi.advanceTimersByTime(3000);
  wait.alive();
  vi.advanceTimersByTime(3000);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(1000);
  wait.alive();
  vi.advanceTimersByTime(4000);
  wait.end();
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual(['database', null, 'database', null]);
});

test('of several that are silent the gravest is told, and each until it answers', () => {
  const waits = createWaits();
  const [backups, journal] = [waits.begin('backups'), waits.begin('journal')];
  vi.advanceTimersByTime(4000);
  expect(waits.overdue()).toBe('journal');
  journal.end();
  expect(waits.overdue()).toBe('backups');
  backups.end();
  expect(waits.overdue()).toBeNull();
});

const never = new Promise<never>(() => undefined);

/** A main process that never answers; `dialogue` says that it opened or closed one. */
function silentBridge() {
  let onDialogue: (isOpen: boolean) => void = () => undefined;
  const bridge = new Proxy(
    { onDialogue: (listener: (isOpen: boolean) => void) => (onDialogue = listener) },
    { get: (known, name) => (name in known ? known.onDialogue : () => never) },
  );
  // The wrapper spreads what it is given; what it does not name is not asked here.
  return {
    bridge: bridge as unknown as HostBridge,
    dialogue: (isOpen: boolean) => onDialogue(isOpen),
  };
}

const bytes = Uint8Array.of(1);
const file = { suggestedName: 'a.xlsx', mediaType: 'x', bytes };
const silentCalls: readonly (readonly [string, AwaitedPart, (bridge: HostBridge) => unknown])[] = [
  ['opening the journal', 'journal', (bridge) => bridge.journalOpen(null)],
  ['a save', 'journal', (bridge) => bridge.journalAppend({ from: 1, payloads: ['{}'] })],
  ['asking for free space', 'data', (bridge) => bridge.appInfo(null)],
  ['reading settings', 'data', (bridge) => bridge.settingsRead(null)],
  ['keeping evidence', 'data', (bridge) => bridge.evidencePut(bytes)],
  ['a backup by hand', 'backups', (bridge) => bridge.snapshotTake('manual')],
  ['the backup before an import', 'backups', (bridge) => bridge.snapshotTake('import')],
  ['listing backups', 'backups', (bridge) => bridge.snapshotState(null)],
  ['a restore', 'backups', (bridge) => bridge.snapshotRestore({ bytes, mark: '{}' })],
  ['unlocking', 'encryption', (bridge) => bridge.lockUnlock({ kind: 'passphrase', text: 'x' })],
  ['an export whose dialogue never opens', 'file', (bridge) => bridge.filesSave(file)],
];

test.each(silentCalls)(
  'in Electron %s that is not answered is told within five seconds',
  async (...given) => {
    const [, part, call] = given;
    const waits = createWaits();
    call(watchedBridge(silentBridge().bridge, waits));
    expect(await toldWithinFive(waits)).toBe(part);
  },
);

test('while a dialogue is open nothing is told; from its closing on the file is waited for', async () => {
  const waits = createWaits();
  const { bridge, dialogue } = silentBridge();
  void watchedBridge(bridge, waits).filesSave(file);
  dialogue(true);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(waits.overdue()).toBeNull();
  dialogue(false);
  expect(await toldWithinFive(waits)).toBe('file');
});

test('after its answer nothing is waited for, and nobody waits for a backup that the clock asked for', async () => {
  const waits = createWaits();
  const { bridge, dialogue } = silentBridge();
  const saved = { ok: true, value: null } as const;
  const watched = watchedBridge(
    { ...bridge, filesSave: async () => saved, snapshotTake: () => never },
    waits,
  );
  expect(await watched.filesSave(file)).toEqual(saved);
  dialogue(false);
  void watched.snapshotTake('interval');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(waits.overdue()).toBeNull();
});

const silentRequests: readonly (readonly [StoreRequest, AwaitedPart])[] = [
  [{ call: 'open' }, 'journal'],
  [{ call: 'append', from: 1, payloads: ['{}'] }, 'journal'],
  [{ call: 'snapshotTake', reason: 'manual' }, 'backups'],
  [{ call: 'snapshotRestore', bytes, mark: '{}' }, 'backups'],
  [{ call: 'readSettings' }, 'data'],
  [{ call: 'lockUnlock', key: { kind: 'passphrase', text: 'x' } }, 'encryption'],
];

test.each(silentRequests)(
  'in a browser %o that is not answered is told within five seconds',
  async (...given) => {
    const [request, part] = given;
    const waits = createWaits();
    const silent: StoreClient = { ask: () => never };
    void watchedStore(silent, waits).ask(request);
    expect(await toldWithinFive(waits)).toBe(part);
  },
);

test('in a browser nobody waits for lines of the log and for backups of the clock', async () => {
  const waits = createWaits();
  const watched = watchedStore({ ask: () => never }, waits);
  void watched.ask({ call: 'writeLog', entry: { event: 'ENDED', facts: {} } });
  void watched.ask({ call: 'snapshotTake', reason: 'interval' });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(waits.overdue()).toBeNull();
});
