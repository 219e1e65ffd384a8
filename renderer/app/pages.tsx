import { lazyRouteComponent } from '@tanstack/react-router';

/** The pages of the shell; each is fetched when it is first opened. */
export const pages = {
  home: lazyRouteComponent(() => import('../features/home/HomePage.tsx'), 'HomePage'),
  life: lazyRouteComponent(() => import('../features/center/CenterPage.tsx'), 'CenterPage'),
  committee: lazyRouteComponent(() => import('../features/committee/CommitteePage.tsx'), 'CommitteePage'),
  minutes: lazyRouteComponent(() => import('../features/committee/MinutesPage.tsx'), 'MinutesPage'),
  plan: lazyRouteComponent(() => import('../features/plan/PlanPage.tsx'), 'PlanPage'),
  settlement: lazyRouteComponent(() => import('../features/plan/SettlementPage.tsx'), 'SettlementPage'),
  people: lazyRouteComponent(() => import('../features/people/PeoplePage.tsx'), 'PeoplePage'),
  handOver: lazyRouteComponent(() => import('../features/people/HandOverPage.tsx'), 'HandOverPage'),
  results: lazyRouteComponent(() => import('../features/pipeline/ResultsPage.tsx'), 'ResultsPage'),
  records: lazyRouteComponent(() => import('../features/records/RecordsPage.tsx'), 'RecordsPage'),
  indicators: lazyRouteComponent(() => import('../features/indicators/IndicatorsPage.tsx'), 'IndicatorsPage'),
  history: lazyRouteComponent(() => import('../features/history/HistoryPage.tsx'), 'HistoryPage'),
  stories: lazyRouteComponent(() => import('../features/stories/StoriesPage.tsx'), 'StoriesPage'),
  reports: lazyRouteComponent(() => import('../features/reports/ReportsPage.tsx'), 'ReportsPage'),
  consolidated: lazyRouteComponent(
    () => import('../features/reports/ConsolidatedPage.tsx'),
    'ConsolidatedPage',
  ),
  send: lazyRouteComponent(() => import('../features/exchange/SendPage.tsx'), 'SendPage'),
  receive: lazyRouteComponent(() => import('../features/exchange/ReceivePage.tsx'), 'ReceivePage'),
  batches: lazyRouteComponent(() => import('../features/exchange/BatchesPage.tsx'), 'BatchesPage'),
  conflicts: lazyRouteComponent(() => import('../features/conflicts/ConflictsPage.tsx'), 'ConflictsPage'),
  quality: lazyRouteComponent(() => import('../features/quality/QualityPage.tsx'), 'QualityPage'),
  settings: lazyRouteComponent(() => import('../features/settings/SettingsPage.tsx'), 'SettingsPage'),
  workspaceQuestion: lazyRouteComponent(
    () => import('../features/firstRun/WorkspaceQuestion.tsx'),
    'WorkspaceQuestion',
  ),
  firstRestore: lazyRouteComponent(() => import('../features/settings/FirstRestore.tsx'), 'FirstRestore'),
  firstRun: lazyRouteComponent(() => import('../features/firstRun/FirstRunPage.tsx'), 'FirstRunPage'),
} as const;
