import type { Label, Language } from '../../shared/core/language.ts';
import { columnLetters } from '../../shared/workbook/columns.ts';
import { rowRanges } from '../../shared/workbook/foreign/foreignReader.ts';
import { unitText } from '../../shared/workbook/foreign/moneyUnit.ts';
import {
  type ColumnQuestion,
  type ColumnView,
  openQuestions,
  partLabel,
  type SheetView,
} from '../../shared/workbook/foreign/sheetView.ts';
import type { BatchSession } from './batchShell.ts';
import { textTable } from './textTable.ts';

/** How a foreign sheet would be read and what that leaves open, for people. */
export function mappingLines(views: readonly SheetView[], session: BatchSession): readonly string[] {
  return views
    .filter(({ table }) => table.definition !== null)
    .flatMap((view) => ['', ...sheetLines(view, session)]);
}

function sheetLines(view: SheetView, { language, text }: BatchSession): readonly string[] {
  const { sheet, mapping } = view.table;
  const rows = view.columns.map((column) => [
    columnLetters(column.column.position),
    column.column.header,
    column.part === null ? text('leftOut') : partLabel(column.part)[language],
    column.samples[0]?.raw ?? '',
    column.samples[0]?.read ?? '',
  ]);
  const head = [text('column'), text('header'), text('field'), text('value'), text('readAs')];
  return [
    text('mappingOf', { sheet: sheet.name, row: mapping.headerRow + 1 }),
    ...textTable([head, ...rows]),
    ...openLines(view, language, text),
  ];
}

function openLines(view: SheetView, language: Language, text: BatchSession['text']): readonly string[] {
  const columnName = ({ column }: ColumnView): string =>
    `${columnLetters(column.position)} ${column.header}`.trim();
  const missing = view.missing.map((part) => partLabel(part)[language]);
  const leftOut = view.leftOut.filter(({ included }) => !included).map(({ row }) => row);
  return [
    ...view.columns.flatMap((column) =>
      openQuestions(column).map((question) => questionLine(question, columnName(column), language, text)),
    ),
    ...view.columns.flatMap((column) => {
      const { currency = '', factor } = column.mapping;
      if (factor === undefined || factor === null || factor === 1) return [];
      return [
        text('readTimes', { column: columnName(column), currency, factor: factor.toLocaleString(language) }),
      ];
    }),
    ...(missing.length === 0 ? [] : [text('openFields', { fields: missing.join(', ') })]),
    ...(view.openNames.length === 0
      ? []
      : [text('openNames', { names: view.openNames.map(({ name }) => name).join(', ') })]),
    ...(leftOut.length === 0 ? [] : [text('openRows', { rows: rowRanges(leftOut) })]),
  ];
}

function questionLine(
  question: ColumnQuestion,
  column: string,
  language: Language,
  text: BatchSession['text'],
): string {
  const { about, example } = question;
  if ('doubt' in question) return text('openDoubt', { column, example, doubt: question.doubt });
  const unit = about === 'factor' ? question.before : about === 'ownCurrency' ? question.unit : null;
  return text(questionTexts[about], { column, example, unit: unit === null ? '' : unitText(unit, language) });
}

const questionTexts = {
  dateOrder: 'openDates',
  decimalMark: 'openNumbers',
  year: 'openYear',
  factor: 'openUnit',
  ownCurrency: 'openOwnCurrency',
} as const satisfies Readonly<Record<ColumnQuestion['about'], string>>;

/** The same for programs. */
export function mappingToFacts(views: readonly SheetView[], language: Language) {
  const named = (label: Label): string => label[language];
  return views.map((view) => ({
    sheet: view.table.sheet.name,
    type: view.table.definition?.type ?? null,
    headerRow: view.table.mapping.headerRow + 1,
    columns: view.columns.map(({ column, part, unreadable }) => ({
      column: columnLetters(column.position),
      header: column.header,
      field: part?.address ?? null,
      unreadable,
    })),
    ambiguous: view.columns.flatMap((column) =>
      openQuestions(column).map(({ about, choices, example }) => ({
        column: columnLetters(column.column.position),
        about,
        choices,
        example,
      })),
    ),
    missing: view.missing.map((part) => ({ field: part.address, label: named(partLabel(part)) })),
    unknownNames: view.openNames.map(({ type, name, uses }) => ({ type, name, rows: uses })),
    leftOut: view.leftOut.map(({ row, kind }) => ({ row, kind })),
  }));
}
