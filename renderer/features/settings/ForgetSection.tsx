import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../i18n/useTexts.ts';
import { databasePlaceOf } from '../../storage/databasePlace.ts';
import { forgetAll } from '../../storage/forgetAll.ts';
import { useStore, useStoreState } from '../../storage/StoreContext.tsx';
import { useServices } from '../../stores/services.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Page.tsx';
import { forgetTexts } from './forgetTexts.ts';
import classes from './HandOver.module.css';
import { useWorkspaceTitle } from './useWorkspaceTitle.ts';

/** From the first question to the new start. */
type ForgetState =
  | { readonly step: 'closed' | 'asking' | 'working' | 'failed' }
  | { readonly step: 'typing'; readonly typed: string };

export interface ForgetSectionProps {
  /** Shows where a last pack is made. */
  readonly onPack: () => void;
  /** Loads the page anew, which begins with the first run. */
  readonly reopen?: () => void;
}

export function ForgetSection({ onPack, reopen = () => window.location.reload() }: ForgetSectionProps) {
  const t = useTexts(forgetTexts);
  const store = useStore();
  const { host, session } = useServices();
  const [state, setState] = useState<ForgetState>({ step: 'closed' });
  const forget = async (): Promise<void> => {
    setState({ step: 'working' });
    // What is still to be written must not be written afterwards.
    await session.getState().flush();
    const forgotten = await forgetAll({ host, store, place: databasePlaceOf(host) });
    if (forgotten.ok) reopen();
    else setState({ step: 'failed' });
  };
  const close = (): void => setState({ step: 'closed' });
  const toPack = (): void => {
    close();
    onPack();
  };
  return (
    <Section title={t('title')}>
      <p className={classes.lead}>{t('lead')}</p>
      <div className={classes.steps}>
        <Button variant="default" color="red" onClick={() => setState({ step: 'asking' })}>
          {t('begin')}
        </Button>
      </div>
      <Modal
        opened={state.step !== 'closed'}
        onClose={state.step === 'working' ? () => undefined : close}
        title={t('dialogTitle')}
        withCloseButton={false}
        size="lg"
      >
        {state.step === 'asking' ? (
          <Asking onCancel={close} onPack={toPack} onGoOn={() => setState({ step: 'typing', typed: '' })} />
        ) : null}
        {state.step === 'typing' ? (
          <Typing
            typed={state.typed}
            onType={(typed) => setState({ step: 'typing', typed })}
            onCancel={close}
            onConfirm={() => void forget()}
          />
        ) : null}
        {state.step === 'working' ? <p role="status">{t('working')}</p> : null}
        {state.step === 'failed' ? (
          <Notice state="bad" role="alert">
            {t('failed')}
          </Notice>
        ) : null}
      </Modal>
    </Section>
  );
}

interface AskingProps {
  readonly onCancel: () => void;
  readonly onPack: () => void;
  readonly onGoOn: () => void;
}

function Asking({ onCancel, onPack, onGoOn }: AskingProps) {
  const t = useTexts(forgetTexts);
  const { changeSets } = useStoreState();
  return (
    <>
      <Notice state="warn">
        {t('changesHere', { count: changeSets })} {t('first')}
      </Notice>
      <div className={classes.dialogActions}>
        <Button variant="default" onClick={onCancel} data-autofocus>
          {t('cancel')}
        </Button>
        <Button variant="default" onClick={onPack}>
          {t('packFirst')}
        </Button>
        <Button color="red" onClick={onGoOn}>
          {t('goOn')}
        </Button>
      </div>
    </>
  );
}

interface TypingProps {
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
}

function Typing({ typed, onType, onCancel, onConfirm }: TypingProps) {
  const t = useTexts(forgetTexts);
  const name = useWorkspaceTitle();
  const isSame = typed.trim().normalize('NFC') === name.normalize('NFC');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isSame) onConfirm();
  };
  return (
    <form onSubmit={submit}>
      <TextInput
        label={t('typeName', { name })}
        value={typed}
        autoComplete="off"
        data-autofocus
        onChange={(event) => onType(event.currentTarget.value)}
      />
      <div className={classes.dialogActions}>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button type="submit" color="red" disabled={!isSame}>
          {t('confirm')}
        </Button>
      </div>
    </form>
  );
}
