import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import type { LockError } from '../../../shared/ipc/lockPort.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { Notice } from '../../ui/Notice.tsx';
import classes from './Settings.module.css';
import { securityTexts } from './securityTexts.ts';

export interface SealedBackupProps {
  /** Of the try before; null for none. */
  readonly error: LockError | null;
  readonly onOpen: (secret: string) => void;
}

/** Asks for what opens a backup that was encrypted with another key than this computer's. */
export function SealedBackup({ error, onOpen }: SealedBackupProps) {
  const t = useTexts(securityTexts);
  const [secret, setSecret] = useState('');
  const wait = error !== null && 'waitSeconds' in error ? error.waitSeconds : 0;
  return (
    <form
      className={classes.fields}
      onSubmit={(event) => {
        event.preventDefault();
        onOpen(secret);
      }}
    >
      <p className={classes.paragraph}>{t('sealedBackup')}</p>
      <PasswordInput
        label={t('sealedSecret')}
        value={secret}
        autoComplete="off"
        autoFocus
        onChange={(event) => setSecret(event.currentTarget.value)}
      />
      {error === null ? null : (
        <Notice state="bad" role="alert">
          {wait > 0 ? t('sealedWait', { count: wait }) : t('sealedWrong')}
        </Notice>
      )}
      <div className={classes.row}>
        <Button type="submit" disabled={secret === ''}>
          {t('sealedOpen')}
        </Button>
      </div>
    </form>
  );
}
