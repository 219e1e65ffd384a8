import type { Language } from '../../shared/core/language.ts';
import type { HostErrorCode } from '../../shared/ipc/host.ts';
import type { MessageText } from '../../shared/messages/message.ts';

/**
 * Windows refuses to replace a file that Excel or Acrobat has open with the very code of a folder that may not be
 * written: which of the two it is nobody can tell, so the sentence names both.
 */
const held: MessageText = {
  en: 'The file was not saved. Another program, such as Excel or a PDF reader, may have it open, or you may not be allowed to write to that folder. Close the file or choose another folder or name, then save again.',
  ko: '파일을 저장하지 못했습니다. Excel이나 PDF 뷰어 등 다른 프로그램에서 파일을 열고 있거나 해당 폴더에 쓸 권한이 없을 수 있습니다. 파일을 닫거나 다른 폴더 또는 다른 이름을 선택한 뒤 다시 저장하세요.',
};

const failed: MessageText = {
  en: 'The file was not saved because that disk failed or did not answer. Choose a folder on this computer’s own disk, then save again.',
  ko: '디스크에 오류가 있거나 응답이 없어 파일을 저장하지 못했습니다. 이 컴퓨터의 디스크에 있는 폴더를 선택한 뒤 다시 저장하세요.',
};

const textByCode: Readonly<Partial<Record<HostErrorCode, MessageText>>> = {
  NO_SPACE: {
    en: 'The file was not saved: that disk is full. Free some space or choose another disk, then save again. Your records are unchanged.',
    ko: '디스크 공간이 부족하여 파일을 저장하지 못했습니다. 공간을 확보하거나 다른 디스크를 선택한 뒤 다시 저장하세요. 기록은 그대로입니다.',
  },
  READ_ONLY: {
    en: 'The file was not saved: that disk cannot be written. Remove its write protection or choose another folder, then save again.',
    ko: '쓰기 금지된 디스크여서 파일을 저장하지 못했습니다. 쓰기 금지를 해제하거나 다른 폴더를 선택한 뒤 다시 저장하세요.',
  },
  NOT_FOUND: {
    en: 'The file was not saved: the folder is not there any more. Plug the disk in again or choose another folder, then save again.',
    ko: '폴더를 찾을 수 없어 파일을 저장하지 못했습니다. 디스크를 다시 연결하거나 다른 폴더를 선택한 뒤 다시 저장하세요.',
  },
  TOO_LARGE: {
    en: 'The file was not saved: it is larger than that disk takes. Choose a folder on another disk, then save again.',
    ko: '해당 디스크에 저장할 수 있는 크기를 넘어 파일을 저장하지 못했습니다. 다른 디스크의 폴더를 선택한 뒤 다시 저장하세요.',
  },
  NO_PERMISSION: held,
  IN_USE: held,
  REFUSED: held,
};

/** Why a file could not be written where the person said, and what to do. */
export const fileSaveErrorText = (code: HostErrorCode, language: Language): string =>
  (textByCode[code] ?? failed)[language];
