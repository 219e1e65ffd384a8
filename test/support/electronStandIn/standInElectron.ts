import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Browser } from '../browser.ts';
import type { MainCalls, WindowCalls } from './calls.ts';
import { type Channel, openChannel } from './channel.ts';
import { routeThroughMain } from './standInNetwork.ts';
import { StandInWindow } from './standInWindow.ts';

export interface StandInOptions {
  /** The project's folder, with the build in out/. */
  readonly root: string;
  readonly browser: Browser;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The built application without Electron's program: its main bundle in a Node process of its own, its windows in
 * Chromium. For tests it looks like Playwright's `ElectronApplication`.
 */
export class StandInElectron {
  readonly #options: StandInOptions;
  readonly #child: ChildProcess;
  readonly #main: Channel<MainCalls>;
  readonly #windows = new Map<number, StandInWindow>();
  readonly #closed: Promise<void>;
  readonly #first: Promise<Page>;
  readonly #firstLoaded: (page: Page) => void;
  #context: BrowserContext | null = null;
  #schemes: readonly string[] = [];
  #errors = '';

  static async launch(options: StandInOptions): Promise<StandInElectron> {
    const app = new StandInElectron(options);
    await app.firstWindow();
    return app;
  }

  /** Starts the main process only; it may end without a window, as a second instance does. */
  constructor(options: StandInOptions) {
    this.#options = options;
    const modules = join(import.meta.dirname, 'main', 'register.mjs');
    this.#child = spawn(
      process.execPath,
      ['--import', import.meta.resolve('tsx'), '--import', `file://${modules}`, 'out/main/index.js'],
      {
        cwd: options.root,
        env: { ...options.env },
        serialization: 'advanced',
        stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
      },
    );
    this.#child.stderr?.on('data', (text) => {
      this.#errors += String(text);
    });
    let firstLoaded = (_: Page): void => undefined;
    this.#first = new Promise((resolve) => {
      firstLoaded = resolve;
    });
    this.#firstLoaded = firstLoaded;
    this.#main = openChannel<WindowCalls, MainCalls>(this.#child, this.#handlers());
    this.#closed = once(this.#child, 'close').then(([, signal]) => this.#afterEnd(signal !== null));
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  process(): ChildProcess {
    return this.#child;
  }

  context(): BrowserContext {
    if (this.#context === null) throw new Error('no window was opened yet');
    return this.#context;
  }

  /** Rejects when the main process ends before it has shown a window. */
  firstWindow(): Promise<Page> {
    const ended = this.#closed.then(() => {
      throw new Error(`the main process ended without a window\n${this.#errors}`);
    });
    return Promise.race([this.#first, ended]);
  }

  /** The first window, for asking as its frames would. */
  get window(): StandInWindow {
    const [first] = this.#windows.values();
    if (first === undefined) throw new Error('no window is open');
    return first;
  }

  // Playwright types the function's first argument as Electron's module, and so does this.
  evaluate<Result, Argument>(
    run: (electron: typeof Electron.CrossProcessExports, argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ): Promise<Result> {
    const asked = this.#main.ask('evaluate', { source: run.toString(), argument });
    return asked as Promise<Result>;
  }

  waitForEvent(_: 'close'): Promise<void> {
    return this.#closed;
  }

  /** What the main process wrote to its error stream. */
  get errors(): string {
    return this.#errors;
  }

  async close(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      await this.evaluate(({ app }) => app.quit()).catch(() => undefined);
    }
    await this.#closed;
  }

  #handlers() {
    const windowOf = (id: number): StandInWindow => {
      const window = this.#windows.get(id);
      if (window === undefined) throw new Error(`there is no window ${id}`);
      return window;
    };
    return {
      open: (payload: WindowCalls['open']['payload']) => this.#open(payload),
      permit: async ({ origin, granted }: WindowCalls['permit']['payload']) => {
        await this.window.permit(origin, granted);
        return null;
      },
      load: async ({ window, url }: WindowCalls['load']['payload']) => {
        await windowOf(window).load(url);
        this.#firstLoaded(windowOf(window).page);
        return null;
      },
      reload: async ({ window }: WindowCalls['reload']['payload']) => {
        await windowOf(window).reload();
        return null;
      },
      send: async ({ window, channel, args }: WindowCalls['send']['payload']) => {
        await windowOf(window).send(channel, args);
        return null;
      },
      clearStorage: async ({ storages }: WindowCalls['clearStorage']['payload']) => {
        await this.window.clearStorage(storages);
        return null;
      },
      print: ({ window }: WindowCalls['print']['payload']) => windowOf(window).print(),
      close: async ({ window }: WindowCalls['close']['payload']) => {
        const { page } = windowOf(window);
        this.#windows.delete(window);
        page.on('dialog', (dialog) => dialog.accept());
        const closed = page.waitForEvent('close');
        await page.close({ runBeforeUnload: true });
        await closed;
        return null;
      },
    };
  }

  async #open(wanted: WindowCalls['open']['payload']): Promise<null> {
    const { window: id, preload, schemes } = wanted;
    this.#schemes = schemes;
    const isFirst = this.#context === null;
    const context = this.#context ?? (await this.#launchChromium(wanted));
    const page = isFirst ? context.pages()[0] : await context.newPage();
    if (page === undefined) throw new Error('Chromium opened no page');
    const window = await StandInWindow.open(context, { id, page, main: this.#main, preload, schemes });
    this.#windows.set(id, window);
    page.on(
      'crash',
      () => void this.#main.ask('gone', { window: id, reason: 'crashed' }).catch(() => undefined),
    );
    page.on('close', () => {
      // Closed by its user (a test) and not by the main process.
      if (this.#windows.delete(id))
        void this.#main.ask('gone', { window: id, reason: 'closed' }).catch(() => undefined);
    });
    page.on('download', (download) => {
      void this.#main
        .ask('download', { window: id, url: download.url() })
        .then((isPrevented) => (isPrevented ? download.delete() : undefined));
    });
    return null;
  }

  async #launchChromium({
    profile,
    size,
    switches,
  }: WindowCalls['open']['payload']): Promise<BrowserContext> {
    const { executablePath, args, env } = this.#options.browser;
    keepInOneFolder(profile);
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      // Later ones count: the application's own are what is tested.
      args: [...args, ...switches],
      env: { ...this.#options.env, ...env },
      viewport: { width: Math.max(1366, size.width), height: Math.max(768, size.height) },
      locale: 'en-US',
      reducedMotion: 'no-preference',
      // Electron's own schemes have none unless they say so.
      serviceWorkers: 'block',
    });
    context.setDefaultTimeout(30_000);
    this.#context = context;
    await routeThroughMain(context, {
      main: this.#main,
      schemes: () => this.#schemes,
      windowOf: (page) => [...this.#windows.values()].find((window) => window.page === page),
      anyWindow: () => [...this.#windows.values()][0],
    });
    return context;
  }

  /** Chromium goes with its main process: at once when that was killed, else in order. */
  async #afterEnd(wasKilled: boolean): Promise<void> {
    const context = this.#context;
    if (context === null) return;
    const [page] = context.pages();
    if (wasKilled && page) {
      const gone = new Promise((resolve) => context.once('close', resolve));
      const session = await context.newCDPSession(page);
      // The answer never comes: the browser is gone.
      session.send('Browser.crash').catch(() => undefined);
      await gone;
    } else {
      await context.close();
    }
  }
}

/** Electron's session lies in its folder itself, where the main process looks for it; a browser's in one called Default. */
function keepInOneFolder(profile: string): void {
  const inner = join(profile, 'Default');
  if (existsSync(inner)) return;
  mkdirSync(profile, { recursive: true });
  symlinkSync('.', inner, 'dir');
}
