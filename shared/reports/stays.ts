import { compareTexts } from '../core/compareTexts.ts';
import { daysBetween, type IsoDate, isoDate, yearOf } from '../core/dates.ts';
import { groupBy } from '../core/groupBy.ts';
import type { RecordId } from '../core/ids.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { recordsOf } from '../records/recordsOf.ts';

/** A stretch of time that somebody spends at a center or with the other side. */
export interface Stay {
  readonly kind: 'assignment' | 'exchange';
  readonly id: RecordId;
  readonly person: RecordId;
  readonly centerId: RecordId | null;
  /** The role of an assignment, the direction of an exchange; '' while it is not entered. */
  readonly role: string;
  readonly start: IsoDate;
  /** Null while it is not known. */
  readonly end: IsoDate | null;
  readonly leaveDays: number;
}

/** Assignments and exchanges whose person and first day are known, by first day; of one center, or of all for null. */
export function staysOf(set: RecordSet, centerId: RecordId | null): readonly Stay[] {
  const ofCenter = (stay: Stay): boolean => centerId === null || stay.centerId === centerId;
  return [...assignments(set), ...exchanges(set)]
    .filter(ofCenter)
    .sort((a, b) => compareTexts(a.start, b.start) || compareTexts(a.id, b.id));
}

function assignments(set: RecordSet): readonly Stay[] {
  return recordsOf(set, 'assignment').flatMap(({ id, centerId, values }): readonly Stay[] => {
    const { person, role = '', start, end = null, leaveDays = 0 } = values;
    if (person === undefined || start === undefined) return [];
    return [{ kind: 'assignment', id, person, centerId, role, start, end, leaveDays }];
  });
}

function exchanges(set: RecordSet): readonly Stay[] {
  return recordsOf(set, 'exchange').flatMap(({ id, centerId, values }): readonly Stay[] => {
    const { person, direction = '', start, end = null } = values;
    if (person === undefined || start === undefined) return [];
    return [{ kind: 'exchange', id, person, centerId, role: direction, start, end, leaveDays: 0 }];
  });
}

/** A stay on the timeline; `from` and `share` are parts of its whole width, 0 to 1. */
export interface Bar {
  readonly stay: Stay;
  readonly from: number;
  readonly share: number;
  readonly state: 'past' | 'present' | 'ahead';
  /** Another stay of the same person shares a day with it. */
  readonly overlaps: boolean;
}

export interface TimelineYear {
  readonly year: number;
  readonly from: number;
  readonly share: number;
}

export interface Timeline {
  readonly years: readonly TimelineYear[];
  /** Where today lies. */
  readonly today: number;
  /** A row for each person, the first to arrive first. */
  readonly rows: readonly { readonly person: RecordId; readonly bars: readonly Bar[] }[];
}

/** Whole years from the first arrival until the last known end or today; an open end reaches to the edge. */
export function timelineOf(stays: readonly Stay[], today: IsoDate): Timeline {
  const years = [yearOf(today), ...stays.flatMap(({ start, end }) => [yearOf(start), yearOf(end ?? start)])];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const [from, to] = [`${first}-01-01`, `${last}-12-31`];
  const length = daysBetween(from, to) + 1;
  const at = (day: IsoDate): number => daysBetween(from, day) / length;
  const span = (start: IsoDate, end: IsoDate) => ({
    from: at(start),
    share: at(end) + 1 / length - at(start),
  });
  return {
    years: Array.from({ length: last - first + 1 }, (_, index) => {
      const year = first + index;
      return { year, ...span(isoDate(year, 1, 1) ?? from, isoDate(year, 12, 31) ?? to) };
    }),
    today: at(today),
    rows: [...groupBy(stays, ({ person }) => person)].map(([person, own]) => {
      return {
        person,
        bars: own.map((stay) => ({
          stay,
          ...span(stay.start, stay.end === null || stay.end < stay.start ? endOf(stay, to) : stay.end),
          state: stateOf(stay, today),
          overlaps: own.some((other) => other !== stay && sharesDay(stay, other)),
        })),
      };
    }),
  };
}

/** Days of a stay until its end, or until today where that is not known; 0 before it begins. */
export function daysOf({ start, end }: Stay, today: IsoDate): number {
  return Math.max(0, daysBetween(start, end ?? today) + 1);
}

// An end before the start is a slip that the record's own rule names; the bar then shows its first day.
const endOf = ({ start, end }: Stay, edge: IsoDate): IsoDate => (end === null ? edge : start);

function stateOf({ start, end }: Stay, today: IsoDate): Bar['state'] {
  if (start > today) return 'ahead';
  return end !== null && end < today ? 'past' : 'present';
}

function sharesDay(a: Stay, b: Stay): boolean {
  return (b.end === null || a.start <= b.end) && (a.end === null || b.start <= a.end);
}
