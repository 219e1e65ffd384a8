import type { RecordId } from '../../core/ids.ts';
import type { Label } from '../../core/language.ts';
import type { RecordType } from '../../records/registry.ts';
import type { ReportCell, ReportFigure } from './reportSections.ts';

/** One thing that a sealed report says and the records do not, or the other way round. */
export interface Difference {
  readonly what: 'text' | 'figure' | 'table' | 'record';
  /** `changed`: a value differs. `added`, `removed`: a whole record or row that is there now, or was then. */
  readonly how: 'changed' | 'added' | 'removed';
  /**
   * `period`: what lies in the period, and its plan. `outside`: what the report tells besides, such as sums of the year,
   * follow-ups, and what was still open from before. `since`: work that went on after the period (see wentOn), which
   * takes nothing back.
   */
  readonly origin: 'period' | 'outside' | 'since';
  /** The record behind it; the report itself for a text. Null for a figure and for a row that adds up several. */
  readonly record: { readonly type: RecordType; readonly id: RecordId } | null;
  readonly title: Label;
  /** The field, column or figure; null for a whole record. */
  readonly field: Label | null;
  readonly before: ReportCell;
  readonly after: ReportCell;
  readonly format?: CellFormat;
}

/** How a number of a report is written. */
export type CellFormat = ReportFigure['format'] | 'year';
