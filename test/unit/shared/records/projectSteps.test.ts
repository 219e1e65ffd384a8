import { describe, expect, it } from 'vitest';
import { project } from '../../../../shared/records/project.ts';
import {
  type ProjectStatus,
  projectSteps,
  stepProblem,
  steppedValues,
} from '../../../../shared/records/projectSteps.ts';
import { recordSetOf } from '../../../../shared/records/recordSet.ts';
import { deliverablesOf } from '../../../../shared/reports/deliverables.ts';
import { idOf, other, today } from './brokenRules.ts';

const nothing = { day: null, result: '', reason: '' };
const step = (from: ProjectStatus, to: ProjectStatus) => {
  const found = projectSteps(from).find((one) => one.to === to);
  if (found === undefined) throw new Error(`no step from ${from} to ${to}`);
  return found;
};

describe('the steps of a project', () => {
  it('lead on, one back, or to the end', () => {
    const ways = (['proposed', 'approved', 'running', 'done', 'cancelled'] as const).map((status) => [
      status,
      projectSteps(status).map(({ to, kind }) => `${kind} ${to}`),
    ]);
    expect(ways).toEqual([
      ['proposed', ['on approved', 'stop cancelled']],
      ['approved', ['on running', 'back proposed', 'stop cancelled']],
      ['running', ['on done', 'back approved', 'stop cancelled']],
      ['done', ['back running']],
      ['cancelled', ['back proposed']],
    ]);
    expect(projectSteps(undefined)).toEqual(projectSteps('proposed'));
    expect(project.fields.status.choices).toHaveLength(ways.length);
  });

  it('ask why where they lead back or end the project', () => {
    for (const one of [step('running', 'approved'), step('proposed', 'cancelled'), step('done', 'running')]) {
      expect(stepProblem({}, one, nothing)).toBe('REASON_MISSING');
      expect(stepProblem({}, one, { ...nothing, reason: ' \n' })).toBe('REASON_MISSING');
      // What ends needs its last day: without it, the project would stand in every later report.
      const isEnd = one.to === 'cancelled';
      expect(stepProblem({}, one, { ...nothing, reason: 'Merged' })).toBe(isEnd ? 'END_MISSING' : null);
      expect(stepProblem({}, one, { ...nothing, day: today, reason: 'Merged' })).toBeNull();
    }
  });

  it('keep the day on which a project is cancelled, and drop it with the way back', () => {
    const cancel = step('running', 'cancelled');
    const running = { status: 'running', start: '2026-02-01' } as const;
    const input = { day: '2026-06-30', result: '', reason: 'No budget' };
    expect(stepProblem(running, cancel, { ...input, day: '2026-01-31' })).toBe('END_BEFORE_START');
    const cancelled = steppedValues(running, cancel, input, today);
    expect(cancelled).toMatchObject({ status: 'cancelled', end: '2026-06-30' });
    const back = steppedValues({ ...running, ...cancelled }, step('cancelled', 'proposed'), input, today);
    expect(back).toMatchObject({ status: 'proposed', end: undefined });
    expect(Object.keys(back)).toContain('end');
    // Cancelled before it was to begin.
    const early = steppedValues(
      { status: 'approved', start: '2026-09-01' },
      step('approved', 'cancelled'),
      input,
      today,
    );
    expect(early.end).toBe('2026-09-01');
  });

  it('ask the first day to run, and the last day and the result to be done', () => {
    const [run, finish] = [step('approved', 'running'), step('running', 'done')];
    expect(stepProblem({}, step('proposed', 'approved'), nothing)).toBeNull();
    expect(stepProblem({}, run, nothing)).toBe('START_MISSING');
    expect(stepProblem({ end: '2026-01-31' }, run, { ...nothing, day: '2026-02-01' })).toBe(
      'END_BEFORE_START',
    );
    expect(stepProblem({}, run, { ...nothing, day: '2026-02-01' })).toBeNull();
    const running = { start: '2026-02-01' };
    expect(stepProblem(running, finish, nothing)).toBe('END_MISSING');
    expect(stepProblem(running, finish, { ...nothing, day: '2026-01-31' })).toBe('END_BEFORE_START');
    expect(stepProblem(running, finish, { ...nothing, day: '2026-03-01' })).toBe('RESULT_MISSING');
    expect(stepProblem(running, finish, { ...nothing, day: '2026-03-01', result: 'A law' })).toBeNull();
  });

  it('change what belongs to them, and keep every reason', () => {
    const day = '2026-02-01';
    expect(steppedValues({}, step('approved', 'running'), { ...nothing, day }, today)).toEqual({
      status: 'running',
      start: day,
    });
    expect(steppedValues({}, step('running', 'done'), { day, result: ' A law ', reason: '' }, today)).toEqual(
      { status: 'done', end: day, result: 'A law' },
    );
    const back = steppedValues(
      { status: 'running' },
      step('running', 'approved'),
      { ...nothing, reason: 'No budget' },
      today,
    );
    expect(back).toEqual({
      status: 'approved',
      statusReason: '2026-11-23 Running/진행 중 → Approved/승인: No budget',
    });
    const again = steppedValues(back, step('approved', 'cancelled'), { ...nothing, reason: 'Merged' }, today);
    expect(again.statusReason?.split('\n')).toEqual([
      back.statusReason,
      '2026-11-23 Approved/승인 → Cancelled/취소: Merged',
    ]);
  });
});

describe('the deliverables of a project', () => {
  it('stand by their days, with what is late', () => {
    const made = (name: string, values: { readonly due?: string; readonly doneOn?: string }) =>
      other('deliverable', name, { project: idOf('project'), ...values });
    const { items, done, overdue } = deliverablesOf(
      recordSetOf([
        made('undated', {}),
        made('ahead', { due: '2026-12-03' }),
        made('missed', { due: '2026-11-22' }),
        made('in time', { due: '2026-03-01', doneOn: '2026-03-01' }),
        made('after', { due: '2026-02-01', doneOn: '2026-02-02' }),
        other('deliverable', 'of another', { project: idOf('another'), due: '2026-01-01' }),
      ]),
      idOf('project'),
      today,
    );
    expect(items.map(({ record, state, inDays }) => [record.id, state, inDays])).toEqual([
      [idOf('after'), 'late', null],
      [idOf('in time'), 'done', null],
      [idOf('missed'), 'overdue', -1],
      [idOf('ahead'), 'open', 10],
      [idOf('undated'), 'open', null],
    ]);
    expect([done, overdue]).toEqual([2, 1]);
  });
});
