import { defineTexts } from '../i18n/texts.ts';

export const pdfTexts = defineTexts('pdf', {
  reading: { en: 'Reading the PDF…', ko: 'PDF 읽는 중…' },
  pages: { en: 'Pages of “{name}”', ko: '“{name}”의 쪽' },
  page: { en: 'Page {page} of “{name}”', ko: '“{name}” {page}쪽' },
  pageNumber: { en: 'Page', ko: '쪽 번호' },
  ofPages: { en: 'of {pages}', ko: '/ {pages}쪽' },
  previousPage: { en: 'Previous page (Page Up)', ko: '이전 쪽(Page Up)' },
  nextPage: { en: 'Next page (Page Down)', ko: '다음 쪽(Page Down)' },
  smaller: { en: 'Zoom out (-)', ko: '축소(-)' },
  larger: { en: 'Zoom in (+)', ko: '확대(+)' },
  zoom: { en: 'Size: {percent}% of the width', ko: '크기: 너비의 {percent}%' },
  save: { en: 'Save a copy', ko: '사본 저장' },
  again: { en: 'Try again', ko: '다시 시도' },
  LOCKED: {
    en: 'This PDF is locked with a password. Save a copy, and open that with the password.',
    ko: '암호가 설정된 PDF입니다. 사본을 저장한 뒤 암호를 입력하여 여세요.',
  },
  DAMAGED: {
    en: 'This PDF is damaged and cannot be shown. Ask whoever sent it for it once more and attach that, or save a copy and try another program.',
    ko: '손상되어 표시할 수 없는 PDF입니다. 보낸 사람에게 파일을 다시 받아 첨부하거나, 사본을 저장하여 다른 프로그램으로 여세요.',
  },
  NO_PAGES: {
    en: 'This PDF has no pages. Look at where it came from, and attach the one that has them.',
    ko: '내용이 한 쪽도 없는 PDF입니다. 원본을 확인하고 내용이 있는 파일을 첨부하세요.',
  },
  PAGE: {
    en: 'Page {page} cannot be shown. Save a copy, and open that.',
    ko: '{page}쪽을 표시할 수 없습니다. 사본을 저장하여 여세요.',
  },
  TOO_SLOW: {
    en: 'Page {page} took longer than {seconds} seconds, so it was stopped. Save a copy, and open that.',
    ko: '{page}쪽을 표시하는 데 {seconds}초가 넘게 걸려 중단하였습니다. 사본을 저장하여 여세요.',
  },
  STOPPED: {
    en: 'Page {page} could not be shown, perhaps for want of memory. Close other programs and try again, or save a copy and open that.',
    ko: '메모리가 부족하여 {page}쪽을 표시하지 못했을 수 있습니다. 다른 프로그램을 닫고 다시 시도하거나, 사본을 저장하여 여세요.',
  },
});
