import { isJsonObject, type JsonObject } from '../../../shared/core/json.ts';
import type { Language } from '../../../shared/core/language.ts';
import { isBlank } from '../../../shared/core/text.ts';
import { type ReportTextField, reportTextFields } from '../../../shared/reports/periodic/reportSections.ts';
import type { SealedReport } from '../../../shared/reports/periodic/sealedReport.ts';
import type { LocalizedText } from '../../../shared/schema/fieldSpec.ts';

type Texts = SealedReport['texts'];

/** What was typed, by `summary.en`; '' for a text that was emptied. */
export type TypedTexts = Readonly<Record<string, string>>;

export const partKey = (field: ReportTextField, language: Language): string => `${field}.${language}`;

/** The texts of a report with what was typed since. */
export function withTyped(texts: Texts, typed: TypedTexts): Texts {
  return Object.fromEntries(
    reportTextFields.flatMap((field) => {
      const { en, ko, ...others } = texts[field] ?? {};
      const parts = { en: typed[partKey(field, 'en')] ?? en, ko: typed[partKey(field, 'ko')] ?? ko };
      const text: LocalizedText = {
        ...others,
        ...(parts.en === undefined || isBlank(parts.en) ? {} : { en: parts.en }),
        ...(parts.ko === undefined || isBlank(parts.ko) ? {} : { ko: parts.ko }),
      };
      return Object.keys(text).length === 0 ? [] : [[field, text] as const];
    }),
  );
}

/** What was typed and is not in the report yet. */
export function stillUnsaved(texts: Texts, typed: TypedTexts): TypedTexts {
  return Object.fromEntries(
    Object.entries(typed).filter(([key, text]) => {
      const [field, language] = key.split('.');
      const known = reportTextFields.find((one) => one === field);
      if (known === undefined || (language !== 'en' && language !== 'ko')) return false;
      const saved = texts[known]?.[language] ?? '';
      return isBlank(text) ? saved !== '' : saved !== text;
    }),
  );
}

/** Typed texts out of the settings file; anything else in it is left out. */
export function typedFromJson(json: JsonObject | null): TypedTexts {
  if (!isJsonObject(json)) return {};
  return Object.fromEntries(
    Object.entries(json).flatMap(([key, text]) => (typeof text === 'string' ? [[key, text] as const] : [])),
  );
}
