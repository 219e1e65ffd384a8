import type { Language } from '../../shared/core/language.ts';

/** `12 KB`, `1.4 MB`: decimal units, as file managers count. */
export function fileSizeText(bytes: number, language: Language): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'KB'] : [bytes / 1_000_000, 'MB'];
  const digits = value < 10 ? 1 : 0;
  const locale = language === 'ko' ? 'ko-KR' : 'en-GB';
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value)} ${unit}`;
}
