import type { MessageText } from '../../shared/messages/message.ts';

/** What the command line says when things go well, or partly well. */
export const batchTexts = {
  help: {
    en: `eGCC Fieldbook, command line

  npm run batch -- consolidate FILE... --out RESULT.xlsx [--report PROBLEMS.xlsx] [--mapping MAPPING.json] [--redact]
      Joins the workbooks of any number of centers into one. The order of the files does not matter.
  npm run batch -- inspect FILE [--mapping MAPPING.json] [--json]
      Tells what a workbook is, which records it holds and what is wrong with it.
  npm run batch -- history [FILE...] [--json]
      Shows the history table: the published figures and what the workbooks add to them.
  npm run batch -- template --out FORM.xlsx [--center CODE]
      Writes an empty workbook with drop-down lists, to be filled in with Excel.
  npm run batch -- seal FILE [--json]
      Shows the seal (SHA-256) of each periodic report in a workbook.
  npm run batch -- verify FILE [--json]
      Tells whether sealed reports still say what the records say, and what differs.

Options
  --out FILE         the workbook to be written; a file of that name is replaced
  --report FILE      a workbook that lists every problem found; beside it, every workbook with rejected rows
                     as FILE_NAME.xlsx, its bad cells marked, to be corrected and joined again
  --mapping FILE     how the columns of other tables are read; followed if it is there, else inspect writes it
  --password TEXT    opens the workbooks that are protected by a password
  --redact           leaves personal data out of the result
  --center CODE      the center that the form is for, for example BG10
  --json             prints the result for programs
  --lang en|ko       language of the result and of all messages (English unless said otherwise)
  --help             this text

Ends with 0 when all went well, with 1 when rows were rejected, conflicts wait for a decision or a seal does not hold, with 2 when nothing could be done.`,
    ko: `eGCC Fieldbook 명령줄 도구

  npm run batch -- consolidate 파일... --out 결과.xlsx [--report 문제목록.xlsx] [--mapping 열지정.json] [--redact]
      여러 센터의 통합 문서를 하나로 합칩니다. 파일의 순서는 결과에 영향을 주지 않습니다.
  npm run batch -- inspect 파일 [--mapping 열지정.json] [--json]
      통합 문서의 종류, 담긴 기록, 문제점을 알려 줍니다.
  npm run batch -- history [파일...] [--json]
      공표 실적과 통합 문서에 기록된 건수를 더한 추진 실적 표를 보여 줍니다.
  npm run batch -- template --out 서식.xlsx [--center 코드]
      Excel에서 작성할 수 있도록 목록 선택 기능이 있는 빈 통합 문서를 만듭니다.
  npm run batch -- seal 파일 [--json]
      통합 문서에 든 정기 보고서의 봉인 값(SHA-256)을 보여 줍니다.
  npm run batch -- verify 파일 [--json]
      봉인된 보고서의 내용이 현재 기록과 일치하는지, 무엇이 다른지 알려 줍니다.

옵션
  --out 파일         저장할 통합 문서(같은 이름의 파일은 대체됩니다)
  --report 파일      발견한 문제를 모두 적은 통합 문서. 반려된 행이 있는 통합 문서는 고칠 셀을 표시하여
                     옆에 ‘파일_이름.xlsx’로 함께 저장하며, 고친 뒤 다시 합칠 수 있습니다
  --mapping 파일     다른 양식의 표에서 열을 읽는 방법(있으면 적용하고, 없으면 inspect가 저장)
  --password 암호    암호로 보호된 통합 문서를 여는 암호
  --redact           결과에 개인정보를 담지 않음
  --center 코드      서식을 사용할 센터(예: BG10)
  --json             프로그램에서 쓸 수 있는 형식으로 출력
  --lang en|ko       결과와 메시지의 언어(지정하지 않으면 영어)
  --help             이 도움말

모두 처리하면 0, 반려된 행이나 해결할 충돌이 있거나 봉인이 맞지 않으면 1, 처리하지 못하면 2로 끝납니다.`,
  },
  seeHelp: {
    en: 'All commands and options: npm run batch -- --help',
    ko: '전체 명령과 옵션 보기: npm run batch -- --help',
  },
  nothingWritten: {
    en: 'Nothing was written. Leave out the files named above or replace them, then try again.',
    ko: '아무것도 저장하지 않았습니다. 위의 파일을 빼거나 바꾼 뒤 다시 시도하세요.',
  },
  unexpected: {
    en: 'Unexpected error: {detail}. This is a fault of Fieldbook, not of your files. Pass this line on to whoever maintains Fieldbook.',
    ko: '예기치 않은 오류: {detail}. 파일이 아니라 Fieldbook의 문제입니다. 이 내용을 Fieldbook 관리자에게 전달하세요.',
  },
  packFiles: {
    en: '{name}: the workbook was taken from the pack; files of evidence that are whole: {count}. Receive the pack in Fieldbook to keep them.',
    ko: '{name}: 묶음 파일의 통합 문서를 읽었습니다. 증빙 파일 {count}개는 온전합니다. 보관하려면 Fieldbook에서 묶음 파일을 받으세요.',
  },
  followed: {
    en: 'Read as the mapping says, which stays as it is: {path}',
    ko: '열 지정 파일대로 읽었으며 그 파일은 바꾸지 않았습니다: {path}',
  },
  written: { en: 'Written: {path}', ko: '저장했습니다: {path}' },
  sameFile: {
    en: '“{name}” has the same contents as “{other}” and was counted once.',
    ko: '“{name}”은(는) “{other}”과(와) 내용이 같아 한 번만 반영했습니다.',
  },
  rejectedRows: {
    en: 'Rows that were rejected and are not in the result ({count}):',
    ko: '반려되어 결과에 포함하지 않은 행이 {count}개 있습니다:',
  },
  conflictsOpen: {
    en: 'Values that were changed on two sides that did not know of each other ({count}). Both are in the result; decide in Fieldbook, page Conflicts:',
    ko: '양쪽에서 서로 모르게 수정한 값이 {count}개 있습니다. 결과에 모두 담았으니 Fieldbook의 충돌 해결 화면에서 결정하세요:',
  },
  decide: {
    en: 'Two sides changed this without knowing of each other. The first value counts until somebody decides. Open the result in Fieldbook and choose on the page Conflicts.',
    ko: '양쪽에서 서로 모르게 수정했습니다. 결정할 때까지 첫 번째 값을 사용합니다. 결과를 Fieldbook에서 받은 뒤 충돌 해결 화면에서 선택하세요.',
  },
  decideDeletion: {
    en: 'One side deleted this record while another edited it. It stays deleted until somebody decides. Open the result in Fieldbook and choose on the page Conflicts.',
    ko: '한쪽에서 삭제하는 동안 다른 쪽에서 수정한 기록입니다. 결정할 때까지 삭제된 상태입니다. 결과를 Fieldbook에서 받은 뒤 충돌 해결 화면에서 선택하세요.',
  },
  other: { en: 'Other value', ko: '다른 값' },
  conflict: { en: 'Conflict', ko: '충돌' },
  versus: { en: '“{value}” or “{other}”', ko: '“{value}” 또는 “{other}”' },
  moreProblems: {
    en: '… and {count} more. With --report, all of them are written to a workbook.',
    ko: '… 외 {count}건이 더 있습니다. --report 옵션을 쓰면 모두 통합 문서에 저장합니다.',
  },
  moreListed: { en: '… and {count} more.', ko: '… 외 {count}건이 더 있습니다.' },
  file: { en: 'File', ko: '파일' },
  kind: { en: 'Kind', ko: '종류' },
  sheet: { en: 'Sheet', ko: '시트' },
  row: { en: 'Row', ko: '행' },
  rows: { en: 'Rows', ko: '행 수' },
  column: { en: 'Column', ko: '열' },
  header: { en: 'Header', ko: '머리글' },
  record: { en: 'Record', ko: '기록' },
  records: { en: 'Records', ko: '기록' },
  value: { en: 'Value', ko: '값' },
  level: { en: 'Weight', ko: '구분' },
  reason: { en: 'What to do', ko: '조치 사항' },
  count: { en: 'Count', ko: '건수' },
  error: { en: 'error, row rejected', ko: '오류(행 반려)' },
  warning: { en: 'warning', ko: '경고' },
  added: { en: 'New', ko: '추가' },
  updated: { en: 'Changed', ko: '변경' },
  deleted: { en: 'Deleted', ko: '삭제' },
  unchanged: { en: 'Unchanged', ko: '변경 없음' },
  rejected: { en: 'Rejected', ko: '반려' },
  total: { en: 'Total', ko: '합계' },
  center: { en: 'Center', ko: '센터' },
  problems: { en: 'Problems', ko: '문제 목록' },
  problemKinds: { en: 'Kinds of problems', ko: '문제 유형' },
  noProblems: { en: 'No problems were found.', ko: '발견된 문제가 없습니다.' },
  author: { en: 'Consolidated by Fieldbook', ko: 'Fieldbook 통합' },
  noRecords: { en: 'no records', ko: '기록 없음' },
  atPlace: { en: '{sheet}, row {row}', ko: '{sheet} {row}행' },
  exportedBy: { en: 'Sent by {name}, {date} (UTC)', ko: '보낸 사람: {name}, {date}(UTC)' },
  sample: { en: 'Holds sample data.', ko: '예시 데이터가 들어 있습니다.' },
  originExported: { en: 'Fieldbook export, unchanged', ko: 'Fieldbook에서 내보낸 문서, 수정 없음' },
  originEdited: { en: 'Fieldbook export, edited since', ko: 'Fieldbook에서 내보낸 뒤 수정된 문서' },
  originTemplate: { en: 'Fieldbook template', ko: 'Fieldbook 서식' },
  originForeign: { en: 'other table', ko: '그 밖의 표' },
  sealedAs: { en: 'Sealed as', ko: '봉인 값' },
  wouldBeSealedAs: { en: 'Not sealed; as it stands', ko: '봉인 전, 현재 내용의 값' },
  sealHolds: {
    en: 'Holds: the records say what the report said.',
    ko: '일치합니다. 현재 기록이 제출 당시의 보고서와 같습니다.',
  },
  sealHoldsSince: {
    en: 'Holds: nothing of what the report said was changed. Went on since: {count}',
    ko: '일치합니다. 보고서 내용은 바뀌지 않았습니다. 이후 진행 사항 {count}건',
  },
  sealDiffers: { en: 'Does not hold; differences: {count}', ko: '일치하지 않습니다. 차이 {count}건' },
  sealMissing: {
    en: 'Cannot be checked: the sealed content is not in this workbook. Ask the center for its own export.',
    ko: '확인할 수 없습니다. 봉인 내용이 이 통합 문서에 없습니다. 센터에 Fieldbook에서 내보낸 문서를 요청하세요.',
  },
  sealDamaged: {
    en: 'Does not hold: the sealed content in this workbook was changed and no longer gives the seal.',
    ko: '일치하지 않습니다. 이 통합 문서의 봉인 내용이 변경되어 봉인 값과 맞지 않습니다.',
  },
  field: { en: 'Goes to', ko: '항목' },
  readAs: { en: 'Read as', ko: '읽은 값' },
  leftOut: { en: '(left out)', ko: '(가져오지 않음)' },
  mappingOf: {
    en: 'How the sheet “{sheet}” is read, header in row {row}:',
    ko: '“{sheet}” 시트를 읽는 방법(머리글 {row}행):',
  },
  openDates: {
    en: 'Open: in column {column} the order of day and month is not certain (“{example}”).',
    ko: '미정: {column} 열의 날짜 순서를 알 수 없습니다(“{example}”).',
  },
  openNumbers: {
    en: 'Open: in column {column} the decimal mark is not certain (“{example}”).',
    ko: '미정: {column} 열의 소수점 기호를 알 수 없습니다(“{example}”).',
  },
  openYear: {
    en: 'Open: in column {column} days name no year (“{example}”).',
    ko: '미정: {column} 열의 날짜에 연도가 없습니다(“{example}”).',
  },
  openUnit: {
    en: 'Open: in column {column} amounts name no unit, where the last such table was in {unit} (“{example}”).',
    ko: '미정: {column} 열의 금액에 단위가 없습니다. 같은 형식의 이전 표의 단위는 {unit}입니다(“{example}”).',
  },
  openDoubt: {
    en: 'Open: in column {column} the unit of the amounts is not certain: “{doubt}” (“{example}”).',
    ko: '미정: {column} 열의 금액 단위가 분명하지 않습니다. 적힌 단위는 “{doubt}”입니다(“{example}”).',
  },
  openOwnCurrency: {
    en: 'Open: in column {column} amounts name their currency in a table in {unit} (“{example}”).',
    ko: '미정: {column} 열에 통화를 함께 적은 금액이 있습니다. 표의 단위는 {unit}입니다(“{example}”).',
  },
  readTimes: {
    en: 'Amounts in column {column} are read × {factor} {currency}, as the table says.',
    ko: '{column} 열의 금액은 표의 단위에 따라 {factor}배로 읽습니다({currency}).',
  },
  openFields: {
    en: 'Open: required, but in no column: {fields}.',
    ko: '미정: 필수이지만 열에 없는 항목은 {fields}입니다.',
  },
  openNames: {
    en: 'Open: names that are not known: {names}.',
    ko: '미정: 등록되지 않은 이름은 {names}입니다.',
  },
  openRows: {
    en: 'Left out, as they look like no records: row {rows}.',
    ko: '기록이 아닌 것으로 보여 제외: {rows}행.',
  },
} as const satisfies Readonly<Record<string, MessageText>>;
