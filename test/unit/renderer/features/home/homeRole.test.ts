import { describe, expect, it } from 'vitest';
import { homeRole, ownRecords } from '../../../../../renderer/features/home/homeRole.ts';
import { derivedRecordId } from '../../../../../shared/core/ids.ts';
import { recordSetOf } from '../../../../../shared/records/recordSet.ts';
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

describe('a person’s own records', () => {
  const kim = storedRecordOf('person', id('kim'), { name: { en: 'Kim Minji', ko: '김민지' } });
  const other = storedRecordOf('person', id('other'), { name: { en: 'Lee Jun', ko: '이준' } });
  const by = (author: string, values: object = {}) => ({
    ...storedRecordOf('consultation', id(`${author}${JSON.stringify(values)}`), values as never),
    createdBy: author,
  });
  const set = recordSetOf([kim, other]);

  it('are those entered under the name and those that name the person, in either language', () => {
    const isMine = ownRecords(set, ' 김민지 ');
    expect(isMine(by('김민지'))).toBe(true);
    expect(isMine(by('Lee Jun', { experts: [kim.id] }))).toBe(true);
    expect(isMine(by('Lee Jun', { experts: [other.id] }))).toBe(false);
    expect(isMine(by('Kim Minji'))).toBe(false);
    expect(ownRecords(set, 'kim  MINJI')(by('Kim Minji'))).toBe(true);
  });

  it('are none for somebody without a name', () => {
    expect(ownRecords(set, ' ')(by(''))).toBe(false);
  });
});
