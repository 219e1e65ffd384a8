import { describe, expect, it } from 'vitest';
import { recordsOf } from '../../../../../shared/records/recordsOf.ts';
import { definitionOf } from '../../../../../shared/records/registry.ts';
import { planBegin } from '../../../../../shared/reports/periodic/reportSteps.ts';
import { conflictsOf } from '../../../../../shared/sync/conflicts.ts';
import { centerReplica } from '../../../../support/batch.ts';
import { documentToGrid, type Replica } from '../../../../support/exchange.ts';
import { center, laptopWithReport } from './reportedCenter.ts';

const march = { center, kind: 'monthly', from: '2026-03-01', to: '2026-03-31', dueOn: '2026-04-07' } as const;

function begin(laptop: Replica, by: string, report: Parameters<typeof planBegin>[1] = march): void {
  laptop.commit('edit', planBegin(laptop.records, report, { by, at: laptop.now }, laptop.issue));
}

const monthlyOf = ({ records }: Replica) =>
  recordsOf(records, 'report').filter(({ values }) => values.kind === 'monthly');

function exchange(one: Replica, other: Replica): void {
  const [here, there] = [one.export(), other.export()].map(documentToGrid);
  if (here === undefined || there === undefined) throw new Error('no workbook');
  one.import(there);
  other.import(here);
}

describe('beginning a report', () => {
  it('makes one draft, however often it is asked for', () => {
    const { laptop } = laptopWithReport();
    begin(laptop, 'Head');
    begin(laptop, 'Head');
    expect(monthlyOf(laptop).map(({ values }) => values)).toEqual([{ ...march, status: 'draft' }]);
  });

  it('makes the same report on two laptops that know nothing of each other', () => {
    const { laptop } = laptopWithReport();
    const second = centerReplica('plovdivlaptop', 'BG10', 2);
    begin(laptop, 'Head');
    begin(second, 'Expert');
    const [own] = monthlyOf(laptop);
    if (own === undefined) throw new Error('no report');
    laptop.edit('report', own.id, { summary: { en: 'A busy month.' } });
    exchange(laptop, second);
    for (const one of [laptop, second]) {
      expect(monthlyOf(one).map(({ id, values }) => [id, values.summary])).toEqual([
        [own.id, { en: 'A busy month.' }],
      ]);
      expect(monthlyOf(one).flatMap((report) => conflictsOf(definitionOf('report'), report))).toEqual([]);
    }
  });

  it('leaves a deleted report deleted and makes a new draft, again the same one everywhere', () => {
    const { laptop } = laptopWithReport();
    begin(laptop, 'Head');
    const [first] = monthlyOf(laptop);
    if (first === undefined) throw new Error('no report');
    laptop.edit('report', first.id, { summary: { en: 'Wrong month.' } });
    laptop.delete('report', first.id);
    const second = centerReplica('plovdivlaptop', 'BG10', 2);
    exchange(laptop, second);
    begin(laptop, 'Head');
    begin(second, 'Expert');
    exchange(laptop, second);
    const [now] = monthlyOf(laptop);
    expect(now?.values).toEqual({ ...march, status: 'draft' });
    expect(monthlyOf(second).map(({ id }) => id)).toEqual([now?.id]);
    expect(laptop.records.find('report', first.id)).toMatchObject({ deleted: true });
  });

  it('begins a period anew whose report was corrected to another one', () => {
    const { laptop } = laptopWithReport();
    begin(laptop, 'Head');
    const [first] = monthlyOf(laptop);
    if (first === undefined) throw new Error('no report');
    laptop.edit('report', first.id, { from: '2026-04-01', to: '2026-04-30' });
    begin(laptop, 'Head');
    expect(monthlyOf(laptop).map(({ values }) => values.from)).toEqual(['2026-04-01', '2026-03-01']);
  });
});
