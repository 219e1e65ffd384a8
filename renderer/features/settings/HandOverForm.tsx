import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { passphraseAdvice, shortestPassphrase } from '../../../shared/handOver/passphraseAdvice.ts';
import { fileSizeText } from '../../i18n/fileSizeText.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { bytesOfFiles } from '../../storage/filesInUse.ts';
import { Notice, StateMark } from '../../ui/Notice.tsx';
import classes from './HandOver.module.css';
import { handOverTexts } from './handOverTexts.ts';
import { mostFileBytes } from './useHandOver.ts';
import { useSortedFiles } from './useSortedFiles.ts';

export interface HandOverFormProps {
  readonly failure: string | null;
  readonly onMake: (passphrase: string) => void;
  readonly onCancel: () => void;
}

/** Asks twice for the passphrase, because nobody can recover it. */
export function HandOverForm({ failure, onMake, onCancel }: HandOverFormProps) {
  const t = useTexts(handOverTexts);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [asked, setAsked] = useState(false);
  const advice = passphraseAdvice(passphrase);
  const isShort = advice === 'empty' || advice === 'short';
  const differs = again !== passphrase;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (!isShort && !differs) onMake(passphrase);
  };
  const toggle = { 'aria-label': t('show') };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <Contents />
      <PasswordInput
        label={t('passphrase')}
        description={t('passphraseHelp', { count: shortestPassphrase })}
        value={passphrase}
        autoComplete="new-password"
        autoFocus
        visibilityToggleButtonProps={toggle}
        error={asked && isShort ? t('short', { count: shortestPassphrase }) : undefined}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
      {advice === 'weak' || advice === 'good' ? (
        <StateMark state={advice === 'good' ? 'ok' : 'warn'}>{t(advice)}</StateMark>
      ) : null}
      <PasswordInput
        label={t('again')}
        value={again}
        autoComplete="new-password"
        visibilityToggleButtonProps={toggle}
        error={asked && !isShort && differs ? t('differs') : undefined}
        onChange={(event) => setAgain(event.currentTarget.value)}
      />
      {failure === null ? null : (
        <Notice state="bad" role="alert">
          {failure}
        </Notice>
      )}
      <div className={classes.actions}>
        <Button type="submit">{t('save')}</Button>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

/** How many files go along, and whether they are too many. */
function Contents() {
  const t = useTexts(handOverTexts);
  const language = useLanguage();
  const { files } = useSortedFiles();
  if (files === null) return null;
  const { used, unused } = files;
  const bytes = bytesOfFiles(used);
  const size = fileSizeText(bytes, language);
  return bytes > mostFileBytes ? (
    <Notice state="warn">{t('tooLarge', { size, limit: fileSizeText(mostFileBytes, language) })}</Notice>
  ) : (
    <p className={classes.lead}>
      {t('content', { count: used.length, size })}
      {unused.length === 0 ? '' : ` ${t('unusedStay', { count: unused.length })}`}
    </p>
  );
}
