import { groupBy } from '../core/groupBy.ts';
import { ok, type Result } from '../core/result.ts';
import type { FileError } from '../messages/fileErrors.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { overlaySet } from '../sync/overlay.ts';
import { columnLetters } from './columns.ts';
import { correctionSheet, correctionSheetName } from './correctionSheet.ts';
import { type ReturnedTable, returnedNames, returnedTable } from './foreign/returnedTable.ts';
import type { DataSheet, SheetGrid, TableSheet, WorkbookDocument, WorkbookGrid } from './grid.ts';
import { matchSheet } from './headerMatching.ts';
import { type IncomingSheet, type IncomingWorkbook, isOwnSheet } from './incomingRows.ts';
import { listsSheetName } from './listsSheet.ts';
import type { PlanContext } from './planContext.ts';
import { type FileToPlan, type PlannedFile, planFile } from './planImport.ts';
import { problemsState } from './problemsState.ts';
import { reasonHeader } from './reasonColumn.ts';
import { conflictsByRecord, type ReturnedRow, type RowsBySheet, returnedRows } from './returnedRows.ts';
import { type ReturnedSheet, returnedSheet, textWidths } from './returnedSheet.ts';
import { isStateSheet, stateSheetName, stateToRows } from './state.ts';
import { cleanSheetNames } from './write/names.ts';

export interface ProblemsOptions {
  /** Milliseconds since 1970; the same inputs and time give the same workbook. */
  readonly at: number;
  /** As in the workbook that came in: what was protected stays so. */
  readonly password: string | null;
  /** Where conflicts are looked for: the records as they are after the import, unless told otherwise. */
  readonly joined?: RecordSet;
}

/**
 * The workbook that came in, to go back to its author: rejected rows with their bad cells marked and the reasons in a
 * column of their own, in front of it a page that lists them and the conflicts that wait. Correcting it and importing
 * it again brings in what was corrected and nothing else. The same errors as planImport.
 */
export function problemsWorkbook(
  file: FileToPlan,
  context: PlanContext,
  options: ProblemsOptions,
): Result<WorkbookDocument, FileError> {
  const planned = planFile(file, context);
  return planned.ok ? ok(documentOf(file, planned.value, context, options)) : planned;
}

function documentOf(
  { name, grid }: FileToPlan,
  planned: PlannedFile,
  context: PlanContext,
  { at, password, joined }: ProblemsOptions,
): WorkbookDocument {
  const { language, blankClears } = context;
  const { incoming, planner, plan } = planned;
  const conflicts = conflictsByRecord(planned, joined ?? overlaySet(context.records, plan.changes), context);
  const kept = keptSheets(grid, incoming, returnedRows(planned, conflicts), language);
  const nameOf = (own: IncomingSheet): string => kept.find(({ sheet }) => sheet === own)?.name ?? own.name;
  const options = { language, cells: planner.cells, blankClears, nameRange: nameRangeOf(grid) };
  const sheets = kept.map(
    ({ grid: own, name: newName, sheet, rows }): ReturnedSheet =>
      sheet === null
        ? { table: plainSheet(own, newName), lines: [] }
        : returnedSheet(own, newName, sheet, rows, options),
  );
  const state = problemsState({
    incoming: { ...incoming, sheets: kept.flatMap(({ sheet }) => sheet ?? []) },
    rows: kept.flatMap(({ rows }) => rows),
    editStamp: planner.editStamp,
    cells: planner.cells,
    nameOf,
  });
  const facts = {
    file: name,
    rows: plan.counts.rejected,
    lines: sheets.flatMap(({ lines }) => lines),
    conflicts: [...conflicts.values()].flat(),
  };
  return {
    title: correctionSheetName[language],
    author: 'eGCC Fieldbook',
    language,
    createdAt: at,
    sheets: [
      correctionSheet(facts, reasonHeader[language], language),
      ...sheets.map(({ table }) => table),
      ...grid.sheets
        .filter((sheet) => sheet.name === listsSheetName)
        .map(({ rows: lists }) => dataSheet(listsSheetName, lists)),
      dataSheet(stateSheetName, stateToRows(state)),
    ],
    ...(password === null ? {} : { password }),
  };
}

const dataSheet = (name: string, rows: DataSheet['rows']): DataSheet => ({
  kind: 'data',
  name,
  visibility: 'veryHidden',
  rows,
});

interface KeptSheet {
  readonly grid: SheetGrid;
  /** As Excel takes it. */
  readonly name: string;
  /** Null for one without records. */
  readonly sheet: IncomingSheet | null;
  readonly rows: readonly ReturnedRow[];
}

/** All sheets that people made or fill in; Fieldbook's own pages say nothing about what is wrong. */
function keptSheets(
  grid: WorkbookGrid,
  incoming: IncomingWorkbook,
  rows: RowsBySheet,
  language: PlanContext['language'],
): readonly KeptSheet[] {
  const sheets = grid.sheets
    .filter((sheet) => !isOwnSheet(sheet.name) && !isStateSheet(sheet) && sheet.visibility !== 'veryHidden')
    .flatMap((own): readonly Omit<KeptSheet, 'name'>[] => {
      const sheet = incoming.sheets.find((one) => one.name === own.name && one.isOfNames !== true);
      if (sheet === undefined) return isLeftOut(own, incoming) ? [] : [{ grid: own, sheet: null, rows: [] }];
      const found = rows.get(sheet) ?? [];
      return [
        sheet.source === undefined
          ? { grid: own, sheet, rows: found }
          : returnedTable(own, sheet, found, language),
      ];
    });
  const all = [...sheets, ...nameSheets(rows, language)];
  const [, ...names] = cleanSheetNames([correctionSheetName[language], ...all.map((one) => one.grid.name)]);
  return all.map((one, index) => ({ ...one, name: names[index] ?? one.grid.name }));
}

/** A person left it out when its columns were matched; in the workbook that goes back it would be read by its headers. */
const isLeftOut = (sheet: SheetGrid, { state }: IncomingWorkbook): boolean =>
  state === null && matchSheet(sheet) !== null;

function nameSheets(rows: RowsBySheet, language: PlanContext['language']): readonly ReturnedTable[] {
  const named = [...rows].flatMap(([sheet, found]) => (sheet.isOfNames === true ? found : []));
  const byType = groupBy(named, ({ sheet }) => sheet.definition);
  return [...byType].flatMap(([definition, own]) => returnedNames(definition, own, language) ?? []);
}

/** The cells of the workbook's own lists that name the records of a type. */
function nameRangeOf(grid: WorkbookGrid): (type: string) => string | null {
  const lists = grid.sheets.find(({ name }) => name === listsSheetName)?.rows ?? [];
  return (type) => {
    const column = (lists[0] ?? []).indexOf(type);
    const last = lists.findLastIndex((row) => typeof row[column] === 'string');
    if (column < 0 || last < 1) return null;
    const letters = columnLetters(column);
    return `${listsSheetName}!$${letters}$2:$${letters}$${last + 1}`;
  };
}

/** A sheet without records goes back as it came. */
function plainSheet({ visibility, rows }: SheetGrid, name: string): TableSheet {
  return {
    kind: 'table',
    name,
    visibility,
    columns: textWidths(rows).map((width) => ({ width, format: 'general' })),
    header: [],
    ownHeader: true,
    above: rows,
    rows: [],
    frozenColumns: 0,
    spareRows: 0,
    landscape: true,
  };
}
