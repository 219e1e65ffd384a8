import { basename } from 'node:path';
import type { Language } from '../../shared/core/language.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { planNoteText } from '../../shared/messages/planNotes.ts';
import { rowProblemText } from '../../shared/messages/rowProblemText.ts';
import { findDefinition } from '../../shared/records/registry.ts';
import type { WorkbookMapping } from '../../shared/workbook/foreign/mapping.ts';
import { mappingToJson } from '../../shared/workbook/foreign/mappingJson.ts';
import { withContents } from '../../shared/workbook/foreign/mappingOfFile.ts';
import type { SheetView } from '../../shared/workbook/foreign/sheetView.ts';
import { type ImportPlan, rowStatuses } from '../../shared/workbook/importPlan.ts';
import type { BatchCommand } from './arguments.ts';
import { type BatchError, batchError } from './batchErrors.ts';
import { type BatchInput, besideProblem, isTaken, readInputs, saveOutput } from './batchFiles.ts';
import { type BatchSession, type ExitCode, fail } from './batchShell.ts';
import type { batchTexts } from './batchTexts.ts';
import { conflictProblems } from './conflictProblems.ts';
import { mappingLines, mappingToFacts } from './describeMapping.ts';
import { foreignFile, isMappingUsed, readMapping } from './foreignInputs.ts';
import { type JoinedFile, joinInputs } from './joinInputs.ts';
import { type FoundProblem, problemsOf } from './problemsDocument.ts';
import { tellOpenPoints } from './tellOpenPoints.ts';
import { textTable } from './textTable.ts';

/** What a workbook is and holds, and what would happen to its rows on a new installation. */
export async function inspectWorkbook(
  command: Extract<BatchCommand, { readonly command: 'inspect' }>,
  session: BatchSession,
): Promise<ExitCode> {
  const { language, print, reader, resolvePath } = session;
  const path = resolvePath(command.file);
  const target = command.mapping === null ? null : resolvePath(command.mapping);
  const given = target === null ? null : await mappingGiven(target, path);
  if (given?.ok === false) return fail(session, [given.error], command.json);
  const mapping = given?.value ?? null;
  const inputs = await readInputs([path], reader, command.password);
  const joined = inputs.ok ? joinInputs(inputs.value, session, mapping) : inputs;
  if (!joined.ok) return fail(session, joined.error, command.json);
  const [file] = joined.value.files;
  const [input] = inputs.ok ? inputs.value : [];
  if (file === undefined || input === undefined) throw new Error(`nothing planned for ${basename(path)}`);
  session.planning(file.name);
  const foreign = foreignFile(input.grid, joined.value.records, language, mapping);
  session.planning(null);
  if (target !== null) {
    const problem =
      foreign === null
        ? batchError('NOT_FOREIGN', { name: file.name })
        : mapping === null
          ? await writeMapping(withContents(foreign.mapping, input.grid.sheets), target, session)
          : followed(input, mapping, target, session);
    if (problem !== null) return fail(session, [problem], command.json);
  }
  const views = foreign?.views ?? [];
  const problems = [...conflictProblems(joined.value, language), ...problemsOf([file])];
  if (command.json) print(JSON.stringify(inspectionToJson(input, file, problems, views, language), null, 2));
  else
    for (const line of [...inspectionToLines(input, file, session), ...mappingLines(views, session)])
      print(line);
  return tellOpenPoints(joined.value, session, 'moreListed');
}

/** The mapping to be followed; null where there is none at its path yet, and one is to be written there. */
async function mappingGiven(
  target: string,
  file: string,
): Promise<Result<WorkbookMapping | null, BatchError>> {
  const problem = await besideProblem(target, [file]);
  if (problem !== null) return err(problem);
  return (await isTaken(target)) ? await readMapping(target) : ok(null);
}

