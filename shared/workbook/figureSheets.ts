import type { Label, Language } from '../core/language.ts';
import type { FigureChart } from '../reports/figureCharts.ts';
import { type FigureSource, figureSourceLines } from '../reports/figureSource.ts';
import type { FigureRow, FigureTable } from '../reports/figures.ts';
import type { Indicator, IndicatorValue } from '../reports/indicators.ts';
import type { CellLook, NumberFormat, PageSheet, StyledCell, WorkbookDocument } from './grid.ts';

export interface FigureDocumentOptions {
  readonly language: Language;
  /** Name of the person who saves it. */
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly source: FigureSource;
}

const texts = {
  indicators: { en: 'Indicators', ko: '성과지표' },
  indicator: { en: 'Indicator', ko: '지표' },
  unit: { en: 'Unit', ko: '단위' },
  total: { en: 'Total', ko: '합계' },
  method: { en: 'How it is computed', ko: '산출 방법' },
  name: { en: 'Name', ko: '구분' },
  year: { en: 'Year', ko: '연도' },
} as const;

type Row = readonly (StyledCell | null)[];

/** The figures as a workbook: a sheet with the whole table, where it is given, and a sheet for each chart. */
export function figuresDocument(
  { table, charts }: { readonly table: FigureTable | null; readonly charts: readonly FigureChart[] },
  options: FigureDocumentOptions,
): WorkbookDocument {
  const { language, by, at } = options;
  const sheets = [
    ...(table === null ? [] : [figureTableSheet(table, options)]),
    ...charts.map((chart) => chartSheet(chart, options)),
  ];
  return {
    title: sheets[0]?.name ?? texts.indicators[language],
    author: by,
    language,
    createdAt: at,
    sheets: withOwnNames(sheets),
  };
}

/** Every figure of a table, one indicator a row. */
export function figureTableSheet(table: FigureTable, options: FigureDocumentOptions): PageSheet {
  const { language } = options;
  const hasTotal = table.rows.some(({ total }) => total !== null);
  const figures = (row: FigureRow): readonly StyledCell[] => [
    ...row.values.map((value) => figure(row.format, value, 'number')),
    ...(hasTotal ? [figure(row.format, row.total, 'total')] : []),
  ];
  return page(texts.indicators[language], options, {
    columnWidths: [34, 14, ...table.columns.map(() => 16), ...(hasTotal ? [14] : []), 70],
    header: [
      texts.indicator,
      texts.unit,
      ...table.columns.map(({ label }) => label),
      ...(hasTotal ? [texts.total] : []),
      texts.method,
    ],
    rows: table.rows.map((row) => [
      cell(row.label[language], 'body'),
      cell(row.unit?.[language] ?? '', 'body'),
      ...figures(row),
      cell(row.method[language], 'body'),
    ]),
  });
}

/** What a chart shows, one category a row, and below it how it is computed. */
export function chartSheet(chart: FigureChart, options: FigureDocumentOptions): PageSheet {
  const { language } = options;
  const { title, unit, format, categories, series, kind } = chart;
  const isSummed = kind === 'parts' && series.length > 1;
  const unitText = unit === null ? '' : ` (${unit[language]})`;
  const sum = (category: number): number =>
    series.reduce((all, { values }) => all + (values[category]?.value ?? 0), 0);
  const methods = [...new Set(series.map(({ method }) => method[language]))];
  return page(
    `${title[language]}${unitText}`,
    options,
    {
      columnWidths: [36, ...series.map(() => 20), ...(isSummed ? [14] : [])],
      header: [
        chart.axis === 'time' ? texts.year : texts.name,
        ...series.map(({ label }) => label),
        ...(isSummed ? [texts.total] : []),
      ],
      rows: categories.map(({ label }, category) => [
        cell(label[language], 'body'),
        ...series.map(({ values }) => figure(format, values[category] ?? null, 'number')),
        ...(isSummed ? [cell(sum(category), 'total', format)] : []),
      ]),
    },
    methods,
  );
}

interface PageParts {
  readonly columnWidths: readonly number[];
  readonly header: readonly Label[];
  readonly rows: readonly Row[];
}

function page(
  title: string,
  { language, source }: FigureDocumentOptions,
  { columnWidths, header, rows }: PageParts,
  notes: readonly string[] = [],
): PageSheet {
  const lines = [...figureSourceLines(source, language), ...notes];
  const all: Row[] = [
    [],
    [cell(title, 'title')],
    [],
    header.map((label) => cell(label[language], 'header')),
    ...rows,
    [],
    ...lines.map((line) => [cell(line, 'note')]),
  ];
  const span = Math.max(6, columnWidths.length);
  const wide = [1, ...lines.map((_, index) => all.length - lines.length + index)];
  return {
    kind: 'page',
    name: sheetName(title),
    visibility: 'visible',
    columnWidths: [3, ...columnWidths],
    rows: all.map((row) => [null, ...row]),
    merges: wide.map((row) => ({ row, column: 1, span })),
    landscape: true,
  };
}

function figure(format: Indicator['format'], value: IndicatorValue | null, look: CellLook): StyledCell {
  const number = value?.value ?? null;
  return number === null ? cell('–', look) : cell(number, look, format);
}

const cell = (value: string | number, look: CellLook, format?: NumberFormat): StyledCell => ({
  value,
  look,
  ...(format === undefined ? {} : { format }),
});

/** Excel takes 31 characters and none of these. */
const sheetName = (title: string): string =>
  title
    .replace(/[\\/?*[\]:]/g, ' ')
    .replace(/\s*\([^)]*\)$/, '')
    .slice(0, 31)
    .trim();

function withOwnNames(sheets: readonly PageSheet[]): readonly PageSheet[] {
  const uses = new Map<string, number>();
  return sheets.map((sheet) => {
    const key = sheet.name.toLowerCase();
    const use = (uses.get(key) ?? 0) + 1;
    uses.set(key, use);
    return use === 1 ? sheet : { ...sheet, name: `${sheet.name.slice(0, 27)} ${use}` };
  });
}
