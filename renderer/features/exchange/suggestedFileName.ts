import type { Period } from '../../../shared/reports/period.ts';

export interface WorkbookLabel {
  /** Null for every center. */
  readonly centerCode: string | null;
  /** Null for everything that was ever recorded. */
  readonly period: Period | null;
  readonly sample: boolean;
  readonly redacted: boolean;
  /** A pack of workbook and files of evidence. */
  readonly pack?: boolean;
}

/**
 * `eGCC_BG10_2026-Q4_report.xlsx`. Sample records and left-out personal data are named, because the name is all that
 * a person sees of a file in a mail.
 */
export function suggestedFileName({
  centerCode,
  period,
  sample,
  redacted,
  pack = false,
}: WorkbookLabel): string {
  const parts = [
    'eGCC',
    centerCode === null ? 'all-centers' : safePart(centerCode),
    ...(period === null ? ['everything'] : [periodCode(period), 'report']),
    ...(redacted ? ['no-personal-data'] : []),
    ...(sample ? ['SAMPLE'] : []),
    ...(pack ? ['with-evidence'] : []),
  ];
  return `${parts.filter((part) => part !== '').join('_')}.${pack ? 'zip' : 'xlsx'}`;
}

/** `2026-11`, `2026-Q4`, `2026-H2`, `2026`; both days of any other stretch. Sorts in time order. */
export function periodCode({ kind, from, to }: Period): string {
  const year = from.slice(0, 4);
  const month = Number(from.slice(5, 7));
  switch (kind) {
    case 'month':
      return from.slice(0, 7);
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`;
    case 'halfYear':
      return `${year}-H${month < 7 ? 1 : 2}`;
    case 'year':
      return year;
    case 'custom':
      return `${from}_${to}`;
  }
}

/** Only what every file system and mail gateway lets through. */
function safePart(text: string): string {
  return text.normalize('NFC').replace(/[^\p{L}\p{N}-]+/gu, '');
}
