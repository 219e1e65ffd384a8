import { useDeferredValue, useMemo } from 'react';
import type { RecordId } from '../../../shared/core/ids.ts';
import { languages } from '../../../shared/core/language.ts';
import type { RecordSet } from '../../../shared/records/recordSet.ts';
import { referenceBookOf } from '../../../shared/records/recordSet.ts';
import { codecOf } from '../../../shared/schema/codecByKind.ts';
import type { AnyRecordDefinition } from '../../../shared/schema/defineRecord.ts';
import type { StoredRecord } from '../../../shared/sync/record.ts';
import { createSearchIndex } from './searchIndex.ts';

/** The records that hold the query in any text, in either language; null while nothing is searched. */
export function useSearchHits(
  definition: AnyRecordDefinition,
  records: RecordSet,
  query: string,
): ReadonlySet<RecordId> | null {
  const deferred = useDeferredValue(query);
  const isSearching = deferred.trim() !== '';
  // Titles of other records are part of the texts, so a commit makes the index anew, when it is asked again.
  const index = useMemo(() => createSearchIndex(searchTextOf(definition, records)), [definition, records]);
  return useMemo(() => {
    if (!isSearching) return null;
    index.follow(records.all(definition.type));
    return index.find(deferred);
  }, [index, records, definition, deferred, isSearching]);
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
