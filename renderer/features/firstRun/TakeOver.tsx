import { Button, Checkbox, PasswordInput, Radio, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { isBlank } from '../../../shared/core/text.ts';
import type { OpenedPack } from '../../../shared/handOver/handOverPack.ts';
import { handOverFacts } from '../../../shared/handOver/travellingSettings.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { Notice } from '../../ui/Notice.tsx';
import classes from './FirstRun.module.css';
import { ChoiceRow } from './FirstRunSteps.tsx';
import { type PersonRole, personRoles } from './firstRunState.ts';
import { firstRunTexts } from './firstRunTexts.ts';
import { takeOverTexts } from './takeOverTexts.ts';
import { type SuccessorAnswers, type TakeOverSteps, useTakeOver } from './useTakeOver.ts';

/** Instead of the three questions: everything from a pack, and who goes on with it. */
export function TakeOver({ onCancel }: { readonly onCancel: () => void }) {
  const t = useTexts(takeOverTexts);
  const steps = useTakeOver();
  const { step } = steps.state;
  // Once the records are in there is no way back to the questions, only a new start.
  const canGoBack = step === 'choose' || step === 'passphrase' || step === 'who';
  return (
    <div className={classes.panel} aria-live="polite">
      <h2 className={classes.question}>{t('title')}</h2>
      <Step steps={steps} />
      {canGoBack ? (
        <div>
          <Button variant="subtle" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function Step({ steps }: { readonly steps: TakeOverSteps }): ReactNode {
  const t = useTexts(takeOverTexts);
  const { state } = steps;
  switch (state.step) {
    case 'choose':
      return (
        <>
          <p className={classes.note}>{t('chooseText')}</p>
          <Failure text={state.failure} />
          <div className={classes.buttons}>
            <Button onClick={() => void steps.choose()} autoFocus>
              {t('choose')}
            </Button>
          </div>
        </>
      );
    case 'passphrase':
      return (
        <PassphraseForm
          name={state.chosen.name}
          failure={state.failure}
          onOpen={(passphrase) => void steps.open(state.chosen, passphrase)}
        />
      );
    case 'opening':
    case 'takingOver':
      return (
        <p className={classes.note} role="status">
          {t(state.step)}
        </p>
      );
    case 'who':
      return (
        <SuccessorForm
          pack={state.pack}
          failure={state.failure}
          onFinish={(answers) => void steps.finish(state.name, state.pack, answers)}
        />
      );
    case 'settings':
      return (
        <>
          <Notice state="warn" role="alert">
            {t('settingsNotWritten')}
          </Notice>
          <div className={classes.buttons}>
            <Button onClick={() => void steps.writeSettings(state.pack, state.successor)} autoFocus>
              {t('writeSettings')}
            </Button>
            <Button variant="default" onClick={steps.reopen}>
              {t('startWithout')}
            </Button>
          </div>
        </>
      );
  }
}

function PassphraseForm({
  name,
  failure,
  onOpen,
}: {
  readonly name: string;
  readonly failure: string | null;
  readonly onOpen: (passphrase: string) => void;
}) {
  const t = useTexts(takeOverTexts);
  const [passphrase, setPassphrase] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (passphrase !== '') onOpen(passphrase);
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <PasswordInput
        label={t('passphrase', { name })}
        value={passphrase}
        autoComplete="off"
        autoFocus
        visibilityToggleButtonProps={{ 'aria-label': t('show') }}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
      <Failure text={failure} />
      <div className={classes.buttons}>
        <Button type="submit">{t('open')}</Button>
      </div>
    </form>
  );
}

interface SuccessorFormProps {
  readonly pack: OpenedPack;
  readonly failure: string | null;
  readonly onFinish: (answers: SuccessorAnswers) => void;
}

function SuccessorForm({ pack, failure, onFinish }: SuccessorFormProps) {
  const t = useTexts(takeOverTexts);
  const questions = useTexts(firstRunTexts);
  const [name, setName] = useState('');
  const [role, setRole] = useState<PersonRole>('expert');
  // As it was on the computer that the pack comes from.
  const [encrypts, setEncrypts] = useState(handOverFacts(pack.settings)?.encrypted ?? false);
  const [asked, setAsked] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (!isBlank(name)) onFinish({ name: name.trim(), role, encrypts });
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <Inside pack={pack} />
      <TextInput
        label={t('name')}
        description={t('nameHelp')}
        value={name}
        error={asked && isBlank(name) ? t('nameMissing') : undefined}
        maxLength={120}
        autoComplete="off"
        autoFocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Radio.Group
        label={t('role')}
        value={role}
        onChange={(value) => setRole(personRoles.find((known) => known === value) ?? role)}
      >
        <div className={classes.choices}>
          {personRoles.map((known) => (
            <ChoiceRow key={known}>
              <Radio value={known} label={questions(known)} description={questions(`${known}Help`)} />
            </ChoiceRow>
          ))}
        </div>
      </Radio.Group>
      <Checkbox
        label={questions('encrypts')}
        description={questions('encryptsHelp')}
        checked={encrypts}
        onChange={(event) => setEncrypts(event.currentTarget.checked)}
      />
      <Failure text={failure} />
      <div className={classes.buttons}>
        <Button type="submit">{t('takeOver')}</Button>
      </div>
    </form>
  );
}

function Inside({ pack: { header, files, settings } }: { readonly pack: OpenedPack }) {
  const t = useTexts(takeOverTexts);
  const format = useFormat();
  const facts = handOverFacts(settings);
  const count = Object.values(header.counts).reduce((sum, one) => sum + one, 0);
  return (
    <>
      <Notice state="ok">
        {facts === null ? null : (
          <span className={classes.line}>
            {t('from', { name: facts.by, date: format.dateTime(facts.at) })}
          </span>
        )}
        <span className={classes.line}>
          {t('inside', { count, files: t('files', { count: files.size }) })}
        </span>
        {settings.workspace == null ? <span className={classes.line}>{t('workspaceMissing')}</span> : null}
      </Notice>
      <h3 className={classes.question}>{t('who')}</h3>
    </>
  );
}

function Failure({ text }: { readonly text: string | null }) {
  return text === null ? null : (
    <Notice state="bad" role="alert">
      {text}
    </Notice>
  );
}
