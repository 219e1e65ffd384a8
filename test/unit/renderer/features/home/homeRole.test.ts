import { describe, expect, it } from 'vitest';
import { homeRole, isOwnEntry, isOwnWork } from '../../../../../renderer/features/home/homeRole.ts';
import { derivedRecordId } from '../../../../../shared/core/ids.ts';
import { recordSetOf } from '../../../../../shared/records/recordSet.ts';
import type { RecordType, ValuesByType } from '../../../../../shared/records/registry.ts';
import { storedRecordOf } from '../../../../support/recordGenerators.ts';

const id = (name: string) => derivedRecordId('home', name);
const center = { kind: 'center', centerId: id('center') } as const;
const headquarters = { kind: 'headquarters' } as const;

describe('whose work the first page shows', () => {
  it('is the officer’s at headquarters, the head’s or the expert’s at a center', () => {
    const roleAt = (role: string, workspace: typeof center | typeof headquarters) =>
      homeRole({ name: 'Kim', role }, workspace);
    expect(['expert', 'head', 'officer', ''].map((role) => roleAt(role, headquarters))).toEqual(
      Array(4).fill('officer'),
    );
    expect(['expert', 'head', 'officer', ''].map((role) => roleAt(role, center))).toEqual([
      'expert',
      'head',
      'head',
      'expert',
    ]);
    expect(homeRole(null, center)).toBe('expert');
  });
});

const kim = storedRecordOf('person', id('kim'), { name: { en: 'Kim Minji', ko: '김민지' } });
const other = storedRecordOf('person', id('other'), { name: { en: 'Lee Jun', ko: '이준' } });
const entered = <Type extends RecordType>(author: string, type: Type, values: ValuesByType[Type] = {}) => ({
  ...storedRecordOf(type, id(`${author}${type}${JSON.stringify(values)}`), values),
  createdBy: author,
});

describe('a person’s own entries', () => {
  const set = recordSetOf([kim, other]);

  it('are those entered under the name and those that name the person, in either language', () => {
    const isMine = isOwnEntry(set, ' 김민지 ');
    expect(isMine(entered('김민지', 'consultation'))).toBe(true);
    expect(isMine(entered('Lee Jun', 'consultation', { experts: [kim.id] }))).toBe(true);
    expect(isMine(entered('Lee Jun', 'consultation', { experts: [other.id] }))).toBe(false);
    expect(isMine(entered('Kim Minji', 'consultation'))).toBe(false);
    expect(isOwnEntry(set, 'kim  MINJI')(entered('Kim Minji', 'consultation'))).toBe(true);
  });

  it('are none for somebody without a name', () => {
    expect(isOwnEntry(set, ' ')(entered('', 'consultation'))).toBe(false);
  });

  it('are not the sample data, whoever asked for them', () => {
    const sample = { ...entered('Kim Minji', 'event'), sample: true };
    expect(isOwnEntry(set, 'Kim Minji')(sample)).toBe(false);
    expect(isOwnWork(set, 'Kim Minji')({ ...entered('Kim Minji', 'milestone'), sample: true })).toBe(false);
  });
});

describe('a person’s own work', () => {
  const ofKim = storedRecordOf('project', id('of kim'), { responsible: kim.id });
  const ofNobody = storedRecordOf('project', id('of nobody'), {});
  const set = recordSetOf([kim, other, ofKim, ofNobody]);
  const isKims = isOwnWork(set, 'Kim Minji');
  const isOthers = isOwnWork(set, 'Lee Jun');

  it('is what one is in charge of, not what one typed for somebody else', () => {
    for (const [record, whose] of [
      [entered('Lee Jun', 'deliverable', { project: ofKim.id }), 'kim'],
      [entered('Kim Minji', 'decision', { owner: other.id }), 'other'],
      [entered('Lee Jun', 'project', { responsible: kim.id }), 'kim'],
      [entered('Kim Minji', 'consultation', { experts: [other.id] }), 'other'],
    ] as const) {
      expect([record.type, isKims(record), isOthers(record)]).toEqual([
        record.type,
        whose === 'kim',
        whose === 'other',
      ]);
    }
  });

  it('goes with a next action to whoever took it over from those who gave the advice', () => {
    const handed = entered('Kim Minji', 'consultation', { experts: [kim.id], nextActionBy: other.id });
    expect([isKims(handed), isOthers(handed)]).toEqual([false, true]);
  });

  it('is what one entered where nobody is in charge', () => {
    for (const record of [
      entered('Kim Minji', 'milestone'),
      entered('Kim Minji', 'decision'),
      entered('Kim Minji', 'deliverable', { project: ofNobody.id }),
      entered('Kim Minji', 'deliverable', { project: id('not here') }),
    ])
      expect([isKims(record), isOthers(record)]).toEqual([true, false]);
    expect(isOwnWork(set, ' ')(entered('', 'milestone'))).toBe(false);
  });
});
