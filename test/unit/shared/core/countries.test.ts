import { describe, expect, it } from 'vitest';
import { countryCodes, countryName, parseCountry } from '../../../../shared/core/countries.ts';
import { languages } from '../../../../shared/core/language.ts';

describe('countries', () => {
  it('are read by code, by name in either language, and as they are written', () => {
    for (const code of countryCodes) {
      for (const language of languages) {
        const name = countryName(code, language);
        expect(parseCountry(`${name} (${code})`)).toBe(code);
        expect(parseCountry(`  ${name.toUpperCase()} `)).toBe(code);
      }
      expect(parseCountry(code.toLowerCase())).toBe(code);
    }
  });

  it.each([
    ['Korea', 'KR'],
    ['Republic of Korea', 'KR'],
    ['한국', 'KR'],
    ['Viet Nam', 'VN'],
    ['UK', 'GB'],
    ['우즈베키스탄', 'UZ'],
  ])('include what people write: %s', (text, code) => {
    expect(parseCountry(text)).toBe(code);
  });

  it.each(['', 'Atlantis', 'XX', 'Korea-Bulgaria', 'Exampleland (XX)'])('do not include “%s”', (text) => {
    expect(parseCountry(text)).toBeNull();
  });
});
