// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { browserFiles } from '../../../../renderer/host/browserFiles.ts';
import { createWaits } from '../../../../renderer/host/waits.ts';

const options = { title: 'Choose workbooks', extensions: ['xlsx', 'csv'], multiple: true };

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

function chooser(): HTMLInputElement {
  const input = document.querySelector('input');
  if (input === null) throw new Error('no file chooser is open');
  return input;
}

function choose(...files: readonly Partial<File>[]): void {
  Object.defineProperty(chooser(), 'files', { value: files });
  chooser().dispatchEvent(new Event('change'));
}

test('the chooser offers the asked endings, and the chosen files come with their bytes', async () => {
  const picked = browserFiles(createWaits()).pick(options);
  expect([chooser().accept, chooser().multiple, chooser().title]).toEqual([
    '.xlsx,.csv',
    true,
    options.title,
  ]);
  choose(new File([Uint8Array.of(1, 2)], '상담.xlsx'));
  expect(await picked).toEqual({ ok: true, value: [{ name: '상담.xlsx', bytes: Uint8Array.of(1, 2) }] });
  expect(document.querySelector('input')).toBeNull();
});

test('nothing chosen is null', async () => {
  const picked = browserFiles(createWaits()).pick(options);
  chooser().dispatchEvent(new Event('cancel'));
  expect(await picked).toEqual({ ok: true, value: null });
});

test('a file above the limit is refused before it is read', async () => {
  const picked = browserFiles(createWaits()).pick(options);
  const read = vi.fn();
  choose({ name: 'huge.xlsx', size: 200 * 1024 * 1024 + 1, arrayBuffer: read });
  expect(await picked).toMatchObject({ ok: false, error: { code: 'TOO_LARGE' } });
  expect(read).not.toHaveBeenCalled();
});

test('a file that cannot be read any more is told by its reason', async () => {
  const picked = browserFiles(createWaits()).pick(options);
  const gone = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
  choose({ name: 'gone.xlsx', size: 3, arrayBuffer: gone });
  expect(await picked).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
});

test('a saved file is handed to the browser as a download of its name and bytes', async () => {
  const blobs: Blob[] = [];
  const links: HTMLAnchorElement[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) blobs.push(blob);
    return 'blob:made';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    links.push(this);
  });
  const file = { suggestedName: '보고서.xlsx', mediaType: 'text/csv', bytes: Uint8Array.of(1, 2, 3) };
  expect(await browserFiles(createWaits()).save(file)).toEqual({
    ok: true,
    value: { path: '보고서.xlsx', bytes: 3 },
  });
  expect(links.map((link) => [link.download, link.href])).toEqual([['보고서.xlsx', 'blob:made']]);
  expect(blobs.map((blob) => [blob.size, blob.type])).toEqual([[3, 'text/csv']]);
  expect(document.querySelector('a')).toBeNull();
});

test('a chosen file that cannot be read for seconds, as from a hanging network folder, is told', async () => {
  vi.useFakeTimers();
  try {
    const waits = createWaits();
    void browserFiles(waits).pick(options);
    vi.advanceTimersByTime(600_000);
    expect(waits.overdue()).toBeNull();
    choose({ name: 'a.xlsx', size: 3, arrayBuffer: () => new Promise(() => undefined) });
    await vi.advanceTimersByTimeAsync(4500);
    expect(waits.overdue()).toBe('file');
  } finally {
    vi.useRealTimers();
  }
});
