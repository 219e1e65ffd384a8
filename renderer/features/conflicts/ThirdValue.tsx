import { useEffect, useId, useRef } from 'react';
import type { FieldSpec } from '../../../shared/schema/fieldSpec.ts';
import { isRequired } from '../../../shared/schema/isRequired.ts';
import { labelId } from '../../forms/controls/controlProps.ts';
import { FieldControl } from '../../forms/FieldControl.tsx';
import type { FieldInput } from '../../forms/fieldInput.ts';
import { isUnreadable } from '../../forms/fieldInput.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useFormServices } from '../../stores/useFormServices.ts';
import classes from './Conflicts.module.css';
import { conflictTexts } from './conflictTexts.ts';

export interface ThirdValueProps {
  readonly spec: FieldSpec;
  readonly input: FieldInput;
  readonly onInput: (input: FieldInput) => void;
}

/** The field's own control, for a value that neither side has. */
export function ThirdValue({ spec, input, onInput }: ThirdValueProps) {
  const t = useTexts(conflictTexts);
  const id = useId();
  const services = useFormServices();
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const control = frame.current?.querySelector('input, textarea, button, select');
    if (!(control instanceof HTMLElement)) return;
    control.focus();
    // Most often the value only wants a few words more.
    if (control instanceof HTMLTextAreaElement)
      control.setSelectionRange(control.textLength, control.textLength);
  }, []);
  return (
    <div ref={frame} className={classes.writing} data-writing>
      <label id={labelId(id)} htmlFor={id} className={classes.writingLabel}>
        {t('write')}
      </label>
      <FieldControl
        id={id}
        spec={spec}
        required={isRequired(spec)}
        input={input}
        services={services}
        describedBy={undefined}
        invalid={isUnreadable(input)}
        onInput={onInput}
        onBlur={() => undefined}
      />
    </div>
  );
}
