import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { closeRequestedChannel } from '../../../../shared/ipc/channels.ts';

const showMessageBox =
  vi.fn<(window: unknown, box: { readonly message: string }) => Promise<{ response: number }>>();
vi.mock('electron', () => ({ dialog: { showMessageBox }, ipcMain: {} }));
const { guardClose } = await import('../../../../electron/main/closeGuard.ts');

class FakeWindow extends EventEmitter {
  closed = false;
  crashed = false;
  readonly sent: string[] = [];
  readonly webContents = {
    isCrashed: () => this.crashed,
    send: (channel: string) => this.sent.push(channel),
  };

  close(): void {
    let prevented = false;
    this.emit('close', {
      preventDefault: () => {
        prevented = true;
      },
    });
    this.closed ||= !prevented;
  }
}

function guarded(language: 'en' | 'ko' = 'en') {
  const window = new FakeWindow();
  // The guard uses what the fake has.
  const guard = guardClose(window as unknown as BrowserWindow, async () => language);
  return { window, guard };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  showMessageBox.mockReset();
});

test('the page is asked once, and with nothing unsaved the window closes without a question', () => {
  const { window, guard } = guarded();
  window.close();
  window.close();
  expect([window.closed, window.sent]).toEqual([false, [closeRequestedChannel]]);
  guard.answer(false);
  expect(window.closed).toBe(true);
  expect(showMessageBox).not.toHaveBeenCalled();
});

test.each([
  [0, false],
  [1, true],
])('with unsaved work the user decides (button %i)', async (response, closes) => {
  showMessageBox.mockResolvedValue({ response });
  const { window, guard } = guarded('ko');
  window.close();
  guard.answer(true);
  await vi.runAllTimersAsync();
  expect(window.closed).toBe(closes);
  expect(showMessageBox.mock.calls.map(([, box]) => box.message)).toEqual([
    '입력한 내용 중 아직 저장되지 않은 것이 있습니다.',
  ]);
});

test('after the user stayed the next close asks again', async () => {
  showMessageBox.mockResolvedValue({ response: 0 });
  const { window, guard } = guarded();
  window.close();
  guard.answer(true);
  await vi.runAllTimersAsync();
  window.close();
  expect(window.sent.length).toBe(2);
  guard.answer(false);
  expect(window.closed).toBe(true);
});

test.each([
  [0, false],
  [1, true],
])('a page that does not answer leaves it to the user (button %i)', async (response, closes) => {
  showMessageBox.mockResolvedValue({ response });
  const { window } = guarded();
  window.close();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(window.closed).toBe(closes);
});

test('an answer that nobody asked for closes nothing, and a crashed page holds nothing up', () => {
  const { window, guard } = guarded();
  guard.answer(false);
  expect(window.closed).toBe(false);
  window.crashed = true;
  window.close();
  expect(window.closed).toBe(true);
});
