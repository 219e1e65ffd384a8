import { useMemo } from 'react';
import { type IsoDate, isIsoDate } from '../../shared/core/dates.ts';
import type { Language } from '../../shared/core/language.ts';
import { useLanguage } from './useTexts.ts';

/** Numbers, dates and times in the form of the screen's language. */
export interface Format {
  number(value: number): string;
  /** Money, with its cents: 1,234.50. */
  amount(value: number): string;
  /** A calendar date, shown without any time zone: 23 Nov 2026, 2026. 11. 23. */
  date(value: IsoDate): string;
  /** Milliseconds since 1970, in this computer's time zone: 14:02. */
  time(instant: number): string;
  dateTime(instant: number): string;
  /** A day without its year where it is this year: 23 Nov. */
  day(instant: number): string;
}

export function useFormat(): Format {
  const language = useLanguage();
  return useMemo(() => formatOf(language), [language]);
}

export function formatOf(language: Language): Format {
  const locale = language === 'ko' ? 'ko-KR' : 'en-GB';
  const month = language === 'ko' ? 'numeric' : 'short';
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 });
  const amounts = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 4 });
  const dates = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', month, day: 'numeric' });
  const times = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const dateTimes = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month,
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const days = new Intl.DateTimeFormat(locale, {
    month: language === 'ko' ? 'long' : 'short',
    day: 'numeric',
  });
  return {
    number: (value) => numbers.format(value),
    amount: (value) => amounts.format(value),
    date: (value) => (isIsoDate(value) ? dates.format(Date.parse(`${value}T00:00:00Z`)) : value),
    time: (instant) => times.format(instant),
    dateTime: (instant) => dateTimes.format(instant),
    day: (instant) => days.format(instant),
  };
}
