import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../../../shared/core/dates.ts';
import { correctionsOf } from '../../../../../shared/reports/periodic/corrections.ts';
import { type ReportRequest, reportContent } from '../../../../../shared/reports/periodic/reportContent.ts';
import { sealedReportOf } from '../../../../../shared/reports/periodic/sealedReport.ts';
import type { Replica } from '../../../../support/exchange.ts';
import { center, laptopWithReport, reportIn, submitByThirdRules } from './reportedCenter.ts';

const request = (asOf: IsoDate): ReportRequest => ({
  kind: 'quarterly',
  from: '2026-01-01',
  to: '2026-03-31',
  centerIds: [center],
  asOf,
});

/** On 1 March a meeting was held and another one, an assignment and an exchange are planned for the 20th. */
function halfwayQuarter() {
  const { laptop, id } = laptopWithReport();
  const [mina, joon] = [
    laptop.create('person', { name: { en: 'Mina Example' } }),
    laptop.create('person', { name: { en: 'Joon Example' } }),
  ];
  for (const date of ['2026-02-10', '2026-03-20']) {
    const meeting = laptop.create('meeting', { center, date, kind: 'steering' });
    laptop.create('decision', { center, meeting, text: `Agreed on ${date}`, status: 'open' });
  }
  const host = laptop.create('organization', { name: { en: 'Host' }, type: 'agency', country: 'KR' });
  for (const [person, start] of [
    [mina, '2025-11-01'],
    [mina, '2026-02-01'],
    [joon, '2026-03-20'],
  ] as const) {
    laptop.create('assignment', { center, person, role: 'expert', start });
    const exchange = { center, person, direction: 'toPartner', host, purpose: 'Study', start } as const;
    laptop.create('exchange', { ...exchange, end: '2026-12-31' });
  }
  return { laptop, id };
}

function toldOn(laptop: Replica, asOf: IsoDate) {
  const { sections } = reportContent(laptop.records, request(asOf));
  const rows = (key: string): number | undefined =>
    sections.flatMap(({ tables }) => tables).find((table) => table.key === key)?.rows.length;
  return {
    rows: ['meetings', 'decisions', 'assignments', 'exchanges'].map(rows),
    committee: sections.find(({ key }) => key === 'committee')?.draft,
    people: sections.find(({ key }) => key === 'people')?.draft,
  };
}

describe('what is planned for the rest of the period of a report', () => {
  it('is no meeting that was held, and nobody who serves', () => {
    const { laptop } = halfwayQuarter();
    const { rows, committee, people } = toldOn(laptop, '2026-03-01');
    expect(rows).toEqual([1, 1, 2, 2]);
    expect(committee).toEqual({
      en: 'Meetings held: 1; decisions taken: 1; decisions still open, those of earlier meetings included: 1.',
      ko: '회의를 1회 개최하여 1건을 의결하였으며, 이전 회의를 포함하여 이행이 끝나지 않은 의결 사항은 1건입니다.',
    });
    expect(people?.en).toMatch(/^Persons assigned: 1; .*; exchanges: 2\.$/);
    expect(people?.ko).toMatch(/^근무 인력은 1명, .*, 인력 교류는 2건입니다\.$/);
  });

  it('is told of once its day has come, a person with two assignments as one', () => {
    const { laptop } = halfwayQuarter();
    const { rows, people } = toldOn(laptop, '2026-03-20');
    expect(rows).toEqual([2, 2, 3, 3]);
    expect(people?.en).toMatch(/^Persons assigned: 2; /);
  });

  it('makes no difference to a report that was sealed when it was told of', () => {
    const { laptop, id } = halfwayQuarter();
    submitByThirdRules(laptop, id, '2026-03-01');
    expect(correctionsOf(laptop.records)).toMatchObject([{ problem: null, differences: [], wentOn: [] }]);
    const now = sealedReportOf(laptop.records, reportIn(laptop, id), '2026-03-01');
    const sealed = correctionsOf(laptop.records)[0]?.sealed;
    expect(now?.sections).not.toEqual(sealed?.sections);
  });
});
