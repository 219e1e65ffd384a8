import type { Language } from './language.ts';
import { foldText } from './text.ts';

// ISO 3166-1 alpha-2, all officially assigned codes.
const codes =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW';
export const countryCodes: readonly string[] = codes.split(' ');
const knownCodes: ReadonlySet<string> = new Set(countryCodes);

export const isCountryCode = (value: unknown): value is string =>
  typeof value === 'string' && knownCodes.has(value);

const namesByLanguage = new Map<Language, Intl.DisplayNames>();
/** The runtime looks a name up anew each time, and every workbook lists all of them. */
const knownNames: Record<Language, Map<string, string>> = { en: new Map(), ko: new Map() };

/** The country's name in a language, as the runtime's locale data has it; the code itself where it has none. */
export function countryName(code: string, language: Language): string {
  const known = knownNames[language].get(code);
  if (known !== undefined) return known;
  let names = namesByLanguage.get(language);
  if (names === undefined) {
    names = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' });
    namesByLanguage.set(language, names);
  }
  const name = names.of(code) ?? code;
  knownNames[language].set(code, name);
  return name;
}

// What people write, where it is neither of the names in the locale data.
const otherNames: Readonly<Record<string, string>> = {
  korea: 'KR',
  'republic of korea': 'KR',
  'korea, republic of': 'KR',
  rok: 'KR',
  한국: 'KR',
  'viet nam': 'VN',
  월남: 'VN',
  usa: 'US',
  'united states of america': 'US',
  uk: 'GB',
  'great britain': 'GB',
  'russian federation': 'RU',
  'czech republic': 'CZ',
  türkiye: 'TR',
  turkey: 'TR',
  튀르키예: 'TR',
  터키: 'TR',
  우즈벡: 'UZ',
};

let codeByName: ReadonlyMap<string, string> | null = null;

/**
 * The code of a country written as `BG`, `Bulgaria`, `불가리아` or `Bulgaria (BG)`; null when unknown. The code in
 * brackets wins, because names change between versions of the locale data and codes do not.
 */
export function parseCountry(text: string): string | null {
  const bracketed = /\(([A-Za-z]{2})\)\s*$/.exec(text)?.[1]?.toUpperCase();
  if (isCountryCode(bracketed)) return bracketed;
  const bare = text.trim().toUpperCase();
  if (isCountryCode(bare)) return bare;
  codeByName ??= new Map([
    ...Object.entries(otherNames),
    ...countryCodes.flatMap((code): readonly (readonly [string, string])[] => [
      [foldText(countryName(code, 'en')), code],
      [foldText(countryName(code, 'ko')), code],
    ]),
  ]);
  return codeByName.get(foldText(text)) ?? null;
}
