import { isoDateToSerial } from '../../core/dates.ts';
import type { DateCell, GridCell } from '../grid.ts';
import { excelErrors } from '../read/gridCells.ts';
import { looksLikeFormula } from './cellText.ts';
import type { PlannedCell, StylePlan } from './sheetPlan.ts';

/** Texts above this are shown as `####` by older Excels where the format is "text". */
const longestFormattedText = 255;

/**
 * A cell of a value in a style. The style's number format is replaced where it would change what the value is:
 * a number never gets a date format (it would come back as a date), a date always has one, and a text that Excel
 * could take for a formula when edited gets the text format.
 */
export function plannedCell(cell: GridCell, style: StylePlan): PlannedCell {
  if (cell === null || cell === '') return { value: null, style };
  if (typeof cell === 'string') return { value: cell, style: textual(style, cell) };
  if (typeof cell === 'number' && Number.isFinite(cell))
    return { value: cell, style: isDateCode(style.numberFormat) ? bare(style) : style };
  const planned = plainCell(cell);
  if (planned === null) return { value: null, style };
  if (typeof cell === 'object' && cell.kind === 'date')
    return { ...planned, style: typeof planned.value === 'number' ? dated(style, cell) : style };
  return { ...planned, style };
}

/** A cell without looks: what a data sheet has. Null for an empty cell. */
export function plainCell(cell: GridCell): PlannedCell | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number')
    return Number.isFinite(cell)
      ? { value: cell, style: undefined }
      : { value: '#NUM!', style: undefined, isError: true };
  if (typeof cell !== 'object') return { value: cell, style: undefined };
  if (cell.kind === 'error')
    return { value: cell.text, style: undefined, isError: excelErrors.has(cell.text) };
  const serial = serialOf(cell);
  // A date before Excel's first day is text.
  if (serial === null)
    return { value: cell.time === null ? cell.date : `${cell.date} ${cell.time}`, style: undefined };
  return { value: serial, style: cell.time === null ? plainDate : plainDateTime };
}

const plainDate: StylePlan = { numberFormat: 'yyyy-mm-dd' };
const plainDateTime: StylePlan = { numberFormat: 'yyyy-mm-dd hh:mm:ss' };

function serialOf({ date, time }: DateCell): number | null {
  const days = isoDateToSerial(date);
  if (days === null || time === null) return days;
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return days + (hours * 3600 + minutes * 60 + seconds) / 86_400;
}

// Styles are made once each, so that the writer can tell equal ones by identity.
const datedStyles = new WeakMap<StylePlan, Map<string, StylePlan>>();

function dated(style: StylePlan, { time }: DateCell): StylePlan {
  if (time === null && style.numberFormat === 'yyyy-mm-dd') return style;
  const code =
    time === null ? 'yyyy-mm-dd' : time.endsWith(':00') ? 'yyyy-mm-dd hh:mm' : 'yyyy-mm-dd hh:mm:ss';
  return variant(style, code);
}

function textual(style: StylePlan, text: string): StylePlan {
  if (looksLikeFormula(text)) return variant(style, '@');
  return style.numberFormat === '@' && text.length > longestFormattedText ? bare(style) : style;
}

const bare = (style: StylePlan): StylePlan => variant(style, undefined);

function variant(style: StylePlan, code: string | undefined): StylePlan {
  if (style.numberFormat === code) return style;
  const variants = datedStyles.get(style) ?? new Map<string, StylePlan>();
  datedStyles.set(style, variants);
  const known = variants.get(code ?? '');
  if (known !== undefined) return known;
  const { numberFormat: _, ...rest } = style;
  const made: StylePlan = code === undefined ? rest : { ...rest, numberFormat: code };
  variants.set(code ?? '', made);
  return made;
}

function isDateCode(code: string | undefined): boolean {
  return code !== undefined && /[ymdhs]/.test(code);
}
