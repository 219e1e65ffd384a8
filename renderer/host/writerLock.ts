const lockName = 'fieldbook-writer';
const waits = [100, 200, 300, 400] as const;

/**
 * Takes the one place of a writer for as long as this page lives; false when another tab has it. Tried for a
 * second, because the page before a reload gives its place back a little late.
 */
export async function becomeWriter(locks: Pick<LockManager, 'request'>): Promise<boolean> {
  for (const wait of waits) {
    if (await tryOnce(locks)) return true;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  return tryOnce(locks);
}

function tryOnce(locks: Pick<LockManager, 'request'>): Promise<boolean> {
  return new Promise((resolve, reject) => {
    locks
      .request(lockName, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        // Held until the page is gone: a promise that never settles.
        return lock === null ? undefined : new Promise<never>(() => undefined);
      })
      .catch(reject);
  });
}
