import { Anchor, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { fileErrorText } from '../../../shared/messages/fileErrors.ts';
import { type RowStatus, rowStatuses } from '../../../shared/workbook/importPlan.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { paths } from '../../stores/paths.ts';
import { saveErrorText } from '../../stores/saveErrorTexts.ts';
import { type NoticeState, StateMark } from '../../ui/Notice.tsx';
import { CorrectionsButton } from './CorrectionsButton.tsx';
import classes from './ImportSummary.module.css';
import { KeptChanges } from './KeptChanges.tsx';
import { KeptNote } from './PackSummary.tsx';
import { type FileOutcome, type FilePlan, fileAsPlanned, type ReceivedFile } from './receiveState.ts';
import { receiveTexts } from './receiveTexts.ts';
import { disputedDeletions, type OutcomeSummary, summaryOf } from './summarizeOutcomes.ts';
import { type BatchUndo, useBatchUndo } from './useBatchUndo.ts';
import type { Corrections } from './useCorrections.ts';

export interface ImportSummaryProps {
  readonly plans: readonly FilePlan[];
  /** One for each plan. */
  readonly outcomes: readonly FileOutcome[];
  readonly corrections: Corrections;
}

// What comes in first, then what waits for somebody.
const columns = [
  'added',
  'updated',
  'deleted',
  'unchanged',
  'conflict',
  'rejected',
] as const satisfies readonly RowStatus[];

/** What became of many files: what to do next, a line for each, and the totals. */
export function ImportSummary({ plans, outcomes, corrections }: ImportSummaryProps) {
  const t = useTexts(receiveTexts);
  const format = useFormat();
  const undo = useBatchUndo();
  const isUndone = (outcome: FileOutcome): boolean =>
    outcome.kind === 'imported' && undo.states.get(outcome.changeSet)?.step === 'undone';
  const summary = summaryOf(outcomes.filter((outcome) => !isUndone(outcome)));
  const { counts } = summary;
  return (
    <>
      <Next summary={summary} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key */}
      <section className={classes.summaryFrame} tabIndex={0} aria-label={t('summary')}>
        <table className={classes.summary}>
          <caption className={classes.summaryTitle}>{t('summary')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('file')}</th>
              <th scope="col">{t('outcome')}</th>
              {columns.map((column) => (
                <th key={column} scope="col" className={classes.number}>
                  {t(column)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {outcomes.map((outcome, index) => {
              const plan = plans[index];
              if (plan === undefined) return null;
              const file = fileAsPlanned(plan);
              return <SummaryRow key={file.key} {...{ file, outcome, undo, corrections }} />;
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('total')}</th>
              <td>{t('fileCount', { count: outcomes.length })}</td>
              {columns.map((column) => (
                <td key={column} className={classes.number}>
                  {format.number(counts[column])}
                </td>
              ))}
              <td />
            </tr>
          </tfoot>
        </table>
      </section>
    </>
  );
}

interface SummaryRowProps {
  readonly file: ReceivedFile;
  readonly outcome: FileOutcome;
  readonly undo: BatchUndo;
  readonly corrections: Corrections;
}

function SummaryRow({ file, outcome, undo, corrections }: SummaryRowProps) {
  const format = useFormat();
  const plan = outcome.kind === 'imported' || outcome.kind === 'nothing' ? outcome.plan : null;
  return (
    <tr>
      <th scope="row" className={classes.path}>
        {file.name}
      </th>
      <td>
        <WhatBecame outcome={outcome} undo={undo} />
        {outcome.kind === 'imported' || outcome.kind === 'nothing' ? <KeptNote kept={outcome.kept} /> : null}
      </td>
      {columns.map((column) => (
        <td key={column} className={classes.number}>
          {plan === null ? '' : format.number(plan.counts[column])}
        </td>
      ))}
      <td>
        <div className={classes.summaryActions}>
          {plan !== null && plan.counts.rejected > 0 ? (
            <CorrectionsButton file={file} corrections={corrections} brief />
          ) : null}
          {outcome.kind === 'imported' ? <UndoButton name={file.name} outcome={outcome} undo={undo} /> : null}
        </div>
      </td>
    </tr>
  );
}

function UndoButton({
  name,
  outcome,
  undo,
}: {
  readonly name: string;
  readonly outcome: Extract<FileOutcome, { kind: 'imported' }>;
  readonly undo: BatchUndo;
}) {
  const t = useTexts(receiveTexts);
  const step = undo.states.get(outcome.changeSet)?.step;
  if (step === 'undone') return null;
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      aria-label={t('undoOf', { name })}
      disabled={step === 'undoing'}
      onClick={() => void undo.run(outcome.changeSet)}
    >
      {t('undo')}
    </Button>
  );
}

function WhatBecame({ outcome, undo }: { readonly outcome: FileOutcome; readonly undo: BatchUndo }) {
  const t = useTexts(receiveTexts);
  const language = useLanguage();
  const told = (state: NoticeState, word: string, reason: ReactNode = null) => (
    <>
      <StateMark state={state}>{word}</StateMark>
      {reason === null ? null : <p className={classes.summaryReason}>{reason}</p>}
    </>
  );
  switch (outcome.kind) {
    case 'imported': {
      const state = undo.states.get(outcome.changeSet);
      if (state?.step === 'undone') {
        return (
          <>
            {told('info', t('isUndone'))}
            <KeptChanges kept={state.kept} />
          </>
        );
      }
      const failed = state?.step === 'failed' ? saveErrorText(state.error, language) : null;
      const some = rowStatuses.some(
        (status) => status !== 'unchanged' && status !== 'rejected' && outcome.plan.counts[status] > 0,
      );
      const disputed = disputedDeletions(outcome.plan);
      return told(
        'ok',
        t(some ? 'isImported' : 'isNothingNew'),
        failed ?? (disputed > 0 ? t('disputed', { count: disputed }) : null),
      );
    }
    case 'nothing':
      return told('ok', t('isNothingNew'));
    case 'refused':
      return told('bad', t('isRefused'), fileErrorText(outcome.error, language));
    case 'notSaved':
      return told('bad', t('isNotSaved'), saveErrorText(outcome.error, language));
    case 'notReached':
      return told('warn', t('isNotSaved'), t('notReached'));
    case 'stopped':
      return told('warn', t('isNotSaved'), t('stoppedBefore'));
  }
}

function Next({
  summary: { counts, refused, stopped, notSaved, toCorrect },
}: {
  readonly summary: OutcomeSummary;
}) {
  const { conflict: conflicts } = counts;
  const t = useTexts(receiveTexts);
  const link = (to: string, text: string) => (
    <Anchor component={Link} to={to} size="sm">
      {text}
    </Anchor>
  );
  return (
    <section aria-label={t('next')}>
      <h3 className={classes.nextTitle}>{t('next')}</h3>
      <ul className={classes.next}>
        {conflicts > 0 ? <li>{link(paths.conflicts, t('nextConflicts', { count: conflicts }))}</li> : null}
        {toCorrect > 0 ? <li>{t('nextRejected', { count: toCorrect })}</li> : null}
        {refused > 0 ? <li>{t('nextRefused', { count: refused })}</li> : null}
        {notSaved > 0 ? <li>{t('nextNotSaved', { count: notSaved })}</li> : null}
        {stopped > 0 ? <li>{t('nextStopped', { count: stopped })}</li> : null}
        <li>{link(paths.history, t('nextHistory'))}</li>
        <li>{link(paths.send, t('nextSend'))}</li>
      </ul>
    </section>
  );
}
