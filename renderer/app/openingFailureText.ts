import type { Language } from '../../shared/core/language.ts';
import type { HostErrorCode } from '../../shared/ipc/host.ts';
import { fillMessage, type MessageText } from '../../shared/messages/message.ts';
import { lockErrorText } from '../features/lock/lockErrorText.ts';
import type { OpeningFailure } from './openApplication.ts';

const texts = {
  inUse: {
    en: 'Fieldbook is already open in another window. Go on there, or close it and open this one again.',
    ko: 'Fieldbook이 다른 창에서 이미 열려 있습니다. 그 창에서 계속하거나, 그 창을 닫고 다시 여세요.',
  },
  noPermission: {
    en: 'Fieldbook may not keep data here. In a browser, leave the private window; in the program, ask whoever manages this computer for access to its data folder.',
    ko: '이곳에는 데이터를 보관할 수 없습니다. 브라우저라면 시크릿 창이 아닌 일반 창에서 여시고, 설치한 프로그램이라면 컴퓨터 관리자에게 데이터 폴더 접근 권한을 요청하세요.',
  },
  noSpace: {
    en: 'The disk is full, so nothing could be saved. Free some space and open Fieldbook again.',
    ko: '디스크 공간이 부족하여 저장할 수 없습니다. 공간을 확보한 뒤 Fieldbook을 다시 여세요.',
  },
  readOnly: {
    en: 'The disk with the data cannot be written. Remove its write protection and open Fieldbook again.',
    ko: '데이터가 있는 디스크에 쓸 수 없습니다. 쓰기 금지를 해제한 뒤 Fieldbook을 다시 여세요.',
  },
  newer: {
    en: 'The data on this computer were written by a newer Fieldbook (format {installed}; this one knows {supported}). They were not touched. Install the newer version.',
    ko: '이 컴퓨터의 데이터는 더 새로운 Fieldbook에서 저장되었습니다(형식 {installed}, 현재 지원 {supported}). 데이터는 그대로 있습니다. 새 버전을 설치하세요.',
  },
  newerJournal: {
    en: 'The data on this computer were written by a newer Fieldbook. They were not touched. Install the newer version.',
    ko: '이 컴퓨터의 데이터는 더 새로운 Fieldbook에서 저장되었습니다. 데이터는 그대로 있습니다. 새 버전을 설치하세요.',
  },
  journal: {
    en: 'The journal, in which every change is kept, could not be read. Nothing was changed. Open Fieldbook again; if it fails again, keep a copy of the data folder and ask for help.',
    ko: '모든 변경을 보관하는 저널을 읽지 못했습니다. 데이터는 변경되지 않았습니다. Fieldbook을 다시 열고, 계속 실패하면 데이터 폴더의 사본을 보관한 뒤 도움을 요청하세요.',
  },
  bug: {
    en: 'Fieldbook could not start because of an error of its own. What was saved is still there. Open it again.',
    ko: 'Fieldbook 자체 오류로 시작하지 못했습니다. 저장된 데이터는 그대로 있습니다. 다시 여세요.',
  },
} as const satisfies Record<string, MessageText>;

/** One sentence on why Fieldbook did not open, and what to do; null is an error of Fieldbook itself. */
export function openingFailureText(failure: OpeningFailure | null, language: Language): string {
  if (failure === null) return texts.bug[language];
  if (failure.stage === 'host') return textOf(failure.error.code)[language];
  if (failure.stage === 'lock') return lockErrorText(failure.error, 'passphrase', language);
  const { error } = failure;
  switch (error.code) {
    case 'JOURNAL':
      return textOf(error.cause)[language];
    case 'NEWER_DATABASE':
      return fillMessage(texts.newer, language, {
        installed: error.installed,
        supported: error.supported,
      });
    case 'IN_USE':
      return texts.inUse[language];
  }
}

function textOf(code: HostErrorCode): MessageText {
  switch (code) {
    case 'IN_USE':
      return texts.inUse;
    case 'NO_PERMISSION':
      return texts.noPermission;
    case 'NEWER':
      return texts.newerJournal;
    // A call that the shell did not take.
    case 'REFUSED':
      return texts.bug;
    case 'NO_SPACE':
      return texts.noSpace;
    case 'READ_ONLY':
      return texts.readOnly;
    default:
      return texts.journal;
  }
}
