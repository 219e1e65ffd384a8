import { createPortal } from 'react-dom';
import { useFormat } from '../../i18n/useFormat.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useToday } from '../../stores/useToday.ts';
import classes from './Lock.module.css';
import { lockTexts } from './lockTexts.ts';

/** The groups of a recovery key. */
export function KeyGroups({ recoveryKey, label }: { readonly recoveryKey: string; readonly label: string }) {
  return (
    <ol className={classes.key} aria-label={label}>
      {recoveryKey.split('-').map((group) => (
        <li key={group}>{group}</li>
      ))}
    </ol>
  );
}

/** What is printed in the place of the screen while a recovery key is shown; outside of the application's own root. */
export function RecoveryKeySheet({ recoveryKey }: { readonly recoveryKey: string }) {
  const t = useTexts(lockTexts);
  const format = useFormat();
  const today = useToday();
  return createPortal(
    <section className={classes.sheet} aria-hidden="true">
      <h1>{t('sheetTitle')}</h1>
      <p>{t('sheetUse')}</p>
      <KeyGroups recoveryKey={recoveryKey} label={t('keyLabel')} />
      <p>{t('sheetKeep')}</p>
      <p>{t('sheetDate', { date: format.date(today) })}</p>
    </section>,
    document.body,
  );
}
