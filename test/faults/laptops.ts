import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { findBrowser } from '../support/browser.ts';
import { StandInElectron } from '../support/electronStandIn/standInElectron.ts';
import { BrowserLaptop } from './browserLaptop.ts';

/** The built application on data of its own, which can be killed at any moment, on either host. */
export interface KillableLaptop {
  /** Starts it; the page is loaded by then, what it opens is not. */
  start(): Promise<Page>;
  close(): Promise<void>;
  /** SIGKILL to the process that holds the journal, and Chromium goes with it. */
  kill(): Promise<void>;
  /** Answers the question for a file that `trigger` brings about. */
  upload(page: Page, path: string, trigger: () => Promise<unknown>): Promise<void>;
  remove(): Promise<void>;
}

/** The browser host: journal and database in one profile. */
export async function browserLaptop(): Promise<KillableLaptop> {
  const laptop = await BrowserLaptop.start();
  return {
    start: () => laptop.open('/'),
    close: () => laptop.close(),
    kill: () => laptop.kill(),
    upload: async (page, path, trigger) => {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), trigger()]);
      await chooser.setFiles(path);
    },
    remove: () => laptop.remove(),
  };
}

/** The Electron shell's bundles: the journal in the main process, the database in Chromium. */
export async function standInLaptop(): Promise<KillableLaptop> {
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-kill-'));
  const defined = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const options = {
    root: resolve(import.meta.dirname, '../..'),
    browser: findBrowser(),
    env: { ...Object.fromEntries(defined), FIELDBOOK_DATA: folder },
  };
  let app: StandInElectron | null = null;
  return {
    start: async () => {
      app = await StandInElectron.launch(options);
      return app.firstWindow();
    },
    close: async () => {
      await app?.close();
    },
    kill: async () => {
      app?.process().kill('SIGKILL');
      await app?.waitForEvent('close');
    },
    upload: async (_, path, trigger) => {
      await app?.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
      }, path);
      await trigger();
    },
    remove: async () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}
