import type { Label, Language } from '../../shared/core/language.ts';

/** A record type's label as it stands within a sentence: in English without its capital letter. */
export function inSentence(label: Label, language: Language): string {
  const text = label[language];
  // A word in capitals is an abbreviation.
  return language === 'en' && !/^[A-Z]{2}/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
