import { expect, type Page } from '@playwright/test';
import type { App, SavedDownload } from './appWindow.ts';
import { goTo } from './person.ts';

// Workbooks go from one computer to another as files, as by mail or on a stick.

/** Saves everything as a workbook. */
export async function sendEverything(app: App): Promise<SavedDownload> {
  await goTo(app.page, 'Send');
  return app.saveDownload(() => app.page.getByRole('button', { name: 'Save the workbook…' }).click());
}

/** Chooses workbooks and waits for what they would change. */
export async function receive(app: App, paths: readonly string[]): Promise<void> {
  const { page } = app;
  await goTo(page, 'Receive');
  const again = page.getByRole('button', { name: /^(Start over|Receive more)$/ });
  const choose = page.getByRole('button', { name: 'Choose files…' });
  await again.or(choose).first().waitFor();
  if (await again.isVisible()) await again.click();
  await app.upload(paths, () => choose.click());
  // They are read one after the other.
  const timeout = 10_000 + paths.length * 3_000;
  await expect(page.getByRole('heading', { name: 'What happens' })).toBeVisible({ timeout });
}

/** Takes over what the preview shows. */
export async function takeOver(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Import \d+ records?$/ }).click();
  await expect(page.getByRole('heading', { name: 'Result' })).toBeVisible();
}
