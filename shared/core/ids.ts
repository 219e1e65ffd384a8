import { sha256Hex } from './hashing.ts';

declare const brand: unique symbol;
type Branded<T, Name extends string> = T & { readonly [brand]: Name };

/** A record's id: a UUID, version 7 when made by a person, version 8 when derived from content. */
export type RecordId = Branded<string, 'RecordId'>;
/** One installation of Fieldbook: 12 digits of base 36, `w` + 15 for a hand-edited workbook, `r` + 15 for a value beside another one. */
export type DeviceId = Branded<string, 'DeviceId'>;
/** One change set (a saved form, an import, an undo): a UUID. */
export type ChangeSetId = Branded<string, 'ChangeSetId'>;

/** What `shared` is given instead of reading a clock or a random source. */
export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
}
export interface Randomness {
  /** `length` random bytes. */
  bytes(length: number): Uint8Array;
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const devicePattern = /^[0-9a-z]{12,16}$/;

export const isRecordId = (value: unknown): value is RecordId =>
  typeof value === 'string' && uuidPattern.test(value);
export const isChangeSetId = (value: unknown): value is ChangeSetId =>
  typeof value === 'string' && uuidPattern.test(value);
export const isDeviceId = (value: unknown): value is DeviceId =>
  typeof value === 'string' && devicePattern.test(value);

/** A time-ordered UUID version 7 (RFC 9562, section 5.7). */
export function newRecordId(clock: Clock, random: Randomness): RecordId {
  return uuid7(clock, random) as RecordId;
}

export function newChangeSetId(clock: Clock, random: Randomness): ChangeSetId {
  return uuid7(clock, random) as ChangeSetId;
}

export function newDeviceId(random: Randomness): DeviceId {
  return Array.from(random.bytes(12), (byte) => (byte % 36).toString(36)).join('') as DeviceId;
}

/** The same id for the same content on every replica: a UUID version 8 from the SHA-256 of the parts. */
export function derivedRecordId(...parts: readonly string[]): RecordId {
  // The length before each part keeps ('ab','c') apart from ('a','bc').
  const hex = sha256Hex(parts.map((part) => `${part.length}:${part}`).join(''));
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return hyphenated(`${hex.slice(0, 12)}8${hex.slice(13, 16)}${variant}${hex.slice(17, 32)}`) as RecordId;
}

/** The replica that a hand-edited workbook is: named by its content, so that every importer names it alike. */
export function workbookDeviceId(contentHash: string): DeviceId {
  return `w${contentHash.slice(0, 15)}` as DeviceId;
}

/**
 * The author of a value that stands beside one of the same installation: a device's own writes to a path follow each
 * other, so that whoever knows the one counts as having seen the other, and these two must not.
 */
export function besideDeviceId(hash: string): DeviceId {
  return `r${hash.slice(0, 15)}` as DeviceId;
}

export const isBesideDevice = (device: string): boolean => device.startsWith('r') && device.length === 16;

function uuid7(clock: Clock, random: Randomness): string {
  const time = clock.now().toString(16).padStart(12, '0');
  const noise = Array.from(random.bytes(10), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = ((Number.parseInt(noise.charAt(3), 16) & 0x3) | 0x8).toString(16);
  return hyphenated(`${time}7${noise.slice(0, 3)}${variant}${noise.slice(4, 19)}`);
}

function hyphenated(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
