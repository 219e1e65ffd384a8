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
  STATE_LOST: {
    en: 'The workbook lost its hidden sheet, which says when each value was written. Rows with an ID are compared with the records here, and each difference counts as an edit made now: check them before you import.',
    ko: '각 값을 언제 썼는지 담은 숨은 시트가 없습니다. ID가 있는 행은 이곳의 기록과 비교하며, 다른 값은 모두 지금 수정한 것으로 처리합니다. 가져오기 전에 확인하세요.',
  },
  STATE_SHOWN: {
    en: 'The sheet “{sheet}” belongs to Fieldbook and was made visible. It is read as usual; leave its cells as they are.',
    ko: '“{sheet}” 시트는 Fieldbook이 쓰는 시트이며 숨김이 해제되어 있습니다. 그대로 읽었으니 셀을 고치지 마세요.',
  },
  SHEET_COPIED: {
    en: 'The sheet “{sheet}” is a copy of “{was}”. Both are read; rows that are alike count once.',
    ko: '“{sheet}” 시트는 “{was}” 시트의 복사본입니다. 두 시트를 모두 읽고 같은 행은 한 번만 반영합니다.',
  },
  SHEET_ADDED: {
    en: 'The sheet “{sheet}” was added after the export. Its headings are those of “{was}”, so its rows become new records.',
    ko: '“{sheet}” 시트는 내보낸 뒤에 추가되었습니다. 열 이름이 “{was}” 시트와 같아 그 행은 새 기록이 됩니다.',
  },
  SHEET_MISSING: {
    en: 'The sheet “{sheet}” is no longer in the file. Its records stay as they are here: {count}.',
    ko: '“{sheet}” 시트가 파일에 없습니다. 이 시트의 기록 {count}건은 그대로 유지됩니다.',
  },
  COLUMN_RENAMED: {
    en: 'Sheet “{sheet}”: the column “{column}” was called “{was}” when it was exported; it was recognised by its cells.',
    ko: '“{sheet}” 시트의 “{column}” 열은 내보낼 때 이름이 “{was}”이었습니다. 셀 내용으로 같은 열임을 확인했습니다.',
  },
  COLUMN_TWICE: {
    en: 'Sheet “{sheet}”: the heading “{column}” names a column that is there already. Only the first of them is read.',
    ko: '“{sheet}” 시트에 “{column}”에 해당하는 열이 두 개 이상 있습니다. 첫 번째 열만 읽습니다.',
  },
  COLUMNS_MOVED: {
    en: 'Sheet “{sheet}”: columns were moved; they were recognised by their headings.',
    ko: '“{sheet}” 시트의 열 순서가 바뀌었습니다. 열 이름으로 인식했습니다.',
  },
  ROWS_MISSING: {
    en: 'Sheet “{sheet}”: exported rows that are no longer there: {count}. Nothing is deleted for that; delete records in Fieldbook.',
    ko: '“{sheet}” 시트에서 내보낸 행 {count}개가 없어졌습니다. 행이 없어도 기록은 삭제되지 않으니 삭제는 Fieldbook에서 하세요.',
  },
  ROWS_REORDERED: {
    en: 'Sheet “{sheet}”: the rows stand in another order; each is recognised by its ID.',
    ko: '“{sheet}” 시트의 행 순서가 바뀌었습니다. 각 행은 ID로 인식했습니다.',
  },
  ROWS_COPIED: {
    en: 'Rows that are mere copies of others and were left out: {count}.',
    ko: '다른 행과 같은 복사본이어서 제외한 행: {count}개.',
  },
  ROWS_PASTED: {
    en: 'Sheet “{sheet}”: rows with an ID that this workbook was not sent with, as rows pasted from another workbook have: {count}. Where they differ from the records here, both values are kept until somebody decides.',
    ko: '“{sheet}” 시트에 이 통합 문서를 내보낼 때 없던 ID가 있는 행이 {count}개 있습니다. 다른 통합 문서에서 붙여 넣은 행으로 보입니다. 현재 기록과 다른 값은 결정할 때까지 둘 다 보관합니다.',
  },
  ROWS_HIDDEN: {
    en: 'Sheet “{sheet}”: rows that are hidden or filtered out: {count}. They are read like the others.',
    ko: '“{sheet}” 시트에 숨기거나 필터로 가린 행이 {count}개 있습니다. 다른 행과 똑같이 읽습니다.',
  },
  COLUMNS_HIDDEN: {
    en: 'Sheet “{sheet}”: hidden columns: {count}. They are read like the others.',
    ko: '“{sheet}” 시트에 숨긴 열이 {count}개 있습니다. 다른 열과 똑같이 읽습니다.',
  },
  IDS_SLIPPED: {
    en: 'Sheet “{sheet}”: rows beside the ID of another row: {count}. So it looks when rows are sorted without the hidden ID column. They were recognised by their cells; sort whole rows next time.',
    ko: '“{sheet}” 시트의 행 {count}개 옆에 다른 행의 ID가 있습니다. 숨은 ID 열을 빼고 정렬한 것으로 보여 셀 내용으로 인식했습니다. 다음에는 행 전체를 정렬하세요.',
  },
  DATES_SHIFTED: {
    en: 'Sheet “{sheet}”: the workbook was switched to the 1904 date system, which moves dates by four years and a day. Taken as they were exported: {count}.',
    ko: '“{sheet}” 시트: 통합 문서를 1904 날짜 체계로 바꾸어 날짜 {count}개가 4년 1일 밀렸습니다. 내보낸 날짜 그대로 읽었습니다.',
  },
  EDITED_FURTHER: {
    en: 'The same person saved this copy again after it was imported here. Values that replace what that person wrote before: {count}.',
    ko: '같은 사람이 이곳에 가져온 뒤 다시 저장한 복사본입니다. 값 {count}개가 그 사람이 앞서 쓴 값을 대신합니다.',
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
  DECISIONS_OF_OTHER_FILE: {
    en: 'Sheet “{sheet}”: what the mapping decides of single rows (row {rows}) was decided for another file, or before this one was changed, and is not followed.',
    ko: '“{sheet}” 시트: 열 지정에 담긴 행별 결정({rows}행)은 다른 파일에 대한 것이거나 파일이 바뀌기 전의 것이어서 적용하지 않았습니다.',
  },
  DECISIONS_OF_NO_FILE: {
    en: 'Sheet “{sheet}”: the mapping decides of single rows (row {rows}) but does not say for which file, so this is not followed. Let “inspect” write a mapping of this file once more and decide in that one.',
    ko: '“{sheet}” 시트: 열 지정에 행별 결정({rows}행)이 있지만 어느 파일에 대한 것인지 적혀 있지 않아 적용하지 않았습니다. inspect로 이 파일의 열 지정 파일을 다시 만든 뒤 그 파일에서 결정하세요.',
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
