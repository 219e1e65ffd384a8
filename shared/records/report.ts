import { addDays, type IsoDate, isoDate, yearOf } from '../core/dates.ts';
import type { Label } from '../core/language.ts';
import { isBlank } from '../core/text.ts';
import { defineRecord } from '../schema/defineRecord.ts';
import { endNotBeforeStart, notAfterToday } from './dateRules.ts';
import { operatingPeriodOf } from './operatingPeriod.ts';
import { reportFields, reportKind } from './reportFields.ts';
import { choiceTitle, joinTitle } from './titles.ts';

/** How many calendar months a report of a kind covers; a final one covers whatever it covers. */
const monthsByKind = { monthly: 1, quarterly: 3, annual: 12, final: null } as const;

export const reportOverdue: Label = {
  en: 'The report was due on {due} and is not submitted. Submit it, or agree on another day.',
  ko: '제출 기한({due})이 지났지만 제출되지 않았습니다. 제출하거나 기한을 다시 협의하세요.',
};

/** What a center tells headquarters of a period. */
export const report = defineRecord({
  type: 'report',
  scope: 'center',
  label: { one: { en: 'Report', ko: '보고서' }, many: { en: 'Reports', ko: '보고서' } },
  sheetAliases: [
    'report',
    'periodic reports',
    'monthly reports',
    '정기보고',
    '보고',
    '월간보고',
    '분기보고',
    '보고서 목록',
  ],
  version: 1,
  migrations: [],
  groups: [
    { key: 'period', label: { en: 'Which period does it cover?', ko: '어느 기간의 보고서입니까?' } },
    { key: 'content', label: { en: 'What is to be told?', ko: '무엇을 보고합니까?' } },
    { key: 'progress', label: { en: 'Where does it stand?', ko: '어디까지 진행되었습니까?' } },
  ],
  fields: reportFields,
  title: ({ kind, from, to }, { language }) =>
    joinTitle(
      choiceTitle(reportKind, kind, language),
      from === undefined && to === undefined ? '' : `${from ?? '…'} – ${to ?? '…'}`,
    ),
  dateField: 'from',
  endField: 'to',
  listFields: ['from', 'to', 'center', 'kind', 'status', 'dueOn', 'submittedOn'],
  indexes: ['center', 'kind', 'from', 'to', 'status', 'dueOn'],
  rules: [
    endNotBeforeStart('from', 'to'),
    notAfterToday('submittedOn', {
      en: 'The report is said to be submitted on {date}, which is still to come. Check the date.',
      ko: '제출일({date})이 오늘보다 뒤입니다. 날짜를 확인하세요.',
    }),
    {
      code: 'NOT_SEALED',
      level: 'error',
      field: 'status',
      message: {
        en: 'A report is submitted with a seal of what it said, and this one has none. Submit it with “Submit”, or set it back to “Draft”.',
        ko: '제출된 보고서에는 내용을 봉인한 값이 있어야 하지만 없습니다. 제출 기능으로 제출하거나 상태를 ‘작성 중’으로 되돌리세요.',
      },
      broken: ({ status, snapshotHash }) =>
        (status === 'submitted' || status === 'accepted') && snapshotHash === undefined,
    },
    {
      code: 'SEAL_SHAPE',
      level: 'error',
      field: 'snapshotHash',
      message: {
        en: 'A seal has 64 of the signs 0 to 9 and a to f. Clear it; it is made when the report is submitted.',
        ko: '봉인 값은 0~9와 소문자 영문 여섯 자로 된 64자리이며, 제출할 때 자동으로 입력됩니다. 직접 입력한 값은 지우세요.',
      },
      broken: ({ snapshotHash }) => snapshotHash !== undefined && !/^[0-9a-f]{64}$/.test(snapshotHash),
    },
    {
      code: 'REPORT_TWICE',
      level: 'error',
      acrossRecords: true,
      field: 'from',
      message: {
        en: 'This center has a report of this kind for the period already. Open that one, or choose another period.',
        ko: '이 센터에는 같은 기간의 같은 보고서가 이미 있습니다. 그 보고서를 열거나 다른 기간을 선택하세요.',
      },
      broken: ({ center, kind, from, to }, lookup, id) =>
        center !== undefined &&
        kind !== undefined &&
        from !== undefined &&
        to !== undefined &&
        lookup
          .where('report', 'center', center)
          .some(
            ({ id: otherId, values }) =>
              otherId !== id && values.kind === kind && values.from === from && values.to === to,
          ),
    },
    {
      code: 'PERIOD_OF_OTHER_KIND',
      level: 'warning',
      field: 'to',
      message: {
        en: 'From {from} to {to} is no calendar period of this kind of report. Check the period, or choose another kind.',
        ko: '{from}부터 {to}까지는 이 보고서 유형의 기간과 맞지 않습니다. 기간을 확인하거나 유형을 바꾸세요.',
      },
      broken: ({ kind, from, to }) => {
        if (kind === undefined || from === undefined || to === undefined) return false;
        const months = monthsByKind[kind];
        return months !== null && !isCalendarPeriod(from, to, months) && { from, to };
      },
    },
    {
      code: 'FINAL_AFTER_OPERATION',
      level: 'warning',
      field: 'to',
      message: {
        en: 'The final report runs to {to}, but the center’s last day of operation was {end}. Let it end on that day.',
        ko: '최종 보고서의 기간이 {to}까지이지만 센터의 마지막 운영일은 {end}입니다. 그날까지로 고치세요.',
      },
      broken: ({ center: id, kind, to, status }, lookup) => {
        // What headquarters has is sealed for the end that was agreed then.
        if (kind !== 'final' || to === undefined || id === undefined) return false;
        if (status === 'submitted' || status === 'accepted') return false;
        const center = lookup.get('center', id);
        if (center === null) return false;
        const { end } = operatingPeriodOf(center, lookup.where('milestone', 'center', id));
        return end !== null && to > end && { to, end };
      },
    },
    {
      code: 'SUBMITTED_UNDATED',
      level: 'warning',
      field: 'submittedOn',
      message: {
        en: 'The report is submitted, but nothing says when. Enter “Submitted on”.',
        ko: '제출된 보고서이지만 제출일이 없습니다. ‘제출일’을 입력하세요.',
      },
      broken: ({ status, submittedOn }) =>
        status !== undefined && status !== 'draft' && submittedOn === undefined,
    },
    {
      code: 'RETURNED_WITHOUT_NOTE',
      level: 'warning',
      field: 'returnNote',
      message: {
        en: 'The report is returned, but nothing says what is to be corrected. Enter “What is to be corrected”.',
        ko: '반려된 보고서이지만 보완할 내용이 없습니다. ‘반려 의견’을 입력하세요.',
      },
      broken: ({ status, returnNote }) =>
        status === 'returned' && (returnNote === undefined || isBlank(returnNote)),
    },
    {
      code: 'REPORT_OVERDUE',
      level: 'warning',
      field: 'dueOn',
      message: reportOverdue,
      broken: ({ status, dueOn }, { today }) =>
        (status === 'draft' || status === 'returned') &&
        dueOn !== undefined &&
        dueOn < today && { due: dueOn },
    },
  ],
});

/** Whether two days are the first and last of so many calendar months that begin where such periods begin. */
function isCalendarPeriod(from: IsoDate, to: IsoDate, months: number): boolean {
  const first = Number(from.slice(5, 7));
  const next =
    first + months > 12 ? isoDate(yearOf(from) + 1, 1, 1) : isoDate(yearOf(from), first + months, 1);
  return from.endsWith('-01') && (first - 1) % months === 0 && next !== null && addDays(next, -1) === to;
}
