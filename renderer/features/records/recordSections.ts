import type { Label } from '../../../shared/core/language.ts';
import type { RecordType } from '../../../shared/records/registry.ts';

/** Record types that people look for in one place: one entry of the navigation, with a tab for each list. */
export interface RecordSection {
  readonly label: Label;
  /** The first is opened by the navigation. */
  readonly types: readonly [RecordType, ...RecordType[]];
}

export const recordSections = {
  training: { label: { en: 'Trainings', ko: '연수·교육' }, types: ['training', 'participation'] },
  committee: { label: { en: 'Committee', ko: '위원회' }, types: ['meeting', 'decision'] },
  plan: { label: { en: 'Plan and budget', ko: '계획·예산' }, types: ['plan', 'planLine', 'budgetEntry'] },
  people: {
    label: { en: 'People and organizations', ko: '인물·기관' },
    types: ['person', 'organization', 'assignment'],
  },
  reports: { label: { en: 'Reports', ko: '보고서' }, types: ['report', 'reportStep'] },
  centers: { label: { en: 'Centers', ko: '센터' }, types: ['center', 'baseline'] },
} as const satisfies Readonly<Record<string, RecordSection>>;

/** The section to which a type's list belongs; null for a list that stands alone. */
export function sectionOf(type: string): RecordSection | null {
  return (
    Object.values<RecordSection>(recordSections).find(({ types }) =>
      types.some((member) => member === type),
    ) ?? null
  );
}
