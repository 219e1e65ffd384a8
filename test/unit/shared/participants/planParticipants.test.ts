import { describe, expect, it } from 'vitest';
import { derivedRecordId } from '../../../../shared/core/ids.ts';
import { attendanceOfParticipants } from '../../../../shared/participants/attendanceOfParticipants.ts';
import { participantChanges } from '../../../../shared/participants/participantChanges.ts';
import { guessColumns } from '../../../../shared/participants/pasteColumns.ts';
import { planParticipants } from '../../../../shared/participants/planParticipants.ts';
import { recordSetOf, referenceBookOf } from '../../../../shared/records/recordSet.ts';
import { recordsOf } from '../../../../shared/records/recordsOf.ts';
import { definitionOf } from '../../../../shared/records/registry.ts';
import { applyChanges } from '../../../../shared/sync/applyChange.ts';
import type { Change } from '../../../../shared/sync/changeSet.ts';
import type { StoredRecord } from '../../../../shared/sync/record.ts';
import { readPastedTable } from '../../../../shared/workbook/read/delimitedText.ts';
import { storedRecordOf, testStamp } from '../../../support/recordGenerators.ts';

const id = (name: string) => derivedRecordId('participants', name);
const [center, training, ministry, agency] = [id('center'), id('training'), id('ministry'), id('agency')];

const known: readonly StoredRecord[] = [
  storedRecordOf('organization', ministry, { name: { en: 'Ministry of Examples', ko: '예시부' } }),
  storedRecordOf('organization', agency, { name: { en: 'Sample Agency' } }),
  storedRecordOf('person', id('elena'), {
    name: { en: 'Elena Sample', ko: '엘레나 샘플' },
    gender: 'female',
  }),
  storedRecordOf('person', id('ivan 1'), { name: { en: 'Ivan Sample' }, organization: ministry }),
  storedRecordOf('person', id('ivan 2'), { name: { en: 'Ivan Sample' }, organization: agency }),
  storedRecordOf('person', id('petar'), { name: { en: 'Petar Sample' }, position: 'Director' }),
  storedRecordOf('participation', id('of petar'), { center, training, person: id('petar') }),
];

function plan(text: string, records: readonly StoredRecord[] = known) {
  const set = recordSetOf(records);
  const table = readPastedTable(text, 1000);
  const { hasHeader, mapping } = guessColumns(table);
  return planParticipants({
    records: table,
    hasHeader,
    mapping,
    training,
    set,
    references: referenceBookOf(set, 'en'),
  });
}

const outcomes = (text: string) =>
  plan(text).map(({ number, name, outcome }) => [
    number,
    name,
    outcome.kind === 'bad' ? outcome.problem : outcome.kind,
  ]);

/** The records after the changes of a plan. */
function entering(text: string, records = known): readonly StoredRecord[] {
  let count = 100;
  const changes = participantChanges(
    plan(text, records),
    {
      training,
      center,
      language: 'en',
      by: 'Kim',
      clock: { now: () => Date.UTC(2026, 10, 23) },
      random: { bytes: (length) => new Uint8Array(length).fill(count) },
    },
    () => testStamp(count++),
  );
  const byRecord = new Map<string, Change[]>();
  for (const change of changes) {
    const group = byRecord.get(change.id);
    if (group === undefined) byRecord.set(change.id, [change]);
    else group.push(change);
  }
  const result = new Map(records.map((record) => [String(record.id), record]));
  for (const [recordId, group] of byRecord) {
    const type = group[0]?.type ?? '';
    const record = applyChanges(definitionOf(type), result.get(recordId) ?? null, group);
    if (record !== null) result.set(recordId, record);
  }
  return [...result.values()];
}

describe('the columns of a pasted list', () => {
  it('are known by their headers in either language', () => {
    expect(guessColumns([['No', 'Full name', 'Affiliation', 'F/M', 'Certificate']])).toEqual({
      hasHeader: true,
      mapping: [null, 'name', 'organization', 'gender', 'completed'],
    });
    expect(guessColumns([['성명', '성명(영문)', '소속', '직급', '성별', '수료']])).toEqual({
      hasHeader: true,
      mapping: ['name', 'otherName', 'organization', 'position', 'gender', 'completed'],
    });
  });

  it('without headers begin with names', () => {
    expect(guessColumns([['Elena Sample', 'Ministry']])).toEqual({
      hasHeader: false,
      mapping: ['name', null],
    });
    expect(guessColumns([])).toEqual({ hasHeader: false, mapping: [] });
  });
});

