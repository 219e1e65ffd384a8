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
  startFailed: {
    en: 'Fieldbook could not start',
    ko: 'Fieldbook을 시작하지 못했습니다',
  },
  startNoPermission: {
    en: 'Its folder for data cannot be used ({code}): {folder}. What was saved was not touched. Ask whoever manages this computer for access to it, or move away what stands in its place.',
    ko: '데이터 폴더를 사용할 수 없습니다({code}): {folder}. 저장된 데이터는 그대로 있습니다. 컴퓨터 관리자에게 폴더 접근 권한을 요청하거나, 그 자리에 있는 다른 파일을 옮기세요.',
  },
  startNoSpace: {
    en: 'The disk with its folder for data is full or cannot be written ({code}): {folder}. What was saved was not touched. Free some space or remove the write protection, and open Fieldbook again.',
    ko: '데이터 폴더가 있는 디스크에 공간이 없거나 쓸 수 없습니다({code}): {folder}. 저장된 데이터는 그대로 있습니다. 공간을 확보하거나 쓰기 금지를 해제한 뒤 Fieldbook을 다시 여세요.',
  },
  startBug: {
    en: 'It stopped because of an error of its own ({code}). What was saved was not touched. Open it again; if it fails again, install it anew, which keeps the data, and report this line.',
    ko: 'Fieldbook 자체 오류로 중단되었습니다({code}). 저장된 데이터는 그대로 있습니다. 다시 열고, 계속 실패하면 다시 설치한 뒤(데이터는 유지됩니다) 이 내용을 알려 주세요.',
  },
  mainFailed: {
    en: 'An error occurred in Fieldbook',
    ko: 'Fieldbook에 오류가 발생했습니다',
  },
  mainFailedDetail: {
    en: 'Fieldbook met an error of its own ({code}). What was shown as saved is kept. Save what you are writing, close Fieldbook and open it again. If it happens again, send the crash report under Settings.',
    ko: 'Fieldbook 자체 오류가 발생했습니다({code}). 저장됨으로 표시된 내용은 그대로 보존됩니다. 작성 중인 내용을 저장하고 Fieldbook을 닫은 뒤 다시 여세요. 오류가 반복되면 설정에서 오류 보고서를 보내 주시기 바랍니다.',
  },
  pdfFile: { en: 'PDF document', ko: 'PDF 문서' },
  allowedFiles: { en: 'Files', ko: '파일' },
} as const satisfies Readonly<Record<string, MessageText>>;
