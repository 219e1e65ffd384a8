import type { IsoDate } from '../core/dates.ts';
import type { Label, Language } from '../core/language.ts';
import { fillMessage } from '../messages/message.ts';

export interface FigureSource {
  /** Whose records: a center's name, or all centers. */
  readonly of: Label;
  /** The year or years, or whatever else the figures are limited to; null for nothing. */
  readonly period: Label | null;
  readonly asOf: IsoDate;
  /** Version of the count rules. */
  readonly countRules: number;
  readonly includesSample: boolean;
}

const source: Label = {
  en: 'Source: records in eGCC Fieldbook, {of}. As of {date}. Count rules, version {version}.',
  ko: '출처: eGCC Fieldbook 기록({of}), {date} 기준, 집계 규칙 {version}판',
};
const sample: Label = {
  en: 'Sample data are counted: for practice, not for publication.',
  ko: '예시 데이터가 포함된 연습용 자료이므로 공표하지 마세요.',
};

/** What stands below figures that leave the application, a line each: where they come from, as of when, by which rules. */
export function figureSourceLines(
  { of, period, asOf, countRules, includesSample }: FigureSource,
  language: Language,
): readonly string[] {
  const whose = period === null ? of[language] : `${of[language]}, ${period[language]}`;
  const line = fillMessage(source, language, { of: whose, date: asOf, version: countRules });
  return includesSample ? [line, sample[language]] : [line];
}
