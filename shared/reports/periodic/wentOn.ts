import { dateInZone, type IsoDate } from '../../core/dates.ts';
import type { RecordId } from '../../core/ids.ts';
import { canonicalJson, type JsonValue } from '../../core/json.ts';
import type { RecordSet } from '../../records/recordSet.ts';
import { recordsOf } from '../../records/recordsOf.ts';
import { definitionOf, isRecordType, type RecordType } from '../../records/registry.ts';
import { codecOf } from '../../schema/codecByKind.ts';
import type { AnyValues } from '../../schema/fieldSpec.ts';
import { replacedSet } from '../../sync/overlay.ts';
import type { StoredRecord } from '../../sync/record.ts';
import { fieldSetOn } from '../stateHistory.ts';
import type { Difference } from './difference.ts';
import { fieldDifferences, wholeRecord } from './recordDifferences.ts';
import type { ReportNames } from './reportContent.ts';
import { sealedRecordIn } from './sealedRecords.ts';
import type { SealedRecord, SealedReport } from './sealedReport.ts';

/** Work that went on after the period of a sealed report. It takes nothing back of what the report said. */
export interface WentOn {
  /** The set as if it had not: what still differs from the seal was corrected. */
  readonly without: RecordSet;
  readonly differences: readonly Difference[];
}

/** How records of a type go on. */
interface Course {
  /** How far it has come: a later state has a higher rank, ends that exclude each other the same. */
  readonly state?: {
    readonly field: string;
    readonly ranks: Readonly<Record<string, number>>;
    /** The field that says when the state was reached, where one does. */
    dayField?(state: string): string | null;
  };
  /** Who sees to it: a hand-over passes it on. */
  readonly responsible?: string;
  /** What is entered or added to on the way. */
  readonly along: readonly string[];
}

const evidence = ['evidenceNote', 'evidenceFiles'];

const courses: { readonly [Type in RecordType]?: Course } = {
  consultation: {
    state: { field: 'result', ranks: { none: 0, accepted: 1, planned: 2, adopted: 3 } },
    responsible: 'nextActionBy',
    along: evidence,
  },
  decision: {
    state: {
      field: 'status',
      ranks: { open: 0, inProgress: 1, done: 2, dropped: 2 },
      dayField: () => 'doneOn',
    },
    responsible: 'owner',
    along: ['notes'],
  },
  project: {
    state: {
      field: 'status',
      ranks: { proposed: 0, approved: 1, running: 2, done: 3, cancelled: 3 },
      dayField: (state) => (state === 'running' ? 'start' : state === 'approved' ? null : 'end'),
    },
    responsible: 'responsible',
    along: ['decision', 'decisionException', 'result', 'statusReason'],
  },
  deliverable: { along: [...evidence, 'notes'] },
  milestone: {
    state: {
      field: 'status',
      ranks: { planned: 0, inProgress: 1, postponed: 1, done: 2, cancelled: 2 },
      dayField: () => 'doneOn',
    },
    along: [...evidence, 'outcome'],
  },
  followUp: {
    state: {
      field: 'stage',
      ranks: { idea: 0, conceptPaper: 1, feasibility: 2, approved: 3, contracted: 4, done: 5 },
    },
    responsible: 'responsible',
    along: ['value', 'notes'],
  },
  training: { responsible: 'responsible', along: [] },
};

/**
 * What went on since the period of a report: progress that is dated after it, or was entered after it where nothing dates
 * it, who took it over, and what was begun since that has no day in the period. Days that lie after the period on both
 * sides, such as a last day that was moved, belong to it too.
 */
export function wentOn(set: RecordSet, names: ReportNames, sealed: SealedReport, sealedAt: number): WentOn {
  const replaced = new Map<RecordId, StoredRecord>();
  const changed = [...sealed.records, ...(sealed.others ?? [])].flatMap((before): readonly Difference[] => {
    const [record, now] = [set.find(before.type, before.id), sealedRecordIn(set, names, before)];
    if (record === null || now === null) return [];
    const keys = keysGoneOn({ before, now, record, to: sealed.to });
    if (keys.size === 0) return [];
    replaced.set(record.id, { ...record, values: valuesBefore(record, before, keys) });
    const values = { ...before.values, ...Object.fromEntries(pick(now.values, keys)) };
    const cleared = [...keys].filter((key) => now.values[key] === undefined);
    for (const key of cleared) delete values[key];
    return fieldDifferences(names, before, { ...now, values }, { what: 'record', origin: 'since' });
  });
  const begun = begunSince(set, sealed, sealedAt);
  for (const record of begun) replaced.set(record.id, { ...record, deleted: true });
  const added = begun.flatMap((record) => {
    const { type, id } = record;
    const kept = isRecordType(type) ? sealedRecordIn(set, names, { type, id }) : null;
    return kept === null ? [] : [wholeRecord('added', kept, 'since')];
  });
  return {
    without: replaced.size === 0 ? set : replacedSet(set, replaced),
    differences: [...changed, ...added],
  };
}

interface Sides {
  readonly before: SealedRecord;
  readonly now: SealedRecord;
  readonly record: StoredRecord;
  readonly to: IsoDate;
}

