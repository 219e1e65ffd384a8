import type { BrowserContext, Page, Request } from '@playwright/test';
import { isStandInAddress } from '../../support/electronStandIn/addresses.ts';

/**
 * Collects what must not happen while a test runs: an error on the console or uncaught, a breach of the content
 * security policy, and any request that would leave this machine.
 */
export class PageGuard {
  readonly #problems: string[] = [];
  #isBeingEnded = false;

  watch(context: BrowserContext): void {
    context.on('console', (message) => {
      const isOfItsEnd = this.#isBeingEnded && message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !isOfItsEnd)
        this.#add('console', `${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => this.#add('uncaught', String(error.error())));
    context.on('request', (request) => this.#checkRequest(request));
    for (const page of context.pages()) this.#watchPage(page);
    context.on('page', (page) => this.#watchPage(page));
  }

  /** While a program is ended from outside: what its page was still fetching fails, which is no fault of the page. */
  async whileEnding(end: () => Promise<unknown>): Promise<void> {
    this.#isBeingEnded = true;
    await end();
    this.#isBeingEnded = false;
  }

  /** What went wrong so far, one sentence each, in the order of its happening. */
  problems(): readonly string[] {
    return this.#problems;
  }

  #watchPage(page: Page): void {
    page.on('crash', () => this.#add('crash', page.url()));
    page.on('websocket', (socket) => this.#checkUrl(socket.url()));
    page.on('worker', (worker) => this.#checkUrl(worker.url()));
  }

  #checkRequest(request: Request): void {
    this.#checkUrl(request.url());
  }

  #checkUrl(url: string): void {
    if (!isOnThisMachine(url)) this.#add('request', `${url} is not on this machine`);
  }

  #add(kind: string, text: string): void {
    this.#problems.push(`${kind}: ${text}`);
  }
}

/** True for loopback addresses and for everything that is not fetched over a network (app:, blob:, data: …). */
export function isOnThisMachine(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  if (isStandInAddress(url)) return true;
  if (!['http:', 'https:', 'ws:', 'wss:', 'ftp:'].includes(protocol)) return true;
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
