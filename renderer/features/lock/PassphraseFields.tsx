import { PasswordInput } from '@mantine/core';
import { isPassphrase, minPassphraseLength } from '../../../shared/ipc/lockPort.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { lockTexts } from './lockTexts.ts';

export interface TypedPassphrase {
  readonly passphrase: string;
  readonly repeated: string;
}

export const nothingTyped: TypedPassphrase = { passphrase: '', repeated: '' };

/** Whether it is long enough and was typed alike twice. */
export const isComplete = ({ passphrase, repeated }: TypedPassphrase): boolean =>
  isPassphrase(passphrase) && passphrase === repeated;

export interface PassphraseFieldsProps {
  readonly typed: TypedPassphrase;
  /** Somebody wanted to go on, so what is missing is said. */
  readonly asked: boolean;
  readonly onChange: (typed: TypedPassphrase) => void;
  readonly autoFocus?: boolean;
}

/** A new passphrase, twice. */
export function PassphraseFields({ typed, asked, onChange, autoFocus = false }: PassphraseFieldsProps) {
  const t = useTexts(lockTexts);
  const { passphrase, repeated } = typed;
  const count = [...passphrase.normalize('NFKC')].length;
  const tooShort = asked && !isPassphrase(passphrase);
  return (
    <>
      <PasswordInput
        label={t('newPassphrase')}
        description={t('newPassphraseHelp', { count: minPassphraseLength })}
        value={passphrase}
        autoComplete="off"
        data-autofocus={autoFocus || undefined}
        error={tooShort ? t('tooShort', { count, least: minPassphraseLength }) : undefined}
        onChange={(event) => onChange({ ...typed, passphrase: event.currentTarget.value })}
      />
      <PasswordInput
        label={t('repeat')}
        value={repeated}
        autoComplete="off"
        error={asked && !tooShort && passphrase !== repeated ? t('notSame') : undefined}
        onChange={(event) => onChange({ ...typed, repeated: event.currentTarget.value })}
      />
    </>
  );
}
