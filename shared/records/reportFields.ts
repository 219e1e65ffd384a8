import { choice, date, localizedText, longText, text } from '../schema/fields.ts';

export const reportKind = choice({
  label: { en: 'Kind', ko: '보고서 유형' },
  help: { en: 'How long a period it covers.', ko: '보고 주기를 선택하세요.' },
  required: true,
  aliases: ['type', 'report type', 'period kind', '유형', '구분', '보고 주기'],
  choices: [
    {
      value: 'monthly',
      label: { en: 'Monthly report', ko: '월간 보고서' },
      aliases: ['monthly', 'month', '월간', '월보', '월간보고'],
    },
    {
      value: 'quarterly',
      label: { en: 'Quarterly report', ko: '분기 보고서' },
      aliases: ['quarterly', 'quarter', '분기', '분기보고'],
    },
    {
      value: 'annual',
      label: { en: 'Annual report', ko: '연간 보고서' },
      aliases: ['annual', 'yearly', 'year', '연간', '연차 보고서', '연간보고'],
    },
    {
      value: 'final',
      label: { en: 'Final report', ko: '최종 보고서' },
      aliases: ['final', 'closing report', '최종', '종료 보고서', '결과보고서'],
    },
  ],
  initial: 'monthly',
  sensitivity: 'public',
  group: 'period',
});

const section = { maxLength: 20_000, paragraphs: true, width: 50, group: 'content' } as const;

