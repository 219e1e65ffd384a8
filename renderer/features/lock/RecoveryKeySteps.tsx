import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { readRecoveryKey } from '../../../shared/lock/recoveryKey.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { usePrint } from '../../stores/usePrint.ts';
import { Notice } from '../../ui/Notice.tsx';
import classes from './Lock.module.css';
import { recoveryKeyProblem } from './lockErrorText.ts';
import { lockTexts } from './lockTexts.ts';
import { KeyGroups, RecoveryKeySheet } from './RecoveryKeySheet.tsx';

export interface ShowKeyProps {
  readonly recoveryKey: string;
  readonly note?: ReactNode;
  readonly onNext: () => void;
  readonly onBack: () => void;
}

/** A new recovery key, to be printed or written down. */
export function ShowKey({ recoveryKey, note, onNext, onBack }: ShowKeyProps) {
  const t = useTexts(lockTexts);
  const print = usePrint();
  return (
    <div className={classes.dialog}>
      {note}
      <p className={classes.text}>{t('keyLead')}</p>
      <KeyGroups recoveryKey={recoveryKey} label={t('keyLabel')} />
      <RecoveryKeySheet recoveryKey={recoveryKey} />
      <div className={classes.ways}>
        <Button onClick={onNext} data-autofocus>
          {t('next')}
        </Button>
        <Button variant="default" onClick={() => void print(t('sheetFile'))}>
          {t('print')}
        </Button>
        <Button variant="default" onClick={onBack}>
          {t('back')}
        </Button>
      </div>
    </div>
  );
}

export interface ConfirmKeyProps {
  readonly recoveryKey: string;
  readonly note?: ReactNode;
  readonly action: string;
  readonly onConfirmed: () => void;
  readonly onBack: () => void;
}

/** The key typed from paper: the only proof that it is on paper. */
export function ConfirmKey({ recoveryKey, note, action, onConfirmed, onBack }: ConfirmKeyProps) {
  const t = useTexts(lockTexts);
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (): void => {
    const read = readRecoveryKey(typed);
    if (read.ok && read.value === recoveryKey) onConfirmed();
    else setProblem(recoveryKeyProblem(typed, language) ?? t('keyOther'));
  };
  return (
    <form
      className={classes.dialog}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {note}
      <p className={classes.text}>{t('confirmLead')}</p>
      <TextInput
        label={t('recoveryKey')}
        description={t('recoveryHelp')}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        autoFocus
        classNames={{ input: classes.keyInput }}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setProblem(null);
        }}
      />
      {problem === null ? null : (
        <Notice state="bad" role="alert">
          {problem}
        </Notice>
      )}
      <div className={classes.ways}>
        <Button type="submit">{action}</Button>
        <Button variant="default" onClick={onBack}>
          {t('back')}
        </Button>
      </div>
    </form>
  );
}
