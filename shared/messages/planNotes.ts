import type { Language } from '../core/language.ts';
import type { PlanNote, PlanNoteCode } from '../workbook/importPlan.ts';
import { fillMessage, type MessageText } from './message.ts';

export const planNoteTexts: Readonly<Record<PlanNoteCode, MessageText>> = {
  UNKNOWN_SHEET: {
    en: 'The sheet “{sheet}” holds nothing that Fieldbook knows and is left out. If it holds records, give it the name of a record type, for example “Consultations”.',
    ko: '“{sheet}” 시트에는 Fieldbook이 아는 내용이 없어 가져오지 않습니다. 기록이 있는 시트라면 ‘컨설팅’처럼 기록 유형의 이름을 붙이세요.',
  },
  UNKNOWN_COLUMN: {
    en: 'Sheet “{sheet}”: the column “{column}” is not known and is left out. Rename it to a heading of the template if it is needed.',
    ko: '“{sheet}” 시트의 “{column}” 열은 알 수 없어 가져오지 않습니다. 필요한 열이면 서식의 열 이름으로 바꾸세요.',
  },
  MISSING_COLUMN: {
    en: 'Sheet “{sheet}”: there is no column “{column}”. Its values stay as they are here.',
    ko: '“{sheet}” 시트에 “{column}” 열이 없습니다. 이 항목의 값은 그대로 유지됩니다.',
  },
  EMPTY_SHEET: {
    en: 'The sheet “{sheet}” has no rows.',
    ko: '“{sheet}” 시트에 행이 없습니다.',
  },
  STATE_MISSING: {
    en: 'This workbook was not exported by Fieldbook, or was rebuilt by another program. Rows without an ID become new records; check the list for duplicates.',
    ko: 'Fieldbook에서 내보낸 통합 문서가 아니거나 다른 프로그램에서 다시 만든 문서입니다. ID가 없는 행은 새 기록이 되므로 중복이 없는지 확인하세요.',
  },
  STATE_DAMAGED: {
    en: 'The workbook’s hidden sheet cannot be read. It is read like a foreign table: check the rows closely, or ask for a new export.',
    ko: '통합 문서의 숨은 시트를 읽을 수 없어 일반 표로 읽었습니다. 행을 자세히 확인하거나 다시 내보내 달라고 요청하세요.',
  },
  SHEET_RENAMED: {
    en: 'The sheet “{sheet}” was called “{was}” when it was exported; it was recognised all the same.',
    ko: '“{sheet}” 시트는 내보낼 때 이름이 “{was}”이었습니다. 같은 시트로 인식했습니다.',
  },
  CLOCK_AHEAD: {
    en: 'The workbook’s clock was {days} days ahead of this computer’s. Its values count as the newest; check the date and time of both computers.',
    ko: '통합 문서를 만든 컴퓨터의 시계가 이 컴퓨터보다 {days}일 빠릅니다. 문서의 값이 최신으로 처리되므로 두 컴퓨터의 날짜와 시간을 확인하세요.',
  },
  ALREADY_IMPORTED: {
    en: 'This workbook was imported before.',
    ko: '이전에 가져온 통합 문서입니다.',
  },
  IMPORT_TAKEN_BACK: {
    en: 'This workbook was imported here and taken back. To have it again, choose “Do it again” beside it under “Changes”; importing the same file brings nothing new.',
    ko: '이 통합 문서는 가져온 뒤 되돌린 문서입니다. 다시 반영하려면 ‘변경 이력’에서 ‘다시 적용’을 선택하세요. 같은 파일을 다시 가져와도 새로 반영되는 내용은 없습니다.',
  },
  SAMPLE_DATA: {
    en: 'The workbook holds sample records. They stay marked as samples here, too.',
    ko: '통합 문서에 예시 기록이 있습니다. 가져온 뒤에도 예시로 표시됩니다.',
  },
  BLANKED_CELLS: {
    en: 'Rows with cells emptied in Excel: {count}. Emptied cells leave the values here unchanged unless you switch “Blank cells clear values” on.',
    ko: 'Excel에서 셀을 비운 행: {count}개. ‘빈 셀은 값을 지움’을 켜지 않으면 빈 셀은 이곳의 값을 바꾸지 않습니다.',
  },
  UNKNOWN_TYPE: {
    en: 'The workbook holds a kind of record ({type}) that this version does not know; it is left out. Update Fieldbook to import it.',
    ko: '이 버전이 알지 못하는 유형의 기록({type})이 있어 가져오지 않습니다. 가져오려면 Fieldbook을 업데이트하세요.',
  },
  SHEET_LEFT_OUT: {
    en: 'The sheet “{sheet}” is left out, as decided when the columns were matched.',
    ko: '열을 지정할 때 정한 대로 “{sheet}” 시트는 가져오지 않습니다.',
  },
  COLUMNS_LEFT_OUT: {
    en: 'Sheet “{sheet}”: these columns are left out: {columns}.',
    ko: '“{sheet}” 시트에서 다음 열은 가져오지 않습니다: {columns}.',
  },
  TOTALS_LEFT_OUT: {
    en: 'Sheet “{sheet}”: rows that sum up others are left out (row {rows}).',
    ko: '“{sheet}” 시트의 합계 행은 가져오지 않습니다({rows}행).',
  },
  HEADERS_LEFT_OUT: {
    en: 'Sheet “{sheet}”: rows that repeat the header are left out (row {rows}).',
    ko: '“{sheet}” 시트에서 머리글이 반복되는 행은 가져오지 않습니다({rows}행).',
  },
  SECTIONS_LEFT_OUT: {
    en: 'Sheet “{sheet}”: rows with a single text, headings or notes, are left out (row {rows}).',
    ko: '“{sheet}” 시트에서 소제목이나 참고 문구만 있는 행은 가져오지 않습니다({rows}행).',
  },
  BLANK_ROWS_LEFT_OUT: {
    en: 'Sheet “{sheet}”: rows with nothing to take in are passed over (row {rows}).',
    ko: '“{sheet}” 시트에서 가져올 내용이 없는 행은 건너뜁니다({rows}행).',
  },
  ROWS_LEFT_OUT: {
    en: 'Sheet “{sheet}”: rows that you left out (row {rows}).',
    ko: '“{sheet}” 시트에서 직접 제외한 행({rows}행).',
  },
};

/** What a note says to the reader. */
export function planNoteText({ code, params }: PlanNote, language: Language): string {
  const filled: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(params)) {
    filled[name] = typeof value === 'object' ? value[language] : value;
  }
  return fillMessage(planNoteTexts[code], language, filled);
}
