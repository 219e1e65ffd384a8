/** The two languages in which every text of the product exists. */
export const languages = ['en', 'ko'] as const;
export type Language = (typeof languages)[number];

/** One text in both languages. */
export interface Label {
  readonly en: string;
  readonly ko: string;
}

export const isLanguage = (value: unknown): value is Language => value === 'en' || value === 'ko';
