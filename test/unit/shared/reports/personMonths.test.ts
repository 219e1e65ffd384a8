import { describe, expect, it } from 'vitest';
import { derivedRecordId } from '../../../../shared/core/ids.ts';
import { recordSetOf } from '../../../../shared/records/recordSet.ts';
import type { ValuesByType } from '../../../../shared/records/registry.ts';
import { monthsBetween, personMonths } from '../../../../shared/reports/personMonths.ts';
import { staysOf, timelineOf } from '../../../../shared/reports/stays.ts';
import { storedRecordOf } from '../../../support/recordGenerators.ts';

const today = '2026-11-15';
const id = (name: string) => derivedRecordId('people', name);
const [center, other] = [id('center'), id('other center')];
const [kim, lee, ivan] = [id('kim'), id('lee'), id('ivan')];

const assignment = (name: string, values: ValuesByType['assignment']) =>
  storedRecordOf('assignment', id(name), { center, role: 'expert', ...values });
const exchange = (name: string, values: ValuesByType['exchange']) =>
  storedRecordOf('exchange', id(name), { center, direction: 'partnerToKorea', ...values });

const set = recordSetOf([
  // 2025: 1/2 month of June (16 to 30 = 15 of 30 days), July to December; 2026: January, 14 of 28 days of February.
  assignment('first', { person: kim, role: 'head', start: '2025-06-16', end: '2026-02-14' }),
  // 90 days, 9 of them leave: 3 months less a tenth.
  assignment('with leave', { person: lee, start: '2026-01-01', end: '2026-03-31', leaveDays: 9 }),
  // Served until today: September, October and 15 of 30 days of November.
  assignment('open', { person: kim, start: '2026-09-01' }),
  // Half of November is over; the other half and December are planned.
  assignment('running', { person: lee, center: other, start: '2026-11-01', end: '2026-12-31' }),
  assignment('ahead', { person: lee, start: '2027-01-01', end: '2027-02-28' }),
  assignment('undated', { person: lee }),
  assignment('nobody', { start: '2026-01-01' }),
  exchange('visit', { person: ivan, start: '2026-04-01', end: '2026-04-15' }),
]);
const stays = staysOf(set, null);
const assignments = stays.filter(({ kind }) => kind === 'assignment');

const figures = (by: 'person' | 'role' | 'center') =>
  Object.fromEntries(
    personMonths(assignments, by, today).rows.map(({ key, byYear, total, planned, leaveDays }) => [
      key,
      {
        years: [...byYear].map(([year, { months }]) => [year, round(months)]),
        total: round(total.months),
        planned: round(planned),
        leaveDays,
      },
    ]),
  );
const round = (months: number) => Math.round(months * 1e6) / 1e6;

describe('months between two days', () => {
  it('count a month by the share of its days', () => {
    expect(monthsBetween('2026-01-01', '2026-01-31')).toBe(1);
    expect(monthsBetween('2026-04-01', '2026-04-15')).toBe(0.5);
    expect(monthsBetween('2026-01-16', '2026-03-15')).toBeCloseTo(16 / 31 + 1 + 15 / 31, 10);
    expect(monthsBetween('2024-02-29', '2024-02-29')).toBeCloseTo(1 / 29, 10);
    expect(monthsBetween('2026-05-02', '2026-05-01')).toBe(0);
    expect(monthsBetween('2023-01-01', '2025-12-31')).toBeCloseTo(36, 10);
  });
});

describe('person-months', () => {
  it('are those served until today, by year, with leave taken off', () => {
    expect(figures('person')).toEqual({
      [kim]: {
        years: [
          [2025, 6.5],
          [2026, 4],
        ],
        total: 10.5,
        planned: 0,
        leaveDays: 0,
      },
      [lee]: {
        years: [
          [2025, 0],
          [2026, 3.2],
        ],
        total: 3.2,
        planned: 3.5,
        leaveDays: 9,
      },
    });
  });

  it('add up to the same by person, role and center', () => {
    expect(figures('role')).toMatchObject({ head: { total: 8 }, expert: { total: 5.7 } });
    expect(figures('center')).toMatchObject({ [center]: { total: 13.2 }, [other]: { total: 0.5 } });
    for (const by of ['person', 'role', 'center'] as const) {
      expect(round(personMonths(assignments, by, today).sum.total.months)).toBe(13.7);
    }
  });

  it('open to the assignments behind them', () => {
    const [first] = personMonths(assignments, 'person', today).rows;
    expect(first?.total.ids).toEqual([id('first'), id('open')]);
    expect(first?.byYear.get(2025)?.ids).toEqual([id('first')]);
  });

  it('are none before anybody has begun, and never less than none', () => {
    const ahead = assignments.filter((stay) => stay.id === id('ahead'));
    expect(personMonths(ahead, 'person', today)).toMatchObject({ years: [], sum: { planned: 2 } });
    const tooMuch = staysOf(
      recordSetOf([
        assignment('leave', { person: kim, start: '2026-01-01', end: '2026-01-10', leaveDays: 30 }),
      ]),
      null,
    );
    expect(personMonths(tooMuch, 'person', today).sum.total.months).toBe(0);
  });
});

describe('the timeline', () => {
  it('has a row for each person over whole years, both kinds of stay on it', () => {
    const { years, rows } = timelineOf(stays, today);
    expect(years.map(({ year }) => year)).toEqual([2025, 2026, 2027]);
    expect(years.reduce((all, { share }) => all + share, 0)).toBeCloseTo(1, 10);
    expect(rows.map(({ person, bars }) => [person, bars.map(({ stay }) => stay.id)])).toEqual([
      [kim, [id('first'), id('open')]],
      [lee, [id('with leave'), id('running'), id('ahead')]],
      [ivan, [id('visit')]],
    ]);
  });

  it('places each stay by its days; an open one reaches to the edge', () => {
    const { rows } = timelineOf(stays, today);
    const days = 365 * 3;
    const [first, open] = rows[0]?.bars ?? [];
    expect(first?.from).toBeCloseTo(166 / days, 10);
    expect(first?.share).toBeCloseTo(244 / days, 10);
    expect((open?.from ?? 0) + (open?.share ?? 0)).toBeCloseTo(1, 10);
    expect(rows[1]?.bars.map(({ state }) => state)).toEqual(['past', 'present', 'ahead']);
  });

  it('marks stays of one person that share a day, also with an exchange', () => {
    const doubled = staysOf(
      recordSetOf([
        assignment('one', { person: kim, start: '2026-01-01', end: '2026-03-01' }),
        exchange('two', { person: kim, start: '2026-03-01', end: '2026-03-05' }),
        assignment('three', { person: kim, start: '2026-03-06' }),
      ]),
      center,
    );
    expect(timelineOf(doubled, today).rows[0]?.bars.map(({ overlaps }) => overlaps)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('is one year while nobody is there', () => {
    expect(timelineOf([], today)).toMatchObject({ years: [{ year: 2026, from: 0, share: 1 }], rows: [] });
  });
});
