import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../../../shared/core/dates.ts';
import { recordsOf } from '../../../../../shared/records/recordsOf.ts';
import {
  isWithoutConcern,
  submissionConcerns,
} from '../../../../../shared/reports/periodic/submissionConcerns.ts';
import { qualityItems } from '../../../../../shared/reports/quality/qualityItems.ts';
import { center, laptopWithReport, reportIn } from './reportedCenter.ts';

describe('what speaks against submitting a report', () => {
  const { laptop, id } = laptopWithReport();
  const concernsOn = (today: IsoDate) => {
    const items = qualityItems(laptop.records, { today, centerId: center });
    return submissionConcerns(laptop.records, reportIn(laptop, id), { today, items });
  };

  it('is that the period runs, its last day included', () => {
    expect(concernsOn('2026-03-31').runsUntil).toBe('2026-03-31');
    expect(concernsOn('2026-04-01').runsUntil).toBeNull();
  });

  it('is each text that is written in one language only', () => {
    expect(concernsOn('2026-04-07').missing).toEqual({ en: 0, ko: 0 });
    laptop.edit('report', id, { problems: { en: 'Power cuts.' }, nextSteps: { ko: '연수' } });
    expect(concernsOn('2026-04-07').missing).toEqual({ en: 1, ko: 1 });
    laptop.edit('report', id, { problems: undefined, nextSteps: undefined });
  });

  it('is what is to be mended in the records of the period, and in no other', () => {
    expect(isWithoutConcern(concernsOn('2026-04-07'))).toBe(true);
    const action = { nextAction: 'Send the draft', nextActionDue: '2026-04-02' } as const;
    const of = (date: string) =>
      recordsOf(laptop.records, 'consultation').find(({ values }) => values.date === date);
    const [march, april] = [of('2026-03-02'), of('2026-04-06')];
    if (march === undefined || april === undefined) throw new Error('no consultations');
    laptop.edit('consultation', april.id, action);
    expect(concernsOn('2026-04-07').findings).toEqual([]);
    laptop.edit('consultation', march.id, action);
    expect(concernsOn('2026-04-07').findings.map(({ kind, id: of }) => [kind, of])).toEqual([
      ['overdue', march.id],
    ]);
    expect(isWithoutConcern(concernsOn('2026-04-07'))).toBe(false);
  });
});
