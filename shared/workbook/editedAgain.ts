import type { RecordId } from '../core/ids.ts';
import { canonicalJson } from '../core/json.ts';
import { textSimilarity } from '../core/similarity.ts';
import type { RecordSet } from '../records/recordSet.ts';
import type { CellContext } from '../schema/codec.ts';
import type { AnyRecordDefinition } from '../schema/defineRecord.ts';
import { valuesToPaths } from '../sync/paths.ts';
import { currentValue } from '../sync/pathVersions.ts';
import { createdPath, type StoredRecord } from '../sync/record.ts';
import { parseStamp, stampAfter } from '../sync/stamp.ts';
import { type CopiesOfWorkbook, newRowStamps } from './earlierRow.ts';
import type { Twin } from './foreign/twins.ts';
import type { Candidate } from './planRows.ts';
import type { StateHeader } from './state.ts';

/** A row that has less than this in common with a record is hardly the same one edited. */
const leastAlike = 0.5;
/** Comparisons of a row with a record, about a second of work; what is beyond it is not suggested. */
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
  const pairs = [...new Set(fresh.map(({ sheet }) => sheet.definition))].flatMap((definition) => {
    const rows = fresh.flatMap(({ sheet, row, joined: { result } }) =>
      sheet.definition === definition && result !== null
        ? [{ id: row.id, row: result, says: statementsOf(definition, result) }]
        : [],
    );
    const gone = records
      .all(definition.type)
      .filter((record) => !here.has(record.id) && cameWithNewRow(record, definition, workbook.header))
      .slice(0, Math.floor(mostCompared / Math.max(1, rows.length)))
      .map((record) => ({ record, says: statementsOf(definition, record) }));
    return rows.flatMap(({ id, row, says }) =>
      gone.flatMap(({ record, says: there }) => {
        const common = likeness(says, there);
        if (common < leastAlike) return [];
        const score = sameness(definition, row, record, common, context);
        return score < leastAlike ? [] : [{ id, record, definition, score }];
      }),
    );
  });
  const twins = new Map<RecordId, Twin>();
  const taken = new Set<RecordId>();
  for (const { id, record, definition } of pairs.toSorted((a, b) => b.score - a.score)) {
    if (twins.has(id) || taken.has(record.id)) continue;
    taken.add(record.id);
    const title = definition.title(record.values, context);
    const savers = otherSaver(record.id, workbook);
    const twin: Twin = { where: 'copy', id: record.id, title, row: null };
    twins.set(id, savers === null ? twin : { ...twin, savers });
  }
  return twins;
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

/** Every path with its value. */
const statementsOf = (definition: AnyRecordDefinition, { values }: StoredRecord): ReadonlySet<string> =>
  new Set(valuesToPaths(definition, values).map(({ path, value }) => `${path} ${canonicalJson(value)}`));

/** How much of what a row says stands in a record too, from 0 to 1. */
function likeness(row: ReadonlySet<string>, record: ReadonlySet<string>): number {
  let same = 0;
  for (const statement of row) if (record.has(statement)) same += 1;
  return row.size === 0 ? 0 : same / row.size;
}

/**
 * As `likeness`, with the day and the title counting as much as all the rest each: rows of two people are alike in
 * much, and of one another day and title make another row.
 */
function sameness(
  definition: AnyRecordDefinition,
  row: StoredRecord,
  record: StoredRecord,
  common: number,
  context: CellContext,
): number {
  const { dateField } = definition;
  const alike = textSimilarity(
    definition.title(row.values, context),
    definition.title(record.values, context),
  );
  const day = dateField === undefined ? undefined : row.values[dateField];
  if (dateField === undefined || day === undefined) return (common + alike) / 2;
  return (common + alike + (day === record.values[dateField] ? 1 : 0)) / 3;
}
