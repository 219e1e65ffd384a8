import { lazyRouteComponent, type RouteComponent } from '@tanstack/react-router';
import { NotFoundPage } from './NotFoundPage.tsx';

type PageModule = Readonly<Record<string, RouteComponent>>;
const modules = import.meta.glob<PageModule>('../features/*/*Page.tsx');

/** The pages of the shell; each is fetched when it is first opened. */
export const pages = {
  home: lazyPage('home/HomePage'),
  life: lazyPage('center/CenterPage'),
  history: lazyPage('history/HistoryPage'),
  send: lazyPage('exchange/SendPage'),
  receive: lazyPage('exchange/ReceivePage'),
  batches: lazyPage('exchange/BatchesPage'),
  settings: lazyPage('settings/SettingsPage'),
  firstRun: lazyPage('firstRun/FirstRunPage'),
  records: lazyPage('records/RecordsPage'),
} as const;

function lazyPage(path: string): RouteComponent {
  const load = modules[`../features/${path}.tsx`];
  if (load === undefined) return NotFoundPage;
  return lazyRouteComponent(load, path.slice(path.indexOf('/') + 1));
}
