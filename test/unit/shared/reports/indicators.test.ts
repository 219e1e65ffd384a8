import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysInMonth } from '../../../../shared/core/dates.ts';
import { derivedRecordId } from '../../../../shared/core/ids.ts';
import { type RecordSet, recordSetOf } from '../../../../shared/records/recordSet.ts';
import { recordsOf } from '../../../../shared/records/recordsOf.ts';
import { indicatorTable } from '../../../../shared/reports/indicators.ts';
import { customPeriod, type Period, periodOf } from '../../../../shared/reports/period.ts';
import type { StoredRecord } from '../../../../shared/sync/record.ts';
import { isoDateArbitrary, recordSetArbitrary, storedRecordOf } from '../../../support/recordGenerators.ts';

const today = '2026-11-23';
const center = derivedRecordId('test', 'center');
const other = derivedRecordId('test', 'other');
const id = (name: string) => derivedRecordId('test', name);

function valuesIn(
  set: RecordSet,
  period: Period,
  centerIds = [center],
): Readonly<Record<string, number | null>> {
  const { indicators } = indicatorTable(set, { period, today, centerIds });
  return Object.fromEntries(indicators.map(({ key, total }) => [key, total.value]));
}

const january = periodOf('month', '2026-01-15');
const people = (female: number, male: number, undisclosed = 0) => ({ female, male, other: 0, undisclosed });

const records: readonly StoredRecord[] = [
  storedRecordOf('consultation', id('c1'), { center, date: '2026-01-01', result: 'adopted', hours: 2 }),
  storedRecordOf('consultation', id('c2'), { center, date: '2026-01-31', result: 'none', hours: 1.5 }),
  storedRecordOf('consultation', id('c3'), { center, date: '2026-02-01', result: 'adopted', hours: 8 }),
  storedRecordOf('consultation', id('c4'), { center: other, date: '2026-01-10', result: 'adopted' }),
  storedRecordOf('training', id('t1'), {
    center,
    start: '2026-01-05',
    end: '2026-02-03',
    hours: 10,
    attendance: people(6, 4),
    satisfaction: 4,
  }),
  storedRecordOf('training', id('t2'), {
    center,
    start: '2026-01-20',
    end: '2026-01-20',
    attendance: people(1, 2, 3),
    satisfaction: 5,
  }),
  storedRecordOf('event', id('e1'), { center, date: '2026-01-15', attendance: people(20, 30) }),
  storedRecordOf('project', id('p1'), { center, status: 'running', start: '2025-01-01', end: '2025-06-30' }),
  storedRecordOf('project', id('p2'), { center, status: 'done', start: '2025-01-01', end: '2025-12-31' }),
  storedRecordOf('project', id('p3'), { center, status: 'done', start: '2025-01-01', end: '2026-01-01' }),
  storedRecordOf('project', id('p4'), { center, status: 'approved', start: '2025-01-01' }),
  storedRecordOf('assignment', id('a1'), { center, role: 'head', start: '2025-01-01' }),
  storedRecordOf('assignment', id('a2'), { center, role: 'expert', start: '2026-01-17', end: '2026-03-31' }),
  storedRecordOf('assignment', id('a3'), { center, role: 'localStaff', start: '2025-01-01' }),
];

