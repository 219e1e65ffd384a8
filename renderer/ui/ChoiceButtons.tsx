import { useId } from 'react';
import classes from './inputs.module.css';

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
}

export interface ChoiceButtonsProps {
  /** Of the first choice, so that a label or an error summary can lead here. */
  readonly id: string;
  readonly labelledBy: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly options: readonly ChoiceOption[];
  readonly value: string | null;
  readonly onChange: (value: string) => void;
  readonly onBlur: () => void;
}

/** A few choices side by side: native radio buttons, so the arrow keys work. */
export function ChoiceButtons(props: ChoiceButtonsProps) {
  const { id, labelledBy, describedBy, invalid, options, value, onChange, onBlur } = props;
  const name = useId();
  return (
    <div
      className={classes.choices}
      role="radiogroup"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      onBlur={onBlur}
    >
      {options.map((option, index) => (
        <label key={option.value} className={classes.choice}>
          <input
            type="radio"
            id={index === 0 ? id : undefined}
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}

export interface CheckButtonsProps extends Omit<ChoiceButtonsProps, 'value' | 'onChange'> {
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

/** Several of a few choices. */
export function CheckButtons(props: CheckButtonsProps) {
  const { id, labelledBy, describedBy, invalid, options, values, onChange, onBlur } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need its legend here, which the row already has.
    <div
      className={classes.choices}
      role="group"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      data-invalid={invalid}
      onBlur={onBlur}
    >
      {options.map((option, index) => (
        <label key={option.value} className={classes.choice}>
          <input
            type="checkbox"
            id={index === 0 ? id : undefined}
            checked={values.includes(option.value)}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked
                  ? [...values, option.value]
                  : values.filter((value) => value !== option.value),
              )
            }
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
