import { referenceBookOf } from '../../../shared/records/recordSet.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { useSettings } from '../../stores/services.tsx';
import { settingsTexts } from './settingsTexts.ts';

/** The workspace as the screen calls it, short enough to be typed. */
export function useWorkspaceTitle(): string {
  const t = useTexts(settingsTexts);
  const language = useLanguage();
  const { workspace } = useSettings();
  const records = useRecordSet();
  if (workspace?.kind !== 'center') return t('headquartersShort');
  return referenceBookOf(records, language).titleOf('center', workspace.centerId) ?? t('headquartersShort');
}
