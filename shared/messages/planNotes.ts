import type { Language } from '../core/language.ts';
import type { PlanNote, PlanNoteCode } from '../workbook/importPlan.ts';
import { fillMessage, type MessageText } from './message.ts';

export const planNoteTexts: Readonly<Record<PlanNoteCode, MessageText>> = {
  UNKNOWN_SHEET: {
    en: 'The sheet “{sheet}” holds no records that Fieldbook knows; it was not read.',
    ko: '“{sheet}” 시트에는 Fieldbook이 아는 기록이 없어 읽지 않았습니다.',
  },
  UNKNOWN_COLUMN: {
    en: 'The column “{column}” of the sheet “{sheet}” is not one of Fieldbook’s; it was not read.',
    ko: '“{sheet}” 시트의 “{column}” 열은 Fieldbook의 열이 아니어서 읽지 않았습니다.',
  },
  MISSING_COLUMN: {
    en: 'The column “{column}” is missing from the sheet “{sheet}”; its values stay as they are.',
    ko: '“{sheet}” 시트에 “{column}” 열이 없습니다. 이 항목의 값은 그대로 둡니다.',
  },
  EMPTY_SHEET: { en: 'The sheet “{sheet}” is empty.', ko: '“{sheet}” 시트가 비어 있습니다.' },
  STATE_MISSING: {
    en: 'This workbook was not exported by Fieldbook, or its hidden sheet is gone: rows without ID are new, rows with ID are compared with what is here.',
    ko: 'Fieldbook에서 내보낸 통합 문서가 아니거나 숨은 시트가 없습니다. ID가 없는 행은 새 기록으로, ID가 있는 행은 이 컴퓨터의 기록과 비교합니다.',
  },
  STATE_DAMAGED: {
    en: 'The hidden sheet of this workbook was changed or damaged and is not used: rows with ID are compared with what is here.',
    ko: '이 통합 문서의 숨은 시트가 바뀌었거나 손상되어 사용하지 않습니다. ID가 있는 행은 이 컴퓨터의 기록과 비교합니다.',
  },
  SHEET_RENAMED: {
    en: 'The sheet “{sheet}” was called “{was}”; it is read as such.',
    ko: '“{sheet}” 시트의 원래 이름은 “{was}”입니다. 원래 시트로 읽었습니다.',
  },
  CLOCK_AHEAD: {
    en: 'Entries in this workbook are dated {days} days ahead of this computer’s clock. Check the date on both computers.',
    ko: '이 통합 문서의 기록이 이 컴퓨터의 시계보다 {days}일 앞서 있습니다. 두 컴퓨터의 날짜를 확인하세요.',
  },
  ALREADY_IMPORTED: {
    en: 'This workbook was imported before.',
    ko: '이미 가져온 통합 문서입니다.',
  },
  SAMPLE_DATA: {
    en: 'This workbook holds sample data; they stay marked as sample here.',
    ko: '이 통합 문서에는 예시 데이터가 들어 있습니다. 여기에서도 예시로 표시됩니다.',
  },
  BLANKED_CELLS: {
    en: '{count} cells were blanked. They change nothing unless you choose that blank cells erase; write [CLEAR] to erase single cells.',
    ko: '비워진 셀이 {count}개 있습니다. “빈 셀은 지우기”를 선택하지 않으면 아무것도 바뀌지 않습니다. 일부 셀만 지우려면 [CLEAR]라고 쓰세요.',
  },
  UNKNOWN_TYPE: {
    en: 'The workbook holds records of a kind that this version does not know ({type}); they were not read.',
    ko: '이 버전이 모르는 종류의 기록({type})이 있어 읽지 않았습니다.',
  },
};

export function planNoteText({ code, params }: PlanNote, language: Language): string {
  const filled: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(params)) {
    filled[name] = typeof value === 'object' ? value[language] : value;
  }
  return fillMessage(planNoteTexts[code], language, filled);
}
