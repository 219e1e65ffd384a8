import type { Label } from '../../core/language.ts';
import type { DateOrder } from '../../core/parseDate.ts';
import type { DecimalMark } from '../../core/parseNumber.ts';
import { foldText } from '../../core/text.ts';
import { codecOf } from '../../schema/codecByKind.ts';
import { cellText, isEmptyCell } from '../../schema/codecs/cells.ts';
import { formatNumber } from '../../schema/codecs/numbers.ts';
import { isRequired } from '../../schema/isRequired.ts';
import type { GridCell } from '../grid.ts';
import { currencyAddress, currencyOfAmount, holdsNoAmount } from './amounts.ts';
import { contentOf, findDecimalMark, isWhole, readForeignCell } from './conventions.ts';
import { addressesGiven, type FieldPart, fieldParts } from './fieldParts.ts';
import { columnCells, type ForeignTable, type MappedColumn } from './foreignTable.ts';
import type { NameDecision } from './mapping.ts';
import type { MoneyUnit } from './moneyUnit.ts';
import { decisionOf, isOpenName, nameElements, type OpenName } from './names.ts';
import { foreignPeriod, yearGap } from './periods.ts';
import type { RowKind } from './rowKinds.ts';
import { columnUnit, type SaidUnit } from './saidUnits.ts';
import { type Knowledge, orderOf } from './suggestSheet.ts';
import { type UnitQuestion, unitQuestions } from './unitQuestions.ts';

/** Everything about a mapped sheet that a person looks at before it is read. */
export interface SheetView {
  readonly table: ForeignTable;
  readonly columns: readonly ColumnView[];
  readonly leftOut: readonly LeftOutRow[];
  /** Required parts that neither a column nor a text for all rows gives. */
  readonly missing: readonly FieldPart[];
  readonly openNames: readonly OpenName[];
}

export interface ColumnView extends MappedColumn {
  readonly samples: readonly Sample[];
  /** Cells that cannot be read as the column's part; names are looked at apart. */
  readonly unreadable: number;
  readonly questions: readonly ColumnQuestion[];
  /** What its amounts are said to be in; a person can have them read as they stand. */
  readonly unit: MoneyUnit | null;
}

export interface Sample {
  readonly raw: string;
  /** As it is read, in the reader's language; null where it cannot be. */
  readonly read: string | null;
}

/** What the values of a column leave open; asked once for the whole column. */
export type ColumnQuestion =
  | { readonly about: 'dateOrder'; readonly choices: readonly DateOrder[]; readonly example: string }
  | { readonly about: 'decimalMark'; readonly choices: readonly DecimalMark[]; readonly example: string }
  /** Any year can be the answer. */
  | { readonly about: 'year'; readonly choices: readonly []; readonly example: string }
  | UnitQuestion;

export interface LeftOutRow {
  readonly row: number;
  readonly kind: Exclude<RowKind, 'record' | 'blank'>;
  /** How it begins. */
  readonly text: string;
  readonly included: boolean;
}

const sampleCount = 3;

export function sheetView(
  table: ForeignTable,
  names: readonly NameDecision[],
  knowledge: Knowledge,
): SheetView {
  return {
    table,
    columns: table.columns.map((column) => columnView(table, column, knowledge)),
    leftOut: leftOutRows(table),
    missing: missingParts(table),
    openNames: openNames(table, names, knowledge),
  };
}

/** True where a person has to say something before every row can be read. */
export function hasOpenPoints({ columns, missing, openNames: names }: SheetView): boolean {
  return missing.length > 0 || names.length > 0 || columns.some((column) => openQuestions(column).length > 0);
}

/** The questions that nobody has answered. */
export const openQuestions = ({ questions, mapping }: ColumnView): readonly ColumnQuestion[] =>
  questions.filter(({ about }) => (mapping[about] ?? null) === null);

