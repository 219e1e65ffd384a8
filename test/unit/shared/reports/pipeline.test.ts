import { describe, expect, it } from 'vitest';
import { decimalToNumber } from '../../../../shared/core/decimal.ts';
import { derivedRecordId } from '../../../../shared/core/ids.ts';
import { recordSetOf } from '../../../../shared/records/recordSet.ts';
import type { ValuesByType } from '../../../../shared/records/registry.ts';
import { chartOf, outcomeSeries } from '../../../../shared/reports/outcomeSeries.ts';
import { followUpStages, neighbourStage, pipelineOf } from '../../../../shared/reports/pipeline.ts';
import { storedRecordOf } from '../../../support/recordGenerators.ts';

const id = (name: string) => derivedRecordId('pipeline', name);
const [bulgaria, vietnam] = [id('bulgaria'), id('vietnam')];
const all = { centerId: null, country: null };
const usd = (amount: number) => ({ amount, currency: 'USD' });
const made = (name: string, values: ValuesByType['followUp']) =>
  storedRecordOf('followUp', id(name), { center: bulgaria, type: 'koica', stage: 'idea', ...values });
const outcome = (name: string, values: ValuesByType['outcome']) =>
  storedRecordOf('outcome', id(name), { name: 'EGDI rank', country: 'BG', ...values });
const centers = [
  storedRecordOf('center', bulgaria, { country: 'BG' }),
  storedRecordOf('center', vietnam, { country: 'VN' }),
];

describe('the pipeline', () => {
  const set = recordSetOf([
    ...centers,
    made('one', { value: usd(0.1) }),
    made('two', { value: usd(0.2), originProjects: [id('project')], originEvents: [id('forum')] }),
    made('won', { type: 'edcf', value: { amount: 5_000_000_000, currency: 'KRW' } }),
    made('open', { stage: 'approved' }),
    made('stageless', { stage: undefined }),
    made('theirs', { center: vietnam, type: 'export', stage: 'contracted', value: usd(100) }),
  ]);
  const sums = (of: { readonly sums: ReturnType<typeof pipelineOf>['sums'] } | undefined) =>
    of?.sums.map(({ currency, amount, ids }) => [currency, decimalToNumber(amount), ids.length]);

  it('has every stage in order, with its values by currency, exact to the cent', () => {
    const { stages, count } = pipelineOf(set, all);
    expect(stages.map(({ stage, cards }) => [stage, cards.length])).toEqual([
      ['idea', 4],
      ['conceptPaper', 0],
      ['feasibility', 0],
      ['approved', 1],
      ['contracted', 1],
      ['done', 0],
    ]);
    expect(sums(stages[0])).toEqual([
      ['KRW', 5_000_000_000, 1],
      ['USD', 0.3, 2],
    ]);
    expect(sums(stages[3])).toEqual([]);
    expect(count).toBe(6);
  });

  it('adds up by type, and says what has no value', () => {
    const pipeline = pipelineOf(set, all);
    expect(pipeline.types.map((type) => [type.type, type.ids.length, sums(type)])).toEqual([
      ['koica', 4, [['USD', 0.3, 2]]],
      ['edcf', 1, [['KRW', 5_000_000_000, 1]]],
      ['export', 1, [['USD', 100, 1]]],
    ]);
    expect(sums(pipeline)).toEqual([
      ['KRW', 5_000_000_000, 1],
      ['USD', 100.3, 3],
    ]);
    expect([...pipeline.unvalued].sort()).toEqual([id('open'), id('stageless')].sort());
  });

  it('names what each follow-up grew out of', () => {
    const card = pipelineOf(set, all).stages[0]?.cards.find(({ record }) => record.id === id('two'));
    expect(card?.origins).toEqual([
      { type: 'project', id: id('project') },
      { type: 'event', id: id('forum') },
    ]);
  });

  it('is of one center or one country where that is asked', () => {
    expect(pipelineOf(set, { centerId: vietnam, country: null }).count).toBe(1);
    expect(pipelineOf(set, { centerId: null, country: 'BG' }).count).toBe(5);
    expect(pipelineOf(set, { centerId: vietnam, country: 'BG' }).count).toBe(0);
  });

  it('moves one stage at a time', () => {
    expect(neighbourStage('idea', 1)).toBe('conceptPaper');
    expect(neighbourStage('idea', -1)).toBeNull();
    expect(neighbourStage('done', 1)).toBeNull();
    expect(followUpStages).toHaveLength(6);
  });
});

