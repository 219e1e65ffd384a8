import type { Language } from '../core/language.ts';
import { fillMessage, type MessageParams, type MessageText } from './message.ts';

/** Why a file as a whole was refused. Nothing of a refused file is imported. */
export type FileErrorCode =
  | 'EMPTY_FILE'
  | 'TOO_LARGE'
  | 'NOT_A_SPREADSHEET'
  /** A spreadsheet, but of a program whose files are not read here. */
  | 'OTHER_FORMAT'
  | 'PASSWORD_NEEDED'
  | 'PASSWORD_WRONG'
  | 'LEGACY_PASSWORD'
  | 'DAMAGED'
  /** Built to mislead a reader; no spreadsheet program writes such a file. */
  | 'UNSAFE'
  | 'BOMB'
  /** Honest, perhaps, but more than the reader may take. */
  | 'TOO_MUCH_MEMORY'
  | 'TOO_MANY_ROWS'
  | 'TOO_MANY_COLUMNS'
  /** All sheets together have too many columns. */
  | 'TOO_WIDE'
  /** A cell of a file that was read holds more text than Excel's cells can. */
  | 'TEXT_TOO_LONG'
  | 'WRONG_TEMPLATE'
  | 'MAPPING_NEEDED'
  | 'NEWER_VERSION'
  | 'TIMEOUT'
  | 'NO_SPACE'
  | 'NOT_FOUND'
  | 'NO_PERMISSION'
  | 'IO'
  /** A workbook to be written has a cell with more text than Excel can hold. */
  | 'CELL_TOO_LONG';

export interface FileError {
  readonly code: FileErrorCode;
  readonly params: MessageParams;
  /** For the log, in English, without personal data. */
  readonly detail: string;
}

export const fileError = (code: FileErrorCode, detail: string, params: MessageParams = {}): FileError => ({
  code,
  params,
  detail,
});

