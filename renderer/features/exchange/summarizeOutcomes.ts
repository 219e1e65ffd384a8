import type { RowStatus } from '../../../shared/workbook/importPlan.ts';
import type { FileOutcome } from './receiveState.ts';

export interface OutcomeSummary {
  /** Rows of all files that were read and saved. */
  readonly counts: Readonly<Record<RowStatus, number>>;
  /** Files that were not taken. */
  readonly refused: number;
  /** Files with rejected rows. */
  readonly toCorrect: number;
}

/** The totals of an import of many files. */
export function summaryOf(outcomes: readonly FileOutcome[]): OutcomeSummary {
  const read = outcomes.flatMap((outcome) =>
    outcome.kind === 'imported' || outcome.kind === 'nothing' ? [outcome.plan.counts] : [],
  );
  const sum = (status: RowStatus): number => read.reduce((total, counts) => total + counts[status], 0);
  return {
    counts: {
      conflict: sum('conflict'),
      added: sum('added'),
      updated: sum('updated'),
      deleted: sum('deleted'),
      unchanged: sum('unchanged'),
      rejected: sum('rejected'),
    },
    refused: outcomes.length - read.length,
    toCorrect: read.filter(({ rejected }) => rejected > 0).length,
  };
}
