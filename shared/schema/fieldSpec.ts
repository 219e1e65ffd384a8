import type { IsoDate } from '../core/dates.ts';
import type { RecordId } from '../core/ids.ts';
import type { Label } from '../core/language.ts';

/** Who may see a field: `personal` ones are left out of redacted exports and encrypted at rest. */
export type Sensitivity = 'public' | 'internal' | 'personal';

export interface FieldCommon {
  readonly label: Label;
  /** One sentence for the person who fills it in; the comment on the Excel header too. */
  readonly help?: Label;
  readonly required?: boolean;
  /** A required field may be empty where another one, a choice, has this value. */
  readonly requiredUnless?: { readonly field: string; readonly is: string };
  /** Other Excel headers, in any language, under which the field is recognised. */
  readonly aliases?: readonly string[];
  /** Default `internal`. */
  readonly sensitivity?: Sensitivity;
  /** Version of the record type that brought the field; default 1. A later one needs an `add` migration. */
  readonly since?: number;
  /** Key of the form group that holds the field; default the type's first group. */
  readonly group?: string;
  /** Column width in Excel, in characters; the kind's own where absent. */
  readonly width?: number;
}

export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly label: Label;
  readonly aliases?: readonly string[];
}

export interface TextSpec extends FieldCommon {
  readonly kind: 'text';
  /** In UTF-16 units; default 200. */
  readonly maxLength?: number;
}
export interface LongTextSpec extends FieldCommon {
  readonly kind: 'longText';
  /** In UTF-16 units; default 32,767, what an Excel cell holds. */
  readonly maxLength?: number;
}
export interface LocalizedTextSpec extends FieldCommon {
  readonly kind: 'localizedText';
  readonly maxLength?: number;
  /** Several paragraphs: the form gives each language room for them. */
  readonly paragraphs?: boolean;
}
export interface NumberSpec extends FieldCommon {
  readonly kind: 'number';
  readonly min?: number;
  readonly max?: number;
  /** What is counted, shown behind the number: hours, km. */
  readonly unit?: Label;
}
export interface IntegerSpec extends FieldCommon {
  readonly kind: 'integer';
  readonly min?: number;
  readonly max?: number;
  readonly unit?: Label;
  /** A calendar year: written without groups of digits. */
  readonly year?: boolean;
}
export interface MoneySpec extends FieldCommon {
  readonly kind: 'money';
  /** ISO 4217; the form starts with it. */
  readonly defaultCurrency?: string;
  /** What a new record starts with. */
  readonly initial?: Money;
  readonly allowNegative?: boolean;
}
export interface DateSpec extends FieldCommon {
  readonly kind: 'date';
}
export interface DateTimeSpec extends FieldCommon {
  readonly kind: 'dateTime';
}
export interface ChoiceSpec<Value extends string = string> extends FieldCommon {
  readonly kind: 'choice';
  readonly choices: readonly Choice<Value>[];
  /** What a new record starts with. */
  readonly initial?: Value;
}
export interface MultiChoiceSpec<Value extends string = string> extends FieldCommon {
  readonly kind: 'multiChoice';
  readonly choices: readonly Choice<Value>[];
}
export interface BooleanSpec extends FieldCommon {
  readonly kind: 'boolean';
  /** What people write into a cell besides yes and no. */
  readonly words?: { readonly yes: readonly string[]; readonly no: readonly string[] };
}
export interface CountrySpec extends FieldCommon {
  readonly kind: 'country';
}
export interface RefSpec extends FieldCommon {
  readonly kind: 'ref';
  /** The record type referred to. */
  readonly to: string;
}
export interface RefsSpec extends FieldCommon {
  readonly kind: 'refs';
  readonly to: string;
}
export interface EvidenceSpec extends FieldCommon {
  readonly kind: 'evidence';
}
export interface AttendanceSpec extends FieldCommon {
  readonly kind: 'attendance';
}

export type FieldSpec =
  | TextSpec
  | LongTextSpec
  | LocalizedTextSpec
  | NumberSpec
  | IntegerSpec
  | MoneySpec
  | DateSpec
  | DateTimeSpec
  | ChoiceSpec
  | MultiChoiceSpec
  | BooleanSpec
  | CountrySpec
  | RefSpec
  | RefsSpec
  | EvidenceSpec
  | AttendanceSpec;

export type FieldKind = FieldSpec['kind'];
export type SpecOf<Kind extends FieldKind> = Extract<FieldSpec, { readonly kind: Kind }>;

/** One text in up to three languages; each is merged by itself. `local` is the partner country's. */
export interface LocalizedText {
  readonly ko?: string;
  readonly en?: string;
  readonly local?: string;
}
/** `amount` in major units, at most 4 decimals; `currency` ISO 4217. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}
/** `utc` as `YYYY-MM-DDTHH:MM:SSZ`; `zone` an IANA time zone. */
export interface DateTime {
  readonly utc: string;
  readonly zone: string;
}
/** Persons counted by gender; all whole numbers >= 0. */
export interface Attendance {
  readonly female: number;
  readonly male: number;
  readonly other: number;
  readonly undisclosed: number;
}

/** The value of a field that has one; a field without a value is absent, never an empty text or set. */
export interface ValueByKind {
  readonly text: string;
  readonly longText: string;
  readonly localizedText: LocalizedText;
  readonly number: number;
  readonly integer: number;
  readonly money: Money;
  readonly date: IsoDate;
  readonly dateTime: DateTime;
  readonly choice: string;
  readonly multiChoice: readonly string[];
  readonly boolean: boolean;
  readonly country: string;
  readonly ref: RecordId;
  /** Sorted, without repetition. */
  readonly refs: readonly RecordId[];
  /** Ids of evidence records, sorted. */
  readonly evidence: readonly RecordId[];
  readonly attendance: Attendance;
}
export type FieldValue = ValueByKind[FieldKind];

/** The value type of one field's declaration; choices become the union of their values. */
export type ValueOf<Spec extends FieldSpec> =
  Spec extends ChoiceSpec<infer Value>
    ? Value
    : Spec extends MultiChoiceSpec<infer Value>
      ? readonly Value[]
      : ValueByKind[Spec['kind']];

export type FieldSpecs = Readonly<Record<string, FieldSpec>>;

/** Any field may be missing: a record can be a draft, and a merge can bring one before the rest. */
export type ValuesOf<Fields extends FieldSpecs> = {
  readonly [Key in keyof Fields]?: ValueOf<Fields[Key]> | undefined;
};
/** Values of a record whose type is known only at run time. */
export type AnyValues = { readonly [key: string]: FieldValue | undefined };
