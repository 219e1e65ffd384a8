import { describe, expect, it } from 'vitest';
import { derivedRecordId } from '../../../../shared/core/ids.ts';
import { recordSetOf } from '../../../../shared/records/recordSet.ts';
import type { RecordType, ValuesByType } from '../../../../shared/records/registry.ts';
import { counterpartsOf } from '../../../../shared/reports/counterparts.ts';
import { handedOver, isHandedOver, openWorkOf } from '../../../../shared/reports/openWork.ts';
import { storedRecordOf } from '../../../support/recordGenerators.ts';

const today = '2026-11-23';
const id = (name: string) => derivedRecordId('work', name);
const [center, other] = [id('center'), id('other center')];
const [kim, lee] = [id('kim'), id('lee')];

const made = <Type extends RecordType>(type: Type, name: string, values: ValuesByType[Type]) =>
  storedRecordOf(type, id(name), { center, ...values });
const visit = (name: string, values: ValuesByType['consultation']) =>
  made('consultation', name, { date: '2026-03-01', experts: [kim], nextAction: name, ...values });

const set = recordSetOf([
  made('assignment', 'service', { person: kim, role: 'expert', start: '2026-01-01' }),
  visit('send the law', { nextActionDue: '2026-12-01' }),
  visit('call', { nextActionDue: '2026-11-01' }),
  visit('sent', { nextActionDoneOn: '2026-10-01', caseClosedOn: '2026-10-01' }),
  visit('passed on before', { nextActionBy: lee }),
  visit('taken over', { experts: [lee], nextActionBy: kim }),
  made('consultation', 'nothing left', { experts: [kim], caseClosedOn: '2026-10-01' }),
  made('consultation', 'adopted', { experts: [kim], result: 'adopted' }),
  made('consultation', 'asked', { date: '2026-04-01', experts: [kim] }),
  visit('asked again', {
    date: '2026-05-01',
    followsUp: id('asked'),
    experts: [kim, lee].sort(),
    nextActionDoneOn: '2026-06-01',
  }),
  made('consultation', 'their case', { experts: [lee] }),
  made('consultation', 'goes on with call', { date: '2026-02-01', experts: [kim], followsUp: id('call') }),
  made('decision', 'own', { status: 'open', owner: kim, due: '2026-12-24' }),
  made('decision', 'carried out', { status: 'done', owner: kim }),
  made('decision', 'nobody', { status: 'inProgress' }),
  made('decision', 'nobody elsewhere', { center: other, status: 'open' }),
  made('project', 'running', { status: 'running', responsible: kim }),
  made('project', 'done', { status: 'done', responsible: kim }),
  made('project', 'theirs', { status: 'running', responsible: lee }),
  made('training', 'to come', { start: '2026-12-01', end: '2026-12-05', trainers: [kim, lee].sort() }),
  made('training', 'of lee', { start: '2026-12-03', trainers: [kim], responsible: lee }),
  made('training', 'of lee, begun', { start: '2026-11-23', trainers: [kim], responsible: lee }),
  made('training', 'begun', { start: '2026-11-20', end: '2026-11-30', trainers: [kim], responsible: kim }),
  made('training', 'over', { start: '2026-11-01', end: '2026-11-05', responsible: kim }),
  made('followUp', 'idea', { stage: 'idea', responsible: kim }),
  made('followUp', 'finished', { stage: 'done', responsible: kim }),
]);
const ids = (names: readonly string[]) => names.map(id);

describe('open work of a person', () => {
  it('is what is still to be done, cases that are open among it, by type and day, then what nobody is in charge of', () => {
    const work = openWorkOf(set, kim, { today });
    expect(work.filter(({ isOwn }) => isOwn).map((one) => one.id)).toEqual(
      ids([
        'call',
        'send the law',
        ...['taken over', 'asked again'].sort((a, b) => (id(a) < id(b) ? -1 : 1)),
        'own',
        'running',
        'begun',
        'to come',
        'of lee',
        'idea',
      ]),
    );
    expect(work.filter(({ isOwn }) => !isOwn).map((one) => one.id)).toEqual(ids(['nobody']));
    expect(work.find((one) => one.id === id('asked again'))).toMatchObject({ action: '', due: null });
    expect(work[0]).toMatchObject({ type: 'consultation', action: 'call', due: '2026-11-01' });
  });

  it('is of one center where that is asked', () => {
    expect(openWorkOf(set, kim, { today, centerId: other })).toEqual([]);
    expect(openWorkOf(set, id('somebody'), { today })).toEqual([]);
  });
});

