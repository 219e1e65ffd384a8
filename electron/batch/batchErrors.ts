import type { Language } from '../../shared/core/language.ts';
import { type FileErrorCode, fileErrorTexts } from '../../shared/messages/fileErrors.ts';
import { fillMessage, type MessageParams, type MessageText } from '../../shared/messages/message.ts';

/** Why the command could not be carried out: its arguments, or a file. */
export type BatchErrorCode =
  | FileErrorCode
  | 'NO_COMMAND'
  | 'UNKNOWN_COMMAND'
  | 'UNKNOWN_OPTION'
  | 'VALUE_MISSING'
  | 'VALUE_UNEXPECTED'
  | 'OPTION_MISSING'
  | 'BAD_LANGUAGE'
  | 'FILES_MISSING'
  | 'ONE_FILE'
  | 'FILES_UNEXPECTED'
  | 'IS_FOLDER'
  | 'FOLDER_MISSING'
  | 'OUTPUT_NOT_XLSX'
  | 'OUTPUT_IS_INPUT'
  | 'OUTPUT_TWICE'
  | 'UNKNOWN_CENTER'
  | 'NO_REPORT'
  | 'NO_SEALED_REPORT'
  | 'NOT_A_MAPPING'
  | 'NEWER_MAPPING'
  | 'BAD_MAPPING'
  | 'MAPPING_UNUSED'
  | 'NOT_FOREIGN'
  | 'PLANNING_TIMEOUT';

export interface BatchError {
  readonly code: BatchErrorCode;
  readonly params: MessageParams;
}

export const batchError = (code: BatchErrorCode, params: MessageParams = {}): BatchError => ({
  code,
  params,
});

