const first = ['USD', 'EUR', 'KRW'];

/** ISO 4217 codes as this runtime knows them, those of the programme first. */
export const currencyCodes: readonly string[] = [
  ...first,
  ...Intl.supportedValuesOf('currency').filter((code) => !first.includes(code)),
];
