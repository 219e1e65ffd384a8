import { Button } from '@mantine/core';
import type { ChangeSetId } from '../../../shared/core/ids.ts';
import type { ChangeSet } from '../../../shared/sync/changeSet.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { saveErrorText } from '../../stores/saveErrorTexts.ts';
import { Notice, StateMark } from '../../ui/Notice.tsx';
import classes from './Batches.module.css';
import { batchTexts } from './batchTexts.ts';
import { describeChangeSet } from './describeChangeSet.ts';
import { KeptChanges } from './KeptChanges.tsx';
import { summarizeChanges } from './summarizeChanges.ts';
import type { BatchUndo, UndoState } from './useBatchUndo.ts';

export interface BatchTableProps {
  readonly changeSets: readonly ChangeSet[];
  readonly byId: ReadonlyMap<string, ChangeSet>;
  /** For each set that is not in force, the undo that took it back. */
  readonly undoneBy: ReadonlyMap<ChangeSetId, ChangeSetId>;
  readonly undo: BatchUndo;
}

export function BatchTable({ changeSets, byId, undoneBy, undo }: BatchTableProps) {
  const t = useTexts(batchTexts);
  return (
    <table className={classes.batches}>
      <thead>
        <tr>
          <th scope="col">{t('what')}</th>
          <th scope="col">{t('records')}</th>
          <th scope="col">{t('when')}</th>
          <th scope="col">{t('who')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {changeSets.map((changeSet) => (
          <BatchRow
            key={changeSet.id}
            changeSet={changeSet}
            byId={byId}
            undoneBy={undoneBy.get(changeSet.id) ?? null}
            undo={undo}
          />
        ))}
      </tbody>
    </table>
  );
}

interface BatchRowProps {
  readonly changeSet: ChangeSet;
  readonly byId: ReadonlyMap<string, ChangeSet>;
  readonly undoneBy: ChangeSetId | null;
  readonly undo: BatchUndo;
}

function BatchRow({ changeSet, byId, undoneBy, undo }: BatchRowProps) {
  const t = useTexts(batchTexts);
  const format = useFormat();
  const what = describeChangeSet(changeSet, byId, t);
  const when = format.dateTime(changeSet.at);
  const state = undo.states.get(changeSet.id);
  return (
    <>
      <tr>
        <th scope="row" className={classes.path}>
          {what}
        </th>
        <td>
          <Summary changeSet={changeSet} />
        </td>
        <td>{when}</td>
        <td>{changeSet.by}</td>
        <td className={classes.batchAction}>
          {undoneBy !== null ? (
            <>
              <StateMark state="info">{t('isUndone')}</StateMark>
              <Button
                variant="default"
                size="compact-sm"
                aria-label={t('redoWhat', { what, when })}
                disabled={state?.step === 'undoing'}
                onClick={() => void undo.redo(changeSet.id, undoneBy)}
              >
                {t('redo')}
              </Button>
            </>
          ) : changeSet.kind === 'setup' || changeSet.kind === 'restore' ? null : (
            <Button
              variant="default"
              size="compact-sm"
              aria-label={t('undoWhat', { what, when })}
              disabled={state?.step === 'undoing'}
              onClick={() => void undo.run(changeSet.id)}
            >
              {t('undo')}
            </Button>
          )}
        </td>
      </tr>
      {state === undefined || state.step === 'undoing' ? null : (
        <tr>
          <td colSpan={5}>
            <UndoResult state={state} what={what} />
          </td>
        </tr>
      )}
    </>
  );
}

function UndoResult({
  state,
  what,
}: {
  readonly state: Exclude<UndoState, { step: 'undoing' }>;
  readonly what: string;
}) {
  const t = useTexts(batchTexts);
  const language = useLanguage();
  if (state.step === 'failed') {
    return (
      <Notice state="bad" role="alert">
        {saveErrorText(state.error, language)}
      </Notice>
    );
  }
  return (
    <>
      <Notice state={state.changed ? 'ok' : 'info'} role="status">
        {state.changed ? t(state.step, { what }) : t('nothingToUndo')}
      </Notice>
      <KeptChanges kept={state.kept} />
    </>
  );
}

function Summary({ changeSet }: { readonly changeSet: ChangeSet }) {
  const t = useTexts(batchTexts);
  const format = useFormat();
  const counts = summarizeChanges(changeSet.changes);
  return (['added', 'updated', 'deleted', 'restored'] as const)
    .filter((fate) => counts[fate] > 0)
    .map((fate) => t(fate, { count: format.number(counts[fate]) }))
    .join(', ');
}
