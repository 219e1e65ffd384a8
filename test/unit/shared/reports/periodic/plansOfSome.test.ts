import { describe, expect, it } from 'vitest';
import type { RecordId } from '../../../../../shared/core/ids.ts';
import { builtInCenterId } from '../../../../../shared/records/builtIn.ts';
import { recordsOf } from '../../../../../shared/records/recordsOf.ts';
import type { ValuesByType } from '../../../../../shared/records/registry.ts';
import { correctionsOf } from '../../../../../shared/reports/periodic/corrections.ts';
import { type ReportRequest, reportContent } from '../../../../../shared/reports/periodic/reportContent.ts';
import { plannedNotesOf } from '../../../../../shared/reports/periodic/reportPaper.ts';
import { sealedReportOf, sealHash, sealText } from '../../../../../shared/reports/periodic/sealedReport.ts';
import { sealedReportFromText } from '../../../../../shared/reports/periodic/sealedReportJson.ts';
import { textToPieces } from '../../../../../shared/reports/periodic/sealedText.ts';
import { centerReplica } from '../../../../support/batch.ts';
import type { Replica } from '../../../../support/exchange.ts';
import { center, reportIn } from './reportedCenter.ts';

const peru = builtInCenterId('PE17');
const quarter: ReportRequest = {
  kind: 'quarterly',
  from: '2026-04-01',
  to: '2026-06-30',
  centerIds: [center, peru],
  asOf: '2026-07-03',
};
const usd = (amount: number) => ({ amount, currency: 'USD' });

const spend = (laptop: Replica, of: RecordId, date: string, amount: number) =>
  laptop.create('budgetEntry', {
    center: of,
    source: 'korea',
    category: 'travel',
    date,
    amount: usd(amount),
  });

function aim(laptop: Replica, of: RecordId, year: number, values: ValuesByType['planLine'] = {}) {
  const plan = laptop.create('plan', { center: of, year, version: 1, status: 'approved' });
  const line = { center: of, plan, indicator: 'consultations', quarter: 'q2', target: 2 } as const;
  laptop.create('planLine', { ...line, category: 'travel', budget: usd(100), ...values });
}

/** One center has a plan, one consultation of 6 April and 50 dollars spent; the other six and 9,000, and no plan. */
function twoCenters(): Replica {
  const laptop = centerReplica('sofialaptop0', 'BG10', 1);
  const [own] = recordsOf(laptop.records, 'consultation');
  for (const day of [1, 2, 3, 4, 5, 6])
    laptop.create('consultation', { ...own?.values, center: peru, date: `2026-05-0${day}` });
  spend(laptop, center, '2026-05-01', 50);
  spend(laptop, peru, '2026-05-01', 9000);
  aim(laptop, center, 2026);
  return laptop;
}

const categoriesIn = (laptop: Replica, request: ReportRequest) => {
  const tables = reportContent(laptop.records, request).sections.flatMap((section) => section.tables);
  const table = tables.find(({ key }) => key === 'budgetByCategory');
  return {
    labels: table?.columns.slice(3).map(({ label }) => label),
    rows: table?.rows.map(({ cells }) => cells.slice(2)),
  };
};

describe('the report over several centers of which some have a plan', () => {
  it('sets what is planned beside what these spent alone, and says how many they are', () => {
    const laptop = twoCenters();
    expect(categoriesIn(laptop, quarter)).toEqual({
      labels: [
        { en: 'Planned, whole year (1 of 2 centers)', ko: '연간 계획 예산(센터 2개 중 1개)' },
        { en: 'Spent by these centers', ko: '해당 센터 집행액' },
      ],
      rows: [
        [9050, 100, 50],
        [9050, 100, 50],
      ],
    });
    aim(laptop, peru, 2026);
    expect(categoriesIn(laptop, quarter)).toEqual({
      labels: [{ en: 'Planned, whole year', ko: '연간 계획 예산' }],
      rows: [
        [9050, 200],
        [9050, 200],
      ],
    });
  });

  it('says what these did of the target of the period', () => {
    const laptop = twoCenters();
    const consultations = () =>
      reportContent(laptop.records, quarter).sections[0]?.figures.filter(
        ({ key }) => key === 'consultations',
      ) ?? [];
    expect(consultations()).toMatchObject([
      { value: 7, periodTarget: 2, plannedInPeriod: { value: 1, count: 1, all: 2 } },
    ]);
    expect(plannedNotesOf(consultations(), 'en')[0]).toBe(
      'Consultations, this period: done by the 1 of 2 centers with a target, 1 of 2.',
    );
    expect(plannedNotesOf(consultations(), 'ko')[0]).toBe(
      '컨설팅 건수(보고 기간): 목표가 있는 센터(2개 중 1개)의 실적은 목표(2) 대비 1입니다.',
    );
    aim(laptop, peru, 2026, { target: 6 });
    expect(consultations()).toMatchObject([{ value: 7, periodTarget: 8 }]);
    expect(consultations()[0]).not.toHaveProperty('plannedInPeriod');
  });

  it('counts by years in a final report, for one center and for several', () => {
    const laptop = twoCenters();
    spend(laptop, center, '2025-05-01', 700);
    const final = { ...quarter, kind: 'final', from: '2025-01-01', to: '2026-12-31' } as const;
    expect(categoriesIn(laptop, { ...final, centerIds: [center] })).toMatchObject({
      labels: [{ en: 'Planned, all years (1 of 2 years)' }, { en: 'Spent in these years' }],
      rows: [
        [750, 100, 50],
        [750, 100, 50],
      ],
    });
    expect(categoriesIn(laptop, final).labels?.map(({ ko }) => ko)).toEqual([
      '전체 계획 예산(센터별 연간 계획 3개 중 1개)',
      '해당 계획 집행액',
    ]);
  });
});

describe('a final report that was sealed with plans of some years before this was said', () => {
  it('holds while nobody changed anything', () => {
    const laptop = twoCenters();
    spend(laptop, center, '2025-05-01', 700);
    const span = { kind: 'final', from: '2025-01-01', to: '2026-12-31' } as const;
    const report = laptop.create('report', { center, ...span });
    const now = sealedReportOf(laptop.records, reportIn(laptop, report), '2027-01-10');
    if (now === null) throw new Error('no seal');
    expect(sealedReportFromText(sealText(now))).toEqual(now);
    const former = {
      ...now,
      sections: now.sections.map((section) => ({
        ...section,
        tables: section.tables.map((table) =>
          table.key !== 'budgetByCategory'
            ? table
            : {
                ...table,
                columns: table.columns
                  .slice(0, 4)
                  .map((column, at) =>
                    at < 3
                      ? column
                      : { ...column, label: { en: 'Planned, all years', ko: '전체 계획 예산' } },
                  ),
                rows: table.rows.map((row) => ({ ...row, cells: row.cells.slice(0, 4) })),
              },
        ),
      })),
    };
    const hash = sealHash(former);
    expect(hash).not.toBe(sealHash(now));
    const [content = ''] = textToPieces(sealText(former));
    laptop.create('sealPart', { center, report, hash, part: 1, parts: 1, content });
    laptop.edit('report', report, { status: 'submitted', submittedOn: '2027-01-10', snapshotHash: hash });
    expect(correctionsOf(laptop.records)).toMatchObject([{ problem: null, differences: [] }]);
    spend(laptop, center, '2026-05-02', 1);
    expect(correctionsOf(laptop.records)[0]?.differences).not.toEqual([]);
  });
});