function columnView(table: ForeignTable, column: MappedColumn, knowledge: Knowledge): ColumnView {
  const cells = columnCells(table, column);
  const { part } = column;
  if (part === null) {
    const samples = differing(cells).map((cell): Sample => ({ raw: cellText(cell), read: null }));
    return { ...column, samples, unreadable: 0, questions: [], unit: null };
  }
  const read = (cell: GridCell): string | null => readText(cell, part, column, knowledge);
  const samples = differing(cells).map((cell): Sample => ({ raw: cellText(cell), read: read(cell) }));
  const isName = part.spec.kind === 'ref' || part.spec.kind === 'refs';
  const unreadable = isName ? 0 : cells.filter((cell) => read(cell) === null).length;
  const isAmount = part.spec.kind === 'money' && part.part === 'amount';
  const place = { sheet: table.sheet, headerRow: table.mapping.headerRow };
  return {
    ...column,
    samples,
    unreadable,
    questions: questionsOf(part, cells, column, table),
    unit: isAmount ? sureUnit(columnUnit(column.column.header, place)) : null,
  };
}

const sureUnit = ({ unit, doubt }: SaidUnit): MoneyUnit | null => (doubt === null ? unit : null);

function questionsOf(
  part: FieldPart,
  cells: readonly GridCell[],
  { column, mapping: own }: MappedColumn,
  { sheet, mapping }: ForeignTable,
): readonly ColumnQuestion[] {
  switch (contentOf(part.spec, part.part)) {
    case 'date': {
      // An answer stays open to change, whatever the values say by now.
      const { open, example } = orderOf(part, cells, column.header);
      const gap = yearGap(cells, sheet, mapping.headerRow);
      return [
        ...(open.length > 0 ? [{ about: 'dateOrder', choices: open, example } as const] : []),
        ...(gap === null ? [] : [{ about: 'year', choices: [], example: gap.example } as const]),
      ];
    }
    case 'number': {
      const { open, example } = isWhole(part.spec) ? noQuestion : findDecimalMark(cells, part.spec);
      return [
        ...(open.length === 0 ? [] : [{ about: 'decimalMark', choices: open, example } as const]),
        ...(part.spec.kind === 'money'
          ? unitQuestions(cells, own, { sheet, headerRow: mapping.headerRow })
          : []),
      ];
    }
    case 'other':
      return [];
  }
}

const noQuestion = { open: [], example: '' } as const;

function readText(
  cell: GridCell,
  { spec, part, period }: FieldPart,
  { mapping }: MappedColumn,
  { context, dateSystem }: Knowledge,
): string | null {
  if (period !== undefined) {
    const read = foreignPeriod(cell, mapping, dateSystem);
    return read.ok ? `${read.period.start} ~ ${read.period.end}` : null;
  }
  const read = readForeignCell(cell, spec, part, mapping, dateSystem);
  if (!read.ok) return null;
  const codec = codecOf(spec);
  if (spec.kind === 'money' && part === 'amount' && typeof read.cell === 'number') {
    const currency = currencyOfAmount(cell, mapping) ?? '';
    return `${currency} ${formatNumber(read.cell, context.language)}`.trim();
  }
  if (codec.columns.length > 1) return partText(read.cell);
  if (spec.kind === 'ref' || spec.kind === 'refs') return nameElements(cell, spec, context).join('; ');
  const decoded = codec.fromCells([read.cell], context);
  if (!decoded.ok || decoded.value === undefined) return null;
  return codec.check(decoded.value).length > 0 ? null : codec.toText(decoded.value, context);
}

function partText(cell: GridCell): string | null {
  return typeof cell === 'object' && cell?.kind === 'error' ? null : cellText(cell);
}

function differing(cells: readonly GridCell[]): readonly GridCell[] {
  const seen = new Map<string, GridCell>();
  for (const cell of cells) {
    if (seen.size === sampleCount) break;
    const text = cellText(cell);
    if (!seen.has(text)) seen.set(text, cell);
  }
  return [...seen.values()];
}

function leftOutRows({ rows, mapping }: ForeignTable): readonly LeftOutRow[] {
  const included = new Set(mapping.included);
  return rows.flatMap(({ row, kind, cells }) =>
    kind === 'record' || kind === 'blank'
      ? []
      : [
          {
            row,
            kind,
            text: cells
              .filter((cell) => !isEmptyCell(cell))
              .slice(0, 4)
              .map(cellText)
              .join(' · '),
            included: included.has(row),
          },
        ],
  );
}

