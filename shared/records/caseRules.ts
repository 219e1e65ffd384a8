import type { IsoDate } from '../core/dates.ts';
import type { RecordId } from '../core/ids.ts';
import { isRecordId } from '../core/ids.ts';
import type { RecordLookup, Rule } from '../schema/defineRecord.ts';
import { dateOf } from './dateRules.ts';

interface VisitValues {
  readonly date?: IsoDate | undefined;
  readonly followsUp?: RecordId | undefined;
}

/** What consultations that continue each other have to keep: an order in time, and a beginning. */
export const caseRules: readonly Rule<VisitValues>[] = [
  {
    code: 'CASE_IN_CIRCLE',
    level: 'error',
    // Two computers can each add a harmless half of a circle.
    acrossRecords: true,
    field: 'followsUp',
    message: {
      en: 'The earlier consultation continues this one already, so the case would have no beginning. Choose another one, or none.',
      ko: '선택한 이전 컨설팅이 이미 이 기록에서 이어진 것이어서 사례의 시작을 알 수 없습니다. 다른 기록을 선택하거나 비워 두세요.',
    },
    broken: ({ followsUp }, lookup, id) => id !== null && leadsTo(followsUp, id, lookup),
  },
  {
    code: 'CONTINUES_LATER_VISIT',
    level: 'warning',
    field: 'followsUp',
    message: {
      en: 'The earlier consultation is dated {earlier}, after this one ({date}). Check both dates.',
      ko: '이전 컨설팅의 날짜({earlier})가 이 기록({date})보다 뒤입니다. 두 날짜를 확인하세요.',
    },
    broken: ({ date, followsUp }, lookup) => {
      const before = followsUp === undefined ? null : lookup.get('consultation', followsUp);
      const earlier = before === null ? null : dateOf(before.values, 'date');
      return date !== undefined && earlier !== null && earlier > date && { earlier, date };
    },
  },
];

function leadsTo(from: RecordId | undefined, target: RecordId, lookup: RecordLookup): boolean {
  const seen = new Set<RecordId>();
  for (let at = from; at !== undefined && !seen.has(at); ) {
    if (at === target) return true;
    seen.add(at);
    const next: unknown = lookup.get('consultation', at)?.values.followsUp;
    at = isRecordId(next) ? next : undefined;
  }
  return false;
}
