import type { Label, Language } from '../core/language.ts';
import { fillMessage, type MessageText } from './message.ts';

export type ValueProblemCode =
  | 'REQUIRED'
  | 'BAD_TEXT'
  | 'BAD_NUMBER'
  | 'AMBIGUOUS_NUMBER'
  | 'BAD_INTEGER'
  | 'BAD_DATE'
  | 'AMBIGUOUS_DATE'
  | 'BAD_PERIOD'
  | 'YEAR_MISSING'
  | 'UNIT_MISSING'
  | 'APPROXIMATE_AMOUNT'
  | 'BAD_DATE_TIME'
  | 'BAD_CHOICE'
  | 'BAD_BOOLEAN'
  | 'BAD_COUNTRY'
  | 'BAD_CURRENCY'
  | 'AMOUNT_MISSING'
  | 'CURRENCY_MISSING'
  | 'NEGATIVE_AMOUNT'
  | 'TOO_MANY_DECIMALS'
  | 'TOO_LONG'
  | 'TOO_SMALL'
  | 'TOO_LARGE'
  | 'NOT_A_COUNT'
  | 'UNKNOWN_REFERENCE'
  | 'AMBIGUOUS_REFERENCE'
  | 'CELL_ERROR'
  | 'BAD_STORED_VALUE'
  | 'DUPLICATE_ID'
  | 'COPIED_ROW'
  | 'ROW_TOLD_BY_CELLS'
  | 'BAD_ID'
  | 'CENTER_MISSING';

export interface ValueProblem {
  readonly code: ValueProblemCode;
  /** A label stands in the reader's language. */
  readonly params: Readonly<Record<string, string | number | Label>>;
}

