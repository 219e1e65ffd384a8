import { describe, expect, it } from 'vitest';
import type { ValuesByType } from '../../../../shared/records/registry.ts';
import type { StoredRecord } from '../../../../shared/sync/record.ts';
import { storedRecordOf } from '../../../support/recordGenerators.ts';
import { broken, centerId, idOf, other, otherCenterId } from './brokenRules.ts';

const operatingCenter = storedRecordOf('center', centerId, {
  country: 'BG',
  operationStart: '2024-01-01',
  operationEnd: '2026-12-31',
});

describe('the operating period', () => {
  const events: readonly [string, ValuesByType['event'], readonly string[]][] = [
    ['lets activities on its first day be', { date: '2024-01-01' }, []],
    ['lets activities on its last day be', { date: '2026-12-31' }, []],
    ['asks about one before it', { date: '2023-12-31' }, ['warning OUTSIDE_OPERATION']],
    ['asks about one after it', { date: '2027-01-01' }, ['warning OUTSIDE_OPERATION']],
    [
      'asks about one that ends after it',
      { date: '2026-12-31', endDate: '2027-01-01' },
      ['warning OUTSIDE_OPERATION'],
    ],
    [
      'is silent once the reason is given',
      { date: '2023-12-31', exceptionReason: 'Kick-off before opening' },
      [],
    ],
    ['is silent without a date', {}, []],
  ];
  it.each(events)('%s', (_name, values, expected) => {
    expect(broken('event', { center: centerId, ...values }, [operatingCenter])).toEqual(expected);
  });

  it('is asked about in consultations, trainings and projects too', () => {
    const center = centerId;
    const late = '2027-03-01';
    expect(broken('consultation', { center, date: '2023-01-01' }, [operatingCenter])).toContain(
      'warning OUTSIDE_OPERATION',
    );
    expect(broken('training', { center, start: late, end: late }, [operatingCenter])).toContain(
      'warning OUTSIDE_OPERATION',
    );
    expect(broken('project', { center, end: late }, [operatingCenter])).toContain(
      'warning OUTSIDE_OPERATION',
    );
  });

  it('reaches to the end of an extension', () => {
    const extended = storedRecordOf('center', centerId, {
      ...operatingCenter.values,
      extendedUntil: '2027-06-30',
    });
    expect(broken('event', { center: centerId, date: '2027-01-01' }, [extended])).toEqual([]);
    expect(broken('event', { center: centerId, date: '2027-07-01' }, [extended])).toEqual([
      'warning OUTSIDE_OPERATION',
    ]);
  });

  describe('of a center that was closed before its agreed end', () => {
    const closing = (values: ValuesByType['milestone'] = {}, sample = false): StoredRecord => ({
      ...other('milestone', 'closing', {
        kind: 'closing',
        status: 'done',
        doneOn: '2026-03-31',
        ...values,
      }),
      sample,
    });
    const judged = (date: string, ...others: readonly StoredRecord[]) =>
      broken('event', { center: centerId, date }, [operatingCenter, ...others]);

    it('ends on the day of its closing', () => {
      expect(judged('2026-03-31', closing())).toEqual([]);
      expect(judged('2026-04-01', closing())).toEqual(['warning OUTSIDE_OPERATION']);
    });

    it('is the agreed one again when the closing is undone, put off or deleted', () => {
      for (const status of ['planned', 'inProgress', 'postponed', 'cancelled'] as const) {
        expect(judged('2026-04-01', closing({ status }))).toEqual([]);
      }
      expect(judged('2026-04-01', { ...closing(), deleted: true })).toEqual([]);
    });

    it('is what a final report covers that is still to be submitted', () => {
      const codes = (values: ValuesByType['report'], ...others: readonly StoredRecord[]) =>
        broken(
          'report',
          { center: centerId, kind: 'final', from: '2024-01-01', status: 'draft', ...values },
          [operatingCenter, ...others],
        ).filter((code) => code.endsWith('FINAL_AFTER_OPERATION'));
      expect(codes({ to: '2026-12-31' })).toEqual([]);
      expect(codes({ to: '2026-12-31' }, closing())).toEqual(['warning FINAL_AFTER_OPERATION']);
      expect(codes({ to: '2026-03-31' }, closing())).toEqual([]);
      expect(codes({ to: '2026-12-31', status: 'returned' }, closing())).toEqual([
        'warning FINAL_AFTER_OPERATION',
      ]);
      expect(codes({ to: '2026-12-31', status: 'accepted' }, closing())).toEqual([]);
      expect(codes({ to: '2026-12-31', kind: 'annual' }, closing())).toEqual([]);
    });

    it('is not prolonged by a closing ceremony after the agreed end', () => {
      expect(judged('2027-01-01', closing({ doneOn: '2027-01-31' }))).toEqual(['warning OUTSIDE_OPERATION']);
    });

    it('goes by the last closing, and by none of another center, before the start, or of a sample', () => {
      const again = { ...closing({ doneOn: '2026-06-30' }), id: idOf('closing again') };
      expect(judged('2026-06-30', closing(), again)).toEqual([]);
      expect(judged('2026-07-01', closing(), again)).toEqual(['warning OUTSIDE_OPERATION']);
      expect(judged('2026-04-01', closing({ center: otherCenterId }))).toEqual([]);
      expect(judged('2026-04-01', closing({ doneOn: '2023-12-31' }))).toEqual([]);
      expect(judged('2026-04-01', closing({}, true))).toEqual([]);
    });
  });

  it('cannot be judged while the center or its dates are not known', () => {
    const undated = storedRecordOf('center', centerId, { country: 'BG' });
    expect(broken('event', { center: centerId, date: '1999-01-01' }, [])).toEqual([]);
    expect(broken('event', { center: centerId, date: '1999-01-01' }, [undated])).toEqual([]);
  });
});
