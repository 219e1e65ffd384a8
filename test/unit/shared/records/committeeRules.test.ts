import { describe, expect, it } from 'vitest';
import type { ValuesByType } from '../../../../shared/records/registry.ts';
import { broken, centerId, idOf, other, otherCenterId, today } from './brokenRules.ts';

describe('a meeting', () => {
  const cases: readonly [string, ValuesByType['meeting'], readonly string[]][] = [
    ['has two weeks for its minutes', { date: '2026-11-09' }, []],
    ['of more than two weeks ago has minutes', { date: '2026-11-08' }, ['warning MINUTES_MISSING']],
    ['has them in words', { date: '2026-01-08', minutes: 'Agreed' }, []],
    ['has them in a folder', { date: '2026-01-08', evidenceNote: 'Folder 3' }, []],
    [
      'has them as no file that is not here',
      { date: '2026-01-08', evidenceFiles: [idOf('file')] },
      ['warning MINUTES_MISSING'],
    ],
    ['that is still to come has none', { date: '2027-01-08' }, []],
  ];
  it.each(cases)('%s', (_name, values, expected) => {
    expect(broken('meeting', values)).toEqual(expected);
  });

  it('has them as a file', () => {
    const values = { date: '2026-01-08', evidenceFiles: [idOf('file')] } as const;
    expect(broken('meeting', values, [other('evidence', 'file', {})])).toEqual([]);
  });

  it('has a number of its own among those of its kind and center', () => {
    const first = other('meeting', 'first', { kind: 'committee', number: 1, date: '2026-01-01' });
    const second = (values: ValuesByType['meeting']) =>
      broken('meeting', { center: centerId, kind: 'committee', number: 1, ...values }, [first]);
    expect(second({})).toEqual(['warning NUMBER_TWICE']);
    expect(second({ number: 2 })).toEqual([]);
    expect(second({ kind: 'working' })).toEqual([]);
    expect(second({ center: otherCenterId })).toEqual([]);
  });
});

describe('a decision', () => {
  const owned = { owner: idOf('person'), due: '2026-12-31' };
  const cases: readonly [string, ValuesByType['decision'], readonly string[]][] = [
    ['that is open has an owner and a day', { status: 'open', ...owned }, []],
    ['that nobody owns', { status: 'open', due: '2026-12-31' }, ['warning NOBODY_RESPONSIBLE']],
    ['that is due at no time', { status: 'inProgress', owner: idOf('p') }, ['warning NOBODY_RESPONSIBLE']],
    ['that was dropped needs neither', { status: 'dropped' }, []],
    ['that is done says when', { status: 'done' }, ['warning DONE_UNDATED']],
    ['that is done', { status: 'done', doneOn: today }, []],
    [
      'that has a day and is open',
      { status: 'open', ...owned, doneOn: today },
      ['warning DATE_BUT_NOT_DONE'],
    ],
    ['that is done tomorrow', { status: 'done', doneOn: '2026-11-24' }, ['warning DATE_IN_FUTURE']],
  ];
  it.each(cases)('%s', (_name, values, expected) => {
    expect(broken('decision', values)).toEqual(expected);
  });

  it('belongs to a meeting of its center, and is carried out after it', () => {
    const meeting = other('meeting', 'meeting', { date: '2026-05-01' });
    const values = { center: centerId, meeting: meeting.id, status: 'done', doneOn: '2026-05-01' } as const;
    expect(broken('decision', values, [meeting])).toEqual([]);
    expect(broken('decision', { ...values, doneOn: '2026-04-30' }, [meeting])).toEqual([
      'warning DONE_BEFORE_MEETING',
    ]);
    expect(broken('decision', { ...values, center: otherCenterId }, [meeting])).toEqual([
      'warning OF_OTHER_CENTER',
    ]);
  });
});

