import type { Label } from '../../shared/core/language.ts';
import { definitionOf, type RecordType } from '../../shared/records/registry.ts';
import { paths } from './paths.ts';

/** Record types that people look for in one place: one entry of the navigation, with a tab for each list. */
export interface RecordSection {
  readonly label: Label;
  /** A page over the lists; it has the first tab and is opened by the navigation. */
  readonly page?: { readonly to: string; readonly label: Label };
  /** Without a page, the first is opened by the navigation. */
  readonly types: readonly [RecordType, ...RecordType[]];
}

export interface SectionTab {
  readonly to: string;
  readonly label: Label;
}

export const recordSections = {
  training: { label: { en: 'Trainings', ko: '연수·교육' }, types: ['training', 'participation'] },
  committee: {
    label: { en: 'Committee', ko: '위원회' },
    page: { to: paths.committee, label: { en: 'Overview', ko: '현황' } },
    types: ['meeting', 'decision'],
  },
  projects: { label: { en: 'Projects', ko: '공동협력과제' }, types: ['project', 'deliverable'] },
  plan: {
    label: { en: 'Plan and budget', ko: '계획·예산' },
    page: { to: paths.plan, label: { en: 'Overview', ko: '현황' } },
    types: ['plan', 'planLine', 'budgetEntry'],
  },
  people: {
    label: { en: 'People and organizations', ko: '인물·기관' },
    page: { to: paths.people, label: { en: 'Overview', ko: '현황' } },
    types: ['person', 'organization', 'assignment', 'counterpart'],
  },
  stories: {
    label: { en: 'Stories', ko: '센터 소식' },
    page: { to: paths.stories, label: { en: 'Overview', ko: '현황' } },
    types: ['story'],
  },
  reports: {
    label: { en: 'Reports', ko: '보고서' },
    page: { to: paths.reports, label: { en: 'Overview', ko: '현황' } },
    types: ['report', 'reportStep'],
  },
  results: {
    label: { en: 'Follow-ups and outcomes', ko: '후속협력·성과' },
    page: { to: paths.results, label: { en: 'Overview', ko: '현황' } },
    types: ['followUp', 'outcome'],
  },
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

/** The tabs of a section in their order. */
export function sectionTabs({ page, types }: RecordSection): readonly SectionTab[] {
  const lists = types.map((type) => ({ to: paths.records(type), label: definitionOf(type).label.many }));
  return page === undefined ? lists : [page, ...lists];
}
