import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { App, SavedDownload } from './appWindow.ts';
import type { LaunchElectron, RunningElectron } from './launchElectron.ts';
import type { PageGuard } from './pageGuard.ts';

export interface ElectronAppOptions {
  readonly dataFolder: string;
  readonly guard: PageGuard;
  /** Electron's program or the stand-in for it. */
  readonly launch: LaunchElectron;
}

/**
 * The application in Electron or its stand-in, started from the built main process.
 *
 * What it relies on in the main process: FIELDBOOK_DATA becomes Electron's `userData` folder (only where the
 * application is not packaged, and before anything reads that path), and native dialogues are called as methods of Electron's `dialog` object at the
 * time they are needed (`dialog.showSaveDialog(…)`), because that is where the answers are put in from here. The
 * product itself holds no code for tests.
 */
export class ElectronApp implements App {
  readonly host = 'electron';
  readonly dataFolder: string;
  readonly #options: ElectronAppOptions;
  #app: RunningElectron;
  #page: Page;
  #offline = false;
  #downloads = 0;

  static async open(options: ElectronAppOptions): Promise<ElectronApp> {
    const app = await launch(options);
    return new ElectronApp(options, app, await firstPage(app));
  }

  private constructor(options: ElectronAppOptions, app: RunningElectron, page: Page) {
    this.#options = options;
    this.dataFolder = options.dataFolder;
    this.#app = app;
    this.#page = page;
  }

  get page(): Page {
    return this.#page;
  }

  /** The running application itself, for tests of what no page can see. */
  get running(): RunningElectron {
    return this.#app;
  }

  async reopen(): Promise<Page> {
    await this.close();
    return this.#openAgain();
  }

  async close(): Promise<void> {
    // A question whether to leave with unsaved work is answered with yes, its last button.
    await this.#app.evaluate(({ dialog }) => {
      dialog.showMessageBox = async (...args: readonly unknown[]) => {
        const buttons = args.flatMap((arg) =>
          typeof arg === 'object' && arg !== null && 'buttons' in arg && Array.isArray(arg.buttons)
            ? arg.buttons
            : [],
        );
        return { response: Math.max(0, buttons.length - 1), checkboxChecked: false };
      };
    });
    await this.#app.close();
  }

  async crashAndReopen(): Promise<Page> {
    const closed = this.#app.waitForEvent('close');
    await this.#options.guard.whileEnding(() => {
      this.#app.process().kill('SIGKILL');
      return closed;
    });
    return this.#openAgain();
  }

  async goOffline(): Promise<void> {
    this.#offline = true;
    await this.#app.context().setOffline(true);
  }

  async goOnline(): Promise<void> {
    this.#offline = false;
    await this.#app.context().setOffline(false);
  }

  async saveDownload(trigger: () => Promise<unknown>): Promise<SavedDownload> {
    this.#downloads += 1;
    const folder = join(this.dataFolder, `saved-${this.#downloads}`);
    mkdirSync(folder, { recursive: true });
    await this.#app.evaluate(({ dialog }, target) => {
      dialog.showSaveDialog = async (...args: readonly unknown[]) => {
        const options = args.find(
          (arg): arg is { defaultPath: string } =>
            typeof arg === 'object' &&
            arg !== null &&
            'defaultPath' in arg &&
            typeof arg.defaultPath === 'string',
        );
        const name = options?.defaultPath.split(/[\\/]/).at(-1) ?? 'unnamed';
        return { canceled: false, filePath: `${target}/${name}` };
      };
    }, folder);
    await trigger();
    // The file is there under its name only when it is whole: the application writes elsewhere and renames.
    const finished = (): readonly string[] => readdirSync(folder).filter((name) => isFinished(folder, name));
    await expect.poll(finished, { message: 'the application saves a file' }).toHaveLength(1);
    const name = finished()[0] ?? '';
    return { name, path: join(folder, name), bytes: readFileSync(join(folder, name)) };
  }

  async upload(paths: readonly string[], trigger: () => Promise<unknown>): Promise<void> {
    // Copies, so that an application that held a file open or changed it would not touch the test's own.
    const folder = join(this.dataFolder, 'uploads');
    mkdirSync(folder, { recursive: true });
    const filePaths = paths.map((path) => {
      const copy = join(folder, basename(path));
      copyFileSync(path, copy);
      return copy;
    });
    await this.#app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: chosen });
    }, filePaths);
    await trigger();
  }

  async #openAgain(): Promise<Page> {
    this.#app = await launch(this.#options);
    if (this.#offline) await this.#app.context().setOffline(true);
    this.#page = await firstPage(this.#app);
    return this.#page;
  }
}

/** The running application behind a test's app, for what no page can see. */
export function electronOf(app: App): RunningElectron {
  if (!(app instanceof ElectronApp)) throw new Error('this test needs the Electron shell');
  return app.running;
}

async function launch(options: ElectronAppOptions): Promise<RunningElectron> {
  const app = await options.launch(options.dataFolder);
  // A test must never touch the data of whoever runs it.
  const used = await app.evaluate((electron) => electron.app.getPath('userData'));
  if (realpathSync(used) !== realpathSync(options.dataFolder)) {
    await app.close();
    throw new Error(`The application uses ${used} and not FIELDBOOK_DATA.`);
  }
  options.guard.watch(app.context());
  return app;
}

async function firstPage(app: RunningElectron): Promise<Page> {
  const page = await app.firstWindow();
  await page.waitForLoadState('domcontentloaded');
  return page;
}

function isFinished(folder: string, name: string): boolean {
  const path = join(folder, name);
  return !/\.(tmp|part)|^\./.test(name) && existsSync(path) && statSync(path).size > 0;
}
