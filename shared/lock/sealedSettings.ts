import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { strFromU8 } from 'fflate';
import { canonicalJson, isJsonObject, type JsonObject } from '../core/json.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { HostError, SettingsPort } from '../ipc/host.ts';
import { keptDatabaseKey } from './keptDatabase.ts';
import { openFile, sealFile } from './sealedFile.ts';
import type { SealingParts } from './sealedJournal.ts';

/** What the screen needs before the key is there, and what tells nothing. */
export const plainSettings = ['language', 'theme', 'deviceId', 'formerDevices', keptDatabaseKey] as const;

export interface SealedSettings extends SettingsPort {
  /** Gives what is there the form that is right now; true when it has it afterwards. */
  reseal(): Promise<boolean>;
}

/**
 * Settings of which all but `plainKeys` are sealed while encryption is on: who works here, drafts, headers of
 * somebody's tables. While the key is locked away the plain ones alone are read, and a write leaves the others as they
 * are.
 */
export function sealedSettings(
  port: SettingsPort,
  name: string,
  plainKeys: readonly string[],
  parts: SealingParts,
): SealedSettings {
  const { aead, holder } = parts;
  const about = utf8ToBytes(`fieldbook ${name}`);
  const plainOf = (settings: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(settings).filter(([key]) => plainKeys.includes(key)));

  let queue: Promise<unknown> = Promise.resolve();

  /** A write of before must not end behind a resealing in the other form, nor be undone by what that had read. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  }

  async function read(): Promise<Result<JsonObject, HostError>> {
    const raw = await port.read();
    if (!raw.ok || typeof raw.value.sealed !== 'string') return raw;
    const { sealed, ...plain } = raw.value;
    const { held } = holder;
    if (held === null) return ok(plain);
    const opened = await openText(aead, held.dataKey, about, sealed);
    return opened === null
      ? err({ code: 'DAMAGED', detail: `the seal of ${name} does not hold` })
      : ok({ ...plain, ...opened });
  }

  async function write(settings: JsonObject): Promise<Result<null, HostError>> {
    const { sealing } = holder;
    if (sealing !== null) {
      const hidden = Object.entries(settings).filter(([key]) => !plainKeys.includes(key));
      const plain = utf8ToBytes(canonicalJson(Object.fromEntries(hidden)));
      const sealed = bytesToHex(await sealFile(parts, sealing, about, plain));
      return port.write({ ...plainOf(settings), sealed });
    }
    if (holder.held !== null || holder.mode === 'off') return port.write(settings);
    const raw = await port.read();
    if (!raw.ok) return raw;
    const { sealed } = raw.value;
    return port.write(sealed === undefined ? settings : { ...plainOf(settings), sealed });
  }

  async function reseal(): Promise<boolean> {
    const settings = await read();
    // Sealed with a key of before: they stay what they are.
    if (!settings.ok) return settings.error.code === 'DAMAGED' && holder.sealing !== null;
    // Twice, and whatever the last one is: a settings file keeps the copy before it, which must not be the plain one.
    return (await write(settings.value)).ok && (await write(settings.value)).ok;
  }

  return {
    read,
    write: (settings) => inTurn(() => write(settings)),
    reseal: () => inTurn(reseal),
  };
}

async function openText(
  aead: SealingParts['aead'],
  dataKey: Uint8Array,
  about: Uint8Array,
  sealed: unknown,
): Promise<JsonObject | null> {
  if (typeof sealed !== 'string' || !/^([0-9a-f]{2})*$/.test(sealed)) return null;
  const plain = await openFile(aead, dataKey, about, hexToBytes(sealed));
  if (plain === null) return null;
  const parsed: unknown = JSON.parse(strFromU8(plain));
  return isJsonObject(parsed) ? parsed : null;
}
