import { Button } from '@mantine/core';
import { type FormEvent, useEffect, useMemo, useRef } from 'react';
import type { RecordId } from '../../../shared/core/ids.ts';
import { centerLabel } from '../../../shared/records/center.ts';
import { recordOf } from '../../../shared/records/recordsOf.ts';
import { writtenByCenter } from '../../../shared/records/workingCenters.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { saveErrorText } from '../../stores/saveErrorTexts.ts';
import { useSettings, useUpdateSettings } from '../../stores/services.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { showToast } from '../../ui/toast.tsx';
import classes from './FirstRun.module.css';
import { missingAnswers } from './firstRunState.ts';
import { firstRunTexts } from './firstRunTexts.ts';
import { useCenterChoices } from './useCenterChoices.ts';
import { useWorkspaceQuestion, type WorkspaceQuestionSteps } from './useWorkspaceQuestion.ts';
import { WorkspaceChoice } from './WorkspaceStep.tsx';
import { workspaceTexts } from './workspaceTexts.ts';

/**
 * Stands in the place of all pages while the workspace is a center that is not among the records, as after a restore on
 * another computer: what is written or sent then would belong nowhere.
 */
export function WorkspaceQuestion() {
  const only = useOnlyCenter();
  return only === null ? <Question /> : <Taking centerId={only} />;
}

function Question() {
  const t = useTexts(workspaceTexts);
  const { workspace } = useSettings();
  const steps = useWorkspaceQuestion();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void steps.goOn();
  };
  return (
    <main className={classes.page}>
      <div className={classes.sheet}>
        <h1 className={classes.title} id="workspace-question">
          {t('title')}
        </h1>
        <p className={classes.lead}>{t(workspace === null ? 'unknown' : 'missing')}</p>
        <form className={classes.panel} onSubmit={submit} noValidate autoComplete="off">
          <Choice steps={steps} />
          <div className={classes.buttons}>
            <Button type="submit" disabled={steps.state.step === 'saving'}>
              {t('goOn')}
            </Button>
          </div>
        </form>
      </div>
    </main>
  );
}

function Choice({ steps: { state, dispatch, takenCodes } }: { readonly steps: WorkspaceQuestionSteps }) {
  const t = useTexts(workspaceTexts);
  const questions = useTexts(firstRunTexts);
  const language = useLanguage();
  const records = useRecordSet();
  const choices = useCenterChoices();
  const written = useMemo(() => writtenByCenter(records), [records]);
  const { answers } = state;
  const missing =
    state.step === 'workspace' && state.asked ? missingAnswers('workspace', answers, takenCodes) : [];
  const centers = choices
    .map((choice) => ({ ...choice, count: written.get(choice.id) ?? 0 }))
    .toSorted((a, b) => b.count - a.count)
    .map(({ count, ...choice }) => (count === 0 ? choice : { ...choice, note: t('records', { count }) }));
  return (
    <>
      <WorkspaceChoice
        answers={answers}
        centers={centers}
        missing={missing}
        onAnswer={(answer) => dispatch({ type: 'answered', answers: answer })}
        onNewCenter={(answer) => dispatch({ type: 'newCenterAnswered', answer })}
      />
      {state.step === 'failed' ? (
        <Notice state="bad" role="alert">
          {saveErrorText(state.error, language)} {questions('answersKept')}
        </Notice>
      ) : null}
    </>
  );
}

/** The one center that people wrote records for; null where there are several or none, or for a programme officer. */
function useOnlyCenter(): RecordId | null {
  const records = useRecordSet();
  const { person } = useSettings();
  return useMemo(() => {
    const [first, ...others] = writtenByCenter(records).keys();
    // At headquarters the only workbook that came so far does not make it that center's.
    return first === undefined || others.length > 0 || person?.role === 'officer' ? null : first;
  }, [records, person]);
}

/** Takes the center, and says so. */
function Taking({ centerId }: { readonly centerId: RecordId }) {
  const t = useTexts(workspaceTexts);
  const language = useLanguage();
  const records = useRecordSet();
  const update = useUpdateSettings();
  const isTaken = useRef(false);
  useEffect(() => {
    if (isTaken.current) return;
    isTaken.current = true;
    const center = recordOf(records, 'center', centerId);
    update({ workspace: { kind: 'center', centerId } });
    showToast({ message: t('taken', { name: center === null ? '' : centerLabel(center.values, language) }) });
  });
  return null;
}
