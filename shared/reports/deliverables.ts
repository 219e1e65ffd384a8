import { compareTexts } from '../core/compareTexts.ts';
import { daysBetween, type IsoDate } from '../core/dates.ts';
import type { RecordId } from '../core/ids.ts';
import type { Label } from '../core/language.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { type RecordOf, recordsOf } from '../records/recordsOf.ts';

export interface DeliverableState {
  readonly record: RecordOf<'deliverable'>;
  readonly state: 'done' | 'late' | 'overdue' | 'open';
  /** Days from today until it is due while it is open, negative when overdue; null without a day or once done. */
  readonly inDays: number | null;
}

export interface Deliverables {
  /** By due day, those without one last. */
  readonly items: readonly DeliverableState[];
  readonly done: number;
  readonly overdue: number;
}

/** The deliverables of a project; `late` is one that was done after its day. */
export function deliverablesOf(set: RecordSet, project: RecordId, today: IsoDate): Deliverables {
  const items = recordsOf(set, 'deliverable')
    .filter(({ values }) => values.project === project)
    .map((record): DeliverableState => ({ record, ...deliverableState(record.values, today) }))
    .sort((a, b) => compareTexts(dueOf(a), dueOf(b)) || compareTexts(a.record.id, b.record.id));
  return {
    items,
    done: items.filter(({ record }) => record.values.doneOn !== undefined).length,
    overdue: items.filter(({ state }) => state === 'overdue').length,
  };
}

/** What became of a deliverable, seen from a day. */
export function deliverableState(
  { due, doneOn }: Pick<RecordOf<'deliverable'>['values'], 'due' | 'doneOn'>,
  today: IsoDate,
): Pick<DeliverableState, 'state' | 'inDays'> {
  if (doneOn !== undefined) {
    return { state: due !== undefined && doneOn > due ? 'late' : 'done', inDays: null };
  }
  const inDays = due === undefined ? null : daysBetween(today, due);
  return { state: inDays !== null && inDays < 0 ? 'overdue' : 'open', inDays };
}

export const deliverableStateLabels: Readonly<Record<DeliverableState['state'], Label>> = {
  done: { en: 'Done', ko: '제출' },
  late: { en: 'Done late', ko: '기한 후 제출' },
  overdue: { en: 'Overdue', ko: '기한 경과' },
  open: { en: 'Open', ko: '제출 전' },
};

const dueOf = ({ record }: DeliverableState): string => record.values.due ?? '9999';
