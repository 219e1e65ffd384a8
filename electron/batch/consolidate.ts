import { derivedRecordId } from '../../shared/core/ids.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { packNoteText } from '../../shared/messages/packNotes.ts';
import { planNoteText } from '../../shared/messages/planNotes.ts';
import { stampAfter } from '../../shared/sync/stamp.ts';
import { exportDocument } from '../../shared/workbook/exportWorkbook.ts';
import { rowStatuses } from '../../shared/workbook/importPlan.ts';
import { writeWorkbook } from '../../shared/workbook/write/writeWorkbook.ts';
import type { BatchCommand } from './arguments.ts';
import { type BatchError, batchError } from './batchErrors.ts';
import { type BatchInput, outputProblem, readInputs, saveOutput } from './batchFiles.ts';
import { type BatchSession, type ExitCode, exitCodes, fail } from './batchShell.ts';
import { correctionProblem, writeCorrections } from './correctionFiles.ts';
import { isMappingUsed, readMapping } from './foreignInputs.ts';
import { type JoinedInputs, joinInputs, programmeZone } from './joinInputs.ts';
import { problemsDocument } from './problemsDocument.ts';
import { tellOpenPoints } from './tellOpenPoints.ts';
import { textTable } from './textTable.ts';

type Consolidate = Extract<BatchCommand, { readonly command: 'consolidate' }>;

/** Joins workbooks into one of all centers, the same bytes for the same files in whatever order. */
export async function consolidate(command: Consolidate, session: BatchSession): Promise<ExitCode> {
  const { reader, tell, print, resolvePath, text } = session;
  const files = command.files.map(resolvePath);
  const out = resolvePath(command.out);
  const report = command.report === null ? null : resolvePath(command.report);
  const wrong = await wrongOutput(out, report, files);
  if (wrong !== null) return fail(session, [wrong]);
  const mapping = command.mapping === null ? null : await readMapping(resolvePath(command.mapping));
  if (mapping?.ok === false) return fail(session, [mapping.error]);
  const inputs = await readInputs(files, reader, command.password);
  if (
    inputs.ok &&
    mapping !== null &&
    !isMappingUsed(
      inputs.value.map(({ grid }) => grid),
      mapping.value,
    )
  ) {
    return fail(session, [batchError('MAPPING_UNUSED', { name: command.mapping ?? '' })]);
  }
  const joined = inputs.ok ? joinInputs(inputs.value, session, mapping?.value ?? null) : inputs;
  if (!joined.ok) {
    fail(session, joined.error);
    tell(text('nothingWritten'));
    return exitCodes.unusable;
  }
  // What is wrong first: it tells what is missing from a result that is there.
  const problems =
    report === null ? ok([]) : await writeProblems(joined.value, report, [...files, out], session);
  if (!problems.ok) return fail(session, [problems.error]);
  const problem = await write(consolidated(joined.value, command, session), out, session);
  if (problem !== null) return fail(session, [problem]);
  for (const line of summary(joined.value, session)) print(line);
  if (inputs.ok) tellPacks(inputs.value, session);
  for (const path of [out, ...problems.value]) print(text('written', { path }));
  return tellOpenPoints(joined.value, session, report === null ? 'moreProblems' : 'moreListed');
}

/** The list of everything that is wrong, and beside it each workbook with rejected rows as it goes back. */
async function writeProblems(
  joined: JoinedInputs,
  report: string,
  taken: readonly string[],
  session: BatchSession,
): Promise<Result<readonly string[], BatchError>> {
  const problem =
    (await correctionProblem(joined.files, report, taken)) ??
    (await write(problemsDocument(joined, session.language), report, session));
  if (problem !== null) return err(problem);
  const corrections = await writeCorrections(joined, report, session);
  return corrections.ok ? ok([report, ...corrections.value]) : corrections;
}

async function wrongOutput(
  out: string,
  report: string | null,
  files: readonly string[],
): Promise<BatchError | null> {
  if (report === out) return batchError('OUTPUT_TWICE', { name: out });
  for (const path of report === null ? [out] : [out, report]) {
    const problem = await outputProblem(path, files);
    if (problem !== null) return problem;
  }
  return null;
}

/** Everything that names or dates the workbook follows from the inputs. */
function consolidated(
  { records, digest, device, highest, at }: JoinedInputs,
  { redact }: Consolidate,
  { language, text }: BatchSession,
) {
  return exportDocument(records, {
    language,
    scope: { kind: 'all' },
    centerId: null,
    redact,
    template: false,
    workbookId: derivedRecordId('consolidated', digest, language, String(redact)),
    device,
    exportStamp: stampAfter(highest, device),
    // Files may hold one center or one month of it, so their union has seen no device's edits completely.
    seen: {},
    by: text('author'),
    at,
    timeZone: programmeZone,
  });
}

async function write(
  document: Parameters<typeof writeWorkbook>[0],
  path: string,
  { operations }: BatchSession,
): Promise<BatchError | null> {
  const bytes = await writeWorkbook(document);
  if (!bytes.ok) return batchError(bytes.error.code, bytes.error.params);
  return await saveOutput(path, bytes.value, operations);
}

/** The files of packs are checked here but kept nowhere: they belong to an installation with its records. */
function tellPacks(inputs: readonly BatchInput[], { language, tell, text }: BatchSession): void {
  for (const { name, pack } of inputs) {
    if (pack === undefined) continue;
    tell(text('packFiles', { name, count: pack.files.length }));
    for (const note of pack.notes) tell(`${name}: ${packNoteText(note, language)}`);
  }
}

function summary({ files }: JoinedInputs, { language, text }: BatchSession): readonly string[] {
  const head = [text('file'), ...rowStatuses.map((status) => text(status))];
  const table = textTable([
    head,
    ...files.map(({ name, plan, sameAs }) => [
      name,
      ...rowStatuses.map((status) => (sameAs === null ? plan.counts[status] : 0)),
    ]),
  ]);
  const notes = files.flatMap(({ name, plan, sameAs }) =>
    sameAs === null
      ? plan.notes.map((note) => `${name}: ${planNoteText(note, language)}`)
      : [text('sameFile', { name, other: sameAs })],
  );
  return [...table, ...(notes.length === 0 ? [] : ['', ...notes]), ''];
}
