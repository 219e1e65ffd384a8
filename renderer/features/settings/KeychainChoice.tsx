import { Button, Checkbox, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import type { LockError } from '../../../shared/ipc/lockPort.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useLockStatus } from '../../stores/lockStatus.ts';
import { useHost } from '../../stores/services.tsx';
import { Notice } from '../../ui/Notice.tsx';
import classes from './Settings.module.css';
import { securityTexts } from './securityTexts.ts';

/** Whether the system's keychain opens the data at the start; to switch it on takes the passphrase. */
export function KeychainChoice({ isAsked }: { readonly isAsked: boolean }) {
  const t = useTexts(securityTexts);
  const host = useHost();
  const { refresh } = useLockStatus();
  const [asking, setAsking] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState<LockError | null>(null);
  const change = async (use: boolean): Promise<void> => {
    const changed = await host.lock.askKeychain({ passphrase, use });
    setError(changed.ok ? null : changed.error);
    if (changed.ok) setAsking(false);
    setPassphrase('');
    refresh();
  };
  return (
    <>
      <Checkbox
        label={t('keychain')}
        description={t('keychainHelp')}
        checked={isAsked || asking}
        onChange={(event) => {
          if (isAsked) void change(false);
          else setAsking(event.currentTarget.checked);
        }}
      />
      {asking ? (
        <form
          className={classes.fields}
          autoComplete="off"
          onSubmit={(event) => {
            event.preventDefault();
            void change(true);
          }}
        >
          <PasswordInput
            label={t('keychainPassphrase')}
            value={passphrase}
            autoFocus
            autoComplete="off"
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
          {error === null ? null : <Failure error={error} />}
          <div className={classes.row}>
            <Button type="submit" variant="default" disabled={passphrase === ''}>
              {t('keychainAllow')}
            </Button>
          </div>
        </form>
      ) : error === null ? null : (
        <Failure error={error} />
      )}
    </>
  );
}

function Failure({ error: { code, ...error } }: { readonly error: LockError }) {
  const t = useTexts(securityTexts);
  const isSecret = code === 'WRONG_SECRET' || code === 'WAIT';
  return (
    <Notice state="bad" role="alert">
      {isSecret
        ? t('keychainFailed')
        : t('keychainNotChanged', { code: 'error' in error ? error.error.code : code })}
    </Notice>
  );
}
