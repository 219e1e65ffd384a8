import type { IsoDate } from '../../core/dates.ts';
import { derivedRecordId, type RecordId } from '../../core/ids.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { isBlank } from '../../core/text.ts';
import type { RecordSet } from '../../records/recordSet.ts';
import { type RecordOf, recordOf, recordsOf } from '../../records/recordsOf.ts';
import { definitionOf, type RecordType, type ValuesByType } from '../../records/registry.ts';
import type { Change } from '../../sync/changeSet.ts';
import { type IssueStamp, planCreate, planDelete, planUpdate } from '../../sync/planEdit.ts';
import type { StoredRecord } from '../../sync/record.ts';
import type { ReportKind } from './reportContent.ts';
import { sealedReportOf, sealHash, sealText } from './sealedReport.ts';
import { textToPieces } from './sealedText.ts';

export interface ReportStepContext {
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** IANA zone of the person who acts. */
  readonly zone: string;
  readonly today: IsoDate;
}

/** Why a step cannot be taken: the report is gone, is not in the state for it, or says no period, or no reason. */
export type ReportStepError = 'GONE' | 'WRONG_STATE' | 'NO_PERIOD' | 'NO_NOTE';

type Planned = Result<readonly Change[], ReportStepError>;

/** The report that is to be written: of which center and period, and until when where a day is known. */
export interface NewReport {
  readonly center: RecordId;
  readonly kind: ReportKind;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly dueOn?: IsoDate;
}

/**
 * A draft, or nothing where the center has a report of that kind and period. Its id follows from those, so that two
 * laptops of a center that begin it apart from each other write one report. A report that was deleted stays deleted:
 * the draft is a new one, again with the same id for all who know of that.
 */
export function planBegin(
  set: RecordSet,
  { dueOn, ...wanted }: NewReport,
  { by, at }: Pick<ReportStepContext, 'by' | 'at'>,
  issue: IssueStamp,
): readonly Change[] {
  const { center, kind, from, to } = wanted;
  const isThere = recordsOf(set, 'report').some(
    ({ values }) =>
      values.center === center && values.kind === kind && values.from === from && values.to === to,
  );
  if (isThere) return [];
  const idOf = (attempt: number): RecordId =>
    derivedRecordId('report', center, kind, from, to, String(attempt));
  let attempt = 1;
  // Also passes by a report whose period was corrected to another one since.
  while (set.find('report', idOf(attempt)) !== null) attempt += 1;
  const values = { ...wanted, status: 'draft', ...(dueOn === undefined ? {} : { dueOn }) };
  return planCreate(definitionOf('report'), values, { id: idOf(attempt), by, at }, issue);
}

/** Seals what the report says now and marks it submitted; the sealed content goes along as records of its own. */
export function planSubmit(
  set: RecordSet,
  id: RecordId,
  context: ReportStepContext,
  issue: IssueStamp,
): Planned {
  const report = recordOf(set, 'report', id);
  if (report === null) return err('GONE');
  if (report.values.status !== 'draft' && report.values.status !== 'returned') return err('WRONG_STATE');
  const sealed = sealedReportOf(set, report, context.today);
  if (sealed === null) return err('NO_PERIOD');
  const hash = sealHash(sealed);
  const { returnNote: _answered, ...values } = report.values;
  const pieces = textToPieces(sealText(sealed));
  return ok([
    ...update(
      report,
      { ...values, status: 'submitted', submittedOn: context.today, snapshotHash: hash },
      issue,
    ),
    ...step(report, { step: 'submitted', hash }, context, issue),
    ...pieces.flatMap((content, index) =>
      create(
        set,
        report,
        'sealPart',
        // The same content has the same parts wherever it is sealed.
        derivedRecordId('seal', report.id, hash, String(index + 1)),
        { center: sealed.center, report: report.id, hash, part: index + 1, parts: pieces.length, content },
        context,
        issue,
      ),
    ),
  ]);
}

/**
 * The center takes back what it submitted, as long as headquarters did nothing with it; the report is a draft again. Its
 * seal stays in it, so that a report that was accepted elsewhere meanwhile is whole, whichever of the two counts.
 */
export function planWithdraw(
  set: RecordSet,
  id: RecordId,
  context: ReportStepContext,
  issue: IssueStamp,
): Planned {
  const report = recordOf(set, 'report', id);
  if (report === null) return err('GONE');
  const { submittedOn: _withdrawn, ...values } = report.values;
  if (values.status !== 'submitted') return err('WRONG_STATE');
  const { snapshotHash: hash } = values;
  return ok([
    ...update(report, { ...values, status: 'draft' }, issue),
    ...step(report, { step: 'withdrawn', ...(hash === undefined ? {} : { hash }) }, context, issue),
  ]);
}

/** Headquarters sends a submitted report back and says what is to be corrected. */
export function planReturn(
  set: RecordSet,
  id: RecordId,
  note: string,
  context: ReportStepContext,
  issue: IssueStamp,
): Planned {
  const report = recordOf(set, 'report', id);
  if (report === null) return err('GONE');
  if (report.values.status !== 'submitted') return err('WRONG_STATE');
  if (isBlank(note)) return err('NO_NOTE');
  const { snapshotHash: hash } = report.values;
  return ok([
    ...update(report, { ...report.values, status: 'returned', returnNote: note }, issue),
    ...step(report, { step: 'returned', note, ...(hash === undefined ? {} : { hash }) }, context, issue),
  ]);
}

/** Headquarters accepts a submitted report. */
export function planAccept(
  set: RecordSet,
  id: RecordId,
  context: ReportStepContext,
  issue: IssueStamp,
): Planned {
  const report = recordOf(set, 'report', id);
  if (report === null) return err('GONE');
  const { status, snapshotHash: hash } = report.values;
  if (status !== 'submitted' || hash === undefined) return err('WRONG_STATE');
  return ok([
    ...update(report, { ...report.values, status: 'accepted' }, issue),
    ...step(report, { step: 'accepted', hash }, context, issue),
  ]);
}

function update(
  report: RecordOf<'report'>,
  values: ValuesByType['report'],
  issue: IssueStamp,
): readonly Change[] {
  return planUpdate(definitionOf('report'), report as StoredRecord, values, issue);
}

function step(
  report: RecordOf<'report'>,
  values: Pick<ValuesByType['reportStep'], 'step' | 'hash' | 'note'>,
  context: ReportStepContext,
  issue: IssueStamp,
): readonly Change[] {
  const { at, by, zone } = context;
  const utc = new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z');
  return create(
    null,
    report,
    'reportStep',
    derivedRecordId('report step', report.id, values.step ?? '', String(at), by),
    {
      center: report.values.center,
      report: report.id,
      at: { utc, zone },
      ...(by === '' ? {} : { by }),
      ...values,
    },
    context,
    issue,
  );
}

/** Nothing for a record that is there already: sealing unchanged content again makes the same parts. */
function create<Type extends RecordType>(
  set: RecordSet | null,
  { sample }: RecordOf<'report'>,
  type: Type,
  id: RecordId,
  values: ValuesByType[Type],
  { by, at }: ReportStepContext,
  issue: IssueStamp,
): readonly Change[] {
  const known = set?.find(type, id) ?? null;
  if (known !== null) return planDelete(known, false, issue);
  return planCreate(definitionOf(type), values, { id, by, at, sample }, issue);
}
