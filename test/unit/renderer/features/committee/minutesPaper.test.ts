import { describe, expect, it } from 'vitest';
import { minutesPaper } from '../../../../../renderer/features/committee/minutesPaper.ts';
import { onPaper } from '../../../../../renderer/i18n/onPaper.ts';
import { derivedRecordId } from '../../../../../shared/core/ids.ts';
import { allRecords, recordSetOf } from '../../../../../shared/records/recordSet.ts';
import type { StoredRecord } from '../../../../../shared/sync/record.ts';
import { storedRecordOf } from '../../../../support/recordGenerators.ts';

const id = (name: string) => derivedRecordId('minutes', name);
const records = recordSetOf([
  storedRecordOf('center', id('center'), { code: 'BG', programme: 'egcc', country: 'BG', since: 2010 }),
  storedRecordOf('organization', id('ministry'), { name: { en: 'Ministry of Examples' } }),
  storedRecordOf('person', id('elena'), {
    name: { en: 'Elena Sample', ko: '엘레나 샘플' },
    position: 'Director',
    organization: id('ministry'),
  }),
  storedRecordOf('meeting', id('meeting'), {
    center: id('center'),
    kind: 'committee',
    number: 2,
    date: '2026-03-10',
    attendees: [id('elena'), id('gone')],
  }),
  storedRecordOf('decision', id('decision'), {
    center: id('center'),
    meeting: id('meeting'),
    text: 'Hire two people.',
    owner: id('elena'),
    due: '2026-04-01',
    status: 'done',
  }),
]);
const paper = minutesPaper(records, id('meeting'), '2026-11-23');

describe('the minutes of a meeting', () => {
  it('name center, people and states in both languages as far as they are known', () => {
    expect(paper).toMatchObject({
      center: { en: "Korea-Bulgaria('10)", ko: "한-불가리아('10)" },
      title: { en: 'Cooperation committee 2 · 2026-03-10', ko: '협력위원회 제2차 · 2026-03-10' },
      date: { en: '10 Mar 2026', ko: '2026. 3. 10.' },
      decisions: [
        {
          text: 'Hire two people.',
          owner: { en: 'Elena Sample', ko: '엘레나 샘플' },
          status: { en: 'Done', ko: '이행 완료' },
        },
      ],
    });
  });

  it('keep the place of an attendee who is not on this computer', () => {
    expect(
      paper?.attendees.map(({ name, position, organization }) => [name.en, position, organization]),
    ).toEqual([
      ['Elena Sample', 'Director', { en: 'Ministry of Examples', ko: 'Ministry of Examples' }],
      [`Person #${id('gone').slice(-6)}`, '', null],
    ]);
  });

  it('say so when something or somebody on them is of a sample, and only then', () => {
    const other = storedRecordOf('person', id('other'), { name: { en: 'Not here' } });
    const isMarked = (sample: StoredRecord) => {
      const all = [...allRecords(records), other].map((one) => ({ ...one, sample: one.id === sample.id }));
      return minutesPaper(recordSetOf(all), id('meeting'), '2026-11-23')?.includesSample;
    };
    expect(isMarked(other)).toBe(false);
    for (const one of allRecords(records)) expect(isMarked(one), one.type).toBe(true);
  });

  it('are none for an unknown meeting', () => {
    expect(minutesPaper(records, id('gone'), '2026-11-23')).toBeNull();
  });

  it('say once what both languages say alike', () => {
    expect(onPaper({ en: 'Minutes', ko: '회의록' }, 'both')).toBe('Minutes / 회의록');
    expect(onPaper({ en: 'Sofia', ko: 'Sofia' }, 'both')).toBe('Sofia');
    expect(onPaper({ en: 'Minutes', ko: '회의록' }, 'ko')).toBe('회의록');
  });
});
