import type { Table } from 'dexie';
import type { StoredRecord } from '../../shared/sync/record.ts';
import type { ChangeRow, ChangeSetRow, FieldbookDatabase, ReplicaRow } from './database.ts';
import type { DatabaseProblem } from './fieldbookStore.ts';
import { databaseHistory, type History } from './history.ts';
import { NoAnswer, type Watchdog } from './watchdog.ts';

/** What one or several journal entries bring to the database, in one transaction. */
export interface CopyBatch {
  readonly changeSets: readonly ChangeSetRow[];
  readonly changes: readonly ChangeRow[];
  readonly records: readonly StoredRecord[];
  readonly replica: ReplicaRow;
}

export interface CopyContent {
  readonly replica: ReplicaRow | null;
  readonly records: readonly StoredRecord[];
  readonly changeSets: number;
  readonly changeRows: number;
}

/** Rows that are handed to the database at once; each such request is a sign of life for the watchdog. */
const chunkSize = 2000;

/**
 * The database as a copy of the journal. The first request that fails or stays unanswered stops it for this session:
 * the journal and memory carry on, and the next opening rebuilds it.
 */
export class WorkingCopy {
  #problem: DatabaseProblem | null = null;
  #closing = false;
  /** A request failed, so what lies there is in doubt; not so when only another window took it over. */
  #isBroken = false;
  #onStop: () => void = () => undefined;

