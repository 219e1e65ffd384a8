import type { RecordId } from '../core/ids.ts';
import { type RecordSet, recordSetOf } from '../records/recordSet.ts';
import type { ReferenceBook } from '../schema/codec.ts';
import { replacedSet } from '../sync/overlay.ts';
import type { StoredRecord } from '../sync/record.ts';
import { decodeRow } from './decodeRow.ts';
import type { IncomingWorkbook } from './incomingRows.ts';
import { joinRow } from './joinRow.ts';
import type { PlanContext } from './planContext.ts';
import { setByType } from './recordsByType.ts';
import { rowStampOf } from './rowStamps.ts';

type Naming = Pick<PlanContext, 'records' | 'language' | 'importStamp'>;

/**
 * The records as the workbook has them, whatever was changed here since: a cell was written by somebody who saw those
 * names, and the name that a person bore then may be another's now.
 */
export function exportedRecords(incoming: IncomingWorkbook, context: Naming): RecordSet {
  return setByType((type) => recordSetOf(provisionalRecords(incoming, context, type, () => null).values()));
}

/**
 * The records as they would be with every row's, for their names: rows that bring new names must be known before
 * other rows can refer to them. Rows are read when somebody asks for names of their type; few types have names
 * that others refer to. References of these rows are left out, so a name made of references is found only in the
 * second reading; no record type has such a name and is referred to by people at once.
 */
export function namedRecords(incoming: IncomingWorkbook, context: Naming): RecordSet {
  const { records } = context;
  return setByType((type) =>
    replacedSet(
      records,
      provisionalRecords(incoming, context, type, (id) => records.find(type, id)),
    ),
  );
}

function provisionalRecords(
  incoming: IncomingWorkbook,
  { importStamp, ...naming }: Naming,
  type: string,
  find: (id: RecordId) => StoredRecord | null,
): ReadonlyMap<RecordId, StoredRecord> {
  const none = { titleOf: () => null, find: () => [], labelOf: () => ({ en: '', ko: '' }) };
  const language = incoming.state?.header.language ?? naming.language;
  const cells = { language, references: none };
  const records = new Map<RecordId, StoredRecord>();
  for (const sheet of incoming.sheets.filter(({ definition }) => definition.type === type)) {
    for (const row of sheet.rows) {
      const existing = find(row.id);
      if (existing !== null && row.edited.size === 0) continue;
      const editStamp = rowStampOf(incoming, importStamp, sheet, row);
      const { paths } = decodeRow(sheet, row, existing, { context: cells, editStamp, blankClears: false });
      const target = { definition: sheet.definition, id: row.id, existing, unstamped: false };
      const { result } = joinRow(target, paths, cells);
      if (result !== null) records.set(row.id, result);
    }
  }
  return records;
}

/** Names of one book, and of another where the first knows none. */
export function preferredBook(first: ReferenceBook, second: ReferenceBook): ReferenceBook {
  return {
    titleOf: (type, id) => first.titleOf(type, id) ?? second.titleOf(type, id),
    find: (type, text) => {
      const found = first.find(type, text);
      return found.length > 0 ? found : second.find(type, text);
    },
    labelOf: second.labelOf,
  };
}
