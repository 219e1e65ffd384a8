import { Button, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { fileSizeText } from '../../i18n/fileSizeText.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useSettings } from '../../stores/services.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Page.tsx';
import classes from './HandOver.module.css';
import { HandOverForm } from './HandOverForm.tsx';
import { handOverTexts } from './handOverTexts.ts';
import { shownNames } from './missingEvidence.ts';
import type { HandOverState, HandOverSteps, PackInside, SavedPack } from './useHandOver.ts';

/** One locked file with everything for a successor; afterwards this computer only shows what it holds. */
export function HandOverSection({ steps }: { readonly steps: HandOverSteps }) {
  const t = useTexts(handOverTexts);
  const { handedOverAt } = useSettings();
  return (
    <Section title={t('title')}>
      <p className={classes.lead}>{t('lead')}</p>
      {handedOverAt === null ? null : <HandedOver at={handedOverAt} onTakeBack={steps.takeBack} />}
      <div aria-live="polite" className={classes.steps}>
        <Step state={steps.state} steps={steps} isHandedOver={handedOverAt !== null} />
      </div>
    </Section>
  );
}

interface StepProps {
  readonly state: HandOverState;
  readonly steps: HandOverSteps;
  readonly isHandedOver: boolean;
}

function Step({ state, steps, isHandedOver }: StepProps): ReactNode {
  const t = useTexts(handOverTexts);
  switch (state.step) {
    case 'closed':
      return (
        <Button variant="default" onClick={steps.open}>
          {t('begin')}
        </Button>
      );
    case 'form':
      return (
        <HandOverForm
          failure={state.failure}
          onMake={(passphrase) => void steps.make(passphrase)}
          onCancel={steps.close}
        />
      );
    case 'gathering':
      return <p role="status">{t('gathering', { at: Math.min(state.at + 1, state.of), of: state.of })}</p>;
    case 'sealing':
      return <p role="status">{t('sealing')}</p>;
    case 'saved':
      return (
        <>
          <Saved pack={state.pack} />
          {state.failure === null ? null : (
            <Notice state="bad" role="alert">
              {state.failure}
            </Notice>
          )}
          <div className={classes.actions}>
            <Button onClick={() => void steps.check(state.pack)}>{t('check')}</Button>
            <Button variant="default" onClick={steps.close}>
              {t('cancel')}
            </Button>
          </div>
        </>
      );
    case 'checking':
      return (
        <>
          <Saved pack={state.pack} />
          <p role="status">{t('checking')}</p>
        </>
      );
    case 'checked':
      return (
        <>
          <Inside inside={state.inside} />
          {isHandedOver ? null : (
            <>
              <p className={classes.lead}>{t('markHelp')}</p>
              <div className={classes.actions}>
                <Button onClick={() => void steps.mark()}>{t('mark')}</Button>
                <Button variant="default" onClick={steps.close}>
                  {t('cancel')}
                </Button>
              </div>
            </>
          )}
        </>
      );
  }
}

function Saved({ pack: { file, unreadable } }: { readonly pack: SavedPack }) {
  const t = useTexts(handOverTexts);
  const language = useLanguage();
  return (
    <>
      <Notice state="info">
        <span className={classes.path}>
          {t('saved', { path: file.path, size: fileSizeText(file.bytes, language) })}
        </span>
        <span className={classes.below}>{t('savedHelp')}</span>
      </Notice>
      {unreadable > 0 ? <Notice state="warn">{t('unreadable', { count: unreadable })}</Notice> : null}
    </>
  );
}

function Inside({ inside: { records, files, missing } }: { readonly inside: PackInside }) {
  const t = useTexts(handOverTexts);
  return (
    <>
      <Notice state="ok">{t('checked', { count: records, files: t('files', { count: files }) })}</Notice>
      {missing.length === 0 ? null : (
        <Notice state="warn">
          {t('filesMissing', { count: missing.length, names: shownNames(missing) })}
        </Notice>
      )}
    </>
  );
}

function HandedOver({ at, onTakeBack }: { readonly at: number; readonly onTakeBack: () => Promise<void> }) {
  const t = useTexts(handOverTexts);
  const format = useFormat();
  const [asks, setAsks] = useState(false);
  return (
    <>
      <Notice
        state="warn"
        actions={
          <Button variant="subtle" size="compact-sm" onClick={() => setAsks(true)}>
            {t('takeBack')}
          </Button>
        }
      >
        {t('handedOver', { date: format.dateTime(at) })}
      </Notice>
      <Modal opened={asks} onClose={() => setAsks(false)} title={t('takeBackTitle')} withCloseButton={false}>
        <p className={classes.lead}>{t('takeBackText')}</p>
        <div className={classes.dialogActions}>
          <Button variant="default" data-autofocus onClick={() => setAsks(false)}>
            {t('cancel')}
          </Button>
          <Button onClick={() => void onTakeBack().then(() => setAsks(false))}>{t('takeBackConfirm')}</Button>
        </div>
      </Modal>
    </>
  );
}
