import { deletedPath } from '../../../shared/sync/record.ts';
import type { ImportPlan, RowStatus } from '../../../shared/workbook/importPlan.ts';
import type { FileOutcome } from './receiveState.ts';

export interface OutcomeSummary {
  /** Rows of all files that were read and saved. */
  readonly counts: Readonly<Record<RowStatus, number>>;
  /** Files that could not be read. */
  readonly refused: number;
  /** Files that were left when a person stopped. */
  readonly stopped: number;
  /** Files that could be read and not be saved, or stood behind such a file. */
  readonly notSaved: number;
  /** Files with rejected rows. */
  readonly toCorrect: number;
}

/** The totals of an import of many files. */
export function summaryOf(outcomes: readonly FileOutcome[]): OutcomeSummary {
  const read = outcomes.flatMap((outcome) =>
    outcome.kind === 'imported' || outcome.kind === 'nothing' ? [outcome.plan] : [],
  );
  const sum = (status: RowStatus): number => read.reduce((total, { counts }) => total + counts[status], 0);
  const count = (...kinds: readonly FileOutcome['kind'][]): number =>
    outcomes.filter(({ kind }) => kinds.includes(kind)).length;
  return {
    counts: {
      conflict: sum('conflict'),
      added: sum('added'),
      updated: sum('updated'),
      deleted: sum('deleted'),
      unchanged: sum('unchanged'),
      rejected: sum('rejected'),
    },
    refused: count('refused'),
    stopped: count('stopped'),
    notSaved: count('notSaved', 'notReached'),
    toCorrect: read.filter(({ counts }) => counts.rejected > 0).length,
  };
}

/** How many records an import deletes that were edited here: they are in conflict, and deleted until it is decided. */
export function disputedDeletions({ rows }: Pick<ImportPlan, 'rows'>): number {
  return rows.filter(({ cells }) =>
    cells.some(
      ({ field, outcome, winner }) =>
        field === deletedPath && outcome === 'conflict' && winner === 'workbook',
    ),
  ).length;
}
