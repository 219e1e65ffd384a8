import { Anchor, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { SettingsCondition } from '../../shared/ipc/host.ts';
import type { RecordSet } from '../../shared/records/recordSet.ts';
import { recordDefinitions } from '../../shared/records/registry.ts';
import { useTexts } from '../i18n/useTexts.ts';
import { useRecordSet, useStoreState } from '../storage/StoreContext.tsx';
import { paths } from '../stores/paths.ts';
import { useSession } from '../stores/services.tsx';
import { Notice } from '../ui/Notice.tsx';
import classes from './Shell.module.css';
import { shellTexts } from './shellTexts.ts';

/** What concerns the whole application: how it opened, sample data, settings that cannot be written. */
export function Banners({ settingsCondition }: { readonly settingsCondition: SettingsCondition }) {
  const t = useTexts(shellTexts);
  const records = useRecordSet();
  const hasSample = useMemo(() => holdsSample(records), [records]);
  const { database, quarantine, space } = useStoreState();
  const settingsError = useSession((session) => session.settingsError);
  return (
    <div className={classes.banners}>
      {space === undefined ? null : (
        <Notice state={space.level === 'low' ? 'warn' : 'bad'} role="alert">
          {t(space.level === 'low' ? 'spaceLow' : 'spaceReadOnly', {
            free: Math.floor(space.freeBytes / 1_000_000),
          })}
        </Notice>
      )}
      <OpeningNotice />
      {quarantine === undefined ? null : (
        <Dismissable state="warn">{t('quarantined', { path: quarantine })}</Dismissable>
      )}
      {settingsCondition === 'intact' ? null : (
        <Dismissable state="warn">
          {t(settingsCondition === 'lost' ? 'settingsLost' : 'settingsRecovered')}
        </Dismissable>
      )}
      {database === undefined ? null : (
        <Notice state="warn" role="alert">
          {t('databaseProblem')}
        </Notice>
      )}
      {settingsError === null ? null : (
        <Notice state="bad" role="alert">
          {t('settingsFailed')}
        </Notice>
      )}
      {hasSample ? (
        <Notice
          state="info"
          actions={
            <Anchor component={Link} to={paths.settings} size="sm">
              {t('toSettings')}
            </Anchor>
          }
        >
          {t('sampleBanner')}
        </Notice>
      ) : null}
    </div>
  );
}

function OpeningNotice() {
  const t = useTexts(shellTexts);
  const { opening } = useStoreState();
  switch (opening.kind) {
    case 'clean':
      return null;
    case 'rebuilt':
      return <Dismissable state="ok">{t('openedRebuilt', { count: opening.changeSets })}</Dismissable>;
    case 'caughtUp':
      return <Dismissable state="ok">{t('openedCaughtUp', { count: opening.changeSets })}</Dismissable>;
    case 'journalRestored':
      return (
        <Dismissable state="warn">{t('openedJournalRestored', { count: opening.changeSets })}</Dismissable>
      );
    case 'rescued':
      return opening.missing > 0 ? (
        <Dismissable state="bad">
          {t('openedRescuedPartly', { count: opening.changeSets, missing: opening.missing })}
        </Dismissable>
      ) : (
        <Dismissable state="warn">{t('openedRescued', { count: opening.changeSets })}</Dismissable>
      );
    case 'restored':
      return <Dismissable state="ok">{t('openedRestored', { name: opening.name })}</Dismissable>;
    case 'damaged':
      return <Dismissable state="bad">{t('openedDamaged', { count: opening.lost.length })}</Dismissable>;
  }
}

function Dismissable({
  state,
  children,
}: {
  readonly state: 'ok' | 'warn' | 'bad';
  readonly children: string;
}) {
  const t = useTexts(shellTexts);
  const [isShown, setShown] = useState(true);
  if (!isShown) return null;
  return (
    <Notice
      state={state}
      role="status"
      actions={
        <Button variant="subtle" size="compact-sm" onClick={() => setShown(false)}>
          {t('dismiss')}
        </Button>
      }
    >
      {children}
    </Notice>
  );
}

function holdsSample(records: RecordSet): boolean {
  return recordDefinitions.some(({ type }) => records.all(type).some(({ sample }) => sample));
}
