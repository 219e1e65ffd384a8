import { rowsXml, xlsxOf } from './workbookFiles.ts';

/** An expert's own log of consultations in Korean: titles, a merged header of two rows, sections and sums. */
export function koreanLog(): Uint8Array {
  const rows = rowsXml([
    ['불가리아 협력센터 자문 실적 (2019년)'],
    ['작성: 김민지'],
    [],
    ['연번', '자문 일자', '수요 기관', '자문위원', '자문 주제', '자문', null, '방법', '비고'],
    [null, null, null, null, null, '주요 내용', '시간', null, null],
    ['1분기'],
    [
      1,
      '04/03/2019',
      '예시디지털부',
      '김민지',
      '전자서명 도입',
      '법 제정부터 시작할 것을 권고',
      '2,5',
      '방문',
      '',
    ],
    [
      2,
      '05/03/2019',
      '예시통계청',
      '김민지, 박지호',
      '공공데이터 개방',
      '표준부터 마련',
      '3,0',
      '화상',
      '자료 요청',
    ],
    [3, '06/03/2019', '예시통계청', '박지호', '공공 데이터 개방', '표준 마련', '1,0', '화상', ''],
    ['소계', null, null, null, null, null, '6,5'],
    ['연번', '자문 일자', '수요 기관', '자문위원', '자문 주제', '자문', null, '방법', '비고'],
    [4, '06/03/2019', '예시통계청', '박지호', '공공데이터 개방 ', '개방 목록 작성', '없음', '화상', ''],
    [5, '07/03/2019', '예시시청', '박지호', '민원 창구 통합', '시범 사업부터', '1.000,0', '전화', ''],
    ['합계', null, null, null, null, null, '6,5'],
  ]);
  const merges = ['A1:I1', 'A4:A5', 'B4:B5', 'C4:C5', 'D4:D5', 'E4:E5', 'F4:G4', 'H4:H5', 'I4:I5'];
  return xlsxOf(
    { name: '2019년 실적', rows, merges },
    {
      name: '연락망',
      rows: rowsXml([
        ['내선', '번호'],
        [1, 2],
      ]),
    },
  );
}

/** The same expert's log of the next year: one row, other names. */
export function koreanLogOfNextYear(): Uint8Array {
  const rows = rowsXml([
    ['연번', '자문 일자', '수요 기관', '자문위원', '자문 주제', '자문', null, '방법', '비고'],
    [null, null, null, null, null, '주요 내용', '시간', null, null],
    [1, '03/04/2020', '예시통계청', '박지호', '개인정보 보호', '영향 평가', '2,0', '방문', ''],
  ]);
  const merges = ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:E2', 'F1:G1', 'H1:H2', 'I1:I2'];
  return xlsxOf({ name: '2020', rows, merges });
}

/** A list of trainings in English with participants over F and M. */
export function englishTrainings(): Uint8Array {
  const rows = rowsXml([
    ['Course', 'From', 'To', 'Participants', null, null, 'Venue', 'Cost (USD)', 'Entered by'],
    [null, null, null, 'F', 'M', 'Total', null, null, null],
    ['Cloud basics', '2019-05-06', '2019-05-07', 7, 5, 12, 'Sofia', '1,200.50', 'MK'],
    ['Open data', '2019-06-03', '2019-06-03', 4, 4, 8, 'Plovdiv', '900', 'MK'],
    ['Total', null, null, 11, 9, 20, null, '2,100.50', null],
  ]);
  return xlsxOf({
    name: 'Courses',
    rows,
    merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:F1', 'G1:G2', 'H1:H2', 'I1:I2'],
  });
}

/** Trainings in Korean: periods in one cell, amounts in thousands of won, sums written as texts. */
export function koreanTrainings(): Uint8Array {
  const rows = rowsXml([
    ['교육 실적'],
    [null, null, null, '(단위: 명, 천원)'],
    ['교육명', '교육 기간', '참가자 수', '비용', '장소'],
    ['클라우드 기초', '2026.3.2.~3.6.', '15명', '1,200.5', '소피아'],
    ['데이터 행정', '4.8.~5.2.', '20명', '900', '소피아'],
    ['합계', null, '35명', '2,100.5', null],
  ]);
  return xlsxOf({ name: '실적', rows, merges: ['A1:E1'] });
}

/** The same of the next year, by somebody who left the unit out. */
export function koreanTrainingsWithoutUnit(): Uint8Array {
  const rows = rowsXml([
    ['2027년 교육 실적'],
    ['교육명', '교육 기간', '참가자 수', '비용', '장소'],
    ['정보 보호', '2027.3.2. 10:00~12:00', '15명', '1,300.5', '소피아'],
    ['데이터 표준', '2027-04-08(목) ~ 04-09', '20명', '700', '소피아'],
  ]);
  return xlsxOf({ name: '실적', rows });
}

/** A title in thousands of won above a column of won, and an amount that names its currency. */
export function koreanTrainingsInDoubt(): Uint8Array {
  const rows = rowsXml([
    ['2028년 교육 실적 (단위: 천원)'],
    ['교육명', '교육 기간', '참가자 수', '비용(원)', '장소'],
    ['정보 보호', '2028.3.2. ~ 3.3.', '15명', '1,300.5', '소피아'],
    ['데이터 표준', '2028.4.8. ~ 4.9.', '20명', '700,000원', '소피아'],
    ['보안', '2028.5.8. ~ 5.9.', '20명', '△50.5', '소피아'],
    ['감사', '2028.6.8. ~ 6.9.', '20명', '-', '소피아'],
  ]);
  return xlsxOf({ name: '실적', rows });
}
