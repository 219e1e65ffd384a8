import { choice } from '../schema/fields.ts';

/** Which reports a center owes headquarters besides the final one. */
export const reportDuty = choice({
  label: { en: 'Reports owed', ko: '제출할 보고서' },
  help: {
    en: 'Which reports headquarters expects besides the final one; empty means all.',
    ko: '최종 보고서 외에 본부에 제출할 보고서입니다. 비워 두면 모두 제출합니다.',
  },
  aliases: ['report duty', 'reporting duty', '보고 의무', '보고 주기'],
  choices: [
    {
      value: 'all',
      label: { en: 'Monthly, quarterly and annual', ko: '월간·분기·연간' },
      aliases: ['all', '전체'],
    },
    {
      value: 'quarterly',
      label: { en: 'Quarterly and annual', ko: '분기·연간' },
      aliases: ['quarterly', '분기'],
    },
    { value: 'annual', label: { en: 'Annual', ko: '연간' }, aliases: ['yearly', '연 1회'] },
  ],
  group: 'partners',
  since: 2,
});
