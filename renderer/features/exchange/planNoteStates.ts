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
};
