import { defineTexts } from '../../i18n/texts.ts';

export const backupTexts = defineTexts('backups', {
  title: { en: 'Backups', ko: '백업' },
  lead: {
    en: 'Fieldbook makes a backup every 15 minutes when something changed, and before each import, restore and update. Each one is read back before it counts. It keeps 3 of today, 7 daily, 4 weekly and 12 monthly ones.',
    ko: '변경된 내용이 있으면 15분마다, 그리고 가져오기·복원·업데이트 전에 자동으로 백업합니다. 백업은 다시 읽어 확인한 뒤에만 인정합니다. 오늘 3개, 일별 7개, 주별 4개, 월별 12개를 보관합니다.',
  },
  filesOnlyHere: {
    en: 'Backups hold all records. The files attached as evidence are too large for them: choose a second folder, and each file is copied there once.',
    ko: '백업에는 모든 기록이 들어 있습니다. 증빙으로 첨부한 파일은 용량이 커서 들어가지 않으니 두 번째 폴더를 선택하세요. 파일마다 한 번씩 그곳에 복사합니다.',
  },
  filesCopied: {
    en: 'Backups hold all records. The files attached as evidence are copied to the second folder with them, each once, and a restore takes missing ones from there.',
    ko: '백업에는 모든 기록이 들어 있습니다. 증빙으로 첨부한 파일은 백업할 때 두 번째 폴더에 한 번씩 복사하며, 복원할 때 이 컴퓨터에 없는 파일을 그곳에서 가져옵니다.',
  },
  filesMissing: {
    en: {
      one: '{count} file of evidence that a record names is not on this computer: {names}.',
      other: '{count} files of evidence that records name are not on this computer: {names}.',
    },
    ko: '기록에 있는 증빙 파일 {count}개가 이 컴퓨터에 없습니다: {names}.',
  },
  missingInSecond: {
    en: '“Back up now” takes back what the second folder has. For the others, ask whoever attached them for a pack with the files of evidence.',
    ko: '‘지금 백업’을 누르면 두 번째 폴더에 있는 파일을 가져옵니다. 나머지는 첨부한 사람에게 증빙 파일이 포함된 묶음 파일을 요청하세요.',
  },
  missingNoSecond: {
    en: 'If a second folder of earlier backups exists, choose it below. For the others, ask whoever attached them for a pack with the files of evidence.',
    ko: '이전에 백업한 두 번째 폴더가 있으면 아래에서 선택하세요. 나머지는 첨부한 사람에게 증빙 파일이 포함된 묶음 파일을 요청하세요.',
  },
  restoreMissing: {
    en: {
      one: '{count} file of evidence that this backup names is not on this computer: {names}.',
      other: '{count} files of evidence that this backup names are not on this computer: {names}.',
    },
    ko: '이 백업에 있는 증빙 파일 {count}개가 이 컴퓨터에 없습니다: {names}.',
  },
  restoreFromSecond: {
    en: 'What the second folder has of them is taken from there.',
    ko: '두 번째 폴더에 있는 파일은 그곳에서 가져옵니다.',
  },
  restoreNoSecond: {
    en: 'Choose the second folder of earlier backups first, if there is one; then they are taken from there.',
    ko: '이전에 백업한 두 번째 폴더가 있으면 먼저 선택하세요. 그곳에 있는 파일을 가져옵니다.',
  },
  backUpNow: { en: 'Back up now', ko: '지금 백업' },
  backedUp: { en: 'Backed up and read back.', ko: '백업하고 확인했습니다.' },
  fromFile: { en: 'Restore from a file…', ko: '파일에서 복원…' },
  chooseFile: { en: 'Choose a backup', ko: '백업 파일 선택' },
  none: {
    en: 'No backup yet. The first is made 15 minutes after the first change, or now.',
    ko: '아직 백업이 없습니다. 처음 변경한 뒤 15분이 지나면 자동으로 만들며, 지금 만들 수도 있습니다.',
  },
  list: { en: 'Backups, newest first', ko: '백업 목록(최신순)' },
  othersTitle: { en: 'Backups of others in the second folder', ko: '두 번째 폴더에 있는 다른 기기의 백업' },
  othersHelp: {
    en: 'Other installations use the same folder. Their backups are neither counted as yours nor removed by this one. Whoever takes over somebody’s work can restore from one of them.',
    ko: '다른 기기의 Fieldbook도 같은 폴더를 사용합니다. 그 백업은 이 기기의 백업으로 집계하지 않으며 이 기기에서 삭제하지도 않습니다. 업무를 인계받은 사람은 그중 하나로 복원할 수 있습니다.',
  },
  othersList: { en: 'Backups of others, newest first', ko: '다른 기기의 백업 목록(최신순)' },
  whose: { en: 'Whose', ko: '만든 기기' },
  ofDevice: { en: 'installation {device}', ko: '설치 기기 {device}' },
  unknownDevice: { en: 'installation unknown', ko: '설치 기기를 알 수 없음' },
  earlierSecret: { en: 'opens with an earlier passphrase', ko: '이전 암호로 열림' },
  otherSecret: { en: 'encrypted with its own passphrase', ko: '그 기기의 암호로 암호화됨' },
  keepPassphrase: {
    en: {
      one: '{count} backup in the second folder was encrypted with a passphrase that is no longer in use, and stays so. Keep that passphrase or its recovery key as long as you may need the backup.',
      other:
        '{count} backups in the second folder were encrypted with a passphrase that is no longer in use, and stay so. Keep that passphrase or its recovery key as long as you may need the backups.',
    },
    ko: '두 번째 폴더의 백업 {count}개는 더 이상 사용하지 않는 암호로 암호화되어 있으며 그대로 남습니다. 이 백업이 필요할 수 있는 동안에는 그 암호나 복구 키를 보관하세요.',
  },
  when: { en: 'When', ko: '일시' },
  why: { en: 'Why', ko: '사유' },
  records: { en: 'Records', ko: '기록' },
  size: { en: 'Size', ko: '크기' },
  place: { en: 'Where', ko: '위치' },
  first: { en: 'this computer', ko: '이 컴퓨터' },
  firstBrowser: { en: 'this browser', ko: '이 브라우저' },
  second: { en: 'second folder', ko: '두 번째 폴더' },
  interval: { en: 'every 15 minutes', ko: '15분마다' },
  manual: { en: 'by hand', ko: '직접 백업' },
  import: { en: 'before an import', ko: '가져오기 전' },
  restore: { en: 'before a restore', ko: '복원 전' },
  migration: { en: 'before an update', ko: '업데이트 전' },
  update: { en: 'before an update', ko: '업데이트 전' },
  rescue: { en: 'before a repair', ko: '복구 전' },
  damaged: { en: 'damaged', ko: '손상됨' },
  newer: { en: 'of a newer Fieldbook', ko: '새 버전에서 만듦' },
  restoreThis: { en: 'Restore…', ko: '복원…' },
  restoreWhich: { en: 'Restore the backup of {when}', ko: '{when} 백업 복원' },
  saveCopy: { en: 'Save a copy', ko: '사본 저장' },
  saveWhich: { en: 'Save a copy of the backup of {when}', ko: '{when} 백업의 사본 저장' },
  copySaved: { en: 'A copy of the backup was saved: {path}', ko: '백업 사본을 저장했습니다: {path}' },
  showAll: { en: 'Show all {count}', ko: '{count}개 모두 보기' },
  secondTitle: { en: 'Second folder', ko: '두 번째 폴더' },
  secondHelp: {
    en: 'Choose a folder on another disk or a USB stick. Every backup is copied there too, so that a broken or lost computer does not take everything with it.',
    ko: '다른 디스크나 USB의 폴더를 선택하세요. 백업할 때마다 그곳에도 복사하므로 컴퓨터가 고장 나거나 분실되어도 데이터를 되찾을 수 있습니다.',
  },
  chooseFolder: { en: 'Choose a folder…', ko: '폴더 선택…' },
  changeFolder: { en: 'Change…', ko: '변경…' },
  allowFolder: { en: 'Allow again', ko: '다시 허용' },
  forgetFolder: { en: 'Stop copying there', ko: '복사 중지' },
  ready: { en: 'Backups are copied to {path}.', ko: '{path}에 백업을 복사합니다.' },
  readyBehind: {
    en: 'What was saved last is not in {path} yet. It is copied within 15 minutes, or at once with “Back up now”.',
    ko: '마지막에 저장한 내용이 아직 {path}에 없습니다. 15분 안에 복사하며, ‘지금 백업’을 누르면 바로 복사합니다.',
  },
  newestCopy: { en: 'Newest copy there: {when}.', ko: '그 폴더의 최신 사본: {when}.' },
  noCopy: { en: 'No copy there is known.', ko: '그 폴더에 있는 사본이 확인되지 않았습니다.' },
  missing: {
    en: '{path} is not there now. Plug the stick in: what it lacks is copied within 15 minutes, or at once with “Back up now”.',
    ko: '{path}을(를) 찾을 수 없습니다. USB를 연결하면 빠진 백업을 15분 안에 복사하며, ‘지금 백업’을 누르면 바로 복사합니다.',
  },
  asks: {
    en: 'The browser wants your permission for {path} again.',
    ko: '{path}을(를) 사용하려면 브라우저에서 다시 허용해야 합니다.',
  },
  failed: {
    en: 'The last backup could not be copied to {path}. Check that it is not full or write-protected.',
    ko: '마지막 백업을 {path}에 복사하지 못했습니다. 공간이 부족하거나 쓰기 금지되었는지 확인하세요.',
  },
  noFolders: {
    en: 'This browser gives no access to folders. Save copies of backups instead, or use Chrome, Edge or the installed program.',
    ko: '이 브라우저에서는 폴더를 사용할 수 없습니다. 백업 사본을 저장하거나 Chrome, Edge 또는 설치 프로그램을 사용하세요.',
  },
  browserHome: {
    en: 'These backups lie in the same browser as the data: clearing browsing data deletes both. Choose a second folder, or save a copy often.',
    ko: '백업이 데이터와 같은 브라우저에 있으므로 인터넷 사용 기록을 지우면 모두 삭제됩니다. 두 번째 폴더를 선택하거나 사본을 자주 저장하세요.',
  },
  dialogTitle: { en: 'Restore a backup', ko: '백업 복원' },
  reading: {
    en: 'Reading the backup and comparing it with what is here…',
    ko: '백업을 읽고 현재 데이터와 비교하고 있습니다…',
  },
  takenOn: { en: 'Made', ko: '만든 일시' },
  device: { en: 'Installation', ko: '설치 기기' },
  thisDevice: { en: '{device} (this one)', ko: '{device}(이 컴퓨터)' },
  version: { en: 'Fieldbook', ko: 'Fieldbook' },
  type: { en: 'Records', ko: '기록 종류' },
  inside: { en: 'In the backup', ko: '백업' },
  vanishing: { en: 'Would vanish', ko: '사라짐' },
  appearing: { en: 'Would appear', ko: '나타남' },
  changing: { en: 'Would change', ko: '바뀜' },
  same: { en: 'The backup holds the same records as here.', ko: '백업의 기록이 현재 기록과 같습니다.' },
  which: { en: 'Which ones', ko: '해당 기록' },
  untitled: { en: 'without a title', ko: '제목 없음' },
  more: { en: 'and {count} more', ko: '외 {count}건' },
  warning: {
    en: {
      one: '{count} record that is here now is not in this backup and would vanish.',
      other: '{count} records that are here now are not in this backup and would vanish.',
    },
    ko: '현재 있는 기록 {count}건이 이 백업에는 없어 사라집니다.',
  },
  undoable: {
    en: 'Everything that is here now is backed up first; restoring that backup takes this one back.',
    ko: '복원하기 전에 현재 데이터를 먼저 백업합니다. 그 백업을 복원하면 이전 상태로 돌아갑니다.',
  },
  isHandedOver: {
    en: 'This computer was handed over, and somebody else goes on with its records: nothing is restored here. If that is wrong, take the hand-over back under “Hand over this laptop”, then restore.',
    ko: '이 컴퓨터의 업무는 인계되어 다른 사람이 이어서 하고 있으므로 복원할 수 없습니다. 잘못된 경우 ‘노트북 인계’에서 인계를 취소한 뒤 복원하세요.',
  },
  confirm: { en: 'Restore this backup', ko: '이 백업으로 복원' },
  cancel: { en: 'Cancel', ko: '취소' },
  restoring: { en: 'Restoring…', ko: '복원하고 있습니다…' },
  notASnapshot: {
    en: 'This file is not a backup of Fieldbook. Choose one that ends in .fbs; workbooks go to “Receive”.',
    ko: 'Fieldbook 백업 파일이 아닙니다. .fbs로 끝나는 파일을 선택하세요. 통합 문서는 ‘받기’에서 여세요.',
  },
  isDamaged: {
    en: 'This backup is damaged and cannot be used. Nothing was changed. Choose another one.',
    ko: '이 백업은 손상되어 사용할 수 없습니다. 데이터는 변경되지 않았습니다. 다른 백업을 선택하세요.',
  },
  readingLong: {
    en: 'This backup is large: on a slow computer this can take up to {minutes} minutes. You can cancel at any time; nothing is changed.',
    ko: '백업이 커서 느린 컴퓨터에서는 최대 {minutes}분이 걸릴 수 있습니다. 언제든지 취소할 수 있으며 데이터는 변경되지 않습니다.',
  },
  isTooSlow: {
    en: 'The backup could not be read in the time that one of its size needs, and was not opened. Nothing was changed. Close other programs and try once more, or restore it on a quicker computer. If it is not from your own office, do not use it and tell whoever gave it to you.',
    ko: '이 크기의 백업을 읽는 데 필요한 시간 안에 읽지 못하여 열지 않았습니다. 데이터는 변경되지 않았습니다. 다른 프로그램을 닫고 다시 시도하거나 더 빠른 컴퓨터에서 복원하세요. 직접 만든 백업이 아니면 사용하지 말고 파일을 준 사람에게 알리세요.',
  },
  isTooMuch: {
    en: 'This file unpacks to far more than a backup holds, or could not be read to its end, and was not opened. Nothing was changed. Choose another backup, and tell whoever gave you this one.',
    ko: '이 파일은 압축을 풀면 백업으로 보기 어려울 만큼 커지거나 끝까지 읽을 수 없어 열지 않았습니다. 데이터는 변경되지 않았습니다. 다른 백업을 선택하고 파일을 준 사람에게 알리세요.',
  },
  isNewer: {
    en: 'This backup was made by a newer Fieldbook. Nothing was changed. Install the newer version to use it.',
    ko: '더 새로운 Fieldbook에서 만든 백업입니다. 데이터는 변경되지 않았습니다. 새 버전을 설치한 뒤 사용하세요.',
  },
});
