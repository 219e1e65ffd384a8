import type { Money } from '../../../shared/schema/fieldSpec.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { cx } from '../../ui/cx.ts';
import boxes from '../../ui/inputs.module.css';
import { type FieldInput, inputFromTexts } from '../fieldInput.ts';
import { formTexts } from '../formTexts.ts';
import { type ControlProps, labelId } from './controlProps.ts';
import classes from './controls.module.css';
import { currencyCodes } from './currencies.ts';
import { SelectBox } from './SelectBox.tsx';

export function MoneyControl(props: ControlProps<'money'>) {
  const { id, spec, required, input, services, describedBy, invalid, onInput, onBlur } = props;
  const t = useTexts(formTexts);
  const language = useLanguage();
  const { amount, currency } = partsOf(input, spec.defaultCurrency ?? 'USD');
  const change = (nextAmount: string, nextCurrency: string): void => {
    // The currency alone is no value: it stands there from the beginning.
    const texts = nextAmount.trim() === '' ? ['', ''] : [nextAmount, nextCurrency];
    const read = inputFromTexts(spec, texts, language, services.references);
    onInput({ ...read, texts: [nextAmount, nextCurrency] });
  };
  const currencies = currencyCodes.includes(currency) ? currencyCodes : [currency, ...currencyCodes];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need its legend here, which the row already has.
    <div className={boxes.line} role="group" aria-labelledby={labelId(id)} onBlur={onBlur}>
      <input
        id={id}
        className={cx(boxes.box, boxes.figures)}
        value={amount}
        inputMode="decimal"
        aria-labelledby={labelId(id)}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        aria-required={required}
        autoComplete="off"
        onChange={(event) => change(event.currentTarget.value, currency)}
      />
      <div className={classes.currency}>
        <SelectBox
          label={t('currency')}
          invalid={false}
          options={currencies.map((code) => ({ value: code, label: code }))}
          value={currency}
          onChange={(code) => change(amount, code)}
          onBlur={noBlur}
        />
      </div>
    </div>
  );
}

function partsOf({ texts, value }: FieldInput, defaultCurrency: string) {
  if (texts !== undefined) return { amount: texts[0] ?? '', currency: texts[1] ?? defaultCurrency };
  if (isMoney(value)) return { amount: String(value.amount), currency: value.currency };
  return { amount: '', currency: defaultCurrency };
}

function isMoney(value: FieldInput['value']): value is Money {
  return typeof value === 'object' && 'currency' in value;
}

// The group around notices when the focus leaves it.
const noBlur = (): void => undefined;
