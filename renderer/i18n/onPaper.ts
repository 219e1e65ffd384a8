import type { Label, Language } from '../../shared/core/language.ts';

/** In which languages a paper is set: that of a joint center is often read by both sides. */
export type PaperLanguage = Language | 'both';

export const paperLanguages: readonly PaperLanguage[] = ['both', 'en', 'ko'];

/** A label in the languages of the paper; once where both say the same. */
export function onPaper({ en, ko }: Label, language: PaperLanguage): string {
  if (language !== 'both') return language === 'ko' ? ko : en;
  return en === ko ? en : `${en} / ${ko}`;
}
