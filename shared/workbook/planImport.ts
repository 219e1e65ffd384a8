import { err, ok, type Result } from '../core/result.ts';
import { type FileError, fileError } from '../messages/fileErrors.ts';
import { type RecordSet, referenceBookOf } from '../records/recordSet.ts';
import { findDefinition } from '../records/registry.ts';
import type { ChangeSource } from '../sync/changeSet.ts';
import { overlaySet } from '../sync/overlay.ts';
import { parseStamp, stampAfter } from '../sync/stamp.ts';
import type { EarlierCopy } from './earlierCopies.ts';
import { foreignReader } from './foreign/foreignReader.ts';
import type { WorkbookMapping } from './foreign/mapping.ts';
import type { WorkbookGrid } from './grid.ts';
import type { ImportPlan, PlanNote, PlannedRow, RowStatus } from './importPlan.ts';
import { holdsAllOf } from './incomingPaths.ts';
import { type IncomingWorkbook, incomingWorkbook } from './incomingRows.ts';
import type { PlanContext } from './planContext.ts';
import { RowPlanner } from './planRows.ts';
import { isStateSheet, stateFromRows, type WorkbookState } from './state.ts';
import { withToldRows } from './toldRows.ts';

export { importKey, type PlanContext } from './planContext.ts';

export interface FileToPlan {
  readonly name: string;
  readonly grid: WorkbookGrid;
  /**
   * How a person said that foreign sheets are read; without it they are read as far as nobody needs to be asked. Of a
   * workbook of Fieldbook's own, what becomes of new rows.
   */
  readonly mapping?: WorkbookMapping;
}

/**
 * What importing the files in this order would do. Each plan counts on those before it being committed. Errors of a
 * file (WRONG_TEMPLATE, NEWER_VERSION) leave the others as they are.
 */
export function planImports(
  files: readonly FileToPlan[],
  context: PlanContext,
): readonly Result<ImportPlan, FileError>[] {
  let next = context;
  return files.map((file) => {
    const plan = planImport(file, next);
    next = contextAfter(next, plan.ok ? plan.value : null);
    return plan;
  });
}

/** What the next file is planned from, when this plan is committed before it; null for a file that was refused. */
export function contextAfter(context: PlanContext, plan: ImportPlan | null): PlanContext {
  const { importStamp, records, earlierCopies = [] } = context;
  return {
    ...context,
    // Two tables without stamps are two edits, the second after the first.
    importStamp: stampAfter(importStamp, parseStamp(importStamp).device),
    records: plan === null || plan.changes.length === 0 ? records : overlaySet(records, plan.changes),
    earlierCopies: plan === null ? earlierCopies : [...earlierCopies, ...copyOf(plan.source, plan.changes)],
  };
}

/** What an import was, for those that come after it; none where the file is no copy of a workbook of Fieldbook's own. */
export function copyOf(
  { workbookId, savedBy, savedAt }: ChangeSource,
  changes: EarlierCopy['changes'],
): readonly EarlierCopy[] {
  if (workbookId === null) return [];
  return [{ workbookId, savedBy: savedBy ?? null, savedAt: savedAt ?? null, changes }];
}

/** False when records that a plan touches were changed since it was made; it has to be made again then. */
export function isPlanCurrent(plan: ImportPlan, records: RecordSet): boolean {
  return plan.changes.every(
    ({ type, id, path, was }) => (records.find(type, id)?.stamps[path] ?? null) === was,
  );
}

export function planImport(file: FileToPlan, context: PlanContext): Result<ImportPlan, FileError> {
  const planned = planFile(file, context);
  return planned.ok ? ok(planned.value.plan) : planned;
}

/** A plan with what it was made from; the first rows of the plan are those of the sheets, in their order. */
export interface PlannedFile {
  readonly plan: ImportPlan;
  readonly incoming: IncomingWorkbook;
  readonly planner: RowPlanner;
}

/** As planImport, for those who need the rows that the plan was made from. */
export function planFile(file: FileToPlan, context: PlanContext): Result<PlannedFile, FileError> {
  const notes: PlanNote[] = [];
  const state = readState(file, notes, context.records);
  if (!state.ok) return state;
  const cells = {
    language: context.language,
    references: referenceBookOf(context.records, context.language),
  };
  const knowledge = { context: cells, dateSystem: file.grid.dateSystem };
  const incoming = withToldRows(
    incomingWorkbook(file.grid, state.value, foreignReader(file.mapping ?? null, knowledge)),
    file.mapping?.rows ?? [],
  );
  if (incoming.sheets.length === 0 && state.value === null) {
    return err(fileError('WRONG_TEMPLATE', 'no sheet with known columns', { name: file.name }));
  }
  if (state.value === null && !notes.some(({ code }) => code === 'STATE_DAMAGED')) {
    notes.push({ code: hasIds(incoming) ? 'STATE_LOST' : 'STATE_MISSING', params: {} });
  }
  const planner = new RowPlanner(file.name, incoming, context);
  const rows = planner.plan();
  notes.push(...incoming.notes, ...planner.notes());
  const plan: ImportPlan = {
    source: planner.source,
    rows: rows.map(({ row }) => row),
    notes,
    changes: rows.flatMap(({ changes }) => changes),
    counts: countStatuses(rows.map(({ row }) => row)),
  };
  return ok({ plan, incoming, planner });
}

/** Only Fieldbook gives ids. */
const hasIds = ({ sheets }: IncomingWorkbook): boolean =>
  sheets.some(({ rows }) => rows.some(({ isNew }) => !isNew));

function readState(
  { name, grid }: FileToPlan,
  notes: PlanNote[],
  records: RecordSet,
): Result<WorkbookState | null, FileError> {
  const sheet = grid.sheets.find(isStateSheet);
  if (sheet === undefined) return ok(null);
  if (sheet.visibility === 'visible') notes.push({ code: 'STATE_SHOWN', params: { sheet: sheet.name } });
  const state = stateFromRows(
    sheet.rows,
    (row) => !row.deleted && holdsAllOf(records.find(row.type, row.id), row),
  );
  if (!state.ok) {
    if (state.error === 'NEWER') {
      return err(fileError('NEWER_VERSION', 'newer state format', { name, found: 'format' }));
    }
    notes.push({ code: 'STATE_DAMAGED', params: {} });
    return ok(null);
  }
  for (const [type, version] of Object.entries(state.value.header.versions)) {
    const known = findDefinition(type)?.version ?? 0;
    if (version > known) {
      return err(
        fileError('NEWER_VERSION', `${type} ${version} > ${known}`, { name, found: `${type} ${version}` }),
      );
    }
  }
  return state;
}

function countStatuses(rows: readonly PlannedRow[]): Readonly<Record<RowStatus, number>> {
  const counts: Record<RowStatus, number> = {
    conflict: 0,
    added: 0,
    updated: 0,
    deleted: 0,
    unchanged: 0,
    rejected: 0,
  };
  for (const { status } of rows) counts[status] += 1;
  return counts;
}
