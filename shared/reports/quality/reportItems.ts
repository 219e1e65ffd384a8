import type { IsoDate } from '../../core/dates.ts';
import type { RecordId } from '../../core/ids.ts';
import type { Label } from '../../core/language.ts';
import type { RecordSet } from '../../records/recordSet.ts';
import { recordOf } from '../../records/recordsOf.ts';
import { reportOverdue } from '../../records/report.ts';
import { reportKind } from '../../records/reportFields.ts';
import { choiceTitle } from '../../records/titles.ts';
import type { CalendarState } from '../periodic/reportCalendar.ts';
import { type CenterReport, reportsAtWork } from '../periodic/reportsAtWork.ts';
import type { QualityItem } from './qualityItems.ts';

const notBegun: Label = {
  en: '{report}, {from} – {to}: it was due on {due}, and nobody began it. Write and submit it.',
  ko: '{report}({from}~{to}): 제출 기한({due})이 지났지만 작성을 시작하지 않았습니다. 작성하여 제출하세요.',
};
const sentBack: Label = {
  en: 'Headquarters returned the report. Correct what it asks for, and submit it again.',
  ko: '본부가 반려한 보고서입니다. 요청한 내용을 보완하여 다시 제출하세요.',
};

/** Reports that are late, begun or not, or were returned. */
export function reportItems(
  set: RecordSet,
  { today, centerId = null }: { readonly today: IsoDate; readonly centerId?: RecordId | null },
): readonly QualityItem[] {
  return reportsAtWork(set, { today, centerId }).flatMap((entry): readonly QualityItem[] => {
    const { state } = entry;
    if (state !== 'late' && state !== 'returned') return [];
    return [itemOf(set, entry, state)];
  });
}

function itemOf(
  set: RecordSet,
  { centerId, kind, from, to, dueOn: due, report }: CenterReport,
  state: Extract<CalendarState, 'late' | 'returned'>,
): QualityItem {
  const name = { en: choiceTitle(reportKind, kind, 'en'), ko: choiceTitle(reportKind, kind, 'ko') };
  const finding =
    report === null
      ? { code: `REPORT_NOT_BEGUN ${kind} ${from}`, message: notBegun }
      : state === 'returned'
        ? { code: 'REPORT_RETURNED', message: sentBack }
        : { code: 'REPORT_LATE', message: reportOverdue };
  return {
    kind: 'overdue',
    severity: 'warning',
    ...(report === null ? { type: 'center', id: centerId } : { type: 'report', id: report.id }),
    centerId,
    sample: report?.sample ?? recordOf(set, 'center', centerId)?.sample ?? false,
    finding: { ...finding, level: 'warning', field: 'status', params: { report: name, from, to, due } },
    report: { centerId, kind, from, to },
  };
}
