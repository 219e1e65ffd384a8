import { useDeferredValue } from 'react';
import { useFormat } from '../i18n/useFormat.ts';
import { useTexts } from '../i18n/useTexts.ts';
import { useOpenConflicts } from '../stores/useOpenConflicts.ts';
import classes from './Shell.module.css';
import { shellTexts } from './shellTexts.ts';

/** How many conflicts wait for a decision; nothing for none. */
export function OpenConflictCount() {
  const t = useTexts(shellTexts);
  const format = useFormat();
  const { length: count } = useDeferredValue(useOpenConflicts());
  if (count === 0) return null;
  return (
    <span className={classes.count} role="img" aria-label={t('openConflicts', { count })}>
      {format.number(count)}
    </span>
  );
}
