import { defineTexts } from '../../i18n/texts.ts';

export const firstRestoreTexts = defineTexts('firstRestore', {
  lead: {
    en: 'For a lost, broken or new computer: all records of the backup come to this one, with their history. You see what is inside before anything is written. A backup has no settings, so say who works here.',
    ko: '컴퓨터를 분실했거나 고장 났거나 바꾼 경우에 사용합니다. 백업의 모든 기록과 변경 이력을 이 컴퓨터로 가져오며, 저장하기 전에 내용을 확인할 수 있습니다. 백업에는 설정이 없으므로 이 컴퓨터의 사용자를 입력하세요.',
  },
  name: { en: 'Your name', ko: '이름' },
  nameHelp: {
    en: 'Stands in what you write from now on; earlier entries keep the name they have.',
    ko: '앞으로 작성하는 기록에 표시됩니다. 이전 기록의 이름은 바뀌지 않습니다.',
  },
  nameMissing: { en: 'Enter your name first.', ko: '먼저 이름을 입력하세요.' },
  role: { en: 'Role', ko: '역할' },
  fromFile: { en: 'Choose a backup file…', ko: '백업 파일 선택…' },
  fromFolder: { en: 'Choose the second folder…', ko: '두 번째 폴더 선택…' },
  folderHelp: {
    en: 'A file ends in .fbs. The second folder, on a stick for example, is the one that backups were copied to: the files of evidence come from there too, and backups of this computer are copied there from now on.',
    ko: '백업 파일은 .fbs로 끝납니다. 두 번째 폴더는 USB 등 백업을 복사해 둔 폴더입니다. 증빙 파일도 그곳에서 가져오며, 앞으로 이 컴퓨터의 백업도 그곳에 복사합니다.',
  },
  noneThere: {
    en: 'No backup was found in {path}. Choose the folder that was named as second folder on the other computer, not one inside it.',
    ko: '{path}에 백업이 없습니다. 다른 컴퓨터에서 두 번째 폴더로 정한 폴더를 선택하세요. 그 안의 폴더를 선택하면 안 됩니다.',
  },
  list: { en: 'Backups in the second folder, newest first', ko: '두 번째 폴더의 백업 목록(최신순)' },
});
