import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Language } from '../../../shared/core/language.ts';
import type { Host, SetAside } from '../../../shared/ipc/host.ts';
import { translate } from '../../i18n/texts.ts';
import { beginAnew } from '../../storage/beginAnew.ts';
import { databasePlaceOf } from '../../storage/databasePlace.ts';
import { Notice } from '../../ui/Notice.tsx';
import { beginAnewTexts } from './beginAnewTexts.ts';
import classes from './Lock.module.css';

/** From the first question to the new start. */
type BeginState =
  | { readonly step: 'closed' | 'working' | 'failed' }
  | { readonly step: 'asking'; readonly typed: string }
  | { readonly step: 'aside'; readonly place: SetAside };

export interface BeginAnewProps {
  readonly host: Host;
  readonly language: Language;
  /** Loads the page anew, which begins with the first run. */
  readonly reopen?: () => void;
}

/** The way out where nobody can open the data any more; needs no settings, no key and no store. */
export function BeginAnew({ host, language, reopen = () => window.location.reload() }: BeginAnewProps) {
  const t = translate(beginAnewTexts, language);
  const [state, setState] = useState<BeginState>({ step: 'closed' });
  const begin = async (): Promise<void> => {
    setState({ step: 'working' });
    const begun = await beginAnew({ host, place: databasePlaceOf(host) });
    if (!begun.ok) setState({ step: 'failed' });
    else if (begun.value === null) reopen();
    else setState({ step: 'aside', place: begun.value });
  };
  const canClose = state.step === 'asking' || state.step === 'failed';
  const close = (): void => setState({ step: 'closed' });
  return (
    <section className={classes.other}>
      <Button variant="subtle" color="red" onClick={() => setState({ step: 'asking', typed: '' })}>
        {t('begin')}
      </Button>
      <p className={classes.lead}>{t('help')}</p>
      <Modal
        opened={state.step !== 'closed'}
        onClose={canClose ? close : () => undefined}
        title={t('dialogTitle')}
        withCloseButton={false}
        size="lg"
      >
        <div className={classes.dialog}>
          {state.step === 'asking' ? (
            <Asking
              kind={host.kind}
              language={language}
              typed={state.typed}
              onType={(typed) => setState({ step: 'asking', typed })}
              onCancel={close}
              onConfirm={() => void begin()}
            />
          ) : null}
          {state.step === 'working' ? <p role="status">{t('working')}</p> : null}
          {state.step === 'failed' ? (
            <Notice state="bad" role="alert">
              {t(host.kind === 'electron' ? 'failedAside' : 'failedErase')}
            </Notice>
          ) : null}
          {state.step === 'aside' ? (
            <>
              <Notice state="ok" role="status">
                <span className={classes.place}>{t('done', { ...state.place })}</span>
              </Notice>
              <div className={classes.ways}>
                <Button onClick={reopen} data-autofocus>
                  {t('start')}
                </Button>
              </div>
            </>
          ) : null}
        </div>
      </Modal>
    </section>
  );
}

interface AskingProps {
  readonly kind: Host['kind'];
  readonly language: Language;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
}

function Asking({ kind, language, typed, onType, onCancel, onConfirm }: AskingProps) {
  const t = translate(beginAnewTexts, language);
  const setsAside = kind === 'electron';
  const isSame = plain(typed) === plain(t('phrase'));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isSame) onConfirm();
  };
  return (
    <form className={classes.dialog} onSubmit={submit} noValidate>
      <p className={classes.text}>{t('ask')}</p>
      <Notice state={setsAside ? 'warn' : 'bad'}>{t(setsAside ? 'setsAside' : 'erases')}</Notice>
      <p className={classes.text}>{t('stays')}</p>
      <TextInput
        label={t('type', { phrase: t('phrase') })}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        onChange={(event) => onType(event.currentTarget.value)}
      />
      <div className={classes.ways}>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button type="submit" color="red" disabled={!isSame}>
          {t(setsAside ? 'confirmAside' : 'confirmErase')}
        </Button>
      </div>
    </form>
  );
}

const plain = (text: string): string => text.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();
