import type { ChangeSetId, RecordId } from '../../shared/core/ids.ts';
import type { JournalPort } from '../../shared/ipc/host.ts';
import type { Change, ChangeSet } from '../../shared/sync/changeSet.ts';
import type { ChangeRow, ChangeSetRow, FieldbookDatabase } from './database.ts';
import type { ChangeSetHead, RecordHistoryEntry } from './fieldbookStore.ts';
import { readJournal } from './journalReader.ts';
import { type CenterOf, rowToChangeSet, rowToChanges, rowToHead, withEntry } from './journalRows.ts';

export interface History {
  /** Newest first. */
  changeSets(limit: number): Promise<readonly ChangeSet[]>;
  changeSet(id: ChangeSetId): Promise<ChangeSet | null>;
  /** All of them, oldest first. */
  heads(): Promise<readonly ChangeSetHead[]>;
  /** Oldest first, with the changes of these records alone. */
  changeSetsAbout(ids: ReadonlySet<RecordId>): Promise<readonly ChangeSet[]>;
  /** Oldest first. */
  historyOf(id: RecordId): Promise<readonly RecordHistoryEntry[]>;
}

export function databaseHistory(database: FieldbookDatabase): History {
  async function whole(row: ChangeSetRow): Promise<ChangeSet> {
    const changes: Change[] = [];
    for (const sequence of row.sequences) {
      changes.push(...(await database.changesAt(sequence)).flatMap(rowToChanges));
    }
    return rowToChangeSet(row, changes);
  }

  return {
    changeSets: async (limit) => {
      // A change set stands in the index once for each of its entries.
      const rows = await database.changeSets.orderBy('sequences').reverse().distinct().limit(limit).toArray();
      return Promise.all(rows.map(whole));
    },
    changeSet: async (id) => {
      const row = await database.changeSets.get(id);
      return row === undefined ? null : whole(row);
    },
    heads: async () => {
      const rows = await database.changeSets.toArray();
      return rows.toSorted((a, b) => (a.sequences[0] ?? 0) - (b.sequences[0] ?? 0)).map(rowToHead);
    },
    changeSetsAbout: async (ids) => {
      const about = new Map<number, Change[]>();
      const take = (row: ChangeRow): void => {
        const own = rowToChanges(row).filter(({ id }) => ids.has(id));
        if (own.length > 0) about.set(row.sequence, [...(about.get(row.sequence) ?? []), ...own]);
      };
      // Beyond some hundred records looking through all is quicker than asking for each.
      const rows =
        ids.size > mostAskedFor
          ? database.changes.orderBy('[sequence+index]')
          : database.changes
              .where('ids')
              .anyOf([...ids])
              .distinct();
      if (ids.size > mostAskedFor) await rows.each(take);
      else for (const row of (await rows.toArray()).toSorted(inOrder)) take(row);
      const heads =
        ids.size > mostAskedFor
          ? database.changeSets.toArray()
          : database.changeSets
              .where('sequences')
              .anyOf([...about.keys()])
              .distinct()
              .toArray();
      return (await heads)
        .toSorted((a, b) => (a.sequences[0] ?? 0) - (b.sequences[0] ?? 0))
        .flatMap((head) => {
          const changes = head.sequences.flatMap((sequence) => about.get(sequence) ?? []);
          return changes.length === 0 ? [] : [rowToChangeSet(head, changes)];
        });
    },
    historyOf: async (id) => {
      const rows = await database.changes.where('ids').equals(id).toArray();
      const sequences = [...new Set(rows.map(({ sequence }) => sequence))];
      const heads = new Map<number, ChangeSetRow>();
      for (const head of await database.changeSets.where('sequences').anyOf(sequences).toArray()) {
        for (const sequence of head.sequences) heads.set(sequence, head);
      }
      return rows.toSorted(inOrder).flatMap((row) => {
        const head = heads.get(row.sequence);
        const changes = rowToChanges(row).filter((change) => change.id === id);
        return head === undefined ? [] : changes.map((change) => historyEntry(change, head));
      });
    },
  };
}

/** The same from the journal itself, for when the database does not work: slower, because all of it is read. */
export function journalHistory(journal: JournalPort, centerOf: CenterOf): History {
  async function readAll(take: (sequence: number, part: ChangeSet) => void): Promise<void> {
    const read = await readJournal(journal, 1, (batch) => {
      for (const { sequence, part } of batch) take(sequence, part);
    });
    if (!read.ok) throw new Error(`the journal cannot be read: ${read.error.detail}`);
  }

  return {
    changeSets: async (limit) => {
      const lastById = new Map<ChangeSetId, number>();
      await readAll((sequence, { id }) => lastById.set(id, sequence));
      const newest = [...lastById].toSorted((a, b) => b[1] - a[1]).slice(0, limit);
      const wanted = new Set(newest.map(([id]) => id));
      const found = new Map<ChangeSetId, ChangeSet>();
      await readAll((_, part) => {
        if (wanted.has(part.id)) found.set(part.id, joined(found.get(part.id), part));
      });
      return newest.flatMap(([id]) => found.get(id) ?? []);
    },
    changeSet: async (id) => {
      let found: ChangeSet | undefined;
      await readAll((_, part) => {
        if (part.id === id) found = joined(found, part);
      });
      return found ?? null;
    },
    heads: async () => {
      const rows = new Map<ChangeSetId, ChangeSetRow>();
      await readAll((sequence, part) =>
        rows.set(part.id, withEntry(rows.get(part.id), sequence, part, centerOf)),
      );
      return [...rows.values()].map(rowToHead);
    },
    changeSetsAbout: async (ids) => {
      const found = new Map<ChangeSetId, ChangeSet>();
      await readAll((_, part) => {
        const changes = part.changes.filter(({ id }) => ids.has(id));
        if (changes.length > 0) found.set(part.id, joined(found.get(part.id), { ...part, changes }));
      });
      return [...found.values()];
    },
    historyOf: async (id) => {
      const entries: RecordHistoryEntry[] = [];
      await readAll((_, part) => {
        for (const change of part.changes) if (change.id === id) entries.push(historyEntry(change, part));
      });
      return entries;
    },
  };
}

const mostAskedFor = 500;

const inOrder = (a: ChangeRow, b: ChangeRow): number => a.sequence - b.sequence || a.index - b.index;

function joined(before: ChangeSet | undefined, part: ChangeSet): ChangeSet {
  return before === undefined ? part : { ...before, changes: [...before.changes, ...part.changes] };
}

function historyEntry(
  change: Change,
  { id, kind, at, by, source }: Omit<ChangeSet, 'changes'>,
): RecordHistoryEntry {
  return { change, changeSet: { id, kind, at, by, ...(source === undefined ? {} : { source }) } };
}
