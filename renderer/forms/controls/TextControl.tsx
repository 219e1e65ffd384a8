import { isBlank } from '../../../shared/core/text.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { cx } from '../../ui/cx.ts';
import boxes from '../../ui/inputs.module.css';
import { formTexts } from '../formTexts.ts';
import type { ControlProps } from './controlProps.ts';
import classes from './controls.module.css';

const shortDefault = 200;

export function TextControl({
  id,
  spec,
  required,
  input,
  describedBy,
  invalid,
  onInput,
  onBlur,
}: ControlProps<'text'>) {
  const text = shownText(input.texts, input.value);
  const max = spec.maxLength ?? shortDefault;
  return (
    <>
      <input
        id={id}
        className={boxes.box}
        value={text}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        aria-required={required}
        autoComplete="off"
        onChange={(event) => onInput(textInput(event.currentTarget.value))}
        onBlur={onBlur}
      />
      <LettersLeft length={text.length} max={max} />
    </>
  );
}

export function LongTextControl(props: ControlProps<'longText'>) {
  const { id, spec, required, input, describedBy, invalid, onInput, onBlur } = props;
  const text = shownText(input.texts, input.value);
  return (
    <>
      <textarea
        id={id}
        className={cx(boxes.box, boxes.area)}
        value={text}
        rows={3}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        aria-required={required}
        onChange={(event) => onInput(textInput(event.currentTarget.value))}
        onBlur={onBlur}
      />
      {spec.maxLength === undefined ? null : <LettersLeft length={text.length} max={spec.maxLength} />}
    </>
  );
}

/** Blanks alone are no value, but they must stay where they were typed. */
function textInput(text: string) {
  return { value: isBlank(text) ? undefined : text, texts: [text] };
}

function shownText(texts: readonly string[] | undefined, value: unknown): string {
  return texts?.[0] ?? (typeof value === 'string' ? value : '');
}

/** Told only where the end comes near. */
export function LettersLeft({ length, max }: { readonly length: number; readonly max: number }) {
  const t = useTexts(formTexts);
  if (length < max * 0.8) return null;
  return <p className={classes.note}>{t('lettersLeft', { length, max })}</p>;
}
