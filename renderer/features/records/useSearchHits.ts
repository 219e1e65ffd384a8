import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import type { RecordId } from '../../../shared/core/ids.ts';
import { languages } from '../../../shared/core/language.ts';
import { type RecordSet, referenceBookOf } from '../../../shared/records/recordSet.ts';
import { codecOf } from '../../../shared/schema/codecByKind.ts';
import type { AnyRecordDefinition } from '../../../shared/schema/defineRecord.ts';
import type { StoredRecord } from '../../../shared/sync/record.ts';
import { createSearchIndex, type SearchIndex } from './searchIndex.ts';
import { whenIdle } from './whenIdle.ts';

/** The records that hold the query in any text, in either language; null while nothing is searched. */
export function useSearchHits(
  definition: AnyRecordDefinition,
  records: RecordSet,
  query: string,
): ReadonlySet<RecordId> | null {
  const deferred = useDeferredValue(query);
  const isSearching = deferred.trim() !== '';
  const index = useIndex(definition, records);
  useIdleIndexing(index, records.all(definition.type));
  return useMemo(() => {
    if (!isSearching) return null;
    index.follow(records.all(definition.type));
    return index.find(deferred);
  }, [index, records, definition, deferred, isSearching]);
}

interface KnownIndex {
  readonly index: SearchIndex;
  readonly sources: readonly unknown[];
}

/** The index is kept over commits, unless records changed whose titles are part of the texts. */
function useIndex(definition: AnyRecordDefinition, records: RecordSet): SearchIndex {
  const known = useRef<KnownIndex | null>(null);
  const sources = [definition, ...referredTypes(definition).map((type) => records.all(type))];
  if (known.current === null || known.current.sources.some((source, at) => source !== sources[at])) {
    // What the texts are made of besides the record itself is in these sources, so this set serves for all of them.
    const index = createSearchIndex(searchTextOf(definition, records));
    known.current = { index, sources };
  }
  return known.current.index;
}

// A few milliseconds of work, so that typing and scrolling are never kept waiting.
const recordsAtOnce = 100;

/** Takes the records up while nothing else is to be done, so that the first letter finds the index ready. */
function useIdleIndexing(index: SearchIndex, records: readonly StoredRecord[]): void {
  useEffect(() => {
    let callOff = (): void => undefined;
    const step = (count: number): void => {
      callOff = whenIdle(() => {
        index.follow(records.slice(0, count));
        if (count < records.length) step(count + recordsAtOnce);
      });
    };
    step(Math.max(recordsAtOnce, index.size()));
    return () => callOff();
  }, [index, records]);
}

function referredTypes(definition: AnyRecordDefinition): readonly string[] {
  const types = definition.fieldKeys.flatMap((key) => {
    const spec = definition.spec(key);
    return spec?.kind === 'ref' || spec?.kind === 'refs' ? [spec.to] : [];
  });
  return [...new Set(types)].sort();
}

/** Everything that stands in a record, as it is shown in both languages. */
export function searchTextOf(
  definition: AnyRecordDefinition,
  records: RecordSet,
): (record: StoredRecord) => string {
  const contexts = languages.map((language) => ({
    language,
    references: referenceBookOf(records, language),
  }));
  return ({ values }) => {
    const parts = new Set<string>();
    for (const key of definition.fieldKeys) {
      const spec = definition.spec(key);
      const value = values[key];
      if (spec === null || value === undefined) continue;
      // A text in three languages is shown in one of them but found in all.
      if (spec.kind === 'localizedText' && typeof value === 'object') {
        for (const text of Object.values(value)) parts.add(String(text));
      } else for (const context of contexts) parts.add(codecOf(spec).toText(value, context));
    }
    return [...parts].join('\n');
  };
}
