import { Button } from '@mantine/core';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useBackups } from '../../stores/backups.ts';
import { useHost } from '../../stores/services.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Page.tsx';
import { showToast } from '../../ui/toast.tsx';
import { BackupList } from './BackupList.tsx';
import classes from './Backups.module.css';
import { backupErrorText } from './backupErrorText.ts';
import { backupTexts } from './backupTexts.ts';
import { MissingFiles } from './MissingFiles.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';
import { SecondFolderPart } from './SecondFolderPart.tsx';
import { useRestore } from './useRestore.ts';

/** The backups that there are, and the way back to one of them. */
export function BackupSection() {
  const t = useTexts(backupTexts);
  const host = useHost();
  const language = useLanguage();
  const backups = useBackups();
  const restore = useRestore();
  const { state, working } = backups;
  const backUp = async (): Promise<void> => {
    if (await backups.backUpNow()) showToast({ message: t('backedUp') });
  };
  return (
    <Section title={t('title')}>
      <p className={classes.lead}>{t('lead')}</p>
      <p className={classes.note}>{t(state?.second == null ? 'filesOnlyHere' : 'filesCopied')}</p>
      {state?.problem == null ? null : (
        <Notice state="bad" role="alert">
          {backupErrorText(state.problem.code, 'take', language)}
        </Notice>
      )}
      {host.kind === 'browser' && state?.second == null ? (
        <Notice state="warn">{t('browserHome')}</Notice>
      ) : null}
      <div className={classes.actions}>
        <Button disabled={working} onClick={() => void backUp()}>
          {t('backUpNow')}
        </Button>
        <Button variant="default" onClick={() => restore.fromFile(t('chooseFile'))}>
          {t('fromFile')}
        </Button>
      </div>
      {state === null ? null : <BackupList snapshots={state.snapshots} onRestore={restore.fromList} />}
      <MissingFiles second={state?.second ?? null} version={state} />
      <SecondFolderPart backups={backups} />
      <RestoreDialog restore={restore} second={state?.second ?? null} />
    </Section>
  );
}
