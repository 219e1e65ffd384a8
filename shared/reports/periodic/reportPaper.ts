import type { IsoDate } from '../../core/dates.ts';
import type { Label, Language } from '../../core/language.ts';
import { fillMessage } from '../../messages/message.ts';
import { definitionOf } from '../../records/registry.ts';
import { reportKind } from '../../records/reportFields.ts';
import { choiceTitle } from '../../records/titles.ts';
import type { LocalizedText } from '../../schema/fieldSpec.ts';
import { reportCellText } from './differenceTexts.ts';
import type { ReportKind } from './reportContent.ts';
import {
  type PlannedPart,
  type ReportFigure,
  type ReportSection,
  type ReportTable,
  type ReportTextField,
  reportTextFields,
  textsBySection,
} from './reportSections.ts';
import type { SealedReport } from './sealedReport.ts';

/** A report as it goes on paper or into a workbook: one center's, or headquarters' over several. */
export interface ReportPaper {
  readonly kind: ReportKind;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Whose it is. */
  readonly name: Label;
  readonly asOf: IsoDate;
  /** A table before the sections: which centers reported, in a consolidated report. */
  readonly front?: ReportTable;
  readonly sections: readonly ReportSection[];
  /** What people wrote: one voice for a center's report, a voice for each center in a consolidated one. */
  readonly voices: readonly ReportVoice[];
  /** SHA-256 of what was sealed; null for what can still change. */
  readonly seal: string | null;
  /** It tells of sample records, and says so on every page and sheet (see `sampleMark`). */
  readonly includesSample: boolean;
}

export interface ReportVoice {
  /** Null where it is clear who speaks. */
  readonly name: Label | null;
  readonly texts: SealedReport['texts'];
}

export const paperLabels = {
  programme: { en: 'Digital Government Cooperation Center', ko: '디지털정부협력센터' },
  asOf: { en: 'as of {date}', ko: '{date} 기준' },
  seal: { en: 'Seal', ko: '봉인 값' },
  consolidated: { en: 'Consolidated', ko: '종합' },
  indicator: { en: 'Indicator', ko: '지표' },
  value: { en: 'This period', ko: '보고 기간' },
  periodTarget: { en: 'Target', ko: '목표' },
  toDate: { en: 'Year to date', ko: '연도 누계' },
  target: { en: 'Target of the year', ko: '연간 목표' },
  inAllYears: { en: 'In all years', ko: '전체 누계' },
  targetInAllYears: { en: 'Target of all years', ko: '전체 목표' },
  reached: { en: 'Reached', ko: '달성률' },
  plannedCenters: {
    en: '{name}: reached by the {count} of {all} centers with a target, {done} of {target}.',
    ko: '{name}: 목표가 있는 센터({all}개 중 {count}개)의 실적({done})을 목표({target})와 비교한 달성률입니다.',
  },
  plannedYears: {
    en: '{name}: reached in the {count} of {all} years with a target, {done} of {target}.',
    ko: '{name}: 목표가 있는 연도({all}개 중 {count}개)의 실적({done})을 목표({target})와 비교한 달성률입니다.',
  },
  plannedCenterYears: {
    en: '{name}: reached under the {count} of {all} yearly plans of centers with a target, {done} of {target}.',
    ko: '{name}: 목표가 있는 센터별 연간 계획({all}개 중 {count}개)의 실적({done})을 목표({target})와 비교한 달성률입니다.',
  },
  plannedQuarters: {
    en: '{name}: reached in the {count} of {all} quarters with a target, {done} of {target}.',
    ko: '{name}: 목표가 있는 분기({all}개 중 {count}개)의 실적({done})을 목표({target})와 비교한 달성률입니다.',
  },
  plannedCenterQuarters: {
    en: '{name}: reached in the {count} of {all} quarters of all centers with a target, {done} of {target}.',
    ko: '{name}: 목표가 있는 센터별 분기({all}개 중 {count}개)의 실적({done})을 목표({target})와 비교한 달성률입니다.',
  },
  plannedInPeriod: {
    en: '{name}, this period: done by the {count} of {all} centers with a target, {done} of {target}.',
    ko: '{name}(보고 기간): 목표가 있는 센터({all}개 중 {count}개)의 실적은 목표({target}) 대비 {done}입니다.',
  },
  nothing: { en: 'None in this period.', ko: '해당 없음' },
  period: { en: 'Period', ko: '보고 기간' },
  center: { en: 'Center', ko: '센터' },
  whoReported: { en: 'Reports of the centers', ko: '센터별 보고 현황' },
  contents: { en: 'Contents', ko: '목차' },
} as const satisfies Readonly<Record<string, Label>>;

