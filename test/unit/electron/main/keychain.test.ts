import { afterEach, expect, test, vi } from 'vitest';

const safeStorage = vi.hoisted(() => ({
  getSelectedStorageBackend: vi.fn(() => 'gnome_libsecret'),
  isAsyncEncryptionAvailable: vi.fn(async () => true),
  encryptStringAsync: async (text: string) => Buffer.from(text).reverse(),
  decryptStringAsync: async (bytes: Buffer) => ({
    result: Buffer.from(bytes).reverse().toString(),
    shouldReEncrypt: false,
  }),
}));
vi.mock('electron', () => ({ safeStorage }));
const { systemKeychain } = await import('../../../../electron/main/keychain.ts');

const platform = process.platform;
const on = (name: NodeJS.Platform): void => void Object.defineProperty(process, 'platform', { value: name });
afterEach(() => on(platform));

test('what the keychain wrapped it gives back', async () => {
  const wrapped = await systemKeychain.wrap('secret');
  expect(Buffer.from(wrapped).toString()).toBe('terces');
  expect(await systemKeychain.unwrap(wrapped)).toBe('secret');
});

test('a Linux without a keychain is refused, whatever Electron says of it', async () => {
  on('linux');
  expect(await systemKeychain.isSafe()).toBe(true);
  for (const backend of ['basic_text', 'unknown']) {
    safeStorage.getSelectedStorageBackend.mockReturnValueOnce(backend);
    expect(await systemKeychain.isSafe()).toBe(false);
  }
  safeStorage.isAsyncEncryptionAvailable.mockResolvedValueOnce(false);
  expect(await systemKeychain.isSafe()).toBe(false);
});

test('elsewhere the system itself is asked', async () => {
  on('win32');
  safeStorage.getSelectedStorageBackend.mockImplementationOnce(() => {
    throw new Error('only on Linux');
  });
  expect(await systemKeychain.isSafe()).toBe(true);
  safeStorage.getSelectedStorageBackend.mockReset();
});
