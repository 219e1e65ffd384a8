import MiniSearch from 'minisearch';
import { isRecordId, type RecordId } from '../../../shared/core/ids.ts';
import type { StoredRecord } from '../../../shared/sync/record.ts';
import { isForgiving, wordsToFind, wordsToIndex } from './searchWords.ts';

export interface SearchIndex {
  /** Takes up what was added, changed and removed since the last time. */
  follow(records: readonly StoredRecord[]): void;
  /** How many records it holds. */
  size(): number;
  /** The records that hold all words of the query; null for a query without words. */
  find(query: string): ReadonlySet<RecordId> | null;
}

interface IndexedText {
  readonly id: RecordId;
  readonly text: string;
}

/** A full-text index over the records of one type; `textOf` is everything under which a record is to be found. */
export function createSearchIndex(textOf: (record: StoredRecord) => string): SearchIndex {
  const known = new Map<RecordId, StoredRecord>();
  const index = new MiniSearch<IndexedText>({
    fields: ['text'],
    tokenize: wordsToIndex,
    processTerm: (term) => term,
    searchOptions: {
      tokenize: wordsToFind,
      combineWith: 'AND',
      prefix: true,
    },
  });
  return {
    follow: (records) => {
      const gone = new Set(known.keys());
      for (const record of records) {
        gone.delete(record.id);
        const before = known.get(record.id);
        if (before === record) continue;
        const document = { id: record.id, text: textOf(record) };
        if (before === undefined) index.add(document);
        else index.replace(document);
        known.set(record.id, record);
      }
      for (const id of gone) {
        index.discard(id);
        known.delete(id);
      }
    },
    size: () => known.size,
    find: (query) => {
      if (wordsToFind(query).length === 0) return null;
      const hits = index.search(query);
      // Forgiving takes ten times as long, so it is kept for what would find nothing.
      const found = hits.length > 0 ? hits : index.search(query, { fuzzy: forgiveness });
      return new Set(found.map((hit): unknown => hit.id).filter(isRecordId));
    },
  };
}

const forgiveness = (term: string): number | false => (isForgiving(term) ? 0.2 : false);
