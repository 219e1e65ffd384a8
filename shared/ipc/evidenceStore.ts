import { err, ok, type Result } from '../core/result.ts';
import type { EvidenceFile, EvidencePort, HostError } from './host.ts';

/** Where a host keeps the files; a rejection becomes a HostError, NOT_FOUND for a name that is not there. */
export interface EvidenceFolder {
  names(): Promise<readonly string[]>;
  size(name: string): Promise<number>;
  read(name: string): Promise<Uint8Array>;
  /** Flushes before it resolves. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
  /** Whether a file lies there in the form that `write` would give it now; absent where there is one form alone. */
  isSettled?(name: string): Promise<boolean>;
}

export interface EvidenceStoreParts {
  readonly folder: EvidenceFolder;
  /** SHA-256 as 64 lower-case hexadecimal digits. */
  hash(bytes: Uint8Array): Promise<string>;
  toHostError(error: unknown): HostError;
}

export interface EvidenceStore extends EvidencePort {
  /** Resolves when all that was asked for until now is done. */
  settled(): Promise<void>;
}

/** Whether a text is a SHA-256 as the store names files: 64 lower-case hexadecimal digits. */
export const isSha256 = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

/**
 * Evidence files by content, the same for all hosts. What is there is never believed without its hash: a damaged file
 * is told as DAMAGED, and is replaced when the same content is put again.
 */
export function createEvidenceStore({ folder, hash, toHostError }: EvidenceStoreParts): EvidenceStore {
  let queue: Promise<unknown> = Promise.resolve();

  /** One after the other: two tasks must not write, or remove, one file at the same time. */
  function inTurn<T>(work: () => Promise<Result<T, HostError>>): Promise<Result<T, HostError>> {
    const turn = queue.then(work).catch((error: unknown) => err(toHostError(error)));
    queue = turn;
    return turn;
  }

  async function readChecked(sha256: string): Promise<Result<Uint8Array, HostError>> {
    try {
      const bytes = await folder.read(sha256);
      if ((await hash(bytes)) === sha256) return ok(bytes);
      return err({ code: 'DAMAGED', detail: `evidence file ${sha256} has another hash` });
    } catch (error) {
      return err(toHostError(error));
    }
  }

  async function put(bytes: Uint8Array): Promise<Result<EvidenceFile, HostError>> {
    const sha256 = await hash(bytes);
    const known = await readChecked(sha256);
    if (!known.ok) {
      await folder.write(sha256, bytes);
      const written = await readChecked(sha256);
      if (!written.ok) return written;
    }
    return ok({ sha256, bytes: bytes.length });
  }

  async function list(): Promise<Result<readonly EvidenceFile[], HostError>> {
    const files: EvidenceFile[] = [];
    // Other names are left from a write that was cut off.
    for (const sha256 of (await folder.names()).filter(isSha256).sort()) {
      // One that cannot be looked at must not hide the others; whoever reads it is told.
      files.push({ sha256, bytes: await folder.size(sha256).catch(() => 0) });
    }
    return ok(files);
  }

  async function remove(sha256: readonly string[]): Promise<Result<number, HostError>> {
    const there = new Set(await folder.names());
    const gone = sha256.filter((name) => there.has(name));
    for (const name of gone) await folder.remove(name);
    return ok(gone.length);
  }

  return {
    put: (bytes) => inTurn(() => put(bytes)),
    get: (sha256) => inTurn(() => readChecked(sha256)),
    list: () => inTurn(list),
    remove: (sha256) => inTurn(() => remove(sha256)),
    settled: async () => {
      await queue;
    },
  };
}
