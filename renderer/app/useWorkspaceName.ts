import { useMemo } from 'react';
import { referenceBookOf } from '../../shared/records/recordSet.ts';
import { useLanguage, useTexts } from '../i18n/useTexts.ts';
import { useRecordSet } from '../storage/StoreContext.tsx';
import { useSettings } from '../stores/services.tsx';
import { shellTexts } from './shellTexts.ts';

/** The center that this installation works for, or headquarters. */
export function useWorkspaceName(): string {
  const t = useTexts(shellTexts);
  const language = useLanguage();
  const { workspace } = useSettings();
  const records = useRecordSet();
  return useMemo(() => {
    if (workspace === null) return '';
    if (workspace.kind === 'headquarters') return t('headquarters');
    return referenceBookOf(records, language).titleOf('center', workspace.centerId) ?? '';
  }, [workspace, records, language, t]);
}
