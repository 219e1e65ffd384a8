import { Button, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { LockError } from '../../../shared/ipc/lockPort.ts';
import { newRecoveryKey } from '../../../shared/lock/recoveryKey.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useHost, useRandomness } from '../../stores/services.tsx';
import { useLeave } from '../../stores/useLeave.ts';
import { Notice } from '../../ui/Notice.tsx';
import classes from './Lock.module.css';
import { lockErrorText } from './lockErrorText.ts';
import { lockTexts } from './lockTexts.ts';
import { isComplete, nothingTyped, PassphraseFields, type TypedPassphrase } from './PassphraseFields.tsx';
import { ConfirmKey, ShowKey } from './RecoveryKeySteps.tsx';

type SetUpState =
  | { readonly step: 'passphrase'; readonly typed: TypedPassphrase; readonly asked: boolean }
  | { readonly step: 'key' | 'confirm' | 'working'; readonly typed: TypedPassphrase; readonly key: string }
  | { readonly step: 'failed'; readonly error: LockError };

/** From the passphrase over the printed key to encrypted data; ends on the locked screen, which asks for it once. */
export function SetUpDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts(lockTexts);
  const random = useRandomness();
  const [state, setState] = useState<SetUpState>({ step: 'passphrase', typed: nothingTyped, asked: false });
  const encrypt = useEncrypt((error) => setState({ step: 'failed', error }));
  return (
    <Modal
      opened
      size="lg"
      onClose={state.step === 'working' ? () => undefined : onClose}
      closeOnClickOutside={false}
      title={t('setUpTitle')}
      withCloseButton={false}
    >
      <Step
        state={state}
        onState={setState}
        onClose={onClose}
        newKey={() => newRecoveryKey(random)}
        onEncrypt={encrypt}
      />
    </Modal>
  );
}

interface StepProps {
  readonly state: SetUpState;
  readonly onState: (state: SetUpState) => void;
  readonly onClose: () => void;
  readonly newKey: () => string;
  readonly onEncrypt: (passphrase: string, recoveryKey: string) => void;
}

function Step({ state, onState, onClose, newKey, onEncrypt }: StepProps): ReactNode {
  const t = useTexts(lockTexts);
  const language = useLanguage();
  const place = (step: number) => <p className={classes.step}>{t('stepOf', { step })}</p>;
  switch (state.step) {
    case 'passphrase':
      return (
        <form
          className={classes.dialog}
          onSubmit={(event) => {
            event.preventDefault();
            if (isComplete(state.typed)) onState({ step: 'key', typed: state.typed, key: newKey() });
            else onState({ ...state, asked: true });
          }}
        >
          {place(1)}
          <p className={classes.text}>{t('setUpLead')}</p>
          <PassphraseFields
            typed={state.typed}
            asked={state.asked}
            autoFocus
            onChange={(typed) => onState({ ...state, typed })}
          />
          <Notice state="warn">{t('setUpWarning')}</Notice>
          <div className={classes.ways}>
            <Button type="submit">{t('next')}</Button>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
          </div>
        </form>
      );
    case 'key':
      return (
        <ShowKey
          recoveryKey={state.key}
          note={place(2)}
          onNext={() => onState({ ...state, step: 'confirm' })}
          onBack={() => onState({ step: 'passphrase', typed: state.typed, asked: false })}
        />
      );
    case 'confirm':
      return (
        <ConfirmKey
          recoveryKey={state.key}
          note={place(3)}
          action={t('encrypt')}
          onConfirmed={() => {
            onState({ ...state, step: 'working' });
            onEncrypt(state.typed.passphrase, state.key);
          }}
          onBack={() => onState({ ...state, step: 'key' })}
        />
      );
    case 'working':
      return (
        <p className={classes.text} role="status">
          {t('encrypting')}
        </p>
      );
    case 'failed':
      return (
        <div className={classes.dialog}>
          <Notice state="bad" role="alert">
            {lockErrorText(state.error, 'passphrase', language)}
          </Notice>
          <div className={classes.ways}>
            <Button variant="default" onClick={onClose}>
              {t('close')}
            </Button>
          </div>
        </div>
      );
  }
}

function useEncrypt(onFailed: (error: LockError) => void) {
  const host = useHost();
  const leave = useLeave();
  return (passphrase: string, recoveryKey: string): void => {
    const run = async (): Promise<void> => {
      const enabled = await host.lock.enable({ passphrase, recoveryKey });
      if (!enabled.ok) return onFailed(enabled.error);
      await leave({ locks: true });
    };
    void run();
  };
}
