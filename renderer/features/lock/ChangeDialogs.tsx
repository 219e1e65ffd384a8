import { Button, Modal, PasswordInput, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Result } from '../../../shared/core/result.ts';
import type { LockError, LockState } from '../../../shared/ipc/lockPort.ts';
import type { Secret } from '../../../shared/lock/keyring.ts';
import { newRecoveryKey, readRecoveryKey } from '../../../shared/lock/recoveryKey.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { isOutOfReach, useBackups } from '../../stores/backups.ts';
import { useLockStatus } from '../../stores/lockStatus.ts';
import { useHost, useRandomness } from '../../stores/services.tsx';
import { useLeave } from '../../stores/useLeave.ts';
import { Notice } from '../../ui/Notice.tsx';
import { showToast } from '../../ui/toast.tsx';
import classes from './Lock.module.css';
import { lockErrorText, recoveryKeyProblem } from './lockErrorText.ts';
import { lockTexts } from './lockTexts.ts';
import { isComplete, nothingTyped, PassphraseFields } from './PassphraseFields.tsx';
import { ConfirmKey, ShowKey } from './RecoveryKeySteps.tsx';

interface DialogProps {
  readonly onClose: () => void;
}

/** Another passphrase for the same key; by the recovery key when the present one is forgotten. */
export function ChangeDialog({ onClose }: DialogProps) {
  const t = useTexts(lockTexts);
  const language = useLanguage();
  const host = useHost();
  const [current, setCurrent] = useState<Secret>({ kind: 'passphrase', text: '' });
  const [typed, setTyped] = useState(nothingTyped);
  const { asked, busy, problem, setProblem, run } = useAsked();
  const submit = async (): Promise<void> => {
    const read = current.kind === 'recovery' ? readRecoveryKey(current.text) : null;
    if (read !== null && !read.ok) return setProblem(recoveryKeyProblem(current.text, language));
    const secret = { ...current, text: read?.ok ? read.value : current.text };
    const changed = await run(current.kind, isComplete(typed), () =>
      host.lock.change({ current: secret, passphrase: typed.passphrase, recoveryKey: null }),
    );
    if (!changed) return;
    showToast({ message: t('changed') });
    onClose();
  };
  return (
    <Frame
      title={t('changeTitle')}
      busy={busy}
      onClose={onClose}
      onSubmit={() => void submit()}
      action={t('change')}
    >
      <p className={classes.text}>{t('changeLead')}</p>
      <CurrentSecret current={current} onChange={setCurrent} />
      <PassphraseFields typed={typed} asked={asked} onChange={setTyped} />
      <Problem text={problem} />
    </Frame>
  );
}

/** Everything in plain text again; needs the passphrase, so that nobody does it in passing. */
export function OffDialog({ onClose }: DialogProps) {
  const t = useTexts(lockTexts);
  const host = useHost();
  const leave = useLeave();
  const second = useBackups().state?.second ?? null;
  const [passphrase, setPassphrase] = useState('');
  const { busy, problem, run } = useAsked();
  const submit = async (): Promise<void> => {
    if (await run('passphrase', true, () => host.lock.disable(passphrase))) await leave({ locks: false });
  };
  return (
    <Frame
      title={t('offTitle')}
      busy={busy}
      onClose={onClose}
      onSubmit={() => void submit()}
      action={t('off')}
    >
      <Notice state="warn">{t('offLead')}</Notice>
      {second === null || !isOutOfReach(second) ? null : (
        <Notice state="warn">{t('offAway', { path: second.path })}</Notice>
      )}
      <PasswordInput
        label={t('current')}
        value={passphrase}
        autoComplete="off"
        data-autofocus
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
      <Problem text={problem} />
    </Frame>
  );
}

type RenewState =
  | { readonly step: 'passphrase' }
  | { readonly step: 'key' | 'confirm'; readonly key: string };

