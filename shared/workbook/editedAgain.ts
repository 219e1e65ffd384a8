import type { RecordId } from '../core/ids.ts';
import { canonicalJson } from '../core/json.ts';
import type { RecordSet } from '../records/recordSet.ts';
import type { CellContext } from '../schema/codec.ts';
import type { AnyRecordDefinition } from '../schema/defineRecord.ts';
import type { AnyValues } from '../schema/fieldSpec.ts';
import { valuesToPaths } from '../sync/paths.ts';
import { currentValue } from '../sync/pathVersions.ts';
import { createdPath, type StoredRecord } from '../sync/record.ts';
import { parseStamp, stampAfter } from '../sync/stamp.ts';
import { alikePairs, type Said } from './alikeRows.ts';
import { type CopiesOfWorkbook, newRowStamps } from './earlierRow.ts';
import type { Twin } from './foreign/twins.ts';
import type { Candidate } from './planRows.ts';
import type { StateHeader } from './state.ts';

/** A row that has less than this in common with a record is hardly the same one edited. */
const leastAlike = 0.5;
/** Comparisons of a row with a record, about a second of work; the oldest records beyond it are not suggested. */
const mostCompared = 2_000_000;

/**
 * For new rows of a workbook of Fieldbook's own: the record that a row of an earlier copy of it brought, which is in
 * this copy no more, and which says mostly the same. The id of a new row follows from its cells, so a row that is
 * edited again after it was imported looks new. Only a suggestion: whoever never had the earlier copy makes a new record.
 */
export function rowsEditedAgain(
  candidates: readonly Candidate[],
  workbook: CopiesOfWorkbook,
  records: RecordSet,
  context: CellContext,
): ReadonlyMap<RecordId, Twin> {
  const fresh = candidates.filter(
    ({ row, existing, joined, problems }) =>
      row.isNew &&
      existing === null &&
      joined.result !== null &&
      !problems.some(({ level }) => level === 'error'),
  );
  if (fresh.length === 0) return new Map();
  const here = new Set(candidates.map(({ row }) => row.id));
  const twins = new Map<RecordId, Twin>();
  for (const definition of new Set(fresh.map(({ sheet }) => sheet.definition))) {
    const rows = fresh.flatMap(({ sheet, row, joined: { result } }) =>
      sheet.definition === definition && result !== null
        ? [{ id: row.id, said: saidBy(definition, result, context) }]
        : [],
    );
    const gone = newestFirst(
      definition,
      records
        .all(definition.type)
        .filter((record) => !here.has(record.id) && cameWithNewRow(record, definition, workbook.header)),
    )
      .slice(0, Math.floor(mostCompared / Math.max(1, rows.length)))
      .map((record) => ({ id: record.id, said: saidBy(definition, record, context) }));
    const saidOf = (all: typeof rows): readonly Said[] => all.map(({ said }) => said);
    for (const pair of alikePairs(saidOf(rows), saidOf(gone), leastAlike)) {
      const [row, record] = [rows[pair.row], gone[pair.record]];
      if (row === undefined || record === undefined) continue;
      const savers = otherSaver(record.id, workbook);
      const twin: Twin = { where: 'copy', id: record.id, title: record.said.title, row: null };
      twins.set(row.id, savers === null ? twin : { ...twin, savers });
    }
  }
  return twins;
}

/** The latest days first: rows that are edited again are hardly of years ago. On every laptop the same order. */
export function newestFirst(
  definition: AnyRecordDefinition,
  records: readonly StoredRecord[],
): readonly StoredRecord[] {
  const dayOf = ({ values }: StoredRecord): string => String(dayIn(definition, values) ?? '');
  const keyOf = (record: StoredRecord): string => `${dayOf(record)} ${record.id}`;
  const keyed = records.map((record) => ({ record, key: keyOf(record) }));
  return keyed.sort((a, b) => (a.key < b.key ? 1 : a.key > b.key ? -1 : 0)).map(({ record }) => record);
}

function dayIn({ dateField }: AnyRecordDefinition, values: AnyValues): AnyValues[string] {
  return dateField === undefined ? undefined : values[dateField];
}

/** Who saved the copy that brought a record, where it is known to be somebody else than saved this one. */
function otherSaver(
  id: RecordId,
  { header, saved, copies }: CopiesOfWorkbook,
): NonNullable<Twin['savers']> | null {
  const origin = copies.find(
    ({ workbookId, changes }) =>
      workbookId === header.workbookId && changes.some((one) => one.id === id && one.path === createdPath),
  );
  const earlier = origin?.savedBy ?? '';
  const now = saved?.by ?? '';
  return earlier === '' || now === '' || earlier === now ? null : { earlier, now };
}

/** Whether a value of the record still stands as a new row of a copy of the workbook brought it. */
function cameWithNewRow(record: StoredRecord, definition: AnyRecordDefinition, header: StateHeader): boolean {
  const moment = momentOf(header);
  // Few records have one of that moment; only their ids are hashed.
  const stamps = Object.entries(record.stamps).filter(([, stamp]) => stamp.startsWith(moment));
  if (stamps.length === 0) return false;
  const editStamp = newRowStamps(definition, header, record.id);
  return stamps.some(([path, stamp]) => stamp === editStamp(path, currentValue(definition, record, path)));
}

/** How every stamp begins of what people wrote into new rows of the workbook. */
const momentOf = ({ exportStamp }: StateHeader): string =>
  `${stampAfter(exportStamp, parseStamp(exportStamp).device).slice(0, 14)}w`;

function saidBy(definition: AnyRecordDefinition, { values }: StoredRecord, context: CellContext): Said {
  return {
    statements: new Set(
      valuesToPaths(definition, values).map(({ path, value }) => `${path} ${canonicalJson(value)}`),
    ),
    title: definition.title(values, context),
    day: dayIn(definition, values),
  };
}
