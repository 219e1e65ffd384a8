import { quickHash } from '../../shared/core/hashing.ts';
import type { StoredRecord } from '../../shared/sync/record.ts';
import type { ChangeRow, FieldbookDatabase, ReplicaRow } from './database.ts';
import type { WorkingCopy } from './workingCopy.ts';

/** A hash over rows in the order in which they were added. */
export class RowsHash {
  #digits = '';

  add(row: ChangeRow): void {
    // A structured clone keeps the order of members, so the plain text is enough.
    this.#digits = quickHash(JSON.stringify(row), this.#digits);
  }

  get digits(): string {
    return this.#digits;
  }
}

/** What a new database has to give back before it is used. */
export interface ExpectedContent {
  readonly row: ReplicaRow;
  readonly records: Iterable<StoredRecord>;
  /** Digits of a RowsHash over the change rows in the order of their keys. */
  readonly changes: string;
}

/** Reads all of a database again and compares it by counts and hashes; false when it differs or does not answer. */
export async function givesBack(
  copy: WorkingCopy,
  { row, records, changes }: ExpectedContent,
): Promise<boolean> {
  const content = (await copy.load())?.value;
  if (content === undefined) return false;
  if (content.changeSets !== row.changeSets || content.changeRows !== row.changeRows) return false;
  if (JSON.stringify(content.replica) !== JSON.stringify(row)) return false;
  if (hashOfRecords(content.records) !== hashOfRecords(records)) return false;
  return (await copy.use(hashOfChanges))?.value === changes;
}

/** Whatever their order. */
function hashOfRecords(records: Iterable<StoredRecord>): string {
  const hashes = Array.from(records, (record) => quickHash(JSON.stringify(record)));
  return quickHash(hashes.sort().join(' '));
}

/** Rows that are in memory at once. */
const pieceSize = 500;

async function hashOfChanges(database: FieldbookDatabase, alive: () => void): Promise<string> {
  const hash = new RowsHash();
  for (let after = [0, 0]; ; ) {
    const rows = await database.changes.where('[sequence+index]').above(after).limit(pieceSize).toArray();
    for (const row of rows) hash.add(row);
    const last = rows.at(-1);
    if (last === undefined) return hash.digits;
    after = [last.sequence, last.index];
    alive();
  }
}
