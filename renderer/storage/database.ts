import { Dexie, type Table } from 'dexie';
import type { ChangeSetId, RecordId } from '../../shared/core/ids.ts';
import type { JsonValue } from '../../shared/core/json.ts';
import { codecOf } from '../../shared/schema/codecByKind.ts';
import type { AnyRecordDefinition } from '../../shared/schema/defineRecord.ts';
import type { Path } from '../../shared/schema/migrations.ts';
import type { BesideValue } from '../../shared/sync/changeSet.ts';
import type { StoredRecord } from '../../shared/sync/record.ts';
import type { Stamp } from '../../shared/sync/stamp.ts';
import { databaseNameOf } from './databaseNames.ts';
import type { ChangeSetHead } from './fieldbookStore.ts';

/** Goes up when the tables beside the record types change. */
const layoutVersion = 1;

/** A change set without its changes, which lie in `changes` under the sequences of its journal entries. */
export interface ChangeSetRow extends ChangeSetHead {
  readonly sequences: readonly number[];
}

/**
 * A piece of a journal entry's changes. A row for each record would be plainer, but an import of thousands of records
 * would take twice as long: the number of rows is what costs.
 */
export interface ChangeRow {
  readonly sequence: number;
  /** Place within the journal entry. */
  readonly index: number;
  /** Of the records that are changed here. */
  readonly ids: readonly RecordId[];
  readonly runs: readonly ChangeRun[];
}
/** Neighbouring changes of one record. */
export interface ChangeRun {
  readonly type: string;
  readonly id: RecordId;
  readonly changes: readonly StoredChange[];
}
export type StoredChange = readonly [
  path: Path,
  before: JsonValue,
  after: JsonValue,
  stamp: Stamp,
  was: Stamp | null,
  knows?: readonly Stamp[],
  beside?: readonly BesideValue[],
];

/** What the database says of itself; compared with its content and with the journal when the store is opened. */
export interface ReplicaRow {
  readonly key: 'replica';
  /** Of the last journal entry that the database holds. */
  readonly lastSequence: number;
  /** Records of each type, deleted ones included. */
  readonly counts: Readonly<Record<string, number>>;
  readonly changeSets: number;
  readonly changeRows: number;
  readonly seen: Readonly<Record<string, Stamp>>;
  /** Version of each record type whose shape the records have. */
  readonly versions: Readonly<Record<string, number>>;
  /** Journal entries whose damage was already dealt with. */
  readonly knownDamage: readonly number[];
  /** Id of the last restore; absent for none. */
  readonly lineage?: string;
  /** Versions of Fieldbook that have worked with this database; older databases are kept for two of them. */
  readonly releases?: readonly string[];
  /** A write failed or a rebuild was interrupted: the content is not to be trusted. */
  readonly suspect: boolean;
}

export interface DatabaseParts {
  /** Without the number of a version. */
  readonly name: string;
  readonly definitions: readonly AnyRecordDefinition[];
  readonly indexedDB: IDBFactory;
  readonly keyRange: typeof IDBKeyRange;
}

/** The working store, generated from the record types: a table for each, and the history. */
export class FieldbookDatabase extends Dexie {
  /** `older` is the name of a database of an earlier version, which is opened with the tables that it has. */
  constructor({ name, definitions, indexedDB, keyRange }: DatabaseParts, older: string | null = null) {
    super(older ?? databaseNameOf(name, databaseVersion(definitions)), {
      indexedDB,
      IDBKeyRange: keyRange,
      autoOpen: false,
      // All reading goes through memory, so a second copy would only cost.
      cache: 'disabled',
      // With the default a power cut takes what was already reported as written.
      chromeTransactionDurability: 'strict',
    });
    if (older !== null) return;
    this.version(databaseVersion(definitions)).stores({
      ...Object.fromEntries(
        definitions.map((definition) => [tableName(definition.type), recordIndexes(definition)]),
      ),
      changes: '[sequence+index], *ids',
      changeSets: 'id, *sequences',
      meta: 'key',
    });
  }

  get changes(): Table<ChangeRow, [number, number]> {
    return this.table('changes');
  }

  get changeSets(): Table<ChangeSetRow, ChangeSetId> {
    return this.table('changeSets');
  }

  get meta(): Table<ReplicaRow, string> {
    return this.table('meta');
  }

  recordsOf(type: string): Table<StoredRecord, RecordId> {
    return this.table(tableName(type));
  }

  /** The changes of one journal entry, in its order. */
  changesAt(sequence: number): PromiseLike<readonly ChangeRow[]> {
    return this.changes
      .where('[sequence+index]')
      .between([sequence, 0], [sequence, Number.POSITIVE_INFINITY])
      .toArray();
  }

  recordTables(): readonly Table<StoredRecord, RecordId>[] {
    return this.tables.filter(({ name }) => name.startsWith(recordPrefix));
  }
}

/** Goes up with each new record type and each new version of one, so a new field needs no change here. */
export function databaseVersion(definitions: readonly AnyRecordDefinition[]): number {
  return formatOf(definitions.map(({ version }) => version));
}

/** The same for the versions of record types that are only known by their numbers. */
export function formatOf(versions: readonly number[]): number {
  return versions.reduce((sum, version) => sum + version, layoutVersion + versions.length);
}

// The prefix keeps a record type apart from the tables beside it and from Dexie's own members.
const recordPrefix = 'record_';
const tableName = (type: string): string => `${recordPrefix}${type}`;

function recordIndexes(definition: AnyRecordDefinition): string {
  const fields = definition.indexes.map((key) => {
    const spec = definition.spec(key);
    const isSet = spec !== null && codecOf(spec).merge === 'elements';
    return `${isSet ? '*' : ''}values.${key}`;
  });
  return ['id', 'centerId', ...fields].join(', ');
}
