import type { RecordId } from '../../core/ids.ts';
import type { DateOrder } from '../../core/parseDate.ts';
import type { DecimalMark } from '../../core/parseNumber.ts';
import type { MoneyUnit } from './moneyUnit.ts';

/**
 * How somebody's own workbook is read, as data: what a person decided, or what was suggested and left as it was. The
 * same file with the same mapping gives the same records, ids and stamps on every computer.
 */
export interface WorkbookMapping {
  readonly sheets: readonly SheetMapping[];
  readonly names: readonly NameDecision[];
  readonly rows: readonly RowDecision[];
}

export interface SheetMapping {
  readonly sheet: string;
  /** Null: the sheet is left out. */
  readonly type: string | null;
  /** Index of the first header row in the sheet's rows. */
  readonly headerRow: number;
  /** Headers such as “Participants” over “F | M” take two. */
  readonly headerRows: 1 | 2;
  readonly columns: readonly ColumnMapping[];
  readonly fills: readonly Fill[];
  /** Rows, as Excel numbers them, that look like no records and are taken in after all. */
  readonly included: readonly number[];
  /** In a mapping file: a hash of what the sheet held when its rows were decided. */
  readonly contents?: string;
  /** In a mapping file: what the sheet counted its amounts in then. */
  readonly units?: readonly ColumnUnit[];
}

export interface ColumnMapping {
  /** The header as `headerTexts` gives it. */
  readonly header: string;
  /** Tells columns of one header apart, from 0. */
  readonly nth: number;
  /** A field part, as `columnAddress` writes it, or a period, as `columnParts` does; null: the column is left out. */
  readonly address: string | null;
  /** Null: not known; a date that can be two days is an issue then. */
  readonly dateOrder: DateOrder | null;
  /** Null: not known; a number that can be two numbers is an issue then. */
  readonly decimalMark: DecimalMark | null;
  /** Of days that name no year; absent: such a day is an issue. */
  readonly year?: number;
  /** Of amounts that name no currency, where no other column does: ISO 4217. */
  readonly currency?: string;
  /**
   * An amount stands for so many times as much: 1000 in a column of thousands; absent or 1: it is taken as it stands.
   * Null: not known; an amount that names no factor itself is an issue then.
   */
  readonly factor?: number | null;
  /**
   * What an amount counts that names the currency of its column and no factor, as “₩1,200” in a table of thousands of
   * won: whole units or the table's; absent: not known, and such an amount is an issue.
   */
  readonly ownCurrency?: 'whole' | 'unit' | undefined;
  /** What the last table with these headers counted its amounts in, where this one does not say. */
  readonly unitBefore?: MoneyUnit;
}

/** What a table counted the amounts of a column in; a column of amounts without one named none. */
export type ColumnUnit = Pick<ColumnMapping, 'header' | 'nth'> &
  MoneyUnit & {
    /** The text about its unit that only a person understood: what it means was answered. */
    readonly doubt?: string;
  };

/** What stands in a field that no column gives: one text for all rows, or what another column has. */
export type Fill =
  | { readonly address: string; readonly from: 'text'; readonly text: string }
  | { readonly address: string; readonly from: 'column'; readonly header: string; readonly nth: number };

/** What a name in a reference column means where no record is called that. */
export type NameDecision =
  | { readonly type: string; readonly name: string; readonly means: 'existing'; readonly id: RecordId }
  | {
      readonly type: string;
      readonly name: string;
      readonly means: 'new';
      /** The required fields that a name does not tell, by address, as cells. */
      readonly cells: Readonly<Record<string, string>>;
    };

/** What is to become of a row that resembles a record or another row; without a decision it is a new record. */
export type RowDecision =
  | { readonly sheet: string; readonly row: number; readonly becomes: 'new' }
  | { readonly sheet: string; readonly row: number; readonly becomes: 'nothing' }
  | { readonly sheet: string; readonly row: number; readonly becomes: 'record'; readonly id: RecordId };

export const noDecisions: WorkbookMapping = { sheets: [], names: [], rows: [] };
