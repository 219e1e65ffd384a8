import type { Page } from '@playwright/test';
import { readWorkbook } from '../../shared/workbook/read/readWorkbook.ts';
import { expect, test } from './support/app.ts';
import { field, logTraining, saveButton } from './support/logging.ts';
import { beginWork, expertInBulgaria, goTo } from './support/person.ts';

test('a plan is approved by a meeting, compared with what was done, and revised in a new version', async ({
  app,
}) => {
  const { page } = app;
  await beginWork(page, expertInBulgaria);
  await logTraining(page, {
    title: 'Cloud basics',
    start: yearDay('01-12'),
    end: yearDay('01-16'),
    women: 9,
    men: 11,
  });
  await meet(page, yearDay('01-05'));

  await goTo(page, 'Plan and budget');
  await page.getByRole('link', { name: 'Begin the plan' }).click();
  await saveButton(page).click();
  await addTarget(page, 'Trainings', '2', '500');

  await goTo(page, 'Plan and budget');
  const row = page.getByRole('row').filter({ hasText: 'Trainings' });
  await expect(row).toContainText('50%');
  await page.getByRole('button', { name: 'Approve' }).click();
  const dialog = page.getByRole('dialog', { name: 'Approve the plan' });
  await dialog.getByRole('combobox', { name: 'Meeting' }).click();
  await page.getByRole('option', { name: /Cooperation committee/ }).click();
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Changed only by a new version.')).toBeVisible();

  // The number opens the training behind it.
  await row.getByRole('button', { name: /Trainings, .*: open the 1 record behind it/ }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Cloud basics' })).toHaveCount(1);

  // What was approved can be read and not changed.
  await goTo(page, 'Plan and budget');
  await row.getByRole('link', { name: 'Trainings' }).click();
  await expect(page.getByText(/A meeting approved this plan/)).toBeVisible();
  await expect(
    page
      .locator('[inert]')
      .getByLabel(/^Target/)
      .first(),
  ).toBeAttached();
  await expect(page.getByRole('button', { name: 'Delete' })).toHaveCount(0);

  await goTo(page, 'Plan and budget');
  await page.getByRole('button', { name: 'New version' }).click();
  await expect(page.getByRole('link', { name: 'Plan, version 2' })).toBeVisible();
  await expect(row).toContainText('50%');
  await page.getByRole('button', { name: 'Approve' }).click();
  await dialog.getByRole('combobox', { name: 'Meeting' }).click();
  await page.getByRole('option', { name: /Cooperation committee/ }).click();
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('combobox', { name: 'Version of the plan' }).click();
  await expect(page.getByRole('option')).toHaveText([
    'Version 2: Approved',
    'Version 1: Replaced by a later version',
  ]);
});

test('money in several currencies is settled by its rates, and overspending is told', async ({ app }) => {
  const { page } = app;
  await beginWork(page, expertInBulgaria);
  await goTo(page, 'Plan and budget');
  await page
    .getByRole('row', { name: /^Korea/ })
    .getByRole('link', { name: 'not entered: enter it' })
    .click();
  await field(page, 'Korea’s budget').fill('1000');
  await page.getByRole('radio', { name: 'To be discussed' }).check();
  await saveButton(page).click();
  await expect(saveButton(page)).toBeDisabled();

  await spend(page, {
    date: yearDay('01-10'),
    category: 'Travel',
    amount: '690000',
    currency: 'KRW',
    rate: '1380',
  });
  await spend(page, { date: yearDay('01-11'), category: 'Equipment', amount: '600.10', currency: 'USD' });

  await goTo(page, 'Plan and budget');
  const korea = page.getByRole('row', { name: /^Korea USD 1,000.00/ });
  await expect(korea).toContainText('USD 1,100.10');
  await expect(korea).toContainText('USD 100.10 over');
  await expect(page.getByRole('row', { name: /^Partner country/ }).first()).toContainText('to be discussed');

  await page.getByRole('link', { name: 'Settlement' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'KRW 690,000.00' })).toContainText('500.00');
  await expect(page.getByRole('row').filter({ hasText: 'Agreed contribution' })).toContainText('-100.10');
  const saved = await app.saveDownload(() => page.getByRole('button', { name: 'Save as Excel' }).click());
  const read = await readWorkbook(saved.bytes, saved.name);
  if (!read.ok) throw new Error(read.error.code);
  const rows = read.value.sheets[0]?.rows ?? [];
  expect(rows.find((row) => row[3] === 'Korea')?.slice(5)).toEqual([1000, 0, 1100.1, -100.1]);
});

const yearDay = (day: string): string => `${new Date().getFullYear()}-${day}`;

async function meet(page: Page, date: string): Promise<void> {
  await goTo(page, 'Committee');
  await page.getByRole('main').getByRole('link', { name: 'Add a meeting' }).first().click();
  await page.getByRole('radio', { name: 'Cooperation committee' }).check();
  await field(page, 'Date').fill(date);
  await saveButton(page).click();
  await expect(page.getByRole('region', { name: /Cooperation committee/ })).toBeVisible();
}

async function addTarget(page: Page, indicator: string, target: string, budget: string): Promise<void> {
  await goTo(page, 'Plan and budget');
  await page.getByRole('link', { name: 'Add a target' }).click();
  await field(page, 'Indicator').selectOption(indicator);
  await field(page, 'Target').fill(target);
  await field(page, 'Budget').fill(budget);
  await saveButton(page).click();
  await expect(page.getByRole('region', { name: indicator, exact: true })).toBeVisible();
}

interface Payment {
  readonly date: string;
  readonly category: string;
  readonly amount: string;
  readonly currency: string;
  readonly rate?: string;
}

async function spend(page: Page, { date, category, amount, currency, rate }: Payment): Promise<void> {
  await goTo(page, 'Plan and budget');
  await page.getByRole('link', { name: 'Add an entry' }).click();
  await field(page, 'Date').fill(date);
  await field(page, 'Category').selectOption(category);
  await field(page, 'Amount').fill(amount);
  await page.getByLabel('Currency').selectOption(currency);
  if (rate !== undefined) {
    await field(page, 'Rate').fill(rate);
    await field(page, 'Rate of').fill(date);
  }
  await saveButton(page).click();
  await expect(page.getByRole('region', { name: new RegExp(category) })).toBeVisible();
}
