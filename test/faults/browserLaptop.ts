import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { kill } from 'node:process';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { type RendererServer, serveRenderer } from '../../scripts/serve.mjs';
import { findBrowser } from '../support/browser.ts';

const built = resolve(import.meta.dirname, '../../out/renderer');

/** The built application in a real Chromium with a profile of its own, which can be killed and harmed. */
export class BrowserLaptop {
  #context: BrowserContext | null = null;

  private constructor(
    private readonly server: RendererServer,
    readonly profile: string,
  ) {}

  static async start(profile = mkdtempSync(join(tmpdir(), 'fieldbook-harm-'))): Promise<BrowserLaptop> {
    return new BrowserLaptop(await serveRenderer({ folder: built, port: 0 }), profile);
  }

  /** The page as it is when the application has opened; `path` is a screen. */
  async open(path = '/#/settings'): Promise<Page> {
    const { executablePath, args, env } = findBrowser();
    this.#context = await chromium.launchPersistentContext(this.profile, {
      executablePath,
      args: [...args],
      env: { ...process.env, ...env },
      viewport: { width: 1366, height: 900 },
    });
    const page = this.#context.pages()[0] ?? (await this.#context.newPage());
    page.setDefaultTimeout(20_000);
    await page.goto(`${this.server.address}${path}`);
    return page;
  }

  async close(): Promise<void> {
    await this.#context?.close();
  }

  /** SIGKILL to the browser itself, whose process the profile's lock names; its children go with it. */
  async kill(): Promise<void> {
    const context = this.#context;
    if (context === null) return;
    const owner = Number(readlinkSync(join(this.profile, 'SingletonLock')).split('-').at(-1));
    const closed = new Promise((done) => context.once('close', done));
    kill(owner, 'SIGKILL');
    await closed;
  }

  /** Files of the working database, which lies in a bucket of its own. */
  databaseFiles(): readonly string[] {
    const folder = join(this.profile, 'Default', 'WebStorage');
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'LOCK' && entry.parentPath.includes('IndexedDB'))
      .map((entry) => join(entry.parentPath, entry.name));
  }

  async remove(): Promise<void> {
    await this.server.close();
    // A browser that was just closed may still write a file or two.
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

/** Answers the questions of the first run and ends on the settings. */
export async function beginWork(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'English' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('textbox', { name: 'Your name' }).fill('Test Person');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('radio', { name: "Korea-Bulgaria('10)", exact: true }).check();
  await page.getByRole('button', { name: 'Start working' }).click();
  await page.getByRole('link', { name: 'Settings' }).first().click();
}

/** Number of sample records that the settings name; 0 where they offer to add some. */
export async function sampleCount(page: Page): Promise<number> {
  const count = page.getByText(/^\d+ sample records are here\.$/);
  await count.or(page.getByRole('button', { name: 'Add sample data' })).waitFor();
  return (await count.count()) === 0 ? 0 : Number.parseInt((await count.textContent()) ?? '', 10);
}
