import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { useFormat } from '../i18n/useFormat.ts';
import { useTexts } from '../i18n/useTexts.ts';
import classes from './Boot.module.css';
import { openingTexts } from './openingTexts.ts';

export interface Replay {
  readonly done: number;
  /** 0 while the journal is not read through. */
  readonly entries: number;
}

/** Opening takes a blink as a rule, which needs no words. */
const quietSeconds = 1.5;

export function Opening({ replay }: { readonly replay: StoreApi<Replay> }) {
  const t = useTexts(openingTexts);
  const format = useFormat();
  const { done, entries } = useStore(replay);
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), quietSeconds * 1000);
    return () => clearTimeout(timer);
  }, []);
  if (!isLong) return null;
  return (
    <main className={classes.screen}>
      <h1 className={classes.title}>{t('title')}</h1>
      <p className={classes.text} role="status">
        {t('reading')}
      </p>
      {entries === 0 ? null : (
        <p className={classes.detail}>
          {t('replayed', { done: format.number(done), entries: format.number(entries) })}
        </p>
      )}
    </main>
  );
}
