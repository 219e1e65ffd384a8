import type { SecondPlace, SnapshotFolder } from '../../shared/snapshot/snapshotKeeper.ts';

export class MissingFile extends Error {}

/** A folder of snapshots in memory, which can be looked at, damaged and made to fail. */
export class MemoryFolder implements SnapshotFolder {
  readonly files = new Map<string, Uint8Array>();
  /** Thrown by each call that writes. */
  failure: Error | null = null;

  async names(): Promise<readonly string[]> {
    return [...this.files.keys()];
  }

  async size(name: string): Promise<number> {
    return this.bytesOf(name).length;
  }

  async read(name: string, most?: number): Promise<Uint8Array> {
    return this.bytesOf(name).slice(0, most);
  }

  async write(name: string, bytes: Uint8Array): Promise<void> {
    if (this.failure !== null) throw this.failure;
    this.files.set(name, bytes.slice());
  }

  async remove(name: string): Promise<void> {
    this.bytesOf(name);
    this.files.delete(name);
  }

  bytesOf(name: string): Uint8Array {
    const bytes = this.files.get(name);
    if (bytes === undefined) throw new MissingFile(`no file ${name}`);
    return bytes;
  }
}

/** A stick in memory, which several hosts can share. */
export function memoryStick(): Omit<SecondPlace, 'evidenceOf' | 'folder'> & {
  readonly folder: MemoryFolder;
  evidenceOf(owner: string | null): MemoryFolder;
} {
  const evidence = new Map<string | null, MemoryFolder>();
  return {
    state: { path: '/stick', condition: 'ready' },
    folder: new MemoryFolder(),
    evidenceOf: (owner) => {
      const known = evidence.get(owner) ?? new MemoryFolder();
      evidence.set(owner, known);
      return known;
    },
  };
}
