import { describe, expect, it } from 'vitest';
import { publishedHistory } from '../../../../shared/records/publishedHistory.ts';
import { recordsOf } from '../../../../shared/records/recordsOf.ts';
import { activityChart, activityValue, countryActivity } from '../../../../shared/reports/countryActivity.ts';
import { type FigureChart, figureCharts, hasFigures } from '../../../../shared/reports/figureCharts.ts';
import { figureSourceLines } from '../../../../shared/reports/figureSource.ts';
import { type FigureOptions, figureTable } from '../../../../shared/reports/figures.ts';
import { customPeriod } from '../../../../shared/reports/period.ts';
import { traineesByOrganization } from '../../../../shared/reports/traineesByOrganization.ts';
import { sampleProgramme, sampleToday } from '../../../support/sampleProgramme.ts';

const { set, centerIds } = sampleProgramme();
const years = [2023, 2024, 2025];
const options: FigureOptions = { breakdown: 'year', centerIds, years, today: sampleToday };

const numbers = (chart: FigureChart | undefined, key: string): readonly (number | null)[] =>
  chart?.series.find((one) => one.key === key)?.values.map((value) => value?.value ?? null) ?? [];
const chartOf = (charts: readonly FigureChart[], key: string) => charts.find((one) => one.key === key);
const inYear = (type: string, field: string, year: number) =>
  set.all(type).filter(({ values }) => String(values[field]).startsWith(`${year}-`));

describe('charts of figures', () => {
  const byYear = figureCharts(figureTable(set, options));

  it('draw what another count gives', () => {
    const activities = chartOf(byYear, 'activities');
    expect(activities?.axis).toBe('time');
    expect(numbers(activities, 'consultations')).toEqual(
      years.map((year) => inYear('consultation', 'date', year).length),
    );
    expect(numbers(activities, 'trainings')).toEqual(
      years.map((year) => inYear('training', 'start', year).length),
    );
    expect(numbers(activities, 'events')).toEqual(years.map((year) => inYear('event', 'date', year).length));
  });

  it('carry the records of every number', () => {
    const activities = chartOf(byYear, 'activities');
    const ids = activities?.series[0]?.values[1]?.records.map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set(inYear('consultation', 'date', 2024).map(({ id }) => id)));
  });

  it('hold every figure that the programme asks for', () => {
    expect(byYear.map(({ key }) => key)).toEqual([
      'activities',
      'traineesByGender',
      'traineeHours',
      'adoptionRate',
      'planAndBudget',
      'budgetSpent',
      'dispatchMonths',
      'evidenceCoverage',
    ]);
    // The sample's experts served in other years.
    expect(byYear.filter(({ key }) => key !== 'dispatchMonths').every(hasFigures)).toBe(true);
  });

  it('keep the parts of trainees that are there, each with its place', () => {
    const chart = chartOf(byYear, 'traineesByGender');
    const undisclosed = chart?.series.find(({ key }) => key === 'traineesUndisclosed');
    expect(undisclosed?.place).toBe(3);
    expect(chart?.series.every(({ values }) => values.some((value) => (value?.value ?? 0) > 0))).toBe(true);
  });

  it('leave out what fields do not tell apart', () => {
    const byField = figureCharts(figureTable(set, { ...options, breakdown: 'field' }));
    expect(chartOf(byField, 'budgetSpent')).toBeUndefined();
    expect(chartOf(byField, 'activities')?.series.map(({ key }) => key)).toEqual([
      'consultations',
      'trainings',
    ]);
    expect(chartOf(byField, 'activities')?.axis).toBe('names');
  });

  it('say that nothing is there rather than vanish', () => {
    const future = figureCharts(figureTable(set, { ...options, years: [2040] }));
    expect(chartOf(future, 'traineesByGender')?.series).toHaveLength(4);
    expect(future.some(hasFigures)).toBe(false);
  });
});

