import { daysBetween, type IsoDate } from '../core/dates.ts';
import type { RecordId } from '../core/ids.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { recordOf, recordsOf } from '../records/recordsOf.ts';
import { isOpenDecision } from './openDecisions.ts';

/** Something that a person has to do until a day. */
export interface DueItem {
  readonly kind: 'followUp' | 'milestone' | 'projectEnd' | 'decision' | 'deliverable';
  readonly type: 'consultation' | 'milestone' | 'project' | 'decision' | 'deliverable';
  readonly id: RecordId;
  readonly centerId: RecordId | null;
  readonly sample: boolean;
  readonly due: IsoDate;
  /** Days from today; negative when overdue. */
  readonly inDays: number;
  readonly state: 'overdue' | 'today' | 'ahead';
  /** The next action of a consultation as it was written; '' where the record's title says it all. */
  readonly action: string;
}

export interface DueOptions {
  readonly today: IsoDate;
  /** How far ahead to look; default 30. */
  readonly daysAhead?: number;
  /** Default: all centers. */
  readonly centerId?: RecordId | null;
  /** Default true. */
  readonly includeSample?: boolean;
}

/** Open next actions, milestones, decisions and deliverables, and ends of running projects, overdue ones first. */
export function dueItems(set: RecordSet, options: DueOptions): readonly DueItem[] {
  const { today, daysAhead = 30, centerId = null, includeSample = true } = options;
  return [...followUps(set), ...milestones(set), ...projectEnds(set), ...decisions(set), ...deliverables(set)]
    .filter((item) => includeSample || !item.sample)
    .filter((item) => centerId === null || item.centerId === centerId)
    .map((item): DueItem => {
      const inDays = daysBetween(today, item.due);
      return { ...item, inDays, state: inDays < 0 ? 'overdue' : inDays === 0 ? 'today' : 'ahead' };
    })
    .filter(({ inDays }) => inDays <= daysAhead)
    .sort((a, b) => a.inDays - b.inDays || (a.id < b.id ? -1 : 1));
}

type Undated = Omit<DueItem, 'inDays' | 'state'>;

function followUps(set: RecordSet): readonly Undated[] {
  return recordsOf(set, 'consultation').flatMap(({ id, centerId, sample, values }) => {
    const { nextAction = '', nextActionDue: due, nextActionDoneOn } = values;
    if (due === undefined || nextActionDoneOn !== undefined) return [];
    return [{ kind: 'followUp', type: 'consultation', id, centerId, sample, due, action: nextAction }];
  });
}

function milestones(set: RecordSet): readonly Undated[] {
  return recordsOf(set, 'milestone').flatMap(
    ({ id, centerId, sample, values: { status, plannedOn: due } }) =>
      due === undefined || status === 'done' || status === 'cancelled'
        ? []
        : [{ kind: 'milestone', type: 'milestone', id, centerId, sample, due, action: '' }],
  );
}

function projectEnds(set: RecordSet): readonly Undated[] {
  return recordsOf(set, 'project').flatMap(({ id, centerId, sample, values: { status, end: due } }) =>
    due === undefined || status !== 'running'
      ? []
      : [{ kind: 'projectEnd', type: 'project', id, centerId, sample, due, action: '' }],
  );
}

function decisions(set: RecordSet): readonly Undated[] {
  return recordsOf(set, 'decision').flatMap(({ id, centerId, sample, values: { status, due } }) =>
    due === undefined || !isOpenDecision(status)
      ? []
      : [{ kind: 'decision', type: 'decision', id, centerId, sample, due, action: '' }],
  );
}

/** Of a cancelled project nothing is expected any more. */
function deliverables(set: RecordSet): readonly Undated[] {
  return recordsOf(set, 'deliverable').flatMap(({ id, centerId, sample, values }) => {
    const { project, due, doneOn } = values;
    const status = project === undefined ? undefined : recordOf(set, 'project', project)?.values.status;
    if (due === undefined || doneOn !== undefined || status === 'cancelled') return [];
    return [{ kind: 'deliverable', type: 'deliverable', id, centerId, sample, due, action: '' }];
  });
}
