import { useCallback } from 'react';
import type { ChangeSetId } from '../../shared/core/ids.ts';
import { defineTexts } from '../i18n/texts.ts';
import { useLanguage, useTexts } from '../i18n/useTexts.ts';
import { showToast } from '../ui/toast.tsx';
import { saveErrorText } from './saveErrorTexts.ts';
import { useRecordActions } from './useRecordActions.ts';

const texts = defineTexts('undo', {
  undo: { en: 'Undo', ko: '실행 취소' },
  redo: { en: 'Redo', ko: '다시 실행' },
  undone: { en: 'The last change was undone.', ko: '마지막 변경을 취소했습니다.' },
  redone: { en: 'The change was made again.', ko: '변경을 다시 적용했습니다.' },
  nothing: { en: 'There is nothing to undo.', ko: '취소할 변경이 없습니다.' },
  keptAll: {
    en: 'Nothing was undone, because the same values were edited since. Open the record’s history to see them.',
    ko: '같은 값이 이후에 수정되어 취소하지 않았습니다. 기록의 변경 이력에서 확인하세요.',
  },
  kept: {
    en: {
      one: 'Undone, except for {count} value that was edited since.',
      other: 'Undone, except for {count} values that were edited since.',
    },
    ko: '취소했습니다. 이후에 수정된 값 {count}개는 그대로 두었습니다.',
  },
});

export interface UndoActions {
  /** Takes one change set back and says so. */
  undo(id: ChangeSetId): Promise<void>;
  /** The newest one that was not taken back yet. */
  undoLast(): Promise<void>;
  /** “Saved”, “Deleted” …, with the button that takes it back. */
  toastWithUndo(message: string, changeSet: ChangeSetId | null): void;
}

export function useUndo(): UndoActions {
  const t = useTexts(texts);
  const language = useLanguage();
  const actions = useRecordActions();
  const takeBack = useCallback(
    async (id: ChangeSetId, isRedo: boolean): Promise<void> => {
      const undone = await actions.undo(id);
      if (!undone.ok) return showToast({ message: saveErrorText(undone.error, language), failed: true });
      const { changeSet, kept } = undone.value;
      if (changeSet === null) return showToast({ message: t(kept.length > 0 ? 'keptAll' : 'nothing') });
      const redo = { label: t(isRedo ? 'undo' : 'redo'), run: () => takeBack(changeSet.id, !isRedo) };
      const plain = t(isRedo ? 'redone' : 'undone');
      showToast({ message: kept.length > 0 ? t('kept', { count: kept.length }) : plain, action: redo });
    },
    [actions, language, t],
  );
  const undoLast = useCallback(async () => {
    const last = await actions.lastUndoable();
    if (last === null) showToast({ message: t('nothing') });
    else await takeBack(last.id, false);
  }, [actions, takeBack, t]);
  const toastWithUndo = useCallback(
    (message: string, id: ChangeSetId | null) =>
      showToast({
        message,
        ...(id === null ? {} : { action: { label: t('undo'), run: () => takeBack(id, false) } }),
      }),
    [takeBack, t],
  );
  return { undo: (id) => takeBack(id, false), undoLast, toastWithUndo };
}
