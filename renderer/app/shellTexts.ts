import { defineTexts } from '../i18n/texts.ts';

export const shellTexts = defineTexts('shell', {
  product: { en: 'eGCC Fieldbook', ko: 'eGCC Fieldbook' },
  headquarters: { en: 'Headquarters: all centers', ko: '본부: 전체 센터' },
  navigation: { en: 'Main navigation', ko: '주 메뉴' },
  skip: { en: 'Skip to the content', ko: '본문으로 바로 가기' },
  menu: { en: 'Menu', ko: '메뉴' },
  closeMenu: { en: 'Close the menu', ko: '메뉴 닫기' },
  hideMenu: { en: 'Hide the menu', ko: '메뉴 숨기기' },
  showMenu: { en: 'Keep the menu open', ko: '메뉴 고정하기' },
  find: { en: 'Find or do', ko: '찾기·실행' },
  state: { en: 'State of your data', ko: '데이터 상태' },
  saving: { en: 'Saving…', ko: '저장 중…' },
  saved: { en: 'Saved {time}', ko: '{time} 저장됨' },
  nothingSaved: { en: 'Nothing saved yet', ko: '아직 저장한 기록이 없습니다' },
  noBackup: { en: 'No backup yet', ko: '아직 백업 없음' },
  backupAge: { en: 'Backup {age}', ko: '{age} 백업' },
  inBrowser: { en: '{backup}; in a browser', ko: '{backup}, 브라우저 저장' },
  backupFailed: { en: 'The last backup failed', ko: '마지막 백업 실패' },
  secondFailed: { en: 'Second folder: copying failed', ko: '두 번째 폴더에 복사 실패' },
  secondAge: { en: 'Second folder: newest copy {age}', ko: '두 번째 폴더의 최신 사본: {age}' },
  secondNever: { en: 'Second folder: no copy known', ko: '두 번째 폴더에 확인된 사본 없음' },
  secondLate: {
    en: 'Backups no longer reach the second folder: a broken or lost computer would take what was saved since. Plug the stick in, or choose another folder under Settings.',
    ko: '백업이 두 번째 폴더에 복사되지 않고 있습니다. 컴퓨터가 고장 나거나 분실되면 그 뒤에 저장한 데이터를 잃게 됩니다. USB를 연결하거나 설정에서 다른 폴더를 선택하세요.',
  },
  weakerHome: {
    en: 'A browser is a weaker home for data than the installed program. Choose a second folder for backups under Settings, or send a workbook often.',
    ko: '브라우저는 설치한 프로그램보다 데이터 보관이 불안정합니다. 설정에서 백업할 두 번째 폴더를 선택하거나 통합 문서를 자주 보내세요.',
  },
  journalHome: {
    en: 'Every change is in the journal on this computer, and every 15 minutes in a backup. A second folder for backups, chosen under Settings, survives a broken disk.',
    ko: '모든 변경은 이 컴퓨터의 저널에 기록되고 15분마다 백업됩니다. 설정에서 두 번째 폴더를 선택하면 디스크가 고장 나도 데이터를 되찾을 수 있습니다.',
  },
  sinceReport: {
    en: { one: '{count} change since the last report', other: '{count} changes since the last report' },
    ko: '마지막 보고 이후 변경 {count}건',
  },
  neverReported: {
    en: { one: '{count} change, no report sent yet', other: '{count} changes, no report sent yet' },
    ko: '변경 {count}건, 아직 보고서를 보내지 않음',
  },
  sampleBanner: {
    en: 'Sample data are included for practice. Remove them in Settings before real work.',
    ko: '연습용 예시 데이터가 포함되어 있습니다. 실제 업무 전에 설정에서 삭제하세요.',
  },
  toSettings: { en: 'Settings', ko: '설정' },
  handedOver: {
    en: 'Handed over on {date}: a successor goes on with these records. Here they can be read and sent, but not changed.',
    ko: '{date}에 인계했습니다. 후임자가 이 기록으로 업무를 이어 갑니다. 여기에서는 기록을 보거나 보낼 수 있고 변경할 수는 없습니다.',
  },
  settingsFailed: {
    en: 'Settings could not be written, so they will be as before at the next start. Free some disk space and change one again.',
    ko: '설정을 저장하지 못했습니다. 다음에 시작하면 이전 설정으로 돌아갑니다. 디스크 공간을 확보한 뒤 다시 변경하세요.',
  },
  settingsRecovered: {
    en: 'The settings file was damaged; an older copy is used. Check the settings.',
    ko: '설정 파일이 손상되어 이전 사본을 사용합니다. 설정을 확인하세요.',
  },
  settingsLost: {
    en: 'The settings file was damaged and starts anew. The records are not affected. Check the settings.',
    ko: '설정 파일이 손상되어 처음부터 다시 시작합니다. 기록에는 영향이 없습니다. 설정을 확인하세요.',
  },
  openedRebuilt: {
    en: {
      one: 'The working store was rebuilt from the journal ({count} change set). Nothing is missing.',
      other: 'The working store was rebuilt from the journal ({count} change sets). Nothing is missing.',
    },
    ko: '저널에서 작업 저장소를 다시 만들었습니다(변경 묶음 {count}개). 빠진 기록은 없습니다.',
  },
  openedCaughtUp: {
    en: {
      one: '{count} change set that was journaled before the last end was brought into the working store.',
      other:
        '{count} change sets that were journaled before the last end were brought into the working store.',
    },
    ko: '이전 종료 전에 저널에 기록된 변경 묶음 {count}개를 작업 저장소에 반영했습니다.',
  },
  openedJournalRestored: {
    en: {
      one: 'The journal was missing its end; {count} change set was written to it again from the working store.',
      other:
        'The journal was missing its end; {count} change sets were written to it again from the working store.',
    },
    ko: '저널 끝부분이 없어 작업 저장소의 변경 묶음 {count}개를 다시 기록했습니다.',
  },
  openedDamaged: {
    en: {
      one: '{count} entry of the journal is damaged and could not be read. Compare with your last workbook, and keep a copy of the data folder.',
      other:
        '{count} entries of the journal are damaged and could not be read. Compare with your last workbook, and keep a copy of the data folder.',
    },
    ko: '저널 항목 {count}개가 손상되어 읽을 수 없습니다. 마지막으로 보낸 통합 문서와 비교하고 데이터 폴더의 사본을 보관하세요.',
  },
  openedRescued: {
    en: {
      one: 'Part of the data was lost; {count} change set was brought back from backups. Nothing is missing.',
      other:
        'Part of the data was lost; {count} change sets were brought back from backups. Nothing is missing.',
    },
    ko: '데이터 일부가 손실되어 백업에서 변경 묶음 {count}개를 되찾았습니다. 빠진 기록은 없습니다.',
  },
  openedRescuedPartly: {
    en: 'Part of the data was lost; {count} change sets were brought back from backups, and {missing} journal entries are in none of them. Compare with your last workbook.',
    ko: '데이터 일부가 손실되어 백업에서 변경 묶음 {count}개를 되찾았으나, 저널 항목 {missing}개는 백업에 없습니다. 마지막으로 보낸 통합 문서와 비교하세요.',
  },
  openedNotSealed: {
    en: 'The journal on this computer lay in plain text although the data are encrypted: somebody or another program put it there. It was not taken. Tell whoever manages this computer.',
    ko: '데이터가 암호화되어 있는데도 이 컴퓨터의 저널이 암호화되지 않은 파일로 바뀌어 있었습니다. 다른 사람이나 프로그램이 바꾼 것이므로 사용하지 않았습니다. 컴퓨터 관리자에게 알리세요.',
  },
  openedRestored: {
    en: 'The backup {name} was restored. To take that back, restore the newest one “before a restore” under Settings.',
    ko: '백업 {name}(으)로 복원했습니다. 이전 상태로 돌아가려면 설정에서 ‘복원 전’ 백업 중 최신 것을 복원하세요.',
  },
  openedTakenOver: {
    en: 'Everything from {name} is here. This computer writes under an id of its own, so workbooks go back and forth as before.',
    ko: '{name}의 모든 자료를 인수했습니다. 이 컴퓨터는 고유한 식별자로 기록하므로 전과 같이 통합 문서를 주고받을 수 있습니다.',
  },
  quarantined: {
    en: 'A copy of what was there before was put aside: {path}',
    ko: '복구하기 전 상태의 사본을 따로 보관했습니다: {path}',
  },
  spaceLow: {
    en: 'Only {free} MB are free on the disk. Free some space; below 200 MB nothing can be saved.',
    ko: '디스크에 {free}MB만 남았습니다. 공간을 확보하세요. 200MB 미만이 되면 저장할 수 없습니다.',
  },
  spaceReadOnly: {
    en: 'Only {free} MB are free on the disk, so nothing is saved for now. What is here stays whole. Free some space; saving works again by itself.',
    ko: '디스크에 {free}MB만 남아 지금은 저장할 수 없습니다. 기존 데이터는 안전합니다. 공간을 확보하면 자동으로 다시 저장할 수 있습니다.',
  },
  databaseProblem: {
    en: 'The working store stopped answering. Everything saved is in the journal; open Fieldbook again, and it will be rebuilt.',
    ko: '작업 저장소가 응답하지 않습니다. 저장한 내용은 모두 저널에 있으니 Fieldbook을 다시 여시면 복구됩니다.',
  },
  openConflicts: {
    en: { one: '{count} conflict to decide', other: '{count} conflicts to decide' },
    ko: '결정할 충돌 {count}건',
  },
  toMend: {
    en: { one: '{count} finding to mend', other: '{count} findings to mend' },
    ko: '고칠 항목 {count}건',
  },
  dismiss: { en: 'Understood', ko: '확인' },
});
