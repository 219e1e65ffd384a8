import { foldText } from '../../../shared/core/text.ts';
import type { ImportPlan, PlannedRow, RowProblem, RowStatus } from '../../../shared/workbook/importPlan.ts';
import type { FilePlan } from './receiveState.ts';

/** `warnings` is no status but what a reader looks for: rows with something to see. */
export type RowFilter = 'all' | RowStatus | 'warnings';

export interface ShownRow {
  readonly row: PlannedRow;
  readonly fileKey: string;
  readonly fileName: string;
}

/** Rows of all readable files, in the order of files and sheets. */
export function rowsOf(plans: readonly FilePlan[]): readonly ShownRow[] {
  return plans.flatMap(({ file, result }) =>
    result.ok ? result.value.rows.map((row) => ({ row, fileKey: file.key, fileName: file.name })) : [],
  );
}

export function countByFilter(rows: readonly ShownRow[]): Readonly<Record<RowFilter, number>> {
  const counts: Record<RowFilter, number> = {
    all: rows.length,
    conflict: 0,
    added: 0,
    updated: 0,
    deleted: 0,
    unchanged: 0,
    rejected: 0,
    warnings: 0,
  };
  for (const { row } of rows) {
    counts[row.status] += 1;
    if (hasWarnings(row)) counts.warnings += 1;
  }
  return counts;
}

/** Rows in conflict stand first, the others in the order of their sheets. */
export function filterRows(
  rows: readonly ShownRow[],
  filter: RowFilter,
  fileKey: string | null,
  query: string,
): readonly ShownRow[] {
  const sought = foldText(query);
  const fitting = rows.filter(
    (shown) =>
      (fileKey === null || shown.fileKey === fileKey) &&
      matches(shown.row, filter) &&
      (sought === '' || foldText(`${shown.row.title} ${shown.row.sheet}`).includes(sought)),
  );
  const inConflict = (shown: ShownRow): boolean => shown.row.status === 'conflict';
  return [...fitting.filter(inConflict), ...fitting.filter((shown) => !inConflict(shown))];
}

/** The filter with which a preview opens: what needs a person first, then what would change. */
export function openingFilter(counts: Readonly<Record<RowFilter, number>>): RowFilter {
  const order = ['conflict', 'rejected', 'updated', 'added', 'deleted'] as const;
  const first = order.find((status) => counts[status] > 0);
  return first ?? 'all';
}

/** Where a problem stands, as Excel's name box writes it: `B12`, or the row alone. */
export function cellAddress(row: PlannedRow, problem: RowProblem): string {
  if (row.row === null) return '';
  return problem.column === null ? String(row.row) : `${problem.column}${row.row}`;
}

/** True for a file in which every row is as it is here; its plan may still note later stamps. */
export function bringsNothing({ counts }: ImportPlan): boolean {
  return counts.conflict + counts.added + counts.updated + counts.deleted + counts.rejected === 0;
}

function matches(row: PlannedRow, filter: RowFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'warnings':
      return hasWarnings(row);
    default:
      return row.status === filter;
  }
}

const hasWarnings = (row: PlannedRow): boolean => row.problems.some(({ level }) => level === 'warning');