export interface FigureColumn {
  readonly key: 'value' | 'periodTarget' | 'toDate' | 'target';
  readonly label: Label;
}

/** The numbers of a figure side by side, as they are called. The period of a final report is all its years. */
export const figureColumns = (kind: ReportKind): readonly FigureColumn[] =>
  kind === 'final'
    ? [
        { key: 'toDate', label: paperLabels.inAllYears },
        { key: 'target', label: paperLabels.targetInAllYears },
      ]
    : (['value', 'periodTarget', 'toDate', 'target'] as const).map((key) => ({
        key,
        label: paperLabels[key],
      }));

/** `Quarterly report`, `Consolidated quarterly report`: what stands in the head. */
export function paperTitle(
  { kind, voices }: Pick<ReportPaper, 'kind' | 'voices'>,
  language: Language,
): string {
  const title = choiceTitle(reportKind, kind, language);
  if (voices.every(({ name }) => name === null)) return title;
  const consolidated = paperLabels.consolidated[language];
  return language === 'ko' ? `${consolidated} ${title}` : `${consolidated} ${title.toLowerCase()}`;
}

/** A text of a section as it is shown in a language, with what it is called. */
export interface WrittenText {
  readonly field: ReportTextField;
  /** The center where several speak, and the field where a section has several; '' for neither. */
  readonly heading: string;
  readonly text: string;
  /** It is not written in this language, so that another one is shown. */
  readonly isForeign: boolean;
}

/** What people wrote in a section; nothing where nobody wrote, and the computed sentence stands there instead. */
export function writtenTexts(
  { key }: Pick<ReportSection, 'key'>,
  voices: readonly ReportVoice[],
  language: Language,
): readonly WrittenText[] {
  const fields: readonly ReportTextField[] = textsBySection[key];
  return voices.flatMap(({ name, texts }) =>
    fields.flatMap((field) => {
      const text = texts[field];
      if (text === undefined) return [];
      const title = fields.length > 1 ? (definitionOf('report').spec(field)?.label[language] ?? '') : '';
      const heading = [name?.[language] ?? '', title].filter((part) => part !== '').join(' · ');
      return [{ field, heading, text: shownText(text, language), isForeign: text[language] === undefined }];
    }),
  );
}

const shownText = (text: LocalizedText, language: Language): string =>
  text[language] ?? text.en ?? text.ko ?? text.local ?? '';

const plannedNotes = {
  centers: paperLabels.plannedCenters,
  years: paperLabels.plannedYears,
  centerYears: paperLabels.plannedCenterYears,
  quarters: paperLabels.plannedQuarters,
  centerQuarters: paperLabels.plannedCenterQuarters,
} as const;

/** For each figure whose target is that of some only: whose work it is compared with, in the period and to date. */
export function plannedNotesOf(figures: readonly ReportFigure[], language: Language): readonly string[] {
  return figures.flatMap(({ label, format, periodTarget, target, planned, plannedInPeriod }) => {
    const shown = (value: number | null): string => reportCellText(value, language, format) || '–';
    const name = label[language];
    const note = (
      text: Label,
      { count, all }: Pick<PlannedPart, 'count' | 'all'>,
      [done, of]: readonly [number | null, number | null],
    ): string => fillMessage(text, language, { name, count, all, done: shown(done), target: shown(of) });
    return [
      ...(plannedInPeriod === undefined
        ? []
        : [note(paperLabels.plannedInPeriod, plannedInPeriod, [plannedInPeriod.value, periodTarget])]),
      ...(planned === undefined ? [] : [note(plannedNotes[planned.unit], planned, [planned.toDate, target])]),
    ];
  });
}

/** The texts of a report that are written in one of English and Korean only, by the language that lacks. */
export function missingTranslations(
  texts: SealedReport['texts'],
): Readonly<Record<Language, readonly ReportTextField[]>> {
  const lacking = (language: Language, other: Language) =>
    reportTextFields.filter(
      (field) => texts[field]?.[other] !== undefined && texts[field]?.[language] === undefined,
    );
  return { en: lacking('en', 'ko'), ko: lacking('ko', 'en') };
}
