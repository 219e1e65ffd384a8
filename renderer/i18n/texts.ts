import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../shared/core/language.ts';

/** English texts may have a form for one and one for others; Korean has a single form. */
export type EnglishText = string | { readonly one: string; readonly other: string };
export interface TextEntry {
  readonly en: EnglishText;
  readonly ko: string;
}
export type TextEntries = Readonly<Record<string, TextEntry>>;

export interface Texts<Entries extends TextEntries> {
  readonly namespace: string;
  readonly entries: Entries;
}

/** The one instance; texts are added by the modules that declare them. */
export const i18n = createInstance();
i18n.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: false,
  resources: {},
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  // React escapes; the places are written like those of the message catalogue.
  interpolation: { escapeValue: false, prefix: '{', suffix: '}' },
  react: { useSuspense: false, bindI18n: 'languageChanged' },
});

/**
 * Declares the texts of one part of the screen, both languages side by side:
 * `defineTexts('home', { due: { en: 'Due', ko: '기한' } })`. Places are written `{name}`; a text with
 * `{ one, other }` in English is chosen by the param `count`.
 */
export function defineTexts<const Entries extends TextEntries>(
  namespace: string,
  entries: Entries,
): Texts<Entries> {
  const en: Record<string, string> = {};
  const ko: Record<string, string> = {};
  for (const [key, text] of Object.entries(entries)) {
    if (typeof text.en === 'string') en[key] = text.en;
    else {
      en[`${key}_one`] = text.en.one;
      en[`${key}_other`] = text.en.other;
    }
    ko[key] = text.ko;
  }
  i18n.addResourceBundle('en', namespace, en, true, true);
  i18n.addResourceBundle('ko', namespace, ko, true, true);
  return { namespace, entries };
}

type Places<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Places<Rest>
  : never;
type PlacesOf<Entry extends TextEntry> = Entry['en'] extends string
  ? Places<Entry['en']>
  : 'count' | (Entry['en'] extends { readonly other: infer Other extends string } ? Places<Other> : never);

export type ParamsOf<Entry extends TextEntry> = {
  readonly [Place in PlacesOf<Entry>]: string | number;
};

/** `t('key')`, or `t('key', params)` where the text has places; the compiler asks for each of them. */
export type Translate<Entries extends TextEntries> = <Key extends keyof Entries & string>(
  key: Key,
  ...params: [PlacesOf<Entries[Key]>] extends [never] ? [] : [ParamsOf<Entries[Key]>]
) => string;

/** Texts outside React, in a given language. */
export function translate<Entries extends TextEntries>(
  { namespace }: Texts<Entries>,
  language: Language,
): Translate<Entries> {
  const fixed = i18n.getFixedT(language, namespace);
  return (key, ...[params]) => fixed(key, { ...params });
}
