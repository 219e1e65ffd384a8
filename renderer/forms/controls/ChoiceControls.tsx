import { Button } from '@mantine/core';
import { sortedSet } from '../../../shared/schema/codecs/choices.ts';
import type { Choice } from '../../../shared/schema/fieldSpec.ts';
import { useLabel, useTexts } from '../../i18n/useTexts.ts';
import { CheckButtons, ChoiceButtons, type ChoiceOption } from '../../ui/ChoiceButtons.tsx';
import boxes from '../../ui/inputs.module.css';
import { formTexts } from '../formTexts.ts';
import { type ControlProps, labelId } from './controlProps.ts';
import classes from './controls.module.css';
import { mostButtons } from './hasManyParts.ts';
import { SelectBox } from './SelectBox.tsx';

export function ChoiceControl(props: ControlProps<'choice'>) {
  const { id, spec, required, input, describedBy, invalid, onInput, onBlur } = props;
  const t = useTexts(formTexts);
  const options = useOptions(spec.choices);
  const value = typeof input.value === 'string' ? input.value : '';
  const choose = (chosen: string): void => onInput({ value: chosen === '' ? undefined : chosen });
  if (spec.choices.length <= mostButtons) {
    return (
      <div className={boxes.line}>
        <ChoiceButtons
          id={id}
          labelledBy={labelId(id)}
          describedBy={describedBy}
          invalid={invalid}
          options={options}
          value={value === '' ? null : value}
          onChange={choose}
          onBlur={onBlur}
        />
        {required || value === '' ? null : <ClearButton onClear={() => choose('')} />}
      </div>
    );
  }
  return (
    <div className={classes.selectBox}>
      <SelectBox
        id={id}
        describedBy={describedBy}
        invalid={invalid}
        required={required}
        options={withUnknown(options, value)}
        value={value}
        emptyLabel={t('choose')}
        onChange={choose}
        onBlur={onBlur}
      />
    </div>
  );
}

export function MultiChoiceControl(props: ControlProps<'multiChoice'>) {
  const { id, spec, input, describedBy, invalid, onInput, onBlur } = props;
  const options = useOptions(spec.choices);
  const values = textsOf(input.value);
  return (
    <CheckButtons
      id={id}
      labelledBy={labelId(id)}
      describedBy={describedBy}
      invalid={invalid}
      options={options}
      values={values}
      onChange={(chosen) => onInput({ value: chosen.length === 0 ? undefined : sortedSet(chosen) })}
      onBlur={onBlur}
    />
  );
}

export function BooleanControl(props: ControlProps<'boolean'>) {
  const { id, required, input, describedBy, invalid, onInput, onBlur } = props;
  const t = useTexts(formTexts);
  return (
    <div className={boxes.line}>
      <ChoiceButtons
        id={id}
        labelledBy={labelId(id)}
        describedBy={describedBy}
        invalid={invalid}
        options={[
          { value: 'true', label: t('yes') },
          { value: 'false', label: t('no') },
        ]}
        value={input.value === undefined ? null : String(input.value)}
        onChange={(value) => onInput({ value: value === 'true' })}
        onBlur={onBlur}
      />
      {required || input.value === undefined ? null : (
        <ClearButton onClear={() => onInput({ value: undefined })} />
      )}
    </div>
  );
}

function ClearButton({ onClear }: { readonly onClear: () => void }) {
  const t = useTexts(formTexts);
  return (
    <Button variant="subtle" size="compact-xs" onClick={onClear}>
      {t('clear')}
    </Button>
  );
}

function useOptions(choices: readonly Choice[]): readonly ChoiceOption[] {
  const label = useLabel();
  return choices.map((choice) => ({ value: choice.value, label: label(choice.label) }));
}

/** A value of a newer version stays visible as it is. */
function withUnknown(options: readonly ChoiceOption[], value: string): readonly ChoiceOption[] {
  return value === '' || options.some((option) => option.value === value)
    ? options
    : [...options, { value, label: value }];
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
