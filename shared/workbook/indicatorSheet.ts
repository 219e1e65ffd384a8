import { dateInZone } from '../core/dates.ts';
import type { Label, Language } from '../core/language.ts';
import { centerLabel } from '../records/center.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { recordsOf } from '../records/recordsOf.ts';
import { type Indicator, type IndicatorValue, indicatorTable } from '../reports/indicators.ts';
import { customPeriod } from '../reports/period.ts';
import type { ExportOptions } from './exportWorkbook.ts';
import type { CellLook, NumberFormat, PageSheet, StyledCell } from './grid.ts';

export const indicatorSheetName: Label = { en: 'Indicators', ko: '성과지표' };

const texts = {
  indicator: { en: 'Indicator', ko: '지표' },
  unit: { en: 'Unit', ko: '단위' },
  total: { en: 'Total', ko: '합계' },
  method: { en: 'How it is computed', ko: '산출 방법' },
  nothing: { en: '–', ko: '–' },
} as const;

// Before any center existed, so that “all records” means all.
const beginning = '2000-01-01';

/** What the centers did in the period of the export, one indicator a row, one center a column. */
export function indicatorSheet(
  set: RecordSet,
  options: Pick<ExportOptions, 'language' | 'scope' | 'centerId' | 'at' | 'timeZone'>,
): PageSheet {
  const { language, scope, centerId } = options;
  const today = dateInZone(options.at, options.timeZone);
  const period =
    scope.kind === 'period' ? customPeriod(scope.from, scope.to) : customPeriod(beginning, today);
  const centers = recordsOf(set, 'center').filter(({ id }) => centerId === null || id === centerId);
  const labels = new Map(centers.map(({ id, values }) => [id, centerLabel(values, language)]));
  const table = indicatorTable(set, { period, today, centerIds: centers.map(({ id }) => id).sort() });
  const cell = (value: string | number, look: CellLook, format?: NumberFormat): StyledCell => ({
    value,
    look,
    ...(format === undefined ? {} : { format }),
  });
  const several = table.centerIds.length > 1;
  const figure = (indicator: Indicator, { value }: IndicatorValue, look: CellLook): StyledCell =>
    value === null ? cell(texts.nothing[language], look) : cell(value, look, indicator.format);
  const range = scope.kind === 'period' ? `${scope.from} – ${scope.to}` : `– ${today}`;
  return {
    kind: 'page',
    name: indicatorSheetName[language],
    visibility: 'visible',
    columnWidths: [3, 34, 12, ...table.centerIds.map(() => 16), ...(several ? [14] : []), 60],
    rows: [
      [],
      [null, cell(indicatorSheetName[language], 'title')],
      [null, cell(range, 'subtitle')],
      [],
      [
        null,
        cell(texts.indicator[language], 'header'),
        cell(texts.unit[language], 'header'),
        ...table.centerIds.map((id) => cell(labels.get(id) ?? '', 'header')),
        ...(several ? [cell(texts.total[language], 'header')] : []),
        cell(texts.method[language], 'header'),
      ],
      ...table.indicators.map((indicator) => [
        null,
        cell(indicator.label[language], 'body'),
        cell(unitText(indicator, language), 'body'),
        ...indicator.byCenter.map((value) => figure(indicator, value, 'number')),
        ...(several ? [figure(indicator, indicator.total, 'total')] : []),
        cell(indicator.method[language], 'body'),
      ]),
    ],
    merges: [{ row: 1, column: 1, span: 3 }],
    landscape: true,
  };
}

function unitText({ unit }: Indicator, language: Language): string {
  return unit?.[language] ?? '';
}
