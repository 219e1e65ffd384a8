import type { IsoDate } from '../../core/dates.ts';
import type { Language } from '../../core/language.ts';
import type { RecordSet } from '../../records/recordSet.ts';
import type { RecordOf } from '../../records/recordsOf.ts';
import type { QualityItem } from '../quality/qualityItems.ts';
import { missingTranslations } from './reportPaper.ts';
import { sealedReportOf, textsOf } from './sealedReport.ts';

/** What speaks against submitting a report today; a person weighs it, nothing of it forbids. */
export interface SubmissionConcerns {
  /** The last day of a period that still runs; null where it is over. */
  readonly runsUntil: IsoDate | null;
  /** Texts that are written in the other language only. */
  readonly missing: Readonly<Record<Language, number>>;
  /** Things to be mended in the records of the period, notes left out. */
  readonly findings: readonly QualityItem[];
  /** Sample records are told of. */
  readonly tellsOfSample: boolean;
}

/** `items`: what is to be mended in the set, the report's center included (see qualityItems). */
export function submissionConcerns(
  set: RecordSet,
  report: RecordOf<'report'>,
  { today, items }: { readonly today: IsoDate; readonly items: readonly QualityItem[] },
): SubmissionConcerns {
  const { to } = report.values;
  const missing = missingTranslations(textsOf(report));
  const sealed = sealedReportOf(set, report, today);
  const told = new Set((sealed?.records ?? []).map(({ id }) => id));
  return {
    runsUntil: to !== undefined && today <= to ? to : null,
    missing: { en: missing.en.length, ko: missing.ko.length },
    findings: items.filter(({ id, severity }) => severity !== 'note' && told.has(id)),
    tellsOfSample: sealed?.sample === true,
  };
}

/** Whether nothing speaks against it. */
export const isWithoutConcern = ({
  runsUntil,
  missing,
  findings,
  tellsOfSample,
}: SubmissionConcerns): boolean =>
  runsUntil === null && missing.en + missing.ko + findings.length === 0 && !tellsOfSample;
