import type { IsoDate } from '../core/dates.ts';
import type { RecordId } from '../core/ids.ts';
import type { Label } from '../core/language.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { recordsOf } from '../records/recordsOf.ts';
import type { RecordType } from '../records/registry.ts';
import { isOfField } from '../records/workField.ts';
import { indicatorRules } from './indicatorRules.ts';
import { type Period, periodUntil } from './period.ts';

export interface RecordRef {
  readonly type: RecordType;
  readonly id: RecordId;
}

/** A number and every record that it was computed from; null where there is nothing to compute it from. */
export interface IndicatorValue {
  readonly value: number | null;
  readonly records: readonly RecordRef[];
}

export interface Indicator {
  readonly key: string;
  readonly label: Label;
  /** How it is computed, in one sentence. */
  readonly method: Label;
  readonly unit: Label | null;
  /** `percent`: a share from 0 to 1. */
  readonly format: 'integer' | 'decimal' | 'percent';
  /** In the order of `centerIds` of the table. */
  readonly byCenter: readonly IndicatorValue[];
  /** Computed over all these centers' records together, not from the centers' values. */
  readonly total: IndicatorValue;
}

export interface IndicatorTable {
  readonly period: Period;
  readonly centerIds: readonly RecordId[];
  readonly indicators: readonly Indicator[];
}

export interface IndicatorOptions {
  readonly period: Period;
  readonly today: IsoDate;
  readonly centerIds: readonly RecordId[];
  /** Only what is of one field of work, or of `noField` as events are. Default: everything. */
  readonly field?: string | null;
  /** Default true. */
  readonly includeSample?: boolean;
  /**
   * As reports were sealed before the third format: what is planned for later in the period counts, and a project that is
   * done goes on where it says no end. Default false.
   */
  readonly byFormerRules?: boolean;
}

/** What the centers did in a period until today, each number with the records behind it. */
export function indicatorTable(set: RecordSet, options: IndicatorOptions): IndicatorTable {
  const { period, today, centerIds, field = null, includeSample = true, byFormerRules = false } = options;
  const elapsed = byFormerRules ? period : periodUntil(period, today);
  const of = (ids: ReadonlySet<RecordId>): IndicatorInput => {
    const own = (record: { readonly centerId: RecordId | null; readonly sample: boolean }) =>
      elapsed !== null &&
      record.centerId !== null &&
      ids.has(record.centerId) &&
      (includeSample || !record.sample);
    const ofField = ({ values }: { readonly values: { readonly field?: string | undefined } }) =>
      isOfField(values.field, field);
    return {
      period: elapsed ?? period,
      today,
      endsWithoutDay: !byFormerRules,
      consultations: recordsOf(set, 'consultation').filter((record) => own(record) && ofField(record)),
      trainings: recordsOf(set, 'training').filter((record) => own(record) && ofField(record)),
      events: isOfField(undefined, field) ? recordsOf(set, 'event').filter(own) : [],
      projects: recordsOf(set, 'project').filter((record) => own(record) && ofField(record)),
      assignments: recordsOf(set, 'assignment').filter((record) => own(record) && ofField(record)),
    };
  };
  const inputs = centerIds.map((id) => of(new Set([id])));
  const all = of(new Set(centerIds));
  return {
    period,
    centerIds,
    indicators: indicatorRules.map(({ compute, ...described }) => ({
      ...described,
      byCenter: inputs.map(compute),
      total: compute(all),
    })),
  };
}

type Records<Type extends RecordType> = ReturnType<typeof recordsOf<Type>>;

/** The records of some centers, of any date; none where the period is still to come. */
export interface IndicatorInput {
  /** Until today, unless by former rules. */
  readonly period: Period;
  readonly today: IsoDate;
  /** A project that is done ends though it says no day. */
  readonly endsWithoutDay: boolean;
  readonly consultations: Records<'consultation'>;
  readonly trainings: Records<'training'>;
  readonly events: Records<'event'>;
  readonly projects: Records<'project'>;
  readonly assignments: Records<'assignment'>;
}
