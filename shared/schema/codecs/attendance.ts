import { isJsonObject } from '../../core/json.ts';
import { err, ok } from '../../core/result.ts';
import type { CellProblem, FieldCodec } from '../codec.ts';
import type { Attendance } from '../fieldSpec.ts';
import { cellProblem, isEmptyCell } from './cells.ts';
import { cellNumber, formatNumber } from './numbers.ts';

/** In the order of the Excel columns. */
export const attendanceParts = ['female', 'male', 'other', 'undisclosed'] as const;

export const attendanceLabels = {
  female: { en: 'women', ko: '여성' },
  male: { en: 'men', ko: '남성' },
  other: { en: 'other', ko: '기타' },
  undisclosed: { en: 'not disclosed', ko: '미공개' },
} as const;

export const attendanceTotal = (value: Attendance): number =>
  attendanceParts.reduce((sum, part) => sum + value[part], 0);

export const attendanceCodec: FieldCodec<'attendance'> = {
  kind: 'attendance',
  merge: 'whole',
  columns: (spec) =>
    attendanceParts.map((part) => ({
      part,
      partLabel: attendanceLabels[part],
      format: 'integer',
      width: spec.width ?? 10,
      wrap: false,
    })),
  toCells: (value) => attendanceParts.map((part) => value?.[part] ?? null),
  fromCells: (cells) => {
    if (attendanceParts.every((_, column) => isEmptyCell(cells[column] ?? null))) return ok(undefined);
    const counts = { female: 0, male: 0, other: 0, undisclosed: 0 };
    const problems: CellProblem[] = [];
    attendanceParts.forEach((part, column) => {
      const cell = cells[column] ?? null;
      if (isEmptyCell(cell)) return;
      const count = cellNumber(cell);
      if (count === null || !Number.isSafeInteger(count) || count < 0) {
        problems.push(cellProblem(cell, 'NOT_A_COUNT', column));
      } else counts[part] = count;
    });
    return problems.length > 0 ? err(problems) : ok(counts);
  },
  fromJson: (json) => {
    if (!isJsonObject(json)) return null;
    const { female, male, other, undisclosed } = json;
    return isCount(female) && isCount(male) && isCount(other) && isCount(undisclosed)
      ? { female, male, other, undisclosed }
      : null;
  },
  check: () => [],
  toText: (value, _spec, { language }) => formatNumber(attendanceTotal(value), language),
};

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
