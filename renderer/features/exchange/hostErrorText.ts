import type { Language } from '../../../shared/core/language.ts';
import { maxPickedBytes } from '../../../shared/ipc/channels.ts';
import type { HostError, HostErrorCode } from '../../../shared/ipc/host.ts';
import { type FileErrorCode, fileError, fileErrorText } from '../../../shared/messages/fileErrors.ts';
import { fillMessage } from '../../../shared/messages/message.ts';

const codeByHostCode: Readonly<Record<HostErrorCode, FileErrorCode>> = {
  NO_SPACE: 'NO_SPACE',
  READ_ONLY: 'NO_PERMISSION',
  NO_PERMISSION: 'NO_PERMISSION',
  IN_USE: 'NO_PERMISSION',
  NOT_FOUND: 'NOT_FOUND',
  TOO_LARGE: 'IO',
  OUT_OF_ORDER: 'IO',
  DAMAGED: 'DAMAGED',
  REFUSED: 'NO_PERMISSION',
  NEWER: 'IO',
  LOCKED: 'NO_PERMISSION',
  NOT_SEALED: 'DAMAGED',
  IO: 'IO',
};

// The host does not say which of several files it was.
const pickedTooLarge = {
  en: 'One of the files is larger than {limit} MB and none was read. Leave it out, or split it by period or center.',
  ko: '선택한 파일 중에 {limit}MB보다 큰 파일이 있어 읽지 않았습니다. 그 파일을 빼거나 기간 또는 센터별로 나누세요.',
} as const;

/** Why a file that was chosen could not be read, and what to do. */
export function hostErrorText({ code, detail }: HostError, name: string, language: Language): string {
  if (code === 'TOO_LARGE') {
    return fillMessage(pickedTooLarge, language, { limit: maxPickedBytes / 1024 ** 2 });
  }
  return fileErrorText(fileError(codeByHostCode[code], detail, { name }), language);
}
