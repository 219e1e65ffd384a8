import { afterEach, expect, test, vi } from 'vitest';
import { removeOriginFolder, replaceOriginFile } from '../../../../renderer/host/originFiles.ts';
import { originSnapshotFolder } from '../../../../renderer/host/originFolder.ts';
import { removeTornFiles } from '../../../../renderer/host/tornFiles.ts';

/** What Chromium 147 and 156 were seen to keep on the disk as the usage of an origin: handles add nothing to it. */
class Counted {
  usage = 0;
}

class StoredFile {
  readonly kind = 'file';
  bytes = new Uint8Array(0);
  private readonly place: Folder;
  name: string;

  constructor(place: Folder, name: string) {
    this.place = place;
    this.name = name;
  }

  async getFile() {
    return new File([this.bytes], this.name);
  }

  async createSyncAccessHandle() {
    return {
      getSize: () => this.bytes.length,
      read: (into: Uint8Array, { at }: { readonly at: number }) => {
        into.set(this.bytes.subarray(at, at + into.length));
        return into.length;
      },
      write: (bytes: Uint8Array, { at }: { readonly at: number }) => {
        if (bytes.includes(255)) throw new DOMException('full', 'QuotaExceededError');
        this.resize(Math.max(this.bytes.length, at + bytes.length));
        this.bytes.set(bytes, at);
        return bytes.length;
      },
      truncate: (size: number) => this.resize(size),
      flush: () => undefined,
      close: () => undefined,
    };
  }

  async createWritable() {
    return {
      truncate: async (size: number) => {
        this.place.counted.usage += size - this.bytes.length;
        this.resize(size);
      },
      close: async () => undefined,
    };
  }

  async move(to: string) {
    this.place.counted.usage -= this.place.content.get(to)?.bytes.length ?? 0;
    this.place.content.delete(this.name);
    this.name = to;
    this.place.content.set(to, this);
  }

  private resize(size: number): void {
    const next = new Uint8Array(size);
    next.set(this.bytes.subarray(0, size));
    this.bytes = next;
  }
}

class Folder {
  readonly kind = 'directory';
  readonly content = new Map<string, StoredFile>();
  readonly folders = new Map<string, Folder>();
  readonly counted: Counted;

  constructor(counted: Counted) {
    this.counted = counted;
  }

  async *entries() {
    yield* [...this.folders, ...this.content];
  }

  async *keys() {
    yield* [...this.folders.keys(), ...this.content.keys()];
  }

  async getDirectoryHandle(name: string) {
    const found = this.folders.get(name) ?? new Folder(this.counted);
    this.folders.set(name, found);
    return found;
  }

  async getFileHandle(name: string, { create = false } = {}) {
    const found = this.content.get(name);
    if (found !== undefined) return found;
    if (!create) throw new DOMException('no such file', 'NotFoundError');
    const made = new StoredFile(this, name);
    this.content.set(name, made);
    return made;
  }

  async removeEntry(name: string) {
    this.counted.usage -= this.folders.get(name)?.size() ?? this.content.get(name)?.bytes.length ?? 0;
    this.folders.delete(name);
    this.content.delete(name);
  }

  size(): number {
    const inside = [...this.folders.values()].map((folder) => folder.size());
    return [...inside, ...[...this.content.values()].map(({ bytes }) => bytes.length)].reduce(
      (sum, one) => sum + one,
      0,
    );
  }
}

function openOrigin() {
  const root = new Folder(new Counted());
  vi.stubGlobal('navigator', { storage: { getDirectory: async () => root } });
  const ours = () => root.getDirectoryHandle('fieldbook');
  const put = async (name: string, size: number) => {
    const handle = await (
      await (await ours()).getFileHandle(name, { create: true })
    ).createSyncAccessHandle();
    handle.write(new Uint8Array(size), { at: 0 });
  };
  return { counted: root.counted, root, ours, put };
}

afterEach(() => vi.unstubAllGlobals());

test('a snapshot that is written, written over and removed takes nothing off the usage', async () => {
  const { counted, ours } = openOrigin();
  const snapshots = originSnapshotFolder('snapshots');
  await snapshots.write('a.fbs', new Uint8Array(5000));
  await snapshots.write('a.fbs', new Uint8Array(7000));
  expect(await snapshots.size('a.fbs')).toBe(7000);
  expect(counted.usage).toBe(0);
  await snapshots.remove('a.fbs');
  expect(counted.usage).toBe(0);
  expect(await (await ours()).getDirectoryHandle('snapshots').then(({ content }) => [...content])).toEqual(
    [],
  );
});

test('a snapshot has its name only when it is whole, so that a power cut leaves what the next start removes', async () => {
  const { ours } = openOrigin();
  const place = await (await ours()).getDirectoryHandle('snapshots');
  const seen: string[][] = [];
  const getFileHandle = place.getFileHandle.bind(place);
  place.getFileHandle = async (name, options) => {
    const file = await getFileHandle(name, options);
    const open = file.createSyncAccessHandle.bind(file);
    file.createSyncAccessHandle = async () => {
      const handle = await open();
      return { ...handle, flush: () => void seen.push([...place.content.keys()]) };
    };
    return file;
  };
  await originSnapshotFolder('snapshots').write('a.fbs', new Uint8Array(5000));
  expect(seen).toEqual([['.a.fbs.new']]);
  expect([...place.content.keys()]).toEqual(['a.fbs']);
});

test('one that the disk has no room for takes nothing off it either, nor what a power cut left', async () => {
  const { counted, ours, put } = openOrigin();
  const bytes = new Uint8Array(5000);
  const snapshots = originSnapshotFolder('snapshots');
  await snapshots.write('a.fbs', bytes);
  bytes[4000] = 255;
  await expect(snapshots.write('a.fbs', bytes)).rejects.toThrow('full');
  await expect(snapshots.write('b.fbs', bytes)).rejects.toThrow('full');
  expect(await snapshots.names()).toEqual(['a.fbs']);
  await put('quarantine-1.fbj.new', 900);
  await removeTornFiles((await ours()) as unknown as FileSystemDirectoryHandle);
  expect(counted.usage).toBe(0);
});

test('a journal in whose place another comes, and a folder that goes with all that is in it, take nothing off', async () => {
  const { counted, root, ours, put } = openOrigin();
  await put('journal.fbj', 9000);
  await put('journal-new.fbj', 3000);
  await replaceOriginFile('journal-new.fbj', 'journal.fbj');
  expect([...(await ours()).content.keys()]).toEqual(['journal.fbj']);
  expect((await ours()).size()).toBe(3000);
  expect(counted.usage).toBe(0);
  await originSnapshotFolder('snapshots').write('a.fbs', new Uint8Array(400));
  await removeOriginFolder();
  expect(root.folders.size).toBe(0);
  expect(counted.usage).toBe(0);
});
