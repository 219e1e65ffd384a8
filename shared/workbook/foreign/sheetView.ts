import type { Label } from '../../core/language.ts';
import type { DateOrder } from '../../core/parseDate.ts';
import type { DecimalMark } from '../../core/parseNumber.ts';
import { foldText } from '../../core/text.ts';
import { codecOf } from '../../schema/codecByKind.ts';
import { cellText, isEmptyCell } from '../../schema/codecs/cells.ts';
import type { GridCell } from '../grid.ts';
import { contentOf, findDateOrder, findDecimalMark, isWhole, readForeignCell } from './conventions.ts';
import { type FieldPart, fieldParts } from './fieldParts.ts';
import { columnCells, type ForeignTable, type MappedColumn } from './foreignTable.ts';
import type { NameDecision } from './mapping.ts';
import { decisionOf, isOpenName, nameElements, type OpenName } from './names.ts';
import type { RowKind } from './rowKinds.ts';
import type { Knowledge } from './suggestSheet.ts';

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
  readonly question: ColumnQuestion | null;
}

export interface Sample {
  readonly raw: string;
  /** As it is read, in the reader's language; null where it cannot be. */
  readonly read: string | null;
}

/** What the values of a column leave open; asked once for the whole column. */
export type ColumnQuestion =
  | { readonly about: 'dateOrder'; readonly choices: readonly DateOrder[]; readonly example: string }
  | { readonly about: 'decimalMark'; readonly choices: readonly DecimalMark[]; readonly example: string };

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
  return missing.length > 0 || names.length > 0 || columns.some(isOpenQuestion);
}

export const isOpenQuestion = ({ question, mapping }: ColumnView): boolean =>
  question !== null && mapping[question.about] === null;

function columnView(table: ForeignTable, column: MappedColumn, knowledge: Knowledge): ColumnView {
  const cells = columnCells(table, column);
  const { part, mapping } = column;
  if (part === null) {
    const samples = differing(cells).map((cell): Sample => ({ raw: cellText(cell), read: null }));
    return { ...column, samples, unreadable: 0, question: null };
  }
  const read = (cell: GridCell): string | null => readText(cell, part, column, knowledge);
  const samples = differing(cells).map((cell): Sample => ({ raw: cellText(cell), read: read(cell) }));
  const isName = part.spec.kind === 'ref' || part.spec.kind === 'refs';
  const unreadable = isName ? 0 : cells.filter((cell) => read(cell) === null).length;
  return { ...column, samples, unreadable, question: questionOf(part, cells, mapping) };
}

function questionOf(
  { spec, part }: FieldPart,
  cells: readonly GridCell[],
  mapping: MappedColumn['mapping'],
): ColumnQuestion | null {
  switch (contentOf(spec, part)) {
    case 'date': {
      const { open, example } = findDateOrder(cells);
      // An answer stays open to change, whatever the values say by now.
      if (open.length > 0) return { about: 'dateOrder', choices: open, example };
      return null;
    }
    case 'number': {
      const { open, example } = isWhole(spec) ? noQuestion : findDecimalMark(cells, spec);
      return open.length === 0 || mapping.address === null
        ? null
        : { about: 'decimalMark', choices: open, example };
    }
    case 'other':
      return null;
  }
}

const noQuestion = { open: [], example: '' } as const;

function readText(
  cell: GridCell,
  { spec, part }: FieldPart,
  { mapping }: MappedColumn,
  { context, dateSystem }: Knowledge,
): string | null {
  const read = readForeignCell(cell, spec, part, mapping, dateSystem);
  if (!read.ok) return null;
  const codec = codecOf(spec);
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
function missingParts({ definition, columns, fills }: ForeignTable): readonly FieldPart[] {
  if (definition === null) return [];
  const given = new Set([
    ...columns.map(({ part }) => part?.address),
    ...fills.map(({ part }) => part.address),
  ]);
  const parts = [...fieldParts(definition).values()];
  return parts.filter((part) => {
    const family = parts.filter(({ key }) => key === part.key);
    if (part.spec.kind === 'money') {
      // An amount without a currency is no amount of money.
      const isHalf = family.some(({ address }) => given.has(address));
      return (part.spec.required === true || isHalf) && !given.has(part.address);
    }
    if (part.spec.required !== true || family.some(({ address }) => given.has(address))) return false;
    return part === preferredPart(family);
  });
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
        else if (decisionOf(names, spec.to, name) === null && isOpenName(spec.to, name, context)) {
          const count = context.references.find(spec.to, name).length;
          found.set(key, { type: spec.to, name, known: count, uses: 1, sheet: sheet.name, row });
        }
      }
    }
  }
  return [...found.values()];
}

/** What a part is called on the screen: “Participants (women)”. */
export function partLabel({ spec, part }: FieldPart): Label {
  const layout = codecOf(spec).columns.find((column) => column.part === part);
  const behind = layout?.partLabel ?? null;
  if (behind === null) return spec.label;
  return { en: `${spec.label.en} (${behind.en})`, ko: `${spec.label.ko} (${behind.ko})` };
}
