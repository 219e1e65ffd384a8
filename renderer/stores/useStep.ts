import { useCallback } from 'react';
import type { Result } from '../../shared/core/result.ts';
import { useLanguage } from '../i18n/useTexts.ts';
import type { Committed, SaveError } from '../storage/fieldbookStore.ts';
import { showToast } from '../ui/toast.tsx';
import { saveErrorText } from './saveErrorTexts.ts';
import { type RecordActions, useRecordActions } from './useRecordActions.ts';
import { useUndo } from './useUndo.ts';

/** Runs one change of records and says what became of it, with “Undo”; true when it was saved. */
export type Step = (
  done: string,
  act: (actions: RecordActions) => Promise<Result<Committed, SaveError>>,
) => Promise<boolean>;

export function useStep(): Step {
  const language = useLanguage();
  const actions = useRecordActions();
  const { toastWithUndo } = useUndo();
  return useCallback(
    async (done, act) => {
      const committed = await act(actions);
      if (!committed.ok) showToast({ message: saveErrorText(committed.error, language), failed: true });
      else toastWithUndo(done, committed.value.changeSet?.id ?? null);
      return committed.ok;
    },
    [actions, language, toastWithUndo],
  );
}
