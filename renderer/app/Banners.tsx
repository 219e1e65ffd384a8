import { Anchor, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import type { SettingsCondition } from '../../shared/ipc/host.ts';
import type { RecordSet } from '../../shared/records/recordSet.ts';
import { recordDefinitions } from '../../shared/records/registry.ts';
import type { Translate } from '../i18n/texts.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { useTexts } from '../i18n/useTexts.ts';
import type { StoreState } from '../storage/fieldbookStore.ts';
import { useRecordSet, useStoreState } from '../storage/StoreContext.tsx';
import { paths } from '../stores/paths.ts';
import { keepMissingSamplePictures } from '../stores/samplePictures.ts';
import { useHost, useSession, useSettings } from '../stores/services.tsx';
import { Notice } from '../ui/Notice.tsx';
import classes from './Shell.module.css';
import { shellTexts } from './shellTexts.ts';

/** What concerns the whole application: how it opened, sample data, settings that cannot be written. */
export function Banners({ settingsCondition }: { readonly settingsCondition: SettingsCondition }) {
  const t = useTexts(shellTexts);
  const records = useRecordSet();
  const hasSample = useMemo(() => holdsSample(records), [records]);
  const { database, space } = useStoreState();
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
      <HandedOverNotice />
      <OpeningNotice />
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
      {hasSample ? <SampleNotice /> : null}
    </div>
  );
}

function SampleNotice() {
  const t = useTexts(shellTexts);
  const { evidence } = useHost();
  const files = useRecordSet().all('evidence');
  // Once for each state of the evidence, not with every save of something else.
  useEffect(() => {
    void keepMissingSamplePictures(evidence, files);
  }, [evidence, files]);
  return (
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
  );
}

/** Stands as long as nothing can be written. */
function HandedOverNotice() {
  const t = useTexts(shellTexts);
  const format = useFormat();
  const { handedOverAt } = useSettings();
  if (handedOverAt === null) return null;
  return (
    <Notice
      state="warn"
      actions={
        <Anchor component={Link} to={paths.settings} size="sm">
          {t('toSettings')}
        </Anchor>
      }
    >
      {t('handedOver', { date: format.dateTime(handedOverAt) })}
    </Notice>
  );
}

/** What was found and done at the start, in one notice. */
function OpeningNotice() {
  const t = useTexts(shellTexts);
  const { opening, quarantine, wasNotSealed = false } = useStoreState();
  const told = openingText(opening, t);
  const aside = quarantine === undefined ? [] : [t('quarantined', { path: quarantine })];
  const before = wasNotSealed ? [t('openedNotSealed')] : [];
  if (told === null && aside.length + before.length === 0) return null;
  return (
    <Dismissable state={wasNotSealed ? 'bad' : (told?.state ?? 'warn')}>
      {[...before, ...(told === null ? [] : [told.text]), ...aside].join(' ')}
    </Dismissable>
  );
}

function openingText(
  opening: StoreState['opening'],
  t: Translate<typeof shellTexts.entries>,
): { readonly state: 'ok' | 'warn' | 'bad'; readonly text: string } | null {
  switch (opening.kind) {
    case 'clean':
      return null;
    case 'rebuilt':
      // An update did what it should.
      if (opening.reason === 'updated') return null;
      return { state: 'ok', text: t('openedRebuilt', { count: opening.changeSets }) };
    case 'caughtUp':
      return { state: 'ok', text: t('openedCaughtUp', { count: opening.changeSets }) };
    case 'journalRestored':
      return { state: 'warn', text: t('openedJournalRestored', { count: opening.changeSets }) };
    case 'rescued': {
      const { changeSets: count, missing } = opening;
      if (missing === 0) return { state: 'warn', text: t('openedRescued', { count }) };
      return { state: 'bad', text: t('openedRescuedPartly', { count, missing }) };
    }
    case 'restored':
      return {
        state: 'ok',
        text: t(opening.name.endsWith('.fbpack') ? 'openedTakenOver' : 'openedRestored', {
          name: opening.name,
        }),
      };
    case 'damaged':
      return { state: 'bad', text: t('openedDamaged', { count: opening.lost.length }) };
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
