import type { Label, Language } from '../../core/language.ts';
import { definitionOf } from '../../records/registry.ts';
import { formatNumber } from '../../schema/codecs/numbers.ts';
import type { CellFormat, Difference } from './difference.ts';
import type { ReportCell } from './reportSections.ts';

const hows: Readonly<Record<Difference['how'], Label>> = {
  changed: { en: 'Changed', ko: '변경' },
  added: { en: 'Added', ko: '추가' },
  removed: { en: 'Removed', ko: '제외' },
};

const kinds: Readonly<Record<'text' | 'figure' | 'table', Label>> = {
  text: { en: 'Report text', ko: '보고서 본문' },
  figure: { en: 'Figure', ko: '지표' },
  table: { en: 'Table', ko: '표' },
};

/** Where what differs comes from; each is told apart. */
export const differenceOrigins: Readonly<Record<Difference['origin'], Label>> = {
  period: { en: 'The period and its plan', ko: '보고 기간과 그 계획' },
  outside: {
    en: 'Outside the period: sums of the year, follow-ups, open points from before',
    ko: '보고 기간 외: 누계, 후속사업, 이전 기간의 미완료 사항 등',
  },
  since: { en: 'Went on since the period', ko: '보고 기간 이후의 진행 상황' },
};

/** Said of a correction that `mayBeByRules`. */
export const olderRulesNote: Label = {
  en: 'Sealed by an older Fieldbook, which made some figures and tables by other rules: where only these differ, perhaps nobody changed anything.',
  ko: '이전 버전의 Fieldbook에서 봉인한 보고서입니다. 당시에는 일부 지표와 표의 산출 기준이 달랐으므로, 지표와 표에만 있는 차이는 기록이 바뀌지 않았어도 나타날 수 있습니다.',
};

export interface DifferencesOfOrigin {
  readonly origin: Difference['origin'];
  readonly own: readonly Difference[];
}

/** Those of the period, those from outside of it, then what went on since; an origin without any is absent. */
export function differencesByOrigin(differences: readonly Difference[]): readonly DifferencesOfOrigin[] {
  return (['period', 'outside', 'since'] as const)
    .map((origin) => ({ origin, own: differences.filter((difference) => difference.origin === origin) }))
    .filter(({ own }) => own.length > 0);
}

/** What was done: changed, added, removed. */
export const differenceHow = ({ how }: Difference, language: Language): string => hows[how][language];

/** What it is about: the record type, a text of the report, a figure, a table. */
export function differenceKind({ what, record }: Difference, language: Language): string {
  if (what !== 'record') return kinds[what][language];
  return record === null ? '' : definitionOf(record.type).label.one[language];
}

/** One line: what, which, from what to what. */
export function differenceLine(difference: Difference, language: Language): string {
  const { title, field, before, after, format } = difference;
  const head = [differenceKind(difference, language), title[language], field?.[language] ?? '']
    .filter((part) => part !== '')
    .join(' · ');
  if (difference.how !== 'changed') return `${head}: ${differenceHow(difference, language)}`;
  const text = (cell: ReportCell): string => reportCellText(cell, language, format) || '–';
  return `${head}: ${text(before)} → ${text(after)}`;
}

/** A cell of a report as text; '' for nothing. */
export function reportCellText(cell: ReportCell, language: Language, format: CellFormat = 'decimal'): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell !== 'number') return cell[language];
  if (format === 'year') return String(cell);
  return format === 'percent'
    ? `${formatNumber(Math.round(cell * 1000) / 10, language)}%`
    : formatNumber(Math.round(cell * 100) / 100, language);
}
