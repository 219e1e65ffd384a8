import { useCallback } from 'react';
import type { FileToSave } from '../../shared/ipc/host.ts';
import { defineTexts } from '../i18n/texts.ts';
import { useLanguage, useTexts } from '../i18n/useTexts.ts';
import { showToast } from '../ui/toast.tsx';
import { fileSaveErrorText } from './fileSaveErrorText.ts';
import { useHost } from './services.tsx';

const texts = defineTexts('saveFile', {
  saved: { en: 'Saved as {path}.', ko: '{path}(으)로 저장했습니다.' },
});

/** Saves a file where the person says, and tells what became of it: true when it was saved. */
export function useSaveFile(): (file: FileToSave) => Promise<boolean> {
  const t = useTexts(texts);
  const language = useLanguage();
  const host = useHost();
  return useCallback(
    async (file) => {
      const saved = await host.files.save(file);
      if (!saved.ok) showToast({ message: fileSaveErrorText(saved.error.code, language), failed: true });
      else if (saved.value !== null) showToast({ message: t('saved', { path: saved.value.path }) });
      return saved.ok && saved.value !== null;
    },
    [t, language, host],
  );
}
