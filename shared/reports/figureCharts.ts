import type { Label } from '../core/language.ts';
import { noField } from '../records/workField.ts';
import type { FigureColumn, FigureRow, FigureTable } from './figures.ts';
import type { Indicator, IndicatorValue } from './indicators.ts';

/** Some figures of one unit as a picture shows them: a value for each series and category. */
export interface FigureChart {
  readonly key: string;
  readonly title: Label;
  /** `parts` add up to a whole, `amounts` stand beside each other. */
  readonly kind: 'amounts' | 'parts';
  /** Whether the categories follow one another in time, oldest first, or are names in any order. */
  readonly axis: 'time' | 'names';
  readonly format: Indicator['format'];
  readonly unit: Label | null;
  readonly categories: readonly FigureColumn[];
  /** Never empty. */
  readonly series: readonly ChartSeries[];
}

export interface ChartSeries {
  readonly key: string;
  readonly label: Label;
  /** How it is computed. */
  readonly method: Label;
  /** Its place among all series of such a chart, whether or not the others are there. */
  readonly place: number;
  /** In the order of the categories. */
  readonly values: readonly (IndicatorValue | null)[];
}

interface ChartPlan {
  readonly key: string;
  /** Absent for a chart of one figure, which is called like it. */
  readonly title?: Label;
  readonly kind: FigureChart['kind'];
  readonly rows: readonly [string, ...string[]];
  /** What the figures are called where the title says the rest. */
  readonly names?: Readonly<Record<string, Label>>;
}

/** Short, for pictures that say of whom they tell. */
export const genderNames = {
  female: { en: 'Women', ko: '여성' },
  male: { en: 'Men', ko: '남성' },
  other: { en: 'Other', ko: '기타' },
  undisclosed: { en: 'Not disclosed', ko: '미공개' },
} as const satisfies Readonly<Record<string, Label>>;

const chartPlans: readonly ChartPlan[] = [
  {
    key: 'activities',
    title: { en: 'Activities', ko: '활동 건수' },
    kind: 'amounts',
    rows: ['consultations', 'trainings', 'events'],
  },
  {
    key: 'traineesByGender',
    title: { en: 'Trainees by gender', ko: '성별 연수 인원' },
    kind: 'parts',
    rows: ['traineesFemale', 'traineesMale', 'traineesOther', 'traineesUndisclosed'],
    names: {
      traineesFemale: genderNames.female,
      traineesMale: genderNames.male,
      traineesOther: genderNames.other,
      traineesUndisclosed: genderNames.undisclosed,
    },
  },
  { key: 'traineeHours', kind: 'amounts', rows: ['traineeHours'] },
  { key: 'adoptionRate', kind: 'amounts', rows: ['adoptionRate'] },
  {
    key: 'planAndBudget',
    title: { en: 'Plan and budget', ko: '계획 달성·예산 집행' },
    kind: 'amounts',
    rows: ['targetsReached', 'budgetExecution'],
  },
  { key: 'budgetSpent', kind: 'amounts', rows: ['budgetSpent'] },
  { key: 'dispatchMonths', kind: 'amounts', rows: ['dispatchMonths'] },
  { key: 'evidenceCoverage', kind: 'amounts', rows: ['evidenceCoverage'] },
];

/**
 * The pictures of a figure table, in the order of reports. A figure that is not told apart by the table's columns is
 * left out, and a picture without any figure with it; totals are never drawn.
 */
export function figureCharts(table: FigureTable): readonly FigureChart[] {
  const rowByKey = new Map(table.rows.map((row) => [row.key, row]));
  return chartPlans.flatMap(({ key, title, kind, rows: keys, names = {} }) => {
    const known = keys.flatMap((one, place) => {
      const row = rowByKey.get(one);
      return row === undefined || !isToldApart(row, table) ? [] : [{ row, place }];
    });
    // A part that is nowhere needs no name in the legend; a chart without any figure still says what it is about.
    const filled = kind === 'parts' ? known.filter(({ row }) => isFilled(row)) : known;
    const rows = filled.length === 0 ? known : filled;
    const first = rows[0]?.row;
    if (first === undefined) return [];
    return [
      {
        key,
        title: title ?? first.label,
        kind,
        axis: table.breakdown === 'year' ? 'time' : 'names',
        format: first.format,
        unit: first.unit,
        categories: table.columns,
        series: rows.map(({ row, place }) => ({
          key: row.key,
          place,
          label: names[row.key] ?? row.label,
          method: row.method,
          values: row.values,
        })),
      },
    ];
  });
}

/** Whether there is anything to draw: one value that is not zero. */
export const hasFigures = ({ series }: FigureChart): boolean => series.some(isFilled);

const isFilled = ({ values }: Pick<ChartSeries, 'values'>): boolean =>
  values.some((one) => (one?.value ?? 0) !== 0);
/** By center or country, or by a field that names it; a count that lies in “No field” as a whole is told apart by nothing. */
const isToldApart = ({ values }: FigureRow, { columns }: Pick<FigureTable, 'columns'>): boolean =>
  values.some((value, index) => value !== null && columns[index]?.key !== noField);