/** The parts without which no row can be taken in; of a text in languages and of counts any one part is enough. */
function missingParts(table: ForeignTable): readonly FieldPart[] {
  const { definition, columns, fills } = table;
  if (definition === null) return [];
  const given = new Set([
    ...columns.flatMap(({ part }) => (part === null ? [] : addressesGiven(part))),
    ...fills.map(({ part }) => part.address),
    ...columns.flatMap((column) => currencyGivenBy(table, column)),
  ]);
  const parts = [...fieldParts(definition).values()];
  const givenKeys = new Set(parts.flatMap(({ address, key }) => (given.has(address) ? [key] : [])));
  // Where another field decides, and the table has it, each row says for itself what it lacks.
  const isMissing = ({ spec }: FieldPart): boolean =>
    isRequired(spec, givenKeys.has(spec.requiredUnless?.field ?? '') ? undefined : {});
  return parts.filter((part) => {
    const family = parts.filter(({ key }) => key === part.key);
    if (part.spec.kind === 'money') {
      // An amount without a currency is no amount of money.
      const isHalf = family.some(({ address }) => given.has(address));
      return (isMissing(part) || isHalf) && !given.has(part.address);
    }
    if (!isMissing(part) || family.some(({ address }) => given.has(address))) return false;
    return part === preferredPart(family);
  });
}

/** The currency of a column of amounts, where its header or each of its cells names one. */
function currencyGivenBy(table: ForeignTable, column: MappedColumn): readonly string[] {
  const address = currencyAddress(column);
  if (address === null) return [];
  const cells = columnCells(table, column);
  // Asked for with the unit.
  const place = { sheet: table.sheet, headerRow: table.mapping.headerRow };
  const asked = unitQuestions(cells, column.mapping, place);
  const isAsked = asked.some((one) => one.about === 'factor' && one.before !== null);
  if (column.mapping.factor === null && isAsked) return [address];
  const isSaid = cells.every(
    (cell) => holdsNoAmount(cell) || currencyOfAmount(cell, column.mapping) !== null,
  );
  return isSaid ? [address] : [];
}

function preferredPart(family: readonly FieldPart[]): FieldPart | undefined {
  const preferred = family.find(({ spec, part }) =>
    spec.kind === 'localizedText'
      ? part === 'en'
      : spec.kind === 'attendance'
        ? part === 'undisclosed'
        : true,
  );
  return preferred ?? family[0];
}

/** Names in reference columns that mean no one record and of which nobody decided. */
function openNames(
  { sheet, records, columns, fills }: ForeignTable,
  names: readonly NameDecision[],
  { context }: Knowledge,
): readonly OpenName[] {
  const found = new Map<string, OpenName>();
  const sources = [
    ...columns.flatMap(({ part, column }) => (part === null ? [] : [{ part, position: column.position }])),
    ...fills.flatMap((fill) =>
      fill.from === 'column' ? [{ part: fill.part, position: fill.source.column.position }] : [],
    ),
  ];
  for (const { part, position } of sources) {
    const { spec } = part;
    if (spec.kind !== 'ref' && spec.kind !== 'refs') continue;
    for (const { row, cells } of records) {
      for (const name of nameElements(cells[position] ?? null, spec, context)) {
        const key = `${spec.to} ${foldText(name)}`;
        const known = found.get(key);
        if (known !== undefined) found.set(key, { ...known, uses: known.uses + 1 });
        else if (decisionOf(names, spec.to, name, context) === null && isOpenName(spec.to, name, context)) {
          const count = context.references.find(spec.to, name).length;
          found.set(key, { type: spec.to, name, known: count, uses: 1, sheet: sheet.name, row });
        }
      }
    }
  }
  return [...found.values()];
}

/** What a part is called on the screen: “Participants (women)”. */
export function partLabel({ spec, part, period }: FieldPart): Label {
  if (period !== undefined) {
    const [start, end] = [period.start.spec.label, period.end.spec.label];
    return { en: `${start.en} ~ ${end.en}`, ko: `${start.ko} ~ ${end.ko}` };
  }
  const layout = codecOf(spec).columns.find((column) => column.part === part);
  const behind = layout?.partLabel ?? null;
  if (behind === null) return spec.label;
  return { en: `${spec.label.en} (${behind.en})`, ko: `${spec.label.ko} (${behind.ko})` };
}
