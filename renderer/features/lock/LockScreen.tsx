import { Button, PasswordInput, TextInput } from '@mantine/core';
import { Lock } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { LockPort, LockState } from '../../../shared/ipc/lockPort.ts';
import type { Secret } from '../../../shared/lock/keyring.ts';
import { readRecoveryKey } from '../../../shared/lock/recoveryKey.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { Notice } from '../../ui/Notice.tsx';
import classes from './Lock.module.css';
import { lockErrorText, recoveryKeyProblem } from './lockErrorText.ts';
import { lockTexts } from './lockTexts.ts';
import { useCountdown } from './useCountdown.ts';

export interface LockScreenProps {
  readonly lock: LockPort;
  readonly state: LockState;
  readonly onUnlocked: () => void;
  /** What else can be done where neither passphrase nor recovery key is known. */
  readonly children?: ReactNode;
}

/** All that is shown while the data are locked: what is locked, and nothing of it. */
export function LockScreen({ lock, state, onUnlocked, children }: LockScreenProps) {
  const t = useTexts(lockTexts);
  const [kind, setKind] = useState<Secret['kind']>('passphrase');
  const { text, setText, problem, busy, wait, submit } = useUnlock(kind, { lock, state, onUnlocked });
  const other = kind === 'passphrase' ? 'recovery' : 'passphrase';
  return (
    <main className={classes.screen}>
      <form className={classes.panel} onSubmit={submit} noValidate>
        <h1 className={classes.title}>
          <Lock size={20} aria-hidden="true" />
          {t('lockedTitle')}
        </h1>
        <p className={classes.lead}>{t('lockedLead')}</p>
        {kind === 'passphrase' ? (
          <PasswordInput
            key={kind}
            label={t('passphrase')}
            value={text}
            autoFocus
            autoComplete="off"
            readOnly={busy}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        ) : (
          <TextInput
            key={kind}
            label={t('recoveryKey')}
            description={t('recoveryHelp')}
            value={text}
            autoFocus
            autoComplete="off"
            spellCheck={false}
            readOnly={busy}
            classNames={{ input: classes.keyInput }}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        {kind === 'recovery' ? <p className={classes.lead}>{t('recoveryAfter')}</p> : null}
        {problem === null ? null : (
          <Notice state="bad" role="alert">
            {problem}
          </Notice>
        )}
        {problem === null && wait > 0 ? (
          <Notice state="warn" role="status">
            {t('waiting', { count: wait })}
          </Notice>
        ) : null}
        <div className={classes.ways}>
          <Button type="submit" disabled={busy || wait > 0 || text === ''}>
            {busy ? t('unlocking') : t('unlock')}
          </Button>
          <Button
            variant="subtle"
            disabled={busy}
            onClick={() => {
              setText('');
              setKind(other);
            }}
          >
            {t(kind === 'passphrase' ? 'useRecovery' : 'usePassphrase')}
          </Button>
        </div>
      </form>
      {children}
    </main>
  );
}

function useUnlock(kind: Secret['kind'], { lock, state, onUnlocked }: LockScreenProps) {
  const language = useLanguage();
  const [text, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [wait, startWait] = useCountdown(state.waitSeconds);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const read = kind === 'recovery' ? readRecoveryKey(text) : null;
    if (read !== null && !read.ok) return setProblem(recoveryKeyProblem(text, language));
    setProblem(null);
    setBusy(true);
    // The words that say so are drawn before a host in this page's place begins to compute.
    await new Promise((resolve) => setTimeout(resolve, 30));
    const unlocked = await lock.unlock({ kind, text: read?.ok ? read.value : text });
    if (unlocked.ok) return onUnlocked();
    setBusy(false);
    const { error } = unlocked;
    if ('waitSeconds' in error) startWait(error.waitSeconds);
    setProblem(lockErrorText(error, kind, language));
  };
  return {
    text,
    setText: (typed: string) => {
      setTyped(typed);
      setProblem(null);
    },
    problem,
    busy,
    wait,
    submit: (event: FormEvent) => void submit(event),
  };
}
