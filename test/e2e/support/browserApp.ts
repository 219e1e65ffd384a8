import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import type { App, SavedDownload } from './appWindow.ts';
import type { PageGuard } from './pageGuard.ts';

/** Serves the application on one address for as long as a test runs. */
export interface AppServer {
  readonly address: string;
  /** Both may be called again and again. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface BrowserAppOptions {
  readonly server: AppServer;
  readonly dataFolder: string;
  readonly guard: PageGuard;
}

/** The application in a browser: a profile in a temporary folder, so that it can be closed and opened again. */
export class BrowserApp implements App {
  readonly host = 'browser';
  readonly dataFolder: string;
  readonly #options: BrowserAppOptions;
  #context: BrowserContext;
  #page: Page;
  #network: CDPSession | null = null;
  #offline = false;
  #downloads = 0;

  static async open(options: BrowserAppOptions): Promise<BrowserApp> {
    const context = await openContext(options);
    return new BrowserApp(options, context, await openPage(context, options.server.address));
  }

  private constructor(options: BrowserAppOptions, context: BrowserContext, page: Page) {
    this.#options = options;
    this.dataFolder = options.dataFolder;
    this.#context = context;
    this.#page = page;
  }

  get page(): Page {
    return this.#page;
  }

  async reopen(): Promise<Page> {
    // Closed as by its user: the page's handlers run, and a question whether to leave is answered with yes.
    this.#page.on('dialog', (dialog) => dialog.accept());
    const closed = this.#page.waitForEvent('close');
    await this.#page.close({ runBeforeUnload: true });
    await closed;
    await this.#context.close();
    return this.#openAgain();
  }

  async crashAndReopen(): Promise<Page> {
    const session = await this.#context.newCDPSession(this.#page);
    const closed = new Promise((resolve) => this.#context.once('close', resolve));
    await this.#options.guard.whileEnding(() => {
      // The answer never comes: the browser is gone.
      session.send('Browser.crash').catch(() => undefined);
      return closed;
    });
    return this.#openAgain();
  }

  async goOffline(): Promise<void> {
    this.#offline = true;
    // The browser's own switch does not reach service workers, so the server goes as well.
    await this.#options.server.stop();
    await this.#emulateNetwork();
  }

  async goOnline(): Promise<void> {
    this.#offline = false;
    await this.#options.server.start();
    await this.#emulateNetwork();
  }

  async saveDownload(trigger: () => Promise<unknown>): Promise<SavedDownload> {
    const [download] = await Promise.all([this.#page.waitForEvent('download'), trigger()]);
    this.#downloads += 1;
    const name = download.suggestedFilename();
    const path = join(this.dataFolder, `saved-${this.#downloads}`, name);
    await download.saveAs(path);
    return { name, path, bytes: readFileSync(path) };
  }

  async upload(paths: readonly string[], trigger: () => Promise<unknown>): Promise<void> {
    const [chooser] = await Promise.all([this.#page.waitForEvent('filechooser'), trigger()]);
    await chooser.setFiles([...paths]);
  }

  async close(): Promise<void> {
    await this.#context.close();
  }

  /** What the page is told of the network (`navigator.onLine` and its events). */
  async #emulateNetwork(): Promise<void> {
    // Each session keeps a switch of its own, so the one that turned the network off must turn it on.
    this.#network ??= await this.#context.newCDPSession(this.#page);
    await this.#network.send('Network.emulateNetworkConditions', {
      offline: this.#offline,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
  }

  async #openAgain(): Promise<Page> {
    this.#network = null;
    this.#context = await openContext(this.#options);
    this.#page = await openPage(this.#context, this.#options.server.address);
    if (this.#offline) await this.#emulateNetwork();
    return this.#page;
  }
}

async function openContext(options: BrowserAppOptions): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(join(options.dataFolder, 'profile'), {
    acceptDownloads: true,
    viewport: { width: 1366, height: 768 },
  });
  // What a person waits for that long does not come; the message then names it, which the test's own end does not.
  context.setDefaultTimeout(30_000);
  // The pickers of the File System Access API open the system's dialogues, which no test can answer. Without
  // them the application takes the way it takes in browsers that lack them: a file input and a download.
  await context.addInitScript(() => {
    for (const name of ['showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker']) {
      Reflect.deleteProperty(globalThis, name);
    }
  });
  options.guard.watch(context);
  return context;
}

async function openPage(context: BrowserContext, url: string): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(url);
  return page;
}
