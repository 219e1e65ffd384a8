import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { saveErrorText } from '../../stores/saveErrorTexts.ts';
import { type Decision, useRecordActions } from '../../stores/useRecordActions.ts';
import { useUndo } from '../../stores/useUndo.ts';
import { showToast } from '../../ui/toast.tsx';
import { conflictTexts } from './conflictTexts.ts';

/** Decides conflicts as one change, and says so with the way back; answers whether it was saved. */
export function useDecide(): (decisions: readonly Decision[], message?: string) => Promise<boolean> {
  const t = useTexts(conflictTexts);
  const language = useLanguage();
  const actions = useRecordActions();
  const { toastWithUndo } = useUndo();
  return async (decisions, message = t('decidedMany', { count: decisions.length })) => {
    const saved = await actions.decide(decisions);
    if (!saved.ok) {
      showToast({ message: saveErrorText(saved.error, language), failed: true });
      return false;
    }
    toastWithUndo(message, saved.value.changeSet?.id ?? null);
    return true;
  };
}
