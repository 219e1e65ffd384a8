import type { Language } from '../core/language.ts';
import type { PackNote, PackNoteCode } from '../exchangePack/readPack.ts';
import { fillMessage, type MessageText } from './message.ts';

export const packNoteTexts: Readonly<Record<PackNoteCode, MessageText>> = {
  MISSING: {
    en: 'The file “{name}” is told of but is not in the pack. Its record is taken; ask the sender for the file.',
    ko: '“{name}” 파일은 목록에 있으나 묶음 파일에 들어 있지 않습니다. 기록은 가져오니 파일은 보낸 사람에게 요청하세요.',
  },
  CHANGED: {
    en: 'The file “{name}” is not the one that was sent: its content was changed on the way. It is not taken; ask the sender for it again.',
    ko: '“{name}” 파일은 보낸 내용과 다릅니다. 전달 중에 바뀐 것으로 보여 가져오지 않으니 보낸 사람에게 다시 요청하세요.',
  },
  BROKEN: {
    en: 'The file “{name}” is damaged in the pack and is not taken. Ask the sender for it again.',
    ko: '묶음 파일 안의 “{name}” 파일이 손상되어 가져오지 않습니다. 보낸 사람에게 다시 요청하세요.',
  },
  TOO_LARGE: {
    en: 'The file “{name}” unpacks to more than a pack may hold and is not taken. Ask the sender for a pack of a shorter period.',
    ko: '“{name}” 파일은 압축을 풀면 묶음 파일의 한도를 넘어 가져오지 않습니다. 보낸 사람에게 더 짧은 기간으로 나누어 달라고 요청하세요.',
  },
  EXTRA: {
    en: 'The pack also holds “{name}”, which its list does not name. It is left where it is.',
    ko: '묶음 파일에 목록에 없는 “{name}” 파일이 들어 있습니다. 이 파일은 가져오지 않습니다.',
  },
  ODD_PATH: {
    en: 'The pack holds an entry whose name leads to another folder (“{name}”). It is not taken; tell the sender.',
    ko: '묶음 파일에 다른 폴더를 가리키는 이름의 항목(“{name}”)이 있습니다. 가져오지 않으니 보낸 사람에게 알리세요.',
  },
  WORKBOOK_EDITED: {
    en: 'The workbook in the pack (“{name}”) was edited after the pack was written. It is read like any edited workbook.',
    ko: '묶음 파일의 통합 문서(“{name}”)가 만들어진 뒤에 수정되었습니다. 수정된 통합 문서와 같은 방식으로 읽습니다.',
  },
};

/** What of a pack was not taken, and what to do. */
export function packNoteText({ code, name }: PackNote, language: Language): string {
  return fillMessage(packNoteTexts[code], language, { name });
}
