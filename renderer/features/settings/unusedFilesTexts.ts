import { defineTexts } from '../../i18n/texts.ts';

export const unusedFilesTexts = defineTexts('unusedFiles', {
  found: {
    en: {
      one: '{count} file of evidence ({size}) lies here that no record names any more.',
      other: '{count} files of evidence ({size}) lie here that no record names any more.',
    },
    ko: '연결된 기록이 없는 증빙 파일 {count}개({size})가 이 컴퓨터에 남아 있습니다.',
  },
  begin: { en: 'Erase them…', ko: '파일 삭제…' },
  title: { en: 'Erase files that no record names?', ko: '연결된 기록이 없는 파일을 삭제하시겠습니까?' },
  what: {
    en: {
      one: '{count} file ({size}) is erased for good on this computer, and its copy in the second folder.',
      other:
        '{count} files ({size}) are erased for good on this computer, and their copies in the second folder.',
    },
    ko: '파일 {count}개({size})를 이 컴퓨터에서 영구 삭제하고, 두 번째 폴더의 사본도 삭제합니다.',
  },
  whatHere: {
    en: {
      one: '{count} file ({size}) is erased for good on this computer.',
      other: '{count} files ({size}) are erased for good on this computer.',
    },
    ko: '파일 {count}개({size})를 이 컴퓨터에서 영구 삭제합니다.',
  },
  missed: {
    en: 'A deleted record that is brought back later, or an older backup that is restored, will be without its file. Where other computers back up to the same folder, copies that earlier versions put into the common folder stay there.',
    ko: '나중에 삭제한 기록을 되살리거나 이전 백업을 복원하면 해당 기록의 파일은 없는 상태가 됩니다. 다른 컴퓨터도 같은 폴더에 백업하는 경우 이전 버전이 공용 폴더에 저장한 사본은 그대로 남습니다.',
  },
  away: {
    en: 'The second folder {path} cannot be reached now, and copies would stay there. Connect it, and open these settings again.',
    ko: '두 번째 폴더 {path}에 지금 접근할 수 없어 사본이 남게 됩니다. 폴더를 연결한 뒤 설정을 다시 여세요.',
  },
  keep: { en: 'Keep them', ko: '취소' },
  erase: { en: 'Erase for good', ko: '영구 삭제' },
  working: { en: 'Erasing…', ko: '삭제하고 있습니다…' },
  erased: {
    en: { one: '{count} file was erased.', other: '{count} files were erased.' },
    ko: '파일 {count}개를 삭제했습니다.',
  },
  failed: {
    en: 'Not all of them could be erased; those that are left are counted again. Close other programs that may have them open, look whether the second folder can be written, and try again.',
    ko: '일부 파일을 삭제하지 못했습니다. 남은 파일은 다시 집계됩니다. 파일을 사용 중인 다른 프로그램을 닫고 두 번째 폴더에 쓸 수 있는지 확인한 뒤 다시 시도하세요.',
  },
});