function keysGoneOn(sides: Sides): ReadonlySet<string> {
  const { before, now } = sides;
  const definition = definitionOf(before.type);
  const changed = definition.fieldKeys.filter((key) => {
    const spec = definition.spec(key);
    return (
      spec !== null &&
      spec.sensitivity !== 'personal' &&
      canonicalJson(before.values[key] ?? null) !== canonicalJson(now.values[key] ?? null)
    );
  });
  if (changed.length === 0) return new Set();
  const course = courses[before.type];
  const moved = changed.filter(
    (key) => liesAfter(sides, key) || (key === course?.state?.field && movedOn(sides, course.state)),
  );
  const along = changed.filter(
    (key) => moved.length > 0 && course?.along.includes(key) === true && isAddedTo(sides, key),
  );
  const handed = changed.filter((key) => key === course?.responsible && isEnteredAfter(sides, key));
  return new Set([...moved, ...along, ...handed]);
}

/** A day that lies after the period, or none, on both sides. */
function liesAfter({ before, now, to }: Sides, key: string): boolean {
  if (definitionOf(before.type).spec(key)?.kind !== 'date') return false;
  return [before.values[key], now.values[key]].every((day) => day === undefined || isAfter(day, to));
}

/** Dated after the period; where nothing dates it, entered after it. */
function movedOn(sides: Sides, { field, ranks, dayField }: NonNullable<Course['state']>): boolean {
  const rank = (value: JsonValue | undefined): number =>
    typeof value === 'string' ? (ranks[value] ?? Number.NaN) : Number.NaN;
  const state = sides.now.values[field];
  if (!(rank(state) > rank(sides.before.values[field]))) return false;
  const dayKey = typeof state === 'string' ? (dayField?.(state) ?? null) : null;
  const day = dayKey === null ? undefined : sides.now.values[dayKey];
  return day === undefined ? isEnteredAfter(sides, field) : isAfter(day, sides.to);
}

/** Entered where nothing was, or added to what was. */
function isAddedTo(sides: Sides, key: string): boolean {
  const [was, is] = [sides.before.values[key], sides.now.values[key]];
  if (!isEnteredAfter(sides, key)) return false;
  if (was === undefined) return true;
  if (Array.isArray(was) && Array.isArray(is)) return was.every((one) => is.includes(one));
  return typeof was === 'string' && typeof is === 'string' && is.startsWith(was);
}

/** A set keeps a stamp for each of its elements: the latest says when something was added. */
function isEnteredAfter({ record, to }: Sides, key: string): boolean {
  const days = Object.keys(record.stamps)
    .filter((path) => path === key || path.startsWith(`${key}/`))
    .flatMap((path) => fieldSetOn(record, path) ?? []);
  return days.some((day) => day > to);
}

const isAfter = (day: JsonValue, to: IsoDate): boolean => typeof day === 'string' && day > to;

function valuesBefore(record: StoredRecord, before: SealedRecord, keys: ReadonlySet<string>): AnyValues {
  const definition = definitionOf(before.type);
  const kept = Object.entries(record.values).filter(([key]) => !keys.has(key));
  const earlier = pick(before.values, keys).flatMap(([key, json]) => {
    const spec = definition.spec(key);
    const value = spec === null ? null : codecOf(spec).fromJson(json);
    return value === null ? [] : [[key, value] as const];
  });
  return Object.fromEntries([...kept, ...earlier]);
}

function pick(
  values: SealedRecord['values'],
  keys: ReadonlySet<string>,
): readonly (readonly [string, JsonValue])[] {
  return [...keys].flatMap((key) => {
    const value = values[key];
    return value === undefined ? [] : [[key, value] as const];
  });
}

/**
 * Records without a day in the period that were entered after it and after the seal: follow-ups, published figures,
 * projects and deliverables to come.
 */
function begunSince(set: RecordSet, sealed: SealedReport, sealedAt: number): readonly StoredRecord[] {
  const { center, from, to } = sealed;
  const told = new Set([...sealed.records, ...(sealed.others ?? [])].map(({ id }) => id));
  const isLater = (day: IsoDate | undefined): boolean => day === undefined || day > to;
  const years = [from, to].map((day) => Number(day.slice(0, 4)));
  const candidates: readonly StoredRecord[] = [
    ...recordsOf(set, 'followUp').filter(({ centerId }) => centerId === center),
    ...recordsOf(set, 'project').filter(
      ({ centerId, values }) => centerId === center && isLater(values.start) && isLater(values.end),
    ),
    ...recordsOf(set, 'deliverable').filter(
      ({ values: { project, due, doneOn } }) =>
        project !== undefined && told.has(project) && isLater(due) && isLater(doneOn),
    ),
    ...recordsOf(set, 'outcome').filter(
      ({ values: { year = 0, center: of = center } }) =>
        of === center && year >= (years[0] ?? 0) && year <= (years[1] ?? 0),
    ),
  ].map((record) => record as StoredRecord);
  return candidates.filter(
    ({ id, createdAt }) =>
      !told.has(id) && sealedAt > 0 && createdAt > sealedAt && dateInZone(createdAt, 'UTC') > to,
  );
}

/** Whether advice from before the period came further since: the share of the year then says another thing. */
export function earlierAdviceMovedOn(set: RecordSet, sealed: SealedReport): boolean {
  const told = new Set([...sealed.records, ...(sealed.others ?? [])].map(({ id }) => id));
  return recordsOf(set, 'consultation').some((record) => {
    const { id, centerId, values } = record;
    const isEarlier = centerId === sealed.center && values.date !== undefined && values.date < sealed.from;
    return isEarlier && !told.has(id) && (fieldSetOn(record, 'result') ?? '') > sealed.to;
  });
}
