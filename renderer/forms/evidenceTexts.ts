import { defineTexts } from '../i18n/texts.ts';

export const evidenceTexts = defineTexts('evidence', {
  drop: { en: 'Drop or paste files here, or', ko: '파일을 끌어다 놓거나 붙여넣기, 또는' },
  choose: { en: 'Choose files', ko: '파일 선택' },
  camera: { en: 'Take a photo', ko: '사진 촬영' },
  dropNow: { en: 'Let go to attach', ko: '놓으면 첨부합니다' },
  attached: { en: 'Attached files', ko: '첨부한 파일' },
  dialogTitle: { en: 'Attach files', ko: '파일 첨부' },
  photoNote: {
    en: 'Photos are made smaller, and the place and time that a camera writes into them is removed.',
    ko: '사진은 크기를 줄이고, 카메라가 기록한 촬영 위치와 시각 정보를 삭제합니다.',
  },
  reading: { en: 'Reading “{name}”…', ko: '“{name}” 읽는 중…' },
  kind: { en: 'Kind of “{name}”', ko: '“{name}” 증빙 유형' },
  date: { en: 'Date of “{name}”', ko: '“{name}” 작성일' },
  description: { en: 'Description of “{name}”', ko: '“{name}” 설명' },
  center: { en: 'Center', ko: '센터' },
  kindShort: { en: 'Kind', ko: '증빙 유형' },
  dateShort: { en: 'Dated', ko: '작성일' },
  descriptionShort: { en: 'What it shows, and who', ko: '무엇을, 누구를 보여 주는지' },
  badDate: {
    en: 'This date cannot be read. Type it as 2026-11-23, or clear it.',
    ko: '날짜를 알 수 없습니다. 2026-11-23처럼 입력하거나 지우세요.',
  },
  size: { en: '{size}', ko: '{size}' },
  smaller: { en: '{size}, was {before}', ko: '{size}(원본 {before})' },
  known: {
    en: 'This file is here already; its entry is used.',
    ko: '이미 등록된 파일입니다. 기존 기록을 사용합니다.',
  },
  location: {
    en: 'Fieldbook cannot rewrite this picture, so the place where it was taken may be inside. Better attach it saved as JPEG.',
    ko: '이 사진은 다시 저장할 수 없어 촬영 위치 정보가 남아 있을 수 있습니다. JPEG로 저장하여 첨부하는 것이 안전합니다.',
  },
  large: {
    en: 'This file is larger than {limit} MB and makes everything that is sent with it as large.',
    ko: '{limit}MB보다 큰 파일입니다. 함께 보내는 자료도 그만큼 커집니다.',
  },
  agree: { en: 'Attach it as it is', ko: '그대로 첨부' },
  refusedEmpty: {
    en: 'The file is empty. Look at where it came from.',
    ko: '빈 파일입니다. 원본을 확인하세요.',
  },
  refusedLarge: {
    en: 'The file is larger than {limit} MB. Split it, or save it smaller.',
    ko: '{limit}MB보다 큰 파일입니다. 나누거나 크기를 줄여 저장하세요.',
  },
  refusedPixels: {
    en: 'This picture has more than 110 million pixels; drawing it would take all memory of the computer. Save it smaller, and attach that.',
    ko: '이 사진은 1억 1,000만 화소를 넘어 표시하려면 컴퓨터 메모리가 모두 필요합니다. 더 작은 크기로 저장하여 첨부하세요.',
  },
  refusedKind: {
    en: 'This is neither a photo nor a PDF, Word, Excel, PowerPoint, HWP or OpenDocument file. Save it as PDF and attach that.',
    ko: '사진, PDF, 한글, Word, Excel, PowerPoint, OpenDocument 파일이 아닙니다. PDF로 저장하여 첨부하세요.',
  },
  refusedNotFollowed: {
    en: 'This photo is built in a way that Fieldbook does not know, so the place where it was taken cannot be removed. Save it as JPEG on the phone or camera, and attach that.',
    ko: '구조를 알 수 없는 사진이어서 촬영 위치 정보를 삭제할 수 없습니다. 휴대전화나 카메라에서 JPEG로 저장하여 첨부하세요.',
  },
  refusedUnreadable: {
    en: 'The file cannot be read any more. Choose it again.',
    ko: '파일을 읽을 수 없습니다. 다시 선택하세요.',
  },
  attach: {
    en: { one: 'Attach {count} file', other: 'Attach {count} files' },
    ko: '파일 {count}개 첨부',
  },
  attaching: { en: 'Attaching…', ko: '첨부 중…' },
  cancel: { en: 'Cancel', ko: '취소' },
  view: { en: 'View “{name}”', ko: '“{name}” 크게 보기' },
  saveCopy: { en: 'Save a copy of “{name}”', ko: '“{name}” 사본 저장' },
  detach: { en: 'Take “{name}” away', ko: '“{name}” 빼기' },
  close: { en: 'Close', ko: '닫기' },
  previous: { en: 'Previous file', ko: '이전 파일' },
  next: { en: 'Next file', ko: '다음 파일' },
  noPreview: {
    en: 'Files of this kind are not shown here. Save a copy, and open that.',
    ko: '이 형식은 여기에서 볼 수 없습니다. 사본을 저장하여 여세요.',
  },
  none: {
    en: 'No file: told of in words only.',
    ko: '파일 없이 설명만 등록되어 있습니다.',
  },
  missing: {
    en: 'The file is not here yet. Ask whoever attached it for a pack with the files of evidence, or attach a copy here; it is recognised by its content.',
    ko: '파일이 아직 이 컴퓨터에 없습니다. 첨부한 사람에게 증빙 파일이 포함된 묶음 파일을 요청하거나 사본을 여기에 첨부하세요. 내용으로 알아보고 연결합니다.',
  },
  damaged: {
    en: 'The file is damaged: it is not what was attached. Attach it again from where it came; it is recognised by its content.',
    ko: '파일이 손상되어 첨부할 때의 내용과 다릅니다. 원본을 다시 첨부하면 내용으로 알아보고 연결합니다.',
  },
  tooManyPixels: {
    en: 'This picture is too large to be shown. Save a copy to keep it elsewhere.',
    ko: '사진이 너무 커서 표시하지 않습니다. 필요하면 사본을 저장하세요.',
  },
  unreadable: {
    en: 'The disk does not give the file. Try again; if it fails again, restart Fieldbook.',
    ko: '디스크에서 파일을 읽지 못했습니다. 다시 시도하고, 계속 실패하면 Fieldbook을 다시 시작하세요.',
  },
});