/** The fields of a report. */
export const reportFields = {
  kind: reportKind,
  from: date({
    label: { en: 'From', ko: '시작일' },
    help: { en: 'First day of the period.', ko: '보고 기간의 첫날입니다.' },
    required: true,
    aliases: ['start', 'period from', 'period start', '기간 시작', '보고 시작일', '시작'],
    sensitivity: 'public',
    group: 'period',
  }),
  to: date({
    label: { en: 'To', ko: '종료일' },
    help: { en: 'Last day of the period.', ko: '보고 기간의 마지막 날입니다.' },
    required: true,
    aliases: ['end', 'period to', 'period end', 'until', '기간 종료', '보고 종료일', '종료'],
    sensitivity: 'public',
    group: 'period',
  }),
  dueOn: date({
    label: { en: 'Due', ko: '제출 기한' },
    help: { en: 'Until when headquarters expects it.', ko: '본부에 제출해야 하는 날입니다.' },
    aliases: ['due date', 'deadline', 'due on', '기한', '마감일'],
    group: 'period',
  }),
  summary: localizedText({
    ...section,
    label: { en: 'Summary', ko: '요약' },
    help: { en: 'The period in a few sentences.', ko: '보고 기간을 몇 문장으로 요약하세요.' },
    aliases: ['overview', 'abstract', '개요', '총괄'],
  }),
  achievements: localizedText({
    ...section,
    label: { en: 'Achievements', ko: '주요 성과' },
    help: { en: 'What was reached, and what came of it.', ko: '이루어진 일과 그 성과를 적으세요.' },
    aliases: ['results', 'progress made', 'activities', '성과', '추진 실적', '실적'],
  }),
  projectRemarks: localizedText({
    ...section,
    label: { en: 'On projects', ko: '과제 관련 의견' },
    help: { en: 'What is to be said of the projects.', ko: '과제에 관하여 보고할 내용을 적으세요.' },
    aliases: ['project remarks', 'projects', '과제', '과제 현황'],
  }),
  committeeRemarks: localizedText({
    ...section,
    label: { en: 'On the committee', ko: '위원회 관련 의견' },
    help: {
      en: 'What is to be said of the committee and its decisions.',
      ko: '위원회와 의결 사항에 관하여 보고할 내용을 적으세요.',
    },
    aliases: ['committee remarks', 'committee', 'governance', '위원회', '위원회 운영'],
  }),
  budgetRemarks: localizedText({
    ...section,
    label: { en: 'On the budget', ko: '예산 관련 의견' },
    help: { en: 'What is to be said of the spending.', ko: '예산 집행에 관하여 보고할 내용을 적으세요.' },
    aliases: ['budget remarks', 'budget', 'spending', '예산', '예산 집행'],
  }),
  peopleRemarks: localizedText({
    ...section,
    label: { en: 'On people', ko: '인력 관련 의견' },
    help: { en: 'What is to be said of the people.', ko: '인력에 관하여 보고할 내용을 적으세요.' },
    aliases: ['people remarks', 'people', 'staff', '인력', '인력 현황'],
  }),
  outcomeRemarks: localizedText({
    ...section,
    label: { en: 'On outcomes and follow-ups', ko: '후속 성과 관련 의견' },
    help: {
      en: 'What is to be said of outcomes and follow-up projects.',
      ko: '성과지표와 후속사업에 관하여 보고할 내용을 적으세요.',
    },
    aliases: ['outcome remarks', 'outcomes', 'follow-ups', '후속사업', '후속 성과'],
  }),
  problems: localizedText({
    ...section,
    label: { en: 'Problems', ko: '문제점' },
    help: {
      en: 'What stands in the way, and what headquarters or the partner can do.',
      ko: '장애 요인과 본부나 협력국에 요청할 사항을 적으세요.',
    },
    aliases: ['issues', 'risks', 'difficulties', '애로사항', '이슈', '건의사항'],
  }),
  nextSteps: localizedText({
    ...section,
    label: { en: 'Next steps', ko: '향후 계획' },
    help: { en: 'What is planned for the next period.', ko: '다음 기간에 할 일을 적으세요.' },
    aliases: ['outlook', 'plans', 'next period', '향후계획', '추진 계획', '다음 계획'],
  }),
  status: choice({
    label: { en: 'Status', ko: '상태' },
    help: {
      en: 'A report is submitted with a seal of what it said.',
      ko: '보고서를 제출하면 그 내용이 봉인됩니다.',
    },
    required: true,
    aliases: ['state', 'report status', '진행 상태', '제출 상태'],
    choices: [
      {
        value: 'draft',
        label: { en: 'Draft', ko: '작성 중' },
        aliases: ['in preparation', '초안', '작성중'],
      },
      {
        value: 'submitted',
        label: { en: 'Submitted', ko: '제출' },
        aliases: ['sent', '제출됨', '제출 완료'],
      },
      {
        value: 'returned',
        label: { en: 'Returned', ko: '반려' },
        aliases: ['rejected', 'sent back', '보완 요청', '반려됨'],
      },
      { value: 'accepted', label: { en: 'Accepted', ko: '승인' }, aliases: ['approved', '접수', '승인됨'] },
    ],
    initial: 'draft',
    sensitivity: 'public',
    group: 'progress',
  }),
  submittedOn: date({
    label: { en: 'Submitted on', ko: '제출일' },
    help: { en: 'The day on which it was submitted last.', ko: '마지막으로 제출한 날입니다.' },
    aliases: ['submission date', 'sent on', '제출 일자', '발송일'],
    group: 'progress',
  }),
  returnNote: longText({
    label: { en: 'What is to be corrected', ko: '반려 의견' },
    help: { en: 'From headquarters, when a report is returned.', ko: '보고서를 반려할 때 본부가 적습니다.' },
    aliases: ['return note', 'comment', 'feedback', 'remarks', '보완 의견', '보완 사항', '검토 의견'],
    group: 'progress',
  }),
  snapshotHash: text({
    label: { en: 'Seal', ko: '봉인 값' },
    help: {
      en: 'Made when the report is submitted; it shows whether anything was changed since.',
      ko: '제출할 때 자동으로 입력되며, 이후 변경 여부를 확인하는 데 씁니다.',
    },
    aliases: ['snapshot hash', 'hash', 'checksum', '해시', '해시값'],
    maxLength: 64,
    width: 20,
    group: 'progress',
  }),
} as const;
