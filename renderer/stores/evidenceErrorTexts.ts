import type { Language } from '../../shared/core/language.ts';
import type { HostErrorCode } from '../../shared/ipc/host.ts';
import { fillMessage, type MessageText } from '../../shared/messages/message.ts';

const textByCode: Readonly<Partial<Record<HostErrorCode, MessageText>>> = {
  NO_SPACE: {
    en: '“{name}” was not kept: the disk is full. Free some space, then try again.',
    ko: '“{name}” 파일을 보관하지 못했습니다. 디스크 공간이 부족합니다. 공간을 확보한 뒤 다시 시도하세요.',
  },
  READ_ONLY: {
    en: '“{name}” was not kept: the disk refuses to be written. Check that it is not write-protected, then try again.',
    ko: '“{name}” 파일을 보관하지 못했습니다. 디스크에 쓸 수 없습니다. 쓰기 금지 여부를 확인한 뒤 다시 시도하세요.',
  },
  NO_PERMISSION: {
    en: '“{name}” was not kept: this computer denies access to the folder. Ask whoever manages the computer.',
    ko: '“{name}” 파일을 보관하지 못했습니다. 폴더에 접근할 권한이 없습니다. 컴퓨터 관리자에게 문의하세요.',
  },
  NOT_FOUND: {
    en: 'The file “{name}” is not on this computer. Ask whoever attached it for a copy, and attach that here; Fieldbook recognises it by its content.',
    ko: '“{name}” 파일이 이 컴퓨터에 없습니다. 첨부한 사람에게 사본을 받아 여기에 첨부하면 내용으로 알아보고 연결합니다.',
  },
  DAMAGED: {
    en: 'The file “{name}” is damaged: it is not what was attached. Attach it again from where it came; Fieldbook recognises it by its content.',
    ko: '“{name}” 파일이 손상되어 첨부할 때의 내용과 다릅니다. 원본을 다시 첨부하면 내용으로 알아보고 연결합니다.',
  },
};

const other: MessageText = {
  en: 'The disk failed with “{name}”. Try again; if it fails again, restart Fieldbook.',
  ko: '“{name}” 파일을 처리하지 못했습니다. 다시 시도하고, 계속 실패하면 Fieldbook을 다시 시작하세요.',
};

/** Why a file of evidence could not be kept or read, and what to do. */
export function evidenceErrorText(code: HostErrorCode, name: string, language: Language): string {
  return fillMessage(textByCode[code] ?? other, language, { name });
}
