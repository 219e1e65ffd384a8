import { describe, expect, it } from 'vitest';
import { countdownOf, forumsOf, lifeOf } from '../../../../../renderer/features/center/centerLife.ts';
import { centerTexts } from '../../../../../renderer/features/center/centerTexts.ts';
import { derivedRecordId, type RecordId } from '../../../../../shared/core/ids.ts';
import type { RecordOf } from '../../../../../shared/records/recordsOf.ts';
import type { RecordType, ValuesByType } from '../../../../../shared/records/registry.ts';
import { unwritten } from '../../../../support/unwritten.ts';

const id = derivedRecordId('center');

function record<Type extends RecordType>(
  type: Type,
  values: ValuesByType[Type],
  own: RecordId,
): RecordOf<Type> {
  return { id: own, type, centerId: id, values, ...unwritten };
}

const center = (values: ValuesByType['center']) => record('center', values, id);
const milestone = (name: string, values: ValuesByType['milestone']) =>
  record('milestone', { center: id, ...values }, derivedRecordId(name));

describe('the life of a center', () => {
  const signing = milestone('signing', {
    stage: 'selection',
    kind: 'mouSigning',
    status: 'done',
    doneOn: '2026-02-01',
  });
  const forum = milestone('forum', {
    stage: 'opening',
    kind: 'cooperationForum',
    status: 'planned',
    plannedOn: '2026-05-01',
  });
  const opening = milestone('opening', { stage: 'opening', kind: 'opening', status: 'planned' });

  it('calls no stage the next one of several that are ahead', () => {
    const ahead = lifeOf(center({ status: 'selection' }), [], '2026-11-23').filter(
      ({ place }) => place === 'ahead',
    );
    expect(ahead.map(({ stage }) => stage)).toEqual(['opening', 'operation', 'afterClosure']);
    expect(centerTexts.entries.ahead).toEqual({ en: 'ahead', ko: '이후 단계' });
  });

  it('has four stages, of which the status marks the present one', () => {
    const life = lifeOf(center({ status: 'operating' }), [], '2026-11-23');
    expect(life.map(({ stage, place }) => `${stage} ${place}`)).toEqual([
      'selection past',
      'opening past',
      'operation present',
      'afterClosure ahead',
    ]);
  });

  it('marks no stage while the status is to be confirmed', () => {
    const life = lifeOf(center({ status: 'unconfirmed' }), [], '2026-11-23');
    expect(new Set(life.map(({ place }) => place))).toEqual(new Set(['unknown']));
  });

  it('orders milestones by day and says which are done, planned or late', () => {
    const formed = milestone('formed', {
      stage: 'opening',
      kind: 'committeeFormed',
      status: 'done',
      doneOn: '2026-02-01',
    });
    const life = lifeOf(center({ status: 'opening' }), [opening, forum, formed, signing], '2026-06-01');
    expect(life[1]?.milestones.map(({ record: one, day, state }) => [one.values.kind, day, state])).toEqual([
      ['committeeFormed', '2026-02-01', 'done'],
      ['cooperationForum', '2026-05-01', 'overdue'],
      ['opening', null, 'planned'],
    ]);
  });

  it('tells of what is not done yet its own status', () => {
    const stateOf = (values: ValuesByType['milestone']) =>
      lifeOf(center({}), [milestone('one', { stage: 'opening', ...values })], '2026-06-01')[1]?.milestones[0]
        ?.state;
    for (const status of ['planned', 'inProgress', 'postponed', 'cancelled'] as const) {
      expect(stateOf({ status, plannedOn: '2026-06-01' })).toBe(status);
      expect(stateOf({ status })).toBe(status);
    }
    expect(stateOf({ status: 'inProgress', plannedOn: '2026-05-31' })).toBe('overdue');
    expect(stateOf({ status: 'postponed', plannedOn: '2026-05-31' })).toBe('overdue');
    expect(stateOf({})).toBe('planned');
  });

  it('leaves out the milestones of other centers', () => {
    const other = { ...signing, centerId: derivedRecordId('other') };
    expect(lifeOf(center({}), [other], '2026-06-01').flatMap(({ milestones }) => milestones)).toEqual([]);
  });
});

