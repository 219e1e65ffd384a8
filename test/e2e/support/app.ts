import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test as base, expect } from '@playwright/test';
import type { App, HostKind } from './appWindow.ts';
import { type AppServer, BrowserApp, type BrowserAppOptions } from './browserApp.ts';
import { ElectronApp } from './electronApp.ts';
import { launchRealElectron, launchStandIn } from './launchElectron.ts';
import { PageGuard } from './pageGuard.ts';

export type { App, HostKind, SavedDownload } from './appWindow.ts';

interface TestFixtures {
  /** A temporary folder that is removed after the test. */
  readonly folder: string;
  readonly guard: PageGuard;
  /** The application on an empty profile; the test fails afterwards when the guard saw a problem. */
  readonly app: App;
  /** Opens the application on a further computer, by a name of the test's own. */
  readonly anotherApp: (name: string) => Promise<App>;
}

interface WorkerFixtures {
  /** Which host the running project tests; set by playwright.config.ts. */
  readonly hostKind: HostKind;
  readonly server: AppServer;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  hostKind: ['browser', { option: true, scope: 'worker' }],
  // One server for all tests of a worker: the origin, and with it the store, stays the same when reopening.
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern.
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern.
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'fieldbook-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern.
  guard: async ({}, use) => {
    const guard = new PageGuard();
    await use(guard);
    expect(guard.problems(), 'errors, policy breaches and requests to other machines').toEqual([]);
  },
  app: async ({ hostKind, server, folder, guard }, use) => {
    const app = await openApp(hostKind, { server, dataFolder: folder, guard });
    await use(app);
    await app.close();
    // For the next test, if this one ended offline.
    await server.start();
  },
  anotherApp: async ({ hostKind, server, folder, guard }, use) => {
    const opened: App[] = [];
    await use(async (name) => {
      const app = await openApp(hostKind, { server, dataFolder: join(folder, name), guard });
      opened.push(app);
      return app;
    });
    for (const app of opened) await app.close();
  },
});

export { expect };

async function openApp(hostKind: HostKind, { server, dataFolder, guard }: BrowserAppOptions): Promise<App> {
  mkdirSync(dataFolder, { recursive: true });
  if (hostKind === 'browser') return BrowserApp.open({ server, dataFolder, guard });
  const launch = hostKind === 'electron' ? launchRealElectron : launchStandIn;
  return ElectronApp.open({ dataFolder, guard, launch });
}

async function startServer(): Promise<AppServer> {
  const root = resolve(import.meta.dirname, '../../..');
  // A plain script without type declarations, so its shape is stated here.
  const script: {
    serveRenderer(options: { folder: string; port: number }): Promise<{
      readonly address: string;
      readonly port: number;
      close(): Promise<void>;
    }>;
  } = await import(pathToFileURL(join(root, 'scripts', 'serve.mjs')).href);
  const folder = join(root, 'out', 'renderer');
  const first = await script.serveRenderer({ folder, port: 0 });
  let running: typeof first | null = first;
  return {
    address: first.address,
    start: async () => {
      running ??= await script.serveRenderer({ folder, port: first.port });
    },
    stop: async () => {
      await running?.close();
      running = null;
    },
  };
}
