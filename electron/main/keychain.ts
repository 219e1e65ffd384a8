import { safeStorage } from 'electron';
import type { Keychain } from '../../shared/lock/lockParts.ts';

/** Keeps a secret no better than a file beside it does. */
const plainBackends: ReadonlySet<string> = new Set(['basic_text', 'unknown']);

/**
 * The keychain of the person who is logged in. Where Linux has none, Electron falls back to a password that is written
 * in its own source: that is refused.
 */
export const systemKeychain: Keychain = {
  isSafe: async () => {
    if (process.platform === 'linux' && plainBackends.has(safeStorage.getSelectedStorageBackend()))
      return false;
    return safeStorage.isAsyncEncryptionAvailable();
  },
  wrap: async (text) => new Uint8Array(await safeStorage.encryptStringAsync(text)),
  unwrap: async (wrapped) => (await safeStorage.decryptStringAsync(Buffer.from(wrapped))).result,
};
