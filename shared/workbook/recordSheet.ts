import { countryCodes } from '../core/countries.ts';
import type { RecordId } from '../core/ids.ts';
import { isJsonObject } from '../core/json.ts';
import type { Label, Language } from '../core/language.ts';
import { foldText } from '../core/text.ts';
import type { CellContext } from '../schema/codec.ts';
import { codecOf, toJson } from '../schema/codecByKind.ts';
import { countryCell, yesNoLabels } from '../schema/codecs/choices.ts';
import { referredType } from '../schema/codecs/references.ts';
import type { AnyRecordDefinition } from '../schema/defineRecord.ts';
import type { ChoiceSpec, FieldSpec, FieldValue } from '../schema/fieldSpec.ts';
import { isRequired } from '../schema/isRequired.ts';
import { type Path, splitPath } from '../schema/migrations.ts';
import { createdPath, deletedPath, type StoredRecord } from '../sync/record.ts';
import { builtInStamp, formatStamp, parseStamp, type Stamp } from '../sync/stamp.ts';
import { gridHash, hashLine } from './cellHash.ts';
import { columnAddress, columnHeader, type SheetColumn, type SheetLayout, sheetLayout } from './columns.ts';
import type { ColumnLayout, GridCell, GridRow, TableSheet } from './grid.ts';
import type { StateSheet } from './state.ts';
import type { StateRow } from './stateRows.ts';

export interface RecordSheet {
  readonly table: TableSheet;
  readonly sheet: StateSheet;
  readonly rows: readonly StateRow[];
}

export interface RecordSheetOptions {
  readonly context: CellContext;
  readonly redact: boolean;
  /** The cells of the lists sheet that name the records of a type; null when there are none. */
  nameRange(type: string): string | null;
}

/** The sheet of one record type with what the hidden state says of it. */
export function recordSheet(
  definition: AnyRecordDefinition,
  live: readonly StoredRecord[],
  deleted: readonly StoredRecord[],
  options: RecordSheetOptions,
): RecordSheet {
  const layout = sheetLayout(definition, options.redact);
  const rows = live.map((record) => recordRow(layout, record, options.context));
  const hashes = rows.map(hashLine);
  const name = sheetName(definition, options.context.language);
  return {
    table: tableOf(definition, name, layout, rows, options),
    sheet: {
      type: definition.type,
      name,
      columns: layout.columns.map(columnAddress),
      hash: gridHash(hashes),
    },
    rows: [
      ...live.map((record, index) =>
        stateRow(definition, layout, record, hashes[index] ?? '', options.redact),
      ),
      ...deleted.map((record) => deletedRow(layout, definition, record, options.redact)),
    ],
  };
}

export function sheetName(definition: AnyRecordDefinition, language: Language): string {
  return (definition.sheet ?? definition.label.many)[language];
}

/** A record's cells, its id last. */
export function recordRow(layout: SheetLayout, record: StoredRecord, context: CellContext): GridRow {
  const cells: GridCell[] = [];
  for (const { key, spec, columnCount } of layout.fields) {
    const value = record.values[key];
    // Most fields of most records are empty.
    if (value === undefined) for (let column = 0; column < columnCount; column++) cells.push(null);
    else cells.push(...codecOf(spec).toCells(value, context));
  }
  cells.push(record.id);
  return cells;
}

/** Whether the cells alone give a value back exactly; if not, it travels in the hidden state too. */
export function isExactInCells(spec: FieldSpec, value: FieldValue): boolean {
  switch (spec.kind) {
    case 'text':
    case 'longText':
      return typeof value !== 'string' || !value.includes('\r');
    case 'choice':
      // Two labels that read alike, or a value from a newer version, cannot be told from the cell.
      return typeof value === 'string' && exactChoices(spec).has(value);
    case 'number':
    case 'integer':
    case 'boolean':
    case 'date':
    case 'country':
      return true;
    default:
      // Sets and references name records; values of several columns need their base when one cell is edited.
      return false;
  }
}

