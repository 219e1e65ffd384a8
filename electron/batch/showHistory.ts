import { dateInZone } from '../../shared/core/dates.ts';
import { historyMetrics } from '../../shared/reports/countRules.ts';
import {
  type HistoryCells,
  type HistoryTable,
  historyLabels,
  historyTable,
} from '../../shared/reports/historyTable.ts';
import type { BatchCommand } from './arguments.ts';
import { readInputs } from './batchFiles.ts';
import { type BatchSession, type ExitCode, fail } from './batchShell.ts';
import { joinInputs, programmeZone } from './joinInputs.ts';
import { tellOpenPoints } from './tellOpenPoints.ts';
import { type TextCell, textTable } from './textTable.ts';

/** The history table: published figures and, added to them, what the workbooks have logged. */
export async function showHistory(
  command: Extract<BatchCommand, { readonly command: 'history' }>,
  session: BatchSession,
): Promise<ExitCode> {
  const { print, reader, resolvePath } = session;
  const inputs = await readInputs(command.files.map(resolvePath), reader, command.password);
  const joined = inputs.ok ? joinInputs(inputs.value, session) : inputs;
  if (!joined.ok) return fail(session, joined.error, command.json);
  const table = historyTable(joined.value.records, {
    until: dateInZone(session.now(), programmeZone),
  });
  if (command.json) print(JSON.stringify(tableToJson(table), null, 2));
  else for (const line of tableToLines(table, session)) print(line);
  return tellOpenPoints(joined.value, session, 'moreListed');
}

function tableToLines({ rows, totals }: HistoryTable, { language, text }: BatchSession): readonly string[] {
  // A figure that has grown shows what it is made of: 11 = 10 published + 1 logged.
  const figures = (cells: HistoryCells): TextCell[] =>
    historyMetrics.flatMap((metric): TextCell[] => {
      const { total, baseline, counted } = cells[metric];
      return [total, counted === 0 ? '' : `(${baseline} + ${counted})`];
    });
  const header = historyMetrics.flatMap((metric): TextCell[] => [historyLabels[metric][language], '']);
  const [head = '', ...body] = textTable([
    [text('center'), ...header],
    ...rows.map(({ label, cells }) => [label[language], ...figures(cells)]),
    [text('total'), ...figures(totals)],
  ]);
  return [head, ...body];
}

function tableToJson({ countRules, rows, totals }: HistoryTable) {
  const figures = (cells: HistoryCells) =>
    Object.fromEntries(
      historyMetrics.map((metric) => {
        const { baseline, counted, total, held } = cells[metric];
        return [metric, { published: baseline, logged: counted, total, inPublished: held.length }];
      }),
    );
  return {
    countRules,
    rows: rows.map(({ centerId, label, since, cells }) => ({ centerId, label, since, ...figures(cells) })),
    totals: figures(totals),
  };
}