describe('indicators', () => {
  it('count one center’s month', () => {
    expect(valuesIn(recordSetOf(records), january)).toEqual({
      consultations: 2,
      adoptionRate: 0.5,
      consultationHours: 3.5,
      runningProjects: 2,
      trainings: 2,
      trainees: 16,
      traineesFemale: 7,
      traineesMale: 6,
      traineesOther: 0,
      traineesUndisclosed: 3,
      traineeHours: 100,
      satisfaction: 4.5,
      events: 1,
      eventAttendance: 50,
      // The whole of January, and 15 of its 31 days.
      dispatchMonths: Math.round((1 + 15 / 31) * 1e6) / 1e6,
    });
  });

  it('say that there is nothing to compute a share or a mean from', () => {
    const values = valuesIn(recordSetOf([]), january);
    expect(values.adoptionRate).toBeNull();
    expect(values.satisfaction).toBeNull();
    expect(values.consultations).toBe(0);
  });

  it('compute the total over all records, not from the centers’ values', () => {
    const { indicators } = indicatorTable(recordSetOf(records), {
      period: january,
      today,
      centerIds: [center, other],
    });
    const rate = indicators.find(({ key }) => key === 'adoptionRate');
    expect(rate?.byCenter.map(({ value }) => value)).toEqual([0.5, 1]);
    expect(rate?.total.value).toBeCloseTo(2 / 3, 5);
  });

  it('name the records behind each number', () => {
    const { indicators } = indicatorTable(recordSetOf(records), {
      period: january,
      today,
      centerIds: [center],
    });
    const behind = (key: string) =>
      indicators.find((indicator) => indicator.key === key)?.total.records.map((record) => record.id);
    expect(behind('consultations')).toEqual([id('c1'), id('c2')]);
    expect(behind('traineeHours')).toEqual([id('t1')]);
    expect(behind('runningProjects')).toEqual([id('p1'), id('p3')]);
    expect(behind('dispatchMonths')).toEqual([id('a1'), id('a2')]);
  });

  it('leave samples out when asked, and deleted records always', () => {
    const [first, second, ...rest] = records;
    if (first === undefined || second === undefined) throw new Error('no records');
    const set = recordSetOf([{ ...first, sample: true }, { ...second, deleted: true }, ...rest]);
    const count = (includeSample: boolean) =>
      indicatorTable(set, { period: january, today, centerIds: [center], includeSample }).indicators[0]?.total
        .value;
    expect([count(true), count(false)]).toEqual([1, 0]);
  });

  it('count dispatch until today and not beyond', () => {
    const set = recordSetOf([
      storedRecordOf('assignment', id('a'), { center, role: 'expert', start: '2026-11-01' }),
    ]);
    expect(valuesIn(set, periodOf('year', today)).dispatchMonths).toBeCloseTo(23 / 30, 5);
    expect(valuesIn(set, periodOf('year', '2027-01-01')).dispatchMonths).toBe(0);
  });

  it('leave out what is planned for later, also in a period that is still to come', () => {
    const planned = recordSetOf([
      ...records,
      storedRecordOf('consultation', id('c5'), { center, date: '2026-11-23', hours: 2 }),
      storedRecordOf('consultation', id('c6'), { center, date: '2026-11-24', result: 'adopted', hours: 2 }),
      storedRecordOf('training', id('t3'), {
        center,
        start: '2026-12-01',
        hours: 16,
        attendance: people(10, 10),
        satisfaction: 5,
      }),
      storedRecordOf('event', id('e2'), { center, date: '2026-12-24', attendance: people(1, 1) }),
      storedRecordOf('project', id('p5'), { center, status: 'running', start: '2026-12-01' }),
    ]);
    expect(valuesIn(planned, periodOf('year', today))).toMatchObject({
      consultations: 4,
      consultationHours: 13.5,
      trainings: 2,
      trainees: 16,
      traineeHours: 100,
      satisfaction: 4.5,
      events: 1,
    });
    expect(valuesIn(planned, periodOf('month', '2026-12-01'))).toMatchObject({
      consultations: 0,
      trainings: 0,
      events: 0,
      runningProjects: 0,
      dispatchMonths: 0,
    });
  });

  it('agree with a count day by day and record by record', () => {
    fc.assert(
      fc.property(recordSetArbitrary(3), isoDateArbitrary, fc.nat({ max: 40_000 }), (set, from, length) => {
        const period = customPeriod(from, addDays(from, length));
        const centerIds = set.all('center').map((one) => one.id);
        const known = new Set<string | null>(centerIds);
        const inside = (day: string | undefined) =>
          day !== undefined && day >= period.from && day <= period.to && day <= today;
        const values = valuesIn(set, period, centerIds);
        const trainings = recordsOf(set, 'training').filter(
          (r) => known.has(r.centerId) && inside(r.values.start),
        );
        let women = 0;
        let hours = 0;
        for (const { values: v } of trainings) {
          women += v.attendance?.female ?? 0;
          const all =
            v.attendance === undefined ? 0 : Object.values(v.attendance).reduce((sum, n) => sum + n, 0);
          hours += all * (v.hours ?? 0);
        }
        expect(values.traineesFemale).toBe(women);
        expect(values.traineeHours).toBeCloseTo(hours, 3);
        const consulted = recordsOf(set, 'consultation').filter(
          (r) => known.has(r.centerId) && inside(r.values.date),
        );
        expect(values.consultations).toBe(consulted.length);
      }),
      { numRuns: 40 },
    );
  });

  it('sum months of dispatch over each single day', () => {
    const days = isoDateArbitrary.filter((day) => day > '2020-01-01' && day < '2026-01-01');
    fc.assert(
      fc.property(days, fc.nat({ max: 900 }), days, fc.nat({ max: 900 }), (start, served, from, length) => {
        const end = addDays(start, served);
        const period = customPeriod(from, addDays(from, length));
        let months = 0;
        for (let day = start; day <= end; day = addDays(day, 1)) {
          if (day >= period.from && day <= period.to && day <= today) {
            months += 1 / daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
          }
        }
        const set = recordSetOf([
          storedRecordOf('assignment', id('a'), { center, role: 'head', start, end }),
        ]);
        expect(valuesIn(set, period).dispatchMonths).toBeCloseTo(months, 4);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the texts of indicators', () => {
  it('are there in both languages, and tell indicators apart', () => {
    const { indicators } = indicatorTable(recordSetOf([]), { period: january, today, centerIds: [] });
    for (const language of ['en', 'ko'] as const) {
      const labels = indicators.map(({ label }) => label[language]);
      expect(new Set(labels).size).toBe(labels.length);
      expect(indicators.filter(({ method }) => !method[language].endsWith('.'))).toEqual([]);
    }
    expect(indicators.filter(({ label }) => /[A-Za-z]/.test(label.ko))).toEqual([]);
    expect(new Set(indicators.map(({ key }) => key)).size).toBe(indicators.length);
  });
});
