import { Button, Switch } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { fileSaveErrorText } from '../../stores/fileSaveErrorText.ts';
import { useHost } from '../../stores/services.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Page.tsx';
import { showToast } from '../../ui/toast.tsx';
import { FilePlanList } from './FilePlanList.tsx';
import { rowChoices } from './mapping/RowChoice.tsx';
import { PlannedRows } from './PlannedRows.tsx';
import { packTexts } from './packTexts.ts';
import { countByFilter, rowsOf, type ShownRow } from './planRows.ts';
import { problemsCsv } from './problemsCsv.ts';
import classes from './Receive.module.css';
import { RowFilters } from './RowFilters.tsx';
import type { ReceiveActions } from './receiveActions.ts';
import { filesToKeep, plansToCommit, type ReceiveState } from './receiveState.ts';
import { receiveTexts } from './receiveTexts.ts';
import { useCorrections } from './useCorrections.ts';
import { useRowFilter } from './useRowFilter.ts';

export interface ImportPreviewProps {
  readonly state: Extract<ReceiveState, { step: 'preview' }>;
  readonly actions: ReceiveActions;
  readonly addButton: ReactNode;
  /** Rows were decided since, and it is being made again: no more than deciding others goes on. */
  readonly isOutdated?: boolean;
}

/** Everything that an import would do, before it is done. */
export function ImportPreview({ state, actions, addButton, isOutdated = false }: ImportPreviewProps) {
  const t = useTexts(receiveTexts);
  const rows = useMemo(() => rowsOf(state.plans), [state.plans]);
  const counts = useMemo(() => countByFilter(rows), [rows]);
  const corrections = useCorrections(state.blankClears, state.plans);
  const filter = useRowFilter(rows, counts, state.opened);
  const choices = useMemo(
    () => new Map(state.plans.map((plan) => [plan.file.key, rowChoices(plan, actions)])),
    [state.plans, actions],
  );
  return (
    <>
      {state.renewed ? (
        <Notice state="warn" role="status">
          {t('renewed')}
        </Notice>
      ) : null}
      <Section title={t('files')} aside={addButton}>
        <FilePlanList
          plans={state.plans}
          actions={actions}
          corrections={corrections}
          isOutdated={isOutdated}
        />
        <Switch
          className={classes.option}
          label={t('blankClears')}
          description={t('blankClearsHelp')}
          checked={state.blankClears}
          onChange={(event) => actions.change({ type: 'blankClearsSet', on: event.currentTarget.checked })}
        />
      </Section>
      {rows.length === 0 ? null : (
        <Section title={t('what')} aside={<ProblemsButton rows={rows} />}>
          <RowFilters counts={counts} plans={state.plans} filter={filter} />
          <PlannedRows
            rows={filter.shown}
            withFile={state.plans.length > 1}
            choicesOf={(key) => choices.get(key) ?? null}
          />
        </Section>
      )}
      <CommitBar state={state} actions={actions} hasRejected={counts.rejected > 0} isOutdated={isOutdated} />
    </>
  );
}

interface CommitBarProps extends Pick<ImportPreviewProps, 'state' | 'actions'> {
  readonly hasRejected: boolean;
  readonly isOutdated: boolean;
}

function CommitBar({ state, actions, hasRejected, isOutdated }: CommitBarProps) {
  const t = useTexts(receiveTexts);
  const pack = useTexts(packTexts);
  const plans = plansToCommit(state.plans);
  const count = plans.reduce(
    (sum, { counts }) => sum + counts.conflict + counts.added + counts.updated + counts.deleted,
    0,
  );
  const files = filesToKeep(state.plans);
  const withoutRecords =
    files > 0
      ? pack('commitFiles', { count: files })
      : t(plans.length === 0 ? 'nothingToCommit' : 'commitSame');
  return (
    <div className={classes.commitBar}>
      <Button
        disabled={isOutdated || (plans.length === 0 && files === 0)}
        onClick={() => void actions.commit()}
      >
        {count > 0 ? t('commit', { count }) : withoutRecords}
      </Button>
      <Button variant="default" onClick={() => actions.change({ type: 'restarted' })}>
        {t('startOver')}
      </Button>
      {isOutdated ? (
        <p className={classes.barNote} role="status">
          {t('planningAgain')}
        </p>
      ) : hasRejected ? (
        <p className={classes.barNote}>{t('commitNote')}</p>
      ) : null}
    </div>
  );
}

function ProblemsButton({ rows }: { readonly rows: readonly ShownRow[] }) {
  const t = useTexts(receiveTexts);
  const format = useFormat();
  const language = useLanguage();
  const host = useHost();
  const count = rows.reduce((sum, { row }) => sum + row.problems.length, 0);
  if (count === 0) return null;
  const save = async (): Promise<void> => {
    const name = t('problemsFile');
    const file = { suggestedName: name, mediaType: 'text/csv', bytes: problemsCsv(rows, language) };
    const saved = await host.files.save(file);
    if (!saved.ok) showToast({ message: fileSaveErrorText(saved.error.code, language), failed: true });
    else if (saved.value !== null) showToast({ message: t('problemsSaved', { path: saved.value.path }) });
  };
  return (
    <Button variant="default" size="compact-sm" onClick={() => void save()}>
      {t('saveProblems')} ({format.number(count)})
    </Button>
  );
}
