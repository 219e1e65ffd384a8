import { isIsoDate } from '../core/dates.ts';
import type { Language } from '../core/language.ts';
import { fillMessage } from '../messages/message.ts';
import type { ReportKind } from '../reports/periodic/reportContent.ts';
import { reachedShare } from '../reports/periodic/reportFigures.ts';
import {
  figureColumns,
  paperLabels,
  paperTitle,
  plannedNotesOf,
  type ReportPaper,
  type ReportVoice,
  writtenTexts,
} from '../reports/periodic/reportPaper.ts';
import type {
  ReportCell,
  ReportColumn,
  ReportFigure,
  ReportSection,
  ReportTable,
} from '../reports/periodic/reportSections.ts';
import { shortSeal } from '../reports/periodic/sealedReport.ts';
import { sampleMark } from '../reports/toldSamples.ts';
import type { CellLook, GridCell, NumberFormat, PageSheet, StyledCell, WorkbookDocument } from './grid.ts';

export interface ReportDocumentOptions {
  readonly language: Language;
  /** Name of the person who makes the file. */
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

type Row = readonly (StyledCell | null)[];

/** Rows with the merges that belong to them, by row within the part. */
interface Part {
  readonly rows: readonly Row[];
  /** Rows whose first cell reaches over the whole width. */
  readonly wide: readonly number[];
}

/** One report as a workbook to be read: a cover that leads to a sheet for each section, in the order of the paper. */
export function reportDocument(paper: ReportPaper, options: ReportDocumentOptions): WorkbookDocument {
  const { language, by, at } = options;
  const sheets = paper.sections.map((section, index) =>
    sectionSheet(section, `${index + 1} ${section.title[language]}`, paper, language),
  );
  return {
    title: [
      `${paperTitle(paper, language)} ${paper.name[language]} ${paper.from} – ${paper.to}`,
      ...(paper.includesSample ? [sampleMark[language]] : []),
    ].join(' · '),
    author: by,
    language,
    createdAt: at,
    sheets: [coverSheet(paper, sheets, language), ...frontSheet(paper, language), ...sheets],
  };
}

const coverWidths = [2, 24, 60];

function coverSheet(paper: ReportPaper, sheets: readonly PageSheet[], language: Language): PageSheet {
  const text = (key: keyof typeof paperLabels): string => paperLabels[key][language];
  const facts: readonly (readonly [string, string])[] = [
    [text('center'), paper.name[language]],
    [
      text('period'),
      `${paper.from} – ${paper.to} (${fillMessage(paperLabels.asOf, language, { date: paper.asOf })})`,
    ],
    ...(paper.seal === null
      ? []
      : [[text('seal'), `${shortSeal(paper.seal)}  (SHA-256 ${paper.seal})`] as const]),
  ];
  const rows: readonly Row[] = [
    [],
    [null, cell(paperTitle(paper, language), 'title')],
    [null, cell(text('programme'), 'subtitle')],
    ...markRows(paper, language),
    [],
    ...facts.map(([label, value]): Row => [null, cell(label, 'label'), cell(value, 'body')]),
    [],
    [null, cell(text('contents'), 'subtitle')],
    ...sheets.map(({ name }): Row => [null, { value: name, look: 'link', linkTo: `${name}!A1` }]),
  ];
  return {
    kind: 'page',
    name: paperTitle(paper, language),
    visibility: 'visible',
    columnWidths: coverWidths,
    rows,
    merges: (paper.includesSample ? [1, 2, 3] : [1, 2]).map((row) => ({
      row,
      column: 1,
      span: coverWidths.length - 1,
    })),
    landscape: false,
  };
}

function frontSheet(paper: ReportPaper, language: Language): readonly PageSheet[] {
  const { front } = paper;
  if (front === undefined) return [];
  const name = front.title[language];
  const parts = [titlePart(name, paper, language), tablePart(front, language)];
  return [pageOf(name, parts, widthsOf({ figures: [], tables: [front] }, paper.kind))];
}

function sectionSheet(
  section: ReportSection,
  name: string,
  paper: ReportPaper,
  language: Language,
): PageSheet {
  const parts = [
    titlePart(name, paper, language),
    textPart(section, paper.voices, language),
    ...(section.figures.length === 0 ? [] : [figurePart(section.figures, paper.kind, language)]),
    ...section.tables.map((table) => tablePart(table, language)),
  ];
  return pageOf(name, parts, widthsOf(section, paper.kind));
}

function pageOf(name: string, parts: readonly Part[], widths: readonly number[]): PageSheet {
  let offset = 0;
  const merges: PageSheet['merges'][number][] = [];
  for (const { rows, wide } of parts) {
    for (const row of wide) merges.push({ row: offset + row, column: 1, span: widths.length - 1 });
    offset += rows.length;
  }
  return {
    kind: 'page',
    name,
    visibility: 'visible',
    columnWidths: widths,
    rows: parts.flatMap(({ rows }) => rows),
    merges,
    landscape: true,
  };
}

/** Each column is as wide as the widest of the tables that stand one below the other wants it. */
function widthsOf(
  { figures, tables }: Pick<ReportSection, 'figures' | 'tables'>,
  kind: ReportKind,
): readonly number[] {
  const ofTables = tables.map(({ columns }) => {
    const whole = columns.reduce((sum, { weight }) => sum + weight, 0);
    return columns.map(({ weight }) => Math.round((weight / whole) * 110));
  });
  const all = [...ofTables, ...(figures.length === 0 ? [] : [figureWidths(kind)])];
  const count = Math.max(4, ...all.map((widths) => widths.length));
  const columns = Array.from({ length: count }, (_, index) =>
    Math.min(46, Math.max(12, ...all.map((widths) => widths[index] ?? 0))),
  );
  return [2, ...columns];
}

const figureWidths = (kind: ReportKind): readonly number[] => [
  46,
  ...figureColumns(kind).map(({ key }) => (key === 'target' ? 16 : 14)),
  12,
];

function titlePart(name: string, paper: ReportPaper, language: Language): Part {
  const marks = markRows(paper, language);
  return { rows: [[], [null, cell(name, 'title')], ...marks], wide: [1, ...marks.map((_, row) => row + 2)] };
}

/** Each sheet is printed and passed on by itself, so each says that it tells of sample data. */
const markRows = ({ includesSample }: ReportPaper, language: Language): readonly Row[] =>
  includesSample ? [[null, cell(sampleMark[language], 'warning')]] : [];

function textPart(section: ReportSection, voices: readonly ReportVoice[], language: Language): Part {
  const written = writtenTexts(section, voices, language);
  if (written.length === 0) return { rows: [[], [null, cell(section.draft[language], 'body')]], wide: [1] };
  const rows = written.flatMap(({ heading, text }): Row[] => [
    ...(heading === '' ? [] : [[null, cell(heading, 'subtitle')]]),
    [null, cell(text, 'body')],
  ]);
  return { rows: [[], ...rows], wide: rows.map((_, index) => index + 1) };
}

function figurePart(figures: readonly ReportFigure[], kind: ReportKind, language: Language): Part {
  const columns = figureColumns(kind);
  const labels = [paperLabels.indicator, ...columns.map(({ label }) => label), paperLabels.reached];
  const heads = labels.map((label) => cell(label[language], 'header'));
  const rows = figures.map((figure): Row => {
    const format: NumberFormat = figure.format;
    const name =
      figure.unit === null ? figure.label[language] : `${figure.label[language]} (${figure.unit[language]})`;
    return [
      null,
      cell(name, 'label'),
      ...columns.map(({ key }) => numberCell(figure[key], format)),
      numberCell(reachedShare(figure), 'percent'),
    ];
  });
  const notes = plannedNotesOf(figures, language).map((note): Row => [null, cell(note, 'note')]);
  return {
    rows: [[], [null, ...heads], ...rows, ...notes],
    wide: notes.map((_, index) => rows.length + 2 + index),
  };
}

function tablePart({ title, columns, rows }: ReportTable, language: Language): Part {
  const heading: Row = [null, cell(title[language], 'subtitle')];
  if (rows.length === 0)
    return { rows: [[], heading, [null, cell(paperLabels.nothing[language], 'note')]], wide: [1, 2] };
  return {
    rows: [
      [],
      heading,
      [null, ...columns.map(({ label }) => cell(label[language], 'header'))],
      ...rows.map(
        ({ cells, total }): Row => [
          null,
          ...cells.map((value, index) => tableCell(value, columns[index], total === true, language)),
        ],
      ),
    ],
    wide: [1],
  };
}

function tableCell(
  value: ReportCell,
  column: ReportColumn | undefined,
  isTotal: boolean,
  language: Language,
): StyledCell {
  const look: CellLook = isTotal ? 'total' : 'body';
  if (value === null) return cell('', look);
  if (typeof value === 'number')
    return cell(value, isTotal ? 'total' : 'number', column?.kind === 'usd' ? 'decimal' : 'general');
  if (typeof value !== 'string') return cell(value[language], look);
  return isIsoDate(value) ? cell({ kind: 'date', date: value, time: null }, look, 'date') : cell(value, look);
}

const numberCell = (value: number | null, format: NumberFormat): StyledCell =>
  value === null ? cell('–', 'number') : cell(value, 'number', format);

function cell(value: GridCell, look: CellLook, format?: NumberFormat): StyledCell {
  return { value, look, ...(format === undefined ? {} : { format }) };
}
