import {
  createHashHistory,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  type RouteComponent,
} from '@tanstack/react-router';
import type { SettingsCondition } from '../../shared/ipc/host.ts';
import { paths } from '../stores/paths.ts';
import { NotFoundPage } from './NotFoundPage.tsx';
import { PageFailure } from './PageFailure.tsx';
import { pages } from './pages.tsx';
import { Shell } from './Shell.tsx';

interface RouterContext {
  readonly settingsCondition: SettingsCondition;
}

const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: () => <Shell settingsCondition={rootRoute.useRouteContext().settingsCondition} />,
  notFoundComponent: NotFoundPage,
  errorComponent: PageFailure,
});

const page = (path: string, component: RouteComponent) =>
  createRoute({ getParentRoute: () => rootRoute, path, component });

const routeTree = rootRoute.addChildren([
  page(paths.home, pages.home),
  page(paths.life, pages.life),
  page(paths.committee, pages.committee),
  page('/minutes/$id', pages.minutes),
  page(paths.plan, pages.plan),
  page(paths.settlement, pages.settlement),
  page(paths.people, pages.people),
  page(paths.handOver, pages.handOver),
  page(paths.results, pages.results),
  page(paths.history, pages.history),
  // One page for the figures in whatever form, so that what is chosen stays when the form changes.
  page('/indicators/{-$view}', pages.indicators),
  page(paths.stories, pages.stories),
  page(paths.reports, pages.reports),
  page(paths.consolidated, pages.consolidated),
  page(paths.send, pages.send),
  page(paths.receive, pages.receive),
  page(paths.batches, pages.batches),
  page(paths.conflicts, pages.conflicts),
  page(paths.quality, pages.quality),
  page(paths.settings, pages.settings),
  // One page for the list and the record beside it, so that the list stays as it is when a record opens.
  page('/records/$type/{-$id}', pages.records),
]);

/** Hash addresses, because they work alike under app:// and on a server, and survive a reload in both. */
export function createAppRouter(context: RouterContext) {
  return createRouter({
    routeTree,
    context,
    history: createHashHistory(),
    defaultErrorComponent: PageFailure,
    // Local pages appear at once; nothing is worth a waiting sign.
    defaultPendingMs: 0,
    defaultPreload: 'intent',
    scrollRestoration: false,
  });
}
