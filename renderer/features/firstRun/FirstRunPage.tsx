import { Button } from '@mantine/core';
import { type ComponentType, type FormEvent, type ReactNode, useState } from 'react';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { saveErrorText } from '../../stores/saveErrorTexts.ts';
import { useUpdateSettings } from '../../stores/services.tsx';
import { Notice } from '../../ui/Notice.tsx';
import classes from './FirstRun.module.css';
import { LanguageStep, PersonStep } from './FirstRunSteps.tsx';
import { type FirstRunState, missingAnswers } from './firstRunState.ts';
import { firstRunTexts } from './firstRunTexts.ts';
import { TakeOver } from './TakeOver.tsx';
import { takeOverTexts } from './takeOverTexts.ts';
import { type CenterChoice, useCenterChoices } from './useCenterChoices.ts';
import { type FirstRun, useFirstRun } from './useFirstRun.ts';
import { WorkspaceStep } from './WorkspaceStep.tsx';

const steps = ['language', 'person', 'workspace'] as const;

export interface FirstRunPageProps {
  /** What a restore from a backup asks and does; ends with a new start. */
  readonly restore: ComponentType;
}

/** Asks three questions before the first work: language, person, workspace. */
export function FirstRunPage({ restore: Restore }: FirstRunPageProps) {
  const t = useTexts(firstRunTexts);
  const centers = useCenterChoices();
  const takenCodes = centers.map(({ code }) => code);
  const run = useFirstRun(takenCodes);
  const { state } = run;
  const [way, setWay] = useState<'questions' | 'pack' | 'backup'>('questions');
  const toQuestions = (): void => setWay('questions');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void run.next();
  };
  return (
    <main className={classes.page}>
      <div className={classes.sheet}>
        <h1 className={classes.title}>{t('title')}</h1>
        <p className={classes.lead}>{t('lead')}</p>
        {way === 'pack' ? <TakeOver onCancel={toQuestions} /> : null}
        {way === 'backup' ? (
          <RestorePanel onCancel={toQuestions}>
            <Restore />
          </RestorePanel>
        ) : null}
        {way === 'questions' ? (
          <>
            <Steps state={state} />
            <form className={classes.panel} onSubmit={submit} noValidate autoComplete="off">
              <Question run={run} centers={centers} takenCodes={takenCodes} />
              <Buttons run={run} />
            </form>
            {state.step === 'language' ? <OtherWays onChoose={setWay} /> : null}
          </>
        ) : null}
      </div>
    </main>
  );
}

/** For whoever does not begin with nothing. */
function OtherWays({ onChoose }: { readonly onChoose: (way: 'pack' | 'backup') => void }) {
  const t = useTexts(takeOverTexts);
  return (
    <>
      <div className={classes.takeOver}>
        <Button variant="subtle" onClick={() => onChoose('pack')}>
          {t('begin')}
        </Button>
        <p className={classes.note}>{t('beginHelp')}</p>
      </div>
      <div className={classes.takeOver}>
        <Button variant="subtle" onClick={() => onChoose('backup')}>
          {t('restore')}
        </Button>
        <p className={classes.note}>{t('restoreHelp')}</p>
      </div>
    </>
  );
}

function RestorePanel({
  onCancel,
  children,
}: {
  readonly onCancel: () => void;
  readonly children: ReactNode;
}) {
  const t = useTexts(takeOverTexts);
  return (
    <section className={classes.panel} aria-labelledby="restore-title">
      <h2 className={classes.question} id="restore-title">
        {t('restoreTitle')}
      </h2>
      {children}
      <div>
        <Button variant="subtle" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </section>
  );
}

interface QuestionProps {
  readonly run: FirstRun;
  readonly centers: readonly CenterChoice[];
  readonly takenCodes: readonly string[];
}

function Question({ run: { state, dispatch }, centers, takenCodes }: QuestionProps) {
  const t = useTexts(firstRunTexts);
  const language = useLanguage();
  const update = useUpdateSettings();
  const { answers } = state;
  const missing =
    (state.step === 'person' || state.step === 'workspace') && state.asked
      ? missingAnswers(state.step, answers, takenCodes)
      : [];
  switch (state.step) {
    case 'language':
      return (
        <LanguageStep
          answers={answers}
          onAnswer={(answer) => {
            dispatch({ type: 'answered', answers: answer });
            if (answer.language !== undefined) update({ language: answer.language });
          }}
        />
      );
    case 'person':
      return (
        <PersonStep
          answers={answers}
          nameMissing={missing.includes('name')}
          onAnswer={(answer) => dispatch({ type: 'answered', answers: answer })}
        />
      );
    case 'workspace':
      return (
        <WorkspaceStep
          answers={answers}
          centers={centers}
          missing={missing}
          onAnswer={(answer) => dispatch({ type: 'answered', answers: answer })}
          onNewCenter={(answer) => dispatch({ type: 'newCenterAnswered', answer })}
        />
      );
    case 'saving':
      return (
        <p className={classes.note} role="status">
          {t('saving')}
        </p>
      );
    case 'failed':
      return (
        <Notice state="bad" role="alert">
          {saveErrorText(state.error, language)} {t('answersKept')}
        </Notice>
      );
  }
}

function Buttons({ run: { state, dispatch } }: { readonly run: FirstRun }) {
  const t = useTexts(firstRunTexts);
  if (state.step === 'saving') return null;
  const nextLabel = { language: t('next'), person: t('next'), workspace: t('finish'), failed: t('retry') };
  return (
    <div className={classes.buttons}>
      {state.step === 'language' ? null : (
        <Button variant="default" onClick={() => dispatch({ type: 'back' })}>
          {t('back')}
        </Button>
      )}
      <Button type="submit">{nextLabel[state.step]}</Button>
    </div>
  );
}

function Steps({ state }: { readonly state: FirstRunState }) {
  const t = useTexts(firstRunTexts);
  const current = state.step === 'saving' || state.step === 'failed' ? 'workspace' : state.step;
  return (
    <ol className={classes.steps}>
      {steps.map((step, index) => (
        <li key={step} className={classes.step} aria-current={step === current ? 'step' : undefined}>
          <span className={classes.number}>{index + 1}</span>
          {t(`${step}Step`)}
        </li>
      ))}
    </ol>
  );
}
