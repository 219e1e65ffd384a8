import { dateInZone } from '../../shared/core/dates.ts';
import type { RecordId } from '../../shared/core/ids.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { type RecordOf, recordsOf } from '../../shared/records/recordsOf.ts';
import { definitionOf } from '../../shared/records/registry.ts';
import { reportFields } from '../../shared/records/reportFields.ts';
import { choiceTitle } from '../../shared/records/titles.ts';
import {
  type Correction,
  type CorrectionOptions,
  correctionOf,
} from '../../shared/reports/periodic/corrections.ts';
import {
  differenceLine,
  differenceOrigins,
  differencesByOrigin,
  olderRulesNote,
} from '../../shared/reports/periodic/differenceTexts.ts';
import { namesIn } from '../../shared/reports/periodic/reportContent.ts';
import {
  sealedReportOf,
  sealHash,
  sealNamesIn,
  shortSeal,
} from '../../shared/reports/periodic/sealedReport.ts';
import { sealedContent } from '../../shared/reports/periodic/sealedText.ts';
import { sampleMark } from '../../shared/reports/toldSamples.ts';
import { stateFromRows, stateSheetName } from '../../shared/workbook/state.ts';
import type { BatchCommand } from './arguments.ts';
import { type BatchError, batchError } from './batchErrors.ts';
import { type BatchInput, readInputs } from './batchFiles.ts';
import { type BatchSession, type ExitCode, exitCodes, fail } from './batchShell.ts';
import { type JoinedInputs, joinInputs, programmeZone } from './joinInputs.ts';
import { tellOpenPoints } from './tellOpenPoints.ts';

type SealCommand = Extract<BatchCommand, { readonly command: 'seal' | 'verify' }>;

interface OpenedReports {
  readonly input: BatchInput;
  readonly joined: JoinedInputs;
  readonly reports: readonly RecordOf<'report'>[];
}

/** The hash of every report in a workbook: the seal that it carries, or what it would be sealed with as it stands. */
export async function showSeals(command: SealCommand, session: BatchSession): Promise<ExitCode> {
  const { language, print, text } = session;
  const opened = await openReports(command, session);
  if (!opened.ok) return fail(session, opened.error, command.json);
  const { joined, reports } = opened.value;
  const { records } = joined;
  const today = dateInZone(joined.at, programmeZone);
  const names = sealNamesIn(records);
  const seals = reports.flatMap((report) => {
    const { status, snapshotHash } = report.values;
    const isSealed = snapshotHash !== undefined && (status === 'submitted' || status === 'accepted');
    const sealed = isSealed ? null : sealedReportOf(records, report, today, { names });
    const hash = isSealed ? snapshotHash : sealed === null ? null : sealHash(sealed);
    const isKept = isSealed && sealedContent(records, report.id, snapshotHash).ok;
    return hash === null ? [] : [{ report, hash, isSealed, isKept }];
  });
  if (command.json) {
    print(
      JSON.stringify(
        seals.map(({ report, hash, isSealed, isKept }) => ({
          ...factsOf(report),
          sealed: isSealed,
          sha256: hash,
          contentKept: isKept,
        })),
        null,
        2,
      ),
    );
  } else {
    for (const { report, hash, isSealed } of seals) {
      print(reportLine(report, records, language));
      print(`  ${text(isSealed ? 'sealedAs' : 'wouldBeSealedAs')}: ${shortSeal(hash)}`);
      print(`  SHA-256: ${hash}`);
    }
  }
  return tellOpenPoints(joined, session, 'moreListed');
}

/** Whether every sealed report in a workbook still says what its records say; what differs is named. */
export async function verifySeals(command: SealCommand, session: BatchSession): Promise<ExitCode> {
  const opened = await openReports(command, session);
  if (!opened.ok) return fail(session, opened.error, command.json);
  const { input, joined, reports } = opened.value;
  const names = sealNamesIn(joined.records);
  const sealed = reports.filter(
    ({ values }) => values.status === 'submitted' || values.status === 'accepted',
  );
  const checked = sealed.flatMap((report) => {
    const correction = correctionOf(joined.records, report, { names, ...completeness(input, report) });
    return correction === null ? [] : [correction];
  });
  if (checked.length === 0)
    return fail(session, [batchError('NO_SEALED_REPORT', { name: input.name })], command.json);
  if (command.json) session.print(JSON.stringify(checked.map(correctionToJson), null, 2));
  else for (const correction of checked) printCorrection(correction, joined, session);
  const open = tellOpenPoints(joined, session, 'moreListed');
  return checked.every(holds) ? open : exitCodes.openPoints;
}

