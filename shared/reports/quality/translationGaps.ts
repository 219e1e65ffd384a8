import type { Label } from '../../core/language.ts';
import type { AnyRecordDefinition } from '../../schema/defineRecord.ts';
import type { FieldSpec } from '../../schema/fieldSpec.ts';
import type { Finding } from '../../schema/validate.ts';
import type { StoredRecord } from '../../sync/record.ts';
import type { QualitySeverity } from './qualityKinds.ts';

/** Names that stand in tables, papers and workbooks in both languages. */
const namedInBoth: ReadonlySet<string> = new Set(['organization', 'project', 'training', 'event']);

const missing: Label = {
  en: '“{field}” is written in {written} only. Add it in {missing}, so that papers in either language are whole.',
  ko: '‘{field}’이(가) {written}로만 작성되어 있습니다. 두 언어의 문서가 모두 완전하도록 {missing}로도 입력하세요.',
};
const names = {
  en: { en: 'English', ko: '영어' },
  ko: { en: 'Korean', ko: '한국어' },
} as const satisfies Readonly<Record<'en' | 'ko', Label>>;

export interface TranslationGap {
  readonly severity: QualitySeverity;
  readonly finding: Finding;
}

/**
 * Texts of a record that are written in one of English and Korean only. In a report that is not accepted yet they are
 * warnings, because its reader may have the other language; the names of organizations and activities are notes. A
 * name in the partner's own language alone says nothing of either.
 */
export function translationGaps(
  definition: AnyRecordDefinition,
  { type, values }: Pick<StoredRecord, 'type' | 'values'>,
): readonly TranslationGap[] {
  const isReport = type === 'report' && values.status !== 'accepted';
  if (!isReport && !namedInBoth.has(type)) return [];
  return definition.fieldKeys.flatMap((field) => {
    const spec = definition.spec(field);
    if (spec?.kind !== 'localizedText') return [];
    const gap = gapIn(values[field]);
    if (gap === null) return [];
    const finding = findingOf(field, spec, gap);
    return [{ severity: isReport ? ('warning' as const) : ('note' as const), finding }];
  });
}

function gapIn(value: unknown): 'en' | 'ko' | null {
  if (typeof value !== 'object' || value === null) return null;
  const has = (language: 'en' | 'ko'): boolean => Object.hasOwn(value, language);
  if (has('en') === has('ko')) return null;
  return has('en') ? 'ko' : 'en';
}

function findingOf(field: string, { label }: FieldSpec, gap: 'en' | 'ko'): Finding {
  return {
    level: 'warning',
    code: 'TRANSLATION_MISSING',
    field,
    message: missing,
    params: { field: label, written: names[gap === 'en' ? 'ko' : 'en'], missing: names[gap] },
  };
}
