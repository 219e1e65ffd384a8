import { periodCode, type ReportPeriod } from './reportPeriod.ts';

export interface WorkbookLabel {
  /** Null for every center. */
  readonly centerCode: string | null;
  /** Null for everything that was ever recorded. */
  readonly period: ReportPeriod | null;
  readonly sample: boolean;
  readonly redacted: boolean;
}

/**
 * `eGCC_BG10_2026-Q4_report.xlsx`. Sample records and left-out personal data are named, because the name is all that
 * a person sees of a file in a mail.
 */
export function suggestedFileName({ centerCode, period, sample, redacted }: WorkbookLabel): string {
  const parts = [
    'eGCC',
    centerCode === null ? 'all-centers' : safePart(centerCode),
    ...(period === null ? ['everything'] : [periodCode(period), 'report']),
    ...(redacted ? ['no-personal-data'] : []),
    ...(sample ? ['SAMPLE'] : []),
  ];
  return `${parts.filter((part) => part !== '').join('_')}.xlsx`;
}

/** Only what every file system and mail gateway lets through. */
function safePart(text: string): string {
  return text.normalize('NFC').replace(/[^\p{L}\p{N}-]+/gu, '');
}
