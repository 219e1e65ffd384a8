import { type IsoDate, isIsoDate } from '../core/dates.ts';
import type { Label } from '../core/language.ts';
import type { Rule } from '../schema/defineRecord.ts';
import type { AnyValues } from '../schema/fieldSpec.ts';

type DatesOf<Key extends string> = { readonly [K in Key]?: IsoDate | undefined };

/** Error: the end lies before the start. Not judged while one of them is missing. */
export function endNotBeforeStart<Start extends string, End extends string>(
  start: Start,
  end: End,
): Rule<DatesOf<Start | End>> {
  return {
    code: 'END_BEFORE_START',
    level: 'error',
    field: end,
    message: {
      en: 'The end ({end}) lies before the start ({start}). Correct one of the two dates.',
      ko: '종료일({end})이 시작일({start})보다 빠릅니다. 두 날짜 중 하나를 고치세요.',
    },
    broken: (values) => {
      const [from, to] = [dateOf(values, start), dateOf(values, end)];
      return from !== null && to !== null && to < from && { start: from, end: to };
    },
  };
}

/** Warning: something that has happened carries a date after today. */
export function notAfterToday<Field extends string>(field: Field, message: Label): Rule<DatesOf<Field>> {
  return {
    code: 'DATE_IN_FUTURE',
    level: 'warning',
    field,
    message,
    broken: (values, { today }) => {
      const date = dateOf(values, field);
      return date !== null && date > today && { date };
    },
  };
}

/** A date field of a record whose type is known only at run time; null when it has none. */
export function dateOf(values: AnyValues, field: string): IsoDate | null {
  const value = values[field];
  return isIsoDate(value) ? value : null;
}
