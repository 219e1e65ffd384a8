import type { RecordId } from '../../core/ids.ts';
import { canonicalJson, type JsonValue } from '../../core/json.ts';
import type { Label } from '../../core/language.ts';
import { isMarkedPersonal, isPersonalRecord } from '../../records/personalRecords.ts';
import type { RecordSet } from '../../records/recordSet.ts';
import { type RecordOf, recordsOf } from '../../records/recordsOf.ts';
import { definitionOf, type RecordType } from '../../records/registry.ts';
import { codecOf } from '../../schema/codecByKind.ts';
import { evidenceType } from '../../schema/codecs/references.ts';
import type { AnyRecordDefinition } from '../../schema/defineRecord.ts';
import { fieldCell } from './recordTable.ts';
import type { ReportInput } from './reportContent.ts';
import type { ReportCell, ReportFigure } from './reportSections.ts';
import {
  type SealedRecord,
  type SealedReport,
  type SealNames,
  sealedReportOf,
  sealNamesIn,
} from './sealedReport.ts';
import { type SealedContentError, sealedContent } from './sealedText.ts';

/** One thing that a sealed report says and the records do not, or the other way round. */
export interface Difference {
  readonly what: 'text' | 'figure' | 'record';
  /** `changed`: a value differs. `added`, `removed`: a whole record that lies in the period now, or did then. */
  readonly how: 'changed' | 'added' | 'removed';
  /** The record behind it; the report itself for a text. Null for a figure. */
  readonly record: { readonly type: RecordType; readonly id: RecordId } | null;
  readonly title: Label;
  /** The field or figure; null for a whole record. */
  readonly field: Label | null;
  readonly before: ReportCell;
  readonly after: ReportCell;
  readonly format?: ReportFigure['format'];
}

/** Whether a sealed report still says what the records say. */
export interface Correction {
  readonly report: RecordOf<'report'>;
  readonly hash: string;
  readonly sealed: SealedReport | null;
  /** Why there is nothing to compare with; null where there is. */
  readonly problem: SealedContentError | null;
  readonly differences: readonly Difference[];
}

export interface CorrectionOptions {
  /** Default: made from the set; given where several reports are compared. */
  readonly names?: SealNames;
  /** The set is a part of the whole: a record that it has never heard of says nothing, and neither do sums. */
  readonly isPart?: boolean;
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
  if (!content.ok) return { report, hash, sealed: null, problem: content.error, differences: [] };
  const sealed = content.value;
  // As of the same day, so that only what was changed shows, not that time went on.
  const { names = sealNamesIn(set), isPart = false, mayLackPersonal = true } = options;
  const now = sealedReportOf(set, report, sealed.asOf, names);
  const compared = { set, report, sealed, names, isPart, mayLackPersonal };
  const differences = now === null ? [] : differencesBetween(compared, now);
  return { report, hash, sealed, problem: null, differences };
}

interface Compared {
  readonly set: RecordSet;
  readonly report: RecordOf<'report'>;
  readonly sealed: SealedReport;
  readonly names: SealNames;
  readonly isPart: boolean;
  readonly mayLackPersonal: boolean;
}

function differencesBetween(compared: Compared, now: SealedReport): readonly Difference[] {
  return [
    ...headDifferences(compared, now),
    ...(compared.isPart ? [] : figureDifferences(compared.sealed, now)),
    ...recordDifferences(compared, now),
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
  return fieldDifferences(names, definition, head(sealed), head(now), 'text');
}

function figureDifferences(sealed: SealedReport, now: SealedReport): readonly Difference[] {
  const current = new Map(
    now.sections.flatMap(({ figures }) => figures.map((figure) => [figure.key, figure] as const)),
  );
  return sealed.sections.flatMap(({ title, figures }) =>
    figures.flatMap((figure): readonly Difference[] => {
      const after = current.get(figure.key)?.value ?? null;
      if (after === figure.value) return [];
      const { label, value, format } = figure;
      return [
        { what: 'figure', how: 'changed', record: null, title, field: label, before: value, after, format },
      ];
    }),
  );
}

function recordDifferences(
  { set, sealed, names, isPart, mayLackPersonal }: Compared,
  now: SealedReport,
): readonly Difference[] {
  const told = sealed.records.filter((record) => !isPersonal(set, record));
  const before = new Map(told.map((record) => [record.id, record]));
  const after = new Map(now.records.map((record) => [record.id, record]));
  const whole = (how: 'added' | 'removed', { type, id, title }: SealedRecord): Difference => ({
    what: 'record',
    how,
    record: { type, id },
    title,
    field: null,
    before: null,
    after: null,
  });
  const known = told.flatMap((record): readonly Difference[] => {
    const current = after.get(record.id);
    if (current !== undefined)
      return fieldDifferences(names, definitionOf(record.type), record, current, 'record');
    const isUnknown = set.find(record.type, record.id) === null;
    const mayBeElsewhere = isPart || (mayLackPersonal && record.type === evidenceType);
    return isUnknown && mayBeElsewhere ? [] : [whole('removed', record)];
  });
  const added = now.records.filter(({ id }) => !before.has(id)).map((record) => whole('added', record));
  return [...known, ...added];
}

/** Evidence that was marked personal after it was sealed, or sealed with the mark: no side of a comparison names it. */
function isPersonal(set: RecordSet, { type, id, values }: SealedRecord): boolean {
  const record = set.find(type, id);
  return isMarkedPersonal(type, values) || (record !== null && isPersonalRecord(record));
}

function fieldDifferences(
  names: Pick<ReportInput, 'nameOf'>,
  definition: AnyRecordDefinition,
  before: SealedRecord,
  after: SealedRecord,
  what: Difference['what'],
): readonly Difference[] {
  return definition.fieldKeys.flatMap((key): readonly Difference[] => {
    const spec = definition.spec(key);
    const [was, is] = [before.values[key] ?? null, after.values[key] ?? null];
    if (spec === null || canonicalJson(was) === canonicalJson(is)) return [];
    const cell = (json: JsonValue): ReportCell => {
      const value = json === null ? null : codecOf(spec).fromJson(json);
      return value === null ? null : fieldCell(names, spec, value);
    };
    const { type, id } = before;
    return [
      {
        what,
        how: 'changed',
        record: { type, id },
        title: after.title,
        field: spec.label,
        before: cell(was),
        after: cell(is),
      },
    ];
  });
}
