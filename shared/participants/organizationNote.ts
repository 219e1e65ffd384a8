import { type Label, type Language, languages } from '../core/language.ts';
import { fillMessage } from '../messages/message.ts';

const note: Label = { en: 'Organization: {name}', ko: '소속 기관: {name}' };

/** How an organization that is not known here is kept in the notes of who takes part. */
export const organizationNote = (name: string, language: Language): string =>
  fillMessage(note, language, { name });

/** The organizations that lists left in such notes, in either language. */
export function organizationsInNotes(notes: string): readonly string[] {
  return notes.split('\n').flatMap((line) =>
    languages.flatMap((language) => {
      const before = organizationNote('', language).trimEnd();
      return line.startsWith(before) && line.length > before.length ? [line.slice(before.length).trim()] : [];
    }),
  );
}
