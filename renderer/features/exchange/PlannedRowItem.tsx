import { rowProblemText } from '../../../shared/messages/rowProblemText.ts';
import { findDefinition } from '../../../shared/records/registry.ts';
import { deletedPath } from '../../../shared/sync/record.ts';
import type { PlannedCell, PlannedRow, RowProblem, RowStatus } from '../../../shared/workbook/importPlan.ts';
import { useLabel, useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { type NoticeState, StateMark } from '../../ui/Notice.tsx';
import { TypeIcon } from '../../ui/TypeIcon.tsx';
import { RowChoice, type RowChoices } from './mapping/RowChoice.tsx';
import { cellAddress } from './planRows.ts';
import classes from './Receive.module.css';
import { receiveTexts } from './receiveTexts.ts';

// Only what is wrong has a colour; the rest is told by its word.
const stateByStatus: Readonly<Partial<Record<RowStatus, NoticeState>>> = {
  conflict: 'warn',
  rejected: 'bad',
  deleted: 'warn',
};

export function PlannedRowItem({
  row,
  fileName,
  choices,
}: {
  readonly row: PlannedRow;
  readonly fileName: string | null;
  /** Null for a file whose rows are what they say they are. */
  readonly choices: RowChoices | null;
}) {
  const t = useTexts(receiveTexts);
  const label = useLabel();
  const definition = findDefinition(row.type);
  const place = row.row === null ? row.sheet : t('rowAt', { sheet: row.sheet, row: row.row });
  const state = stateByStatus[row.status];
  return (
    <article className={classes.plannedRow}>
      <div className={classes.plannedHead}>
        <TypeIcon type={row.type} />
        <span className={classes.plannedTitle}>{row.title === '' ? t('untitled') : row.title}</span>
        <span className={classes.status}>
          {state === undefined ? t(row.status) : <StateMark state={state}>{t(row.status)}</StateMark>}
        </span>
      </div>
      <p className={classes.plannedPlace}>
        {[definition === null ? row.type : label(definition.label.one), place, fileName]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      {row.status === 'conflict' ? <p className={classes.conflictHint}>{t('conflictHint')}</p> : null}
      {row.cells.length > 0 ? <Cells cells={row.cells} isNew={row.status === 'added'} /> : null}
      {row.problems.map((problem) => (
        <Problem key={`${problem.code} ${problem.column} ${problem.value}`} row={row} problem={problem} />
      ))}
      <RowChoice row={row} choices={choices} />
    </article>
  );
}

function Cells({ cells, isNew }: { readonly cells: readonly PlannedCell[]; readonly isNew: boolean }) {
  const t = useTexts(receiveTexts);
  const label = useLabel();
  const value = (text: string) =>
    text === '' ? <span className={classes.muted}>{t('empty')}</span> : <span>{text}</span>;
  // A conflict about the deletion has no texts: the side that deletes always counts until somebody decides.
  const side = (cell: PlannedCell, own: 'here' | 'workbook') =>
    cell.field !== deletedPath ? (
      value(own === 'here' ? cell.before : cell.after)
    ) : (
      <span>{t(cell.winner === own ? 'deletedSide' : 'editedSide')}</span>
    );
  return (
    <table className={classes.cells}>
      <thead>
        <tr>
          <th scope="col">{t('field')}</th>
          {isNew ? null : <th scope="col">{t('before')}</th>}
          <th scope="col">{t('after')}</th>
          {isNew ? null : <th scope="col">{t('result')}</th>}
        </tr>
      </thead>
      <tbody>
        {cells.map((cell) => (
          <tr key={`${cell.field} ${cell.after}`}>
            <th scope="row">{label(cell.label)}</th>
            {isNew ? null : <td data-loses={loses(cell, 'here')}>{side(cell, 'here')}</td>}
            <td data-loses={loses(cell, 'workbook')}>{side(cell, 'workbook')}</td>
            {isNew ? null : (
              <td>
                {cell.outcome === 'taken' ? (
                  t('taken')
                ) : (
                  <StateMark state="warn">
                    <span className={classes.noteText}>
                      {t(cell.winner === 'here' ? 'winsHere' : 'winsWorkbook')}
                    </span>
                  </StateMark>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Whether a side's value is not the one that counts afterwards. */
function loses({ outcome, winner }: PlannedCell, side: 'here' | 'workbook'): boolean {
  return outcome === 'taken' ? side === 'here' : winner !== side;
}

function Problem({ row, problem }: { readonly row: PlannedRow; readonly problem: RowProblem }) {
  const t = useTexts(receiveTexts);
  const label = useLabel();
  const language = useLanguage();
  const address = cellAddress(row, problem);
  const place = [
    ...(address === ''
      ? []
      : [problem.column === null ? t('inRow', { row: address }) : t('cell', { cell: address })]),
    label(problem.header),
    ...(problem.value === '' ? [] : [t('value', { value: problem.value })]),
  ];
  return (
    <div className={classes.problem}>
      <StateMark state={problem.level === 'error' ? 'bad' : 'warn'}>{place.join(' · ')}</StateMark>
      <span>{rowProblemText(problem, language)}</span>
    </div>
  );
}
