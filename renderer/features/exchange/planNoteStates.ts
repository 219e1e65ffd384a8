import type { PlanNoteCode } from '../../../shared/workbook/importPlan.ts';
import type { NoticeState } from '../../ui/Notice.tsx';

/** How much a note matters. */
export const planNoteStates: Readonly<Record<PlanNoteCode, NoticeState>> = {
  UNKNOWN_SHEET: 'info',
  UNKNOWN_COLUMN: 'warn',
  MISSING_COLUMN: 'info',
  EMPTY_SHEET: 'info',
  STATE_MISSING: 'info',
  STATE_DAMAGED: 'warn',
  SHEET_RENAMED: 'info',
  CLOCK_AHEAD: 'warn',
  ALREADY_IMPORTED: 'ok',
  IMPORT_TAKEN_BACK: 'warn',
  SAMPLE_DATA: 'warn',
  BLANKED_CELLS: 'info',
  UNKNOWN_TYPE: 'warn',
  SHEET_LEFT_OUT: 'info',
  COLUMNS_LEFT_OUT: 'info',
  TOTALS_LEFT_OUT: 'info',
  HEADERS_LEFT_OUT: 'info',
  SECTIONS_LEFT_OUT: 'info',
  BLANK_ROWS_LEFT_OUT: 'info',
  ROWS_LEFT_OUT: 'info',
};
