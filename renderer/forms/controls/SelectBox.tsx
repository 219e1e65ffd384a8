import { ChevronDown } from 'lucide-react';
import type { ChoiceOption } from '../../ui/ChoiceButtons.tsx';
import { cx } from '../../ui/cx.ts';
import boxes from '../../ui/inputs.module.css';

export interface SelectBoxProps {
  readonly id?: string;
  readonly label?: string;
  readonly describedBy?: string | undefined;
  readonly invalid: boolean;
  readonly required?: boolean;
  readonly options: readonly ChoiceOption[];
  readonly value: string;
  /** Stands for no value; absent where there must be one. */
  readonly emptyLabel?: string;
  readonly onChange: (value: string) => void;
  readonly onBlur: () => void;
}

/** The system's own drop-down list: the quickest with a keyboard, known to every screen reader. */
export function SelectBox(props: SelectBoxProps) {
  const { id, options, value, emptyLabel } = props;
  return (
    <>
      <select
        id={id}
        className={cx(boxes.box, boxes.select)}
        value={value}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid}
        aria-required={props.required}
        onChange={(event) => props.onChange(event.currentTarget.value)}
        onBlur={props.onBlur}
      >
        {emptyLabel === undefined ? null : <option value="">{emptyLabel}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <span className={boxes.chevron} aria-hidden="true">
        <ChevronDown size={16} />
      </span>
    </>
  );
}
