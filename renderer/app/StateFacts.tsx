import { Check, FileClock, HardDrive, ShieldAlert, Usb } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useAge } from '../i18n/useAge.ts';
import { useTexts } from '../i18n/useTexts.ts';
import { useStore, useStoreState } from '../storage/StoreContext.tsx';
import { lateCopies, newestBackup, useBackups } from '../stores/backups.ts';
import { useClock, useHost, useSettings } from '../stores/services.tsx';
import { cx } from '../ui/cx.ts';
import classes from './Shell.module.css';
import { shellTexts } from './shellTexts.ts';
import { useSavedText } from './useSavedText.ts';

/**
 * The three facts at the foot: last saved, age of the backup, what happened since the last report; and a fourth where copies
 * no longer reach the second folder.
 */
export function StateFacts() {
  const t = useTexts(shellTexts);
  const clock = useClock();
  const age = useAge(clock);
  const host = useHost();
  const saved = useSavedText();
  const since = useChangesSinceReport();
  const { lastExportAt } = useSettings();
  const isBrowser = host.kind === 'browser';
  const { state } = useBackups();
  const newest = newestBackup(state);
  const hasFailed = state?.problem != null;
  const second = state?.second ?? null;
  const late = lateCopies(second, clock.now());
  // A second folder is on a medium of its own, whatever the first home is.
  const isWeak =
    hasFailed || newest === null || late !== null || (isBrowser && second?.condition !== 'ready');
  const HomeIcon = isWeak ? ShieldAlert : HardDrive;
  const backup = newest === null ? t('noBackup') : t('backupAge', { age: age(newest) });
  return (
    <section className={classes.facts} aria-label={t('state')}>
      <p className={cx(classes.fact, saved.isSaved && classes.factSaved)} role="status">
        <Check size={12} aria-hidden="true" />
        {saved.text}
      </p>
      <p
        className={cx(classes.fact, isWeak && classes.factWarn)}
        title={t(late !== null ? 'secondLate' : isBrowser ? 'weakerHome' : 'journalHome')}
      >
        <HomeIcon size={12} aria-hidden="true" />
        {hasFailed ? t('backupFailed') : isBrowser ? t('inBrowser', { backup }) : backup}
      </p>
      {second === null || late === null ? null : (
        <p className={cx(classes.fact, classes.factWarn)} title={t('secondLate')}>
          <Usb size={12} aria-hidden="true" />
          {late === 'failed'
            ? t('secondFailed')
            : second.newestCopy === null
              ? t('secondNever')
              : t('secondAge', { age: age(second.newestCopy) })}
        </p>
      )}
      <p className={classes.fact}>
        <FileClock size={12} aria-hidden="true" />
        {t(lastExportAt === null ? 'neverReported' : 'sinceReport', { count: since })}
      </p>
    </section>
  );
}

// More than anybody reads; the newest ones are what counts.
const mostChangeSets = 2000;

function useChangesSinceReport(): number {
  const store = useStore();
  const { changeSets } = useStoreState();
  const { lastExportAt } = useSettings();
  const [count, setCount] = useState(0);
  useEffect(() => {
    let current = true;
    void store.changeSetHeads(Math.min(changeSets, mostChangeSets)).then((sets) => {
      if (!current) return;
      setCount(
        sets.filter(
          ({ kind, at }) =>
            kind !== 'setup' && kind !== 'sample' && (lastExportAt === null || at > lastExportAt),
        ).length,
      );
    });
    return () => {
      current = false;
    };
  }, [store, changeSets, lastExportAt]);
  return count;
}
