import type { RecordId } from '../core/ids.ts';
import { canonicalJson } from '../core/json.ts';
import type { RecordSet } from '../records/recordSet.ts';
import type { CellContext } from '../schema/codec.ts';
import type { AnyRecordDefinition } from '../schema/defineRecord.ts';
import { splitPath } from '../schema/migrations.ts';
import { valuesToPaths } from '../sync/paths.ts';
import { currentValue, versionsAt } from '../sync/pathVersions.ts';
import type { StoredRecord } from '../sync/record.ts';
import { parseStamp, type Stamp, stampAfter } from '../sync/stamp.ts';
import { newRowStampOf } from './editStamps.ts';
import type { Twin } from './foreign/twins.ts';
import type { IncomingPath } from './incomingPaths.ts';
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
  header: StateHeader,
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
        ? [{ id: row.id, says: statementsOf(definition, result) }]
        : [],
    );
    const gone = records
      .all(definition.type)
      .filter((record) => !here.has(record.id) && cameWithNewRow(record, definition, header))
      .slice(0, Math.floor(mostCompared / Math.max(1, rows.length)))
      .map((record) => ({ record, says: statementsOf(definition, record) }));
    return rows.flatMap(({ id, says }) =>
      gone.flatMap(({ record, says: there }) => {
        const score = likeness(says, there);
        return score < leastAlike ? [] : [{ id, record, definition, score }];
      }),
    );
  });
  const twins = new Map<RecordId, Twin>();
  const taken = new Set<RecordId>();
  for (const { id, record, definition } of pairs.toSorted((a, b) => b.score - a.score)) {
    if (twins.has(id) || taken.has(record.id)) continue;
    taken.add(record.id);
    twins.set(id, {
      where: 'copy',
      id: record.id,
      title: definition.title(record.values, context),
      row: null,
    });
  }
  return twins;
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

const newRowStamps = (definition: AnyRecordDefinition, header: StateHeader, id: RecordId) =>
  newRowStampOf(header, id, (path) => {
    const kind = definition.spec(splitPath(path).field)?.kind;
    return kind === 'ref' || kind === 'refs';
  });

/** Every path with its value. */
const statementsOf = (definition: AnyRecordDefinition, { values }: StoredRecord): ReadonlySet<string> =>
  new Set(valuesToPaths(definition, values).map(({ path, value }) => `${path} ${canonicalJson(value)}`));

/** How much of what a row says stands in a record too, from 0 to 1. */
function likeness(row: ReadonlySet<string>, record: ReadonlySet<string>): number {
  let same = 0;
  for (const statement of row) if (record.has(statement)) same += 1;
  return row.size === 0 ? 0 : same / row.size;
}

/** The stamps of what still stands in a record as the earlier row brought it: who edits the row further has seen it. */
export function stampsOfEarlierRow(
  definition: AnyRecordDefinition,
  record: StoredRecord,
  header: StateHeader,
): ReadonlySet<Stamp> {
  const editStamp = newRowStamps(definition, header, record.id);
  return new Set(
    Object.keys(record.stamps).flatMap((path) =>
      versionsAt(definition, record, path)
        .filter(({ stamp, value }) => stamp === editStamp(path, value))
        .map(({ stamp }) => stamp),
    ),
  );
}

/** What the row says that the record does not say already. */
export function changedParts(
  definition: AnyRecordDefinition,
  record: StoredRecord | null,
  paths: readonly IncomingPath[],
): readonly IncomingPath[] {
  return paths.filter(
    ({ path, value }) => canonicalJson(value) !== canonicalJson(currentValue(definition, record, path)),
  );
}
