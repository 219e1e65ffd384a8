import { defineTexts } from '../../i18n/texts.ts';

export const handOverTexts = defineTexts('handOver', {
  title: { en: 'Hand over this laptop', ko: '노트북 인계' },
  lead: {
    en: 'Puts everything that is here into one locked file for a successor or a new computer: records with their history, open conflicts, files of evidence and the settings of this workspace. The successor opens it at the first start of Fieldbook, without a network.',
    ko: '후임자나 새 컴퓨터를 위해 이곳의 모든 자료를 잠긴 파일 하나에 담습니다. 기록과 변경 이력, 해결하지 않은 충돌, 증빙 파일, 작업 공간 설정이 들어갑니다. 후임자는 Fieldbook을 처음 시작할 때 네트워크 없이 이 파일을 엽니다.',
  },
  begin: { en: 'Make a hand-over pack…', ko: '인수인계 파일 만들기…' },
  passphrase: { en: 'Passphrase', ko: '암호' },
  passphraseHelp: {
    en: 'At least {count} characters. Four or five words that do not belong together are strong and can be told on the telephone. It cannot be recovered: pass it on by another way than the file.',
    ko: '{count}자 이상 입력하세요. 서로 관련 없는 단어 네다섯 개를 이으면 안전하고 전화로 전달하기도 쉽습니다. 잊으면 복구할 수 없으니 파일과 다른 경로로 전달하세요.',
  },
  again: { en: 'The same passphrase once more', ko: '암호 확인' },
  show: { en: 'Show or hide the passphrase', ko: '암호 표시 또는 숨기기' },
  short: { en: 'Too short: at least {count} characters.', ko: '너무 짧습니다. {count}자 이상 입력하세요.' },
  weak: {
    en: 'It can be used, but a longer one would be better: add a word or two.',
    ko: '사용할 수 있으나 더 긴 암호가 안전합니다. 단어를 한두 개 더하세요.',
  },
  good: { en: 'Strong.', ko: '안전합니다.' },
  differs: { en: 'The two are not the same.', ko: '두 암호가 다릅니다.' },
  content: {
    en: {
      one: '{count} file of evidence ({size}) goes along.',
      other: '{count} files of evidence ({size}) go along.',
    },
    ko: '증빙 파일 {count}개({size})가 함께 담깁니다.',
  },
  unusedStay: {
    en: {
      one: '{count} file stays out, because no record names it or the one that did was deleted.',
      other: '{count} files stay out, because no record names them or those that did were deleted.',
    },
    ko: '파일 {count}개는 연결된 기록이 없거나 그 기록이 삭제되어 담지 않습니다.',
  },
  tooLarge: {
    en: 'The files of evidence ({size}) are more than one pack can hold ({limit}), so they stay out. Send them under Send as packs “with the files of evidence”, period by period; the successor receives them there.',
    ko: '증빙 파일({size})이 파일 하나의 한도({limit})를 넘어 담지 않습니다. ‘보내기’에서 ‘증빙 파일 포함’으로 기간별로 나누어 보내면 후임자가 받을 수 있습니다.',
  },
  save: { en: 'Save the pack…', ko: '인수인계 파일 저장…' },
  cancel: { en: 'Cancel', ko: '취소' },
  gathering: { en: 'Reading file {at} of {of}…', ko: '증빙 파일 {of}개 중 {at}번째를 읽고 있습니다…' },
  sealing: {
    en: 'Locking the pack. This takes some seconds…',
    ko: '파일을 잠그고 있습니다. 몇 초 걸립니다…',
  },
  unreadable: {
    en: {
      one: '{count} file of evidence could not be read from this computer and is not in the pack.',
      other: '{count} files of evidence could not be read from this computer and are not in the pack.',
    },
    ko: '증빙 파일 {count}개를 이 컴퓨터에서 읽지 못해 담지 못했습니다.',
  },
  saved: { en: 'Saved: {path} ({size})', ko: '저장했습니다: {path}({size})' },
  savedHelp: {
    en: 'Now prove that it can be opened: choose the file where it lies, on the stick if it goes there.',
    ko: '이제 파일이 열리는지 확인합니다. USB에 옮겼다면 USB에 있는 파일을 선택하세요.',
  },
  check: { en: 'Check the pack…', ko: '파일 확인…' },
  checking: {
    en: 'Opening the pack and checking all of it…',
    ko: '파일을 열어 전체 내용을 확인하고 있습니다…',
  },
  checked: {
    en: {
      one: 'The pack opens with this passphrase and is whole: {count} record, {files}.',
      other: 'The pack opens with this passphrase and is whole: {count} records, {files}.',
    },
    ko: '이 암호로 파일이 열리며 내용이 온전합니다. 기록 {count}건, {files}.',
  },
  files: {
    en: { one: '{count} file of evidence', other: '{count} files of evidence' },
    ko: '증빙 파일 {count}개',
  },
  filesMissing: {
    en: {
      one: '{count} file of evidence that a record names is not in the pack: {names}. The successor has the record without it; bring it back from the second folder of the backups, or send it under Send as packs.',
      other:
        '{count} files of evidence that records name are not in the pack: {names}. The successor has the records without them; bring them back from the second folder of the backups, or send them under Send as packs.',
    },
    ko: '기록에 있는 증빙 파일 {count}개가 인수인계 파일에 없습니다: {names}. 후임자는 기록만 받게 되니 백업의 두 번째 폴더에서 되찾거나 ‘보내기’로 따로 보내세요.',
  },
  otherPack: {
    en: 'This is a pack, but not the one that was just saved. Choose that one.',
    ko: '인수인계 파일이지만 방금 저장한 파일이 아닙니다. 방금 저장한 파일을 선택하세요.',
  },
  mark: { en: 'This laptop is handed over', ko: '이 노트북을 인계한 것으로 표시' },
  markHelp: {
    en: 'From then on records can be read and sent here, but not changed, so that nobody works on two copies. This can be taken back.',
    ko: '표시하면 여기에서는 기록을 보거나 보낼 수만 있고 변경할 수 없어 두 곳에서 따로 작업하는 일을 막습니다. 나중에 취소할 수 있습니다.',
  },
  handedOver: {
    en: 'This laptop was handed over on {date}. Nothing is written here.',
    ko: '이 노트북은 {date}에 인계했습니다. 여기에는 아무것도 저장되지 않습니다.',
  },
  takeBack: { en: 'Take it back…', ko: '인계 취소…' },
  takeBackTitle: { en: 'Work here again?', ko: '여기에서 다시 작업하시겠습니까?' },
  takeBackText: {
    en: 'If a successor has taken the pack over, two people would then go on with the same records on two computers. Nothing is lost by that, but both have to exchange workbooks, and what both change becomes a conflict. Do it only if nobody took the pack over, or both know of it.',
    ko: '후임자가 이미 인수했다면 두 사람이 두 컴퓨터에서 같은 기록으로 작업하게 됩니다. 기록이 없어지지는 않지만 서로 통합 문서를 주고받아야 하고, 양쪽에서 바꾼 내용은 충돌이 됩니다. 아무도 인수하지 않았거나 두 사람이 모두 알고 있을 때만 취소하세요.',
  },
  takeBackConfirm: { en: 'Work here again', ko: '여기에서 다시 작업' },
  failed: {
    en: 'The pack could not be made on this computer. Close other programs and try again. Nothing was changed.',
    ko: '이 컴퓨터에서 인수인계 파일을 만들지 못했습니다. 다른 프로그램을 닫고 다시 시도하세요. 바뀐 내용은 없습니다.',
  },
  filesNotListed: {
    en: 'The files of evidence on this computer cannot be read now, so no pack was made: they would be missing in it. Restart Fieldbook and try again.',
    ko: '이 컴퓨터의 증빙 파일을 읽지 못해 인수인계 파일을 만들지 않았습니다. 만들었다면 증빙 파일이 빠졌을 것입니다. Fieldbook을 다시 시작한 뒤 시도하세요.',
  },
  journalFailed: {
    en: 'The journal on this computer cannot be read now, so no pack was made. Restart Fieldbook and try again.',
    ko: '이 컴퓨터의 저널을 읽지 못해 인수인계 파일을 만들지 않았습니다. Fieldbook을 다시 시작한 뒤 시도하세요.',
  },
});
