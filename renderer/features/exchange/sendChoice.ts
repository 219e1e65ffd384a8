import type { IsoDate } from '../../../shared/core/dates.ts';
import type { RecordId } from '../../../shared/core/ids.ts';
import type { Language } from '../../../shared/core/language.ts';
import { withoutPersonalRecords } from '../../../shared/records/personalRecords.ts';
import type { RecordSet } from '../../../shared/records/recordSet.ts';
import { recordDefinitions } from '../../../shared/records/registry.ts';
import { type Period, periodOf } from '../../../shared/reports/period.ts';
import { type ExportScope, type Selection, selectRecords } from '../../../shared/workbook/exportSelection.ts';
import { type Omissions, omissionsOf } from '../../../shared/workbook/redaction.ts';

export const sendScopes = ['all', 'month', 'quarter', 'year'] as const;
export type SendScope = (typeof sendScopes)[number];

/** What a person chose to send. */
export interface SendChoice {
  readonly scope: SendScope;
  /** Of the scope's kind; kept while everything is chosen. */
  readonly period: Period;
  /** Null for every center. */
  readonly centerId: RecordId | null;
  readonly language: Language;
  readonly redact: boolean;
  readonly password: string;
  /** With the files of evidence, as a pack. */
  readonly withFiles: boolean;
}

export function firstChoice(today: IsoDate, centerId: RecordId | null, language: Language): SendChoice {
  const period = periodOf('quarter', today);
  return { scope: 'all', period, centerId, language, redact: false, password: '', withFiles: false };
}

/** The period of the new kind that holds the end of the old one, but no later than today. */
export function withScope(choice: SendChoice, scope: SendScope, today: IsoDate): SendChoice {
  if (scope === 'all') return { ...choice, scope };
  const day = choice.period.to < today ? choice.period.to : today;
  return { ...choice, scope, period: periodOf(scope, day) };
}

export function exportScopeOf({ scope, period }: SendChoice): ExportScope {
  return scope === 'all' ? { kind: 'all' } : { kind: 'period', from: period.from, to: period.to };
}

export interface SendContents {
  /** By record type, in the order of sheets. */
  readonly counts: readonly { readonly type: string; readonly count: number }[];
  readonly total: number;
  readonly sample: number;
  /** What leaving personal data out means for these records, whether that was chosen or not. */
  readonly omissions: Omissions;
  /** The records that go along. */
  readonly live: Selection['live'];
}

/** How many records a workbook would hold. */
export function contentsOf(records: RecordSet, choice: SendChoice): SendContents {
  const whole = selectRecords(records, exportScopeOf(choice), choice.centerId);
  const { live } = choice.redact
    ? selectRecords(withoutPersonalRecords(records), exportScopeOf(choice), choice.centerId)
    : whole;
  const counts = recordDefinitions.map(({ type }) => ({ type, count: live.get(type)?.length ?? 0 }));
  const all = [...live.values()].flat();
  return {
    counts,
    total: all.length,
    sample: all.filter(({ sample }) => sample).length,
    omissions: omissionsOf(whole),
    live,
  };
}
