import type { BrowserContext, Page, Request, Route } from 'playwright-core';
import { toElectronAddress } from './addresses.ts';
import type { MainCalls } from './calls.ts';
import type { Channel } from './channel.ts';
import type { StandInWindow } from './standInWindow.ts';

export interface NetworkParts {
  readonly main: Channel<MainCalls>;
  readonly schemes: () => readonly string[];
  readonly windowOf: (page: Page) => StandInWindow | undefined;
  /** Any window: Chromium does not always say whose request it is (workers). */
  readonly anyWindow: () => StandInWindow | undefined;
}

/** Lets the main process decide on every request, navigation, new window and download of Chromium. */
export async function routeThroughMain(context: BrowserContext, parts: NetworkParts): Promise<void> {
  await context.route('**', (route) =>
    decide(route, parts).catch(() => route.abort('failed').catch(() => undefined)),
  );
  context.on('page', (page) => void judgeNewWindow(page, parts));
}

async function decide(route: Route, parts: NetworkParts): Promise<void> {
  const request = route.request();
  const url = toElectronAddress(request.url(), parts.schemes());
  const { main } = parts;
  if (request.isNavigationRequest() && (await isNavigationStopped(request, url, parts))) {
    // Aborted, not blocked: the page stays what it was, without an error page.
    return route.abort('aborted');
  }
  const answer = await main.ask('request', {
    url,
    method: request.method(),
    resourceType: request.isNavigationRequest() ? 'mainFrame' : request.resourceType(),
  });
  if (answer.kind === 'blocked') return route.abort('blockedbyclient');
  const { status, headers, body } = answer;
  const isRedirect = status >= 300 && status < 400 && headers.location !== undefined;
  if (isRedirect && request.isNavigationRequest()) {
    const window = ownerOf(request, parts);
    const to = new URL(headers.location ?? '', url).href;
    if (
      window &&
      (await main.ask('redirect', { window: window.id, url: to, isMainFrame: isMain(request) }))
    ) {
      return route.abort('aborted');
    }
  }
  await route.fulfill({ status, headers: { ...headers }, body: Buffer.from(body) });
}

async function isNavigationStopped(request: Request, url: string, parts: NetworkParts): Promise<boolean> {
  const window = ownerOf(request, parts);
  // A page that no window of the application is.
  if (window === undefined) return true;
  if (window.takeExpected(request.url())) return false;
  return parts.main.ask('navigate', { window: window.id, url, isMainFrame: isMain(request) });
}

/** Pages that pages open are shown to the main process, and closed when it says so. */
async function judgeNewWindow(page: Page, parts: NetworkParts): Promise<void> {
  const opener = parts.anyWindow();
  if (opener === undefined || parts.windowOf(page) !== undefined) return;
  const url = toElectronAddress(page.url(), parts.schemes());
  const isDenied = await parts.main.ask('openWindow', { window: opener.id, url }).catch(() => true);
  if (isDenied) await page.close().catch(() => undefined);
}

function ownerOf(request: Request, parts: NetworkParts): StandInWindow | undefined {
  try {
    return parts.windowOf(request.frame().page());
  } catch {
    // The first request of a page that was just opened belongs to no frame yet.
    return undefined;
  }
}

function isMain(request: Request): boolean {
  try {
    return request.frame().parentFrame() === null;
  } catch {
    return true;
  }
}
