import { NativeSelect } from '@mantine/core';
import {
  type PasteMapping,
  type PasteTarget,
  pasteTargetLabels,
  pasteTargets,
} from '../../../shared/participants/pasteColumns.ts';
import { useLabel, useTexts } from '../../i18n/useTexts.ts';
import classes from './Participants.module.css';
import { participantTexts } from './participantTexts.ts';

export interface ColumnChoiceProps {
  readonly mapping: PasteMapping;
  readonly records: readonly (readonly string[])[];
  readonly onChange: (column: number, target: PasteTarget | null) => void;
}

/** What each column of the pasted list holds; guessed, and to be corrected. */
export function ColumnChoice({ mapping, records, onChange }: ColumnChoiceProps) {
  const t = useTexts(participantTexts);
  const label = useLabel();
  const [first = []] = records;
  return (
    <fieldset className={classes.columns}>
      <legend>{t('columns')}</legend>
      {mapping.map((target, column) => (
        <NativeSelect
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is what stands at its place.
          key={column}
          size="xs"
          label={t('column', { number: column + 1, example: first[column] ?? '' })}
          value={target ?? ''}
          data={[
            { value: '', label: t('leaveOut') },
            ...pasteTargets.map((value) => ({ value, label: label(pasteTargetLabels[value]) })),
          ]}
          onChange={(event) => {
            const chosen = pasteTargets.find((value) => value === event.currentTarget.value);
            onChange(column, chosen ?? null);
          }}
        />
      ))}
    </fieldset>
  );
}
