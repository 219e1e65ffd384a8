import { Combobox, useCombobox } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { cx } from './cx.ts';
import classes from './inputs.module.css';
import { findOptions, mostOptions, type PickerOption } from './pickerOptions.ts';

export interface PickerTexts {
  readonly placeholder: string;
  readonly nothing: string;
  /** Shown under a list that was cut. */
  readonly more: string;
  /** “Take {name} away”. */
  remove(label: string): string;
  /** “Create “{query}””; `query` is '' while nothing is typed. */
  create?(query: string): string;
}

export interface PickerProps {
  readonly id: string;
  readonly labelledBy: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly required: boolean;
  readonly options: readonly PickerOption[];
  /** The chosen values; at most one unless `multiple`. */
  readonly values: readonly string[];
  readonly multiple: boolean;
  readonly texts: PickerTexts;
  readonly onChange: (values: readonly string[]) => void;
  readonly onBlur: () => void;
  /** Makes a new option out of what was typed; absent where that is not possible. */
  readonly onCreate?: (query: string) => void;
}

// No id and no code looks like this.
const createValue = '+';

/** Chooses one or several of many options by typing; all of it works with the keyboard alone. */
export function Picker(props: PickerProps) {
  const { id, options, values, multiple, texts, onChange, onBlur, onCreate } = props;
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [query, setQuery] = useState('');
  const found = useMemo(() => findOptions(options, query), [options, query]);
  const labelByValue = useMemo(() => new Map(options.map(({ value, label }) => [value, label])), [options]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first hit is marked anew for each query.
  useEffect(() => {
    if (query !== '') combobox.selectFirstOption();
  }, [query, found]);
  const shown = found.filter(({ value }) => !multiple || !values.includes(value));
  const choose = (value: string): void => {
    setQuery('');
    if (value === createValue) {
      combobox.closeDropdown();
      onCreate?.(query.trim());
      return;
    }
    onChange(multiple ? [...values, value] : [value]);
    if (!multiple) combobox.closeDropdown();
  };
  const removeLast = (): void => onChange(values.slice(0, -1));
  const invalidMark = props.invalid ? { 'aria-invalid': true } : {};
  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal position="bottom-start">
      <Combobox.DropdownTarget>
        <div className={cx(classes.box, classes.pills)} {...invalidMark}>
          {values.map((value) => {
            const label = labelByValue.get(value) ?? value;
            return (
              <span key={value} className={classes.pill}>
                <span className={classes.pillText}>{label}</span>
                <button
                  type="button"
                  className={classes.pillButton}
                  tabIndex={-1}
                  aria-label={texts.remove(label)}
                  onClick={() => onChange(values.filter((other) => other !== value))}
                >
                  <X size={12} />
                </button>
              </span>
            );
          })}
          <Combobox.EventsTarget withExpandedAttribute>
            <input
              id={id}
              className={classes.bare}
              value={query}
              placeholder={values.length === 0 ? texts.placeholder : ''}
              aria-describedby={props.describedBy}
              aria-invalid={props.invalid}
              aria-required={props.required}
              autoComplete="off"
              onClick={() => combobox.openDropdown()}
              onChange={(event) => {
                setQuery(event.currentTarget.value);
                combobox.openDropdown();
              }}
              onBlur={() => {
                combobox.closeDropdown();
                setQuery('');
                onBlur();
              }}
              onKeyDown={(event) => {
                if (event.key === 'Backspace' && query === '') removeLast();
              }}
            />
          </Combobox.EventsTarget>
        </div>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown>
        <Combobox.Options mah={280} className={classes.options} labelledBy={props.labelledBy}>
          {shown.map(({ value, label, detail }) => (
            <Combobox.Option key={value} value={value} active={values.includes(value)}>
              {label}
              {detail === undefined ? null : <span className={classes.optionDetail}>{detail}</span>}
            </Combobox.Option>
          ))}
          {shown.length === 0 && onCreate === undefined ? (
            <Combobox.Empty>{texts.nothing}</Combobox.Empty>
          ) : null}
          {shown.length === mostOptions ? <Combobox.Footer>{texts.more}</Combobox.Footer> : null}
          {onCreate === undefined || texts.create === undefined ? null : (
            <Combobox.Option value={createValue}>
              <span className={classes.create}>
                <Plus size={14} aria-hidden="true" />
                {texts.create(query.trim())}
              </span>
            </Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
