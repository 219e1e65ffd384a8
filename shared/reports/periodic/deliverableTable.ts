import { addDays, type IsoDate } from '../../core/dates.ts';
import type { Label } from '../../core/language.ts';
import { deliverable } from '../../records/deliverable.ts';
import { type RecordOf, recordOf } from '../../records/recordsOf.ts';
import { type DeliverableState, deliverableState, deliverableStateLabels } from '../deliverables.ts';
import { isInPeriod } from '../period.ts';
import { recordTable } from './recordTable.ts';
import type { ReportInput } from './reportContent.ts';
import type { ReportTable } from './reportSections.ts';

/** A deliverable as it stood when the period ended, or stands on the day of a report that is written before. */
export interface ReportedDeliverable extends Pick<DeliverableState, 'record' | 'state'> {
  /** The day on which it was done; null where that lies after the period. */
  readonly doneOn: IsoDate | null;
  readonly isDoneInPeriod: boolean;
}

/**
 * What projects had to hand over in the period, what they did hand over in it, and what was due before and was still
 * missing at its end. Of a cancelled project nothing is missing.
 */
export function reportedDeliverables(input: ReportInput): readonly ReportedDeliverable[] {
  const { period, request, set } = input;
  // On the last day of the period itself a deliverable is not late yet; the day after it is.
  const today = request.asOf <= period.to ? request.asOf : addDays(period.to, 1);
  const isExpected = ({ values: { project } }: RecordOf<'deliverable'>): boolean =>
    project === undefined || recordOf(set, 'project', project)?.values.status !== 'cancelled';
  const within = (day: IsoDate | undefined): boolean => day !== undefined && isInPeriod(day, period);
  return input.own('deliverable').flatMap((record): readonly ReportedDeliverable[] => {
    const { due } = record.values;
    const doneOn = doneUntil(record.values.doneOn, period.to);
    const { state } = deliverableState({ due, doneOn }, today);
    const isMissing = doneOn === undefined && isExpected(record) && (within(due) || state === 'overdue');
    const isDone = doneOn !== undefined && (within(doneOn) || within(due));
    if (!isMissing && !isDone) return [];
    return [{ record, state, doneOn: doneOn ?? null, isDoneInPeriod: within(doneOn) }];
  });
}

/** Deliverables by the day on which they are due, with what became of them. */
export function deliverableTable(input: ReportInput): ReportTable {
  const reported = new Map(reportedDeliverables(input).map((one) => [one.record.id, one]));
  return recordTable(input, {
    key: 'deliverables',
    type: 'deliverable',
    records: [...reported.values()].map(({ record }) => record),
    dayOf: ({ values: { due, doneOn } }) => due ?? doneOn,
    columns: [
      ['project', 2.6],
      ['title', 2.6],
      ['due', 1.1],
      {
        label: deliverable.fields.doneOn.label,
        kind: 'date',
        weight: 1.1,
        cell: ({ id }) => reported.get(id)?.doneOn ?? null,
      },
      {
        label: stateTitle,
        kind: 'text',
        weight: 1.2,
        cell: ({ id }) => deliverableStateLabels[reported.get(id)?.state ?? 'open'],
      },
    ],
  });
}

const doneUntil = (doneOn: IsoDate | undefined, day: IsoDate): IsoDate | undefined =>
  doneOn !== undefined && doneOn <= day ? doneOn : undefined;

const stateTitle: Label = { en: 'State', ko: '상태' };
