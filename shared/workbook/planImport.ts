import { err, ok, type Result } from '../core/result.ts';
import { type FileError, fileError } from '../messages/fileErrors.ts';
import { type RecordSet, referenceBookOf } from '../records/recordSet.ts';
import { findDefinition } from '../records/registry.ts';
import { overlaySet } from '../sync/overlay.ts';
import { parseStamp, stampAfter } from '../sync/stamp.ts';
import { foreignReader } from './foreign/foreignReader.ts';
import type { WorkbookMapping } from './foreign/mapping.ts';
import type { WorkbookGrid } from './grid.ts';
import type { ImportPlan, PlanNote, PlannedRow, RowStatus } from './importPlan.ts';
import { incomingWorkbook } from './incomingRows.ts';
import type { PlanContext } from './planContext.ts';
import { RowPlanner } from './planRows.ts';
import { stateFromRows, stateSheetName, type WorkbookState } from './state.ts';

export { importKey, type PlanContext } from './planContext.ts';

export interface FileToPlan {
  readonly name: string;
  readonly grid: WorkbookGrid;
  /** How a person said that foreign sheets are read; without it they are read as far as nobody needs to be asked. */
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
  let { records, importStamp } = context;
  return files.map((file) => {
    const plan = planImport(file, { ...context, records, importStamp });
    // Two tables without stamps are two edits, the second after the first.
    importStamp = stampAfter(importStamp, parseStamp(importStamp).device);
    if (plan.ok) records = overlaySet(records, plan.value.changes);
    return plan;
  });
}

/** False when records that a plan touches were changed since it was made; it has to be made again then. */
export function isPlanCurrent(plan: ImportPlan, records: RecordSet): boolean {
  return plan.changes.every(
    ({ type, id, path, was }) => (records.find(type, id)?.stamps[path] ?? null) === was,
  );
}

export function planImport(file: FileToPlan, context: PlanContext): Result<ImportPlan, FileError> {
  const notes: PlanNote[] = [];
  const state = readState(file, notes);
  if (!state.ok) return state;
  const cells = {
    language: context.language,
    references: referenceBookOf(context.records, context.language),
  };
  const knowledge = { context: cells, dateSystem: file.grid.dateSystem };
  const incoming = incomingWorkbook(file.grid, state.value, foreignReader(file.mapping ?? null, knowledge));
  if (incoming.sheets.length === 0 && state.value === null) {
    return err(fileError('WRONG_TEMPLATE', 'no sheet with known columns', { name: file.name }));
  }
  const planner = new RowPlanner(file.name, incoming, context);
  const rows = planner.plan();
  notes.push(...incoming.notes, ...planner.notes());
  return ok({
    source: planner.source,
    rows: rows.map(({ row }) => row),
    notes,
    changes: rows.flatMap(({ changes }) => changes),
    counts: countStatuses(rows.map(({ row }) => row)),
  });
}

function readState({ name, grid }: FileToPlan, notes: PlanNote[]): Result<WorkbookState | null, FileError> {
  const sheet = grid.sheets.find((candidate) => candidate.name === stateSheetName);
  if (sheet === undefined) {
    notes.push({ code: 'STATE_MISSING', params: {} });
    return ok(null);
  }
  const state = stateFromRows(sheet.rows);
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
