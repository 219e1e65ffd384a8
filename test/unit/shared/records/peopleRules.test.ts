import { describe, expect, it } from 'vitest';
import type { ValuesByType } from '../../../../shared/records/registry.ts';
import { storedRecordOf } from '../../../support/recordGenerators.ts';
import { broken, centerId, idOf, other, otherCenterId, ownId } from './brokenRules.ts';

const person = idOf('person');

describe('an exchange', () => {
  const during = (start: string, end: string | undefined, others: Parameters<typeof broken>[2]) =>
    broken('exchange', { person, start, ...(end === undefined ? {} : { end }) }, others);
  const dispatched = (values: ValuesByType['assignment']) =>
    other('assignment', 'dispatch', {
      person,
      role: 'expert',
      start: '2026-03-01',
      end: '2026-03-31',
      ...values,
    });

  it('is not at the time of the same person’s dispatch', () => {
    expect(during('2026-03-31', '2026-04-02', [dispatched({})])).toEqual([
      'warning EXCHANGED_WHILE_DISPATCHED',
    ]);
    expect(during('2026-02-01', undefined, [dispatched({})])).toEqual(['warning EXCHANGED_WHILE_DISPATCHED']);
    expect(during('2026-04-01', '2026-04-02', [dispatched({})])).toEqual([]);
    expect(during('2026-03-10', '2026-03-12', [dispatched({ person: idOf('somebody else') })])).toEqual([]);
  });

  it('may be while a person serves as local staff', () => {
    expect(during('2026-03-10', '2026-03-12', [dispatched({ role: 'localStaff' })])).toEqual([]);
  });

  it('is one at a time', () => {
    const first = other('exchange', 'first', { person, start: '2026-05-01', end: '2026-05-10' });
    expect(during('2026-05-10', '2026-05-20', [first])).toEqual(['warning EXCHANGES_OVERLAP']);
    expect(during('2026-05-11', '2026-05-20', [first])).toEqual([]);
    expect(during('2026-05-12', '2026-05-11', [])).toEqual(['error END_BEFORE_START']);
  });
});

describe('a counterpart', () => {
  const named = (values: ValuesByType['counterpart'], others: Parameters<typeof broken>[2] = []) =>
    broken('counterpart', { center: centerId, person, role: 'coordinator', ...values }, [
      storedRecordOf('person', person, { organization: idOf('ministry') }),
      ...others,
    ]);
  const earlier = other('counterpart', 'earlier', {
    person,
    role: 'coordinator',
    start: '2024-01-01',
    end: '2024-12-31',
  });

  it('needs no dates, and is in a role once at a time', () => {
    expect(named({})).toEqual([]);
    expect(named({}, [earlier])).toEqual(['warning COUNTERPART_TWICE']);
    expect(named({ start: '2024-12-31' }, [earlier])).toEqual(['warning COUNTERPART_TWICE']);
    expect(named({ start: '2025-01-01' }, [earlier])).toEqual([]);
    expect(named({ end: '2023-12-31' }, [earlier])).toEqual([]);
    expect(named({ role: 'project' }, [earlier])).toEqual([]);
    expect(named({ center: otherCenterId }, [earlier])).toEqual([]);
    expect(named({ start: '2025-02-01', end: '2025-01-01' })).toEqual(['error END_BEFORE_START']);
  });

  it('is of an organization, and works on projects of its center', () => {
    const alone = storedRecordOf('person', idOf('alone'), {});
    expect(named({ person: idOf('alone') }, [alone])).toEqual(['warning COUNTERPART_WITHOUT_ORGANIZATION']);
    const projects = [
      other('project', 'ours', {}),
      other('project', 'theirs', { center: otherCenterId }),
    ] as const;
    expect(named({ projects: [idOf('ours')] }, projects)).toEqual([]);
    expect(named({ projects: [idOf('ours'), idOf('theirs')] }, projects)).toEqual([
      'warning PROJECT_OF_OTHER_CENTER',
    ]);
  });
});

describe('a participation', () => {
  const training = other('training', 'training', { start: '2026-12-01', end: '2026-12-05' });

  it('is entered once for each person and training', () => {
    const first = other('participation', 'first', { training: training.id, person });
    const second = (values: ValuesByType['participation']) =>
      broken('participation', { center: centerId, training: training.id, person, ...values }, [
        training,
        first,
      ]);
    expect(second({})).toEqual(['error PARTICIPATES_TWICE']);
    expect(second({ person: idOf('somebody else') })).toEqual([]);
    expect(second({ training: idOf('another') })).toEqual([]);
    expect(second({ person: idOf('x'), center: otherCenterId })).toEqual(['warning OF_OTHER_CENTER']);
  });

  it('is not completed before the training ends', () => {
    const early = { training: training.id, person, completed: true };
    expect(broken('participation', early, [training])).toEqual(['warning COMPLETED_TOO_EARLY']);
    expect(broken('participation', { ...early, completed: false }, [training])).toEqual([]);
    const over = other('training', 'training', { start: '2026-11-01', end: '2026-11-05' });
    expect(broken('participation', early, [over])).toEqual([]);
  });

  it('is of no more people than the training counts', () => {
    const names = ['one', 'two', 'three'].map((name) =>
      other('participation', name, { training: ownId, person: idOf(name) }),
    );
    const counted = (male: number) =>
      broken('training', { attendance: { female: 1, male, other: 0, undisclosed: 0 } }, names);
    expect(counted(2)).toEqual([]);
    expect(counted(1)).toEqual(['warning MORE_NAMES_THAN_ATTENDANCE']);
  });
});
