import { describe, expect, it } from 'vitest';
import { derivedRecordId, type RecordId } from '../../../../shared/core/ids.ts';
import { plansOf } from '../../../../shared/records/planVersions.ts';
import { recordSetOf } from '../../../../shared/records/recordSet.ts';
import { type RecordType, recordTypes, type ValuesByType } from '../../../../shared/records/registry.ts';
import { workFields } from '../../../../shared/records/workField.ts';
import { ledgerEntries, ledgerSum } from '../../../../shared/reports/budgetLedger.ts';
import { type FigureOptions, figureTable, yearsWithRecords } from '../../../../shared/reports/figures.ts';
import { periodOf } from '../../../../shared/reports/period.ts';
import { planAchievement } from '../../../../shared/reports/planAchievement.ts';
import { storedRecordOf } from '../../../support/recordGenerators.ts';
import { sampleProgramme, sampleToday } from '../../../support/sampleProgramme.ts';

const { set, centerIds } = sampleProgramme();
const years = [2023, 2024, 2025];
const options: FigureOptions = { breakdown: 'year', centerIds, years, today: sampleToday };

/** Live records of a type in a year, by nothing but their dates. */
function inYear(type: string, field: string, year: number, center: RecordId | null = null) {
  return set
    .all(type)
    .filter(({ values }) => String(values[field]).startsWith(`${year}-`))
    .filter(({ centerId }) => center === null || centerId === center);
}

function inYearsOf(type: string, field: string): readonly number[] {
  return set.all(type).map(({ values }) => Number(String(values[field]).slice(0, 4)));
}

function valuesOf(table: ReturnType<typeof figureTable>, key: string): readonly (number | null)[] {
  const row = table.rows.find((one) => one.key === key);
  if (row === undefined) throw new Error(key);
  return row.values.map((value) => value?.value ?? null);
}

/** The numbers of an attendance, read from its text. */
function attended(values: Readonly<Record<string, unknown>>, part: string): number {
  return Number(new RegExp(`"${part}":(\\d+)`).exec(JSON.stringify(values.attendance ?? {}))?.[1] ?? 0);
}
const parts = ['female', 'male', 'other', 'undisclosed'];
const persons = (values: Readonly<Record<string, unknown>>): number =>
  parts.reduce((sum, part) => sum + attended(values, part), 0);

