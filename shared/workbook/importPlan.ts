import type { RecordId } from '../core/ids.ts';
import type { Label, Language } from '../core/language.ts';
import type { RuleParams } from '../schema/defineRecord.ts';
import type { Change, ChangeSource } from '../sync/changeSet.ts';
import type { Twin } from './foreign/twins.ts';

/**
 * What importing a workbook would do, row by row. The preview shows it and the commit applies its `changes`, nothing
 * else. Planning never writes.
 */
export interface ImportPlan {
  readonly source: ImportSource;
  readonly rows: readonly PlannedRow[];
  readonly notes: readonly PlanNote[];
  readonly changes: readonly Change[];
  readonly counts: Readonly<Record<RowStatus, number>>;
}

export interface ImportSource extends ChangeSource {
  /**
   * `exported`: by Fieldbook, untouched; `edited`: by Fieldbook, cells changed since; `template`: an empty form that
   * somebody filled in; `foreign`: somebody's own table.
   */
  readonly origin: 'exported' | 'edited' | 'template' | 'foreign';
  /** Who exported it; '' when unknown. */
  readonly exportedBy: string;
  /** Milliseconds since 1970; null when unknown. */
  readonly exportedAt: number | null;
  readonly language: Language;
  /** It holds records of the sample data set. */
  readonly sample: boolean;
}

export const rowStatuses = ['conflict', 'added', 'updated', 'deleted', 'unchanged', 'rejected'] as const;
export type RowStatus = (typeof rowStatuses)[number];

export interface PlannedRow {
  readonly sheet: string;
  /** As Excel numbers it; null for a record that travels without a visible row (a deletion). */
  readonly row: number | null;
  readonly type: string;
  /** Null for a rejected row that has none yet. */
  readonly id: RecordId | null;
  /** In the reader's language. */
  readonly title: string;
  readonly status: RowStatus;
  /** Cells that would change, and those that two people changed without knowing of each other. */
  readonly cells: readonly PlannedCell[];
  /** Why it is rejected; for other rows, warnings. */
  readonly problems: readonly RowProblem[];
  /** Of a new row of somebody's own table: what it may be another copy of. */
  readonly twin?: Twin;
}

export interface PlannedCell {
  readonly field: string;
  readonly label: Label;
  /** In the reader's language; '' for no value. */
  readonly before: string;
  readonly after: string;
  /**
   * `conflict`: here and there the value was changed, and neither side had seen the other's. Both are kept until a
   * person decides; `winner` says which counts until then.
   */
  readonly outcome: 'taken' | 'conflict';
  readonly winner?: 'here' | 'workbook';
}

export interface RowProblem {
  readonly level: 'error' | 'warning';
  readonly code: string;
  /** Excel column letters; null where no one cell is to blame. */
  readonly column: string | null;
  /** The column's header, or the field's label. */
  readonly header: Label;
  /** The cell as the sheet shows it. */
  readonly value: string;
  readonly message: Label;
  readonly params: RuleParams;
}

export type PlanNoteCode =
  | 'UNKNOWN_SHEET'
  | 'UNKNOWN_COLUMN'
  | 'MISSING_COLUMN'
  | 'EMPTY_SHEET'
  | 'STATE_MISSING'
  | 'STATE_DAMAGED'
  | 'SHEET_RENAMED'
  | 'CLOCK_AHEAD'
  | 'ALREADY_IMPORTED'
  | 'IMPORT_TAKEN_BACK'
  | 'SAMPLE_DATA'
  | 'BLANKED_CELLS'
  | 'UNKNOWN_TYPE'
  | 'STATE_LOST'
  | 'STATE_SHOWN'
  | 'SHEET_COPIED'
  | 'SHEET_ADDED'
  | 'SHEET_MISSING'
  | 'COLUMN_RENAMED'
  | 'COLUMN_TWICE'
  | 'COLUMNS_MOVED'
  | 'ROWS_MISSING'
  | 'ROWS_REORDERED'
  | 'ROWS_COPIED'
  | 'ROWS_PASTED'
  | 'ROWS_HIDDEN'
  | 'COLUMNS_HIDDEN'
  | 'IDS_SLIPPED'
  | 'DATES_SHIFTED'
  | 'EDITED_FURTHER'
  | 'SHEET_LEFT_OUT'
  | 'COLUMNS_LEFT_OUT'
  | 'TOTALS_LEFT_OUT'
  | 'HEADERS_LEFT_OUT'
  | 'SECTIONS_LEFT_OUT'
  | 'BLANK_ROWS_LEFT_OUT'
  | 'ROWS_LEFT_OUT'
  | 'DECISIONS_OF_OTHER_FILE'
  | 'DECISIONS_OF_NO_FILE';

/** Something about the workbook as a whole that the reader should know. */
export interface PlanNote {
  readonly code: PlanNoteCode;
  readonly params: RuleParams;
}
