/*
 * Boundary to the origin private file system. Synchronous access handles exist in dedicated workers only, so the
 * DOM library does not declare them.
 */
export interface SyncAccessHandle {
  getSize(): number;
  read(bytes: Uint8Array, options: { readonly at: number }): number;
  write(bytes: Uint8Array, options: { readonly at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

const lockWait = 200;
const lockTries = 15;

/** Opens a file of the origin's store for exclusive use; waits a moment for whoever still holds it. */
export async function accessHandle(file: FileSystemFileHandle): Promise<SyncAccessHandle> {
  if (!('createSyncAccessHandle' in file) || typeof file.createSyncAccessHandle !== 'function') {
    throw new Error('this browser has no synchronous access to its private file system');
  }
  for (let tries = 1; ; tries++) {
    try {
      return await file.createSyncAccessHandle();
    } catch (error) {
      // The worker of the page before a reload holds the file for moments longer than the page lives.
      const isHeld = error instanceof Error && error.name === 'NoModificationAllowedError';
      if (!isHeld || tries >= lockTries) throw error;
      await new Promise((resolve) => setTimeout(resolve, lockWait));
    }
  }
}
