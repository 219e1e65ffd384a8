import { type IsoDate, yearOf } from '../core/dates.ts';
import { decimalToNumber, shareOf, sumOfDecimals, zero } from '../core/decimal.ts';
import type { RecordId } from '../core/ids.ts';
import { hasEvidence } from '../records/evidenceNote.ts';
import { isApproved, planInForce, plansOf } from '../records/planVersions.ts';
import { liveRecordsOf, type RecordSet } from '../records/recordSet.ts';
import { recordsOf } from '../records/recordsOf.ts';
import { isOfField } from '../records/workField.ts';
import { type LedgerEntry, ledgerEntries, ledgerSum } from './budgetLedger.ts';
import type { Indicator, IndicatorValue, RecordRef } from './indicators.ts';
import { isInPeriod, type Period, periodUntil } from './period.ts';
import {
  chargedElsewhere,
  planAchievement,
  type TargetAchievement,
  type TargetSpending,
} from './planAchievement.ts';

/** Figures of plan, money and evidence, which no target is set for. */
export interface ManagementFigure extends Pick<Indicator, 'key' | 'label' | 'method' | 'unit' | 'format'> {
  /** Null where the figure is not told apart by field. */
  compute(set: RecordSet, scope: ManagementScope): IndicatorValue | null;
}

export interface ManagementScope {
  readonly centerIds: readonly RecordId[];
  /** A year: plans are yearly. */
  readonly period: Period;
  readonly field: string | null;
  readonly today: IsoDate;
  readonly includeSample: boolean;
}

export const managementFigures: readonly ManagementFigure[] = [
  {
    key: 'targetsReached',
    label: { en: 'Targets reached', ko: '계획 목표 달성률' },
    method: {
      en: 'Share of the targets of the plans in force that are reached, among those whose time has begun and that can be counted.',
      ko: '시행 중인 계획의 목표 가운데 기간이 시작되어 집계할 수 있는 목표 중 달성한 비율입니다.',
    },
    unit: null,
    format: 'percent',
    compute: (set, scope) =>
      ofWhole(scope, () => {
        const begun = targetsOf(set, scope).filter(
          ({ state }) => state !== 'notBegun' && state !== 'notCounted',
        );
        const reached = begun.filter(({ state }) => state === 'reached').length;
        return {
          value: begun.length === 0 ? null : rounded(reached / begun.length),
          records: begun.map(({ line }) => ({ type: 'planLine', id: line.id })),
        };
      }),
  },
  {
    key: 'budgetSpent',
    label: { en: 'Budget spent', ko: '예산 집행액' },
    method: {
      en: 'What all sources spent in the period, in US dollars at the rate of each entry; entries without a rate are not in it.',
      ko: '기간 중 모든 재원의 집행액을 내역별 환율로 미국 달러로 환산한 합계입니다. 환율이 없는 내역은 제외합니다.',
    },
    unit: { en: 'US$', ko: '달러' },
    format: 'decimal',
    compute: (set, scope) =>
      ofWhole(scope, () => {
        const entries = entriesOf(set, scope).filter(({ dollars }) => dollars !== null);
        return { value: decimalToNumber(ledgerSum(entries).dollars), records: refsOf(entries) };
      }),
  },
  {
    key: 'budgetExecution',
    label: { en: 'Budget execution', ko: '예산 집행률' },
    method: {
      en: 'What was spent on the targets of the plans in force as a share of their budgets, in US dollars, with what is still charged to targets of replaced versions; budgets in other currencies are not in it.',
      ko: '시행 중인 계획의 목표별 예산 대비 집행액의 비율입니다(미국 달러). 대체된 판의 목표에 남아 있는 집행액도 포함하며, 다른 통화로 정한 예산은 제외합니다.',
    },
    unit: null,
    format: 'percent',
    compute: (set, scope) =>
      ofWhole(scope, () => {
        const ofTargets = targetsOf(set, scope).flatMap(({ spending }) =>
          spending !== null && spending.currency === 'USD' ? [spending] : [],
        );
        const budget = sumOfDecimals(ofTargets.map((spending) => spending.budget));
        const spending = [...ofTargets, ...elsewhereOf(set, scope)];
        const spent = sumOfDecimals(spending.map((own) => own.spent));
        return {
          value: budget === zero ? null : rounded(shareOf(spent, budget)),
          records: spending.flatMap(({ entryIds }) => entryIds).map((id) => ({ type: 'budgetEntry', id })),
        };
      }),
  },
  {
    key: 'evidenceCoverage',
    label: { en: 'Activities with evidence', ko: '증빙 확보율' },
    method: {
      en: 'Share of the period’s consultations, trainings and events until today that name evidence, in words or by a file.',
      ko: '기간 중 오늘까지의 컨설팅, 연수·교육, 행사 가운데 증빙(파일 또는 보관 위치)이 있는 비율입니다.',
    },
    unit: null,
    format: 'percent',
    compute: (set, scope) => {
      const activities = activitiesOf(set, scope);
      const proven = activities.filter(({ isProven }) => isProven).length;
      return {
        value: activities.length === 0 ? null : rounded(proven / activities.length),
        records: activities.map(({ type, id }) => ({ type, id })),
      };
    },
  },
];