describe('outcomes over the years', () => {
  const set = recordSetOf([
    ...centers,
    outcome('2020', { year: 2020, value: 44 }),
    outcome('2016', { name: 'EGDI Rank', year: 2016, value: 52 }),
    outcome('2018', { year: 2018, value: 47 }),
    outcome('vn', { year: 2020, value: 86, country: 'VN' }),
    outcome('share', { name: 'Services online', unit: '%', year: 2020, value: 61 }),
    outcome('share later', { name: 'Services online', unit: '%', year: 2022, value: 72 }),
    outcome('korean', { name: '전자정부발전지수', unit: '위', year: 2022, value: 3 }),
    outcome('valueless', { year: 2022 }),
  ]);

  it('are one series for each figure and country, by year', () => {
    const found = outcomeSeries(set, all);
    expect(
      found.map(({ country, isRank, points }) => [country, isRank, points.map(({ value }) => value)]),
    ).toEqual([
      ['BG', true, [52, 47, 44]],
      ['BG', false, [61, 72]],
      ['BG', true, [3]],
      ['VN', true, [86]],
    ]);
    expect(outcomeSeries(set, { centerId: vietnam, country: null })).toHaveLength(1);
    expect(outcomeSeries(set, { centerId: null, country: 'BG' })).toHaveLength(3);
  });

  it('are apart for each center, and a center’s scope has its own beside those of its country', () => {
    const second = id('second in vietnam');
    const users = (year: number, value: number, of: ValuesByType['outcome']) =>
      outcome(`users ${year} ${value}`, { name: 'Users of the portal', unit: '', year, value, ...of });
    const set = recordSetOf([
      ...centers,
      storedRecordOf('center', second, { country: 'VN', phase: 2 }),
      users(2024, 100, { country: 'VN', center: vietnam }),
      users(2026, 900, { country: undefined, center: vietnam }),
      users(2026, 5, { country: 'VN', center: second }),
      users(2026, 7000, { country: 'VN' }),
      users(2026, 1, { country: undefined, center: bulgaria }),
      users(2026, 2, { country: undefined }),
    ]);
    const drawn = (scope: typeof all | { centerId: typeof vietnam | null; country: string | null }) =>
      outcomeSeries(set, scope).map(({ center, country, points }) => [
        center,
        country,
        points.map(({ value }) => value),
      ]);
    const [whole, first, later] = [
      [null, 'VN', [7000]],
      [vietnam, 'VN', [100, 900]],
      [second, 'VN', [5]],
    ];
    expect(drawn({ centerId: vietnam, country: null })).toEqual([whole, first]);
    expect(drawn({ centerId: second, country: null })).toEqual([whole, later]);
    expect(drawn({ centerId: second, country: 'BG' })).toEqual([]);
    expect(drawn({ centerId: null, country: 'VN' })).toEqual(expect.arrayContaining([whole, first, later]));
    expect(drawn({ centerId: null, country: 'VN' })).toHaveLength(3);
    expect(drawn(all)).toHaveLength(5);
    expect(drawn({ centerId: id('of no country'), country: null })).toEqual([]);
  });

  it('are drawn with the best on top, which of a rank is the lowest number', () => {
    const [rank, share, single] = outcomeSeries(set, all);
    const drawn = (series: typeof rank) =>
      series === undefined ? [] : chartOf(series).points.map(({ x, y }) => [x, y]);
    expect(drawn(rank)).toEqual([
      [0, 1],
      [0.5, 0.375],
      [1, 0],
    ]);
    expect(drawn(share)).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(drawn(single)).toEqual([[0.5, 0.5]]);
    expect(rank === undefined ? null : chartOf(rank)).toMatchObject({ top: 44, bottom: 52 });
  });
});
