import { beforeEach, expect, test, vi } from 'vitest';
import type { CallHandlers } from '../../../../electron/main/ipc.ts';
import { hostCalls } from '../../../../shared/ipc/channels.ts';

type Listener = (event: unknown, payload: unknown) => Promise<unknown>;
const listeners = new Map<string, Listener>();

vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, listener: Listener) => listeners.set(channel, listener) },
}));
const { handleCalls } = await import('../../../../electron/main/ipc.ts');

const done: string[] = [];
const empty = { ok: true, value: null } as const;
const state = { ok: true, value: { lastSequence: 0, bytes: 16, cutBytes: 0, damaged: [] } } as const;
const snapshots = {
  ok: true,
  value: { snapshots: [], location: '/data', second: null, problem: null },
} as const;
const note = <T>(call: string, answer: T) => {
  return () => {
    done.push(call);
    return answer;
  };
};
const lockState = {
  ok: true,
  value: {
    mode: 'off',
    isJournalSealed: false,
    waitSeconds: 0,
    keychain: 'none',
    opensByItself: false,
    unsealed: 0,
  },
} as const;

const handlers: CallHandlers = {
  appInfo: note('appInfo', {
    version: '1',
    platform: 'linux',
    language: 'en',
    dataLocation: '/data',
    durable: true,
  }),
  journalOpen: note('journalOpen', state),
  journalAppend: note('journalAppend', state),
  journalRead: note('journalRead', { ok: true, value: [] }),
  filesPick: note('filesPick', empty),
  filesSave: note('filesSave', empty),
  settingsRead: note('settingsRead', { ok: true, value: {} }),
  settingsWrite: note('settingsWrite', empty),
  sentinelRead: note('sentinelRead', { ok: true, value: {} }),
  sentinelWrite: note('sentinelWrite', empty),
  snapshotTake: note('snapshotTake', snapshots),
  snapshotState: note('snapshotState', snapshots),
  snapshotRead: note('snapshotRead', { ok: true, value: new Uint8Array(0) }),
  snapshotRestore: note('snapshotRestore', state),
  snapshotChooseFolder: note('snapshotChooseFolder', empty),
  snapshotForgetFolder: note('snapshotForgetFolder', snapshots),
  evidencePut: note('evidencePut', { ok: true, value: { sha256: 'a1'.repeat(32), bytes: 1 } }),
  evidenceGet: note('evidenceGet', { ok: true, value: new Uint8Array(0) }),
  evidenceList: note('evidenceList', { ok: true, value: [] }),
  evidenceRemove: note('evidenceRemove', { ok: true, value: 0 }),
  lockState: note('lockState', lockState),
  lockUnlock: note('lockUnlock', lockState),
  lockNow: note('lockNow', lockState),
  lockEnable: note('lockEnable', lockState),
  lockChange: note('lockChange', lockState),
  lockAskKeychain: note('lockAskKeychain', lockState),
  lockDisable: note('lockDisable', lockState),
  lockOpenSnapshot: note('lockOpenSnapshot', { ok: true, value: Uint8Array.of(1) }),
  workbookRead: note('workbookRead', { ok: true, value: { bytes: new Uint8Array(0), isLast: true } }),
  workbookNext: note('workbookNext', { ok: true, value: { bytes: new Uint8Array(0), isLast: true } }),
  workbookEnd: note('workbookEnd', null),
  quarantine: note('quarantine', { ok: true, value: { path: '/data/quarantine' } }),
  clearDatabases: note('clearDatabases', empty),
  forgetEverything: note('forgetEverything', empty),
  beginAnew: note('beginAnew', { ok: true, value: { from: '/data', to: '/aside' } }),
  openExternal: note('openExternal', empty),
  printToPdf: note('printToPdf', empty),
  logWrite: note('logWrite', null),
  logRead: note('logRead', { ok: true, value: '' }),
  closeAnswer: note('closeAnswer', null),
};

beforeEach(() => {
  listeners.clear();
  done.length = 0;
  handleCalls(handlers);
});

const top = { url: 'app://fieldbook/', parent: null };
const eventOf = (senderFrame: object | null, mainFrame: object = top) => ({
  senderFrame,
  sender: { mainFrame },
});

test('each declared call has one listener, and there is no other', () => {
  expect([...listeners.keys()].sort()).toEqual(hostCalls.map((call) => `fieldbook:${call}`).sort());
});

test('a call of the own page reaches its handler', async () => {
  expect(await listeners.get('fieldbook:journalOpen')?.(eventOf(top), null)).toEqual(state);
  expect(done).toEqual(['journalOpen']);
});

test('a call of another page, of a frame, or of a frame that is gone reaches no handler', async () => {
  const foreign = { url: 'https://evil.example/', parent: null };
  const inner = { url: 'app://fieldbook/', parent: top };
  const events = [eventOf(foreign, foreign), eventOf(inner), eventOf(inner, inner), eventOf(null)];
  for (const event of events) {
    for (const listener of listeners.values()) await expect(listener(event, null)).rejects.toThrow();
  }
  expect(done).toEqual([]);
});

test('a payload of another form reaches no handler', async () => {
  const append = listeners.get('fieldbook:journalAppend');
  await expect(append?.(eventOf(top), { from: 1, payloads: [1] })).rejects.toThrow('journalAppend');
  expect(done).toEqual([]);
});
