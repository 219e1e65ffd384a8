import { defineTexts } from '../../i18n/texts.ts';

export const securityTexts = defineTexts('security', {
  title: { en: 'Security', ko: '보안' },
  offText: {
    en: 'The data on this computer are not encrypted: whoever has the computer can read them. With a passphrase, records, drafts, evidence and backups are encrypted, and a printed recovery key opens them when it is forgotten.',
    ko: '이 컴퓨터의 데이터는 암호화되어 있지 않아 컴퓨터를 가진 사람은 누구나 볼 수 있습니다. 암호를 정하면 기록, 임시 저장 내용, 증빙 파일, 백업이 암호화되며, 암호를 잊었을 때에는 인쇄한 복구 키로 열 수 있습니다.',
  },
  setUp: { en: 'Encrypt with a passphrase…', ko: '암호를 정해 암호화…' },
  on: {
    en: 'The data on this computer are encrypted. Fieldbook asks for the passphrase at each start.',
    ko: '이 컴퓨터의 데이터가 암호화되어 있습니다. Fieldbook을 시작할 때마다 암호를 묻습니다.',
  },
  onBrowser: {
    en: 'The data in this browser are encrypted. Fieldbook asks for the passphrase each time that its page is opened or loaded anew.',
    ko: '이 브라우저의 데이터가 암호화되어 있습니다. 페이지를 열거나 새로 고칠 때마다 암호를 묻습니다.',
  },
  unsealed: {
    en: {
      one: '{count} file could not be written anew yet: it still lies in plain text or, after a change of the passphrase or the recovery key, opens with the one of before. It is tried again at the next unlocking; free some disk space.',
      other:
        '{count} files could not be written anew yet: they still lie in plain text or, after a change of the passphrase or the recovery key, open with the one of before. They are tried again at the next unlocking; free some disk space.',
    },
    ko: '아직 새로 쓰지 못한 파일이 {count}개 있습니다. 이 파일은 암호화되지 않았거나, 암호 또는 복구 키를 바꾼 뒤라면 이전 것으로 열립니다. 다음에 잠금을 해제할 때 다시 시도하니 디스크 공간을 확보하세요.',
  },
  lockAfter: { en: 'Lock after a pause of', ko: '자동 잠금 시간' },
  lockAfterHelp: {
    en: 'Drafts are kept. Ctrl+L locks at once.',
    ko: '작성 중인 내용은 보관됩니다. Ctrl+L을 누르면 바로 잠깁니다.',
  },
  minutes: { en: { one: '{count} minute', other: '{count} minutes' }, ko: '{count}분' },
  never: { en: 'Never', ko: '자동으로 잠그지 않음' },
  keychain: {
    en: 'Open at the start with this computer’s keychain',
    ko: '시작할 때 컴퓨터의 키체인으로 열기',
  },
  keychainHelp: {
    en: 'Then only a lock, by Ctrl+L or after a pause, asks for the passphrase. Whoever can log in to this computer as you can open Fieldbook.',
    ko: 'Ctrl+L을 누르거나 자동으로 잠긴 뒤에만 암호를 묻습니다. 이 컴퓨터에 본인 계정으로 로그인할 수 있는 사람은 Fieldbook을 열 수 있습니다.',
  },
  keychainPassphrase: { en: 'Passphrase, to allow it', ko: '확인을 위한 암호' },
  keychainAllow: { en: 'Allow', ko: '허용' },
  keychainFailed: {
    en: 'The keychain was not switched on. Enter the present passphrase; after several wrong ones wait a little.',
    ko: '키체인을 사용하도록 설정하지 못했습니다. 현재 암호를 입력하세요. 여러 번 틀리면 잠시 기다려야 합니다.',
  },
  keychainNotChanged: {
    en: 'Not changed: the keychain or the key file could not be used ({code}). Everything is as before; free some disk space and try again.',
    ko: '변경하지 못했습니다. 키체인 또는 키 파일을 사용할 수 없습니다({code}). 이전 설정이 유지되니 디스크 공간을 확보한 뒤 다시 시도하세요.',
  },
  lockNow: { en: 'Lock now', ko: '지금 잠그기' },
  change: { en: 'Change the passphrase…', ko: '암호 변경…' },
  renewKey: { en: 'New recovery key…', ko: '새 복구 키…' },
  sealedBackup: {
    en: 'This backup was encrypted with another key. Enter the passphrase that was in use when it was made, or its recovery key.',
    ko: '이 백업은 다른 키로 암호화되어 있습니다. 백업을 만들 때 사용한 암호나 복구 키를 입력하세요.',
  },
  sealedSecret: { en: 'Passphrase or recovery key of the backup', ko: '백업의 암호 또는 복구 키' },
  sealedWrong: {
    en: 'This does not open the backup. Check the keyboard language and capital letters, then enter it again.',
    ko: '입력한 내용으로 백업을 열 수 없습니다. 한영 전환과 대소문자를 확인하고 다시 입력하세요.',
  },
  sealedWait: {
    en: {
      one: 'This does not open the backup. You can try again in {count} second.',
      other: 'This does not open the backup. You can try again in {count} seconds.',
    },
    ko: '입력한 내용으로 백업을 열 수 없습니다. {count}초 뒤에 다시 시도할 수 있습니다.',
  },
  sealedOpen: { en: 'Open the backup', ko: '백업 열기' },
  switchOff: { en: 'Switch encryption off…', ko: '암호화 해제…' },
});
