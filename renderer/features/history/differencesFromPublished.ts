import type { RecordId } from '../../../shared/core/ids.ts';
import { builtInCenterId } from '../../../shared/records/builtIn.ts';
import { publishedHistory } from '../../../shared/records/publishedHistory.ts';
import { type HistoryMetric, historyMetrics } from '../../../shared/reports/countRules.ts';
import type { HistoryRow, HistoryTable } from '../../../shared/reports/historyTable.ts';

/** Why a number of the table is not the one on the programme's page. */
export type Difference =
  | { readonly kind: 'recorded'; readonly row: HistoryRow; readonly metric: HistoryMetric }
  | {
      readonly kind: 'changed';
      readonly row: HistoryRow;
      readonly metric: HistoryMetric;
      readonly published: number;
    }
  | { readonly kind: 'missing'; readonly code: string; readonly country: string };

interface PublishedRow {
  readonly code: string;
  readonly country: string;
  readonly id: RecordId;
  readonly figures: Readonly<Record<HistoryMetric, number>>;
}

const publishedRows: readonly PublishedRow[] = publishedHistory.map(
  ({ country, since, projects, consulting, workshops }) => {
    const code = `${country}${since % 100}`;
    return { code, country, id: builtInCenterId(code), figures: { projects, consulting, workshops } };
  },
);

export const publishedTotals: Readonly<Record<HistoryMetric, number>> = {
  projects: sumOf('projects'),
  consulting: sumOf('consulting'),
  workshops: sumOf('workshops'),
};

/** Changed figures and missing centers first, because they are the ones to check. */
export function differencesFromPublished(table: HistoryTable): readonly Difference[] {
  const rowById = new Map(table.rows.map((row) => [row.centerId, row]));
  const missing = publishedRows
    .filter(({ id }) => !rowById.has(id))
    .map(({ code, country }): Difference => ({ kind: 'missing', code, country }));
  const changed = table.rows.flatMap((row) =>
    historyMetrics.flatMap((metric): Difference[] => {
      const published = publishedRows.find(({ id }) => id === row.centerId)?.figures[metric] ?? 0;
      return row.cells[metric].baseline === published ? [] : [{ kind: 'changed', row, metric, published }];
    }),
  );
  const recorded = table.rows.flatMap((row) =>
    historyMetrics.flatMap((metric): Difference[] =>
      row.cells[metric].counted === 0 ? [] : [{ kind: 'recorded', row, metric }],
    ),
  );
  return [...missing, ...changed, ...recorded];
}

function sumOf(metric: HistoryMetric): number {
  return publishedRows.reduce((sum, { figures }) => sum + figures[metric], 0);
}
