import { beforeEach, expect, test, vi } from 'vitest';
import type { HostBridge } from '../../../../shared/ipc/channels.ts';

const exposed = new Map<string, HostBridge>();
type Listener = (...given: readonly unknown[]) => void;
const listeners = new Map<string, Listener>();
const invoke = vi.fn(async (_channel: string, _payload: unknown) => null);
vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, bridge: HostBridge) => exposed.set(name, bridge) },
  ipcRenderer: { invoke, on: (channel: string, listener: Listener) => listeners.set(channel, listener) },
}));
await import('../../../../electron/preload/index.ts');

function bridge(): HostBridge {
  const found = exposed.get('fieldbookHost');
  if (found === undefined) throw new Error('nothing was exposed');
  return found;
}

beforeEach(() => invoke.mockClear());

test('one object of methods is exposed, and none of them takes a channel', async () => {
  expect([...exposed.keys()]).toEqual(['fieldbookHost']);
  for (const [name, method] of Object.entries(bridge())) {
    expect(typeof method).toBe('function');
    expect(name).not.toMatch(/send|invoke|emit/i);
  }
  await bridge().journalRead({ from: 1, limit: 2 });
  expect(invoke.mock.calls).toEqual([['fieldbook:journalRead', { from: 1, limit: 2 }]]);
});

test('before the page has said whom to ask nothing is unsaved; then the page is asked each time', () => {
  const closeRequested = listeners.get('fieldbook:closeRequested');
  let unsaved = true;
  closeRequested?.();
  bridge().onCloseRequested(() => unsaved);
  closeRequested?.();
  unsaved = false;
  closeRequested?.();
  expect(invoke.mock.calls.map(([, payload]) => payload)).toEqual([false, true, false]);
});

test('a page that fails when asked counts as unsaved', () => {
  bridge().onCloseRequested(() => {
    throw new Error('a bug in the page');
  });
  listeners.get('fieldbook:closeRequested')?.();
  expect(invoke.mock.calls).toEqual([['fieldbook:closeAnswer', true]]);
});

test('the page is told of dialogues with a yes or no, and of nothing else that was sent', () => {
  const dialogue = listeners.get('fieldbook:dialogue');
  dialogue?.({}, true);
  const told: boolean[] = [];
  bridge().onDialogue((isOpen) => told.push(isOpen));
  for (const sent of [true, false, 'yes', { isOpen: true }]) dialogue?.({ sender: 'main' }, sent);
  expect(told).toEqual([true, false, false, false]);
});
