import type { MessageText } from '../messages/message.ts';

/** What the hosts themselves say, in system dialogues. */
export const hostTexts = {
  openLinkQuestion: {
    en: 'Open this page in your web browser?\n\n{address}\n\nFieldbook itself stays offline.',
    ko: '이 페이지를 웹 브라우저에서 여시겠습니까?\n\n{address}\n\nFieldbook 자체는 인터넷에 연결되지 않습니다.',
  },
  openLink: { en: 'Open', ko: '열기' },
  cancel: { en: 'Cancel', ko: '취소' },
  unsavedQuestion: {
    en: 'Something that you entered has not been saved yet.',
    ko: '입력한 내용 중 아직 저장되지 않은 것이 있습니다.',
  },
  unsavedDetail: {
    en: 'Go back and save it, or close Fieldbook without it.',
    ko: '돌아가서 저장하시거나, 저장하지 않고 Fieldbook을 닫으세요.',
  },
  goBack: { en: 'Go back', ko: '돌아가기' },
  closeAnyway: { en: 'Close without saving', ko: '저장하지 않고 닫기' },
  notAnswering: {
    en: 'The window is not answering.',
    ko: '창이 응답하지 않습니다.',
  },
  notAnsweringDetail: {
    en: 'Wait a moment, or close Fieldbook. What was shown as saved is kept.',
    ko: '잠시 기다리시거나 Fieldbook을 닫으세요. 저장됨으로 표시된 내용은 그대로 보존됩니다.',
  },
  wait: { en: 'Wait', ko: '기다리기' },
  close: { en: 'Close', ko: '닫기' },
  windowFailed: {
    en: 'The window stopped unexpectedly.',
    ko: '창이 예기치 않게 중단되었습니다.',
  },
  windowFailedDetail: {
    en: 'What was shown as saved is kept. Open the window again to go on.',
    ko: '저장됨으로 표시된 내용은 그대로 보존됩니다. 계속하려면 창을 다시 여세요.',
  },
  openAgain: { en: 'Open again', ko: '다시 열기' },
  pdfFile: { en: 'PDF document', ko: 'PDF 문서' },
  allowedFiles: { en: 'Files', ko: '파일' },
} as const satisfies Readonly<Record<string, MessageText>>;
