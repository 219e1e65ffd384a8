import { useCallback } from 'react';
import { defineTexts } from '../i18n/texts.ts';
import { useLanguage, useTexts } from '../i18n/useTexts.ts';
import { showToast } from '../ui/toast.tsx';
import { fileSaveErrorText } from './fileSaveErrorText.ts';
import { useHost } from './services.tsx';

const texts = defineTexts('print', {
  printed: { en: 'Saved as {path}.', ko: '{path}(으)로 저장했습니다.' },
});

/** Prints the page that is shown, as a PDF file or through the browser's dialogue, and says what became of it. */
export function usePrint(): (fileName: string) => Promise<void> {
  const t = useTexts(texts);
  const language = useLanguage();
  const host = useHost();
  return useCallback(
    async (fileName) => {
      const printed = await host.printToPdf(fileName);
      if (!printed.ok) showToast({ message: fileSaveErrorText(printed.error.code, language), failed: true });
      else if (printed.value !== null) showToast({ message: t('printed', { path: printed.value.path }) });
    },
    [host, language, t],
  );
}
