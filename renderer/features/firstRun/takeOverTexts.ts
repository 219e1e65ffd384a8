import { defineTexts } from '../../i18n/texts.ts';

export const takeOverTexts = defineTexts('takeOver', {
  begin: { en: 'Take over from a hand-over pack…', ko: '인수인계 파일로 인수…' },
  beginHelp: {
    en: 'You have a file whose name ends in .fbpack, from somebody who worked here before or from your old computer.',
    ko: '전임자나 이전 컴퓨터에서 만든 .fbpack 파일이 있을 때 선택하세요.',
  },
  restore: { en: 'Restore from a backup…', ko: '백업에서 복원…' },
  restoreHelp: {
    en: 'Your computer was lost, broken or replaced, and you have a backup: a file whose name ends in .fbs, or the stick with the second folder.',
    ko: '컴퓨터를 분실했거나 고장 났거나 바꾸었고, .fbs 백업 파일이나 백업을 복사해 둔 USB가 있을 때 선택하세요.',
  },
  restoreTitle: { en: 'Restore from a backup', ko: '백업에서 복원' },
  title: { en: 'Take over from a hand-over pack', ko: '인수인계 파일로 인수' },
  choose: { en: 'Choose the pack…', ko: '인수인계 파일 선택…' },
  chooseText: {
    en: 'Everything that the pack holds comes to this computer: records with their history, open conflicts, files of evidence and the settings of the workspace. Nothing is changed before you have seen what is inside.',
    ko: '기록과 변경 이력, 해결하지 않은 충돌, 증빙 파일, 작업 공간 설정을 모두 이 컴퓨터로 가져옵니다. 내용을 확인하기 전에는 아무것도 바뀌지 않습니다.',
  },
  passphrase: { en: 'Passphrase of {name}', ko: '{name}의 암호' },
  show: { en: 'Show or hide the passphrase', ko: '암호 표시 또는 숨기기' },
  open: { en: 'Open', ko: '열기' },
  opening: {
    en: 'Opening the pack and checking all of it. This takes some seconds…',
    ko: '파일을 열어 전체 내용을 확인하고 있습니다. 몇 초 걸립니다…',
  },
  from: { en: 'Handed over by {name}, {date}', ko: '{name} 인계, {date}' },
  inside: {
    en: {
      one: 'It is whole: {count} record, {files}.',
      other: 'It is whole: {count} records, {files}.',
    },
    ko: '내용이 온전합니다. 기록 {count}건, {files}.',
  },
  files: {
    en: { one: '{count} file of evidence', other: '{count} files of evidence' },
    ko: '증빙 파일 {count}개',
  },
  who: { en: 'Who takes over?', ko: '누가 인수합니까?' },
  name: { en: 'Your name', ko: '이름' },
  nameHelp: {
    en: 'Stands in what you write from now on; earlier entries keep the earlier name.',
    ko: '앞으로 작성하는 기록에 표시됩니다. 이전 기록의 이름은 바뀌지 않습니다.',
  },
  nameMissing: { en: 'Enter your name.', ko: '이름을 입력하세요.' },
  role: { en: 'Role', ko: '역할' },
  workspaceMissing: {
    en: 'The pack does not say which center it is for; Fieldbook will ask after the new start.',
    ko: '파일에 작업할 센터가 없어 다시 시작한 뒤에 묻습니다.',
  },
  takeOver: { en: 'Take over', ko: '인수' },
  takingOver: {
    en: 'Writing everything to this computer. Fieldbook starts anew afterwards…',
    ko: '모든 자료를 이 컴퓨터에 저장하고 있습니다. 마치면 Fieldbook을 다시 시작합니다…',
  },
  cancel: { en: 'Back to the questions', ko: '처음 질문으로' },
  notRead: {
    en: 'The file could not be read. Copy it to this computer and choose it again; at most {limit} MB can be read.',
    ko: '파일을 읽지 못했습니다. 이 컴퓨터로 복사한 뒤 다시 선택하세요. 최대 {limit}MB까지 읽을 수 있습니다.',
  },
  noMemory: {
    en: 'The pack could not be opened on this computer. Close other programs and try again. Nothing was changed.',
    ko: '이 컴퓨터에서 파일을 열지 못했습니다. 다른 프로그램을 닫고 다시 시도하세요. 바뀐 내용은 없습니다.',
  },
  notWritten: {
    en: 'Not taken over: the disk failed or is full. Free some space, then try again; this computer is as empty as before.',
    ko: '인수하지 못했습니다. 디스크에 쓸 수 없거나 공간이 부족합니다. 공간을 확보한 뒤 다시 시도하세요. 이 컴퓨터는 처음 상태 그대로입니다.',
  },
  settingsNotWritten: {
    en: 'The records and files are on this computer now. Only your name and the settings of the workspace could not be written: free some space on the disk, then write them again. Without them, Fieldbook asks for your name and the center after the new start.',
    ko: '기록과 파일은 이 컴퓨터에 저장했으나 이름과 작업 공간 설정을 저장하지 못했습니다. 디스크 공간을 확보한 뒤 다시 저장하세요. 저장하지 않고 시작하면 이름과 센터를 다시 묻습니다.',
  },
  writeSettings: { en: 'Write them again', ko: '다시 저장' },
  startWithout: { en: 'Start without them', ko: '저장하지 않고 시작' },
});
