import { useMemo } from 'react';
import type { RecordId } from '../../../shared/core/ids.ts';
import { type RecordSet, referenceBookOf } from '../../../shared/records/recordSet.ts';
import { definitionOf } from '../../../shared/records/registry.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useSettings } from '../../stores/services.tsx';
import { homeTexts } from './homeTexts.ts';

/** The center of the workspace; null at headquarters. */
export function useCenterId(): RecordId | null {
  const { workspace } = useSettings();
  return workspace?.kind === 'center' ? workspace.centerId : null;
}

/** Names records as lists do; a record without a name is called so. */
export function useTitleOf(records: RecordSet): (type: string, id: RecordId) => string {
  const language = useLanguage();
  const t = useTexts(homeTexts);
  return useMemo(() => {
    const references = referenceBookOf(records, language);
    return (type, id) => {
      const record = records.find(type, id);
      const title = record === null ? '' : definitionOf(type).title(record.values, { language, references });
      return title === '' ? t('untitled') : title;
    };
  }, [records, language, t]);
}
