/** How much the sample makes for each center. */
export interface SampleExtent {
  readonly consultations: number;
  readonly trainings: number;
  readonly events: number;
  readonly projects: number;
  /** Years back for which there are meetings, plans and money; this year included. */
  readonly years: number;
  /** Of each year's plan. */
  readonly targets: number;
  readonly budgetEntriesAYear: number;
  /** People besides the officials who take part in trainings. */
  readonly trainees: number;
  /** Of each training. */
  readonly namedParticipants: number;
  readonly exchanges: number;
  readonly stories: number;
  /** Quarters back for which there are reports; months and years likewise. */
  readonly quarters: number;
  readonly months: number;
  readonly annualReports: number;
  /** Centers of the sample's own. */
  readonly laterCenters: number;
}

export const sampleExtents = {
  /** What one click brings: enough of everything for a tour of a center, and quick on a small laptop. */
  tour: {
    consultations: 26,
    trainings: 8,
    events: 8,
    projects: 5,
    years: 2,
    targets: 4,
    budgetEntriesAYear: 6,
    trainees: 4,
    namedParticipants: 2,
    exchanges: 2,
    stories: 2,
    quarters: 2,
    months: 2,
    annualReports: 1,
    laterCenters: 1,
  },
  /** A whole programme of several years, for measuring and for demonstrations. */
  full: {
    consultations: 150,
    trainings: 36,
    events: 36,
    projects: 15,
    years: 4,
    targets: 8,
    budgetEntriesAYear: 18,
    trainees: 30,
    namedParticipants: 4,
    exchanges: 8,
    stories: 8,
    quarters: 8,
    months: 6,
    annualReports: 2,
    laterCenters: 2,
  },
} as const satisfies Readonly<Record<string, SampleExtent>>;
export type SampleExtentName = keyof typeof sampleExtents;

/** A third of everything. */
export function abridged(extent: SampleExtent): SampleExtent {
  const third = (count: number): number => Math.ceil(count / 3);
  return {
    ...extent,
    consultations: third(extent.consultations),
    trainings: third(extent.trainings),
    events: third(extent.events),
    projects: third(extent.projects),
    targets: third(extent.targets),
    budgetEntriesAYear: third(extent.budgetEntriesAYear),
    trainees: third(extent.trainees),
    exchanges: Math.max(2, third(extent.exchanges)),
    stories: third(extent.stories),
    quarters: third(extent.quarters),
    months: 1,
    annualReports: 1,
  };
}

/** Every report since the year before: of a center whose period is known, a missing one is late. */
export const allReports = { quarters: 8, months: 24, annualReports: 2 } as const;
