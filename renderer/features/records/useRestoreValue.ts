import type { RecordId } from '../../../shared/core/ids.ts';
import type { AnyRecordDefinition } from '../../../shared/schema/defineRecord.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { saveErrorText } from '../../stores/saveErrorTexts.ts';
import { useRecordActions } from '../../stores/useRecordActions.ts';
import { useUndo } from '../../stores/useUndo.ts';
import { showToast } from '../../ui/toast.tsx';
import type { ShownChange } from './groupHistory.ts';
import { recordTexts } from './recordsTexts.ts';

/** Sets a field to what it was after an earlier change: an ordinary edit, which can be taken back. */
export function useRestoreValue(
  { type }: AnyRecordDefinition,
  id: RecordId,
): (change: ShownChange) => Promise<void> {
  const t = useTexts(recordTexts);
  const language = useLanguage();
  const actions = useRecordActions();
  const { toastWithUndo } = useUndo();
  return async ({ path, field, value }) => {
    const saved = await actions.setPart(type, id, path, value);
    if (!saved.ok) return showToast({ message: saveErrorText(saved.error, language), failed: true });
    toastWithUndo(t('valueRestored', { field }), saved.value.changeSet?.id ?? null);
  };
}