const exactChoicesBySpec = new WeakMap<ChoiceSpec, ReadonlySet<string>>();

/** The values whose labels no other choice has, in either language. */
function exactChoices(spec: ChoiceSpec): ReadonlySet<string> {
  let exact = exactChoicesBySpec.get(spec);
  if (exact === undefined) {
    const alike = (a: Label, b: Label): boolean =>
      foldText(a.en) === foldText(b.en) || foldText(a.ko) === foldText(b.ko);
    const alone = spec.choices.filter(
      (own) => spec.choices.filter(({ label }) => alike(own.label, label)).length === 1,
    );
    exact = new Set(alone.map(({ value }) => value));
    exactChoicesBySpec.set(spec, exact);
  }
  return exact;
}

/** What the hidden state says of a record whose cells have these hashes. */
export function stateRow(
  definition: AnyRecordDefinition,
  layout: SheetLayout,
  record: StoredRecord,
  hashes: string,
  redact: boolean,
): StateRow {
  const values: Record<string, ReturnType<typeof toJson>> = {};
  // Whoever types over a value has seen what stands beside it and says the same, so it must be known to all readers.
  const besideFields = fieldsOf(record.siblings);
  for (const { key, spec } of layout.fields) {
    const value = record.values[key];
    if (value !== undefined && (besideFields.has(key) || !isExactInCells(spec, value)))
      values[key] = toJson(value);
  }
  return travelling(definition, record, redact, { deleted: false, hashes, values });
}

const noFields: ReadonlySet<string> = new Set();

function fieldsOf(byPath: Readonly<Record<Path, unknown>>): ReadonlySet<string> {
  const paths = Object.keys(byPath);
  return paths.length === 0 ? noFields : new Set(paths.map((path) => splitPath(path).field));
}

/** A deletion travels with what was deleted, so that whoever edited it meanwhile can decide and restore. */
function deletedRow(
  layout: SheetLayout,
  definition: AnyRecordDefinition,
  record: StoredRecord,
  redact: boolean,
): StateRow {
  const values = layout.fields.flatMap(({ key }) => {
    const value = record.values[key];
    return value === undefined ? [] : [[key, toJson(value)] as const];
  });
  return travelling(definition, record, redact, {
    deleted: true,
    hashes: '',
    values: Object.fromEntries(values),
  });
}

/** What a record's row says beside and with its cells. Of omitted fields nothing is said: they must not look cleared. */
function travelling(
  definition: AnyRecordDefinition,
  record: StoredRecord,
  redact: boolean,
  { deleted, hashes, values }: Pick<StateRow, 'deleted' | 'hashes' | 'values'>,
): StateRow {
  const { id, type, createdBy, createdAt, sample, deletedSeeing, stamps, knows, siblings, resolved } = record;
  if (!redact)
    return {
      type,
      id,
      deleted,
      deletedSeeing,
      stamps,
      knows,
      siblings,
      resolved,
      hashes,
      values,
      createdBy,
      createdAt,
      sample,
    };
  // The product's own name is nobody's.
  const isUnnamed = stamps[createdPath] !== builtInStamp;
  const own = <T>(byPath: Readonly<Record<Path, T>>): Readonly<Record<Path, T>> =>
    withoutPersonal(definition, record, byPath);
  return {
    type,
    id,
    deleted,
    deletedSeeing,
    hashes,
    values,
    createdAt,
    sample,
    createdBy: isUnnamed ? '' : createdBy,
    stamps: { ...own(stamps), ...(isUnnamed ? unnamedCreation(record) : {}) },
    knows: own(knows),
    siblings: own(siblings),
    resolved: own(resolved),
  };
}

/**
 * That the record was made, without the name of who made it, under a stamp before all others: under the real one the
 * receiver would take the missing name for what was said, and never learn it.
 */
