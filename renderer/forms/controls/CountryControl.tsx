import { useMemo } from 'react';
import { countryCodes, countryName } from '../../../shared/core/countries.ts';
import { languages } from '../../../shared/core/language.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { Picker } from '../../ui/Picker.tsx';
import type { PickerOption } from '../../ui/pickerOptions.ts';
import { formTexts } from '../formTexts.ts';
import { type ControlProps, labelId } from './controlProps.ts';

/** Found by its name in either language and by its code. */
export function CountryControl(props: ControlProps<'country'>) {
  const { id, required, input, describedBy, invalid, onInput, onBlur } = props;
  const t = useTexts(formTexts);
  const language = useLanguage();
  const options = useMemo(() => countryOptions(language), [language]);
  return (
    <Picker
      id={id}
      labelledBy={labelId(id)}
      describedBy={describedBy}
      invalid={invalid}
      required={required}
      options={options}
      values={typeof input.value === 'string' ? [input.value] : []}
      multiple={false}
      texts={{
        placeholder: t('pick'),
        nothing: t('nothing'),
        more: t('more'),
        remove: (name) => t('remove', { name }),
      }}
      onChange={([code]) => onInput({ value: code })}
      onBlur={onBlur}
    />
  );
}

function countryOptions(language: 'en' | 'ko'): readonly PickerOption[] {
  return countryCodes
    .map((code) => ({
      value: code,
      label: countryName(code, language),
      keywords: `${code} ${languages.map((other) => countryName(code, other)).join(' ')}`,
    }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
}
