import { expect, test } from 'vitest';
import { pickedSnapshotFolder } from '../../../../renderer/host/originFolder.ts';

/** A picked folder as Chromium gives it: a stream is written beside the file, and takes its place when it is closed. */
class PickedFolder {
  readonly files = new Map<string, Uint8Array>();
  isFull = false;

  async getFileHandle(name: string, { create = false } = {}) {
    if (!this.files.has(name)) {
      if (!create) throw new DOMException('no such file', 'NotFoundError');
      this.files.set(name, new Uint8Array(0));
    }
    let written = new Uint8Array(0);
    return {
      createWritable: async () => ({
        write: async (bytes: Uint8Array<ArrayBuffer>) => {
          if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
          written = bytes;
        },
        close: async () => void this.files.set(name, written),
        abort: async () => undefined,
      }),
    };
  }

  async removeEntry(name: string): Promise<void> {
    this.files.delete(name);
  }
}

const [older, newer] = [Uint8Array.of(1, 2, 3), Uint8Array.of(4, 5)];

test('a write that fails leaves what was there, and of a new file nothing', async () => {
  const picked = new PickedFolder();
  const folder = pickedSnapshotFolder(picked as unknown as FileSystemDirectoryHandle);
  await folder.write('a.fbs', older);
  picked.isFull = true;
  await expect(folder.write('a.fbs', newer)).rejects.toThrow('full');
  await expect(folder.write('b.fbs', newer)).rejects.toThrow('full');
  expect([...picked.files]).toEqual([['a.fbs', older]]);
  picked.isFull = false;
  await folder.write('a.fbs', newer);
  expect(picked.files.get('a.fbs')).toEqual(newer);
});
