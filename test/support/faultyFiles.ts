import type { FileOperations, OpenMode } from '../../electron/services/fileOperations.ts';
import type { JournalFile } from '../../shared/ipc/journalFile.ts';

export type FileStep =
  | 'open'
  | 'write'
  | 'truncate'
  | 'sync'
  | 'read'
  | 'rename'
  | 'remove'
  | 'list'
  | 'syncFolder';

/** What goes wrong at a step: a Node error code, or only so many bytes taken by a write. */
export type Fault = string | { readonly takes: number };

/**
 * Files in memory whose every step can be made to fail. `powerCut` leaves what was flushed, under the names that their
 * folder had when it was last flushed: a new name, a rename and a removal are lost with the power like any write.
 */
export class FaultyFiles implements FileOperations {
  readonly files = new Map<string, Uint8Array>();
  readonly steps: FileStep[] = [];
  private readonly counts = new Map<FileStep, number>();
  /** Which file a name stands for, now and on the medium. */
  private ids = new Map<string, number>();
  private durableIds = new Map<string, number>();
  private readonly flushed = new Map<number, Uint8Array>();
  private lastId = 0;
  private fault: (step: FileStep, path: string, count: number) => Fault | undefined = () => undefined;

  failWhen(fault: (step: FileStep, path: string, count: number) => Fault | undefined): void {
    this.steps.length = 0;
    this.counts.clear();
    this.fault = fault;
  }

  powerCut(): void {
    this.files.clear();
    for (const [path, id] of this.durableIds) {
      this.files.set(path, this.flushed.get(id)?.slice() ?? new Uint8Array(0));
    }
    this.ids = new Map(this.durableIds);
  }

  /** What a power cut now would leave; these files go on. */
  afterPowerCut(): FaultyFiles {
    const left = new FaultyFiles();
    for (const [path, id] of this.durableIds) {
      const bytes = this.flushed.get(id)?.slice() ?? new Uint8Array(0);
      const leftId = ++left.lastId;
      left.files.set(path, bytes);
      left.ids.set(path, leftId);
      left.durableIds.set(path, leftId);
      left.flushed.set(leftId, bytes);
    }
    return left;
  }

  bytesOf(path: string): Uint8Array {
    const bytes = this.files.get(path);
    if (bytes === undefined) throw failure('ENOENT');
    return bytes;
  }

  async open(path: string, mode: OpenMode): Promise<JournalFile> {
    this.step('open', path);
    const exists = this.files.has(path);
    if (mode === 'new' && exists) throw failure('EEXIST');
    if (mode === 'read' && !exists) throw failure('ENOENT');
    if (!exists) this.files.set(path, new Uint8Array(0));
    return this.fileAt(path);
  }

  async rename(from: string, to: string): Promise<void> {
    this.step('rename', from);
    this.files.set(to, this.bytesOf(from));
    this.files.delete(from);
    this.ids.set(to, this.idOf(from));
    this.ids.delete(from);
  }

  async remove(path: string): Promise<void> {
    this.step('remove', path);
    this.bytesOf(path);
    this.files.delete(path);
    this.ids.delete(path);
  }

  async makeFolder(): Promise<void> {}

  async list(path: string): Promise<readonly string[]> {
    this.step('list', path);
    const start = `${path}/`;
    const names: string[] = [];
    for (const file of this.files.keys()) {
      if (file.startsWith(start) && !file.includes('/', start.length)) names.push(file.slice(start.length));
    }
    return names;
  }

  async listFolders(path: string): Promise<readonly string[]> {
    this.step('list', path);
    const start = `${path}/`;
    const inside = [...this.files.keys()].filter((file) => file.startsWith(start));
    const parts = inside.map((file) => file.slice(start.length).split('/'));
    return [...new Set(parts.flatMap(([name = '', ...rest]) => (rest.length > 0 ? [name] : [])))];
  }

  async syncFolder(path: string): Promise<void> {
    this.step('syncFolder', path);
    const isInside = (file: string): boolean => file.startsWith(`${path}/`);
    for (const file of this.durableIds.keys()) if (isInside(file)) this.durableIds.delete(file);
    for (const file of this.files.keys()) if (isInside(file)) this.durableIds.set(file, this.idOf(file));
  }

  private idOf(path: string): number {
    const id = this.ids.get(path) ?? ++this.lastId;
    this.ids.set(path, id);
    return id;
  }

  private fileAt(path: string): JournalFile {
    return {
      size: async () => this.bytesOf(path).length,
      read: async (offset, length) => {
        this.step('read', path);
        const bytes = this.bytesOf(path).slice(offset, offset + length);
        if (bytes.length !== length) throw new Error('read past the end');
        return bytes;
      },
      write: async (bytes, offset) => this.write(path, bytes, offset),
      truncate: async (size) => {
        this.step('truncate', path);
        const next = new Uint8Array(size);
        next.set(this.bytesOf(path).subarray(0, size));
        this.files.set(path, next);
      },
      sync: async () => {
        this.step('sync', path);
        this.flushed.set(this.idOf(path), this.bytesOf(path).slice());
        // A browser's store has no folders to flush: a file's name is durable with the file.
        if (!path.includes('/')) this.durableIds.set(path, this.idOf(path));
      },
      close: async () => undefined,
    };
  }

  private write(path: string, bytes: Uint8Array, offset: number): number {
    const fault = this.step('write', path);
    const taken = fault === undefined ? bytes.length : Math.min(fault, bytes.length);
    const before = this.bytesOf(path);
    const next = new Uint8Array(Math.max(before.length, offset + taken));
    next.set(before);
    next.set(bytes.subarray(0, taken), offset);
    this.files.set(path, next);
    return taken;
  }

  /** Throws the step's fault, or returns how many bytes it takes. */
  private step(step: FileStep, path: string): number | undefined {
    this.steps.push(step);
    const count = (this.counts.get(step) ?? 0) + 1;
    this.counts.set(step, count);
    const fault = this.fault(step, path, count);
    if (typeof fault === 'string') throw failure(fault);
    return fault?.takes;
  }
}

function failure(code: string): Error {
  return Object.assign(new Error(`${code}: made to fail`), { code });
}
