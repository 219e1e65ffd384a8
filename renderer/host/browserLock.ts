import { err, type Result } from '../../shared/core/result.ts';
import type { HostError } from '../../shared/ipc/host.ts';
import type { LockError, LockPort } from '../../shared/ipc/lockPort.ts';
import type { StoreClient } from './storeClient.ts';

/** Encryption by the store worker, which alone has the key; the page's end is the key's. */
export function browserLock(store: StoreClient): LockPort {
  return {
    state: async () => inner(await store.ask({ call: 'lockState' })),
    unlock: async (key) => inner(await store.ask({ call: 'lockUnlock', key })),
    lock: async () => inner(await store.ask({ call: 'lockNow' })),
    enable: async (secrets) => inner(await store.ask({ call: 'lockEnable', secrets })),
    change: async (change) => inner(await store.ask({ call: 'lockChange', change })),
    askKeychain: async (change) => inner(await store.ask({ call: 'lockAskKeychain', change })),
    disable: async (passphrase) => inner(await store.ask({ call: 'lockDisable', passphrase })),
    openSnapshot: async (request) => inner(await store.ask({ call: 'lockOpenSnapshot', request })),
  };
}

function inner<T>(answer: Result<Result<T, LockError>, HostError>): Result<T, LockError> {
  return answer.ok ? answer.value : err({ code: 'HOST', error: answer.error });
}
