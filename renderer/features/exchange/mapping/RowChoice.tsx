import { Button } from '@mantine/core';
import { useId } from 'react';
import type { RowDecision } from '../../../../shared/workbook/foreign/mapping.ts';
import type { PlannedRow } from '../../../../shared/workbook/importPlan.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { ChoiceButtons } from '../../../ui/ChoiceButtons.tsx';
import type { ReceiveActions } from '../receiveActions.ts';
import { decisionsOf, type FilePlan } from '../receiveState.ts';
import classes from './Mapping.module.css';
import { mappingTexts } from './mappingTexts.ts';

/** What a person decided, or can decide, of rows of one file. */
export interface RowChoices {
  decisionOf(row: PlannedRow): RowDecision | null;
  decide(row: PlannedRow, decision: RowDecision | null): void;
}

export function rowChoices(plan: FilePlan, actions: Pick<ReceiveActions, 'change'>): RowChoices | null {
  const { file, foreign } = plan;
  const decisions = decisionsOf(plan)?.rows;
  if (decisions === undefined) return null;
  return {
    decisionOf: ({ sheet, row, type }) =>
      // A record that is made for a name stands in the row that names it and is none of its choices.
      foreign === undefined || isOwnRow(foreign.mapping?.sheets, sheet, type)
        ? (decisions.find((one) => one.sheet === sheet && one.row === row) ?? null)
        : null,
    decide: ({ sheet, row }, decision) => {
      if (row !== null) actions.change({ type: 'rowDecided', key: file.key, sheet, row, decision });
    },
  };
}

function isOwnRow(
  sheets: readonly { readonly sheet: string; readonly type: string | null }[] | undefined,
  sheet: string,
  type: string,
): boolean {
  return sheets?.some((one) => one.sheet === sheet && one.type === type) === true;
}

/** A row that resembles a record or another row: a new one, that one, or none. Nothing is merged that nobody said. */
export function RowChoice({
  row,
  choices,
}: {
  readonly row: PlannedRow;
  readonly choices: RowChoices | null;
}) {
  const t = useTexts(mappingTexts);
  const id = useId();
  if (choices === null || row.row === null) return null;
  const decision = choices.decisionOf(row);
  const { twin, sheet, row: number } = row;
  const known = twin === undefined || twin.where === 'file' ? null : twin.id;
  const record = decision?.becomes === 'record' ? decision.id : known;
  if (twin === undefined && decision === null) return null;
  const options = [
    { value: 'new', label: t('asNew') },
    ...(record === null ? [] : [{ value: 'record', label: t('asThat') }]),
    { value: 'nothing', label: t('asNothing') },
  ];
  const choose = (value: string): void => {
    if (value === 'nothing' || value === 'new') choices.decide(row, { sheet, row: number, becomes: value });
    else if (value === 'record' && record !== null) {
      choices.decide(row, { sheet, row: number, becomes: 'record', id: record });
    } else choices.decide(row, null);
  };
  return (
    <div className={classes.choice}>
      <span id={`${id}-label`}>{t('duplicate')}</span>
      <ChoiceButtons
        id={id}
        labelledBy={`${id}-label`}
        describedBy={undefined}
        invalid={false}
        options={options}
        value={decision?.becomes ?? null}
        onChange={choose}
        onBlur={() => undefined}
      />
    </div>
  );
}

/** Beside a file: how its columns were matched, and the rows that a person left out. */
export function FileDecisions({
  plan,
  actions,
  isOutdated,
}: {
  readonly plan: FilePlan;
  readonly isOutdated: boolean;
  readonly actions: Pick<ReceiveActions, 'change'>;
}) {
  const t = useTexts(mappingTexts);
  const { foreign, file } = plan;
  const out = (decisionsOf(plan)?.rows ?? []).filter(({ becomes }) => becomes === 'nothing');
  if (foreign === undefined && out.length === 0) return null;
  return (
    <div className={classes.rowsOut}>
      {foreign?.recalled === true ? <span className={classes.help}>{t('recalled')}</span> : null}
      {file.aside === true ? <span className={classes.help}>{t('putAside')}</span> : null}
      {foreign === undefined ? null : (
        <Button
          variant="default"
          size="compact-sm"
          disabled={isOutdated}
          onClick={() => actions.change({ type: 'mappingReopened', key: file.key })}
        >
          {t('change')}
        </Button>
      )}
      {out.length === 0 ? null : <span className={classes.help}>{t('rowsOut')}</span>}
      {out.map(({ sheet, row }) => (
        <Button
          key={`${sheet} ${row}`}
          variant="subtle"
          size="compact-sm"
          onClick={() => actions.change({ type: 'rowDecided', key: file.key, sheet, row, decision: null })}
        >
          {t('takeIn', { row })}
        </Button>
      ))}
    </div>
  );
}
