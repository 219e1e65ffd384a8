import type { Label } from '../../core/language.ts';
import type { Finding } from '../../schema/validate.ts';

/** What kind of thing is to be mended, in the order in which a person should look at it. */
export const qualityKinds = [
  'values',
  'conflict',
  'overdue',
  'evidence',
  'milestone',
  'consent',
  'consistency',
  'reference',
  'translation',
] as const;
export type QualityKind = (typeof qualityKinds)[number];

/** `error`: keeps a record from being right. `warning`: to be mended before a report. `note`: where there is time. */
export const qualitySeverities = ['error', 'warning', 'note'] as const;
export type QualitySeverity = (typeof qualitySeverities)[number];

export const qualityKindLabels: Readonly<Record<QualityKind, Label>> = {
  values: { en: 'Missing or wrong values', ko: '누락되거나 잘못된 값' },
  conflict: { en: 'Undecided conflicts', ko: '해결하지 않은 충돌' },
  overdue: { en: 'Overdue', ko: '기한 경과' },
  evidence: { en: 'Lacks evidence', ko: '증빙 누락' },
  milestone: { en: 'Steps of the center not recorded', ko: '기록하지 않은 센터 단계' },
  consent: { en: 'Consent missing', ko: '동의 누락' },
  consistency: { en: 'Does not fit together', ko: '서로 맞지 않는 내용' },
  reference: { en: 'Leads to a record that is not here', ko: '없는 기록을 가리키는 항목' },
  translation: { en: 'Translation missing', ko: '번역 누락' },
};

// Rules are warnings of consistency unless they stand here.
const kindByCode: Readonly<Record<string, QualityKind>> = {
  EVIDENCE_MISSING: 'evidence',
  MINUTES_MISSING: 'evidence',
  NOWHERE: 'evidence',
  REPORT_OVERDUE: 'overdue',
  RUNNING_PAST_END: 'overdue',
  CONSENT_MISSING: 'consent',
  ENGLISH_MISSING: 'translation',
  DANGLING_REFERENCE: 'reference',
};

/** Errors other than those that compare records are values to be entered or corrected. */
export function kindOfFinding({ code, level, acrossRecords }: Finding): QualityKind {
  return kindByCode[code] ?? (level === 'error' && acrossRecords !== true ? 'values' : 'consistency');
}
