import type { FigureChart } from '../../../../shared/reports/figureCharts.ts';
import { type FigureSource, figureSourceLines } from '../../../../shared/reports/figureSource.ts';
import { figuresDocument } from '../../../../shared/workbook/figureSheets.ts';
import { useLanguage, useTexts } from '../../../i18n/useTexts.ts';
import { useClock, useSettings } from '../../../stores/services.tsx';
import { useSavePicture } from '../../../stores/useSavePicture.ts';
import { useSaveWorkbook } from '../../../stores/useSaveWorkbook.ts';
import { mapSource } from '../useFigureScope.ts';
import { type MapCountry, mapScene } from './mapScene.ts';
import type { CountryShape } from './mapShapes.ts';
import { mapTexts } from './mapTexts.ts';

export interface SavedMap {
  readonly shapes: readonly CountryShape[];
  readonly drawn: readonly MapCountry[];
  readonly chart: FigureChart;
  /** What the circles count. */
  readonly metric: string;
  readonly source: FigureSource;
}

/** Across a page of a document that is turned on its side. */
const pictureWidth = 960;

/** Saves the map for a document: as a picture, or as the numbers behind it. */
export function useSaveMap({ shapes, drawn, chart, metric, source }: SavedMap): {
  readonly picture: () => Promise<void>;
  readonly workbook: () => Promise<void>;
} {
  const t = useTexts(mapTexts);
  const language = useLanguage();
  const clock = useClock();
  const { person } = useSettings();
  const savePicture = useSavePicture();
  const saveWorkbook = useSaveWorkbook();
  const own = mapSource(source);
  const fileName = `${t('title')} ${source.asOf}`;
  return {
    picture: () =>
      savePicture(mapScene(shapes, { countries: drawn, home: t('home') }, pictureWidth), {
        title: `${t('title')} (${metric})`,
        notes: [...figureSourceLines(own, language), t('legend'), t('borders')],
        fileName,
      }),
    workbook: () =>
      saveWorkbook(
        figuresDocument(
          { table: null, charts: [chart] },
          { language, by: person?.name ?? '', at: clock.now(), source: own },
        ),
        fileName,
      ),
  };
}
