import type { IsoDate } from '../core/dates.ts';
import { isRecordId, type RecordId } from '../core/ids.ts';
import type { Language } from '../core/language.ts';
import { foldText } from '../core/text.ts';
import type { ReferenceBook } from '../schema/codec.ts';
import { listMarks } from '../schema/codecs/choices.ts';
import type { LiveRecords, RecordLookup } from '../schema/defineRecord.ts';
import type { StoredRecord } from '../sync/record.ts';
import { definitionOf, findDefinition, recordTypes } from './registry.ts';

/** All records of one replica, as reports, rules, exports and plans read them. */
export interface RecordSet {
  /** Live records of a type, in no particular order; the same array until one of them changes. */
  all(type: string): readonly StoredRecord[];
  /** Deleted ones too. */
  deleted(type: string): readonly StoredRecord[];
  /** Also finds deleted ones; null when never heard of. */
  find(type: string, id: RecordId): StoredRecord | null;
}

/** Every record of a set, deleted ones too. */
export function allRecords(records: RecordSet): readonly StoredRecord[] {
  return recordTypes.flatMap((type) => [...records.all(type), ...records.deleted(type)]);
}

/** A record set over plain records, for the batch tool, workers and tests. */
export function recordSetOf(records: Iterable<StoredRecord>): RecordSet {
  const liveByType = new Map<string, StoredRecord[]>();
  const deletedByType = new Map<string, StoredRecord[]>();
  const byId = new Map<RecordId, StoredRecord>();
  for (const record of records) {
    byId.set(record.id, record);
    const byType = record.deleted ? deletedByType : liveByType;
    const group = byType.get(record.type);
    if (group === undefined) byType.set(record.type, [record]);
    else group.push(record);
  }
  return {
    all: (type) => liveByType.get(type) ?? [],
    deleted: (type) => deletedByType.get(type) ?? [],
    find: (type, id) => {
      const record = byId.get(id);
      return record?.type === type ? record : null;
    },
  };
}

/** The records of a set that are not deleted, one by one. */
export function liveRecordsOf(set: RecordSet): LiveRecords {
  return {
    get: (type, id) => {
      const record = set.find(type, id);
      return record === null || record.deleted ? null : record;
    },
  };
}

/** What the rules of records may ask of a set on a given day. Indexes are made when first asked for. */
export function lookupOf(set: RecordSet, today: IsoDate): RecordLookup {
  const indexes = new Map<string, ReadonlyMap<string, readonly StoredRecord[]>>();
  return {
    ...liveRecordsOf(set),
    today,
    where: (type, field, value) => {
      const name = `${type}.${field}`;
      let index = indexes.get(name);
      if (index === undefined) {
        index = indexBy(set.all(type), field);
        indexes.set(name, index);
      }
      return index.get(value) ?? [];
    },
  };
}

/**
 * Names of records that are unique within their type: a repeated name gets the end of its id behind it. List
 * separators in a name are replaced, so that a cell can hold several.
 */
export function referenceBookOf(set: RecordSet, language: Language): ReferenceBook {
  const books = new Map<string, TypeBook>();
  const book: ReferenceBook = {
    titleOf: (type, id) => bookOf(type).titleById.get(id) ?? null,
    find: (type, text) => {
      if (isRecordId(text)) return [text];
      const { idsByTitle, idsByAnyTitle } = bookOf(type);
      const folded = foldText(text);
      return idsByTitle().get(folded) ?? idsByAnyTitle().get(folded) ?? [];
    },
    labelOf: (type) => findDefinition(type)?.label.one ?? { en: type, ko: type },
  };
  const bookOf = (type: string): TypeBook => {
    let known = books.get(type);
    if (known === undefined) {
      known = typeBook(set, type, language, book);
      books.set(type, known);
    }
    return known;
  };
  return book;
}

interface TypeBook {
  readonly titleById: ReadonlyMap<RecordId, string>;
  idsByTitle(): ReadonlyMap<string, readonly RecordId[]>;
  /** By the name in either language, without the distinguishing end. */
  idsByAnyTitle(): ReadonlyMap<string, readonly RecordId[]>;
}

function typeBook(set: RecordSet, type: string, language: Language, references: ReferenceBook): TypeBook {
  if (findDefinition(type) === null) {
    return { titleById: new Map(), idsByTitle: () => new Map(), idsByAnyTitle: () => new Map() };
  }
  const definition = definitionOf(type);
  const plainTitle = (record: StoredRecord, of: Language): string =>
    definition
      .title(record.values, { language: of, references })
      .replace(listMarks, ',')
      .replace(/\s+/gu, ' ')
      .trim();
  const titles = set.all(type).map((record) => {
    const title = plainTitle(record, language);
    return { id: record.id, title, folded: foldText(title) };
  });
  const uses = countBy(titles.map(({ folded }) => folded));
  const titleById = new Map(
    titles.map(({ id, title, folded }) => [
      id,
      title === '' || (uses.get(folded) ?? 0) > 1 ? `${title} #${id.slice(-6)}`.trim() : title,
    ]),
  );
  // Writing a workbook asks for names only, reading one for records by name as well.
  let ownTitles: ReadonlyMap<string, readonly RecordId[]> | null = null;
  let anyTitles: ReadonlyMap<string, readonly RecordId[]> | null = null;
  return {
    titleById,
    idsByTitle: () => {
      ownTitles ??= groupIds([...titleById].map(([id, title]) => [foldText(title), id]));
      return ownTitles;
    },
    idsByAnyTitle: () => {
      anyTitles ??= groupIds(
        set.all(type).flatMap((record) => {
          const both = new Set([foldText(plainTitle(record, 'en')), foldText(plainTitle(record, 'ko'))]);
          return [...both].map((title): readonly [string, RecordId] => [title, record.id]);
        }),
      );
      return anyTitles;
    },
  };
}

function groupIds(pairs: Iterable<readonly [string, RecordId]>): ReadonlyMap<string, readonly RecordId[]> {
  const groups = new Map<string, RecordId[]>();
  for (const [key, id] of pairs) {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [id]);
    else group.push(id);
  }
  return groups;
}

function countBy(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function indexBy(
  records: readonly StoredRecord[],
  field: string,
): ReadonlyMap<string, readonly StoredRecord[]> {
  const index = new Map<string, StoredRecord[]>();
  for (const record of records) {
    const value: unknown = record.values[field];
    const keys = Array.isArray(value) ? value : [value];
    for (const key of keys) {
      if (typeof key !== 'string') continue;
      const group = index.get(key);
      if (group === undefined) index.set(key, [record]);
      else group.push(record);
    }
  }
  return index;
}
