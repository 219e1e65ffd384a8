import { useMemo } from 'react';
import type { RecordId } from '../../../shared/core/ids.ts';
import { centerLabel } from '../../../shared/records/center.ts';
import { recordsOf } from '../../../shared/records/recordsOf.ts';
import { useLanguage } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { withBuiltIns } from './firstRunChanges.ts';

export interface CenterChoice {
  readonly id: RecordId;
  readonly title: string;
  /** What else is to be said of it. */
  readonly note?: string;
}

/** The centers to choose from, by opening year: those of the programme, and what others are among the records. */
export function useCenterChoices(): readonly (CenterChoice & { readonly code: string })[] {
  const records = useRecordSet();
  const language = useLanguage();
  return useMemo(
    () =>
      recordsOf(withBuiltIns(records), 'center')
        .filter(({ sample }) => !sample)
        .toSorted((a, b) => (a.values.since ?? 9999) - (b.values.since ?? 9999))
        .map(({ id, values }) => ({
          id,
          code: values.code ?? '',
          title: centerLabel(values, language),
        })),
    [records, language],
  );
}
