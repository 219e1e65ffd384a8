import { historyMetrics } from '../../../shared/reports/countRules.ts';
import type { FigureSource } from '../../../shared/reports/figureSource.ts';
import { figureSourceLines } from '../../../shared/reports/figureSource.ts';
import { heldNote } from '../../../shared/reports/heldNote.ts';
import { type HistoryTable, historyLabels } from '../../../shared/reports/historyTable.ts';
import { historyDocument } from '../../../shared/workbook/historySheet.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useClock, useSettings } from '../../stores/services.tsx';
import { useSavePicture } from '../../stores/useSavePicture.ts';
import { useSaveWorkbook } from '../../stores/useSaveWorkbook.ts';
import { useToday } from '../../stores/useToday.ts';
import { historyScene } from './historyScene.ts';
import { historyTexts } from './historyTexts.ts';

/** Saves the table as it is shown for a document: as a picture, or as a workbook. */
export function useSaveHistory(
  table: HistoryTable,
  includesSample: boolean,
): { readonly picture: () => Promise<void>; readonly workbook: () => Promise<void> } {
  const t = useTexts(historyTexts);
  const label = useLabel();
  const language = useLanguage();
  const format = useFormat();
  const today = useToday();
  const clock = useClock();
  const { person } = useSettings();
  const savePicture = useSavePicture();
  const saveWorkbook = useSaveWorkbook();
  const source: FigureSource = {
    of: historyTexts.entries.allCenters,
    period: null,
    asOf: today,
    countRules: table.countRules,
    includesSample,
  };
  const held = heldNote(table);
  const sources = figureSourceLines(source, language);
  const fileName = `${t('title')} ${today}`;
  const cellsOf = (cells: HistoryTable['totals']) =>
    historyMetrics.map((metric) => {
      const { total, baseline, counted } = cells[metric];
      return {
        sum: format.number(total),
        parts:
          baseline === 0 || counted === 0
            ? ''
            : `${t('partPublished', { count: format.number(baseline) })} ${t('partRecorded', { count: format.number(counted) })}`,
      };
    });
  return {
    picture: () =>
      savePicture(
        historyScene({
          heads: [t('center'), ...historyMetrics.map((metric) => label(historyLabels[metric]))],
          rows: table.rows.map((row) => ({ name: label(row.label), cells: cellsOf(row.cells) })),
          total: { name: t('total'), cells: cellsOf(table.totals) },
        }),
        { title: t('caption'), notes: [...sources, ...(held === null ? [] : [label(held)])], fileName },
      ),
    workbook: () =>
      saveWorkbook(
        historyDocument(table, { language, by: person?.name ?? '', at: clock.now(), notes: sources }),
        fileName,
      ),
  };
}