const ownTexts: Readonly<Record<Exclude<BatchErrorCode, FileErrorCode>, MessageText>> = {
  NO_COMMAND: {
    en: 'Say what to do: consolidate, inspect, history, template, seal or verify.',
    ko: '실행할 명령을 입력하세요: consolidate, inspect, history, template, seal, verify.',
  },
  UNKNOWN_COMMAND: {
    en: 'There is no command “{command}”. Use consolidate, inspect, history, template, seal or verify.',
    ko: '“{command}” 명령은 없습니다. consolidate, inspect, history, template, seal, verify 중 하나를 쓰세요.',
  },
  UNKNOWN_OPTION: {
    en: 'The command “{command}” has no option {option}. See --help for those it has.',
    ko: '“{command}” 명령에는 {option} 옵션이 없습니다. 쓸 수 있는 옵션은 --help로 확인하세요.',
  },
  VALUE_MISSING: {
    en: 'The option {option} needs a value behind it. A value that begins with a hyphen is written {option}=VALUE.',
    ko: '{option} 옵션 뒤에 값을 입력하세요. 하이픈으로 시작하는 값은 {option}=값 형태로 씁니다.',
  },
  VALUE_UNEXPECTED: {
    en: 'The option {option} takes no value. Leave out what stands behind the equals sign.',
    ko: '{option} 옵션에는 값을 쓰지 않습니다. 등호 뒤의 내용을 지우세요.',
  },
  OPTION_MISSING: {
    en: 'The command “{command}” needs the option {option}: the workbook to be written.',
    ko: '“{command}” 명령에는 저장할 통합 문서를 정하는 {option} 옵션이 필요합니다.',
  },
  BAD_LANGUAGE: {
    en: '“{value}” is not a language of Fieldbook. Write --lang en or --lang ko.',
    ko: '“{value}”은(는) Fieldbook이 지원하는 언어가 아닙니다. --lang en 또는 --lang ko로 쓰세요.',
  },
  FILES_MISSING: {
    en: 'The command “{command}” needs at least one workbook. Write the names of the files behind it.',
    ko: '“{command}” 명령에는 통합 문서가 하나 이상 필요합니다. 명령 뒤에 파일 이름을 입력하세요.',
  },
  ONE_FILE: {
    en: 'The command “{command}” looks at one workbook at a time. Give the name of one file.',
    ko: '“{command}” 명령은 통합 문서를 하나씩 살펴봅니다. 파일 이름을 하나만 입력하세요.',
  },
  FILES_UNEXPECTED: {
    en: 'The command “{command}” reads no files, but “{name}” was given. Leave it out.',
    ko: '“{command}” 명령은 파일을 읽지 않습니다. “{name}”을(를) 빼고 다시 실행하세요.',
  },
  IS_FOLDER: {
    en: '“{name}” is a folder. Give the name of a file in it.',
    ko: '“{name}”은(는) 폴더입니다. 그 안에 있는 파일의 이름을 입력하세요.',
  },
  FOLDER_MISSING: {
    en: 'There is no folder “{folder}” to write “{name}” into. Make the folder first, or choose another.',
    ko: '“{name}”을(를) 저장할 “{folder}” 폴더가 없습니다. 폴더를 먼저 만들거나 다른 폴더를 지정하세요.',
  },
  OUTPUT_NOT_XLSX: {
    en: 'The workbook “{name}” is written in Excel’s format, so its name must end in .xlsx.',
    ko: '“{name}”은(는) Excel 형식으로 저장되므로 이름이 .xlsx로 끝나야 합니다.',
  },
  OUTPUT_IS_INPUT: {
    en: '“{name}” is one of the files to be read and would be overwritten. Choose another name for the result.',
    ko: '“{name}”은(는) 읽을 파일이어서 덮어쓰게 됩니다. 결과 파일의 이름을 다르게 지정하세요.',
  },
  OUTPUT_TWICE: {
    en: 'The result and the problems would both be written to “{name}”. Choose two different names.',
    ko: '결과와 문제 목록을 모두 “{name}”에 저장할 수는 없습니다. 서로 다른 이름을 지정하세요.',
  },
  NOT_A_MAPPING: {
    en: '“{name}” is not a mapping file. Save one on the page Receive of Fieldbook, or with: inspect FILE --mapping {name}.',
    ko: '“{name}”은(는) 열 지정 파일이 아닙니다. Fieldbook의 받기 화면이나 inspect 파일 --mapping {name} 명령으로 저장하세요.',
  },
  NEWER_MAPPING: {
    en: 'The mapping file “{name}” was written by a newer Fieldbook. Update Fieldbook on this computer.',
    ko: '“{name}” 열 지정 파일은 더 새로운 Fieldbook에서 작성되었습니다. 이 컴퓨터의 Fieldbook을 업데이트하세요.',
  },
  BAD_MAPPING: {
    en: 'The mapping file “{name}” has a mistake at {part}. Correct that part or save the file again.',
    ko: '“{name}” 열 지정 파일의 {part} 부분이 잘못되었습니다. 해당 부분을 고치거나 파일을 다시 저장하세요.',
  },
  MAPPING_UNUSED: {
    en: 'No sheet of the files has the name and the headers that the mapping “{name}” is for. Check that it belongs to these files.',
    ko: '“{name}” 열 지정에 맞는 이름과 머리글의 시트가 파일에 없습니다. 이 파일에 맞는 열 지정인지 확인하세요.',
  },
  NOT_FOREIGN: {
    en: '“{name}” is a workbook of Fieldbook’s own and needs no mapping. Leave out --mapping.',
    ko: '“{name}”은(는) Fieldbook 통합 문서이므로 열 지정이 필요하지 않습니다. --mapping을 빼고 실행하세요.',
  },
  PLANNING_TIMEOUT: {
    en: 'Recognizing the tables in “{name}” and planning their rows took longer than {seconds} seconds and was stopped. Nothing was written. Split the file by sheet or by year and try again.',
    ko: '“{name}”의 표를 인식하고 행을 처리하는 데 {seconds}초가 넘게 걸려 중단했습니다. 저장한 파일은 없습니다. 파일을 시트별이나 연도별로 나누어 다시 시도하세요.',
  },
  UNKNOWN_CENTER: {
    en: 'There is no center with the code “{value}”. Use one of: {codes}.',
    ko: '코드가 “{value}”인 센터가 없습니다. 다음 중에서 고르세요: {codes}.',
  },
  NO_REPORT: {
    en: '“{name}” holds no periodic report. Give a workbook in which there is a sheet “Reports”.',
    ko: '“{name}”에는 정기 보고서가 없습니다. 보고서 시트가 있는 통합 문서를 지정하세요.',
  },
  NO_SEALED_REPORT: {
    en: 'No report in “{name}” is sealed. A report is sealed when it is submitted in Fieldbook, on the page Reports.',
    ko: '“{name}”에는 봉인된 보고서가 없습니다. 보고서는 Fieldbook의 보고서 화면에서 제출할 때 봉인됩니다.',
  },
};

/** The sentence for the user: what is wrong, and what to do. */
export function batchErrorText({ code, params }: BatchError, language: Language): string {
  const text = isOwn(code) ? ownTexts[code] : fileErrorTexts[code];
  return fillMessage(text, language, params);
}

function isOwn(code: BatchErrorCode): code is Exclude<BatchErrorCode, FileErrorCode> {
  return Object.hasOwn(ownTexts, code);
}
