import type { RecordId } from '../core/ids.ts';
import type { PlanNote } from './importPlan.ts';
import type { IncomingSheet } from './incomingRows.ts';
import type { WorkbookState } from './state.ts';

/** What became of the exported rows as a whole: sheets and rows that are gone, in another order, or from elsewhere. */
export function exportedRowNotes(
  sheets: readonly IncomingSheet[],
  state: WorkbookState | null,
): readonly PlanNote[] {
  if (state === null) return [];
  const found = new Set<RecordId>();
  for (const { rows } of sheets) for (const { id } of rows) found.add(id);
  const order = new Map(state.rows.map(({ id }, index) => [id, index]));
  const missing = state.header.sheets.flatMap(({ type, name }): PlanNote[] => {
    const exported = state.rows.filter((row) => row.type === type && !row.deleted);
    const count = exported.filter(({ id }) => !found.has(id)).length;
    if (count === 0) return [];
    const isThere = sheets.some(({ definition }) => definition.type === type);
    return [{ code: isThere ? 'ROWS_MISSING' : 'SHEET_MISSING', params: { sheet: name, count } }];
  });
  const sorted = sheets
    .filter((sheet) => isReordered(sheet, order))
    .map(({ name }): PlanNote => ({ code: 'ROWS_REORDERED', params: { sheet: name } }));
  const pasted = sheets.flatMap(({ name, rows }): PlanNote[] => {
    const count = rows.filter(({ isPasted, badId }) => isPasted === true && badId === null).length;
    return count === 0 ? [] : [{ code: 'ROWS_PASTED', params: { sheet: name, count } }];
  });
  return [...missing, ...sorted, ...pasted];
}

/** Rows that were added or copied say nothing of the order of the others. */
function isReordered({ rows }: IncomingSheet, order: ReadonlyMap<RecordId, number>): boolean {
  const seen = new Set<RecordId>();
  let last = -1;
  for (const { id } of rows) {
    const place = order.get(id);
    if (place === undefined || seen.has(id)) continue;
    seen.add(id);
    if (place < last) return true;
    last = place;
  }
  return false;
}
