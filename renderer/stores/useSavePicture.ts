import { useCallback } from 'react';
import { defineTexts } from '../i18n/texts.ts';
import { useTexts } from '../i18n/useTexts.ts';
import { framedScene, type PictureTexts, pngOf } from '../ui/chart/picture.ts';
import type { Scene } from '../ui/chart/scene.ts';
import { showToast } from '../ui/toast.tsx';
import { useSaveFile } from './useSaveFile.ts';

const texts = defineTexts('savePicture', {
  noPicture: {
    en: 'The picture could not be drawn. Save the numbers as an Excel workbook instead.',
    ko: '그림을 만들 수 없습니다. 대신 Excel 통합 문서로 저장하세요.',
  },
});

/** Saves a drawing as a PNG file that says what it shows and where its numbers come from. */
export function useSavePicture(): (
  scene: Scene,
  texts: PictureTexts & { readonly fileName: string },
) => Promise<void> {
  const t = useTexts(texts);
  const saveFile = useSaveFile();
  return useCallback(
    async (scene, { fileName, ...said }) => {
      const bytes = await pngOf(framedScene(scene, said));
      if (bytes === null) return showToast({ message: t('noPicture'), failed: true });
      await saveFile({ suggestedName: `${fileName}.png`, mediaType: 'image/png', bytes });
    },
    [t, saveFile],
  );
}
