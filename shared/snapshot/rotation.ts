import type { IsoDate } from '../core/dates.ts';
import type { SnapshotReason } from './snapshotHeader.ts';

/** A snapshot as the rotation sees it. */
export interface RotatedSnapshot {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly takenAt: number;
  readonly reason: SnapshotReason;
}

const keptOfToday = 3;
const keptDays = 7;
const keptWeeks = 4;
const keptMonths = 12;
/** Taken before something that may have to be undone: the newest of each stays for a month. */
const safetyReasons: readonly SnapshotReason[] = ['import', 'restore', 'migration', 'update', 'rescue'];
const safetyDays = 31;
const dayMilliseconds = 86_400_000;

/**
 * Which snapshots have had their time: all but the 3 newest of today, the newest of each of the last 7 days, 4 weeks
 * and 12 months that have one, the newest taken by hand, and for a month the newest before an import, restore or
 * update. `dayOf` gives the calendar day of an instant where the user is. Only whole snapshots may be given, so that a
 * damaged one takes nobody's place.
 */
export function expiredSnapshots(
  snapshots: readonly RotatedSnapshot[],
  now: number,
  dayOf: (instant: number) => IsoDate,
): readonly string[] {
  const newestFirst = snapshots.toSorted((a, b) => b.takenAt - a.takenAt);
  const kept = new Set<string>();
  const keep = (some: readonly RotatedSnapshot[]): void => {
    for (const { name } of some) kept.add(name);
  };
  const today = dayOf(now);
  keep(newestFirst.filter(({ takenAt }) => dayOf(takenAt) >= today).slice(0, keptOfToday));
  keep(newestOfEach(newestFirst, ({ takenAt }) => dayOf(takenAt), keptDays));
  keep(newestOfEach(newestFirst, ({ takenAt }) => weekOf(dayOf(takenAt)), keptWeeks));
  keep(newestOfEach(newestFirst, ({ takenAt }) => dayOf(takenAt).slice(0, 7), keptMonths));
  keep(newestFirst.filter(({ reason }) => reason === 'manual').slice(0, 1));
  for (const safety of safetyReasons) {
    const newest = newestFirst.find(({ reason }) => reason === safety);
    if (newest !== undefined && now - newest.takenAt < safetyDays * dayMilliseconds) keep([newest]);
  }
  return newestFirst.flatMap(({ name }) => (kept.has(name) ? [] : [name]));
}

function newestOfEach(
  newestFirst: readonly RotatedSnapshot[],
  keyOf: (snapshot: RotatedSnapshot) => string,
  limit: number,
): readonly RotatedSnapshot[] {
  const newest = new Map<string, RotatedSnapshot>();
  for (const snapshot of newestFirst) {
    const key = keyOf(snapshot);
    if (!newest.has(key)) newest.set(key, snapshot);
  }
  return [...newest.values()].slice(0, limit);
}

/** The Monday of a day's week. */
function weekOf(day: IsoDate): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  const sinceMonday = (new Date(time).getUTCDay() + 6) % 7;
  return new Date(time - sinceMonday * dayMilliseconds).toISOString().slice(0, 10);
}
