import type { RecordId } from '../../shared/core/ids.ts';
import type { Language } from '../../shared/core/language.ts';
import { type RecordSet, referenceBookOf } from '../../shared/records/recordSet.ts';
import { recordDefinitions } from '../../shared/records/registry.ts';
import { matchesQuery } from './matchesQuery.ts';

export interface FoundRecord {
  readonly type: string;
  readonly id: RecordId;
  readonly title: string;
  /** What it is, and its date where it has one. */
  readonly detail: string;
}

/** Records whose title holds all words of the query, at most `limit`, newest of each type first. */
export function findByTitle(
  records: RecordSet,
  language: Language,
  query: string,
  limit: number,
): readonly FoundRecord[] {
  const references = referenceBookOf(records, language);
  const found: FoundRecord[] = [];
  for (const { type, label, title, dateField } of recordDefinitions) {
    const hits = records.all(type).flatMap(({ id, values }) => {
      const name = title(values, { language, references });
      if (!matchesQuery(name, query)) return [];
      const date = dateField === undefined ? undefined : values[dateField];
      return [{ type, id, title: name, date: typeof date === 'string' ? date : '' }];
    });
    hits.sort((a, b) => (a.date < b.date ? 1 : -1));
    for (const { date, ...hit } of hits) {
      found.push({ ...hit, detail: [label.one[language], date].filter((part) => part !== '').join(', ') });
      if (found.length === limit) return found;
    }
  }
  return found;
}
