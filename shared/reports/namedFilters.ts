import type { RecordId } from '../core/ids.ts';
import type { Label } from '../core/language.ts';
import type { RecordSet } from '../records/recordSet.ts';
import type { RecordType } from '../records/registry.ts';
import { openCaseVisits } from './caseThread.ts';

/** A way to narrow a list that no single field says. */
export interface NamedFilter {
  readonly key: string;
  readonly label: Label;
  /** The records that it leaves. */
  ids(set: RecordSet): ReadonlySet<RecordId>;
}

const byType: { readonly [Type in RecordType]?: readonly NamedFilter[] } = {
  consultation: [
    { key: 'openCases', label: { en: 'Open cases', ko: '진행 중인 사례' }, ids: openCaseVisits },
  ],
};

/** The named filters of a type; none for most. */
export function namedFiltersOf(type: string): readonly NamedFilter[] {
  const filters: Readonly<Record<string, readonly NamedFilter[] | undefined>> = byType;
  return Object.hasOwn(filters, type) ? (filters[type] ?? []) : [];
}
