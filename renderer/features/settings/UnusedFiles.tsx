import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { EvidenceFile } from '../../../shared/ipc/host.ts';
import { fileSizeText } from '../../i18n/fileSizeText.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { bytesOfFiles, sortedFiles } from '../../storage/filesInUse.ts';
import { useStore, useStoreState } from '../../storage/StoreContext.tsx';
import { isOutOfReach, useBackups } from '../../stores/backups.ts';
import { useHost } from '../../stores/services.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { showToast } from '../../ui/toast.tsx';
import classes from './HandOver.module.css';
import styles from './Settings.module.css';
import { unusedFilesTexts } from './unusedFilesTexts.ts';
import { useSortedFiles } from './useSortedFiles.ts';

/** Files of evidence that no record names any more, to be erased once somebody has said so. */
export function UnusedFiles() {
  const t = useTexts(unusedFilesTexts);
  const language = useLanguage();
  const { opening } = useStoreState();
  const { files, look } = useSortedFiles();
  const [asks, setAsks] = useState(false);
  const unused = files?.ofDeleted ?? [];
  // Where records were lost, what they named is not without use.
  if (unused.length === 0 || opening.kind === 'damaged' || opening.kind === 'rescued') return null;
  const size = fileSizeText(bytesOfFiles(unused), language);
  const close = (): void => {
    setAsks(false);
    void look();
  };
  return (
    <div className={styles.unused}>
      <Notice
        state="info"
        actions={
          <Button variant="subtle" size="compact-sm" onClick={() => setAsks(true)}>
            {t('begin')}
          </Button>
        }
      >
        {t('found', { count: unused.length, size })}
      </Notice>
      {asks ? <EraseDialog unused={unused} size={size} onClose={close} /> : null}
    </div>
  );
}

interface EraseDialogProps {
  readonly unused: readonly EvidenceFile[];
  readonly size: string;
  readonly onClose: () => void;
}

function EraseDialog({ unused, size, onClose }: EraseDialogProps) {
  const t = useTexts(unusedFilesTexts);
  const erase = useErase();
  const [state, setState] = useState<'asking' | 'working' | 'failed'>('asking');
  const second = useBackups().state?.second ?? null;
  const isAway = second !== null && isOutOfReach(second);
  const submit = async (): Promise<void> => {
    setState('working');
    const erased = await erase(unused);
    if (erased === null) return setState('failed');
    showToast({ message: t('erased', { count: erased }) });
    onClose();
  };
  const isWorking = state === 'working';
  return (
    <Modal
      opened
      onClose={isWorking ? () => undefined : onClose}
      title={t('title')}
      withCloseButton={false}
      size="lg"
    >
      <p className={classes.lead}>
        {t(second === null ? 'whatHere' : 'what', { count: unused.length, size })}
      </p>
      <Notice state="warn">{t('missed')}</Notice>
      {isAway ? <Notice state="bad">{t('away', { path: second.path })}</Notice> : null}
      {state === 'failed' ? (
        <Notice state="bad" role="alert">
          {t('failed')}
        </Notice>
      ) : null}
      <div className={classes.dialogActions}>
        <Button variant="default" disabled={isWorking} onClick={onClose} data-autofocus>
          {t('keep')}
        </Button>
        <Button color="red" disabled={isWorking || isAway} onClick={() => void submit()}>
          {isWorking ? t('working') : t('erase')}
        </Button>
      </div>
    </Modal>
  );
}

/** Erases those of the shown files that are without use even now; how many, or null when something was left. */
function useErase(): (shown: readonly EvidenceFile[]) => Promise<number | null> {
  const { evidence } = useHost();
  const store = useStore();
  return async (shown) => {
    const { ofDeleted } = await sortedFiles(shown, store);
    const removed = await evidence.remove(ofDeleted.map(({ sha256 }) => sha256));
    return removed.ok ? removed.value : null;
  };
}
