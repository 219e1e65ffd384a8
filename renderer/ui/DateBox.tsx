import { ActionIcon, Popover } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { CalendarDays } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { addDays, isIsoDate } from '../../shared/core/dates.ts';
import { parseDateText } from '../../shared/core/parseDate.ts';
import { cx } from './cx.ts';
import classes from './inputs.module.css';

export interface DateBoxProps {
  readonly id: string;
  readonly label?: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly required: boolean;
  /** What was typed; any usual form of a date. */
  readonly text: string;
  readonly placeholder: string;
  readonly calendarLabel: string;
  readonly onChange: (text: string) => void;
  readonly onBlur: () => void;
}

/** A date that is typed, with the arrow keys for a day more or less, or chosen from a calendar (Alt+↓). */
export function DateBox(props: DateBoxProps) {
  const { id, text, onChange, onBlur } = props;
  const [isOpen, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const parsed = parseDateText(text);
  const date = isIsoDate(parsed) ? parsed : null;
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    if (event.altKey) setOpen(true);
    else if (date !== null) onChange(addDays(date, step));
  };
  const choose = (chosen: string | null): void => {
    if (chosen === null) return;
    onChange(chosen);
    setOpen(false);
    input.current?.focus();
  };
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-start"
      trapFocus
      returnFocus
      withRoles={false}
    >
      <Popover.Target>
        <div className={cx(classes.withButton, classes.narrow)}>
          <input
            ref={input}
            id={id}
            className={classes.box}
            value={text}
            placeholder={props.placeholder}
            aria-label={props.label}
            aria-describedby={props.describedBy}
            aria-invalid={props.invalid}
            aria-required={props.required}
            autoComplete="off"
            onChange={(event) => onChange(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            onBlur={() => {
              // Any usual form becomes the one that is stored; what cannot be read stays as it was typed.
              if (date !== null && date !== text) onChange(date);
              onBlur();
            }}
          />
          <span className={classes.inside}>
            <ActionIcon
              variant="subtle"
              color="gray"
              tabIndex={-1}
              aria-label={props.calendarLabel}
              aria-haspopup="dialog"
              aria-expanded={isOpen}
              title={props.calendarLabel}
              onClick={() => setOpen((before) => !before)}
            >
              <CalendarDays size={16} />
            </ActionIcon>
          </span>
        </div>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={props.calendarLabel}>
        <DatePicker
          value={date}
          {...(date === null ? {} : { defaultDate: date })}
          onChange={choose}
          size="sm"
        />
      </Popover.Dropdown>
    </Popover>
  );
}
