import type { RowDecision } from './foreign/mapping.ts';
import type { IncomingRow, IncomingSheet, IncomingWorkbook } from './incomingRows.ts';

/**
 * A workbook of Fieldbook's own with what a person said of its new rows: that one is a record that came with an earlier
 * copy and was edited further, that it is a new one after all, or that it is to be left out.
 */
export function withToldRows(
  incoming: IncomingWorkbook,
  decisions: readonly RowDecision[],
): IncomingWorkbook {
  if (incoming.state === null || decisions.length === 0) return incoming;
  return { ...incoming, sheets: incoming.sheets.map((sheet) => withDecisions(sheet, decisions)) };
}

function withDecisions(sheet: IncomingSheet, decisions: readonly RowDecision[]): IncomingSheet {
  const byRow = new Map(decisions.filter((one) => one.sheet === sheet.name).map((one) => [one.row, one]));
  if (byRow.size === 0) return sheet;
  return {
    ...sheet,
    rows: sheet.rows.flatMap((row): readonly IncomingRow[] => {
      const decision = row.isNew && row.badId === null ? byRow.get(row.row) : undefined;
      switch (decision?.becomes) {
        case 'nothing':
          return [];
        case 'new':
          return [{ ...row, told: 'new' }];
        case 'record':
          return [{ ...row, id: decision.id, isNew: false, told: 'record' }];
        default:
          return [row];
      }
    }),
  };
}
