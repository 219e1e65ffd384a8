import { type SnapshotReason, snapshotReasons } from './snapshotHeader.ts';

export const snapshotExtension = 'fbs';
const pattern = /^fieldbook-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z-([a-z]+)\.fbs$/;

/** `fieldbook-20261123T141500000Z-interval.fbs`: sorts by time, and a person can read when and why. */
export function snapshotName(takenAt: number, reason: SnapshotReason): string {
  const time = new Date(takenAt).toISOString().replace(/[-:.]/g, '');
  return `fieldbook-${time}-${reason}.${snapshotExtension}`;
}

/** What a file's name says of a snapshot; null for a name that no snapshot has. */
export function parseSnapshotName(
  name: string,
): { readonly takenAt: number; readonly reason: SnapshotReason } | null {
  const match = pattern.exec(name);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, fraction, word] = match;
  const takenAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction}Z`);
  const reason = snapshotReasons.find((known) => known === word);
  return Number.isNaN(takenAt) || reason === undefined ? null : { takenAt, reason };
}
