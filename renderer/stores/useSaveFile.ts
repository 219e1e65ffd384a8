import { useCallback } from 'react';
import type { FileToSave } from '../../shared/ipc/host.ts';
import { defineTexts } from '../i18n/texts.ts';
import { useTexts } from '../i18n/useTexts.ts';
import { showToast } from '../ui/toast.tsx';
import { useHost } from './services.tsx';

const texts = defineTexts('saveFile', {
  saved: { en: 'Saved as {path}.', ko: '{path}(으)로 저장했습니다.' },
  notSaved: {
    en: 'The file could not be saved ({detail}). Choose another folder, or free some space.',
    ko: '파일을 저장할 수 없습니다({detail}). 다른 폴더를 선택하거나 저장 공간을 확보하세요.',
  },
});

/** Saves a file where the person says, and tells what became of it: true when it was saved. */
export function useSaveFile(): (file: FileToSave) => Promise<boolean> {
  const t = useTexts(texts);
  const host = useHost();
  return useCallback(
    async (file) => {
      const saved = await host.files.save(file);
      if (!saved.ok) showToast({ message: t('notSaved', { detail: saved.error.code }), failed: true });
      else if (saved.value !== null) showToast({ message: t('saved', { path: saved.value.path }) });
      return saved.ok && saved.value !== null;
    },
    [t, host],
  );
}
