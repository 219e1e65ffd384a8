import { useMemo } from 'react';
import type { RecordId } from '../../shared/core/ids.ts';
import type { Label, Language } from '../../shared/core/language.ts';
import { type RecordSet, referenceBookOf } from '../../shared/records/recordSet.ts';
import { definitionOf, type RecordType } from '../../shared/records/registry.ts';
import { defineTexts } from '../i18n/texts.ts';
import { useLanguage, useTexts } from '../i18n/useTexts.ts';

const texts = defineTexts('titles', {
  untitled: { en: 'Without a name', ko: '이름 없음' },
  unknown: { en: 'not on this computer', ko: '이 컴퓨터에 없음' },
});

/** The name of a record as a page writes it. */
export type TitleOf = (type: RecordType, id: RecordId) => string;

/** Names records in the language of the screen; says so of one without a name or that is not here. */
export function useTitles(records: RecordSet): TitleOf {
  const language = useLanguage();
  const t = useTexts(texts);
  return useMemo(() => {
    const title = titlesIn(records, language);
    return (type, id) => {
      const text = title(type, id);
      return text ?? t(records.find(type, id) === null ? 'unknown' : 'untitled');
    };
  }, [records, language, t]);
}

/** Names records in a given language; null for one without a name or that is not here. */
export function titlesIn(
  records: RecordSet,
  language: Language,
): (type: RecordType, id: RecordId) => string | null {
  const references = referenceBookOf(records, language);
  return (type, id) => {
    const record = records.find(type, id);
    const title = record === null ? '' : definitionOf(type).title(record.values, { language, references });
    return title === '' ? null : title;
  };
}

/** The name of a record in both languages, for papers. */
export type BothTitles = (type: RecordType, id: RecordId) => Label;

/** Names records in both languages; one that is not here is called by its type and the end of its id. */
export function bothTitlesIn(records: RecordSet): BothTitles {
  const [en, ko] = [titlesIn(records, 'en'), titlesIn(records, 'ko')];
  return (type, id) => {
    const { label } = definitionOf(type);
    const end = `#${id.slice(-6)}`;
    return { en: en(type, id) ?? `${label.one.en} ${end}`, ko: ko(type, id) ?? `${label.one.ko} ${end}` };
  };
}