function unnamedCreation({ createdBy, stamps }: StoredRecord): Readonly<Record<Path, Stamp>> {
  const stamp = stamps[createdPath];
  if (stamp === undefined || createdBy === '') return {};
  return { [createdPath]: formatStamp({ wall: 0, counter: 1, device: parseStamp(stamp).device }) };
}

function withoutPersonal<T>(
  definition: AnyRecordDefinition,
  record: StoredRecord,
  byPath: Readonly<Record<Path, T>>,
): Readonly<Record<Path, T>> {
  return Object.fromEntries(
    Object.entries(byPath).filter(([path]) => {
      // The mark of a conflict holds the values that it was about.
      const mark = record.resolved[path];
      const about = isJsonObject(mark) && typeof mark.path === 'string' ? mark.path : path;
      // One about a deletion has the edits beside it without saying of which fields they were.
      if (about === deletedPath && path !== deletedPath) return !hasPersonalField(definition);
      return definition.spec(splitPath(about).field)?.sensitivity !== 'personal';
    }),
  );
}

const hasPersonalField = ({ fieldKeys, spec }: AnyRecordDefinition): boolean =>
  fieldKeys.some((key) => spec(key)?.sensitivity === 'personal');

function tableOf(
  definition: AnyRecordDefinition,
  name: string,
  layout: SheetLayout,
  rows: readonly GridRow[],
  options: RecordSheetOptions,
): TableSheet {
  const { language } = options.context;
  return {
    kind: 'table',
    name,
    visibility: definition.forPrograms === true ? 'hidden' : 'visible',
    columns: layout.columns.map((column) => columnLayout(column, options)),
    header: layout.columns.map((column) => ({
      text: columnHeader(column, language),
      required: column.spec !== null && isRequired(column.spec),
      ...(column.spec?.help === undefined ? {} : { help: column.spec.help[language] }),
    })),
    rows,
    tableName: `Fieldbook_${definition.type}`,
    // The center and the first field, or the name: what tells the rows apart while scrolling.
    frozenColumns: definition.scope === 'center' ? 2 : 1,
    spareRows: 200,
    landscape: true,
  };
}

/** How a column of a record sheet looks, and what its drop-down offers. */
export function columnLayout(
  { spec, layout }: SheetColumn,
  options: Pick<RecordSheetOptions, 'context' | 'nameRange'>,
): ColumnLayout {
  return {
    width: layout.width,
    format: layout.format,
    wrap: layout.wrap,
    ...(spec === null ? { hidden: true } : dropDownOf(spec, layout.part, options)),
  };
}

function dropDownOf(
  spec: FieldSpec,
  part: string,
  { context, nameRange }: Pick<RecordSheetOptions, 'context' | 'nameRange'>,
): Pick<ColumnLayout, 'dropDown' | 'strictDropDown'> {
  const { language } = context;
  const literal = (values: readonly string[], strict: boolean) => ({
    dropDown: { values },
    strictDropDown: strict,
  });
  switch (spec.kind) {
    case 'choice':
      return literal(
        spec.choices.map(({ label }) => label[language]),
        true,
      );
    case 'multiChoice':
      // Several values in one cell: the list helps with the first, and lets the others in.
      return literal(
        spec.choices.map(({ label }) => label[language]),
        false,
      );
    case 'boolean':
      return literal(yesNoLabels(language), true);
    case 'country':
      return literal(
        countryCodes.map((code) => countryCell(code, language)),
        false,
      );
    case 'money':
      return part === 'currency' ? literal(['USD', 'KRW', 'EUR'], false) : {};
    default: {
      const to = referredType(spec);
      const range = to === null ? null : nameRange(to);
      return range === null ? {} : { dropDown: { range }, strictDropDown: false };
    }
  }
}

/** All records of a type by their unique names, in the language's order, for the lists sheet. */
export function recordNames(type: string, ids: readonly RecordId[], context: CellContext): readonly string[] {
  const order = new Intl.Collator(context.language);
  return ids.flatMap((id) => context.references.titleOf(type, id) ?? []).sort((a, b) => order.compare(a, b));
}