export const valueProblemTexts: Readonly<Record<ValueProblemCode, MessageText>> = {
  REQUIRED: { en: '“{field}” is required.', ko: '“{field}”을(를) 입력해야 합니다.' },
  BAD_TEXT: {
    en: '“{value}” is not a text. Format the cell as text and type it again.',
    ko: '“{value}”은(는) 텍스트가 아닙니다. 셀 서식을 텍스트로 바꾸고 다시 입력하세요.',
  },
  BAD_NUMBER: {
    en: '“{value}” is not a number. Write digits only, for example 1234.5.',
    ko: '“{value}”은(는) 숫자가 아닙니다. 1234.5처럼 숫자만 입력하세요.',
  },
  AMBIGUOUS_NUMBER: {
    en: '“{value}” can be two different numbers: the mark can stand for decimals or for thousands. Say which mark the column uses, or write the number without thousands marks.',
    ko: '“{value}”의 구분 기호가 소수점인지 천 단위인지 알 수 없어 두 가지 숫자로 읽힙니다. 이 열의 소수점 기호를 지정하거나 천 단위 구분 기호 없이 입력하세요.',
  },
  BAD_INTEGER: {
    en: '“{value}” is not a whole number. Write it without decimals, for example 12.',
    ko: '“{value}”은(는) 정수가 아닙니다. 12처럼 소수점 없이 입력하세요.',
  },
  BAD_DATE: {
    en: '“{value}” is not a date of the calendar. Write year-month-day, for example 2026-11-23.',
    ko: '“{value}”은(는) 달력에 있는 날짜가 아닙니다. 2026-11-23처럼 연-월-일로 입력하세요.',
  },
  AMBIGUOUS_DATE: {
    en: '“{value}” can be two different days. Write year-month-day, for example 2026-11-23.',
    ko: '“{value}”은(는) 두 가지 날짜로 읽힙니다. 2026-11-23처럼 연-월-일로 입력하세요.',
  },
  BAD_PERIOD: {
    en: '“{value}” is not a period. Write its first and last day, for example 2026-03-02 ~ 2026-03-06.',
    ko: '“{value}”은(는) 기간이 아닙니다. 2026-03-02 ~ 2026-03-06처럼 첫날과 마지막 날을 입력하세요.',
  },
  YEAR_MISSING: {
    en: '“{value}” names no year. Say of which year the column is, or write the year into the cell.',
    ko: '“{value}”에 연도가 없습니다. 이 열의 연도를 지정하거나 셀에 연도를 쓰세요.',
  },
  UNIT_MISSING: {
    en: '“{value}” may be in another unit of money: what the table says of it, or no longer says, is not certain. Say in what the amounts of the column are, or enter the whole amount.',
    ko: '“{value}”의 금액 단위를 알 수 없습니다. 표에 단위가 없거나 적힌 단위가 분명하지 않습니다. 이 열의 금액 단위를 지정하거나 전체 금액을 입력하세요.',
  },
  APPROXIMATE_AMOUNT: {
    en: '“{value}” is only approximate. Enter the exact amount.',
    ko: '“{value}”은(는) 어림한 금액입니다. 정확한 금액을 입력하세요.',
  },
  BAD_DATE_TIME: {
    en: '“{value}” is not a date with time. Write it like 2026-11-23 14:30, and the time zone like Asia/Seoul.',
    ko: '“{value}”은(는) 날짜와 시간이 아닙니다. 2026-11-23 14:30처럼 쓰고 시간대는 Asia/Seoul처럼 쓰세요.',
  },
  BAD_CHOICE: {
    en: '“{value}” is not one of the choices. Use one of: {choices}.',
    ko: '“{value}”은(는) 선택할 수 있는 값이 아닙니다. 다음 중에서 고르세요: {choices}.',
  },
  BAD_BOOLEAN: {
    en: '“{value}” is neither yes nor no.',
    ko: '“{value}”은(는) 예 또는 아니요가 아닙니다.',
  },
  BAD_COUNTRY: {
    en: '“{value}” is not a country. Use its name or its two-letter ISO code, for example BG.',
    ko: '“{value}”은(는) 국가가 아닙니다. 국가 이름이나 BG 같은 두 글자 ISO 코드를 쓰세요.',
  },
  BAD_CURRENCY: {
    en: '“{value}” is not a currency. Use its three-letter ISO code, for example USD.',
    ko: '“{value}”은(는) 통화가 아닙니다. USD 같은 세 글자 ISO 코드를 쓰세요.',
  },
  AMOUNT_MISSING: {
    en: 'There is a currency ({value}) but no amount. Enter the amount or clear the currency.',
    ko: '통화({value})만 있고 금액이 없습니다. 금액을 입력하거나 통화를 지우세요.',
  },
  CURRENCY_MISSING: {
    en: 'There is an amount ({value}) but no currency. Enter the currency, for example USD.',
    ko: '금액({value})만 있고 통화가 없습니다. USD 같은 통화를 입력하세요.',
  },
  NEGATIVE_AMOUNT: { en: 'The amount must not be below zero.', ko: '금액은 0보다 작을 수 없습니다.' },
  TOO_MANY_DECIMALS: {
    en: '“{value}” has more than {max} decimals.',
    ko: '“{value}”은(는) 소수점 아래가 {max}자리를 넘습니다.',
  },
  TOO_LONG: {
    en: 'The text has {length} characters; at most {max} fit. Shorten it or move part of it to another field.',
    ko: '텍스트가 {length}자입니다. 최대 {max}자까지 들어갑니다. 줄이거나 일부를 다른 항목으로 옮기세요.',
  },
  TOO_SMALL: {
    en: '{value} is too small; the least is {min}.',
    ko: '{value}은(는) 너무 작습니다. 최솟값은 {min}입니다.',
  },
  TOO_LARGE: {
    en: '{value} is too large; the most is {max}.',
    ko: '{value}은(는) 너무 큽니다. 최댓값은 {max}입니다.',
  },
  NOT_A_COUNT: {
    en: '“{value}” is not a number of persons. Write a whole number from 0.',
    ko: '“{value}”은(는) 인원수가 아닙니다. 0 이상의 정수를 쓰세요.',
  },
  UNKNOWN_REFERENCE: {
    en: 'There is no {type} called “{value}”. Correct the name, or add it first.',
    ko: '“{value}”(이)라는 {type}이(가) 없습니다. 이름을 고치거나 먼저 추가하세요.',
  },
  AMBIGUOUS_REFERENCE: {
    en: '“{value}” can mean {count} different records of {type}. Choose the name from the drop-down list.',
    ko: '“{value}”에 해당하는 {type}이(가) {count}개입니다. 목록에서 이름을 선택하세요.',
  },
  CELL_ERROR: {
    en: 'The cell shows the error {value}. Correct its formula or type the value.',
    ko: '셀에 오류 {value}이(가) 있습니다. 수식을 고치거나 값을 입력하세요.',
  },
  BAD_STORED_VALUE: {
    en: 'The hidden data of this row cannot be read. Ask the sender to export the workbook again.',
    ko: '이 행의 숨은 데이터를 읽을 수 없습니다. 보낸 사람에게 통합 문서를 다시 내보내 달라고 요청하세요.',
  },
  DUPLICATE_ID: {
    en: 'This row has the ID of row {row} in “{otherSheet}” and says something else, as a copied row does. If it is a new entry, clear its cell in the ID column (hidden, the last one); if not, delete one of the two rows.',
    ko: '“{otherSheet}” 시트 {row}행과 ID가 같은데 내용이 다릅니다. 행을 복사한 것으로 보입니다. 새 기록이면 숨은 마지막 열인 ID 셀을 비우고, 아니면 두 행 중 하나를 지우세요.',
  },
  COPIED_ROW: {
    en: 'The row says the same as row {row} in “{otherSheet}” and is left out. If it is a new entry, clear its cell in the ID column (hidden, the last one).',
    ko: '“{otherSheet}” 시트 {row}행과 내용이 같아 제외했습니다. 새 기록이면 숨은 마지막 열인 ID 셀을 비우세요.',
  },
  ROW_TOLD_BY_CELLS: {
    en: 'The ID beside this row is that of another row, as after sorting without the hidden ID column. Most cells are those of this record, so the others count as edits of it. Look them over before you import.',
    ko: '행 옆의 ID가 다른 행의 것입니다. 숨은 ID 열을 빼고 정렬한 것으로 보입니다. 셀 대부분이 이 기록과 같으므로 나머지 셀은 이 기록을 수정한 것으로 처리합니다. 가져오기 전에 확인하세요.',
  },
  BAD_ID: {
    en: '“{value}” is not an ID of Fieldbook. Clear the cell for a new entry; IDs are given by Fieldbook.',
    ko: '“{value}”은(는) Fieldbook ID가 아닙니다. 새 기록이면 셀을 비우세요. ID는 Fieldbook이 부여합니다.',
  },
  CENTER_MISSING: {
    en: 'The row does not say which center it belongs to. Fill in the column “{field}”.',
    ko: '어느 센터의 기록인지 알 수 없습니다. “{field}” 열을 채우세요.',
  },
};

/** The sentence for the user. */
export function valueProblemText(problem: ValueProblem, language: Language): string {
  const params: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(problem.params)) {
    params[name] = typeof value === 'object' ? value[language] : value;
  }
  return fillMessage(valueProblemTexts[problem.code], language, params);
}