async function writeMapping(
  mapping: WorkbookMapping,
  target: string,
  { operations, tell, text }: BatchSession,
): Promise<BatchError | null> {
  const json = `${JSON.stringify(mappingToJson(mapping), null, 2)}\n`;
  const problem = await saveOutput(target, new TextEncoder().encode(json), operations);
  if (problem === null) tell(text('written', { path: target }));
  return problem;
}

function followed(
  { grid }: BatchInput,
  mapping: WorkbookMapping,
  target: string,
  { tell, text }: BatchSession,
): BatchError | null {
  if (!isMappingUsed([grid], mapping)) return batchError('MAPPING_UNUSED', { name: basename(target) });
  tell(text('followed', { path: target }));
  return null;
}

interface SheetFacts {
  readonly name: string;
  readonly visibility: string;
  /** Null for a sheet without records. */
  readonly type: string | null;
  readonly rows: number;
}

/** Sheets that people see, with the rows of records on them. */
function sheetFacts({ grid }: BatchInput, { rows }: ImportPlan): readonly SheetFacts[] {
  return grid.sheets
    .filter(({ visibility }) => visibility !== 'veryHidden')
    .map(({ name, visibility }) => {
      const own = rows.filter((row) => row.sheet === name && row.row !== null);
      return { name, visibility, type: own[0]?.type ?? null, rows: own.length };
    });
}

const originTexts: Readonly<Record<ImportPlan['source']['origin'], keyof typeof batchTexts>> = {
  exported: 'originExported',
  edited: 'originEdited',
  template: 'originTemplate',
  foreign: 'originForeign',
};

function inspectionToLines(
  input: BatchInput,
  { name, plan }: JoinedFile,
  { language, text }: BatchSession,
): readonly string[] {
  const { source, counts, notes } = plan;
  const date = source.exportedAt === null ? '' : isoMinute(source.exportedAt);
  const sheets = sheetFacts(input, plan).map(({ name: sheet, type, rows }) => [
    sheet,
    type === null ? text('noRecords') : (findDefinition(type)?.label.many[language] ?? type),
    type === null ? '' : rows,
  ]);
  return [
    `${name}: ${input.grid.kind}, ${text(originTexts[source.origin])}`,
    ...(source.exportedBy === '' ? [] : [text('exportedBy', { name: source.exportedBy, date })]),
    ...(source.sample ? [text('sample')] : []),
    '',
    ...textTable([[text('sheet'), text('records'), text('rows')], ...sheets]),
    '',
    ...textTable([rowStatuses.map((status) => text(status)), rowStatuses.map((status) => counts[status])]),
    ...(notes.length === 0 ? [] : ['', ...notes.map((note) => planNoteText(note, language))]),
  ];
}

function inspectionToJson(
  input: BatchInput,
  file: JoinedFile,
  problems: readonly FoundProblem[],
  views: readonly SheetView[],
  language: Language,
) {
  const { plan } = file;
  const { origin, workbookId, contentHash, exportedBy, exportedAt, sample } = plan.source;
  return {
    file: file.name,
    sha256: input.hash,
    format: input.grid.kind,
    origin,
    workbookId,
    contentHash,
    exportedBy,
    exportedAt: exportedAt === null ? null : new Date(exportedAt).toISOString(),
    sample,
    sheets: sheetFacts(input, plan),
    ...(views.length === 0 ? {} : { mapping: mappingToFacts(views, language) }),
    counts: plan.counts,
    notes: plan.notes.map((note) => ({ code: note.code, message: planNoteText(note, language) })),
    problems: problems.map(({ sheet, row, problem }) => ({
      sheet,
      row,
      column: problem.column,
      header: problem.header[language],
      value: problem.value,
      ...(problem.level === 'conflict' ? { other: problem.other } : {}),
      level: problem.level,
      code: problem.code,
      message: rowProblemText(problem, language),
    })),
  };
}

const isoMinute = (time: number): string => new Date(time).toISOString().slice(0, 16).replace('T', ' ');