describe('a pasted list of participants', () => {
  it('tells new people from known ones, by their name in either language', () => {
    expect(
      outcomes('Name\tGender\nELENA  sample\tF\n엘레나 샘플\tF\nNora Sample\tf\n\nPetar Sample\tm'),
    ).toEqual([
      [2, 'ELENA  sample', 'known'],
      [3, '엘레나 샘플', 'TWICE'],
      [4, 'Nora Sample', 'new'],
      [6, 'Petar Sample', 'known'],
    ]);
  });

  it('tells people of one name apart by their organization, and says so where it cannot', () => {
    expect(
      outcomes('Name\tOrganization\nIvan Sample\t예시부\nIvan Sample\t\nIvan Sample\tSample Agency'),
    ).toEqual([
      [2, 'Ivan Sample', 'known'],
      [3, 'Ivan Sample', 'AMBIGUOUS'],
      [4, 'Ivan Sample', 'known'],
    ]);
  });

  describe('with a name that somebody else has too', () => {
    const interior = id('interior');
    const namesake = storedRecordOf('person', id('kim'), { name: { ko: '가상 김' }, organization: interior });
    const records = [storedRecordOf('organization', interior, { name: { ko: '가상내무부' } }), namesake];
    const strangers =
      '성명\t소속\t이메일\n가상 김\t가상보건부\tkim@health.example\n가상 김\t가상재무부\t\n가상 김\t가상보건부\t';

    it('enters people of organizations that are not known here as others', () => {
      const lines = plan(strangers, records);
      expect(lines.map(({ outcome }) => (outcome.kind === 'bad' ? outcome.problem : outcome.kind))).toEqual([
        'new',
        'new',
        'TWICE',
      ]);
      expect(lines[0]?.outcome).toMatchObject({ namesakes: [{ id: namesake.id }] });
      const after = entering(strangers, records);
      expect(after.find((record) => record.id === namesake.id)).toEqual(namesake);
    });

    it('knows them again by the organization that was kept in the notes', () => {
      const once = entering(strangers, records);
      expect(entering(strangers, once)).toEqual(once);
      const [line] = plan('성명\t소속\n가상 김\t가상교육부', once);
      expect(line?.outcome).toMatchObject({ kind: 'new' });
      const listed = [...once, storedRecordOf('organization', id('health'), { name: { ko: '가상보건부' } })];
      const [entered] = plan('성명\t소속\n가상 김\t가상보건부', listed);
      expect(entered?.outcome).toMatchObject({ kind: 'known', added: { organization: id('health') } });
    });

    it('does not guess whom of two a person without an organization is', () => {
      const open = storedRecordOf('person', id('open'), { name: { ko: '가상 이' } });
      const two = '성명\t소속\n가상 이\t가상보건부\n가상 이\t가상내무부';
      expect(plan(two, [...records, open]).map(({ outcome }) => outcome.kind)).toEqual(['new', 'new']);
      const [one] = plan('성명\t소속\n가상 이\t가상보건부', [...records, open]);
      expect(one?.outcome).toMatchObject({ kind: 'known', person: { id: id('open') } });
    });

    it('tells them apart where two organizations have the same name as well', () => {
      const twins = [
        storedRecordOf('organization', id('office 1'), { name: { ko: '가상사무소' } }),
        storedRecordOf('organization', id('office 2'), { name: { ko: '가상사무소' } }),
        storedRecordOf('person', id('there'), { name: { ko: '가상 박' }, organization: id('office 2') }),
        storedRecordOf('person', id('elsewhere'), { name: { ko: '가상 박' }, organization: interior }),
      ];
      const [line] = plan('성명\t소속\n가상 박\t가상사무소', [...records, ...twins]);
      expect(line?.outcome).toMatchObject({ kind: 'known', person: { id: id('there') } });
    });
  });

  it('names every line that cannot be read, and none is lost', () => {
    const lines = plan(
      'Name\tGender\tCompleted\tPosition\n\tF\t\t\nA\tgirl\t\t\nB\t\tperhaps\t\nC\t\t\tChief',
    );
    expect(lines.map(({ outcome }) => outcome)).toMatchObject([
      { kind: 'bad', problem: 'NAME_MISSING' },
      { kind: 'bad', problem: 'BAD_GENDER', value: 'girl' },
      { kind: 'bad', problem: 'BAD_COMPLETED', value: 'perhaps' },
      { kind: 'new', person: { name: { en: 'C' }, position: 'Chief' } },
    ]);
  });

  it('enters each person once, adds what was missing and overwrites nothing', () => {
    const records = recordSetOf(
      entering('Name\tPosition\tGender\tCompleted\nPetar Sample\tClerk\tM\tyes\nElena Sample\tExpert\tM\tno'),
    );
    const people = new Map(recordsOf(records, 'person').map(({ id: own, values }) => [own, values]));
    expect(people.get(id('petar'))).toMatchObject({ position: 'Director', gender: 'male' });
    expect(people.get(id('elena'))).toMatchObject({ position: 'Expert', gender: 'female' });
    expect(
      recordsOf(records, 'participation').map(({ values }) => [values.person, values.completed]),
    ).toEqual([
      [id('petar'), true],
      [id('elena'), false],
    ]);
  });

  it('keeps the name of an organization that is not known here in the notes', () => {
    const [line] = plan('Name\tOrganization\tRemarks\nNora Sample\tUnknown House\tvegetarian');
    expect(line?.unknownOrganization).toBe('Unknown House');
    const records = recordSetOf(
      entering('Name\tOrganization\tRemarks\nNora Sample\tUnknown House\tvegetarian'),
    );
    const added = recordsOf(records, 'participation').find(({ values }) => values.notes !== undefined);
    expect(added?.values).toMatchObject({
      center,
      training,
      notes: 'vegetarian\nOrganization: Unknown House',
    });
  });

  it('pasted again changes nothing', () => {
    const text = 'Name\tGender\tCompleted\nNora Sample\tF\tyes\nElena Sample\tF\tyes';
    const once = entering(text);
    expect(entering(text, once)).toEqual(once);
  });
});