/** Plans and money are of no field of work. */
function ofWhole({ field }: ManagementScope, compute: () => IndicatorValue): IndicatorValue | null {
  return field === null ? compute() : null;
}

function targetsOf(set: RecordSet, scope: ManagementScope): readonly TargetAchievement[] {
  const { today, includeSample } = scope;
  return plansIn(set, scope).flatMap((planId) => planAchievement(set, { planId, today, includeSample }));
}

function elsewhereOf(set: RecordSet, scope: ManagementScope): readonly TargetSpending[] {
  const { today, includeSample } = scope;
  return plansIn(set, scope).flatMap(
    (planId) => chargedElsewhere(set, { planId, today, includeSample }) ?? [],
  );
}

/** The approved plan of each center for the year. */
function plansIn(set: RecordSet, { centerIds, period, includeSample }: ManagementScope): readonly RecordId[] {
  return centerIds.flatMap((centerId) => {
    const plans = plansOf(set, centerId).filter(({ sample }) => includeSample || !sample);
    const plan = planInForce(plans, yearOf(period.from));
    return plan === null || !isApproved(plan) ? [] : [plan.id];
  });
}

function entriesOf(
  set: RecordSet,
  { centerIds, period, includeSample }: ManagementScope,
): readonly LedgerEntry[] {
  return centerIds.flatMap((centerId) => ledgerEntries(set, { centerId, period, includeSample }));
}

const refsOf = (entries: readonly LedgerEntry[]): readonly RecordRef[] =>
  entries.map(({ id }) => ({ type: 'budgetEntry', id }));

interface Activity extends RecordRef {
  readonly isProven: boolean;
}

function activitiesOf(set: RecordSet, scope: ManagementScope): readonly Activity[] {
  const live = liveRecordsOf(set);
  const own = new Set<RecordId | null>(scope.centerIds);
  const elapsed = periodUntil(scope.period, scope.today);
  const isWanted = (
    { centerId, sample }: { readonly centerId: RecordId | null; readonly sample: boolean },
    day: IsoDate | undefined,
  ): boolean =>
    own.has(centerId) &&
    (scope.includeSample || !sample) &&
    day !== undefined &&
    elapsed !== null &&
    isInPeriod(day, elapsed);
  const ofField = (field: string | undefined): boolean => isOfField(field, scope.field);
  return [
    ...recordsOf(set, 'consultation')
      .filter((record) => isWanted(record, record.values.date) && ofField(record.values.field))
      .map(({ id, values }): Activity => ({ type: 'consultation', id, isProven: hasEvidence(values, live) })),
    ...recordsOf(set, 'training')
      .filter((record) => isWanted(record, record.values.start) && ofField(record.values.field))
      .map(({ id, values }): Activity => ({ type: 'training', id, isProven: hasEvidence(values, live) })),
    ...recordsOf(set, 'event')
      .filter((record) => isWanted(record, record.values.date) && ofField(undefined))
      .map(({ id, values }): Activity => ({ type: 'event', id, isProven: hasEvidence(values, live) })),
  ];
}

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
