import { Anchor, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { fileErrorText } from '../../../shared/messages/fileErrors.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { paths } from '../../stores/paths.ts';
import { saveErrorText } from '../../stores/saveErrorTexts.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Page.tsx';
import { KeptChanges } from './KeptChanges.tsx';
import classes from './Receive.module.css';
import type { FileOutcome } from './receiveState.ts';
import { receiveTexts } from './receiveTexts.ts';
import { useBatchUndo } from './useBatchUndo.ts';

/** What became of each file; what was imported can be taken back at once. */
export function ImportResult({
  outcomes,
  onRestart,
}: {
  readonly outcomes: readonly FileOutcome[];
  readonly onRestart: () => void;
}) {
  const t = useTexts(receiveTexts);
  return (
    <Section title={t('doneTitle')}>
      <ul className={classes.files} aria-live="polite">
        {outcomes.map((outcome, index) => (
          // The outcomes of a finished import never move.
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name
          <li key={index} className={classes.file}>
            <strong className={classes.path}>{nameOf(outcome)}</strong>
            <Outcome outcome={outcome} />
          </li>
        ))}
      </ul>
      <Button variant="default" onClick={onRestart}>
        {t('receiveMore')}
      </Button>
    </Section>
  );
}

function nameOf(outcome: FileOutcome): string {
  return outcome.kind === 'imported' || outcome.kind === 'nothing' ? outcome.plan.source.name : outcome.name;
}

function Outcome({ outcome }: { readonly outcome: FileOutcome }) {
  const t = useTexts(receiveTexts);
  const language = useLanguage();
  switch (outcome.kind) {
    case 'imported':
      return <Imported outcome={outcome} />;
    case 'nothing': {
      const known = outcome.plan.notes.some(({ code }) => code === 'ALREADY_IMPORTED');
      return (
        <>
          <Notice state="ok">{t(known ? 'alreadyImported' : 'nothingNew')}</Notice>
          <RejectedNote count={outcome.plan.counts.rejected} />
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
  }
}

function Imported({ outcome }: { readonly outcome: Extract<FileOutcome, { kind: 'imported' }> }) {
  const t = useTexts(receiveTexts);
  const format = useFormat();
  const language = useLanguage();
  const undo = useBatchUndo();
  const { conflict, added, updated, deleted, rejected } = outcome.plan.counts;
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
          : t('imported', {
              added: format.number(added),
              updated: format.number(updated + conflict),
              deleted: format.number(deleted),
            })}
      </Notice>
      {state?.step === 'failed' ? <Notice state="bad">{saveErrorText(state.error, language)}</Notice> : null}
      <ConflictsNote count={conflict} />
      <RejectedNote count={rejected} />
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

function RejectedNote({ count }: { readonly count: number }) {
  const t = useTexts(receiveTexts);
  return count === 0 ? null : <Notice state="warn">{t('rejectedAfter', { count })}</Notice>;
}
