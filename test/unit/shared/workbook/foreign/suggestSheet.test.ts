import { describe, expect, it } from 'vitest';
import { suggestSheet } from '../../../../../shared/workbook/foreign/suggestSheet.ts';
import { addressesOf, day, knowledgeOf, ownTable } from '../../../../support/foreignLogs.ts';
import { replicaWithNames } from '../../../../support/foreignReplicas.ts';

function suggested(...args: Parameters<typeof ownTable>) {
  const [sheet] = ownTable(...args).sheets;
  if (sheet === undefined) throw new Error('no sheet');
  return suggestSheet(sheet, knowledgeOf());
}

describe('a suggestion', () => {
  it('finds the header below title rows and knows the columns in Korean', () => {
    const { mapping } = suggested(
      [
        ['2019년 자문 실적'],
        ['작성: 홍길동'],
        [],
        ['연번', '자문일자', '기관명', '자문 주제', '자문위원', '방법', '주요 내용', '비고'],
        [1, '2019. 3. 4.', '예시부', '전자서명', '김민지', '방문', '법부터 만들 것', ''],
      ],
      '2019',
    );
    expect(mapping).toMatchObject({ type: 'consultation', headerRow: 3, headerRows: 1 });
    expect(addressesOf(mapping)).toEqual({
      연번: null,
      자문일자: 'date',
      기관명: 'client',
      '자문 주제': 'topic',
      자문위원: 'experts',
      방법: 'mode',
      '주요 내용': 'advice',
      비고: null,
    });
  });

  it('understands a header of two rows with merged cells, and counts nobody twice', () => {
    const { mapping } = suggested(
      [
        ['Course', 'From', 'To', 'Participants', null, null, 'Venue'],
        [null, null, null, 'F', 'M', 'Total', null],
        ['Cloud basics', day('2019-03-04'), day('2019-03-05'), 4, 6, 10, 'Sofia'],
      ],
      'Courses',
      [
        { row: 0, column: 0, rows: 2, columns: 1 },
        { row: 0, column: 3, rows: 1, columns: 3 },
      ],
    );
    expect(mapping).toMatchObject({ type: 'training', headerRow: 0, headerRows: 2 });
    expect(addressesOf(mapping)).toEqual({
      Course: 'title/en',
      From: 'start',
      To: 'end',
      'Participants / F': 'attendance/female',
      'Participants / M': 'attendance/male',
      'Participants / Total': null,
      Venue: 'venue',
    });
  });

  it('reads the same header from a file that does not tell its merged cells', () => {
    const { mapping } = suggested(
      [
        ['교육명', '시작일', '종료일', '참가 인원', null, '장소'],
        [null, null, null, '여', '남', null],
        ['클라우드 기초', day('2019-03-04'), day('2019-03-05'), 4, 6, '소피아'],
      ],
      '교육 실적',
    );
    expect(mapping).toMatchObject({ type: 'training', headerRows: 2 });
    expect(addressesOf(mapping)).toMatchObject({
      교육명: 'title/ko',
      '참가 인원 / 여': 'attendance/female',
      '참가 인원 / 남': 'attendance/male',
    });
  });

  it('knows columns by their cells where the headers tell nothing', () => {
    const { mapping, assignments } = suggested(
      [
        ['Whom', 'Reached by', 'Nationality', 'Name', 'Job title', 'Sex'],
        ['a', 'kim@example.org', 'x', 'Kim Minji', 'Director', 'F'],
        ['b', 'lee@example.org', 'y', 'Lee Seoyeon', 'Officer', 'M'],
      ],
      'Contacts',
    );
    expect(mapping.type).toBe('person');
    expect(addressesOf(mapping)).toMatchObject({ 'Reached by': 'email', Name: 'name/en', Sex: 'gender' });
    expect(assignments[1]).toMatchObject({ from: 'content' });
  });

  it('knows organizations and people of this computer in a column', () => {
    const laptop = replicaWithNames();
    const [sheet] = ownTable(
      [
        ['When', 'Topic', 'Visited', 'We were', 'Advice'],
        ['2019-03-04', 'Cloud', 'Ministry of Examples', 'Kim Minji', 'x'],
        ['2019-03-05', 'Data', 'Ministry of Examples', 'Kim Minji', 'y'],
      ],
      'Consulting',
    ).sheets;
    if (sheet === undefined) throw new Error('no sheet');
    const { mapping } = suggestSheet(sheet, knowledgeOf(laptop.records));
    expect(addressesOf(mapping)).toMatchObject({ Visited: 'client', 'We were': 'experts', When: 'date' });
  });

  it('trusts a header less when its cells say otherwise', () => {
    const rows = [
      ['Date', 'Topic', 'Client', 'Advice'],
      ['see minutes', 'Cloud', 'A', 'x'],
      ['see letter', 'Data', 'B', 'y'],
    ];
    const { mapping, assignments } = suggested(rows, 'Consulting');
    expect(addressesOf(mapping)).toMatchObject({ Date: 'date' });
    expect(assignments[0]?.confidence).toBeLessThan(0.6);
  });

  it('takes a sheet of other things for none', () => {
    const { mapping } = suggested([
      ['Item', 'Price', 'Shop'],
      ['Paper', 3, 'Corner'],
    ]);
    expect(mapping.type).toBeNull();
  });
});
