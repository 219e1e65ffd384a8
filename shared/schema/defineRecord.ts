import type { IsoDate } from '../core/dates.ts';
import type { RecordId } from '../core/ids.ts';
import type { Label, Language } from '../core/language.ts';
import type { StoredRecord } from '../sync/record.ts';
import type { ReferenceBook } from './codec.ts';
import type { AnyValues, FieldSpec, FieldSpecs, FieldValue, RefSpec, ValuesOf } from './fieldSpec.ts';
import type { Migration } from './migrations.ts';

/** `center`: belongs to one center. `programme`: shared by all, such as organizations and people. */
export type Scope = 'center' | 'programme';

export interface FormGroup {
  readonly key: string;
  /** The question that the group answers: “What was advised?” */
  readonly label: Label;
}

export interface LiveRecords {
  /** A live record; null when unknown or deleted. */
  get(type: string, id: RecordId): StoredRecord | null;
}

/** What a rule or a count may look at besides the record itself. */
export interface RecordLookup extends LiveRecords {
  readonly today: IsoDate;
  /** Live records of a type whose field holds exactly this value (for a set: contains it). */
  where(type: string, field: string, value: string): readonly StoredRecord[];
}

/** A rule that reaches across fields; it runs in the form, on import and in the batch tool. */
export interface Rule<Values> {
  readonly code: string;
  /** `error` blocks saving; `warning` is saved and listed under data quality. */
  readonly level: 'error' | 'warning';
  /**
   * An error that other records decide. It blocks saving in the form, but an import takes it for a warning: which of
   * two records came first differs between computers, and all have to end in the same state.
   */
  readonly acrossRecords?: true;
  /** Beside which the form shows it. */
  readonly field: string;
  /** May hold places `{name}`, filled from the params of a hit. */
  readonly message: Label;
  /**
   * True or params where the rule is broken; false where it holds or cannot be judged. The lookup gives only records of
   * the record's own kind, samples or others, for a value (see `ofOwnKind`).
   */
  broken(values: Values, lookup: RecordLookup, id: RecordId | null): boolean | RuleParams;
}
export type RuleParams = Readonly<Record<string, string | number | Label>>;

interface Declaration<Fields extends FieldSpecs> {
  readonly type: string;
  readonly scope: Scope;
  readonly label: { readonly one: Label; readonly many: Label };
  /** Excel sheet name per language, at most 31 characters; default: the plural label. */
  readonly sheet?: Label;
  /** Other sheet names under which the type is recognised. */
  readonly sheetAliases?: readonly string[];
  readonly version: number;
  readonly migrations: readonly Migration[];
  readonly groups: readonly [FormGroup, ...FormGroup[]];
  readonly fields: Fields;
  /** The record's name in lists, drop-downs and references; '' while it has none. */
  title(values: ValuesOf<Fields>, context: TitleContext): string;
  /** The field that places the record in time, for periods, sorting and the calendar. */
  readonly dateField?: keyof Fields & string;
  readonly endField?: keyof Fields & string;
  /**
   * The reference to the record that this one is a part of, such as the meeting of a decision: a part has no day of
   * its own and lies in the period in which the whole lies.
   */
  readonly partOf?: keyof Fields & string;
  /** Nobody writes or reads it by hand: its sheet is hidden, and no form to fill in has one. */
  readonly forPrograms?: true;
  /** Fields shown as list columns at first, in order. */
  readonly listFields: readonly (keyof Fields & string)[];
  /** Fields that the store indexes (dates, choices and references only). */
  readonly indexes: readonly (keyof Fields & string)[];
  readonly rules: readonly Rule<ValuesOf<Fields>>[];
  /** Sets records apart whose figures must not be added to each other, such as money spent and money received. */
  sumsApart?(values: AnyValues): unknown;
  /** What the form enters into an empty field when another one is filled in; a person may change it. */
  readonly proposals?: readonly Proposal[];
}

export interface Proposal {
  readonly from: string;
  readonly field: string;
  propose(given: FieldValue): FieldValue | undefined;
}

export interface TitleContext {
  readonly language: Language;
  readonly references: ReferenceBook;
}

export interface RecordDefinition<Fields extends FieldSpecs = FieldSpecs> extends Declaration<Fields> {
  readonly fieldKeys: readonly string[];
}

/** The definition as code sees it that handles any record type. */
export interface AnyRecordDefinition extends Omit<RecordDefinition, 'title' | 'rules'> {
  title(values: AnyValues, context: TitleContext): string;
  readonly rules: readonly Rule<AnyValues>[];
  readonly spec: (key: string) => FieldSpec | null;
}

type CenterField = { readonly center: RefSpec };

const centerField: RefSpec = {
  kind: 'ref',
  to: 'center',
  label: { en: 'Center', ko: '센터' },
  help: { en: 'The cooperation center to which the entry belongs.', ko: '이 기록이 속한 협력센터입니다.' },
  required: true,
  aliases: ['eGCC', 'DGCC', 'cooperation center', '협력센터'],
  sensitivity: 'public',
};

/**
 * Declares a record type once; table, form, list, Excel sheet, merging and test data derive from it. Types of scope
 * `center` get the field `center` in front.
 */
export function defineRecord<const Fields extends FieldSpecs>(
  declaration: Declaration<Fields> & { readonly scope: 'programme' },
): RecordDefinition<Fields>;
export function defineRecord<const Fields extends FieldSpecs>(
  declaration: Omit<Declaration<Fields>, 'title' | 'rules' | 'indexes' | 'listFields'> &
    Pick<Declaration<Fields & CenterField>, 'title' | 'rules' | 'indexes' | 'listFields'> & {
      readonly scope: 'center';
    },
): RecordDefinition<Fields & CenterField>;
export function defineRecord(declaration: Declaration<FieldSpecs>): RecordDefinition {
  const fields =
    declaration.scope === 'center' ? { center: centerField, ...declaration.fields } : declaration.fields;
  return { ...declaration, fields, fieldKeys: Object.keys(fields) };
}

/** Forgets the exact field types, for registries. */
export function anyRecord<Fields extends FieldSpecs>(
  definition: RecordDefinition<Fields>,
): AnyRecordDefinition {
  // The boundary: values of a record always come from its own definition's codecs, which the compiler cannot see.
  const erased = definition as unknown as AnyRecordDefinition;
  return {
    ...erased,
    spec: (key) => (Object.hasOwn(definition.fields, key) ? (definition.fields[key] ?? null) : null),
  };
}
