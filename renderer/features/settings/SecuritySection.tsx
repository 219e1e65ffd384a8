import { Button, Select } from '@mantine/core';
import type { LockState } from '../../../shared/ipc/lockPort.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useLockStatus } from '../../stores/lockStatus.ts';
import { useHost, useSettings, useUpdateSettings } from '../../stores/services.tsx';
import { lockPauses } from '../../stores/settings.ts';
import { useLeave } from '../../stores/useLeave.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Page.tsx';
import { KeychainChoice } from './KeychainChoice.tsx';
import classes from './Settings.module.css';
import { securityTexts } from './securityTexts.ts';

/** Encryption of what lies on this computer: off, or on with all that can be done about it. */
export function SecuritySection() {
  const t = useTexts(securityTexts);
  const { state, show } = useLockStatus();
  return (
    <Section title={t('title')}>
      {state === null ? null : state.mode === 'off' ? (
        <>
          <p className={classes.paragraph}>{t('offText')}</p>
          <Button variant="default" onClick={() => show('setUp')}>
            {t('setUp')}
          </Button>
        </>
      ) : (
        <Encrypted state={state} />
      )}
    </Section>
  );
}

function Encrypted({ state: { unsealed, keychain } }: { readonly state: LockState }) {
  const t = useTexts(securityTexts);
  const host = useHost();
  const { show } = useLockStatus();
  const { lockAfterMinutes } = useSettings();
  const update = useUpdateSettings();
  const leave = useLeave();
  return (
    <div className={classes.fields}>
      <Notice state="ok">{t(host.kind === 'browser' ? 'onBrowser' : 'on')}</Notice>
      {unsealed === 0 ? null : <Notice state="warn">{t('unsealed', { count: unsealed })}</Notice>}
      <Select
        label={t('lockAfter')}
        description={t('lockAfterHelp')}
        data={lockPauses.map((minutes) => ({
          value: String(minutes),
          label: minutes === 0 ? t('never') : t('minutes', { count: minutes }),
        }))}
        value={String(lockAfterMinutes)}
        allowDeselect={false}
        onChange={(value) => update({ lockAfterMinutes: Number(value ?? lockAfterMinutes) })}
      />
      {keychain === 'none' ? null : <KeychainChoice isAsked={keychain === 'asked'} />}
      <div className={classes.row}>
        <Button onClick={() => void leave({ locks: true })}>{t('lockNow')}</Button>
        <Button variant="default" onClick={() => show('change')}>
          {t('change')}
        </Button>
        <Button variant="default" onClick={() => show('renewKey')}>
          {t('renewKey')}
        </Button>
        <Button variant="subtle" onClick={() => show('off')}>
          {t('switchOff')}
        </Button>
      </div>
    </div>
  );
}
