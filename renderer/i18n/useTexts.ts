import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isLanguage, type Label, type Language } from '../../shared/core/language.ts';
import { type TextEntries, type Texts, type Translate, translate } from './texts.ts';

/** The language of the screen; the component is drawn again when it changes. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : 'en';
}

export function useTexts<Entries extends TextEntries>(texts: Texts<Entries>): Translate<Entries> {
  const language = useLanguage();
  return useMemo(() => translate(texts, language), [texts, language]);
}

/** Reads a label of the schema in the language of the screen. */
export function useLabel(): (label: Label) => string {
  const language = useLanguage();
  return useMemo(() => (label: Label) => label[language], [language]);
}
