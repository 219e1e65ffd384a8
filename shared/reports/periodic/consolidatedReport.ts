import type { IsoDate } from '../../core/dates.ts';
import type { Label } from '../../core/language.ts';
import { centerLabel } from '../../records/center.ts';
import type { RecordSet } from '../../records/recordSet.ts';
import { recordOf, recordsOf } from '../../records/recordsOf.ts';
import { definitionOf } from '../../records/registry.ts';
import { calendarLabel } from './reportCalendar.ts';
import { reportContent } from './reportContent.ts';
import { type ReportedRecords, reportedRecords } from './reportedRecords.ts';
import { paperLabels, type ReportPaper, type ReportVoice } from './reportPaper.ts';
import type { ReportTable } from './reportSections.ts';
import { type PeriodRequest, reportsOfPeriod } from './reportsAtWork.ts';
import { textsOf } from './sealedReport.ts';
import { sealedContent } from './sealedText.ts';

export type ReportsOfPeriod = ReturnType<typeof reportsOfPeriod>;

/** Whether a center's report of the period is submitted or accepted. */
export function isIn({ entry }: ReportsOfPeriod[number]): boolean {
  const status = entry?.report?.values.status;
  return status === 'submitted' || status === 'accepted';
}

/** What is told of all centers together: samples only where none of them has work of its own. */
export function programmeRecords(set: RecordSet): ReportedRecords {
  return reportedRecords(
    set,
    recordsOf(set, 'center').map(({ id }) => id),
  );
}

/**
 * Where every center's report of a period stands; where samples are left out, without the sample's centers and reports.
 */
export function reportsToConsolidate(set: RecordSet, request: PeriodRequest): ReportsOfPeriod {
  const { records, samples } = programmeRecords(set);
  return reportsOfPeriod(records, request).filter(
    ({ centerId }) => samples !== 'leftOut' || recordOf(set, 'center', centerId)?.sample !== true,
  );
}

export interface ConsolidatedOptions {
  /** Also what centers wrote and did not submit; default false. */
  readonly withDrafts?: boolean;
}

/**
 * Headquarters' report over the centers that are in it (rows as `reportsToConsolidate` gives them): who reported, the
 * figures of all together, and the words that each center submitted under its name. Null where no center is in it.
 * Figures are computed from the set as it is, so that they follow corrections; the seals of the centers stay with their
 * own reports.
 */
export function consolidatedReport(
  set: RecordSet,
  request: PeriodRequest,
  all: ReportsOfPeriod,
  included: ReportsOfPeriod,
  { withDrafts = false }: ConsolidatedOptions = {},
): ReportPaper | null {
  if (included.length === 0) return null;
  const centerIds = included.map(({ centerId }) => centerId);
  const { kind, today } = request;
  const { records, samples } = programmeRecords(set);
  const { from, to } = kind === 'final' ? spanOf(request, included) : request;
  return {
    kind,
    from,
    to,
    name: included.length === all.length ? allCenters : someCenters,
    asOf: today,
    front: whoReported(set, all),
    sections: reportContent(records, { kind, from, to, centerIds, asOf: today, includeSample: true })
      .sections,
    voices: included.map((row) => voiceOf(set, row, withDrafts)),
    seal: null,
    includesSample: samples === 'told',
  };
}

/** Centers close one by one: from the day on which the first of them began to that on which the last one ends. */
function spanOf(request: PeriodRequest, included: ReportsOfPeriod): Pick<PeriodRequest, 'from' | 'to'> {
  const entries = included.flatMap(({ entry }) => entry ?? []);
  const [first, last] = [entries.map(({ from }) => from).sort(), entries.map(({ to }) => to).sort()];
  return { from: first[0] ?? request.from, to: last.at(-1) ?? request.to };
}

/** A center's words as it submitted them; those of a draft are named as such. */
function voiceOf(set: RecordSet, row: ReportsOfPeriod[number], withDrafts: boolean): ReportVoice {
  const { centerId, entry } = row;
  const name = nameOf(set, centerId);
  const report = entry?.report ?? null;
  if (report === null) return { name, texts: {} };
  if (isIn(row)) {
    const { snapshotHash } = report.values;
    const sealed = snapshotHash === undefined ? null : sealedContent(set, report.id, snapshotHash);
    if (sealed?.ok === true) return { name, texts: sealed.value.texts };
    // What stands in the report now may have been written since: nobody may take it for what was submitted.
    return { name: marked(name, notSealed), texts: textsOf(report) };
  }
  if (!withDrafts) return { name, texts: {} };
  return { name: marked(name, notSubmitted), texts: textsOf(report) };
}

const marked = (name: Label, mark: Label): Label => ({
  en: `${name.en} (${mark.en})`,
  ko: `${name.ko}(${mark.ko})`,
});

const notSealed: Label = { en: 'as it is now, sealed text not here', ko: '봉인된 본문 없음, 현재 본문' };
const notSubmitted: Label = { en: 'not submitted', ko: '미제출' };
const allCenters: Label = { en: 'All centers', ko: '전체 센터' };
const someCenters: Label = { en: 'Centers that submitted', ko: '제출한 센터' };
const notExpected: Label = { en: 'Not expected', ko: '대상 아님' };

function whoReported(set: RecordSet, rows: ReportsOfPeriod): ReportTable {
  const report = definitionOf('report');
  const label = (field: string): Label => report.spec(field)?.label ?? { en: field, ko: field };
  const due = (row: ReportsOfPeriod[number]): IsoDate | null =>
    row.entry === null || row.entry.state === 'unplanned' ? null : row.entry.dueOn;
  return {
    key: 'whoReported',
    title: paperLabels.whoReported,
    columns: [
      { label: paperLabels.center, kind: 'text', weight: 3 },
      { label: label('status'), kind: 'text', weight: 2 },
      { label: label('dueOn'), kind: 'date', weight: 1.5 },
      { label: label('submittedOn'), kind: 'date', weight: 1.5 },
    ],
    rows: rows.map((row) => ({
      record: { type: 'center', id: row.centerId },
      cells: [
        nameOf(set, row.centerId),
        row.entry === null ? notExpected : calendarLabel(row.entry),
        due(row),
        row.entry?.report?.values.submittedOn ?? null,
      ],
    })),
  };
}

function nameOf(set: RecordSet, id: ReportsOfPeriod[number]['centerId']): Label {
  const values = recordOf(set, 'center', id)?.values ?? {};
  return { en: centerLabel(values, 'en'), ko: centerLabel(values, 'ko') };
}
