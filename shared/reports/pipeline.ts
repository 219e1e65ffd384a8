import { type Decimal, decimalOf, zero } from '../core/decimal.ts';
import type { RecordId } from '../core/ids.ts';
import { followUp } from '../records/followUp.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { type RecordOf, recordOf, recordsOf } from '../records/recordsOf.ts';
import type { ValuesByType } from '../records/registry.ts';

export type FollowUpStage = NonNullable<ValuesByType['followUp']['stage']>;
export type FollowUpType = NonNullable<ValuesByType['followUp']['type']>;

/** From the idea to what is done, in the order in which a follow-up goes through them. */
export const followUpStages: readonly FollowUpStage[] = followUp.fields.stage.choices.map(
  ({ value }) => value,
);
const followUpTypes: readonly FollowUpType[] = followUp.fields.type.choices.map(({ value }) => value);

/** Money of one currency: sums of several currencies are never added up. */
export interface CurrencySum {
  readonly currency: string;
  readonly amount: Decimal;
  readonly ids: readonly RecordId[];
}

export interface Origin {
  readonly type: 'project' | 'consultation' | 'training' | 'event';
  readonly id: RecordId;
}

export interface PipelineCard {
  readonly record: RecordOf<'followUp'>;
  /** The records that it grew out of. */
  readonly origins: readonly Origin[];
}

export interface PipelineStage {
  readonly stage: FollowUpStage;
  readonly cards: readonly PipelineCard[];
  readonly sums: readonly CurrencySum[];
}

export interface PipelineType {
  readonly type: FollowUpType;
  readonly ids: readonly RecordId[];
  readonly sums: readonly CurrencySum[];
}

export interface Pipeline {
  readonly stages: readonly PipelineStage[];
  /** Types that occur, in declared order. */
  readonly types: readonly PipelineType[];
  readonly sums: readonly CurrencySum[];
  readonly count: number;
  /** Those without a value stand in no sum. */
  readonly unvalued: readonly RecordId[];
}

export interface PipelineScope {
  /** Null for all centers. */
  readonly centerId: RecordId | null;
  /** ISO 3166-1 code of the centers' country; null for all. */
  readonly country: string | null;
}

/** Follow-ups by stage and type with their values; one whose stage is not entered yet counts as an idea. */
export function pipelineOf(set: RecordSet, { centerId, country }: PipelineScope): Pipeline {
  const records = recordsOf(set, 'followUp')
    .filter((record) => centerId === null || record.centerId === centerId)
    .filter((record) => country === null || countryOf(set, record.centerId) === country)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    stages: followUpStages.map((stage) => {
      const own = records.filter(({ values }) => (values.stage ?? 'idea') === stage);
      return { stage, cards: own.map(cardOf), sums: sumsOf(own) };
    }),
    types: followUpTypes.flatMap((type) => {
      const own = records.filter(({ values }) => values.type === type);
      return own.length === 0 ? [] : [{ type, ids: own.map(({ id }) => id), sums: sumsOf(own) }];
    }),
    sums: sumsOf(records),
    count: records.length,
    unvalued: records.filter(({ values }) => values.value === undefined).map(({ id }) => id),
  };
}

/** The stage before (-1) or after (1) another; null at the ends. */
export function neighbourStage(stage: FollowUpStage, step: -1 | 1): FollowUpStage | null {
  return followUpStages[followUpStages.indexOf(stage) + step] ?? null;
}

function cardOf(record: RecordOf<'followUp'>): PipelineCard {
  const { originProjects, originConsultations, originTrainings, originEvents } = record.values;
  const of = (type: Origin['type'], ids: readonly RecordId[] = []): readonly Origin[] =>
    ids.map((id) => ({ type, id }));
  return {
    record,
    origins: [
      ...of('project', originProjects),
      ...of('consultation', originConsultations),
      ...of('training', originTrainings),
      ...of('event', originEvents),
    ],
  };
}

function sumsOf(records: readonly RecordOf<'followUp'>[]): readonly CurrencySum[] {
  const sums = new Map<string, { amount: Decimal; ids: RecordId[] }>();
  for (const { id, values } of records) {
    if (values.value === undefined) continue;
    const { amount, currency } = values.value;
    const sum = sums.get(currency) ?? { amount: zero, ids: [] };
    sums.set(currency, { amount: sum.amount + decimalOf(amount), ids: [...sum.ids, id] });
  }
  return [...sums]
    .map(([currency, sum]) => ({ currency, ...sum }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

const countryOf = (set: RecordSet, centerId: RecordId | null): string | undefined =>
  centerId === null ? undefined : recordOf(set, 'center', centerId)?.values.country;
