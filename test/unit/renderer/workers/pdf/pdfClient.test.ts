import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PdfPages, pageLimit } from '../../../../../renderer/workers/pdf/pdfClient.ts';
import type { DrawnPage, PdfTask } from '../../../../../renderer/workers/pdf/pdfMessages.ts';
import { err, ok } from '../../../../../shared/core/result.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const bytes = Uint8Array.of(1, 2, 3);
const wish = { width: 600, zoom: 1, density: 1 };

/** A thread that answers when the test says so. */
class ToldWorker extends EventTarget implements Worker {
  onmessage = null;
  onmessageerror = null;
  onerror = null;
  isTerminated = false;
  readonly tasks: PdfTask[] = [];

  postMessage(task: PdfTask): void {
    this.tasks.push(task);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  /** Draws the page that was asked for as the `index`th. */
  draw(index: number): { readonly page: DrawnPage; readonly isClosed: () => boolean } {
    const task = this.tasks.filter((one) => one.kind === 'draw')[index];
    let isClosed = false;
    const page: DrawnPage = {
      page: task?.page ?? 0,
      pages: 9,
      bitmap: { width: 1, height: 1, close: () => (isClosed = true) },
      width: 600,
      height: 800,
      text: '',
    };
    this.answer(task?.ask ?? 0, ok(page));
    return { page, isClosed: () => isClosed };
  }

  answer(ask: number, drawn: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data: { kind: 'drawn', ask, drawn } }));
  }
}

function opened() {
  const workers: ToldWorker[] = [];
  const parsers: ToldWorker[] = [];
  const pages = new PdfPages(bytes, () => {
    const drawer = new ToldWorker();
    const parser = new ToldWorker();
    workers.push(drawer);
    parsers.push(parser);
    return { drawer, parser };
  });
  const worker = (index: number): ToldWorker => workers[index] ?? expect.fail(`no worker ${index}`);
  return { pages, workers, parsers, worker };
}

test('a file is opened once, and its pages are drawn by the same thread', async () => {
  const { pages, workers, worker } = opened();
  const first = pages.draw(1, wish);
  const drawn = worker(0).draw(0);
  expect(await first).toEqual(ok(drawn.page));
  const second = pages.draw(2, wish);
  worker(0).draw(1);
  expect(await second).toMatchObject({ ok: true, value: { page: 2 } });
  expect(workers).toHaveLength(1);
  expect(worker(0).tasks.map(({ kind }) => kind)).toEqual(['open', 'draw', 'draw']);
});

test('a page that is left says so at once, and its picture is not kept', async () => {
  const { pages, worker } = opened();
  const first = pages.draw(1, wish);
  const second = pages.draw(2, wish);
  expect(await first).toEqual(err('LEFT'));
  expect(worker(0).draw(0).isClosed()).toBe(true);
  const kept = worker(0).draw(1);
  expect(await second).toEqual(ok(kept.page));
  expect(kept.isClosed()).toBe(false);
});

test('a thread that draws too long is ended, and the next page has another one', async () => {
  const { pages, workers, worker } = opened();
  const first = pages.draw(1, wish);
  vi.advanceTimersByTime(pageLimit - 1);
  expect(worker(0).isTerminated).toBe(false);
  vi.advanceTimersByTime(1);
  expect(await first).toEqual(err('TOO_SLOW'));
  expect(worker(0).isTerminated).toBe(true);
  const second = pages.draw(2, wish);
  worker(1).draw(0);
  expect(await second).toMatchObject({ ok: true, value: { page: 2 } });
  expect(worker(1).tasks[0]).toMatchObject({ kind: 'open', bytes });
  expect(workers).toHaveLength(2);
});

test('a page that was left and never ends does not hold up the one that is wanted', async () => {
  const { pages, worker } = opened();
  void pages.draw(1, wish);
  const second = pages.draw(2, wish);
  vi.advanceTimersByTime(1_000);
  expect(worker(0).isTerminated).toBe(true);
  worker(1).draw(0);
  expect(await second).toMatchObject({ ok: true, value: { page: 2 } });
});

test('a thread that answers is kept, however quickly pages are turned', async () => {
  const { pages, workers, worker } = opened();
  let last = pages.draw(1, wish);
  for (let page = 2; page <= 9; page += 1) {
    last = pages.draw(page, wish);
    vi.advanceTimersByTime(600);
    worker(0).answer(page - 1, err('LEFT'));
  }
  worker(0).draw(8);
  expect(await last).toMatchObject({ ok: true, value: { page: 9 } });
  expect(workers).toHaveLength(1);
});

test.each(['workers', 'parsers'] as const)(
  'one of the %s that fails is no error of the page',
  async (which) => {
    const { pages, ...threads } = opened();
    const drawn = pages.draw(1, wish);
    const failure = new Event('error', { cancelable: true });
    threads[which][0]?.dispatchEvent(failure);
    expect(await drawn).toEqual(err('STOPPED'));
    expect(failure.defaultPrevented).toBe(true);
  },
);

test('closing ends both threads and whoever waits', async () => {
  const { pages, worker, parsers } = opened();
  const drawn = pages.draw(1, wish);
  pages.close();
  expect(await drawn).toEqual(err('LEFT'));
  expect(worker(0).isTerminated).toBe(true);
  expect(parsers[0]?.isTerminated).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});
