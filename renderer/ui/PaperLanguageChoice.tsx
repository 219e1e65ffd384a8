import { SegmentedControl } from '@mantine/core';
import { type PaperLanguage, paperLanguages } from '../i18n/onPaper.ts';
import { defineTexts } from '../i18n/texts.ts';
import { useTexts } from '../i18n/useTexts.ts';

const texts = defineTexts('paper', {
  language: { en: 'Language of the paper', ko: '문서 언어' },
  both: { en: 'Both', ko: '두 언어' },
});

const names = { en: 'English', ko: '한국어' } as const;

export interface PaperLanguageChoiceProps {
  readonly value: PaperLanguage;
  readonly onChange: (language: PaperLanguage) => void;
}

/** English, Korean, or both on one paper. */
export function PaperLanguageChoice({ value, onChange }: PaperLanguageChoiceProps) {
  const t = useTexts(texts);
  return (
    <SegmentedControl
      aria-label={t('language')}
      data={paperLanguages.map((one) => ({ value: one, label: one === 'both' ? t('both') : names[one] }))}
      value={value}
      onChange={(chosen) => onChange(paperLanguages.find((one) => one === chosen) ?? 'both')}
    />
  );
}
