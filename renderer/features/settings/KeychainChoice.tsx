import { Button, Checkbox, PasswordInput } from '@mantine/core';
import { useState } from 'react';
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
  const [failed, setFailed] = useState(false);
  const change = async (use: boolean): Promise<void> => {
    const changed = await host.lock.askKeychain({ passphrase, use });
    setFailed(!changed.ok);
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
          {failed ? (
            <Notice state="bad" role="alert">
              {t('keychainFailed')}
            </Notice>
          ) : null}
          <div className={classes.row}>
            <Button type="submit" variant="default" disabled={passphrase === ''}>
              {t('keychainAllow')}
            </Button>
          </div>
        </form>
      ) : null}
    </>
  );
}