describe('figures by year', () => {
  const table = figureTable(set, options);

  it.each([
    ['consultations', (year: number) => inYear('consultation', 'date', year).length],
    ['trainings', (year: number) => inYear('training', 'start', year).length],
    ['events', (year: number) => inYear('event', 'date', year).length],
    [
      'trainees',
      (year: number) =>
        inYear('training', 'start', year).reduce((sum, { values }) => sum + persons(values), 0),
    ],
    [
      'traineesFemale',
      (year: number) =>
        inYear('training', 'start', year).reduce((sum, { values }) => sum + attended(values, 'female'), 0),
    ],
    [
      'traineesMale',
      (year: number) =>
        inYear('training', 'start', year).reduce((sum, { values }) => sum + attended(values, 'male'), 0),
    ],
    [
      'traineeHours',
      (year: number) =>
        inYear('training', 'start', year).reduce(
          (sum, { values }) => sum + persons(values) * (typeof values.hours === 'number' ? values.hours : 0),
          0,
        ),
    ],
    [
      'evidenceCoverage',
      (year: number) => {
        const all = [
          ...inYear('consultation', 'date', year),
          ...inYear('training', 'start', year),
          ...inYear('event', 'date', year),
        ];
        const proven = all.filter(({ values }) => 'evidenceNote' in values || 'evidenceFiles' in values);
        return Math.round((proven.length / all.length) * 1e6) / 1e6;
      },
    ],
  ] as const)('%s equal another count', (key, count) => {
    const expected = years.map((year) => count(year));
    expect(expected.every((value) => value > 0)).toBe(true);
    expect(valuesOf(table, key)).toEqual(expected);
  });

  it('take plans and money from their own reports, over all centers', () => {
    const spent = years.map((year) =>
      centerIds.reduce((sum, centerId) => {
        const period = periodOf('year', `${year}-01-01`);
        return sum + Number(ledgerSum(ledgerEntries(set, { centerId, period })).dollars / 100n);
      }, 0),
    );
    expect(valuesOf(table, 'budgetSpent').map((value) => Math.round((value ?? 0) * 100))).toEqual(spent);
    const reached = years.map((year) => {
      const targets = centerIds.flatMap((center) =>
        plansOf(set, center)
          .filter(({ values }) => values.year === year && values.status === 'approved')
          .flatMap(({ id }) => planAchievement(set, { planId: id, today: sampleToday })),
      );
      const counted = targets.filter(({ actual }) => actual !== null);
      const met = counted.filter(({ actual, target }) => (actual ?? 0) >= (target ?? 0));
      return counted.length === 0 ? null : Math.round((met.length / counted.length) * 1e6) / 1e6;
    });
    expect(reached.some((value) => value !== null && value > 0 && value < 1)).toBe(true);
    expect(valuesOf(table, 'targetsReached')).toEqual(reached);
    const rates = valuesOf(table, 'budgetExecution');
    expect(rates.some((rate) => rate !== null && rate > 0)).toBe(true);
  });

  it('name every record that they were counted from', () => {
    const row = table.rows.find(({ key }) => key === 'consultations');
    const [value] = row?.values ?? [];
    expect(value?.records.map(({ id }) => id).toSorted()).toEqual(
      inYear('consultation', 'date', 2023)
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('leave the sample out where that is asked for', () => {
    const without = figureTable(set, { ...options, includeSample: false });
    const all = set.all('consultation').filter(({ sample }) => !sample).length;
    expect(all).toBe(0);
    expect(valuesOf(without, 'consultations')).toEqual([0, 0, 0]);
    expect(valuesOf(without, 'targetsReached')).toEqual([null, null, null]);
    expect(valuesOf(without, 'budgetSpent')).toEqual([0, 0, 0]);
  });
});

describe('figures by center and by field', () => {
  it('are those of the last year, and add up to the whole', () => {
    const table = figureTable(set, { ...options, breakdown: 'center' });
    expect(table.columns.map(({ key }) => key)).toEqual(centerIds);
    expect(valuesOf(table, 'consultations')).toEqual(
      centerIds.map((center) => inYear('consultation', 'date', 2025, center).length),
    );
    for (const key of ['consultations', 'trainees', 'budgetSpent', 'traineeHours']) {
      const total = table.rows.find((row) => row.key === key)?.total?.value ?? 0;
      const sum = valuesOf(table, key).reduce<number>((all, value) => all + (value ?? 0), 0);
      expect(sum).toBeCloseTo(total, 6);
    }
  });

  it('are summed by country, with rates over all records of its centers', () => {
    const [first = null, second = null] = centerIds;
    if (first === null || second === null) throw new Error('two centers are needed');
    // Both centers of one country; one without any.
    const moved = recordSetOf(
      recordTypes
        .flatMap((type) => set.all(type))
        .map((record) => {
          if (record.type !== 'center') return record;
          if (record.id === centerIds[2])
            return { ...record, values: { ...record.values, country: undefined } };
          const isOfBulgaria = record.id === first || record.id === second;
          return { ...record, values: { ...record.values, country: isOfBulgaria ? 'BG' : 'PE' } };
        }),
    );
    const own = [...options.centerIds.slice(0, 4)];
    const of = { ...options, centerIds: own };
    const table = figureTable(moved, { ...of, breakdown: 'country' });
    expect(table.columns).toEqual([
      { key: 'BG', label: { en: 'Bulgaria', ko: '불가리아' } },
      { key: 'noCountry', label: { en: 'No country', ko: '국가 미지정' } },
      { key: 'PE', label: { en: 'Peru', ko: '페루' } },
    ]);
    const byCenter = figureTable(moved, { ...of, breakdown: 'center' });
    for (const key of ['consultations', 'trainees', 'budgetSpent', 'traineeHours', 'dispatchMonths']) {
      const [one, other, ...rest] = valuesOf(byCenter, key);
      const [bulgaria, ...others] = valuesOf(table, key);
      expect(bulgaria).toBeCloseTo((one ?? 0) + (other ?? 0), 4);
      expect(others).toEqual(rest);
    }
    const activities = (center: RecordId) =>
      [
        ...inYear('consultation', 'date', 2025, center),
        ...inYear('training', 'start', 2025, center),
        ...inYear('event', 'date', 2025, center),
      ].map(({ values }) => 'evidenceNote' in values || 'evidenceFiles' in values);
    const all = [...activities(first), ...activities(second)];
    const share = all.filter((isProven) => isProven).length / all.length;
    const [rate] = valuesOf(table, 'evidenceCoverage');
    expect(rate).toBeCloseTo(share, 6);
    const [one, other] = valuesOf(byCenter, 'evidenceCoverage');
    expect(rate).not.toBeCloseTo(((one ?? 0) + (other ?? 0)) / 2, 6);
    expect(table.rows.map(({ total }) => total?.value)).toEqual(
      byCenter.rows.map(({ total }) => total?.value),
    );
  });

  it('tell advice apart by field, and leave out what has none', () => {
    const table = figureTable(set, { ...options, breakdown: 'field' });
    expect(valuesOf(table, 'consultations')).toEqual(
      [...workFields.map(({ value }) => value), undefined].map(
        (field) => inYear('consultation', 'date', 2025).filter(({ values }) => values.field === field).length,
      ),
    );
    for (const key of ['budgetSpent', 'targetsReached', 'budgetExecution'])
      expect(valuesOf(table, key).every((value) => value === null)).toBe(true);
    // An event has no field: it stands with what names none, so that the columns add up.
    const events = inYear('event', 'date', 2025).length;
    expect(valuesOf(table, 'events')).toEqual([...workFields.map(() => null), events]);
    expect(table.rows.find(({ key }) => key === 'events')?.total?.value).toBe(events);
  });
});

describe('figures by field', () => {
  // An assignment need not name a field.
  const withoutFields = recordSetOf(
    recordTypes
      .flatMap((type) => set.all(type))
      .map((record) =>
        record.type === 'assignment' ? { ...record, values: { ...record.values, field: undefined } } : record,
      ),
  );
  const table = figureTable(withoutFields, { ...options, years: [2026], breakdown: 'field' });

  it('have a column for what names no field, so that they add up to the whole', () => {
    expect(table.columns.at(-1)?.label).toEqual({ en: 'No field', ko: '분야 미지정' });
    for (const key of ['consultations', 'trainings', 'trainees', 'dispatchMonths']) {
      const total = table.rows.find((row) => row.key === key)?.total?.value ?? 0;
      expect(total).toBeGreaterThan(0);
      expect(valuesOf(table, key).reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBeCloseTo(
        total,
        4,
      );
    }
    expect(valuesOf(table, 'dispatchMonths').at(-1)).toBeGreaterThan(0);
  });

  it('have no such column where everything names its field', () => {
    const onlyAdvice = recordSetOf(
      ['center', 'consultation']
        .flatMap((type) => set.all(type))
        .filter(({ type, values }) => type === 'center' || values.field !== undefined),
    );
    const told = figureTable(onlyAdvice, { ...options, breakdown: 'field' });
    expect(told.columns.map(({ key }) => key)).toEqual(workFields.map(({ value }) => value));
  });
});

describe('the years of which there are figures', () => {
  const center = derivedRecordId('test', 'center of years');
  const at = <Type extends RecordType>(type: Type, values: ValuesByType[Type]) =>
    storedRecordOf(type, derivedRecordId('test', JSON.stringify([type, values])), { center, ...values });
  const found = (...records: ReturnType<typeof at>[]) =>
    yearsWithRecords(recordSetOf(records), [center], '2026-11-26');

  it('are those of the sample, and this one alone where there is no center', () => {
    const first = Math.min(...inYearsOf('consultation', 'date'), ...inYearsOf('plan', 'year'));
    expect(yearsWithRecords(set, centerIds, sampleToday)[0]).toBeLessThanOrEqual(first);
    expect(yearsWithRecords(set, centerIds, sampleToday).at(-1)).toBe(2026);
    expect(yearsWithRecords(set, [], sampleToday)).toEqual([2026]);
  });

  it.each([
    ['a consultation', at('consultation', { date: '2025-05-01' })],
    ['spending', at('budgetEntry', { date: '2025-05-01' })],
    ['somebody’s dispatch', at('assignment', { start: '2025-05-01' })],
    ['a project', at('project', { start: '2025-05-01' })],
    ['a plan', at('plan', { year: 2025 })],
  ])('begin with the year of %s', (_name, record) => {
    expect(found(record)).toEqual([2025, 2026]);
  });

  it('have no gaps, since what was begun goes on, and none to come', () => {
    expect(found(at('assignment', { start: '2023-05-01', end: '2025-04-30' }))).toEqual([
      2023, 2024, 2025, 2026,
    ]);
    expect(found(at('plan', { year: 2027 }), at('project', { start: '2026-12-01' }))).toEqual([2026]);
    expect(found(at('event', { date: '1205-05-01' }), at('plan', { year: 2024 }))).toEqual([
      1205, 2024, 2025, 2026,
    ]);
  });
});

describe('what is planned for later', () => {
  const center = derivedRecordId('test', 'center');
  const at = (name: string, date: string, evidenceNote?: string) =>
    storedRecordOf('consultation', derivedRecordId('test', name), {
      center,
      date,
      ...(evidenceNote === undefined ? {} : { evidenceNote }),
    });
  const planned = recordSetOf([at('held', '2026-11-26', 'Folder 3'), at('to come', '2026-11-27')]);

  it('needs no evidence yet and counts for nothing', () => {
    const table = figureTable(planned, {
      breakdown: 'year',
      centerIds: [center],
      years: [2026, 2027],
      today: '2026-11-26',
    });
    expect(valuesOf(table, 'evidenceCoverage')).toEqual([1, null]);
    expect(valuesOf(table, 'consultations')).toEqual([1, 0]);
  });

  it('is not proven by evidence that was deleted', () => {
    const photo = storedRecordOf('evidence', derivedRecordId('test', 'photo'), { kind: 'photo' });
    const held = storedRecordOf('consultation', derivedRecordId('test', 'with photo'), {
      center,
      date: '2026-11-26',
      evidenceFiles: [photo.id],
    });
    const coverage = (deleted: boolean) =>
      valuesOf(
        figureTable(recordSetOf([held, { ...photo, deleted }]), {
          breakdown: 'year',
          centerIds: [center],
          years: [2026],
          today: '2026-11-26',
        }),
        'evidenceCoverage',
      );
    expect(coverage(false)).toEqual([1]);
    expect(coverage(true)).toEqual([0]);
  });
});
