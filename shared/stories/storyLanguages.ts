import type { Label } from '../core/language.ts';

/** The languages in which a story can be told; `local` is that of the partner's country. */
export const storyLanguages = ['en', 'ko', 'local'] as const;
export type StoryLanguage = (typeof storyLanguages)[number];

export const storyLanguageNames: Readonly<Record<StoryLanguage, Label>> = {
  en: { en: 'English', ko: '영어' },
  ko: { en: 'Korean', ko: '한국어' },
  local: { en: 'Local language', ko: '현지어' },
};

/** The tag of the language that most people of a country write (BCP 47); `und` where that is not known. */
export function localLanguageTag(country: string | undefined): string {
  if (country === undefined) return 'und';
  const { language } = new Intl.Locale(`und-${country}`).maximize();
  return language ?? 'und';
}

/** What a language calls itself: English, 한국어, български. */
export function ownLanguageName(language: StoryLanguage, localTag: string): string {
  if (language === 'en') return 'English';
  if (language === 'ko') return '한국어';
  const name =
    localTag === 'und'
      ? undefined
      : new Intl.DisplayNames([localTag], { type: 'language', fallback: 'none' }).of(localTag);
  return name ?? 'Local language';
}