describe('attendance of the participants', () => {
  it('is counted by gender, not disclosed where none is entered', () => {
    const records = recordSetOf(entering('Name\tGender\nElena Sample\t\nNora Sample\tF\nX\tm\nY\tn/a'));
    expect(attendanceOfParticipants(records, training)).toEqual({
      female: 2,
      male: 1,
      other: 0,
      undisclosed: 2,
    });
  });
});

describe('a list as training offices keep it', () => {
  it('has rows of totals, which are nobody', () => {
    expect(
      outcomes(
        '번호\t성명\n1\t가상 하나\n소계\t1명\n2\t가상 둘\n합 계\t2명\n\t계: 2명\nTotal\t2\nSubtotal 2\t',
      ),
    ).toEqual([
      [2, '가상 하나', 'new'],
      [3, '소계 1명', 'total'],
      [4, '가상 둘', 'new'],
      [5, '합 계 2명', 'total'],
      [6, '계: 2명', 'total'],
      [7, 'Total 2', 'total'],
      [8, 'Subtotal 2', 'total'],
    ]);
    expect(outcomes('성명\n계백\nTotal Sample')).toEqual([
      [2, '계백', 'new'],
      [3, 'Total Sample', 'new'],
    ]);
    expect(
      outcomes('성명\t소속\t비고\n총원\t\t2명\n총 12명\t\t\n합계\t남 5명\t여 7명').map(([, , kind]) => kind),
    ).toEqual(['total', 'total', 'total']);
    const people = entering('성명\t소속\n가상 하나\t예시부\n합계\t4명', []).filter(
      ({ type }) => type === 'person',
    );
    expect(people).toHaveLength(1);
  });

  it('has people whose names are words for a sum', () => {
    expect(
      outcomes(
        'Name\tOrganization\tPosition\tPhone\nSum\tSample Agency\tBopha\t\nSum\tDara\t\t012 345 678\nSum Vanna\t\tClerk\t\n계\t예시부\t\t',
      ).map(([, name, kind]) => `${name}: ${kind}`),
    ).toEqual(['Sum: new', 'Sum: new', 'Sum Vanna: new', '계: new']);
  });

  it('says in words who completed', () => {
    const text =
      '성명\t수료\n가상 하나\t수료\n가상 둘\t미수료\n가상 셋\t이수\n가상 넷\t미이수\n가상 다섯\t글쎄';
    expect(plan(text).map(({ completed, outcome }) => [completed, outcome.kind])).toEqual([
      [true, 'new'],
      [false, 'new'],
      [true, 'new'],
      [false, 'new'],
      [null, 'bad'],
    ]);
  });
});