describe('handing over', () => {
  const hand = (name: string, type: 'consultation' | 'decision' | 'project' | 'training' | 'followUp') =>
    handedOver(set, [{ type, id: id(name) }], { from: kim, to: lee, today })[0]?.values;

  it('changes who does it, and not who gave the advice', () => {
    expect(hand('call', 'consultation')).toMatchObject({ experts: [kim], nextActionBy: lee });
    expect(hand('own', 'decision')).toMatchObject({ owner: lee, status: 'open' });
    expect(hand('running', 'project')).toMatchObject({ responsible: lee });
    expect(hand('idea', 'followUp')).toMatchObject({ responsible: lee });
  });

  it('lets the successor teach what has not begun', () => {
    expect(hand('to come', 'training')).toMatchObject({ responsible: lee, trainers: [lee] });
    expect(hand('begun', 'training')).toMatchObject({ responsible: lee, trainers: [kim] });
  });

  it('leaves somebody else in charge of a training where only the trainer goes', () => {
    expect(hand('of lee', 'training')).toMatchObject({ responsible: lee, trainers: [lee] });
    const choi = id('choi');
    const training = { type: 'training', id: id('of lee') } as const;
    const [handed] = handedOver(set, [training], { from: kim, to: choi, today });
    expect(handed?.values).toMatchObject({ responsible: lee, trainers: [choi] });
    const after = recordSetOf([storedRecordOf('training', training.id, handed?.values ?? {})]);
    expect(isHandedOver(after, training, { from: kim, to: choi })).toBe(true);
    expect(isHandedOver(set, training, { from: kim, to: choi })).toBe(false);
    const project = { type: 'project', id: id('theirs') } as const;
    expect(isHandedOver(set, project, { from: kim, to: lee })).toBe(true);
    expect(isHandedOver(set, project, { from: kim, to: choi })).toBe(false);
  });

  it('leaves nothing behind that was ticked, and passes over what is gone', () => {
    const work = openWorkOf(set, kim, { today });
    const changed = handedOver(set, work, { from: kim, to: lee, today });
    expect(changed).toHaveLength(work.length);
    const after = recordSetOf([
      made('assignment', 'service', { person: kim, role: 'expert', start: '2026-01-01' }),
      ...changed.map(({ type, id: record, values }) => storedRecordOf(type, record, values)),
    ]);
    expect(openWorkOf(after, kim, { today })).toEqual([]);
    expect(openWorkOf(after, lee, { today }).filter(({ isOwn }) => isOwn)).toHaveLength(work.length);
    expect(handedOver(set, [{ type: 'project', id: id('unknown') }], { from: kim, to: lee, today })).toEqual(
      [],
    );
  });
});

