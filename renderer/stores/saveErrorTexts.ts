import type { Language } from '../../shared/core/language.ts';
import type { HostErrorCode } from '../../shared/ipc/host.ts';
import { fillMessage, type MessageText } from '../../shared/messages/message.ts';
import { findingText } from '../../shared/schema/validate.ts';
import type { SaveError } from '../storage/fieldbookStore.ts';

const journalTexts: Readonly<Partial<Record<HostErrorCode, MessageText>>> = {
  NO_SPACE: {
    en: 'Not saved: the disk is full. Free some space, then save again; your input is still here.',
    ko: '저장하지 못했습니다. 디스크 공간이 부족합니다. 공간을 확보한 뒤 다시 저장하세요. 입력한 내용은 그대로 있습니다.',
  },
  READ_ONLY: {
    en: 'Not saved: the disk refuses to be written. Check that it is not write-protected, then save again.',
    ko: '저장하지 못했습니다. 디스크에 쓸 수 없습니다. 쓰기 금지 여부를 확인한 뒤 다시 저장하세요.',
  },
  NO_PERMISSION: {
    en: 'Not saved: this computer denies access to the journal. Ask whoever manages the computer, then save again.',
    ko: '저장하지 못했습니다. 저널 파일에 접근할 권한이 없습니다. 컴퓨터 관리자에게 문의한 뒤 다시 저장하세요.',
  },
  IN_USE: {
    en: 'Not saved: another window uses the journal. Close it, then save again.',
    ko: '저장하지 못했습니다. 다른 창에서 저널을 사용하고 있습니다. 그 창을 닫고 다시 저장하세요.',
  },
};

const texts = {
  journal: {
    en: 'Not saved: the journal could not be written. Save again; if it fails again, restart Fieldbook.',
    ko: '저장하지 못했습니다. 저널에 기록할 수 없습니다. 다시 저장하고, 계속 실패하면 Fieldbook을 다시 시작하세요.',
  },
  database: {
    en: 'Written to the journal, but the working store did not follow. Restart Fieldbook; it will catch up.',
    ko: '저널에는 기록되었으나 작업 저장소에 반영되지 않았습니다. Fieldbook을 다시 시작하면 자동으로 반영됩니다.',
  },
  timeout: {
    en: 'No answer from the disk for {seconds} seconds. Wait a moment and look whether the entry is there before saving again.',
    ko: '디스크가 {seconds}초 동안 응답하지 않습니다. 잠시 기다린 뒤, 다시 저장하기 전에 기록이 있는지 확인하세요.',
  },
  noRoom: {
    en: 'Not saved: only {free} MB are free on the disk, and below 200 MB Fieldbook saves nothing, so that what is here stays whole. Free some space, then save again; your input is still here.',
    ko: '저장하지 못했습니다. 디스크에 {free}MB만 남아 있습니다. 기존 데이터를 보호하기 위해 200MB 미만에서는 저장하지 않습니다. 공간을 확보한 뒤 다시 저장하세요. 입력한 내용은 그대로 있습니다.',
  },
  handedOver: {
    en: 'Not saved: this computer was handed over, and somebody else goes on with its records. Take it back under Settings if that is wrong; your input is still here.',
    ko: '저장하지 못했습니다. 이 컴퓨터의 업무는 인계되어 다른 사람이 이어서 하고 있습니다. 잘못된 경우 설정에서 인계를 취소하세요. 입력한 내용은 그대로 있습니다.',
  },
  closed: {
    en: 'Not saved: the store is closed. Restart Fieldbook.',
    ko: '저장하지 못했습니다. 저장소가 닫혀 있습니다. Fieldbook을 다시 시작하세요.',
  },
} as const satisfies Record<string, MessageText>;

/** One sentence on why saving failed, and what to do. */
export function saveErrorText(error: SaveError, language: Language): string {
  switch (error.code) {
    case 'JOURNAL':
      return (journalTexts[error.cause] ?? texts.journal)[language];
    case 'DATABASE':
      return texts.database[language];
    case 'TIMEOUT':
      return fillMessage(texts.timeout, language, { seconds: error.seconds });
    case 'INVALID':
      return error.findings.map((finding) => findingText(finding, language)).join(' ');
    case 'NO_ROOM':
      return fillMessage(texts.noRoom, language, { free: Math.floor(error.freeBytes / 1_000_000) });
    case 'HANDED_OVER':
      return texts.handedOver[language];
    case 'CLOSED':
      return texts.closed[language];
  }
}
