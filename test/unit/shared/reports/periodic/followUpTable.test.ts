import { describe, expect, it } from 'vitest';
import { correctionsOf } from '../../../../../shared/reports/periodic/corrections.ts';
import { reportContent } from '../../../../../shared/reports/periodic/reportContent.ts';
import { replica } from '../../../../support/centerLaptop.ts';
import type { Replica } from '../../../../support/exchange.ts';
import { center, createSample, reportedQuarter, submit, submitByThirdRules } from './reportedCenter.ts';

const at = (laptop: Replica, day: string): void => {
  laptop.now = Date.parse(`${day}T09:00:00Z`);
};

/** Follow-ups of 2026, one entered in each half of the year; the first was done in May, another was done when entered. */
function withFollowUps() {
  const laptop = replica('sofialaptop', 1);
  const enter = (day: string, title: string, stage: string) => {
    at(laptop, day);
    return laptop.create('followUp', {
      center,
      title: { en: title },
      type: 'koica',
      stage,
      value: { amount: 9, currency: 'USD' },
    });
  };
  const loan = enter('2026-02-01', 'Loan', 'contracted');
  enter('2026-03-01', 'Grant', 'idea');
  enter('2026-04-20', 'Old list', 'done');
  at(laptop, '2026-05-10');
  laptop.edit('followUp', loan, { stage: 'done' });
  enter('2026-08-01', 'Export', 'idea');
  at(laptop, '2026-11-26');
  return laptop;
}

function toldIn(laptop: Replica, from: string, to: string) {
  const request = { kind: 'quarterly', from, to, centerIds: [center], asOf: '2026-11-26' } as const;
  const section = reportContent(laptop.records, request).sections.find(({ key }) => key === 'outcomes');
  const table = section?.tables.find(({ key }) => key === 'followUps');
  const text = (language: 'en' | 'ko') =>
    table?.rows.map(({ cells: [title, , , stage] }) =>
      [title, stage].map((cell) => (cell !== null && typeof cell === 'object' ? cell[language] : cell)),
    );
  return { en: text('en'), ko: text('ko'), draft: section?.draft };
}

describe('the follow-ups of a report', () => {
  it('are those that were there in its period, done ones in the period in which they were done', () => {
    const laptop = withFollowUps();
    expect(toldIn(laptop, '2025-10-01', '2025-12-31').en).toEqual([]);
    const first = toldIn(laptop, '2026-01-01', '2026-03-31');
    expect(first.en).toEqual([
      ['Loan', 'Done after the period'],
      ['Grant', 'Idea'],
    ]);
    expect(first.ko?.map(([, stage]) => stage)).toEqual(['기간 후 완료', '발굴']);
    expect(first.draft?.ko).toContain('후속사업은 2건');
    expect(toldIn(laptop, '2026-04-01', '2026-06-30').en).toEqual([
      ['Loan', 'Done'],
      ['Grant', 'Idea'],
      ['Old list', 'Done'],
    ]);
    expect(toldIn(laptop, '2026-07-01', '2026-09-30').en).toEqual([
      ['Grant', 'Idea'],
      ['Export', 'Idea'],
    ]);
  });

  it('are all of a sample, which is entered on one day whatever the time of its reports', () => {
    const laptop = replica('sofialaptop', 1);
    const values = { center, title: { en: 'Loan' }, type: 'edcf', stage: 'idea' } as const;
    createSample(laptop, 'followUp', values);
    createSample(laptop, 'followUp', { ...values, stage: 'done' });
    const stages = toldIn(laptop, '2026-01-01', '2026-03-31').en?.map(([, stage]) => stage);
    expect(stages?.toSorted()).toEqual(['Done', 'Idea']);
  });

  it('make no difference to a seal when one is done or begun after the period', () => {
    const laptop = replica('sofialaptop', 1);
    at(laptop, '2026-03-01');
    const values = { center, title: { en: 'Loan' }, type: 'edcf', value: { amount: 9, currency: 'USD' } };
    const loan = laptop.create('followUp', { ...values, stage: 'contracted' });
    const id = reportedQuarter(laptop);
    at(laptop, '2026-04-07');
    submit(laptop, id);
    at(laptop, '2026-05-10');
    laptop.edit('followUp', loan, { stage: 'done' });
    laptop.create('followUp', { ...values, stage: 'idea' });
    const [correction] = correctionsOf(laptop.records);
    expect(correction?.differences).toEqual([]);
    expect(correction?.wentOn).toHaveLength(2);
  });

  it('make no difference to a report that was sealed when all of them were told of', () => {
    const laptop = withFollowUps();
    const id = reportedQuarter(laptop);
    submitByThirdRules(laptop, id, '2026-11-26');
    const [correction] = correctionsOf(laptop.records);
    const tables = correction?.sealed?.sections.flatMap((section) => section.tables);
    expect(tables?.find(({ key }) => key === 'followUps')?.rows).toHaveLength(4);
    expect(correction?.differences).toEqual([]);
  });
});
