import type { IsoDate } from '../core/dates.ts';
import type { RecordId } from '../core/ids.ts';
import type { Label, Language } from '../core/language.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { historyMetrics } from '../reports/countRules.ts';
import { heldNote } from '../reports/heldNote.ts';
import {
  type HistoryCells,
  type HistoryTable,
  historyLabels,
  historyTable,
} from '../reports/historyTable.ts';
import type { PageSheet, StyledCell, WorkbookDocument } from './grid.ts';

/** Not “History”: Excel keeps that name for itself. */
export const historySheetName: Label = { en: 'History of eGCC', ko: '추진 실적' };

const texts = {
  title: { en: 'History of eGCC', ko: '전자정부협력센터 추진 실적' },
  center: { en: 'Center', ko: '센터' },
  total: { en: 'Total', ko: '합계' },
  published: { en: 'published', ko: '기공표' },
  counted: { en: 'logged', ko: '기록' },
  note: {
    en: 'Each figure is the published one plus what has been logged beyond it (count rules, version {version}).',
    ko: '각 수치는 공표된 실적에 추가로 기록된 건수를 더한 값입니다(집계 규칙 {version}판).',
  },
} as const;

/** The programme's table of projects, consulting and workshops until a day, each figure with its two parts beside it. */
export function historySheet(
  set: RecordSet,
  centerId: RecordId | null,
  until: IsoDate,
  language: Language,
): PageSheet {
  const centerIds = centerId === null ? null : [centerId];
  return historyTableSheet(historyTable(set, { centerIds, until }), language);
}

/** The history table as a workbook of its own. */
export function historyDocument(
  table: HistoryTable,
  {
    language,
    by,
    at,
    notes,
  }: {
    readonly language: Language;
    /** Name of the person who saves it. */
    readonly by: string;
    /** Milliseconds since 1970. */
    readonly at: number;
    readonly notes: readonly string[];
  },
): WorkbookDocument {
  return {
    title: texts.title[language],
    author: by,
    language,
    createdAt: at,
    sheets: [historyTableSheet(table, language, notes)],
  };
}

/** A history table as a sheet, with further notes in lines of their own below it. */
export function historyTableSheet(
  table: HistoryTable,
  language: Language,
  furtherNotes: readonly string[] = [],
): PageSheet {
  const held = heldNote(table);
  const notes = [...(held === null ? [] : [held[language]]), ...furtherNotes];
  const cell = (value: string | number, look: StyledCell['look']): StyledCell => ({
    value,
    look,
    ...(typeof value === 'number' ? { format: 'integer' } : {}),
  });
  const header = historyMetrics.flatMap((metric) => [
    cell(historyLabels[metric][language], 'header'),
    cell(texts.published[language], 'header'),
    cell(texts.counted[language], 'header'),
  ]);
  const figures = (cells: HistoryCells, look: StyledCell['look']): StyledCell[] =>
    historyMetrics.flatMap((metric) => [
      cell(cells[metric].total, look),
      cell(cells[metric].baseline, look),
      cell(cells[metric].counted, look),
    ]);
  return {
    kind: 'page',
    name: historySheetName[language],
    visibility: 'visible',
    columnWidths: [3, 28, 14, 11, 11, 14, 11, 11, 20, 11, 11],
    rows: [
      [],
      [null, cell(texts.title[language], 'title')],
      [null, cell(texts.note[language].replace('{version}', String(table.countRules)), 'note')],
      [],
      [null, cell(texts.center[language], 'header'), ...header],
      ...table.rows.map(({ label, cells }) => [
        null,
        cell(label[language], 'body'),
        ...figures(cells, 'number'),
      ]),
      [null, cell(texts.total[language], 'total'), ...figures(table.totals, 'total')],
      ...notes.map((note) => [null, cell(note, 'note')]),
    ],
    merges: [
      { row: 1, column: 1, span: 10 },
      { row: 2, column: 1, span: 10 },
      ...notes.map((_, index) => ({ row: 6 + table.rows.length + index, column: 1, span: 10 })),
    ],
    landscape: true,
  };
}