export const fileErrorTexts: Readonly<Record<FileErrorCode, MessageText>> = {
  EMPTY_FILE: {
    en: 'The file “{name}” is empty (0 bytes). Ask the sender to send it again.',
    ko: '“{name}” 파일이 비어 있습니다(0바이트). 보낸 사람에게 다시 보내 달라고 요청하세요.',
  },
  TOO_LARGE: {
    en: 'The file “{name}” has {size} MB; at most {limit} MB can be read. Split it by period or center and try again.',
    ko: '“{name}” 파일은 {size}MB입니다. 최대 {limit}MB까지 읽을 수 있습니다. 기간이나 센터별로 나누어 다시 시도하세요.',
  },
  NOT_A_SPREADSHEET: {
    en: 'The file “{name}” is not a spreadsheet, whatever its name says ({found}). Choose an Excel or OpenDocument workbook or a CSV file.',
    ko: '“{name}” 파일은 이름과 달리 스프레드시트가 아닙니다({foundKo}). Excel이나 OpenDocument 통합 문서 또는 CSV 파일을 선택하세요.',
  },
  OTHER_FORMAT: {
    en: 'The file “{name}” is in a format that cannot be opened here ({found}). Open it in the program that wrote it or in LibreOffice and save it as .xlsx.',
    ko: '“{name}” 파일은 여기서 열 수 없는 형식입니다({found}). 작성한 프로그램이나 LibreOffice에서 열어 .xlsx로 저장하세요.',
  },
  PASSWORD_NEEDED: {
    en: 'The file “{name}” is protected by a password. Enter the password, or save it in Excel without one.',
    ko: '“{name}” 파일은 암호로 보호되어 있습니다. 암호를 입력하거나 Excel에서 암호 없이 저장하세요.',
  },
  PASSWORD_WRONG: {
    en: 'The password does not open the file “{name}”. Check capital letters and the keyboard language and try again.',
    ko: '입력한 암호로 “{name}” 파일을 열 수 없습니다. 대소문자와 입력 언어를 확인하고 다시 시도하세요.',
  },
  LEGACY_PASSWORD: {
    en: 'The file “{name}” is protected in an old way that cannot be opened here. Open it in Excel, remove the password and save it as .xlsx.',
    ko: '“{name}” 파일은 여기서 열 수 없는 예전 방식으로 보호되어 있습니다. Excel에서 열어 암호를 제거하고 .xlsx로 저장하세요.',
  },
  DAMAGED: {
    en: 'The file “{name}” is damaged or incomplete. Ask for it to be sent again, or open it in Excel and save it under a new name.',
    ko: '“{name}” 파일이 손상되었거나 완전하지 않습니다. 다시 보내 달라고 요청하거나 Excel에서 열어 새 이름으로 저장하세요.',
  },
  UNSAFE: {
    en: 'The file “{name}” is built in a way that no spreadsheet program uses and was not opened, because such files can do harm. Tell the sender and ask for a workbook saved anew in Excel.',
    ko: '“{name}” 파일은 스프레드시트 프로그램이 쓰지 않는 방식으로 만들어져 위험할 수 있으므로 열지 않았습니다. 보낸 사람에게 알리고 Excel에서 새로 저장한 통합 문서를 요청하세요.',
  },
  BOMB: {
    en: 'The file “{name}” unpacks to far more than a workbook should ({found}) and was not opened. Do not open it elsewhere; tell the sender.',
    ko: '“{name}” 파일은 압축을 풀면 통합 문서로 보기 어려울 만큼 커지므로({found}) 열지 않았습니다. 다른 곳에서도 열지 말고 보낸 사람에게 알리세요.',
  },
  TOO_MUCH_MEMORY: {
    en: 'Reading “{name}” took more than {limit} MB of memory and was stopped. Split it by period or center, or delete sheets and formats that are not needed, and try again.',
    ko: '“{name}”을(를) 읽는 데 메모리가 {limit}MB 넘게 필요하여 중단했습니다. 기간이나 센터별로 나누거나 필요 없는 시트와 서식을 지우고 다시 시도하세요.',
  },
  TOO_MANY_ROWS: {
    en: 'The sheet “{sheet}” of “{name}” has {rows} rows or more; at most {limit} can be read. Split it by year and try again.',
    ko: '“{name}”의 “{sheet}” 시트는 {rows}행 이상입니다. 최대 {limit}행까지 읽을 수 있습니다. 연도별로 나누어 다시 시도하세요.',
  },
  TOO_MANY_COLUMNS: {
    en: 'The sheet “{sheet}” of “{name}” has more than {limit} columns (cell {cell} is filled); at most {limit} can be read. Delete the columns that are not needed and try again.',
    ko: '“{name}”의 “{sheet}” 시트는 열이 {limit}개를 넘습니다({cell} 셀에 내용이 있습니다). 최대 {limit}열까지 읽을 수 있습니다. 필요 없는 열을 지우고 다시 시도하세요.',
  },
  TOO_WIDE: {
    en: 'The sheets of “{name}” have {columns} columns in all; at most {limit} can be read. Delete the sheets that are not needed, or split the workbook, and try again.',
    ko: '“{name}”의 시트에는 열이 모두 {columns}개 있습니다. 최대 {limit}개까지 읽을 수 있습니다. 필요 없는 시트를 지우거나 통합 문서를 나누어 다시 시도하세요.',
  },
  TEXT_TOO_LONG: {
    en: 'Cell {cell} of the sheet “{sheet}” in “{name}” has {length} characters; a cell holds at most {limit}. Shorten that text, or look for a quotation mark that is not closed, and try again.',
    ko: '“{name}”의 “{sheet}” 시트에서 {cell} 셀의 내용이 {length}자입니다. 셀에는 최대 {limit}자까지 들어갑니다. 내용을 줄이거나 닫히지 않은 따옴표가 있는지 확인하고 다시 시도하세요.',
  },
  WRONG_TEMPLATE: {
    en: 'No sheet of “{name}” has columns that Fieldbook knows. Check that it is the right file, or use the empty template.',
    ko: '“{name}”에 Fieldbook이 아는 열이 있는 시트가 없습니다. 올바른 파일인지 확인하거나 빈 서식을 사용하세요.',
  },
  MAPPING_NEEDED: {
    en: '“{name}” is a table in its own form. Its columns must be matched with Fieldbook’s before it can be imported.',
    ko: '“{name}” 파일은 자체 양식의 표입니다. 가져오려면 먼저 열을 Fieldbook의 항목에 지정하세요.',
  },
  NEWER_VERSION: {
    en: 'The file “{name}” was written by a newer Fieldbook ({found}). Update Fieldbook on this computer, then import it; nothing was changed.',
    ko: '“{name}” 파일은 더 새로운 Fieldbook({found})에서 작성되었습니다. 이 컴퓨터의 Fieldbook을 업데이트한 뒤 가져오세요. 변경된 내용은 없습니다.',
  },
  TIMEOUT: {
    en: 'Reading “{name}” took longer than {seconds} seconds and was stopped. Save it in Excel under a new name and try again.',
    ko: '“{name}”을(를) 읽는 데 {seconds}초가 넘게 걸려 중단했습니다. Excel에서 새 이름으로 저장하고 다시 시도하세요.',
  },
  NO_SPACE: {
    en: 'The disk is full, so “{name}” was not written. Free some space and try again; your records are unchanged.',
    ko: '디스크가 가득 차서 “{name}”을(를) 저장하지 못했습니다. 공간을 확보하고 다시 시도하세요. 기록은 그대로입니다.',
  },
  NOT_FOUND: {
    en: 'There is no file “{name}”. Check its name and folder.',
    ko: '“{name}” 파일이 없습니다. 이름과 폴더를 확인하세요.',
  },
  NO_PERMISSION: {
    en: 'This computer does not allow access to “{name}”. Choose another folder, or close the program that has it open.',
    ko: '이 컴퓨터에서 “{name}”에 접근할 수 없습니다. 다른 폴더를 선택하거나 이 파일을 연 프로그램을 닫으세요.',
  },
  IO: {
    en: '“{name}” could not be read or written. Copy it to this computer’s own disk and try again.',
    ko: '“{name}”을(를) 읽거나 쓸 수 없습니다. 이 컴퓨터의 디스크로 복사한 뒤 다시 시도하세요.',
  },
  CELL_TOO_LONG: {
    en: 'Cell {cell} of the sheet “{sheet}” would have {length} characters; Excel holds at most {limit}. Shorten that text or move it to an attachment, then export again.',
    ko: '“{sheet}” 시트의 {cell} 셀은 {length}자가 되는데 Excel 셀에는 최대 {limit}자까지 넣을 수 있습니다. 내용을 줄이거나 첨부 파일로 옮긴 뒤 다시 내보내세요.',
  },
};

/** The sentence for the user: what happened, and what to do. */
export function fileErrorText(error: FileError, language: Language): string {
  return fillMessage(fileErrorTexts[error.code], language, error.params);
}
