import { createCipheriv, hkdfSync } from 'node:crypto';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { expect, test } from 'vitest';
import { passphraseKey } from '../../../../shared/handOver/passphraseKey.ts';
import { webAead } from '../../../../shared/lock/aead.ts';
import {
  type Keyring,
  keyringFromJson,
  keyringToJson,
  unwrap,
  wrapForPassphrase,
  wrapForRecovery,
} from '../../../../shared/lock/keyring.ts';
import { cheapCost, passphrase, recoveryKey } from '../../../support/lockWorld.ts';

const aead = webAead(crypto.subtle);
const dataKey = Uint8Array.from({ length: 32 }, (_, index) => 255 - index);
const keyId = '00112233445566778899aabbccddeeff';
/** The first bytes asked for are 0, 1, 2 …, and it goes on from there. */
const countingRandom = () => {
  let next = 0;
  return { bytes: (length: number) => Uint8Array.from({ length }, () => next++) };
};

async function keyring(): Promise<Keyring> {
  const parts = { aead, random: countingRandom() };
  return {
    keyId,
    state: 'on',
    passphrase: await wrapForPassphrase(parts, keyId, dataKey, passphrase, cheapCost),
    recovery: await wrapForRecovery(parts, keyId, dataKey, recoveryKey),
    keychain: null,
  };
}

/** AES-256-GCM by another implementation: OpenSSL's. */
function openSslGcm(key: Uint8Array, nonce: Uint8Array, about: Uint8Array): string {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(about);
  const body = Buffer.concat([cipher.update(dataKey), cipher.final(), cipher.getAuthTag()]);
  return body.toString('hex');
}

test('AES-256-GCM gives the answers of the specification', async () => {
  // Test cases 13 and 14 of McGrew and Viega, "The Galois/Counter Mode of Operation".
  const zeros = new Uint8Array(32);
  const nonce = new Uint8Array(12);
  const none = new Uint8Array(0);
  expect(bytesToHex(await aead.seal(zeros, nonce, none, none))).toBe('530f8afbc74536b9a963b4f1c4cb738b');
  expect(bytesToHex(await aead.seal(zeros.slice(), nonce, none, new Uint8Array(16)))).toBe(
    'cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919',
  );
});

test('a wrap for the passphrase is AES-256-GCM under Argon2id, bound to its purpose and key', async () => {
  const { passphrase: wrap } = await keyring();
  const salt = hexToBytes('000102030405060708090a0b0c0d0e0f');
  const nonce = hexToBytes('101112131415161718191a1b');
  const about = Buffer.concat([Buffer.from('fieldbook passphrase '), Buffer.from(keyId, 'hex')]);
  expect(wrap).toEqual({
    salt: bytesToHex(salt),
    nonce: bytesToHex(nonce),
    sealed: openSslGcm(passphraseKey(passphrase, salt, cheapCost).key, nonce, about),
    cost: cheapCost,
  });
  // Pinned: what was wrapped once must be unwrapped by every later version.
  expect(wrap.sealed).toBe(
    'fc5b285eb4fc84773a63396208e19efd05cc7506a0f7c24a0e7d3c000ee84aa6c5f9066cb0977c26439738bcc1d81213',
  );
});

test('a wrap for the recovery key is AES-256-GCM under HKDF-SHA-256', async () => {
  const { recovery } = await keyring();
  const salt = Buffer.from(recovery.salt, 'hex');
  const key = new Uint8Array(hkdfSync('sha256', recoveryKey, salt, 'fieldbook recovery', 32));
  const about = Buffer.concat([Buffer.from('fieldbook recovery '), Buffer.from(keyId, 'hex')]);
  expect(recovery.sealed).toBe(openSslGcm(key, hexToBytes(recovery.nonce), about));
  expect(recovery.sealed).toBe(
    '84314f0fb9e7eda200a3d198fb3a114e2af7bec1d23a3d295c334077fec0030bccdfde29df5c771730ec8b7648a086b4',
  );
});

test('either secret gives the data key, and nothing else does', async () => {
  const ring = await keyring();
  const asked = (kind: 'passphrase' | 'recovery', text: string) => unwrap(aead, ring, { kind, text });
  expect(await asked('passphrase', passphrase)).toEqual(dataKey);
  expect(await asked('recovery', recoveryKey)).toEqual(dataKey);
  expect(await asked('passphrase', `${passphrase} `)).toBeNull();
  expect(await asked('passphrase', recoveryKey)).toBeNull();
  expect(await asked('recovery', passphrase)).toBeNull();
  expect(
    await unwrap(aead, { ...ring, keyId: 'ff'.repeat(16) }, { kind: 'passphrase', text: passphrase }),
  ).toBeNull();
});

test('the same passphrase opens however the keyboard composes its letters', async () => {
  const parts = { aead, random: countingRandom() };
  const composed = '강을 건너는 일곱 척의 배';
  const wrap = await wrapForPassphrase(parts, keyId, dataKey, composed.normalize('NFD'), cheapCost);
  const ring = { ...(await keyring()), passphrase: wrap };
  expect(await unwrap(aead, ring, { kind: 'passphrase', text: composed.normalize('NFC') })).toEqual(dataKey);
});

test('a keyring is read back as it was written, and nothing else is taken for one', async () => {
  const ring = await keyring();
  const json = keyringToJson(ring);
  expect(keyringFromJson(JSON.parse(JSON.stringify(json)))).toEqual(ring);
  const endless = { ...ring.passphrase, cost: { memoryKib: 64 * 1024 * 1024, passes: 3 } };
  for (const bad of [
    undefined,
    {},
    { ...json, format: 2 },
    { ...json, keyId: 'x' },
    { ...json, state: 'off' },
    { ...json, keychain: 'zz' },
    { ...json, recovery: { ...ring.recovery, sealed: 'ab' } },
    { ...json, passphrase: { ...ring.passphrase, cost: {} } },
    // A file that asks for all memory.
    { ...json, passphrase: endless },
  ]) {
    expect(keyringFromJson(bad)).toBeNull();
  }
});
