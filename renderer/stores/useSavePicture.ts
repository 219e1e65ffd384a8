import { useCallback } from 'react';
import { useTexts } from '../../i18n/useTexts.ts';
import { useSaveFile } from '../../stores/useSaveFile.ts';
import { framedScene, type PictureTexts, pngOf } from '../../ui/chart/picture.ts';
import type { Scene } from '../../ui/chart/scene.ts';
import { showToast } from '../../ui/toast.tsx';
import { chartsTexts } from './chartsTexts.ts';

/** Saves a drawing as a PNG file that says what it shows and where its numbers come from. */
export function useSavePicture(): (
  scene: Scene,
  texts: PictureTexts & { readonly fileName: string },
) => Promise<void> {
  const t = useTexts(chartsTexts);
  const saveFile = useSaveFile();
  return useCallback(
    async (scene, { fileName, ...texts }) => {
      const bytes = await pngOf(framedScene(scene, texts));
      if (bytes === null) return showToast({ message: t('noPicture'), failed: true });
      await saveFile({ suggestedName: `${fileName}.png`, mediaType: 'image/png', bytes });
    },
    [t, saveFile],
  );
}
