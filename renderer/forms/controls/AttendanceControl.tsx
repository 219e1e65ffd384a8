import {
  attendanceLabels,
  attendanceParts,
  attendanceTotal,
} from '../../../shared/schema/codecs/attendance.ts';
import type { Attendance } from '../../../shared/schema/fieldSpec.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { cx } from '../../ui/cx.ts';
import boxes from '../../ui/inputs.module.css';
import { type FieldInput, inputFromTexts } from '../fieldInput.ts';
import { formTexts } from '../formTexts.ts';
import { type ControlProps, labelId } from './controlProps.ts';
import classes from './controls.module.css';

/** Persons counted in four boxes; an empty one beside a filled one counts as none. */
export function AttendanceControl(props: ControlProps<'attendance'>) {
  const { id, spec, required, input, services, describedBy, invalid, onInput, onBlur } = props;
  const t = useTexts(formTexts);
  const label = useLabel();
  const format = useFormat();
  const language = useLanguage();
  const texts = textsOf(input);
  const badColumns = new Set(input.problems?.map(({ column }) => column));
  const total = isAttendance(input.value) ? format.number(attendanceTotal(input.value)) : null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need its legend here, which the row already has.
    <div role="group" aria-labelledby={labelId(id)} onBlur={onBlur}>
      <div className={classes.grid}>
        {attendanceParts.map((part, index) => (
          <label key={part} className={classes.part}>
            <span className={classes.partLabel}>{label(attendanceLabels[part])}</span>
            <input
              id={index === 0 ? id : undefined}
              className={cx(boxes.box, boxes.figures)}
              value={texts[index] ?? ''}
              inputMode="numeric"
              aria-describedby={describedBy}
              aria-invalid={badColumns.has(index) || (invalid && badColumns.size === 0)}
              aria-required={required}
              autoComplete="off"
              onChange={(event) => {
                const changed = event.currentTarget.value;
                onInput(
                  inputFromTexts(
                    spec,
                    texts.map((text, other) => (other === index ? changed : text)),
                    language,
                    services.references,
                  ),
                );
              }}
            />
          </label>
        ))}
      </div>
      {total === null ? null : (
        <p className={classes.total} aria-live="polite">
          {t('total', { count: total })}
        </p>
      )}
    </div>
  );
}

function textsOf({ texts, value }: FieldInput): readonly string[] {
  return attendanceParts.map(
    (part, index) => texts?.[index] ?? (isAttendance(value) ? String(value[part]) : ''),
  );
}

function isAttendance(value: FieldInput['value']): value is Attendance {
  return typeof value === 'object' && 'undisclosed' in value;
}