describe('counterparts', () => {
  const peopleRecords = [
    storedRecordOf('center', center, { country: 'BG' }),
    storedRecordOf('center', other, { country: 'VN' }),
    storedRecordOf('organization', id('ministry'), { country: 'BG' }),
    storedRecordOf('organization', id('agency'), { country: 'KR' }),
    storedRecordOf('organization', id('office'), { country: 'VN' }),
    storedRecordOf('person', id('ivan'), { organization: id('ministry') }),
    storedRecordOf('person', id('maria'), { organization: id('ministry') }),
    storedRecordOf('person', kim, { organization: id('agency') }),
    storedRecordOf('person', id('linh'), { organization: id('office') }),
    storedRecordOf('person', id('unknown'), {}),
    made('consultation', 'asked', { client: id('ministry'), date: '2026-02-01' }),
    made('consultation', 'elsewhere', { center: other, client: id('ministry'), date: '2026-09-01' }),
    made('meeting', 'met', { attendees: [id('maria')], date: '2026-05-01' }),
    made('training', 'course', { start: '2026-06-01' }),
    made('participation', 'learnt', { training: id('course'), person: id('ivan') }),
  ];
  const people = recordSetOf(peopleRecords);

  it('are the people of the partner’s organizations, those met most lately first', () => {
    const found = counterpartsOf(people, center, today);
    expect(found.map(({ person, lastContact }) => [person.id, lastContact])).toEqual([
      [id('ivan'), '2026-06-01'],
      [id('maria'), '2026-05-01'],
    ]);
    expect(found[1]).toMatchObject({ meetings: [id('met')], participations: [], isCurrent: false });
  });

  it('took part in the consultations that name them; the others are of their organization', () => {
    const set = recordSetOf([
      ...peopleRecords,
      made('consultation', 'with maria', {
        client: id('ministry'),
        counterparts: [id('maria')],
        date: '2026-08-01',
      }),
    ]);
    const found = counterpartsOf(set, center, today);
    expect(found.map(({ person, lastContact }) => [person.id, lastContact])).toEqual([
      [id('maria'), '2026-08-01'],
      [id('ivan'), '2026-06-01'],
    ]);
    expect(found[0]).toMatchObject({
      consultations: [id('with maria')],
      ofOrganization: [id('asked')],
    });
    expect(found[1]).toMatchObject({ consultations: [], ofOrganization: [id('asked')] });
  });

  it('were not met yet where that is still to come', () => {
    const set = recordSetOf([
      ...peopleRecords,
      made('meeting', 'next committee', { attendees: [id('maria')], date: '2026-11-24' }),
      made('meeting', 'of today', { attendees: [id('linh')], date: today }),
      storedRecordOf('person', id('linh'), { organization: id('ministry') }),
      made('training', 'next course', { start: '2027-01-10', end: '2027-01-15' }),
      made('participation', 'will learn', { training: id('next course'), person: id('maria') }),
      made('consultation', 'planned', {
        client: id('ministry'),
        counterparts: [id('maria')],
        date: '2026-12-01',
      }),
      made('consultation', 'planned with nobody named', { client: id('ministry'), date: '2026-12-01' }),
      storedRecordOf('person', id('only invited'), { organization: id('ministry') }),
      made('meeting', 'invitation', { attendees: [id('only invited')], date: '2026-12-24' }),
    ]);
    const found = counterpartsOf(set, center, today);
    expect(found.map(({ person, lastContact }) => [person.id, lastContact])).toEqual([
      [id('linh'), today],
      [id('ivan'), '2026-06-01'],
      [id('maria'), '2026-05-01'],
      [id('only invited'), null],
    ]);
    expect(found[2]).toMatchObject({ meetings: [id('met')], participations: [], consultations: [] });
    expect(found[2]?.ofOrganization).toEqual([id('asked')]);
    expect(counterpartsOf(set, center, '2026-11-24')[0]).toMatchObject({ lastContact: '2026-11-24' });
  });

  it('with a role today come first, whatever their organization, with its projects; earlier roles follow', () => {
    const role = (name: string, values: ValuesByType['counterpart']) => made('counterpart', name, values);
    const set = recordSetOf([
      ...peopleRecords,
      role('project', {
        person: id('unknown'),
        role: 'project',
        projects: [id('p')],
        start: '2026-11-23',
      }),
      role('before', {
        person: id('unknown'),
        role: 'coordinator',
        projects: [id('q')],
        start: '2025-01-01',
        end: '2026-11-22',
      }),
      role('over', { person: id('ivan'), role: 'technical', end: '2025-12-31' }),
      role('at the other center', { center: other, person: id('linh'), role: 'coordinator' }),
    ]);
    const found = counterpartsOf(set, center, today);
    expect(found.map(({ person, isCurrent }) => [person.id, isCurrent])).toEqual([
      [id('unknown'), true],
      [id('ivan'), false],
      [id('maria'), false],
    ]);
    expect(found[0]?.roles.map((one) => one.id)).toEqual([id('project'), id('before')]);
    expect(found[0]).toMatchObject({ organization: null, projects: [id('p')] });
    expect(found[1]).toMatchObject({ projects: [] });
    const then = counterpartsOf(set, center, '2025-06-01').find(({ person }) => person.id === id('unknown'));
    expect(then).toMatchObject({ isCurrent: true, projects: [id('q')] });
  });

  it('are of every partner country at headquarters', () => {
    const found = counterpartsOf(people, null, today);
    expect(found.map(({ person, lastContact }) => [person.id, lastContact])).toEqual([
      [id('ivan'), '2026-06-01'],
      [id('maria'), '2026-05-01'],
      [id('linh'), null],
    ]);
    expect(found[0]?.ofOrganization).toEqual([id('asked'), id('elsewhere')]);
  });
});