  constructor(
    private readonly database: FieldbookDatabase,
    private readonly watchdog: Watchdog,
  ) {
    // Another window wants to upgrade or delete it: holding on would block that window for ever.
    database.on('versionchange', () => this.#stop('another window took the database over'));
    // The browser took it away: a damaged profile, or site data that was cleared.
    database.on('close', () => this.#stop('the browser closed the database'));
  }

  /** Called once when it stops working. */
  onStop(listener: () => void): void {
    this.#onStop = listener;
  }

  /** Null when it is stopped or stops over it. */
  askHistory<T>(question: (history: History) => Promise<T>): Promise<{ readonly value: T } | null> {
    return this.use((database) => question(databaseHistory(database)));
  }

  /** Null while it works. */
  get problem(): DatabaseProblem | null {
    return this.#problem;
  }

  /** Any work on the database; null when it is stopped or stops over it. */
  async use<T>(
    work: (database: FieldbookDatabase, alive: () => void) => PromiseLike<T>,
  ): Promise<{ readonly value: T } | null> {
    if (this.#problem !== null) return null;
    try {
      return { value: await this.watchdog((alive) => work(this.database, alive)) };
    } catch (error) {
      if (!this.#closing) this.#distrust(problemOf(error));
      return null;
    }
  }

  /** Everything that is needed to work, as of one moment. */
  load(): Promise<{ readonly value: CopyContent } | null> {
    return this.use((database, alive) =>
      database.transaction('r', database.tables, async () => {
        const records: StoredRecord[][] = [];
        for (const table of database.recordTables()) {
          records.push(await table.toArray());
          alive();
        }
        return {
          replica: (await database.meta.get('replica')) ?? null,
          records: records.flat(),
          changeSets: await database.changeSets.count(),
          changeRows: await database.changes.count(),
        };
      }),
    );
  }

  /**
   * The rows of some tables that can still be read, one by one where a table does not give them all. Unlike every other
   * question it is asked of a database that is stopped as well, and stops none.
   */
  async salvage(tables: readonly Table[]): Promise<readonly unknown[]> {
    const rows: unknown[] = [];
    const gather = async (alive: () => void): Promise<void> => {
      for (const table of tables) {
        try {
          for (const row of await table.toArray()) rows.push(row);
        } catch {
          for (const key of await table.toCollection().primaryKeys()) {
            const row: unknown = await Promise.resolve(table.get(key)).catch(() => undefined);
            if (row !== undefined) rows.push(row);
            alive();
          }
        }
        alive();
      }
    };
    // Where even the keys cannot be had, there is what was read until then.
    if (this.#problem?.code !== 'TIMEOUT') await this.watchdog(gather).catch(() => undefined);
    return rows;
  }

  /** The same of all record types, of the history and of what the database says of itself. */
  async salvageAll(): Promise<
    Readonly<Record<'records' | 'changeSets' | 'changes' | 'meta', readonly unknown[]>>
  > {
    const { database } = this;
    return {
      records: await this.salvage(database.recordTables()),
      changeSets: await this.salvage([database.changeSets]),
      changes: await this.salvage([database.changes]),
      meta: await this.salvage([database.meta]),
    };
  }

  /**
   * Removes a database of which a request failed, and makes it anew and empty, for a rebuild: emptying it would fail
   * with it, at this start and at every one that follows. One that is fine, or that answers nothing, stays as it is.
   */
  async renew(): Promise<void> {
    if (!this.#isBroken || this.#problem?.code !== 'DATABASE') return;
    try {
      await this.watchdog(() => this.database.delete());
      await this.watchdog(() => this.database.open());
    } catch {
      return;
    }
    this.#problem = null;
    this.#isBroken = false;
  }

  /** One transaction for all of it. False when the database is stopped or stops over it. */
  async write({ changeSets, changes, records, replica }: CopyBatch): Promise<boolean> {
    const byType = groupByType(records);
    const written = await this.use((database, alive) => {
      const tables = [...byType.keys()].map((type) => database.recordsOf(type));
      const history = [database.changeSets, database.changes, database.meta];
      return database.transaction('rw', [...tables, ...history], async () => {
        for (const [type, group] of byType) await putAll(database.recordsOf(type), group, alive);
        await putAll(database.changes, changes, alive);
        await putAll(database.changeSets, changeSets, alive);
        await database.meta.put(replica);
      });
    });
    return written !== null;
  }

  /** Empties it; until the next `write` it is known as unfinished. */
  async clear(unfinished: ReplicaRow): Promise<boolean> {
    const cleared = await this.use((database, alive) =>
      database.transaction('rw', database.tables, async () => {
        for (const table of database.tables) {
          await table.clear();
          alive();
        }
        await database.meta.put({ ...unfinished, suspect: true });
      }),
    );
    return cleared !== null;
  }

  /** It does not give back what it was given: not to be used in this session, and rebuilt by the next opening. */
  reject(detail: string): void {
    this.#distrust({ code: 'DATABASE', detail });
  }

  close(): void {
    this.#closing = true;
    this.database.close();
  }

  #stop(detail: string): void {
    if (this.#closing || this.#problem !== null) return;
    this.#problem = { code: 'DATABASE', detail };
    this.database.close();
    this.#onStop();
  }

  /** No request is made any more, except one try to leave a mark that the content is not to be trusted. */
  #distrust(problem: DatabaseProblem): void {
    if (this.#problem !== null) return;
    this.#problem = problem;
    this.#isBroken = true;
    const mark = () => this.database.meta.where('key').equals('replica').modify({ suspect: true });
    this.watchdog(mark, { unawaited: true })
      // Where even the mark fails, the next opening finds the database behind the journal.
      .catch(() => undefined);
    this.#onStop();
  }
}

function groupByType(records: readonly StoredRecord[]): ReadonlyMap<string, readonly StoredRecord[]> {
  const groups = new Map<string, StoredRecord[]>();
  for (const record of records) {
    const group = groups.get(record.type);
    if (group === undefined) groups.set(record.type, [record]);
    else group.push(record);
  }
  return groups;
}

function problemOf(error: unknown): DatabaseProblem {
  if (error instanceof NoAnswer) return { code: 'TIMEOUT', seconds: error.seconds };
  return {
    code: 'DATABASE',
    detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  };
}

async function putAll<Row>(
  table: { bulkPut(rows: readonly Row[]): PromiseLike<unknown> },
  rows: readonly Row[],
  alive: () => void,
): Promise<void> {
  for (let first = 0; first < rows.length; first += chunkSize) {
    await table.bulkPut(rows.slice(first, first + chunkSize));
    alive();
  }
}
