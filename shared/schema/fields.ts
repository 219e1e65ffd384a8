import type {
  AttendanceSpec,
  BooleanSpec,
  Choice,
  ChoiceSpec,
  CountrySpec,
  DateSpec,
  DateTimeSpec,
  EvidenceSpec,
  IntegerSpec,
  LocalizedTextSpec,
  LongTextSpec,
  MoneySpec,
  MultiChoiceSpec,
  NumberSpec,
  RefSpec,
  RefsSpec,
  TextSpec,
} from './fieldSpec.ts';

type Options<Spec> = Omit<Spec, 'kind'>;

/** One builder per field kind: `date({ label: { en: 'Date', ko: '날짜' }, required: true })`. */
export const text = (options: Options<TextSpec>): TextSpec => ({ kind: 'text', ...options });
export const longText = (options: Options<LongTextSpec>): LongTextSpec => ({ kind: 'longText', ...options });
export const localizedText = (options: Options<LocalizedTextSpec>): LocalizedTextSpec => ({
  kind: 'localizedText',
  ...options,
});
export const number = (options: Options<NumberSpec>): NumberSpec => ({ kind: 'number', ...options });
export const integer = (options: Options<IntegerSpec>): IntegerSpec => ({ kind: 'integer', ...options });
export const money = (options: Options<MoneySpec>): MoneySpec => ({ kind: 'money', ...options });
export const date = (options: Options<DateSpec>): DateSpec => ({ kind: 'date', ...options });
export const dateTime = (options: Options<DateTimeSpec>): DateTimeSpec => ({ kind: 'dateTime', ...options });
export const boolean = (options: Options<BooleanSpec>): BooleanSpec => ({ kind: 'boolean', ...options });
export const country = (options: Options<CountrySpec>): CountrySpec => ({ kind: 'country', ...options });
export const ref = (options: Options<RefSpec>): RefSpec => ({ kind: 'ref', ...options });
export const refs = (options: Options<RefsSpec>): RefsSpec => ({ kind: 'refs', ...options });
export const evidence = (options: Options<EvidenceSpec>): EvidenceSpec => ({ kind: 'evidence', ...options });
export const attendance = (options: Options<AttendanceSpec>): AttendanceSpec => ({
  kind: 'attendance',
  ...options,
});

export function choice<const Choices extends readonly Choice[]>(
  options: Omit<ChoiceSpec<Choices[number]['value']>, 'kind' | 'choices'> & { readonly choices: Choices },
): ChoiceSpec<Choices[number]['value']> {
  return { kind: 'choice', ...options };
}

export function multiChoice<const Choices extends readonly Choice[]>(
  options: Omit<MultiChoiceSpec<Choices[number]['value']>, 'kind' | 'choices'> & {
    readonly choices: Choices;
  },
): MultiChoiceSpec<Choices[number]['value']> {
  return { kind: 'multiChoice', ...options };
}
