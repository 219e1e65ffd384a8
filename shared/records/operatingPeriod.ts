import { addDays, addYears, type IsoDate } from '../core/dates.ts';
import type { RecordId } from '../core/ids.ts';
import { isBlank } from '../core/text.ts';
import type { RecordLookup, Rule, RuleParams } from '../schema/defineRecord.ts';
import type { AnyValues } from '../schema/fieldSpec.ts';
import { longText } from '../schema/fields.ts';
import type { StoredRecord } from '../sync/record.ts';
import { dateOf } from './dateRules.ts';
import type { RecordSet } from './recordSet.ts';

/** Both days included; null where it is not known. */
export interface OperatingPeriod {
  readonly start: IsoDate | null;
  readonly end: IsoDate | null;
}

/** A center as the rules of its operating period look at it. */
export type OperatingCenter = Pick<StoredRecord, 'id' | 'values' | 'sample'>;

/**
 * When a center operates: as agreed, or until the day on which its closing was done where that is earlier. A closing
 * that is undone or put off counts no more, so that the agreed end is the end again.
 */
export function operatingPeriodOf(
  center: OperatingCenter,
  milestones: readonly StoredRecord[],
): OperatingPeriod {
  const { start, end } = agreedPeriodOf(center.values);
  const closed = closedOn(center, milestones);
  // Nobody closes what has not begun: such a day is an error of the milestone, or of another phase.
  if (closed === null || (start !== null && closed < start)) return { start, end };
  return { start, end: end === null || closed < end ? closed : end };
}

/** The operating period of a center of a set; of one that is not here nothing is known. */
export function operatingPeriodIn(set: RecordSet, centerId: RecordId): OperatingPeriod {
  const center = set.find('center', centerId);
  if (center === null || center.deleted) return { start: null, end: null };
  return operatingPeriodOf(center, set.all('milestone'));
}

/**
 * The day on which a center's closing was done, the last of several; null where none is. A sample's closing says
 * nothing of a center that is none.
 */
export function closedOn(center: OperatingCenter, milestones: readonly StoredRecord[]): IsoDate | null {
  const days = milestones.flatMap(({ centerId, values, sample }) => {
    const isClosing = values.kind === 'closing' && values.status === 'done';
    const day = dateOf(values, 'doneOn');
    return isClosing && centerId === center.id && (center.sample || !sample) && day !== null ? [day] : [];
  });
  return days.sort().at(-1) ?? null;
}

/** What the governments agreed: from the start to the end or, where it was extended, to the extension's end. */
export function agreedPeriodOf(center: AnyValues): OperatingPeriod {
  const ends = [dateOf(center, 'operationEnd'), dateOf(center, 'extendedUntil')].filter(
    (end) => end !== null,
  );
  return { start: dateOf(center, 'operationStart'), end: ends.sort().at(-1) ?? null };
}

/** The last day of the three years for which a center is run, unless the governments agree otherwise. */
export function usualOperationEnd(start: IsoDate): IsoDate {
  return addDays(addYears(start, 3), -1);
}

/** Why an activity lies outside its center's operating period; given, the warning is silent. */
export const exceptionReason = (group: string) =>
  longText({
    label: { en: 'Reason for being outside the period', ko: '운영 기간 외 사유' },
    help: {
      en: 'Only for an activity before the center opened or after it closed: why it took place then.',
      ko: '센터 개소 전이나 종료 후의 활동일 때만 그 사유를 적으세요.',
    },
    aliases: ['exception', 'exception reason', 'reason', '예외 사유', '사유', '기간 외 사유'],
    maxLength: 2000,
    group,
  });

/** Warning: an activity lies outside its center's operating period and no reason is given. */
export function insideOperatingPeriod<Start extends string, End extends string>(
  startField: Start,
  endField: End,
): Rule<ActivityValues & { readonly [Key in Start | End]?: IsoDate | undefined }> {
  return {
    code: 'OUTSIDE_OPERATION',
    level: 'warning',
    field: startField,
    message: {
      en: 'This lies outside the center’s operating period ({period}). Check the dates, or enter the reason under “Reason for being outside the period”.',
      ko: '센터의 운영 기간({period})을 벗어난 활동입니다. 날짜를 확인하거나 ‘운영 기간 외 사유’에 사유를 입력하세요.',
    },
    broken: (values, lookup) => {
      if (values.exceptionReason !== undefined && !isBlank(values.exceptionReason)) return false;
      const first = dateOf(values, startField) ?? dateOf(values, endField);
      const last = dateOf(values, endField) ?? first;
      return first !== null && last !== null && outside(first, last, values.center, lookup);
    },
  };
}

interface ActivityValues {
  readonly center?: RecordId | undefined;
  readonly exceptionReason?: string | undefined;
}

function outside(
  first: IsoDate,
  last: IsoDate,
  centerId: RecordId | undefined,
  lookup: RecordLookup,
): RuleParams | false {
  const center = centerId === undefined ? null : lookup.get('center', centerId);
  if (center === null) return false;
  const { start, end } = operatingPeriodOf(center, lookup.where('milestone', 'center', center.id));
  const tooEarly = start !== null && first < start;
  const tooLate = end !== null && last > end;
  return (tooEarly || tooLate) && { period: `${start ?? '…'} – ${end ?? '…'}` };
}
