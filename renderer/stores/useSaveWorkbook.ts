import { useCallback } from 'react';
import { fileErrorText } from '../../shared/messages/fileErrors.ts';
import type { WorkbookDocument } from '../../shared/workbook/grid.ts';
import { defineTexts } from '../i18n/texts.ts';
import { useLanguage, useTexts } from '../i18n/useTexts.ts';
import { showToast } from '../ui/toast.tsx';
import { fileSaveErrorText } from './fileSaveErrorText.ts';
import { useHost } from './services.tsx';

const texts = defineTexts('saveWorkbook', {
  saved: { en: 'Saved as {path}.', ko: '{path}(으)로 저장했습니다.' },
});

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Writes a page of the screen as an Excel workbook where the person says, and tells what became of it. */
export function useSaveWorkbook(): (document: WorkbookDocument, name: string) => Promise<void> {
  const t = useTexts(texts);
  const language = useLanguage();
  const host = useHost();
  return useCallback(
    async (document, name) => {
      // The writer is large, and few pages need it.
      const { writeWorkbook } = await import('../../shared/workbook/write/writeWorkbook.ts');
      const written = await writeWorkbook(document);
      if (!written.ok) return showToast({ message: fileErrorText(written.error, language), failed: true });
      const file = { suggestedName: `${name}.xlsx`, mediaType: xlsx, bytes: written.value };
      const saved = await host.files.save(file);
      if (!saved.ok) showToast({ message: fileSaveErrorText(saved.error.code, language), failed: true });
      else if (saved.value !== null) showToast({ message: t('saved', { path: saved.value.path }) });
    },
    [t, language, host],
  );
}
