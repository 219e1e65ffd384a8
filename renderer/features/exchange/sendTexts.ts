import { defineTexts } from '../../i18n/texts.ts';

export const sendTexts = defineTexts('send', {
  title: { en: 'Send a workbook', ko: '통합 문서 보내기' },
  lead: {
    en: 'Writes an Excel workbook that you can read, print and mail. Whoever receives it in Fieldbook gets every record, and nothing is counted twice.',
    ko: '읽고 인쇄하고 메일로 보낼 수 있는 Excel 통합 문서를 만듭니다. 받은 사람은 Fieldbook에서 모든 기록을 가져올 수 있으며 두 번 집계되지 않습니다.',
  },
  what: { en: 'What to send', ko: '보낼 내용' },
  all: { en: 'Everything', ko: '전체' },
  month: { en: 'One month', ko: '월' },
  quarter: { en: 'One quarter', ko: '분기' },
  year: { en: 'One year', ko: '연도' },
  period: { en: 'Period', ko: '기간' },
  earlier: { en: 'Earlier', ko: '이전 기간' },
  later: { en: 'Later', ko: '다음 기간' },
  center: { en: 'Center', ko: '센터' },
  centerGone: {
    en: 'The chosen center is not among the records here, so there is nothing to send for it. Choose the center of this computer under Settings › Workspace, then come back.',
    ko: '선택한 센터가 이 컴퓨터의 기록에 없어 보낼 내용이 없습니다. 설정의 작업 공간에서 이 컴퓨터의 센터를 선택한 뒤 다시 시도하세요.',
  },
  allCenters: { en: 'All centers', ko: '전체 센터' },
  language: { en: 'Language of the workbook', ko: '통합 문서의 언어' },
  personal: { en: 'Personal data', ko: '개인정보' },
  withPersonal: { en: 'Include personal data', ko: '개인정보 포함' },
  withPersonalHelp: {
    en: 'For headquarters and the center itself, who work with the records.',
    ko: '기록으로 업무를 하는 본부나 센터에 보낼 때 선택하세요.',
  },
  withoutPersonal: { en: 'Leave personal data out', ko: '개인정보 제외' },
  withoutPersonalHelp: {
    en: 'For everybody else. What stays out is listed above the file name; the receiver’s own values stay.',
    ko: '그 밖의 경우에 선택하세요. 제외되는 항목은 파일 이름 위에 표시되며 받는 쪽의 기존 값은 바뀌지 않습니다.',
  },
  omitted: { en: 'What stays out', ko: '제외되는 항목' },
  fieldsOf: { en: '{type}: {fields}', ko: '{type}: {fields}' },
  omittedField: { en: 'Field', ko: '항목' },
  omittedCount: { en: 'Entries', ko: '건수' },
  omittedEvidence: { en: 'Evidence marked as personal data', ko: '개인정보로 표시된 증빙' },
  omittedAuthors: {
    en: 'Also: who entered each record, and who sends this workbook.',
    ko: '기록을 입력한 사람과 통합 문서를 보내는 사람의 이름도 제외됩니다.',
  },
  notOmitted: {
    en: 'Names of people stay, and so does what somebody typed into other fields: look through texts before you pass the workbook on.',
    ko: '사람의 이름과 다른 항목에 직접 입력한 내용은 제외되지 않습니다. 전달하기 전에 본문을 확인하세요.',
  },
  password: { en: 'Password (optional)', ko: '암호(선택)' },
  showPassword: { en: 'Show or hide the password', ko: '암호 표시 또는 숨기기' },
  passwordHelp: {
    en: 'Excel and Fieldbook will ask for it. It cannot be recovered: pass it on by another way than the file.',
    ko: 'Excel과 Fieldbook에서 열 때 암호를 묻습니다. 잊으면 복구할 수 없으니 파일과 다른 경로로 전달하세요.',
  },
  evidence: { en: 'Evidence', ko: '증빙' },
  withFiles: { en: 'With the files of evidence', ko: '증빙 파일 포함' },
  withFilesHelp: {
    en: 'Writes a pack (.zip) with the workbook and the photos, minutes and papers behind its records. Whoever receives it in Fieldbook gets both; anybody else can unpack it.',
    ko: '통합 문서와 기록의 사진, 회의록, 서류를 함께 담은 묶음 파일(.zip)을 만듭니다. Fieldbook에서 받으면 모두 가져오며, 압축을 풀어 볼 수도 있습니다.',
  },
  packFiles: {
    en: { one: '{count} file of evidence ({size})', other: '{count} files of evidence ({size})' },
    ko: '증빙 파일 {count}개({size})',
  },
  packNone: {
    en: 'None of these records names a file of evidence that is on this computer.',
    ko: '이 기록에는 이 컴퓨터에 있는 증빙 파일이 없습니다.',
  },
  packReading: { en: 'Looking for the files of evidence…', ko: '증빙 파일을 확인하고 있습니다…' },
  packUnreadable: {
    en: 'The files of evidence on this computer cannot be listed now. Try again, or send the workbook alone.',
    ko: '이 컴퓨터의 증빙 파일을 확인하지 못했습니다. 다시 시도하거나 통합 문서만 보내세요.',
  },
  packAbsent: {
    en: {
      one: '{count} file is not on this computer and cannot go along: {names}. Its record is sent all the same.',
      other:
        '{count} files are not on this computer and cannot go along: {names}. Their records are sent all the same.',
    },
    ko: '{names} 등 {count}개 파일은 이 컴퓨터에 없어 함께 보낼 수 없습니다. 기록은 그대로 보냅니다.',
  },
  packPersonal: {
    en: {
      one: 'The file of {count} entry of evidence marked as personal data stays out too.',
      other: 'The files of {count} entries of evidence marked as personal data stay out too.',
    },
    ko: '개인정보로 표시된 증빙 {count}건의 파일도 제외됩니다.',
  },
  packPassword: {
    en: 'The password locks the workbook only: whoever has the pack can open the files of evidence.',
    ko: '암호는 통합 문서에만 적용됩니다. 묶음 파일을 가진 사람은 증빙 파일을 열 수 있습니다.',
  },
  packTooLarge: {
    en: 'The pack would be larger than {limit} MB, which nobody could receive. Choose a shorter period, and send the others as packs of their own.',
    ko: '묶음 파일이 받을 수 있는 한도인 {limit}MB를 넘습니다. 기간을 짧게 나누어 여러 개로 보내세요.',
  },
  packTooMany: {
    en: 'The pack would hold more than {limit} files, which nobody could receive. Choose a shorter period, and send the others as packs of their own.',
    ko: '묶음 파일에 담을 수 있는 {limit}개를 넘습니다. 기간을 짧게 나누어 여러 개로 보내세요.',
  },
  packLeftOut: {
    en: {
      one: '{count} file could not be read from this computer and is not in the pack: {names}. Attach it again from where it came, and send the pack once more.',
      other:
        '{count} files could not be read from this computer and are not in the pack: {names}. Attach them again from where they came, and send the pack once more.',
    },
    ko: '{names} 등 {count}개 파일은 이 컴퓨터에서 읽지 못해 묶음 파일에 담지 못했습니다. 원본을 다시 첨부한 뒤 다시 보내세요.',
  },
  packing: { en: 'Packing file {at} of {of}…', ko: '증빙 파일 {of}개 중 {at}번째를 담고 있습니다…' },
  savePack: { en: 'Save the pack…', ko: '묶음 파일 저장…' },
  contents: { en: 'What will be in it', ko: '담길 내용' },
  sheet: { en: 'Sheet', ko: '시트' },
  records: { en: 'Records', ko: '기록' },
  total: { en: 'Total', ko: '합계' },
  also: {
    en: 'Also: cover, history table, indicators and data dictionary.',
    ko: '표지, 실적 표, 성과지표, 데이터 사전도 함께 담깁니다.',
  },
  byReference: {
    en: 'People, organizations and projects that the records name come along whatever the period, so that no name leads nowhere.',
    ko: '기록에 나오는 인물, 기관, 과제는 기간과 관계없이 함께 담겨 이름이 누락되지 않습니다.',
  },
  nothing: {
    en: 'Nothing was recorded in this period. Choose another period, or send it as proof that there was nothing.',
    ko: '이 기간에는 기록이 없습니다. 다른 기간을 선택하거나 활동이 없었음을 알리는 용도로 보내세요.',
  },
  sampleIn: {
    en: { one: '{count} sample record is in it.', other: '{count} sample records are in it.' },
    ko: '예시 기록 {count}건이 포함됩니다.',
  },
  sampleHelp: {
    en: 'The file name says SAMPLE. Remove the sample data under Settings before you send a real report.',
    ko: '파일 이름에 SAMPLE이 붙습니다. 실제 보고서를 보내기 전에 설정에서 예시 데이터를 삭제하세요.',
  },
  fileName: { en: 'File name', ko: '파일 이름' },
  save: { en: 'Save the workbook…', ko: '통합 문서 저장…' },
  writing: { en: 'Writing the workbook…', ko: '통합 문서를 만들고 있습니다…' },
  saved: { en: 'Saved: {path} ({size})', ko: '저장했습니다: {path}({size})' },
  savedHelp: {
    en: 'Attach this file to a mail, or copy it to a USB stick. It is counted as your last report.',
    ko: '이 파일을 메일에 첨부하거나 USB에 복사하세요. 마지막 보고로 기록되었습니다.',
  },
  templateTitle: { en: 'For somebody without Fieldbook', ko: 'Fieldbook이 없는 사람에게' },
  templateText: {
    en: 'An empty form with drop-downs, to fill in with Excel. Receive it here when it comes back.',
    ko: 'Excel에서 목록을 골라 작성하는 빈 서식입니다. 작성한 파일은 여기에서 받으면 됩니다.',
  },
  saveTemplate: { en: 'Save an empty form…', ko: '빈 서식 저장…' },
});
