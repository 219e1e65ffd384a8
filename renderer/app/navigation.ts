import type { Label } from '../../shared/core/language.ts';
import { findDefinition } from '../../shared/records/registry.ts';
import { paths } from '../stores/paths.ts';
import { type RecordSection, recordSections } from '../stores/recordSections.ts';

export interface NavigationEntry {
  readonly to: string;
  readonly label: Label;
  /** A record type's picture, or one of the pages' own. */
  readonly icon: string;
  /** Further addresses at which one is still in this entry. */
  readonly also?: readonly string[];
}

export interface NavigationGroup {
  readonly key: string;
  /** Null for the first, which needs no heading. */
  readonly label: Label | null;
  readonly entries: readonly NavigationEntry[];
}

export const settingsEntry: NavigationEntry = {
  to: paths.settings,
  label: { en: 'Settings', ko: '설정' },
  icon: 'page:settings',
};

/** The five groups; never more than seven entries each. */
export const navigationGroups: readonly NavigationGroup[] = [
  {
    key: 'today',
    label: null,
    entries: [
      { to: paths.home, label: { en: 'Today', ko: '오늘' }, icon: 'page:home' },
      { to: paths.quality, label: { en: 'Data quality', ko: '데이터 품질' }, icon: 'page:quality' },
    ],
  },
  {
    key: 'log',
    label: { en: 'Log', ko: '활동 기록' },
    entries: [
      ...recordEntries('consultation'),
      sectionEntry(recordSections.training),
      ...recordEntries('event', 'exchange'),
    ],
  },
  {
    key: 'center',
    label: { en: 'Center', ko: '센터' },
    entries: [
      { to: paths.life, label: { en: 'Life of the center', ko: '센터 운영 단계' }, icon: 'milestone' },
      sectionEntry(recordSections.projects),
      sectionEntry(recordSections.committee),
      sectionEntry(recordSections.plan),
      sectionEntry(recordSections.people),
    ],
  },
  {
    key: 'programme',
    label: { en: 'Programme', ko: '사업 전체' },
    entries: [
      { to: paths.history, label: { en: 'History', ko: '연혁·실적' }, icon: 'page:history' },
      { to: paths.indicators, label: { en: 'Indicators', ko: '성과지표' }, icon: 'page:indicators' },
      sectionEntry(recordSections.centers),
      sectionEntry(recordSections.stories),
      sectionEntry(recordSections.reports),
      ...recordEntries('evidence'),
      sectionEntry(recordSections.results),
    ],
  },
  {
    key: 'exchange',
    label: { en: 'Exchange', ko: '자료 교환' },
    entries: [
      { to: paths.send, label: { en: 'Send', ko: '보내기' }, icon: 'page:send' },
      { to: paths.receive, label: { en: 'Receive', ko: '받기' }, icon: 'page:receive' },
      {
        to: paths.batches,
        label: { en: 'Changes', ko: '변경 이력' },
        icon: 'page:batches',
      },
      { to: paths.conflicts, label: { en: 'Conflicts', ko: '충돌 해결' }, icon: 'page:conflicts' },
    ],
  },
];

/** The lists that stand behind a tab, each by its own name. */
export const innerLists: readonly NavigationEntry[] = Object.values<RecordSection>(recordSections).flatMap(
  ({ page, types: [first, ...others] }) => recordEntries(...(page === undefined ? [] : [first]), ...others),
);

function sectionEntry({ label, page, types }: RecordSection): NavigationEntry {
  const [first, ...others] = types;
  return page === undefined
    ? { to: paths.records(first), label, icon: first, also: others.map(paths.records) }
    : { to: page.to, label, icon: first, also: types.map(paths.records) };
}

function recordEntries(...types: readonly string[]): readonly NavigationEntry[] {
  return types.flatMap((type) => {
    const definition = findDefinition(type);
    return definition === null ? [] : [{ to: paths.records(type), label: definition.label.many, icon: type }];
  });
}
