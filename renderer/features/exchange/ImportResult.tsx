import { Anchor, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { fileErrorText } from '../../../shared/messages/fileErrors.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { paths } from '../../stores/paths.ts';
import { saveErrorText } from '../../stores/saveErrorTexts.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Page.tsx';
import { CorrectionsButton } from './CorrectionsButton.tsx';
import { ImportSummary } from './ImportSummary.tsx';
import { KeptChanges } from './KeptChanges.tsx';
import { KeptNote } from './PackSummary.tsx';
import classes from './Receive.module.css';
import { type FileOutcome, fileAsPlanned, type ReceiveState } from './receiveState.ts';
import { receiveTexts } from './receiveTexts.ts';
import { disputedDeletions } from './summarizeOutcomes.ts';
import { useBatchUndo } from './useBatchUndo.ts';
import { useCorrections } from './useCorrections.ts';

/** What became of each file; what was imported can be taken back at once, what was rejected goes back to be corrected. */
export function ImportResult({
  state: { plans, outcomes, blankClears },
  onRestart,
}: {
  readonly state: Extract<ReceiveState, { step: 'done' }>;
  readonly onRestart: () => void;
}) {
  const t = useTexts(receiveTexts);
  const corrections = useCorrections(blankClears);
  const [file, ...others] = plans.map(fileAsPlanned);
  const [outcome] = outcomes;
  return (
    <Section title={t('doneTitle')}>
      {file === undefined || outcome === undefined ? null : others.length > 0 ? (
        <ImportSummary plans={plans} outcomes={outcomes} corrections={corrections} />
      ) : (
        <div className={classes.file} aria-live="polite">
          <strong className={classes.path}>{file.name}</strong>
          <Outcome outcome={outcome} correct={<CorrectionsButton file={file} corrections={corrections} />} />
        </div>
      )}
      <Button variant="default" onClick={onRestart}>
        {t('receiveMore')}
      </Button>
    </Section>
  );
}

interface OutcomeProps<Kind extends FileOutcome = FileOutcome> {
  readonly outcome: Kind;
  /** Gives back what was rejected. */
  readonly correct: ReactNode;
}

function Outcome({ outcome, correct }: OutcomeProps) {
  const t = useTexts(receiveTexts);
  const language = useLanguage();
  switch (outcome.kind) {
    case 'imported':
      return <Imported outcome={outcome} correct={correct} />;
    case 'nothing': {
      const known = outcome.plan.notes.some(({ code }) => code === 'ALREADY_IMPORTED');
      return (
        <>
          <Notice state="ok">{t(known ? 'alreadyImported' : 'nothingNew')}</Notice>
          <KeptNote kept={outcome.kept} />
          <RejectedNote count={outcome.plan.counts.rejected} correct={correct} />
        </>
      );
    }
    case 'refused':
      return <Notice state="bad">{fileErrorText(outcome.error, language)}</Notice>;
    case 'notSaved':
      return (
        <Notice state="bad" role="alert">
          {t('notSaved', { reason: saveErrorText(outcome.error, language) })}
        </Notice>
      );
    case 'notReached':
      return <Notice state="warn">{t('notReached')}</Notice>;
    case 'stopped':
      return <Notice state="warn">{t('stoppedBefore')}</Notice>;
  }
}

function Imported({ outcome, correct }: OutcomeProps<Extract<FileOutcome, { kind: 'imported' }>>) {
  const t = useTexts(receiveTexts);
  const format = useFormat();
  const language = useLanguage();
  const undo = useBatchUndo();
  const { conflict, added, updated, deleted, rejected } = outcome.plan.counts;
  const disputed = disputedDeletions(outcome.plan);
  const state = undo.states.get(outcome.changeSet);
  if (state?.step === 'undone') {
    return (
      <>
        <Notice state="info">{t('undone')}</Notice>
        <KeptChanges kept={state.kept} />
      </>
    );
  }
  return (
    <>
      <Notice
        state="ok"
        actions={
          <Button
            variant="subtle"
            size="compact-sm"
            disabled={state?.step === 'undoing'}
            onClick={() => void undo.run(outcome.changeSet)}
          >
            {t('undo')}
          </Button>
        }
      >
        {conflict + added + updated + deleted === 0
          ? t('nothingNew')
          : t(disputed === 0 ? 'imported' : 'importedDisputed', {
              added: format.number(added),
              updated: format.number(updated + conflict - disputed),
              deleted: format.number(deleted),
              disputed: format.number(disputed),
            })}
      </Notice>
      {state?.step === 'failed' ? <Notice state="bad">{saveErrorText(state.error, language)}</Notice> : null}
      <KeptNote kept={outcome.kept} />
      <ConflictsNote count={conflict} />
      <RejectedNote count={rejected} correct={correct} />
    </>
  );
}

function ConflictsNote({ count }: { readonly count: number }) {
  const t = useTexts(receiveTexts);
  if (count === 0) return null;
  return (
    <Notice
      state="warn"
      actions={
        <Anchor component={Link} to={paths.conflicts} size="sm">
          {t('toConflicts')}
        </Anchor>
      }
    >
      {t('conflictsAfter', { count })}
    </Notice>
  );
}

function RejectedNote({ count, correct }: { readonly count: number; readonly correct: ReactNode }) {
  const t = useTexts(receiveTexts);
  if (count === 0) return null;
  return (
    <Notice state="warn" actions={correct}>
      {t('rejectedAfter', { count })}
    </Notice>
  );
}
