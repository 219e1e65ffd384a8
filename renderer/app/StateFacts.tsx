import { Check, FileClock, HardDrive, ShieldAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useFormat } from '../i18n/useFormat.ts';
import { useTexts } from '../i18n/useTexts.ts';
import { useStore, useStoreState } from '../storage/StoreContext.tsx';
import { useHost, useSettings } from '../stores/services.tsx';
import { cx } from '../ui/cx.ts';
import { formatBytes } from './formatBytes.ts';
import classes from './Shell.module.css';
import { shellTexts } from './shellTexts.ts';
import { useSavedText } from './useSavedText.ts';

/** The three facts at the foot: last saved, age of the backup, what happened since the last report. */
export function StateFacts() {
  const t = useTexts(shellTexts);
  const format = useFormat();
  const host = useHost();
  const { journalBytes } = useStoreState();
  const saved = useSavedText();
  const since = useChangesSinceReport();
  const { lastExportAt } = useSettings();
  const isBrowser = host.kind === 'browser';
  const size = formatBytes(journalBytes, format);
  const HomeIcon = isBrowser ? ShieldAlert : HardDrive;
  return (
    <section className={classes.facts} aria-label={t('state')}>
      <p className={cx(classes.fact, saved.isSaved && classes.factSaved)} role="status">
        <Check size={12} aria-hidden="true" />
        {saved.text}
      </p>
      <p
        className={cx(classes.fact, isBrowser && classes.factWarn)}
        title={t(isBrowser ? 'weakerHome' : 'journalHome')}
      >
        <HomeIcon size={12} aria-hidden="true" />
        {t(isBrowser ? 'noBackupBrowser' : 'noBackup', { size })}
      </p>
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
