import { describe, expect, it } from 'vitest';
import {
  calendarLabel,
  reportCalendar,
  workingDaysAfter,
} from '../../../../../shared/reports/periodic/reportCalendar.ts';
import { planSubmit, planWithdraw } from '../../../../../shared/reports/periodic/reportSteps.ts';
import { reportsAtWork, reportsOfPeriod } from '../../../../../shared/reports/periodic/reportsAtWork.ts';
import { qualityItems } from '../../../../../shared/reports/quality/qualityItems.ts';
import { overlaySet } from '../../../../../shared/sync/overlay.ts';
import type { Replica } from '../../../../support/exchange.ts';
import { accept, center, contextOf, laptopWithReport, reportIn, sendBack, submit } from './reportedCenter.ts';

describe('the calendar of reports', () => {
  it('counts working days over weekends', () => {
    // Friday 30 October 2026 and Saturday 31: the fifth working day after either is Friday 6 November.
    expect(workingDaysAfter('2026-10-31', 5)).toBe('2026-11-06');
    expect(workingDaysAfter('2026-10-30', 5)).toBe('2026-11-06');
    expect(workingDaysAfter('2026-11-30', 5)).toBe('2026-12-07');
  });

  it('expects what lies in the operating period, and a final report at its end', () => {
    const { laptop } = laptopWithReport();
    laptop.edit('center', center, { operationStart: '2024-05-01', operationEnd: '2026-04-30' });
    const entries = reportCalendar(laptop.records, { centerId: center, year: 2026, today: '2026-04-08' });
    expect(entries.map(({ kind, to, state }) => `${kind} ${to} ${state}`)).toEqual([
      'monthly 2026-01-31 late',
      'monthly 2026-02-28 late',
      'monthly 2026-03-31 late',
      'quarterly 2026-03-31 due',
      'monthly 2026-04-30 ahead',
      'quarterly 2026-06-30 ahead',
      'final 2026-04-30 ahead',
      'annual 2026-12-31 ahead',
    ]);
  });

  describe('of a center that was closed before its agreed end', () => {
    const period = { operationStart: '2024-01-01', operationEnd: '2026-12-31', status: 'closed' };
    const today = '2027-04-08';
    const closedLaptop = () => {
      const { laptop, id } = laptopWithReport();
      laptop.edit('center', center, period);
      const closing = laptop.create('milestone', {
        center,
        stage: 'operation',
        kind: 'closing',
        status: 'done',
        doneOn: '2026-03-31',
      });
      return { laptop, id, closing };
    };
    const told = ({ records }: Replica, year = 2026) =>
      reportCalendar(records, { centerId: center, year, today }).map(
        ({ kind, to, state }) => `${kind} ${to} ${state}`,
      );

    it('asks for nothing after the closing, and for the final report up to it', () => {
      const { laptop } = closedLaptop();
      expect(told(laptop)).toEqual([
        'monthly 2026-01-31 late',
        'monthly 2026-02-28 late',
        'monthly 2026-03-31 late',
        'quarterly 2026-03-31 late',
        'final 2026-03-31 late',
        'annual 2026-12-31 late',
      ]);
      const work = reportsAtWork(laptop.records, { today, centerId: center }).filter(
        ({ state }) => state === 'late',
      );
      expect(work).toHaveLength(6);
      const missing = qualityItems(laptop.records, { today, centerId: center }).filter(({ finding }) =>
        finding.code.startsWith('REPORT_NOT_BEGUN monthly 2026'),
      );
      expect(missing.map(({ report }) => report?.to)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31']);
    });

    it('asks until the agreed end again when the closing is put off', () => {
      const { laptop, closing } = closedLaptop();
      laptop.edit('milestone', closing, { status: 'postponed', doneOn: undefined });
      expect(told(laptop)).toHaveLength(18);
      expect(told(laptop)).toContain('final 2026-12-31 late');
    });

    it('keeps what was submitted for the former end, and asks for no second final report', () => {
      const { laptop, closing } = closedLaptop();
      laptop.edit('milestone', closing, { status: 'planned' });
      const begin = (kind: string, from: string, to: string) =>
        laptop.create('report', { center, kind, from, to, status: 'draft' });
      const [final, may] = [
        begin('final', '2024-01-01', '2026-12-31'),
        begin('monthly', '2026-05-01', '2026-05-31'),
      ];
      submit(laptop, final);
      submit(laptop, may);
      laptop.edit('milestone', closing, { status: 'done' });
      expect(told(laptop).filter((one) => !one.endsWith('late'))).toEqual([
        'monthly 2026-05-31 submitted',
        'final 2026-12-31 submitted',
      ]);
      expect(told(laptop).filter((one) => one.startsWith('final'))).toHaveLength(1);
      // Whatever year the closing fell into.
      laptop.edit('milestone', closing, { doneOn: '2025-11-30' });
      expect(told(laptop, 2025).filter((one) => one.startsWith('final'))).toEqual([]);
      sendBack(laptop, final, 'Say more.');
      expect(told(laptop, 2025).filter((one) => one.startsWith('final'))).toEqual([]);
      expect(told(laptop)).toContain('final 2026-12-31 returned');
      accept(laptop, may);
      expect(told(laptop)).toContain('monthly 2026-05-31 accepted');
    });

    it('asks for another final report of a center that was extended after its own was in', () => {
      const { laptop } = closedLaptop();
      const final = laptop.create('report', {
        center,
        kind: 'final',
        from: '2024-01-01',
        to: '2026-03-31',
        status: 'draft',
      });
      submit(laptop, final);
      expect(told(laptop).filter((one) => one.startsWith('final'))).toEqual(['final 2026-03-31 submitted']);
      for (const { id } of laptop.records.all('milestone'))
        laptop.edit('milestone', id, { status: 'planned' });
      expect(told(laptop).filter((one) => one.startsWith('final'))).toEqual([
        'final 2026-03-31 submitted',
        'final 2026-12-31 late',
      ]);
    });

    it('shows headquarters the final report that was begun, also for the former end', () => {
      const { laptop } = closedLaptop();
      const final = laptop.create('report', {
        center,
        kind: 'final',
        from: '2024-01-01',
        to: '2026-12-31',
        status: 'draft',
      });
      const shown = () =>
        reportsOfPeriod(laptop.records, { kind: 'final', from: '2026-01-01', to: '2026-12-31', today }).find(
          ({ centerId }) => centerId === center,
        )?.entry;
      expect(shown()?.report?.id).toBe(final);
      submit(laptop, final);
      expect([shown()?.report?.id, shown()?.state]).toEqual([final, 'submitted']);
    });
  });

  it('expects no more than the center owes, and lists what was begun all the same', () => {
    const { laptop, id } = laptopWithReport();
    const kindsOwed = (reportDuty: string) => {
      laptop.edit('center', center, { operationStart: '2024-05-01', operationEnd: '2027-04-30', reportDuty });
      const entries = reportCalendar(laptop.records, { centerId: center, year: 2026, today: '2026-04-08' });
      return entries.filter(({ report }) => report?.id !== id).map(({ kind }) => kind);
    };
    expect(kindsOwed('quarterly')).toEqual(['quarterly', 'quarterly', 'quarterly', 'annual']);
    expect(kindsOwed('annual')).toEqual(['annual']);
    const begun = reportCalendar(laptop.records, { centerId: center, year: 2026, today: '2026-04-08' });
    expect(begun.map(({ report }) => report?.id)).toContain(id);
  });

  it('calls nothing late of a center whose operating period is not known, but for a day that was agreed on', () => {
    const { laptop, id } = laptopWithReport();
    const entries = () =>
      reportCalendar(laptop.records, { centerId: center, year: 2026, today: '2026-11-23' });
    expect(entries()).toHaveLength(17);
    expect(entries().filter(({ state }) => state !== 'unplanned')).toEqual([]);
    laptop.edit('report', id, { dueOn: '2026-04-14' });
    const agreed = entries().filter(({ state }) => state !== 'unplanned');
    expect(agreed.map(({ report, state }) => [report?.id, state])).toEqual([[id, 'late']]);
    laptop.edit('report', id, { dueOn: undefined });
    submit(laptop, id);
    expect(entries().filter(({ state }) => state === 'submitted')).toHaveLength(1);
  });

  it('tells what was submitted on time and what too late', () => {
    const { laptop, id } = laptopWithReport();
    laptop.edit('center', center, { operationStart: '2024-05-01', operationEnd: '2027-04-30' });
    const stateAt = (dueOn?: string) => {
      if (dueOn !== undefined) laptop.edit('report', id, { dueOn });
      return reportCalendar(laptop.records, { centerId: center, year: 2026, today: '2026-05-01' }).find(
        ({ report }) => report?.id === id,
      )?.state;
    };
    expect(stateAt()).toBe('late');
    submit(laptop, id);
    expect(stateAt()).toBe('submitted');
    expect(stateAt('2026-04-06')).toBe('submittedLate');
  });

  it('judges by the first submission, and keeps lateness beside acceptance', () => {
    const { laptop, id } = laptopWithReport();
    laptop.edit('center', center, { operationStart: '2026-01-01', operationEnd: '2027-04-30' });
    const day = (date: string) => {
      laptop.now = Date.parse(`${date}T09:00:00Z`);
    };
    const standing = (today: string) => {
      const found = reportCalendar(laptop.records, { centerId: center, year: 2026, today }).find(
        ({ report }) => report?.id === id,
      );
      return found === undefined ? null : [calendarLabel(found).en, found.isLate];
    };
    laptop.edit('report', id, { dueOn: '2026-04-14' });
    day('2026-04-10');
    submit(laptop, id);
    day('2026-04-12');
    sendBack(laptop, id, 'Say more.');
    expect(standing('2026-04-14')).toEqual(['Returned', false]);
    // Nobody answered it for three months.
    expect(standing('2026-07-14')).toEqual(['Returned, late', true]);
    day('2026-05-20');
    submit(laptop, id);
    laptop.edit('report', id, { submittedOn: '2026-05-20' });
    expect(standing('2026-05-21')).toEqual(['Submitted', false]);
    accept(laptop, id);
    expect(standing('2026-05-21')).toEqual(['Accepted', false]);
    laptop.edit('report', id, { dueOn: '2026-04-09' });
    expect(standing('2026-05-21')).toEqual(['Accepted, submitted late', true]);
  });

  it('does not take what a center withdrew itself for submitted', () => {
    const { laptop, id } = laptopWithReport();
    laptop.edit('report', id, { dueOn: '2026-04-14' });
    const take = (plan: typeof planWithdraw, date: string): void => {
      laptop.now = Date.parse(`${date}T09:00:00Z`);
      const planned = plan(laptop.records, id, contextOf(laptop, 'Head'), laptop.issue);
      if (!planned.ok) throw new Error(planned.error);
      laptop.records = overlaySet(laptop.records, planned.value);
    };
    take(planSubmit, '2026-04-10');
    take(planWithdraw, '2026-04-11');
    take(planSubmit, '2026-06-01');
    laptop.edit('report', id, { submittedOn: '2026-06-01' });
    const found = reportCalendar(laptop.records, { centerId: center, year: 2026, today: '2026-06-02' }).find(
      ({ report }) => report?.id === id,
    );
    expect([found?.state, found?.isLate]).toEqual(['submittedLate', true]);
  });

  it('shows of two reports of one period the one that got furthest, whatever their order', () => {
    for (const isFirst of [true, false]) {
      const { laptop, id } = laptopWithReport();
      const other = laptop.create('report', { ...reportIn(laptop, id).values });
      const [further, behind] = isFirst ? [id, other] : [other, id];
      const shown = () =>
        reportCalendar(laptop.records, { centerId: center, year: 2026, today: '2026-04-08' })
          .filter(({ report }) => report !== null)
          .map(({ report, state }) => [report?.id, state]);
      expect(shown()).toHaveLength(1);
      submit(laptop, further);
      expect(shown()).toEqual([[further, 'submitted']]);
      submit(laptop, behind);
      sendBack(laptop, behind, 'Once more');
      expect(shown()).toEqual([[further, 'submitted']]);
      submit(laptop, behind);
      accept(laptop, behind);
      expect(shown()).toEqual([[behind, 'accepted']]);
    }
  });

  it('shows a period that is expected of nobody once, however many reports there are of it', () => {
    const { laptop, id } = laptopWithReport();
    for (const report of [id, laptop.create('report', { ...reportIn(laptop, id).values })])
      laptop.edit('report', report, { from: '2026-01-05' });
    const entries = reportCalendar(laptop.records, { centerId: center, year: 2026, today: '2026-04-08' });
    expect(entries.filter(({ from }) => from === '2026-01-05')).toHaveLength(1);
  });
});
