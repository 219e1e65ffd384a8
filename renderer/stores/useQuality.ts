import { useDeferredValue, useMemo } from 'react';
import type { IsoDate } from '../../shared/core/dates.ts';
import type { RecordId } from '../../shared/core/ids.ts';
import type { RecordSet } from '../../shared/records/recordSet.ts';
import { type QualityItem, qualityItems } from '../../shared/reports/quality/qualityItems.ts';
import type { QualityMemory } from '../../shared/reports/quality/qualityMemory.ts';
import type { FieldbookStore } from '../storage/fieldbookStore.ts';
import { useRecordSet, useStore } from '../storage/StoreContext.tsx';
import { useCenterId } from './useCenterId.ts';
import { rememberedConflicts } from './useOpenConflicts.ts';
import { useToday } from './useToday.ts';

/** What is to be mended in the workspace's center, at headquarters in all; it follows an edit a moment later. */
export function useQuality(): readonly QualityItem[] {
  const store = useStore();
  const records = useDeferredValue(useRecordSet());
  const today = useToday();
  const centerId = useCenterId();
  return useMemo(() => itemsOf(store, records, today, centerId), [store, records, today, centerId]);
}

interface Answer {
  readonly question: string;
  readonly items: readonly QualityItem[];
}

// The navigation, the first page and the list ask the same; it is found once.
const answers = new WeakMap<FieldbookStore, Answer>();
const memories = new WeakMap<FieldbookStore, QualityMemory>();

function itemsOf(
  store: FieldbookStore,
  records: RecordSet,
  today: IsoDate,
  centerId: RecordId | null,
): readonly QualityItem[] {
  const question = `${store.version()} ${today} ${centerId}`;
  const known = answers.get(store);
  if (known?.question === question) return known.items;
  const memory: QualityMemory = memories.get(store) ?? new Map();
  memories.set(store, memory);
  const items = qualityItems(records, { today, centerId, memory, conflictsIn: rememberedConflicts });
  answers.set(store, { question, items });
  return items;
}
