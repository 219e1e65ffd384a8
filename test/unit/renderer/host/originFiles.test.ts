import { expect, test } from 'vitest';
import type { SyncAccessHandle } from '../../../../renderer/host/accessHandle.ts';
import { toHostError } from '../../../../renderer/host/browserErrors.ts';
import { journalFileOf } from '../../../../renderer/host/originFiles.ts';
import { createJournal } from '../../../../shared/ipc/journal.ts';

/** An access handle as Chromium 156 was seen to behave when its quota is used up. */
class ChromiumHandle implements SyncAccessHandle {
  bytes = new Uint8Array(0);
  private readonly quota: number;

  constructor(quota: number) {
    this.quota = quota;
  }

  getSize(): number {
    return this.bytes.length;
  }

  read(bytes: Uint8Array, { at }: { readonly at: number }): number {
    const part = this.bytes.subarray(at, at + bytes.length);
    bytes.set(part);
    return part.length;
  }

  write(bytes: Uint8Array, { at }: { readonly at: number }): number {
    const room = Math.max(0, this.quota - at);
    const next = new Uint8Array(Math.max(this.bytes.length, Math.min(at + bytes.length, this.quota)));
    next.set(this.bytes);
    next.set(bytes.subarray(0, room), at);
    this.bytes = next;
    return bytes.length > room ? 4_294_967_288 : bytes.length;
  }

  truncate(size: number): void {
    if (size <= this.quota) this.bytes = this.bytes.slice(0, size);
  }

  flush(): void {}
  close(): void {}
}

test('a write above the quota is no space, never an acknowledged entry', async () => {
  const handle = new ChromiumHandle(200);
  const journal = createJournal({
    openFile: async () => journalFileOf(handle),
    keepTail: async () => undefined,
    openReplacement: async () => {
      throw new Error('not asked for here');
    },
    removeReplacement: async () => undefined,
    encodeText: (text) => new TextEncoder().encode(text),
    decodeText: (bytes) => new TextDecoder().decode(bytes),
    toHostError,
  });
  await journal.open();
  expect((await journal.append(1, ['x'.repeat(100)])).ok).toBe(true);
  expect(await journal.append(2, ['y'.repeat(100)])).toMatchObject({
    ok: false,
    error: { code: 'NO_SPACE' },
  });
  expect((await journal.append(2, ['z'])).ok).toBe(true);
  expect(await journal.open()).toMatchObject({ ok: true, value: { lastSequence: 2, cutBytes: 0 } });
});

test('any other error code in place of a count is an error too', async () => {
  const handle = Object.assign(new ChromiumHandle(100), { write: () => 4_294_967_295 });
  await expect(journalFileOf(handle).write(new Uint8Array(5), 0)).rejects.toThrow('-1');
});

test('a truncate that did nothing is an error', async () => {
  await expect(journalFileOf(new ChromiumHandle(100)).truncate(500)).rejects.toThrow('new size');
});

test('a read past the end is an error', async () => {
  await expect(journalFileOf(new ChromiumHandle(100)).read(0, 5)).rejects.toThrow('ended');
});
