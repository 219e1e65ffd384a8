import { type SnapshotReason, snapshotReasons } from './snapshotHeader.ts';

export const snapshotExtension = 'fbs';
const pattern =
  /^(?:([0-9a-z]{12,16})\/)?fieldbook-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z-([a-z]+)\.fbs$/;

/** `fieldbook-20261123T141500000Z-interval.fbs`: sorts by time, and a person can read when and why. */
export function snapshotName(takenAt: number, reason: SnapshotReason): string {
  const time = new Date(takenAt).toISOString().replace(/[-:.]/g, '');
  return `fieldbook-${time}-${reason}.${snapshotExtension}`;
}

/** What a snapshot's name says of it. */
export interface NamedSnapshot {
  /** Whose folder it lies in where several installations share one, a device id; null where it lies in none. */
  readonly owner: string | null;
  readonly takenAt: number;
  readonly reason: SnapshotReason;
}

/** Reads a file's name, or its path from the folder that several installations share; null for one that no snapshot has. */
export function parseSnapshotName(name: string): NamedSnapshot | null {
  const match = pattern.exec(name);
  if (match === null) return null;
  const [, owner = null, year, month, day, hour, minute, second, fraction, word] = match;
  const takenAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction}Z`);
  const reason = snapshotReasons.find((known) => known === word);
  return Number.isNaN(takenAt) || reason === undefined ? null : { owner, takenAt, reason };
}

/** The name of the file alone, as a person knows it. */
export const snapshotFileName = (name: string): string => name.slice(name.lastIndexOf('/') + 1);
