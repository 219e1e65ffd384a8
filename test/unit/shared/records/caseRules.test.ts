import { describe, expect, it } from 'vitest';
import type { ValuesByType } from '../../../../shared/records/registry.ts';
import { broken, centerId, idOf, other, otherCenterId, ownId } from './brokenRules.ts';

const visit = (name: string, values: ValuesByType['consultation']) =>
  other('consultation', name, { date: '2026-03-01', ...values });

describe('a consultation that continues another one', () => {
  it('has a beginning', () => {
    const first = visit('first', {});
    const second = visit('second', { followsUp: first.id });
    const third = { center: centerId, date: '2026-04-01', followsUp: second.id };
    expect(broken('consultation', third, [first, second])).toEqual([]);
    const circle = visit('first', { followsUp: ownId });
    expect(broken('consultation', third, [circle, second])).toEqual(['error CASE_IN_CIRCLE']);
    expect(broken('consultation', { date: '2026-04-01', followsUp: ownId })).toEqual([
      'error CASE_IN_CIRCLE',
    ]);
  });

  it('is judged to the end where others run in a circle', () => {
    const one = visit('one', { followsUp: idOf('two') });
    const two = visit('two', { followsUp: one.id });
    expect(broken('consultation', { date: '2026-04-01', followsUp: two.id }, [one, two])).toEqual([]);
  });

  it('is not earlier than that one, and of the same center', () => {
    const later = visit('later', { date: '2026-05-01' });
    expect(broken('consultation', { date: '2026-04-30', followsUp: later.id }, [later])).toEqual([
      'warning CONTINUES_LATER_VISIT',
    ]);
    expect(broken('consultation', { date: '2026-05-01', followsUp: later.id }, [later])).toEqual([]);
    expect(
      broken('consultation', { center: otherCenterId, date: '2026-05-02', followsUp: later.id }, [later]),
    ).toEqual(['warning OF_OTHER_CENTER']);
  });
});

describe('a deliverable', () => {
  const project = other('project', 'project', { status: 'running' });
  const judged = (values: ValuesByType['deliverable']) =>
    broken('deliverable', { center: centerId, project: project.id, ...values }, [project]);

  it('has a day until it is handed over, and evidence afterwards', () => {
    expect(judged({})).toEqual(['warning DUE_MISSING']);
    expect(judged({ due: '2026-12-01' })).toEqual([]);
    expect(judged({ doneOn: '2026-11-01' })).toEqual(['warning EVIDENCE_MISSING']);
    expect(judged({ doneOn: '2026-11-01', evidenceNote: 'Folder 3' })).toEqual([]);
    expect(judged({ doneOn: '2026-12-01', evidenceNote: 'Folder 3' })).toEqual(['warning DATE_IN_FUTURE']);
    expect(judged({ center: otherCenterId, due: '2026-12-01' })).toEqual(['warning OF_OTHER_CENTER']);
  });
});

describe('a delegation', () => {
  it('has organizations and somebody who leads it', () => {
    expect(broken('event', { kind: 'delegation' })).toEqual(['warning DELEGATION_INCOMPLETE']);
    const complete = { organizations: [idOf('ministry')], heads: [idOf('minister')] };
    expect(broken('event', { kind: 'delegation', ...complete })).toEqual([]);
    expect(broken('event', { kind: 'seminar' })).toEqual([]);
  });
});
