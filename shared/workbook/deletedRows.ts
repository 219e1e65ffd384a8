import { findDefinition } from '../records/registry.ts';
import type { CellContext } from '../schema/codec.ts';
import { deletedPaths } from './incomingPaths.ts';
import type { IncomingWorkbook } from './incomingRows.ts';
import { joinRow } from './joinRow.ts';
import type { PlanContext } from './planContext.ts';
import type { RowPlan } from './planRows.ts';

/** What a workbook says was deleted; deletions have no visible row. */
export function deletedRows(
  { state }: IncomingWorkbook,
  { records }: PlanContext,
  reader: CellContext,
): readonly RowPlan[] {
  return (state?.rows ?? []).flatMap((row): RowPlan[] => {
    const definition = findDefinition(row.type);
    if (!row.deleted || definition === null) return [];
    const existing = records.find(row.type, row.id);
    const paths = deletedPaths(definition, row);
    const joined = joinRow({ definition, id: row.id, existing, unstamped: false }, paths, reader);
    const planned = {
      sheet: definition.label.many[reader.language],
      row: null,
      type: row.type,
      id: row.id,
      title: existing === null ? '' : definition.title(existing.values, reader),
      status: joined.status,
      cells: joined.cells.filter(({ outcome }) => outcome === 'conflict'),
      problems: [],
    };
    return [{ row: planned, changes: joined.changes }];
  });
}
