import { groupBy } from '../core/groupBy.ts';
import { openConflicts } from '../records/openConflicts.ts';
import { type RecordSet, referenceBookOf } from '../records/recordSet.ts';
import type { StoredRecord } from '../sync/record.ts';
import type { RowProblem } from './importPlan.ts';
import type { IncomingRow, IncomingSheet } from './incomingRows.ts';
import type { PlanContext } from './planContext.ts';
import type { PlannedFile } from './planImport.ts';
import { type WaitingConflict, waitingConflict } from './waitingConflict.ts';

/** A row of the workbook that came in, with what became of it. */
export interface ReturnedRow {
  readonly sheet: IncomingSheet;
  readonly row: IncomingRow;
  /** The record's title. */
  readonly title: string;
  readonly isRejected: boolean;
  /** Why it was rejected. */
  readonly errors: readonly RowProblem[];
  readonly conflicts: readonly WaitingConflict[];
  /** The record as the workbook alone has it; null where nobody touched the row, or it says nothing. */
  readonly record: StoredRecord | null;
  /** Fields with a cell that could not be read. */
  readonly badFields: ReadonlySet<string>;
}

export type RowsBySheet = ReadonlyMap<IncomingSheet, readonly ReturnedRow[]>;

/** Each row of a file's sheets with what became of it. */
export function returnedRows(
  { plan, incoming, planner }: PlannedFile,
  conflicts: ReadonlyMap<string, readonly WaitingConflict[]>,
): RowsBySheet {
  const planned = plan.rows.values();
  const returned = (sheet: IncomingSheet, row: IncomingRow): ReturnedRow => {
    const found = planned.next().value;
    if (found?.row !== row.row) throw new Error(`row ${row.row} was not planned`);
    const { status, title, problems } = found;
    const isRejected = status === 'rejected';
    const errors = isRejected ? problems.filter(({ level }) => level === 'error') : [];
    const read = row.edited.size === 0 ? nothingRead : planner.recordOf(sheet, row);
    return { sheet, row, title, isRejected, errors, conflicts: conflicts.get(row.id) ?? [], ...read };
  };
  return new Map(incoming.sheets.map((sheet) => [sheet, sheet.rows.map((row) => returned(sheet, row))]));
}

const nothingRead: Pick<ReturnedRow, 'record' | 'badFields'> = { record: null, badFields: new Set() };

/** The conflicts that wait in the records that a workbook has rows of, by record. */
export function conflictsByRecord(
  { incoming }: PlannedFile,
  records: RecordSet,
  { language }: Pick<PlanContext, 'language'>,
): ReadonlyMap<string, readonly WaitingConflict[]> {
  const ids = new Set<string>(incoming.sheets.flatMap(({ rows }) => rows.map(({ id }) => id)));
  for (const { id } of incoming.state?.rows ?? []) ids.add(id);
  const open = openConflicts(records).filter(({ record }) => ids.has(record.id));
  if (open.length === 0) return new Map();
  const context = { language, references: referenceBookOf(records, language) };
  const byId = groupBy(open, ({ record }) => record.id);
  return new Map([...byId].map(([id, own]) => [id, own.map((one) => waitingConflict(one, context))]));
}
