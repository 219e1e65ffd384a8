import { defineTexts } from '../../i18n/texts.ts';

export const beginAnewTexts = defineTexts('beginAnew', {
  begin: { en: 'Begin anew without these data…', ko: '이 데이터 없이 새로 시작…' },
  help: {
    en: 'For a computer whose passphrase and recovery key nobody has any more.',
    ko: '암호와 복구 키를 아는 사람이 아무도 없는 컴퓨터에서 사용합니다.',
  },
  dialogTitle: {
    en: 'Begin anew without the data of this computer?',
    ko: '이 컴퓨터의 데이터 없이 새로 시작하시겠습니까?',
  },
  ask: {
    en: 'First ask whoever worked here for the passphrase, and look for the printed recovery key: with either of them everything opens.',
    ko: '먼저 이 컴퓨터를 쓰던 사람에게 암호를 묻고 인쇄해 둔 복구 키를 찾아보세요. 둘 중 하나만 있으면 모든 데이터를 열 수 있습니다.',
  },
  setsAside: {
    en: 'The encrypted data are not deleted: they are set aside in a folder on this computer, which is named afterwards. Without passphrase or recovery key nobody can read them.',
    ko: '암호화된 데이터는 삭제하지 않고 이 컴퓨터의 다른 폴더로 옮기며, 옮긴 위치를 알려 드립니다. 암호나 복구 키가 없으면 아무도 읽을 수 없습니다.',
  },
  erases: {
    en: 'A browser cannot set data aside: all records, backups and files of evidence in this browser are erased, and nobody can ever read them again.',
    ko: '브라우저에서는 데이터를 따로 옮겨 둘 수 없습니다. 이 브라우저의 모든 기록, 백업, 증빙 파일을 삭제하며, 이후에는 아무도 다시 읽을 수 없습니다.',
  },
  stays: {
    en: 'Backups in a second folder and copies that were saved or sent stay where they are; they open with the passphrase or recovery key that they were made with. Fieldbook then starts as on a new computer.',
    ko: '두 번째 폴더의 백업과 저장하거나 보낸 사본은 그대로 남으며, 만들 당시의 암호나 복구 키로 열 수 있습니다. 그런 다음 Fieldbook을 새 컴퓨터처럼 처음부터 시작합니다.',
  },
  phrase: { en: 'begin anew', ko: '새로 시작' },
  type: { en: 'To confirm, type: {phrase}', ko: '확인을 위해 다음을 입력하세요: {phrase}' },
  confirmAside: { en: 'Set aside and begin anew', ko: '옮겨 두고 새로 시작' },
  confirmErase: { en: 'Erase for good and begin anew', ko: '영구 삭제하고 새로 시작' },
  cancel: { en: 'Cancel', ko: '취소' },
  working: { en: 'Preparing a new start…', ko: '새로 시작할 준비를 하고 있습니다…' },
  done: {
    en: 'The earlier data lie in {to}. Should a passphrase or recovery key turn up: close Fieldbook, move the folder {from} elsewhere, and put this one in its place under that name.',
    ko: '이전 데이터를 {to}에 옮겨 두었습니다. 나중에 암호나 복구 키를 찾으면 Fieldbook을 닫고 {from} 폴더를 다른 곳으로 옮긴 뒤, 옮겨 둔 폴더를 그 자리에 같은 이름으로 놓으세요.',
  },
  start: { en: 'Start Fieldbook anew', ko: 'Fieldbook 새로 시작' },
  failedAside: {
    en: 'It did not work, perhaps because another program has a file open or the disk is full; nothing was deleted. Close other programs and windows, start Fieldbook again, then try once more.',
    ko: '다른 프로그램에서 파일을 사용 중이거나 디스크 공간이 부족하여 새로 시작하지 못했습니다. 삭제된 데이터는 없습니다. 다른 프로그램과 창을 닫고 Fieldbook을 다시 시작한 뒤 다시 시도하세요.',
  },
  failedErase: {
    en: 'Something could not be erased, perhaps because another window has it open. Close other windows of Fieldbook, open it again, then try once more.',
    ko: '다른 창에서 사용 중이어서 삭제하지 못한 데이터가 있습니다. Fieldbook의 다른 창을 닫고 다시 연 뒤 다시 시도하세요.',
  },
});
