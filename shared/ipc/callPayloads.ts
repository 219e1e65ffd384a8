import { isJsonObject, type JsonObject, type JsonValue } from '../core/json.ts';
import { snapshotReasons } from '../snapshot/snapshotHeader.ts';
import { parseSnapshotName } from '../snapshot/snapshotName.ts';
import { type HostCall, type HostCalls, maxPickedBytes } from './channels.ts';
import { isSha256 } from './evidenceStore.ts';
import { maxPayloadBytes } from './journalFrames.ts';
import { lockPayloads } from './lockPayloads.ts';
import { readLogEntry } from './log.ts';

type PayloadReaders = {
  readonly [Call in HostCall]: (payload: unknown) => HostCalls[Call]['payload'] | undefined;
};

const maxSavedBytes = 1024 * 1024 * 1024;
const maxEntries = 100_000;
const maxNameLength = 255;
const maxTextLength = 2_000;
const maxExtensions = 20;
const maxJsonDepth = 32;
const maxJsonValues = 100_000;

/**
 * One reader per call of the bridge: the payload copied field by field when it has the right form, undefined
 * when it has not. What is not named is left behind, so that nothing unexpected reaches the file system.
 */
export const payloadReaders: PayloadReaders = {
  appInfo: readNothing,
  journalOpen: readNothing,
  journalAppend: (payload) => {
    if (!isObject(payload)) return undefined;
    const { from, payloads } = payload;
    if (!isCount(from) || !Array.isArray(payloads) || payloads.length > maxEntries) return undefined;
    const texts: readonly unknown[] = payloads;
    return texts.every(isEntryText) ? { from, payloads: [...texts] } : undefined;
  },
  journalRead: (payload) => {
    if (!isObject(payload)) return undefined;
    const { from, limit } = payload;
    return isCount(from) && isCount(limit) ? { from, limit } : undefined;
  },
  filesPick: (payload) => {
    if (!isObject(payload)) return undefined;
    const { title, extensions, multiple } = payload;
    if (!isText(title, maxTextLength) || typeof multiple !== 'boolean') return undefined;
    if (!Array.isArray(extensions) || extensions.length > maxExtensions) return undefined;
    const endings: readonly unknown[] = extensions;
    return endings.every(isExtension) ? { title, extensions: [...endings], multiple } : undefined;
  },
  filesSave: (payload) => {
    if (!isObject(payload)) return undefined;
    const { suggestedName, mediaType, bytes } = payload;
    if (!isFileName(suggestedName) || !isText(mediaType, maxNameLength)) return undefined;
    return bytes instanceof Uint8Array && bytes.length <= maxSavedBytes
      ? { suggestedName, mediaType, bytes }
      : undefined;
  },
  settingsRead: readNothing,
  settingsWrite: readJsonObject,
  sentinelRead: readNothing,
  sentinelWrite: readJsonObject,
  snapshotTake: (payload) => snapshotReasons.find((reason) => reason === payload),
  snapshotState: readNothing,
  snapshotRead: (payload) => {
    if (!isObject(payload)) return undefined;
    const { place, name } = payload;
    if (place !== 'first' && place !== 'second') return undefined;
    // Only what a snapshot can be called, so that no other file can be asked for.
    return typeof name === 'string' && parseSnapshotName(name) !== null ? { place, name } : undefined;
  },
  snapshotRestore: (payload) => {
    if (!isObject(payload)) return undefined;
    const { bytes, mark } = payload;
    if (!(bytes instanceof Uint8Array) || bytes.length > maxPickedBytes) return undefined;
    return isText(mark, maxTextLength) ? { bytes, mark } : undefined;
  },
  snapshotChooseFolder: (payload) => (isText(payload, maxTextLength) ? payload : undefined),
  snapshotForgetFolder: readNothing,
  evidencePut: (payload) =>
    payload instanceof Uint8Array && payload.length <= maxPickedBytes ? payload : undefined,
  // Nothing but a hash, so that no other file can be asked for.
  evidenceGet: (payload) => (isSha256(payload) ? payload : undefined),
  evidenceList: readNothing,
  evidenceRemove: (payload) => {
    if (!Array.isArray(payload) || payload.length > maxEntries) return undefined;
    const names: readonly unknown[] = payload;
    return names.every(isSha256) ? [...names] : undefined;
  },
  lockState: readNothing,
  lockNow: readNothing,
  ...lockPayloads,
  workbookRead: (payload) => {
    if (!isObject(payload)) return undefined;
    const { reading, name, bytes, password } = payload;
    if (!isCount(reading) || !isText(name, maxTextLength)) return undefined;
    if (password !== null && !isText(password, maxTextLength)) return undefined;
    return bytes instanceof Uint8Array && bytes.length <= maxPickedBytes
      ? { reading, name, bytes, password }
      : undefined;
  },
  workbookNext: (payload) => (isCount(payload) ? payload : undefined),
  workbookEnd: (payload) => (isCount(payload) ? payload : undefined),
  quarantine: (payload) => {
    if (!isObject(payload)) return undefined;
    const { journal, database } = payload;
    if (journal !== 'none' && journal !== 'copy' && journal !== 'move') return undefined;
    return database === null || database instanceof Uint8Array ? { journal, database } : undefined;
  },
  clearDatabases: readNothing,
  forgetEverything: readNothing,
  beginAnew: readNothing,
  openExternal: (payload) => (isText(payload, maxTextLength) ? payload : undefined),
  printToPdf: (payload) => (isFileName(payload) ? payload : undefined),
  logWrite: readLogEntry,
  logRead: readNothing,
  closeAnswer: (payload) => (typeof payload === 'boolean' ? payload : undefined),
};

function readNothing(payload: unknown): null | undefined {
  return payload === null || payload === undefined ? null : undefined;
}

function readJsonObject(payload: unknown): JsonObject | undefined {
  return isJsonObjectOfBound(payload, maxJsonDepth, { values: maxJsonValues }) ? payload : undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => isJsonObject(value);

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length <= most;

// A UTF-16 unit takes at least one byte; the journal itself counts bytes.
const isEntryText = (value: unknown): value is string => isText(value, maxPayloadBytes);

const isExtension = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z0-9]{1,12}$/i.test(value);

/** A name without a folder: no separator, no drive, no control character, not a relative step. */
export function isFileName(value: unknown): value is string {
  if (!isText(value, maxNameLength) || value === '' || value === '.' || value === '..') return false;
  return ![...value].some((char) => char < ' ' || '/\\:*?"<>|\u007f'.includes(char));
}

interface Budget {
  values: number;
}

function isJsonObjectOfBound(value: unknown, depth: number, budget: Budget): value is JsonObject {
  if (!isObject(value) || Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.values(value).every((member) => isJsonOfBound(member, depth - 1, budget));
}

function isJsonOfBound(value: unknown, depth: number, budget: Budget): value is JsonValue {
  budget.values--;
  if (depth < 0 || budget.values < 0) return false;
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (!Array.isArray(value)) return isJsonObjectOfBound(value, depth, budget);
  const members: readonly unknown[] = value;
  return members.every((member) => isJsonOfBound(member, depth - 1, budget));
}
