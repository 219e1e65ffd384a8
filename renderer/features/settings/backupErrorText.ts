import type { Language } from '../../../shared/core/language.ts';
import type { HostErrorCode } from '../../../shared/ipc/host.ts';
import type { MessageText } from '../../../shared/messages/message.ts';

/** What was being done with a backup: made, put in the place of what is here, or saved as a copy elsewhere. */
export type BackupWork = 'take' | 'restore' | 'copy';

const outcomes: Readonly<Record<BackupWork, MessageText>> = {
  take: {
    en: 'The last backup failed. What you saved is still in the journal.',
    ko: '마지막 백업에 실패했습니다. 저장한 내용은 저널에 그대로 있습니다.',
  },
  restore: {
    en: 'The restore failed; no record was lost.',
    ko: '복원하지 못했습니다. 손실된 기록은 없습니다.',
  },
  copy: {
    en: 'The copy of the backup was not saved. The backup itself is still there.',
    ko: '백업 사본을 저장하지 못했습니다. 백업은 그대로 있습니다.',
  },
};

const advice: Readonly<Record<HostErrorCode, MessageText>> = {
  NO_SPACE: {
    en: 'The disk is full: free some space, then try again.',
    ko: '디스크 공간이 부족합니다. 공간을 확보한 뒤 다시 시도하세요.',
  },
  READ_ONLY: {
    en: 'The disk cannot be written: remove its write protection, then try again.',
    ko: '디스크에 쓸 수 없습니다. 쓰기 금지를 해제한 뒤 다시 시도하세요.',
  },
  NO_PERMISSION: {
    en: 'This computer denies access to the folder, or another program holds the file: try again in a moment, or ask whoever manages the computer.',
    ko: '폴더에 접근할 권한이 없거나 다른 프로그램이 파일을 사용하고 있습니다. 잠시 뒤 다시 시도하거나 컴퓨터 관리자에게 문의하세요.',
  },
  IN_USE: {
    en: 'Another program or window holds the file: close it, then try again.',
    ko: '다른 프로그램이나 창에서 파일을 사용하고 있습니다. 닫은 뒤 다시 시도하세요.',
  },
  NOT_FOUND: {
    en: 'The folder or the file is not there any more: plug the disk in again or choose another folder, then try again.',
    ko: '폴더나 파일을 찾을 수 없습니다. 디스크를 다시 연결하거나 다른 폴더를 선택한 뒤 다시 시도하세요.',
  },
  TOO_LARGE: {
    en: 'The file is larger than the disk takes: choose another disk, then try again.',
    ko: '파일이 디스크에서 허용하는 크기보다 큽니다. 다른 디스크를 선택한 뒤 다시 시도하세요.',
  },
  NEWER: {
    en: 'The journal on this computer was written by a newer Fieldbook: install the newer version.',
    ko: '이 컴퓨터의 저널은 더 새로운 Fieldbook에서 저장되었습니다. 새 버전을 설치하세요.',
  },
  LOCKED: {
    en: 'The data are locked: unlock them, then try again.',
    ko: '데이터가 잠겨 있습니다. 잠금을 해제한 뒤 다시 시도하세요.',
  },
  DAMAGED: {
    en: 'The file is damaged: choose another backup.',
    ko: '파일이 손상되었습니다. 다른 백업을 선택하세요.',
  },
  NOT_SEALED: {
    en: 'The journal on this computer is not the one that Fieldbook wrote: open Fieldbook again.',
    ko: '이 컴퓨터의 저널이 Fieldbook에서 기록한 파일이 아닙니다. Fieldbook을 다시 여세요.',
  },
  OUT_OF_ORDER: {
    en: 'The journal was changed meanwhile: open Fieldbook again, then try again.',
    ko: '그사이 저널이 변경되었습니다. Fieldbook을 다시 연 뒤 다시 시도하세요.',
  },
  REFUSED: {
    en: 'Fieldbook could not do it: open Fieldbook again, then try again.',
    ko: '작업을 처리하지 못했습니다. Fieldbook을 다시 연 뒤 다시 시도하세요.',
  },
  IO: {
    en: 'The disk reports an error: try again; if it fails again, have the disk checked and keep copies on another one.',
    ko: '디스크에서 오류가 발생했습니다. 다시 시도하고, 계속 실패하면 디스크를 점검하고 다른 디스크에 사본을 보관하세요.',
  },
};

/** What did not happen, what that means for the data, and what to do. */
export function backupErrorText(code: HostErrorCode, work: BackupWork, language: Language): string {
  return `${outcomes[work][language]} ${advice[code][language]}`;
}