describe('a project', () => {
  const begun = { start: '2026-01-01', end: '2026-12-31', result: 'x' } as const;

  it('from “Approved” on names the decision of the committee', () => {
    for (const status of ['approved', 'running', 'done'] as const) {
      expect(broken('project', { ...begun, status })).toEqual(['warning DECISION_MISSING']);
      expect(broken('project', { ...begun, status, decision: idOf('decision') })).toEqual([]);
    }
    for (const status of ['proposed', 'cancelled'] as const) {
      expect(broken('project', { ...begun, status })).toEqual([]);
    }
  });

  it('may do without one for a reason', () => {
    const values = { ...begun, status: 'running' } as const;
    expect(broken('project', { ...values, decisionException: 'Agreed by letter' })).toEqual([]);
    expect(broken('project', { ...values, decisionException: ' ' })).toEqual(['warning DECISION_MISSING']);
  });

  it('rests on a decision of a committee that stands and was taken before it began', () => {
    const codes = (
      meeting: ValuesByType['meeting'],
      decision: ValuesByType['decision'] = {},
      values: ValuesByType['project'] = {},
    ) =>
      broken(
        'project',
        { ...begun, center: centerId, status: 'running', decision: idOf('decision'), ...values },
        [
          other('meeting', 'meeting', { kind: 'committee', date: '2026-01-01', ...meeting }),
          other('decision', 'decision', { meeting: idOf('meeting'), status: 'open', ...decision }),
        ],
      );
    expect(codes({})).toEqual([]);
    expect(codes({ kind: 'steering' })).toEqual([]);
    expect(codes({ kind: 'working' })).toEqual(['warning DECISION_OF_WORKING_MEETING']);
    expect(codes({}, { status: 'dropped' })).toEqual(['warning DECISION_DROPPED']);
    expect(codes({ date: '2026-01-02' })).toEqual(['warning DECIDED_AFTER_START']);
    expect(codes({ date: '2026-01-02' }, {}, { start: undefined })).toEqual(['warning START_MISSING']);
    expect(
      codes({ kind: 'working' }, { status: 'dropped' }, { decisionException: 'Confirmed later' }),
    ).toEqual([]);
  });

  it('rests on no decision that is still to be taken', () => {
    const codes = (date: string, values: ValuesByType['project']) =>
      broken('project', { ...begun, center: centerId, decision: idOf('decision'), ...values }, [
        other('meeting', 'meeting', { kind: 'committee', date }),
        other('decision', 'decision', { meeting: idOf('meeting'), status: 'open' }),
      ]);
    const later = { start: '2027-01-10', end: '2027-12-31' } as const;
    expect(codes('2026-11-24', { status: 'approved', ...later })).toEqual(['warning DECISION_TO_COME']);
    expect(codes('2026-11-24', { status: 'approved', start: undefined })).toEqual([
      'warning DECISION_TO_COME',
    ]);
    expect(codes(today, { status: 'approved', ...later })).toEqual([]);
    expect(codes('2026-11-24', { status: 'proposed', ...later })).toEqual([]);
    const reason = { decisionException: 'Agreed by letter' };
    expect(codes('2026-11-24', { status: 'approved', ...later, ...reason })).toEqual([]);
    expect(codes('2026-11-24', { status: 'running', ...later })).toEqual([
      'warning DECISION_TO_COME',
      'warning RUNNING_BEFORE_START',
    ]);
  });

  it('runs from its start on', () => {
    const codes = (values: ValuesByType['project']) =>
      broken('project', { end: '2027-12-31', decisionException: 'Agreed by letter', ...values });
    expect(codes({ status: 'running', start: '2026-11-24' })).toEqual(['warning RUNNING_BEFORE_START']);
    expect(codes({ status: 'running', start: today })).toEqual([]);
    expect(codes({ status: 'approved', start: '2026-11-24' })).toEqual([]);
  });

  it('names a decision of its own center', () => {
    const decision = other('decision', 'decision', { center: otherCenterId });
    const values = { ...begun, center: centerId, status: 'running', decision: decision.id } as const;
    expect(broken('project', values, [decision])).toEqual(['warning OF_OTHER_CENTER']);
  });
});
