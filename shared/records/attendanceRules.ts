import type { IsoDate } from '../core/dates.ts';
import { attendanceTotal } from '../schema/codecs/attendance.ts';
import type { Rule } from '../schema/defineRecord.ts';
import type { Attendance } from '../schema/fieldSpec.ts';
import { dateOf } from './dateRules.ts';

/** Warning: the day has come and the attendance counts nobody. */
export function somebodyAttended<Start extends string>(
  start: Start,
): Rule<
  { readonly attendance?: Attendance | undefined } & { readonly [Key in Start]?: IsoDate | undefined }
> {
  return {
    code: 'NOBODY_ATTENDED',
    level: 'warning',
    field: 'attendance',
    message: {
      en: 'The attendance adds up to nobody. Enter how many took part, or mark it as not disclosed.',
      ko: '참석 인원의 합계가 0명입니다. 참석 인원을 입력하거나 ‘미공개’ 칸에 적으세요.',
    },
    broken: (values, { today }) => {
      const day = dateOf(values, start);
      const { attendance } = values;
      return attendance !== undefined && day !== null && day <= today && attendanceTotal(attendance) === 0;
    },
  };
}
