import type { Language } from '../../../shared/core/language.ts';

const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** `512 B`, `12 KB`, `3.4 MB`, `120 GB`: decimal units, as file managers count. */
export function dataSizeText(bytes: number, language: Language): string {
  let value = bytes;
  let step = 0;
  while (value >= 1000 && step < units.length - 1) {
    value /= 1000;
    step += 1;
  }
  const locale = language === 'ko' ? 'ko-KR' : 'en-GB';
  const digits = step > 0 && value < 10 ? 1 : 0;
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value)} ${units[step] ?? ''}`;
}
