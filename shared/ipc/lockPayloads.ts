import { isJsonObject } from '../core/json.ts';
import type { Secret } from '../lock/keyring.ts';
import { maxPickedBytes } from './channels.ts';
import {
  type KeychainChange,
  maxPassphraseLength,
  type NewSecrets,
  type SealedSnapshot,
  type SecretChange,
  type UnlockKey,
} from './lockPort.ts';

/** The readers of the calls about encryption, as `payloadReaders` has them. */
export const lockPayloads = {
  lockUnlock: (payload: unknown): UnlockKey | undefined =>
    isObject(payload) && payload.kind === 'keychain' ? { kind: 'keychain' } : secretOf(payload),
  lockEnable: (payload: unknown): NewSecrets | undefined => {
    if (!isObject(payload)) return undefined;
    const { passphrase, recoveryKey } = payload;
    return isSecretText(passphrase) && isSecretText(recoveryKey) ? { passphrase, recoveryKey } : undefined;
  },
  lockChange: (payload: unknown): SecretChange | undefined => {
    if (!isObject(payload)) return undefined;
    const { passphrase, recoveryKey } = payload;
    const current = secretOf(payload.current);
    if (current === undefined || !isTextOrNull(passphrase) || !isTextOrNull(recoveryKey)) return undefined;
    return { current, passphrase, recoveryKey };
  },
  lockAskKeychain: (payload: unknown): KeychainChange | undefined => {
    if (!isObject(payload)) return undefined;
    const { passphrase, use } = payload;
    return isSecretText(passphrase) && typeof use === 'boolean' ? { passphrase, use } : undefined;
  },
  lockDisable: (payload: unknown): string | undefined => (isSecretText(payload) ? payload : undefined),
  lockOpenSnapshot: (payload: unknown): SealedSnapshot | undefined => {
    if (!isObject(payload)) return undefined;
    const { bytes } = payload;
    const secret = payload.secret === null ? null : secretOf(payload.secret);
    if (!(bytes instanceof Uint8Array) || bytes.length > maxPickedBytes || secret === undefined) {
      return undefined;
    }
    return { bytes, secret };
  },
};

function secretOf(value: unknown): Secret | undefined {
  if (!isObject(value)) return undefined;
  const { kind, text } = value;
  if (kind !== 'passphrase' && kind !== 'recovery') return undefined;
  return isSecretText(text) ? { kind, text } : undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => isJsonObject(value);

const isSecretText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= maxPassphraseLength;

const isTextOrNull = (value: unknown): value is string | null => value === null || isSecretText(value);