describe('trainees by organization', () => {
  const period = customPeriod('2023-01-01', '2025-12-31');
  const chart = traineesByOrganization(set, { centerIds, period });

  it('count every named participant of the period once, by gender', () => {
    const trainings = new Set(
      recordsOf(set, 'training')
        .filter(({ values: { start = '' } }) => start >= '2023-01-01' && start <= '2025-12-31')
        .map(({ id }) => id),
    );
    const named = recordsOf(set, 'participation').filter(
      ({ values: { training } }) => training !== undefined && trainings.has(training),
    );
    const women = named.filter(
      ({ values: { person } }) =>
        person !== undefined && set.find('person', person)?.values.gender === 'female',
    );
    const sum = (key: string) =>
      numbers(chart ?? undefined, key).reduce<number>((all, one) => all + (one ?? 0), 0);
    expect(chart?.series.reduce((all, { key }) => all + sum(key), 0)).toBe(named.length);
    expect(sum('female')).toBe(women.length);
    const records = chart?.series.flatMap(({ values }) => values.flatMap((value) => value?.records ?? []));
    expect(new Set(records?.map(({ id }) => id))).toEqual(new Set(named.map(({ id }) => id)));
    expect(named.length).toBeGreaterThan(20);
  });

  it('put the largest first and small ones together', () => {
    const totals = chart?.categories.map((_, index) =>
      chart.series.reduce((all, { values }) => all + (values[index]?.value ?? 0), 0),
    );
    const named = totals?.slice(0, 9) ?? [];
    expect(named).toEqual(named.toSorted((a, b) => b - a));
    expect(chart?.categories.length).toBeLessThanOrEqual(11);
  });

  it('are nothing where nobody is entered by name', () => {
    expect(traineesByOrganization(set, { centerIds: [], period })).toBeNull();
    expect(traineesByOrganization(set, { centerIds, period, includeSample: false })).toBeNull();
  });
});

describe('activity by country', () => {
  it('is the published table where nothing was recorded', () => {
    const countries = countryActivity(set, { includeSample: false });
    expect(countries.map(({ country }) => country)).toEqual(publishedHistory.map(({ country }) => country));
    expect(countries.map(({ centers }) => activityValue(centers, 'projects').value)).toEqual(
      publishedHistory.map(({ projects }) => projects),
    );
    const all = countries.reduce((sum, { centers }) => sum + (activityValue(centers, 'all').value ?? 0), 0);
    expect(all).toBe(76 + 109 + 117);
  });

  it('opens its published figures and every counted record', () => {
    const [bulgaria] = countryActivity(set);
    const center = bulgaria?.centers[0]?.id;
    const own = set.all('consultation').filter(({ centerId }) => centerId === center);
    const { value, records } = activityValue(bulgaria?.centers ?? [], 'consulting');
    expect(value).toBe(5 + own.length);
    expect(records.filter(({ type }) => type === 'baseline')).toHaveLength(1);
    expect(new Set(records.filter(({ type }) => type === 'consultation').map(({ id }) => id))).toEqual(
      new Set(own.map(({ id }) => id)),
    );
  });

  it('can be read by country or by center', () => {
    const countries = countryActivity(set, { includeSample: false });
    const chart = activityChart(countries, 'country');
    expect(numbers(chart, 'consulting')).toEqual(publishedHistory.map(({ consulting }) => consulting));
    expect(activityChart(countries, 'center').categories[0]?.label.en).toBe("Korea-Bulgaria('10)");
  });
});

describe('the source below figures', () => {
  const source = {
    of: { en: 'all centers', ko: '전체 센터' },
    period: { en: '2025', ko: '2025년' },
    asOf: sampleToday,
    countRules: 1,
    includesSample: true,
  } as const;

  it('names whose records, the day and the rules, and warns of the sample', () => {
    expect(figureSourceLines(source, 'en')).toEqual([
      'Source: records in eGCC Fieldbook, all centers, 2025. As of 2026-11-23. Count rules, version 1.',
      'Sample data are counted: for practice, not for publication.',
    ]);
    expect(figureSourceLines({ ...source, includesSample: false, period: null }, 'ko')).toEqual([
      '출처: eGCC Fieldbook 기록(전체 센터), 2026-11-23 기준, 집계 규칙 1판',
    ]);
  });
});
