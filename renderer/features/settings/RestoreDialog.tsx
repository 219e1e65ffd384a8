import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import type { SecondFolder } from '../../../shared/ipc/host.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useStore, useStoreState } from '../../storage/StoreContext.tsx';
import { useSettings } from '../../stores/services.tsx';
import { Notice } from '../../ui/Notice.tsx';
import classes from './Backups.module.css';
import { backupErrorText } from './backupErrorText.ts';
import { backupTexts } from './backupTexts.ts';
import { DifferenceTable } from './DifferenceTable.tsx';
import { RestoredFiles } from './MissingFiles.tsx';
import { SealedBackup } from './SealedBackup.tsx';
import type { Restore, RestoreFailure, RestoreState } from './useRestore.ts';

/** What is in a backup and what it would do, before it does anything. */
export function RestoreDialog({
  restore,
  second,
}: {
  readonly restore: Restore;
  readonly second: SecondFolder | null;
}) {
  const t = useTexts(backupTexts);
  const { state } = restore;
  const { handedOverAt } = useSettings();
  if (state.step === 'closed') return null;
  const isBusy = state.step === 'restoring';
  return (
    <Modal
      opened
      onClose={isBusy ? () => undefined : restore.close}
      size="xl"
      title={t('dialogTitle')}
      withCloseButton={false}
    >
      <Content state={state} restore={restore} second={second} />
      <div className={classes.dialogActions}>
        <Button variant="default" disabled={isBusy} onClick={restore.close} data-autofocus>
          {t('cancel')}
        </Button>
        {state.step === 'preview' && handedOverAt === null ? (
          <Button onClick={restore.confirm}>{t('confirm')}</Button>
        ) : null}
      </div>
    </Modal>
  );
}

interface ContentProps<State = Exclude<RestoreState, { step: 'closed' }>> {
  readonly state: State;
  readonly restore: Restore;
  readonly second: SecondFolder | null;
}

function Content({ state, restore, second }: ContentProps): ReactNode {
  const t = useTexts(backupTexts);
  switch (state.step) {
    case 'reading':
      return (
        <p role="status">
          {t('reading')}
          {state.minutes > 1 ? ` ${t('readingLong', { minutes: state.minutes })}` : ''}
        </p>
      );
    case 'restoring':
      return <p role="status">{t('restoring')}</p>;
    case 'sealed':
      return <SealedBackup error={state.error} onOpen={restore.openSealed} />;
    case 'failed':
      return <Failure failure={state.failure} />;
    case 'preview':
      return <Preview state={state} second={second} />;
  }
}

function Preview({
  state: { name, preview },
  second,
}: Omit<ContentProps<Extract<RestoreState, { step: 'preview' }>>, 'restore'>) {
  const t = useTexts(backupTexts);
  const format = useFormat();
  const { device } = useStore();
  const { handedOverAt } = useSettings();
  const isEmpty = useStoreState().changeSets === 0;
  const { header, types } = preview;
  const vanishing = types.reduce((sum, one) => sum + one.vanishing.length, 0);
  const isSame = types.every(
    (one) => one.vanishing.length + one.appearing.length + one.changing.length === 0,
  );
  return (
    <>
      <dl className={classes.head}>
        <dt>{t('takenOn')}</dt>
        <dd>
          {format.dateTime(header.takenAt)} · {t(header.reason)}
        </dd>
        <dt>{t('device')}</dt>
        <dd>{header.device === device ? t('thisDevice', { device }) : header.device}</dd>
        <dt>{t('version')}</dt>
        <dd>{header.appVersion}</dd>
      </dl>
      <p className={classes.fileName}>{name}</p>
      <DifferenceTable preview={preview} />
      {isSame ? <Notice state="info">{t('same')}</Notice> : null}
      <RestoredFiles records={preview.records} second={second} />
      {vanishing > 0 ? <Notice state="warn">{t('warning', { count: vanishing })}</Notice> : null}
      {handedOverAt === null ? null : <HandedOver />}
      {handedOverAt === null && !isEmpty ? <p className={classes.note}>{t('undoable')}</p> : null}
    </>
  );
}

function HandedOver() {
  const t = useTexts(backupTexts);
  return <Notice state="warn">{t('isHandedOver')}</Notice>;
}

function Failure({ failure }: { readonly failure: RestoreFailure }) {
  const t = useTexts(backupTexts);
  const language = useLanguage();
  if (failure.kind === 'handedOver') return <HandedOver />;
  return (
    <Notice state="bad" role="alert">
      {failure.kind === 'host'
        ? backupErrorText(failure.error.code, 'restore', language)
        : t(textByProblem[failure.problem.code])}
      <span className={classes.detail} lang="en">
        {detailOf(failure)}
      </span>
    </Notice>
  );
}

const textByProblem = {
  NOT_A_SNAPSHOT: 'notASnapshot',
  DAMAGED: 'isDamaged',
  TOO_MUCH: 'isTooMuch',
  TOO_SLOW: 'isTooSlow',
  NEWER: 'isNewer',
} as const;

function detailOf(failure: Exclude<RestoreFailure, { kind: 'handedOver' }>): string {
  if (failure.kind === 'host') return `${failure.error.code}: ${failure.error.detail}`;
  return 'detail' in failure.problem ? failure.problem.detail : '';
}
