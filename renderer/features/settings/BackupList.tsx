import { Button } from '@mantine/core';
import { useState } from 'react';
import type { SnapshotInfo } from '../../../shared/ipc/host.ts';
import { snapshotFileName } from '../../../shared/snapshot/snapshotName.ts';
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

/** The backups of this installation, and apart from them those that others have copied to the same second folder. */
export function BackupList({ snapshots, onRestore }: BackupListProps) {
  const t = useTexts(backupTexts);
  const own = snapshots.filter(({ isOwn }) => isOwn);
  const others = snapshots.filter(({ isOwn }) => !isOwn);
  return (
    <>
      {own.length === 0 ? (
        <p className={classes.note}>{t('none')}</p>
      ) : (
        <BackupTable label={t('list')} snapshots={own} onRestore={onRestore} />
      )}
      {others.length === 0 ? null : (
        <div className={classes.second}>
          <h3 className={classes.subtitle}>{t('othersTitle')}</h3>
          <p className={classes.lead}>{t('othersHelp')}</p>
          <BackupTable label={t('othersList')} snapshots={others} onRestore={onRestore} showsOwner />
        </div>
      )}
    </>
  );
}

interface BackupTableProps extends BackupListProps {
  readonly label: string;
  /** Whose each is, in the place of where: they are all in the second folder. */
  readonly showsOwner?: boolean;
}

/** The newest at first, and all of them when asked. */
export function BackupTable({ label, snapshots, onRestore, showsOwner = false }: BackupTableProps) {
  const t = useTexts(backupTexts);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? snapshots : snapshots.slice(0, shownAtFirst);
  return (
    <>
      <table className={classes.list} aria-label={label}>
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
            <th scope="col">{t(showsOwner ? 'whose' : 'place')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {shown.map((snapshot) => (
            <BackupRow
              key={`${snapshot.place}/${snapshot.name}`}
              snapshot={snapshot}
              onRestore={onRestore}
              showsOwner={showsOwner}
            />
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
  readonly showsOwner: boolean;
  readonly snapshot: SnapshotInfo;
}

function BackupRow({ snapshot, onRestore, showsOwner }: BackupRowProps) {
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
        {snapshot.needsSecret ? (
          <StateMark state="warn">{t(snapshot.isOwn ? 'earlierSecret' : 'otherSecret')}</StateMark>
        ) : null}
        {snapshot.condition === 'good' ? null : <StateMark state="bad">{t(snapshot.condition)}</StateMark>}
      </td>
      <td className={classes.figure}>{format.number(snapshot.records)}</td>
      <td className={classes.figure}>{dataSizeText(snapshot.bytes, language)}</td>
      <td>{showsOwner ? <Owner snapshot={snapshot} /> : t(snapshot.place === 'first' ? first : 'second')}</td>
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

/** The person who saved last, where the file tells it, and the installation. */
function Owner({ snapshot: { by, device } }: Pick<BackupRowProps, 'snapshot'>) {
  const t = useTexts(backupTexts);
  return (
    <>
      {by === '' ? null : <div>{by}</div>}
      <div className={classes.device}>{device === '' ? t('unknownDevice') : t('ofDevice', { device })}</div>
    </>
  );
}

function useSaveCopy(): (snapshot: SnapshotInfo) => Promise<void> {
  const t = useTexts(backupTexts);
  const { snapshots, files } = useHost();
  const language = useLanguage();
  return async ({ place, name }) => {
    const read = await snapshots.read(place, name);
    const saved = read.ok
      ? await files.save({
          suggestedName: snapshotFileName(name),
          mediaType: 'application/octet-stream',
          bytes: read.value,
        })
      : read;
    if (!saved.ok) showToast({ message: backupErrorText(saved.error.code, 'copy', language), failed: true });
    else if (saved.value !== null) showToast({ message: t('copySaved', { path: saved.value.path }) });
  };
}
