import type { CellContext } from '../schema/codec.ts';
import { referredType } from '../schema/codecs/references.ts';
import type { AnyRecordDefinition } from '../schema/defineRecord.ts';
import { columnLetters } from './columns.ts';
import type { Selection } from './exportSelection.ts';
import type { DataSheet, GridRow } from './grid.ts';
import { recordNames } from './recordSheet.ts';

/** Name of the very hidden sheet that holds the names for drop-downs. */
export const listsSheetName = '_lists';

export interface ListsSheet {
  readonly sheet: DataSheet;
  /** The cells that name a type's records, or null when there are none. */
  nameRange(type: string): string | null;
}

/** One column of names for each record type to which a sheet refers, for its drop-downs. */
export function listsSheet(
  selection: Selection,
  definitions: readonly AnyRecordDefinition[],
  context: CellContext,
): ListsSheet {
  const referred = new Set(definitions.flatMap(referredTypes));
  const columns = [...selection.live]
    .filter(([type]) => referred.has(type))
    .map(([type, records]) => ({
      type,
      names: recordNames(
        type,
        records.map(({ id }) => id),
        context,
      ),
    }))
    .filter(({ names }) => names.length > 0);
  const height = Math.max(0, ...columns.map(({ names }) => names.length));
  const rows: GridRow[] = [columns.map(({ type }) => type)];
  for (let row = 0; row < height; row++) rows.push(columns.map(({ names }) => names[row] ?? null));
  return {
    sheet: { kind: 'data', name: listsSheetName, visibility: 'veryHidden', rows },
    nameRange: (type) => {
      const index = columns.findIndex((column) => column.type === type);
      const column = columns[index];
      if (column === undefined) return null;
      const letters = columnLetters(index);
      return `${listsSheetName}!$${letters}$2:$${letters}$${column.names.length + 1}`;
    },
  };
}

function referredTypes({ fieldKeys, spec }: AnyRecordDefinition): readonly string[] {
  return fieldKeys.flatMap((key) => {
    const field = spec(key);
    return field === null ? [] : (referredType(field) ?? []);
  });
}
