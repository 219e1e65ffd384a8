import type { RecordId } from '../core/ids.ts';
import { canonicalJson } from '../core/json.ts';
import type { IncomingPath } from './incomingPaths.ts';
import type { IncomingRow } from './incomingRows.ts';

/** What the planner knows of a row when it looks for rows with one id. */
export interface IdentifiedRow {
  readonly sheet: { readonly name: string };
  readonly row: Pick<IncomingRow, 'id' | 'row'>;
  /** What the row changes, compared with the export or, where that is unknown, with the record here. */
  readonly edits: readonly Pick<IncomingPath, 'path' | 'value'>[];
  /** Some of its cells could not be read. */
  readonly unreadable: boolean;
}

export type Repetition<Row> =
  /** Says what another row says as well. */
  | { readonly kind: 'copy'; readonly of: Row }
  /** Says something else under the same id. */
  | { readonly kind: 'differs'; readonly from: Row };

/**
 * Rows with the id of another row, as they come about when rows are copied and pasted: the id column is hidden and
 * comes along. The row that nobody touched is the record; a copy of it that was edited is most likely meant as a new
 * entry and must not be written over the record. Where each of them was edited nobody can tell which one is the
 * record, so all but mere copies of each other are refused.
 */
export function repeatedIds<Row extends IdentifiedRow>(
  rows: readonly Row[],
): ReadonlyMap<Row, Repetition<Row>> {
  const byId = new Map<RecordId, Row[]>();
  for (const row of rows) {
    const group = byId.get(row.row.id);
    if (group === undefined) byId.set(row.row.id, [row]);
    else group.push(row);
  }
  const repeated = new Map<Row, Repetition<Row>>();
  for (const group of byId.values()) if (group.length > 1) judge(group, repeated);
  return repeated;
}

function judge<Row extends IdentifiedRow>(group: readonly Row[], repeated: Map<Row, Repetition<Row>>): void {
  const firstByContent = new Map<string, Row>();
  for (const row of group) {
    const content = contentOf(row);
    const first = firstByContent.get(content);
    if (first === undefined) firstByContent.set(content, row);
    else repeated.set(row, { kind: 'copy', of: first });
  }
  const untouched = firstByContent.get(contentOf({ edits: [], unreadable: false }));
  const distinct = [...firstByContent.values()];
  for (const row of distinct) {
    const other = untouched ?? distinct.find((one) => one !== row);
    if (other !== undefined && other !== row) repeated.set(row, { kind: 'differs', from: other });
  }
  for (const [row, repetition] of repeated) {
    // A copy of a refused row is refused with it.
    if (repetition.kind !== 'copy') continue;
    const original = repeated.get(repetition.of);
    if (original?.kind === 'differs') repeated.set(row, { kind: 'differs', from: repetition.of });
  }
}

function contentOf({ edits, unreadable }: Pick<IdentifiedRow, 'edits' | 'unreadable'>): string {
  const lines = edits.map(({ path, value }) => `${path} ${canonicalJson(value)}`).sort();
  return [unreadable ? 'unreadable' : '', ...lines].join('\n');
}