describe('the countdown to the end of operation', () => {
  const period = { operationStart: '2024-01-01', operationEnd: '2026-12-31' };

  it('counts the last day too', () => {
    expect(countdownOf(center(period), [], '2026-12-31')).toMatchObject({ kind: 'running', daysLeft: 1 });
    expect(countdownOf(center(period), [], '2027-01-01')).toEqual({
      kind: 'ended',
      end: '2026-12-31',
      daysAgo: 1,
    });
  });

  it('follows an extension', () => {
    const extended = center({ ...period, extendedUntil: '2027-06-30' });
    expect(countdownOf(extended, [], '2027-01-01')).toMatchObject({ kind: 'running', end: '2027-06-30' });
  });

  it('tells how much has gone by, what is still to begin, and what nobody entered', () => {
    expect(countdownOf(center(period), [], '2024-01-01')).toMatchObject({ share: 0 });
    expect(countdownOf(center(period), [], '2023-12-30')).toEqual({
      kind: 'notStarted',
      start: '2024-01-01',
      days: 2,
    });
    expect(countdownOf(center({}), [], '2026-01-01')).toEqual({ kind: 'unknown' });
  });

  it('is over when the center is closed, whatever end was agreed', () => {
    const closing = (name: string, values: ValuesByType['milestone']) =>
      milestone(name, { stage: 'operation', kind: 'closing', ...values });
    for (const status of ['closed', 'followUp'] as const) {
      const closed = center({ ...period, status });
      expect(countdownOf(closed, [], '2026-11-26')).toEqual({ kind: 'closed', on: null });
      const closings = [
        closing('done', { status: 'done', doneOn: '2026-06-30' }),
        closing('planned', { status: 'planned', plannedOn: '2026-12-31' }),
        {
          ...closing('elsewhere', { status: 'done', doneOn: '2026-07-31' }),
          centerId: derivedRecordId('other'),
        },
      ];
      expect(countdownOf(closed, closings, '2026-11-26')).toEqual({ kind: 'closed', on: '2026-06-30' });
    }
    expect(countdownOf(center({ ...period, status: 'operating' }), [], '2026-11-26')).toMatchObject({
      kind: 'running',
    });
  });

  it('ends on the day of a closing that is done, whatever the status says', () => {
    const operating = center({ ...period, operationEnd: '2028-12-31', status: 'operating' });
    const closing = (values: ValuesByType['milestone']) =>
      milestone('closing', { stage: 'operation', kind: 'closing', ...values });
    const done = closing({ status: 'done', doneOn: '2026-03-31' });
    expect(countdownOf(operating, [done], '2026-11-24')).toEqual({
      kind: 'ended',
      end: '2026-03-31',
      daysAgo: 238,
    });
    const putOff = closing({ status: 'postponed', doneOn: '2026-03-31' });
    expect(countdownOf(operating, [putOff], '2026-11-24')).toMatchObject({ kind: 'running', daysLeft: 769 });
    const notAgreed = center({ operationStart: '2024-01-01', status: 'operating' });
    expect(countdownOf(notAgreed, [done], '2026-11-24')).toMatchObject({ kind: 'ended', end: '2026-03-31' });
  });

  it('goes by the last planned closing where no last day is entered', () => {
    const closing = (name: string, values: ValuesByType['milestone']) =>
      milestone(name, { stage: 'operation', kind: 'closing', status: 'planned', ...values });
    const next = closing('next', { plannedOn: '2027-05-31' });
    const all = [
      closing('early', { plannedOn: '2026-12-31' }),
      next,
      closing('given up', { plannedOn: '2028-05-31', status: 'cancelled' }),
      milestone('handover', { kind: 'handover', status: 'planned', plannedOn: '2029-01-01' }),
      { ...closing('elsewhere', { plannedOn: '2030-01-01' }), centerId: derivedRecordId('other') },
    ];
    expect(countdownOf(center({}), all, '2027-05-30')).toEqual({
      kind: 'planned',
      end: '2027-05-31',
      daysLeft: 2,
      closing: next,
    });
    expect(countdownOf(center(period), all, '2026-12-31')).toMatchObject({ kind: 'running' });
    expect(countdownOf(center({}), all, '2027-06-01')).toEqual({ kind: 'unknown' });
  });
});

describe('the forums of a center', () => {
  const event = (name: string, values: ValuesByType['event']) =>
    record('event', values, derivedRecordId(name));

  it('are its own, by their days, whatever else it held', () => {
    const [late, early, undated] = [
      event('late', { kind: 'forum', date: '2026-05-01' }),
      event('early', { kind: 'forum', date: '2026-02-01' }),
      event('undated', { kind: 'forum' }),
    ];
    const elsewhere = { ...event('elsewhere', { kind: 'forum' }), centerId: derivedRecordId('other') };
    const seminar = event('seminar', { kind: 'seminar', date: '2026-01-01' });
    expect(forumsOf(id, [undated, late, seminar, elsewhere, early])).toEqual([early, late, undated]);
  });
});
