import { useCallback } from 'react';
import type { FigureChart } from '../../../shared/reports/figureCharts.ts';
import { type FigureSource, figureSourceLines } from '../../../shared/reports/figureSource.ts';
import { figuresDocument } from '../../../shared/workbook/figureSheets.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage } from '../../i18n/useTexts.ts';
import { useClock, useSettings } from '../../stores/services.tsx';
import { useSavePicture } from '../../stores/useSavePicture.ts';
import { useSaveWorkbook } from '../../stores/useSaveWorkbook.ts';
import { chartScene } from '../../ui/chart/chartScene.ts';
import { chartValues, pictureWidth } from './chartValues.ts';

/** Saves one chart for a document: as a picture, or as the numbers behind it. */
export function useSaveChart(
  chart: FigureChart,
  source: FigureSource,
): { readonly picture: () => Promise<void>; readonly workbook: () => Promise<void> } {
  const language = useLanguage();
  const format = useFormat();
  const clock = useClock();
  const { person } = useSettings();
  const savePicture = useSavePicture();
  const saveWorkbook = useSaveWorkbook();
  const title = chart.title[language];
  const unit = chart.unit === null ? '' : ` (${chart.unit[language]})`;
  const period = source.period === null ? '' : `, ${source.period[language]}`;
  const picture = useCallback(
    () =>
      savePicture(chartScene(chartValues(chart, language, format), pictureWidth), {
        title: `${title}${unit}${period}`,
        notes: figureSourceLines(source, language),
        fileName: `${title} ${source.asOf}`,
      }),
    [savePicture, chart, language, format, title, unit, period, source],
  );
  const workbook = useCallback(
    () =>
      saveWorkbook(
        figuresDocument(
          { table: null, charts: [chart] },
          { language, by: person?.name ?? '', at: clock.now(), source },
        ),
        `${title} ${source.asOf}`,
      ),
    [saveWorkbook, chart, language, person, clock, source, title],
  );
  return { picture, workbook };
}