/** A new printed key in the place of one that was lost or seen. */
export function RenewKeyDialog({ onClose }: DialogProps) {
  const t = useTexts(lockTexts);
  const host = useHost();
  const random = useRandomness();
  const [passphrase, setPassphrase] = useState('');
  const [state, setState] = useState<RenewState>({ step: 'passphrase' });
  const { busy, problem, run } = useAsked();
  const change = (recoveryKey: string | null): Promise<boolean> => {
    const current = { kind: 'passphrase', text: passphrase } as const;
    return run('passphrase', true, () => host.lock.change({ current, passphrase: null, recoveryKey }));
  };
  // A key that is printed and typed in vain would be taken for the one that opens.
  const begin = async (): Promise<void> => {
    if (await change(null)) setState({ step: 'key', key: newRecoveryKey(random) });
  };
  const replace = async (recoveryKey: string): Promise<void> => {
    // What failed is told beside the key, which is on paper by now and may be tried again.
    if (!(await change(recoveryKey))) return;
    showToast({ message: t('renewed') });
    onClose();
  };
  if (state.step === 'passphrase') {
    return (
      <Frame
        title={t('renewTitle')}
        busy={busy}
        onClose={onClose}
        onSubmit={() => void begin()}
        action={t('next')}
      >
        <p className={classes.text}>{t('renewLead')}</p>
        <PasswordInput
          label={t('current')}
          value={passphrase}
          autoComplete="off"
          data-autofocus
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <Problem text={problem} />
      </Frame>
    );
  }
  const { key } = state;
  return (
    <Modal opened size="lg" onClose={onClose} title={t('renewTitle')} withCloseButton={false}>
      {state.step === 'key' ? (
        <ShowKey
          recoveryKey={key}
          onNext={() => setState({ step: 'confirm', key })}
          onBack={() => setState({ step: 'passphrase' })}
        />
      ) : (
        <ConfirmKey
          recoveryKey={key}
          note={<Problem text={problem} />}
          action={busy ? t('working') : t('renew')}
          onConfirmed={() => void replace(key)}
          onBack={() => setState({ step: 'key', key })}
        />
      )}
    </Modal>
  );
}

interface CurrentSecretProps {
  readonly current: Secret;
  readonly onChange: (current: Secret) => void;
}

function CurrentSecret({ current, onChange }: CurrentSecretProps) {
  const t = useTexts(lockTexts);
  const isPassphrase = current.kind === 'passphrase';
  const toggle = (): void => onChange({ kind: isPassphrase ? 'recovery' : 'passphrase', text: '' });
  return (
    <div>
      {isPassphrase ? (
        <PasswordInput
          label={t('current')}
          value={current.text}
          autoComplete="off"
          data-autofocus
          onChange={(event) => onChange({ kind: 'passphrase', text: event.currentTarget.value })}
        />
      ) : (
        <TextInput
          label={t('recoveryKey')}
          description={t('recoveryHelp')}
          value={current.text}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange({ kind: 'recovery', text: event.currentTarget.value })}
        />
      )}
      <Button variant="subtle" size="compact-sm" onClick={toggle}>
        {t(isPassphrase ? 'withRecovery' : 'usePassphrase')}
      </Button>
    </div>
  );
}

interface FrameProps {
  readonly title: string;
  readonly action: string;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

function Frame({ title, action, busy, onClose, onSubmit, children }: FrameProps) {
  const t = useTexts(lockTexts);
  return (
    <Modal opened onClose={busy ? () => undefined : onClose} title={title} withCloseButton={false}>
      <form
        className={classes.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
        <div className={classes.ways}>
          <Button type="submit" disabled={busy}>
            {busy ? t('working') : action}
          </Button>
          <Button variant="default" disabled={busy} onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function Problem({ text }: { readonly text: string | null }) {
  if (text === null) return null;
  return (
    <Notice state="bad" role="alert">
      {text}
    </Notice>
  );
}

/** Asks the host once what was typed is complete; false when it was not or the host refused, which is then said. */
function useAsked() {
  const language = useLanguage();
  const { refresh } = useLockStatus();
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  async function run(
    kind: Secret['kind'],
    complete: boolean,
    ask: () => Promise<Result<LockState, LockError>>,
  ): Promise<boolean> {
    setAsked(true);
    setProblem(null);
    if (!complete) return false;
    setBusy(true);
    const answer = await ask();
    setBusy(false);
    if (!answer.ok) setProblem(lockErrorText(answer.error, kind, language));
    refresh();
    return answer.ok;
  }
  return { asked, busy, problem, setProblem, run };
}
