import type { IsoDate } from '../core/dates.ts';
import type { SnapshotReason } from './snapshotHeader.ts';

/** A snapshot as the rotation sees it. */
export interface RotatedSnapshot {
  readonly name: string;
  /** Milliseconds since 1970, by a clock that may have been wrong. */
  readonly takenAt: number;
  readonly reason: SnapshotReason;
  /** Id of the last restore among its entries; '' for none, null where the header cannot be read. */
  readonly lineage: string | null;
  readonly lastSequence: number;
}

/** What the journal held when it was last backed up. */
export interface PresentSnapshot {
  /** Of the snapshot that holds it; null where none of the folder does. */
  readonly name: string | null;
  readonly lineage: string;
}

const keptOfToday = 3;
const keptDays = 7;
const keptWeeks = 4;
const keptMonths = 12;
const keptLineages = 12;
/** Taken before something that may have to be undone: of each the last one stays. */
const safetyReasons: readonly SnapshotReason[] = ['import', 'restore', 'migration', 'update', 'rescue'];
const dayMilliseconds = 86_400_000;

/**
 * Which snapshots have had their time: all but the 3 last of today, the last of each of the newest 7 days, 4 weeks and 12
 * months that have one, and what no date decides, because a clock may be wrong: the present one, the furthest of each
 * lineage, the last taken by hand and the last before an import, restore or update. Those of later days than today were
 * taken under another clock: they are thinned out among themselves and take no place of the others. `dayOf` gives the
 * calendar day of an instant where the user is. Only whole snapshots may be given, so that a damaged one takes nobody's
 * place.
 */
export function expiredSnapshots(
  snapshots: readonly RotatedSnapshot[],
  now: number,
  dayOf: (instant: number) => IsoDate,
  present: PresentSnapshot,
): readonly string[] {
  const lastFirst = lastTakenFirst(snapshots, present.lineage);
  const kept = new Set<string | null>([present.name]);
  const keep = (some: readonly RotatedSnapshot[]): void => {
    for (const { name } of some) kept.add(name);
  };
  const today = dayOf(now);
  const isLater = ({ takenAt }: RotatedSnapshot): boolean => dayOf(takenAt) > today;
  keep(
    keptByDay(
      lastFirst.filter((one) => !isLater(one)),
      today,
      dayOf,
    ),
  );
  const later = lastFirst.filter(isLater);
  const latestDay = later.reduce((latest, { takenAt }) => maxText(latest, dayOf(takenAt)), today);
  keep(keptByDay(later, latestDay, dayOf));
  keep(firstOfEach(lastFirst, ({ lineage }) => lineage, keptLineages));
  for (const reason of ['manual', ...safetyReasons] as const) {
    keep(lastFirst.filter((one) => one.reason === reason).slice(0, 1));
  }
  return lastFirst.flatMap(({ name }) => (kept.has(name) ? [] : [name]));
}

/**
 * In the order in which they were taken, the last first. Within a lineage the sequence tells it, whatever the clock said;
 * the present lineage comes before those that a restore has ended, and those, or all with a null `present`, by the newest
 * date in each.
 */
export function lastTakenFirst<T extends Pick<RotatedSnapshot, 'takenAt' | 'lineage' | 'lastSequence'>>(
  snapshots: readonly T[],
  present: string | null,
): readonly T[] {
  const newest = new Map<string | null, number>();
  if (present !== null) newest.set(present, Number.POSITIVE_INFINITY);
  for (const { lineage, takenAt } of snapshots) {
    newest.set(lineage, Math.max(takenAt, newest.get(lineage) ?? takenAt));
  }
  return snapshots.toSorted((a, b) => {
    if (a.lineage === b.lineage) return b.lastSequence - a.lastSequence || b.takenAt - a.takenAt;
    const byDate = (newest.get(b.lineage) ?? 0) - (newest.get(a.lineage) ?? 0);
    return byDate || ((b.lineage ?? '') > (a.lineage ?? '') ? 1 : -1);
  });
}

function keptByDay(
  lastFirst: readonly RotatedSnapshot[],
  today: IsoDate,
  dayOf: (instant: number) => IsoDate,
): readonly RotatedSnapshot[] {
  const day = ({ takenAt }: RotatedSnapshot): IsoDate => dayOf(takenAt);
  const newestDayFirst = lastFirst.toSorted((a, b) => (day(b) > day(a) ? 1 : day(b) < day(a) ? -1 : 0));
  return [
    ...newestDayFirst.filter((one) => day(one) === today).slice(0, keptOfToday),
    ...firstOfEach(newestDayFirst, day, keptDays),
    ...firstOfEach(newestDayFirst, (one) => weekOf(day(one)), keptWeeks),
    ...firstOfEach(newestDayFirst, (one) => day(one).slice(0, 7), keptMonths),
  ];
}

const maxText = (a: string, b: string): string => (b > a ? b : a);

function firstOfEach(
  inOrder: readonly RotatedSnapshot[],
  keyOf: (snapshot: RotatedSnapshot) => string | null,
  limit: number,
): readonly RotatedSnapshot[] {
  const first = new Map<string | null, RotatedSnapshot>();
  for (const snapshot of inOrder) {
    const key = keyOf(snapshot);
    if (!first.has(key)) first.set(key, snapshot);
  }
  return [...first.values()].slice(0, limit);
}

/** The Monday of a day's week. */
function weekOf(day: IsoDate): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  const sinceMonday = (new Date(time).getUTCDay() + 6) % 7;
  return new Date(time - sinceMonday * dayMilliseconds).toISOString().slice(0, 10);
}
