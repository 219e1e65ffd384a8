import { useEffect, useState } from 'react';
import type { Clock } from '../../shared/core/ids.ts';
import type { Language } from '../../shared/core/language.ts';
import { useLanguage } from './useTexts.ts';

const minute = 60_000;

/** “12 minutes ago”, “3 days ago”, in the screen's language and kept up to date. */
export function useAge(clock: Clock): (instant: number) => string {
  const language = useLanguage();
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), minute);
    return () => clearInterval(timer);
  }, [clock]);
  return (instant) => ageText(Math.max(0, now - instant), language);
}

export function ageText(milliseconds: number, language: Language): string {
  const minutes = Math.floor(milliseconds / minute);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'long' });
  if (minutes < 1) return language === 'ko' ? '방금' : 'just now';
  if (minutes < 60) return relative.format(-minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? relative.format(-hours, 'hour') : relative.format(-Math.floor(hours / 24), 'day');
}
