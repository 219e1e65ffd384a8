import { longText } from '../schema/fields.ts';

/** Where the evidence of an activity is kept, in words; files themselves are not kept with the records yet. */
export const evidenceNote = (group: string) =>
  longText({
    label: { en: 'Evidence (where it is kept)', ko: '증빙(보관 위치)' },
    help: {
      en: 'Minutes, attendance sheets, photos or letters: what there is, and where it can be found.',
      ko: '회의록, 참석자 명부, 사진, 공문 등 증빙의 종류와 보관 위치를 적으세요.',
    },
    aliases: ['evidence', 'documents', 'attachments', 'proof', '증빙', '증빙자료', '근거자료', '첨부'],
    maxLength: 2000,
    group,
  });
