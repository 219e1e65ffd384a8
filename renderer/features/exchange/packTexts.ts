import { defineTexts } from '../../i18n/texts.ts';

/** Files of evidence that come along with a workbook. */
export const packTexts = defineTexts('pack', {
  evidence: { en: 'Files of evidence', ko: '증빙 파일' },
  fresh: { en: 'New', ko: '추가' },
  hereAlready: { en: 'Here already', ko: '이미 있음' },
  noFiles: { en: 'none', ko: '없음' },
  notHereYet: {
    en: {
      one: '{count} file of evidence that this workbook names is not here yet. The records are taken; ask the sender for a pack “with the files of evidence”.',
      other:
        '{count} files of evidence that this workbook names are not here yet. The records are taken; ask the sender for a pack “with the files of evidence”.',
    },
    ko: '이 통합 문서의 증빙 파일 {count}개가 아직 이 컴퓨터에 없습니다. 기록은 가져오니 보낸 사람에게 ‘증빙 파일 포함’으로 다시 보내 달라고 요청하세요.',
  },
  notCome: {
    en: {
      one: '{count} file of evidence that this workbook names did not come along and is not here yet. The records are taken.',
      other:
        '{count} files of evidence that this workbook names did not come along and are not here yet. The records are taken.',
    },
    ko: '이 통합 문서의 증빙 파일 {count}개가 함께 오지 않아 아직 이 컴퓨터에 없습니다. 기록은 가져옵니다.',
  },
  kept: {
    en: {
      one: '{count} file of evidence is kept here now.',
      other: '{count} files of evidence are kept here now.',
    },
    ko: '증빙 파일 {count}개를 이 컴퓨터에 보관했습니다.',
  },
  receiveAgain: {
    en: 'Receive the pack again afterwards; nothing is counted twice.',
    ko: '해결한 뒤 묶음 파일을 다시 받으세요. 두 번 반영되지 않습니다.',
  },
  commitFiles: {
    en: { one: 'Keep {count} file of evidence', other: 'Keep {count} files of evidence' },
    ko: '증빙 파일 {count}개 보관하기',
  },
});
