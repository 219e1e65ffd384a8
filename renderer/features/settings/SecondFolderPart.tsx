import { Button } from '@mantine/core';
import type { SecondFolder } from '../../../shared/ipc/host.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import type { BackupActions, Backups } from '../../stores/backups.ts';
import { Notice } from '../../ui/Notice.tsx';
import classes from './Backups.module.css';
import { backupErrorText } from './backupErrorText.ts';
import { backupTexts } from './backupTexts.ts';

const noticeByCondition = { ready: 'ok', missing: 'warn', asks: 'warn', failed: 'bad' } as const;

/** Another disk or a stick that gets a copy of each backup. */
export function SecondFolderPart({ backups }: { readonly backups: Backups & BackupActions }) {
  const t = useTexts(backupTexts);
  const language = useLanguage();
  const { state, failure, working } = backups;
  const second = state?.second ?? null;
  const locked =
    state?.snapshots.filter((one) => one.place === 'second' && one.isOwn && one.needsSecret).length ?? 0;
  const choose = (): void => void backups.chooseFolder(t('chooseFolder'));
  return (
    <div className={classes.second}>
      <h3 className={classes.subtitle}>{t('secondTitle')}</h3>
      <p className={classes.lead}>{t('secondHelp')}</p>
      {second === null ? null : <SecondState second={second} />}
      {locked === 0 ? null : <Notice state="warn">{t('keepPassphrase', { count: locked })}</Notice>}
      {failure === null ? null : (
        <Notice state="bad" role="alert">
          {failure.code === 'REFUSED' ? t('noFolders') : backupErrorText(failure.code, 'take', language)}
          <span className={classes.detail} lang="en">
            {`${failure.code}: ${failure.detail}`}
          </span>
        </Notice>
      )}
      <div className={classes.actions}>
        <Button variant="default" disabled={working} onClick={choose}>
          {second === null
            ? t('chooseFolder')
            : second.condition === 'asks'
              ? t('allowFolder')
              : t('changeFolder')}
        </Button>
        {second === null ? null : (
          <Button variant="subtle" disabled={working} onClick={() => void backups.forgetFolder()}>
            {t('forgetFolder')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** How it is with the folder, and how far it is: one that is there may lack what was saved while it was away. */
function SecondState({ second }: { readonly second: SecondFolder }) {
  const t = useTexts(backupTexts);
  const format = useFormat();
  const { path, condition, newestCopy, isBehind } = second;
  const isLate = condition === 'ready' && isBehind;
  return (
    <Notice state={isLate ? 'warn' : noticeByCondition[condition]} role="status">
      {t(isLate ? 'readyBehind' : condition, { path })}
      <span className={classes.detail}>
        {newestCopy === null ? t('noCopy') : t('newestCopy', { when: format.dateTime(newestCopy) })}
      </span>
    </Notice>
  );
}
