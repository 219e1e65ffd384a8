import type { RecordId } from '../../core/ids.ts';
import type { Label } from '../../core/language.ts';
import type { RecordType } from '../../records/registry.ts';

/** The sections of every report, in their order. */
export const sectionOrder = [
  'summary',
  'activities',
  'projects',
  'committee',
  'budget',
  'people',
  'outcomes',
  'problems',
  'evidence',
] as const;
export type ReportSectionKey = (typeof sectionOrder)[number];

/** The fields of a report that people write, by the section in which each stands. */
export const textsBySection = {
  summary: ['summary'],
  activities: ['achievements'],
  projects: ['projectRemarks'],
  committee: ['committeeRemarks'],
  budget: ['budgetRemarks'],
  people: ['peopleRemarks'],
  outcomes: ['outcomeRemarks'],
  problems: ['problems', 'nextSteps'],
  evidence: [],
} as const satisfies Readonly<Record<ReportSectionKey, readonly string[]>>;
export type ReportTextField = (typeof textsBySection)[ReportSectionKey][number];
export const reportTextFields: readonly ReportTextField[] = sectionOrder.flatMap(
  (key) => textsBySection[key],
);

export const sectionTitles: Readonly<Record<ReportSectionKey, Label>> = {
  summary: { en: 'Summary', ko: '총괄' },
  activities: { en: 'Consultations, trainings and events', ko: '컨설팅·연수·행사' },
  projects: { en: 'Joint projects', ko: '공동협력과제' },
  committee: { en: 'Committee and decisions', ko: '위원회와 의결 사항' },
  budget: { en: 'Budget execution', ko: '예산 집행' },
  people: { en: 'People', ko: '인력' },
  outcomes: { en: 'Outcomes and follow-ups', ko: '성과지표와 후속사업' },
  problems: { en: 'Problems and next steps', ko: '문제점과 향후 계획' },
  evidence: { en: 'Evidence', ko: '증빙 목록' },
};

/** A number of a report with what it is compared with and what it was computed from. */
export interface ReportFigure {
  readonly key: string;
  readonly label: Label;
  readonly unit: Label | null;
  /** `percent`: a share from 0 to 1. */
  readonly format: 'integer' | 'decimal' | 'percent';
  /** In the period; null where there is nothing to compute it from. */
  readonly value: number | null;
  /** What the approved plan says for this very period; null where it says nothing. */
  readonly periodTarget: number | null;
  /** From 1 January of the period's last year to its end; for a final report over all its years. */
  readonly toDate: number | null;
  /** What the approved plans of the same years say. */
  readonly target: number | null;
  /** Where plans say the target for some centers, years or quarters only: what was done there, which it is compared with. */
  readonly planned?: PlannedPart;
  /** Where plans say the target of the period for some of the centers only: what these did in it. */
  readonly plannedInPeriod?: Pick<PlannedPart, 'count' | 'all'> & { readonly value: number | null };
  readonly records: readonly { readonly type: RecordType; readonly id: RecordId }[];
}

export const plannedUnits = ['centers', 'years', 'centerYears', 'quarters', 'centerQuarters'] as const;

export interface PlannedPart {
  readonly toDate: number | null;
  /** How many centers, years or quarters have a target, of how many with work (of the quarters, all of their year). */
  readonly count: number;
  readonly all: number;
  /**
   * What is counted: a center's years in its final report, centers in one year, else both together; the quarters of these
   * where one has a target for some of its quarters only.
   */
  readonly unit: (typeof plannedUnits)[number];
}

/** A text in both languages, an ISO date, a number, or nothing. */
export type ReportCell = Label | string | number | null;

export interface ReportTable {
  readonly key: string;
  readonly title: Label;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
}
export interface ReportColumn {
  readonly label: Label;
  readonly kind: 'text' | 'date' | 'number' | 'year' | 'usd';
  /** Share of the width, against the other columns. */
  readonly weight: number;
}
export interface ReportRow {
  /** The record behind the row; null for a row that adds up several. */
  readonly record: { readonly type: RecordType; readonly id: RecordId } | null;
  readonly cells: readonly ReportCell[];
  /** A row that adds up the others. */
  readonly total?: true;
}

/** The computed part of a section. Its texts are fields of the report record and stand apart. */
export interface ReportSection {
  readonly key: ReportSectionKey;
  readonly title: Label;
  /** A sentence or two from the figures: stands in the report until a person writes the section's text. */
  readonly draft: Label;
  readonly figures: readonly ReportFigure[];
  readonly tables: readonly ReportTable[];
}
