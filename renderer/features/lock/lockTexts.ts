import { defineTexts } from '../../i18n/texts.ts';

export const lockTexts = defineTexts('lock', {
  lockedTitle: { en: 'Fieldbook is locked', ko: 'Fieldbook이 잠겨 있습니다' },
  lockedLead: {
    en: 'The records, drafts, evidence and backups on this computer are encrypted. Enter your passphrase to go on.',
    ko: '이 컴퓨터의 기록, 임시 저장 내용, 증빙 파일과 백업이 암호화되어 있습니다. 계속하려면 암호를 입력하세요.',
  },
  passphrase: { en: 'Passphrase', ko: '암호' },
  unlock: { en: 'Unlock', ko: '잠금 해제' },
  unlocking: { en: 'Checking…', ko: '확인하고 있습니다…' },
  useRecovery: { en: 'Passphrase forgotten? Use the recovery key', ko: '암호를 잊으셨습니까? 복구 키 사용' },
  usePassphrase: { en: 'Use the passphrase', ko: '암호 사용' },
  recoveryKey: { en: 'Recovery key', ko: '복구 키' },
  recoveryHelp: {
    en: 'The 35 characters on the printed sheet. Spaces, hyphens and small letters do not matter.',
    ko: '인쇄한 용지에 있는 35자입니다. 띄어쓰기, 붙임표, 대소문자는 구분하지 않습니다.',
  },
  recoveryAfter: {
    en: 'Afterwards set a new passphrase under Settings, Security.',
    ko: '잠금을 해제한 뒤 설정의 보안에서 새 암호를 정하세요.',
  },
  waiting: {
    en: {
      one: 'You can try again in {count} second.',
      other: 'You can try again in {count} seconds.',
    },
    ko: '{count}초 뒤에 다시 시도할 수 있습니다.',
  },
  wrongPassphrase: {
    en: 'This passphrase does not open the data. Check the keyboard language and capital letters, then enter it again. Nothing is lost.',
    ko: '입력한 암호로 데이터를 열 수 없습니다. 한영 전환과 대소문자를 확인하고 다시 입력하세요. 데이터는 그대로 있습니다.',
  },
  wrongRecovery: {
    en: 'This recovery key is of another computer, or was replaced by a newer one. Nothing is lost.',
    ko: '다른 컴퓨터의 복구 키이거나 새 복구 키로 바뀐 것입니다. 데이터는 그대로 있습니다.',
  },
  keyLength: {
    en: 'A recovery key has 35 characters; {count} were entered.',
    ko: '복구 키는 35자입니다. {count}자를 입력했습니다.',
  },
  keyGroups: {
    en: 'A character is wrong in group {groups}. Compare it with the printed sheet.',
    ko: '{groups}번째 묶음에 잘못된 글자가 있습니다. 인쇄한 용지와 비교하세요.',
  },
  keyOther: {
    en: 'This is not the key that was shown. Compare it with the printed sheet, or go back to see it again.',
    ko: '화면에 표시된 키와 다릅니다. 인쇄한 용지와 비교하거나 뒤로 가서 다시 확인하세요.',
  },
  keyLost: {
    en: 'The key file of this computer is gone, and no backup holds a copy of it. Nothing was changed. Plug in the second folder for backups if there is one, and open Fieldbook again.',
    ko: '이 컴퓨터의 키 파일이 없으며 백업에도 사본이 없습니다. 데이터는 변경하지 않았습니다. 백업용 두 번째 폴더가 있으면 연결하고 Fieldbook을 다시 여세요.',
  },
  hostFailed: {
    en: 'This did not work because a file could not be read or written ({code}). Everything is as it was or encrypted in full. Free some disk space, and try again.',
    ko: '파일을 읽거나 쓸 수 없어 처리하지 못했습니다({code}). 데이터는 이전 상태이거나 모두 암호화된 상태입니다. 디스크 공간을 확보한 뒤 다시 시도하세요.',
  },
  wrongState: {
    en: 'This is not possible now. Close this window and open it again.',
    ko: '지금은 처리할 수 없습니다. 창을 닫고 다시 열어 주세요.',
  },
  badSecret: {
    en: 'Choose a passphrase of at least {count} characters.',
    ko: '{count}자 이상의 암호를 정하세요.',
  },
  setUpTitle: { en: 'Encrypt the data on this computer', ko: '이 컴퓨터의 데이터 암호화' },
  stepOf: { en: 'Step {step} of 3', ko: '3단계 중 {step}단계' },
  setUpLead: {
    en: 'Whoever finds or takes this computer then sees nothing without your passphrase. Fieldbook asks for it at each start and after a pause.',
    ko: '컴퓨터를 잃어버려도 암호 없이는 내용을 볼 수 없습니다. Fieldbook을 시작할 때와 일정 시간 사용하지 않은 뒤에 암호를 묻습니다.',
  },
  setUpWarning: {
    en: 'If you forget the passphrase and lose the recovery key, nobody can open these data again: not headquarters, not the makers of Fieldbook. Workbooks that you sent stay readable.',
    ko: '암호를 잊고 복구 키도 잃어버리면 누구도 데이터를 다시 열 수 없습니다. 본부나 Fieldbook 개발자도 열 수 없습니다. 이미 보낸 통합 문서는 그대로 읽을 수 있습니다.',
  },
  newPassphrase: { en: 'New passphrase', ko: '새 암호' },
  newPassphraseHelp: {
    en: 'At least {count} characters. Four or five words that do not belong together are strong and easy to type.',
    ko: '{count}자 이상 입력하세요. 서로 관련 없는 단어 네다섯 개를 이어 쓰면 안전하고 입력하기 쉽습니다.',
  },
  repeat: { en: 'The same again', ko: '새 암호 확인' },
  tooShort: {
    en: 'Too short: {count} of {least} characters.',
    ko: '너무 짧습니다. {least}자 중 {count}자를 입력했습니다.',
  },
  notSame: {
    en: 'The two differ. Enter the same passphrase twice.',
    ko: '두 암호가 다릅니다. 같은 암호를 두 번 입력하세요.',
  },
  next: { en: 'Continue', ko: '계속' },
  back: { en: 'Back', ko: '뒤로' },
  cancel: { en: 'Cancel', ko: '취소' },
  close: { en: 'Close', ko: '닫기' },
  keyLead: {
    en: 'This key opens the data when the passphrase is forgotten. Print it or write it down, and keep it apart from this computer.',
    ko: '암호를 잊었을 때 이 키로 데이터를 열 수 있습니다. 인쇄하거나 적어서 컴퓨터와 따로 보관하세요.',
  },
  keyLabel: { en: 'Recovery key, 7 groups of 5 characters', ko: '복구 키(5자씩 7묶음)' },
  print: { en: 'Print…', ko: '인쇄…' },
  confirmLead: {
    en: 'Type the key from your sheet. So you know that it is written down right.',
    ko: '용지에 적힌 키를 입력하세요. 올바르게 적었는지 확인하기 위한 것입니다.',
  },
  encrypt: { en: 'Encrypt now', ko: '지금 암호화' },
  encrypting: {
    en: 'Encrypting the journal, backups and evidence. This can take a minute; leave the window open.',
    ko: '저널, 백업, 증빙 파일을 암호화하고 있습니다. 1분 정도 걸릴 수 있으니 창을 닫지 마세요.',
  },
  failedTitle: { en: 'Not done', ko: '처리하지 못했습니다' },
  sheetTitle: { en: 'eGCC Fieldbook: recovery key', ko: 'eGCC Fieldbook 복구 키' },
  sheetUse: {
    en: 'On the locked screen choose “Use the recovery key” and type these characters.',
    ko: '잠금 화면에서 ‘복구 키 사용’을 선택하고 아래 글자를 입력하세요.',
  },
  sheetKeep: {
    en: 'Keep this sheet locked away and apart from the computer. Whoever has both can read the data.',
    ko: '이 용지는 컴퓨터와 따로 잠금장치가 있는 곳에 보관하세요. 용지와 컴퓨터를 모두 가진 사람은 데이터를 볼 수 있습니다.',
  },
  sheetDate: { en: 'Printed on {date}', ko: '인쇄일: {date}' },
  sheetFile: { en: 'Fieldbook recovery key.pdf', ko: 'Fieldbook 복구 키.pdf' },
  changeTitle: { en: 'Change the passphrase', ko: '암호 변경' },
  changeLead: {
    en: 'The passphrase of before then opens neither this computer nor its backups here and in the second folder. A second folder that is not connected follows at the first backup or unlocking with it. A copy of a backup elsewhere still opens with the passphrase of before, and holds the key to these data: if others may have both, switch encryption off and on again, which makes a new key.',
    ko: '변경하면 이전 암호로는 이 컴퓨터와 이곳 및 두 번째 폴더의 백업을 열 수 없습니다. 지금 연결되지 않은 두 번째 폴더의 백업은 연결한 상태에서 처음 백업하거나 잠금을 해제할 때 바뀝니다. 다른 곳에 복사해 둔 백업은 이전 암호로 계속 열리며 이 데이터의 키도 들어 있습니다. 다른 사람이 그 사본과 이전 암호를 가지고 있을 수 있으면 암호화를 해제한 뒤 다시 설정하세요. 그러면 새 키가 만들어집니다.',
  },
  current: { en: 'Present passphrase', ko: '현재 암호' },
  withRecovery: { en: 'Use the recovery key instead', ko: '복구 키로 확인' },
  change: { en: 'Change', ko: '변경' },
  changed: { en: 'The passphrase was changed.', ko: '암호를 변경했습니다.' },
  renewTitle: { en: 'New recovery key', ko: '새 복구 키' },
  renewLead: {
    en: 'For a sheet that was lost or seen by others: the printed key of before then opens neither this computer nor its backups here and in the second folder. A second folder that is not connected follows at the first backup or unlocking with it. A copy of a backup elsewhere still opens with the key of before, and holds the key to these data: if others may have both, switch encryption off and on again, which makes a new key.',
    ko: '용지를 잃어버렸거나 다른 사람이 본 경우에 사용하세요. 교체하면 이전에 인쇄한 복구 키로는 이 컴퓨터와 이곳 및 두 번째 폴더의 백업을 열 수 없습니다. 지금 연결되지 않은 두 번째 폴더의 백업은 연결한 상태에서 처음 백업하거나 잠금을 해제할 때 바뀝니다. 다른 곳에 복사해 둔 백업은 이전 복구 키로 계속 열리며 이 데이터의 키도 들어 있습니다. 다른 사람이 그 사본과 이전 복구 키를 가지고 있을 수 있으면 암호화를 해제한 뒤 다시 설정하세요. 그러면 새 키가 만들어집니다.',
  },
  renew: { en: 'Replace the key', ko: '키 교체' },
  renewed: { en: 'The recovery key was replaced.', ko: '복구 키를 교체했습니다.' },
  offTitle: { en: 'Switch encryption off', ko: '암호화 해제' },
  offLead: {
    en: 'Everything will lie on this computer in plain text again, and anybody who can use it can read it.',
    ko: '모든 데이터가 암호화되지 않은 상태로 저장되며, 이 컴퓨터를 사용할 수 있는 사람은 누구나 읽을 수 있습니다.',
  },
  offAway: {
    en: 'Backups in {path} cannot be reached now and stay encrypted for good. Connect the folder first, or keep the present passphrase or recovery key as long as you may need them.',
    ko: '지금 {path}의 백업에 접근할 수 없으므로 그 백업은 계속 암호화된 상태로 남습니다. 먼저 폴더를 연결하거나, 백업이 필요할 수 있는 동안 현재 암호나 복구 키를 보관하세요.',
  },
  off: { en: 'Switch off', ko: '해제' },
  working: { en: 'One moment…', ko: '처리하고 있습니다…' },
});
