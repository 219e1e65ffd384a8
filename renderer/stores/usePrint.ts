import { useCallback } from 'react';
import { defineTexts } from '../i18n/texts.ts';
import { useTexts } from '../i18n/useTexts.ts';
import { showToast } from '../ui/toast.tsx';
import { useHost } from './services.tsx';

const texts = defineTexts('print', {
  printed: { en: 'Saved as {path}.', ko: '{path}(으)로 저장했습니다.' },
  notPrinted: {
    en: 'The PDF file could not be saved ({detail}). Choose another folder, or free some space.',
    ko: 'PDF 파일을 저장할 수 없습니다({detail}). 다른 폴더를 선택하거나 저장 공간을 확보하세요.',
  },
});

/** Prints the page that is shown, as a PDF file or through the browser's dialogue, and says what became of it. */
export function usePrint(): (fileName: string) => Promise<void> {
  const t = useTexts(texts);
  const host = useHost();
  return useCallback(
    async (fileName) => {
      const printed = await host.printToPdf(fileName);
      if (!printed.ok) showToast({ message: t('notPrinted', { detail: printed.error.code }), failed: true });
      else if (printed.value !== null) showToast({ message: t('printed', { path: printed.value.path }) });
    },
    [host, t],
  );
}
