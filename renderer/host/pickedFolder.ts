import { err, ok, type Result } from '../../shared/core/result.ts';
import type { HostError } from '../../shared/ipc/host.ts';
import { toHostError } from './browserErrors.ts';

/*
 * Boundary to the File System Access API, which the DOM library does not declare: Chromium has it, others do not.
 */
type FolderHandle = FileSystemDirectoryHandle & {
  queryPermission(options: { readonly mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(options: { readonly mode: 'readwrite' }): Promise<PermissionState>;
};

declare global {
  interface Window {
    readonly showDirectoryPicker?: (options: {
      readonly id: string;
      readonly mode: 'readwrite';
    }) => Promise<FolderHandle>;
  }
}

export interface RememberedFolder {
  readonly handle: FileSystemDirectoryHandle;
  /** False until the user clicks: a browser forgets its permission between two sessions. */
  readonly allowed: boolean;
}

const databaseName = 'fieldbook-folder';
const storeName = 'folders';
const key = 'second';
const readwrite = { mode: 'readwrite' } as const;

/** The folder of an earlier session; null for none. */
export async function rememberedFolder(): Promise<RememberedFolder | null> {
  const handle = await storedFolder();
  if (handle === null) return null;
  return { handle, allowed: (await handle.queryPermission(readwrite)) === 'granted' };
}

/** Asks for the remembered folder again, else for a new one; null when the user cancelled. REFUSED where none can be. */
export async function askForFolder(): Promise<Result<FileSystemDirectoryHandle | null, HostError>> {
  if (window.showDirectoryPicker === undefined) {
    return err({ code: 'REFUSED', detail: 'this browser gives no access to folders' });
  }
  try {
    const before = await storedFolder();
    const isWaiting = before !== null && (await before.queryPermission(readwrite)) === 'prompt';
    if (isWaiting && (await before.requestPermission(readwrite)) === 'granted') return ok(before);
    const handle = await window.showDirectoryPicker({ id: 'fieldbook-backups', ...readwrite });
    await inStore('readwrite', (store) => store.put(handle, key));
    return ok(handle);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return ok(null);
    return err(toHostError(error));
  }
}

export async function forgetFolder(): Promise<void> {
  await inStore('readwrite', (store) => store.delete(key));
}

async function storedFolder(): Promise<FolderHandle | null> {
  // What is stored under this key was put there by askForFolder.
  const stored = (await inStore('readonly', (store) => store.get(key))) as FolderHandle | undefined;
  return stored ?? null;
}

function inStore(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(databaseName, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(storeName);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const request = ask(database.transaction(storeName, mode).objectStore(storeName));
      request.onsuccess = () => {
        resolve(request.result);
        database.close();
      };
      request.onerror = () => {
        reject(request.error);
        database.close();
      };
    };
  });
}
