import type { RecordId } from '../../core/ids.ts';
import type { JsonValue } from '../../core/json.ts';
import type { RecordSet } from '../../records/recordSet.ts';
import { type RecordOf, recordsOf } from '../../records/recordsOf.ts';
import { definitionOf } from '../../records/registry.ts';
import { figureDifferences, tableDifferences } from './contentDifferences.ts';
import type { Difference } from './difference.ts';
import { fieldDifferences, recordDifferences } from './recordDifferences.ts';
import type { ReportRequest } from './reportContent.ts';
import {
  type SealedRecord,
  type SealedReport,
  type SealNames,
  sealedReportOf,
  sealNamesIn,
} from './sealedReport.ts';
import { type SealedContentError, sealedContent } from './sealedText.ts';
import { wentOn } from './wentOn.ts';

/** Whether a sealed report still says what the records say. */
export interface Correction {
  readonly report: RecordOf<'report'>;
  readonly hash: string;
  readonly sealed: SealedReport | null;
  /** Why there is nothing to compare with; null where there is. */
  readonly problem: SealedContentError | null;
  /** What was corrected since, or was in the records all along and not in the report. */
  readonly differences: readonly Difference[];
  /**
   * Sealed by an older Fieldbook, and figures or tables differ, whose rules may have been others: the difference may be
   * nobody's change.
   */
  readonly mayBeByRules: boolean;
  /** Work that went on after the period: it takes nothing back of what the report said, which still holds. */
  readonly wentOn: readonly Difference[];
  /** It tells of sample records, whether or not its seal says so (see `SealedReport.sample`). */
  readonly includesSample: boolean;
}

export interface CorrectionOptions {
  /** Default: made from the set; given where several reports are compared. */
  readonly names?: SealNames;
  /** The set is a part of the whole: a record that it has never heard of says nothing, and neither do sums. */
  readonly isPart?: boolean;
  /**
   * The set is known to hold the report's period and no more: sums that reach beyond it say nothing, nor does a record
   * from outside of it that the set has never heard of.
   */
  readonly lacksOutside?: boolean;
  /**
   * Evidence that the set has never heard of says nothing: it may have been marked as personal since, and was left out
   * of what came here. Default true; false for a workbook that is known to leave nothing out.
   */
  readonly mayLackPersonal?: boolean;
}

/** Every report of a set that was submitted and not returned, with what differs by now. */
export function correctionsOf(set: RecordSet, options: CorrectionOptions = {}): readonly Correction[] {
  const names = options.names ?? sealNamesIn(set);
  return recordsOf(set, 'report')
    .filter(({ values: { status } }) => status === 'submitted' || status === 'accepted')
    .sort((a, b) => (`${a.values.from ?? ''}${a.id}` < `${b.values.from ?? ''}${b.id}` ? -1 : 1))
    .flatMap((report) => correctionOf(set, report, { ...options, names }) ?? []);
}

/** Null for a report that carries no seal. */
export function correctionOf(
  set: RecordSet,
  report: RecordOf<'report'>,
  options: CorrectionOptions = {},
): Correction | null {
  const hash = report.values.snapshotHash;
  if (hash === undefined) return null;
  const content = sealedContent(set, report.id, hash);
  if (!content.ok) return { report, hash, sealed: null, problem: content.error, ...nothingCompared };
  const sealed = content.value;
  const { names = sealNamesIn(set), isPart = false, lacksOutside = isPart, mayLackPersonal = true } = options;
  const since = wentOn(set, names, sealed, sealedAt(set, report.id, hash));
  const all = differencesNow({
    set: since.without,
    report,
    sealed,
    names,
    isPart,
    lacksOutside,
    mayLackPersonal,
  });
  const differences = all.filter(({ origin }) => origin !== 'since');
  return {
    report,
    hash,
    sealed,
    problem: null,
    differences,
    mayBeByRules:
      sealed.format === 1 && differences.some(({ what }) => what === 'figure' || what === 'table'),
    wentOn: [...since.differences, ...all.filter(({ origin }) => origin === 'since')],
    includesSample: tellsOfSample(set, sealed),
  };
}

const nothingCompared = {
  differences: [],
  mayBeByRules: false,
  wentOn: [],
  includesSample: false,
} as const;

/** When a seal was made, in milliseconds since 1970; 0 where nothing says. */
const sealedAt = (set: RecordSet, report: RecordId, hash: string): number =>
  recordsOf(set, 'sealPart')
    .filter(({ values }) => values.report === report && values.hash === hash)
    .reduce((latest, { createdAt }) => Math.max(latest, createdAt), 0);

/** Seals of before the third format told of samples as of any record. */
const toldOfSample = ({ format, sample }: SealedReport): boolean => format < 3 || sample === true;

function tellsOfSample(set: RecordSet, { sample, records, others = [] }: SealedReport): boolean {
  return sample ?? [...records, ...others].some(({ type, id }) => set.find(type, id)?.sample === true);
}

/**
 * By the rules by which the seal was made, and as of the same day, so that only what was changed shows, not that time went
 * on. The first format was made by two sets of rules: of it only what differs by both, the rest is nobody's change.
 */
function differencesNow(compared: Compared): readonly Difference[] {
  const { set, report, sealed, names } = compared;
  const differencesBy = (rules: ReportRequest['rules']): readonly Difference[] => {
    const asSealed = { names, includeSample: toldOfSample(sealed), rules };
    const now = sealedReportOf(set, report, sealed.asOf, asSealed);
    return now === null ? [] : differencesBetween(compared, now);
  };
  const differences = differencesBy(rulesOf(sealed));
  if (sealed.format > 1 || differences.length === 0) return differences;
  const byFirstRules = new Set(differencesBy('first').map(placeOf));
  return differences.filter((difference) => byFirstRules.has(placeOf(difference)));
}

const rulesOf = ({ format }: SealedReport): ReportRequest['rules'] =>
  format < 3 ? 'second' : format === 3 ? 'third' : undefined;

/** Where a difference lies, whatever stands there: by one rule a row is gone that is another one by the other. */
const placeOf = ({ what, record, title, field }: Difference): string =>
  JSON.stringify(record === null ? [what, title.en, field?.en ?? null] : record.id);

/** A sealed report, what it is compared with, and how much of that is known. */
export interface Compared extends Required<CorrectionOptions> {
  readonly set: RecordSet;
  readonly report: RecordOf<'report'>;
  readonly sealed: SealedReport;
}

function differencesBetween(compared: Compared, now: SealedReport): readonly Difference[] {
  const ofRecords = recordDifferences(compared, now);
  return [
    ...headDifferences(compared, now),
    ...(compared.isPart ? [] : figureDifferences(compared, now)),
    ...(compared.isPart ? [] : tableDifferences(compared, now, ofRecords)),
    ...ofRecords,
  ];
}

/** The report's own texts, and its period and kind, which would make it another report. */
function headDifferences({ report, sealed, names }: Compared, now: SealedReport): readonly Difference[] {
  const definition = definitionOf('report');
  const head = ({ kind, from, to, center, texts }: SealedReport): SealedRecord => ({
    type: 'report',
    id: report.id,
    version: definition.version,
    title: {
      en: definition.title({ kind, from, to }, { language: 'en', references: names.en }),
      ko: definition.title({ kind, from, to }, { language: 'ko', references: names.ko }),
    },
    // The boundary: localized texts are plain data.
    values: { kind, from, to, center, ...(texts as Readonly<Record<string, JsonValue>>) },
  });
  return fieldDifferences(names, head(sealed), head(now), { what: 'text', origin: 'period' });
}
