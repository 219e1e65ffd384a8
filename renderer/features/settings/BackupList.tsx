import { Button } from '@mantine/core';
import { useState } from 'react';
import type { SnapshotInfo } from '../../../shared/ipc/host.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useHost } from '../../stores/services.tsx';
import { StateMark } from '../../ui/Notice.tsx';
import { showToast } from '../../ui/toast.tsx';
import classes from './Backups.module.css';
import { backupErrorText } from './backupErrorText.ts';
import { backupTexts } from './backupTexts.ts';
import { dataSizeText } from './dataSizeText.ts';

export interface BackupListProps {
  readonly snapshots: readonly SnapshotInfo[];
  readonly onRestore: (snapshot: SnapshotInfo) => void;
}

const shownAtFirst = 6;

export function BackupList({ snapshots, onRestore }: BackupListProps) {
  const t = useTexts(backupTexts);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? snapshots : snapshots.slice(0, shownAtFirst);
  return (
    <>
      <table className={classes.list} aria-label={t('list')}>
        <thead>
          <tr>
            <th scope="col">{t('when')}</th>
            <th scope="col">{t('why')}</th>
            <th scope="col" className={classes.figure}>
              {t('records')}
            </th>
            <th scope="col" className={classes.figure}>
              {t('size')}
            </th>
            <th scope="col">{t('place')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {shown.map((snapshot) => (
            <BackupRow key={`${snapshot.place}/${snapshot.name}`} snapshot={snapshot} onRestore={onRestore} />
          ))}
        </tbody>
      </table>
      {shown.length < snapshots.length ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setWhole(true)}>
          {t('showAll', { count: snapshots.length })}
        </Button>
      ) : null}
    </>
  );
}

interface BackupRowProps extends Pick<BackupListProps, 'onRestore'> {
  readonly snapshot: SnapshotInfo;
}

function BackupRow({ snapshot, onRestore }: BackupRowProps) {
  const t = useTexts(backupTexts);
  const language = useLanguage();
  const format = useFormat();
  const host = useHost();
  const saveCopy = useSaveCopy();
  const when = format.dateTime(snapshot.takenAt);
  const first = host.kind === 'browser' ? 'firstBrowser' : 'first';
  return (
    <tr>
      <th scope="row">{when}</th>
      <td>
        {t(snapshot.reason)}
        {snapshot.condition === 'good' ? null : <StateMark state="bad">{t(snapshot.condition)}</StateMark>}
      </td>
      <td className={classes.figure}>{format.number(snapshot.records)}</td>
      <td className={classes.figure}>{dataSizeText(snapshot.bytes, language)}</td>
      <td>{t(snapshot.place === 'first' ? first : 'second')}</td>
      <td className={classes.rowActions}>
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t('restoreWhich', { when })}
          disabled={snapshot.condition !== 'good'}
          onClick={() => onRestore(snapshot)}
        >
          {t('restoreThis')}
        </Button>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t('saveWhich', { when })}
          onClick={() => void saveCopy(snapshot)}
        >
          {t('saveCopy')}
        </Button>
      </td>
    </tr>
  );
}

function useSaveCopy(): (snapshot: SnapshotInfo) => Promise<void> {
  const t = useTexts(backupTexts);
  const { snapshots, files } = useHost();
  const language = useLanguage();
  return async ({ place, name }) => {
    const read = await snapshots.read(place, name);
    const saved = read.ok
      ? await files.save({ suggestedName: name, mediaType: 'application/octet-stream', bytes: read.value })
      : read;
    if (!saved.ok) showToast({ message: backupErrorText(saved.error.code, 'copy', language), failed: true });
    else if (saved.value !== null) showToast({ message: t('copySaved', { path: saved.value.path }) });
  };
}
