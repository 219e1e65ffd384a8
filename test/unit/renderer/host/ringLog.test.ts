import { expect, test } from 'vitest';
import { appendToRing } from '../../../../renderer/host/ringLog.ts';
import type { JournalFile } from '../../../../shared/ipc/journalFile.ts';

function fileInMemory() {
  let bytes = new Uint8Array(0);
  const file: JournalFile = {
    size: async () => bytes.length,
    read: async (offset, length) => bytes.slice(offset, offset + length),
    write: async (added, offset) => {
      const grown = new Uint8Array(Math.max(bytes.length, offset + added.length));
      grown.set(bytes);
      grown.set(added, offset);
      bytes = grown;
      return added.length;
    },
    truncate: async (size) => {
      bytes = bytes.slice(0, size);
    },
    sync: async () => undefined,
    close: async () => undefined,
  };
  return { file, text: () => new TextDecoder().decode(bytes) };
}

test('a full ring loses its older half, and no line of the rest', async () => {
  const { file, text } = fileInMemory();
  for (let count = 1; count <= 5_000; count++) {
    await appendToRing(file, { event: 'OPENED', facts: { count } }, 0);
  }
  const counts = text()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).count);
  expect(counts).toEqual(counts.map((_, index) => 5_001 - counts.length + index));
  expect(text().length).toBeLessThanOrEqual(128 * 1024);
  expect(text().length).toBeGreaterThan(60 * 1024);
});