async function openReports(
  command: SealCommand,
  session: BatchSession,
): Promise<Result<OpenedReports, readonly BatchError[]>> {
  const { reader, resolvePath } = session;
  const inputs = await readInputs([resolvePath(command.file)], reader, command.password);
  if (!inputs.ok) return inputs;
  const joined = joinInputs(inputs.value, session);
  if (!joined.ok) return joined;
  const [input] = inputs.value;
  const reports = recordsOf(joined.value.records, 'report').toSorted((a, b) =>
    orderOf(a) < orderOf(b) ? -1 : 1,
  );
  if (input === undefined || reports.length === 0) {
    return err([batchError('NO_REPORT', { name: input?.name ?? command.file })]);
  }
  return ok({ input, joined: joined.value, reports });
}

const orderOf = ({ id, values }: RecordOf<'report'>): string =>
  `${values.from ?? ''} ${values.to ?? ''} ${id}`;

const holds = ({ problem, differences }: Correction): boolean => problem === null && differences.length === 0;

/**
 * Whether the workbook holds all of a report's center and period, what lies outside of that, and personal records too:
 * what is missing was taken out.
 */
function completeness(
  { grid }: BatchInput,
  { values }: RecordOf<'report'>,
): Required<Omit<CorrectionOptions, 'names'>> {
  const sheet = grid.sheets.find(({ name }) => name === stateSheetName);
  const state = sheet === undefined ? null : stateFromRows(sheet.rows);
  if (state?.ok !== true) return { isPart: true, lacksOutside: true, mayLackPersonal: true };
  const { scope, redacted } = state.value.header;
  const { kind, centerId, from, to } = scope;
  const hasCenter = centerId === null || centerId === values.center;
  const { from: first = '', to: last = '' } = values;
  const hasPeriod = kind === 'all' || (from !== null && to !== null && from <= first && last <= to);
  const isPart = !(hasCenter && hasPeriod);
  return { isPart, lacksOutside: isPart || kind === 'period', mayLackPersonal: redacted };
}

function printCorrection(correction: Correction, { records }: JoinedInputs, session: BatchSession): void {
  const { language, print, text } = session;
  const { report, hash, problem, differences, wentOn, includesSample, mayBeByRules } = correction;
  print(reportLine(report, records, language));
  print(`  ${text('sealedAs')}: ${shortSeal(hash)}`);
  if (includesSample) print(`  ${sampleMark[language]}`);
  if (problem !== null) print(`  ${text(problem === 'MISSING' ? 'sealMissing' : 'sealDamaged')}`);
  else if (differences.length > 0) print(`  ${text('sealDiffers', { count: differences.length })}`);
  else print(`  ${text(wentOn.length === 0 ? 'sealHolds' : 'sealHoldsSince', { count: wentOn.length })}`);
  if (mayBeByRules) print(`    ${olderRulesNote[language]}`);
  for (const { origin, own } of differencesByOrigin([...differences, ...wentOn])) {
    print(`    ${differenceOrigins[origin][language]}`);
    for (const difference of own) print(`      ${differenceLine(difference, language)}`);
  }
}

function reportLine(
  { values }: RecordOf<'report'>,
  records: JoinedInputs['records'],
  language: BatchSession['language'],
): string {
  const status = choiceTitle(reportFields.status, values.status, language);
  const center = values.center === undefined ? '' : centerName(values.center, records, language);
  const kind = choiceTitle(reportFields.kind, values.kind, language);
  return [kind, `${values.from ?? ''} – ${values.to ?? ''}`, center, status]
    .filter((part) => part !== '')
    .join(' · ');
}

function centerName(
  id: RecordId,
  records: JoinedInputs['records'],
  language: BatchSession['language'],
): string {
  const center = records.find('center', id);
  return center === null
    ? ''
    : definitionOf('center').title(center.values, { language, references: namesIn(records)[language] });
}

function factsOf({ id, values: { kind, from, to, status, center } }: RecordOf<'report'>) {
  return {
    report: id,
    center: center ?? null,
    kind: kind ?? null,
    from: from ?? null,
    to: to ?? null,
    status: status ?? null,
  };
}

function correctionToJson(correction: Correction) {
  const { report, hash, problem, differences, wentOn, includesSample: sample } = correction;
  return { ...factsOf(report), sha256: hash, sample, holds: holds(correction), problem, differences, wentOn };
}
