import { randomBytes } from 'node:crypto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { databaseVersion } from '../../../../renderer/storage/database.ts';
import { databaseNameOf } from '../../../../renderer/storage/databaseNames.ts';
import type { CommitRequest, FieldbookStore } from '../../../../renderer/storage/fieldbookStore.ts';
import { type OpenError, type OpenStoreOptions, openStore } from '../../../../renderer/storage/openStore.ts';
import { newRecordId, type RecordId } from '../../../../shared/core/ids.ts';
import type { Result } from '../../../../shared/core/result.ts';
import type { RecordSet } from '../../../../shared/records/recordSet.ts';
import { definitionOf, recordDefinitions, recordTypes } from '../../../../shared/records/registry.ts';
import type { AnyValues } from '../../../../shared/schema/fieldSpec.ts';
import type { ChangeSet } from '../../../../shared/sync/changeSet.ts';
import { planCreate, planDelete, planUpdate } from '../../../../shared/sync/planEdit.ts';
import { planUndo } from '../../../../shared/sync/planUndo.ts';
import type { StoredRecord } from '../../../../shared/sync/record.ts';
import { MemoryHost } from '../../../support/memoryHost.ts';

export const random = { bytes: (length: number): Uint8Array => new Uint8Array(randomBytes(length)) };

/** One installation: its host and its browser's databases outlive the stores that are opened over them. */
export class Laptop {
  readonly host = new MemoryHost();
  readonly clock = { time: Date.UTC(2026, 10, 23), now: () => this.clock.time++ };
  factory = new IDBFactory();
  readonly databaseName = `fieldbook-${newRecordId(this.clock, random)}`;

  /** The database that this version works with. */
  get workingDatabase(): string {
    return databaseNameOf(this.databaseName, databaseVersion(recordDefinitions));
  }

  tryOpen(options: Partial<OpenStoreOptions> = {}): Promise<Result<FieldbookStore, OpenError>> {
    const { host, clock, databaseName, factory } = this;
    return openStore({
      host,
      clock,
      random,
      databaseName,
      indexedDB: factory,
      keyRange: IDBKeyRange,
      ...options,
    });
  }

  async open(options: Partial<OpenStoreOptions> = {}): Promise<FieldbookStore> {
    const opened = await this.tryOpen(options);
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    return opened.value;
  }

  async reopen(store: FieldbookStore, options: Partial<OpenStoreOptions> = {}): Promise<FieldbookStore> {
    await store.close();
    return this.open(options);
  }

  /** The browser's store is gone. */
  loseDatabases(): void {
    this.factory = new IDBFactory();
  }

  loseJournal(): void {
    this.host.entries = [];
  }

  newId(): RecordId {
    return newRecordId(this.clock, random);
  }
}

export function creation(type: string, id: RecordId, values: AnyValues): CommitRequest {
  return {
    kind: 'edit',
    by: 'Kim',
    plan: (_records, issue) => planCreate(definitionOf(type), values, { id, by: 'Kim', at: 1 }, issue),
  };
}

export function edit(type: string, id: RecordId, values: AnyValues): CommitRequest {
  return {
    kind: 'edit',
    by: 'Kim',
    plan: (records, issue) => {
      const record = records.find(type, id);
      return record === null
        ? []
        : planUpdate(definitionOf(type), record, { ...record.values, ...values }, issue);
    },
  };
}

export function deletion(type: string, id: RecordId, deleted = true): CommitRequest {
  return {
    kind: 'edit',
    by: 'Kim',
    plan: (records, issue) => {
      const record = records.find(type, id);
      return record === null ? [] : planDelete(record, deleted, issue);
    },
  };
}

export function undo(changeSet: ChangeSet): CommitRequest {
  return {
    kind: 'undo',
    by: 'Kim',
    undoes: changeSet.id,
    plan: (records, issue) => planUndo(changeSet, (type, id) => records.find(type, id), issue).changes,
  };
}

/** Commits what is expected to be saved, and returns its change set. */
export async function saved(store: FieldbookStore, request: CommitRequest): Promise<ChangeSet> {
  const committed = await store.commit(request);
  if (!committed.ok) throw new Error(JSON.stringify(committed.error));
  if (committed.value.changeSet === null) throw new Error('nothing was changed');
  return committed.value.changeSet;
}

/** Everything that a set holds, in an order of its own. */
export function contentOf(records: RecordSet): readonly StoredRecord[] {
  return recordTypes
    .flatMap((type) => [...records.all(type), ...records.deleted(type)])
    .toSorted((a, b) => (`${a.type}/${a.id}` < `${b.type}/${b.id}` ? -1 : 1));
}
