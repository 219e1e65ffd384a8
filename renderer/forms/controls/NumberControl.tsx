import { useLabel, useLanguage } from '../../i18n/useTexts.ts';
import { cx } from '../../ui/cx.ts';
import boxes from '../../ui/inputs.module.css';
import { inputFromTexts } from '../fieldInput.ts';
import type { ControlProps } from './controlProps.ts';

export function NumberControl(props: ControlProps<'number'> | ControlProps<'integer'>) {
  const { id, spec, required, input, services, describedBy, invalid, onInput, onBlur } = props;
  const language = useLanguage();
  const label = useLabel();
  const text = input.texts?.[0] ?? (typeof input.value === 'number' ? String(input.value) : '');
  return (
    <div className={boxes.line}>
      <input
        id={id}
        className={cx(boxes.box, boxes.figures)}
        value={text}
        inputMode={spec.kind === 'integer' ? 'numeric' : 'decimal'}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        aria-required={required}
        autoComplete="off"
        onChange={(event) =>
          onInput(inputFromTexts(spec, [event.currentTarget.value], language, services.references))
        }
        onBlur={onBlur}
      />
      {spec.unit === undefined ? null : <span className={boxes.unit}>{label(spec.unit)}</span>}
    </div>
  );
}
