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
  await approve(page);
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
  await approve(page);
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

test('a share in another currency, money received and budgets by category are told side by side', async ({
  app,
}) => {
  const { page } = app;
  await beginWork(page, expertInBulgaria);
  await meet(page, yearDay('01-05'));
  await goTo(page, 'Plan and budget');
  await page
    .getByRole('row', { name: /^Partner country/ })
    .getByRole('link', { name: 'not entered: enter it' })
    .click();
  await page.getByRole('radio', { name: 'Agreed' }).check();
  const share = page.getByRole('group', { name: 'Partner’s budget', exact: true });
  await share.getByRole('textbox').fill('100000000');
  await share.getByLabel('Currency').selectOption('VND');
  await saveButton(page).click();
  await expect(saveButton(page)).toBeDisabled();
  await goTo(page, 'Plan and budget');
  await page.getByRole('link', { name: 'Begin the plan' }).click();
  await saveButton(page).click();
  await expect(saveButton(page)).toBeDisabled();
  await addTarget(page, 'Trainings', '2', '500', 'Equipment');
  const payment = { date: yearDay('01-11'), category: 'Equipment', amount: '5000', currency: 'USD' };
  await spend(page, { ...payment, source: 'Partner country' });

  // Nothing can be compared before the rate of the share is entered, and the page leads there.
  await goTo(page, 'Plan and budget');
  const partner = page.getByRole('row', { name: /^Partner country VND/ });
  await expect(partner).toContainText('USD 5,000.00 apart, no rate');
  await partner.getByRole('link', { name: 'enter its rate' }).click();
  const rate = page.getByLabel(/^Rate of partner’s budget/);
  await rate.fill('25000');
  await page.getByLabel(/^Day of the rate of partner’s budget/).fill(yearDay('01-02'));
  await saveButton(page).click();
  await expect(saveButton(page)).toBeDisabled();
  await goTo(page, 'Plan and budget');
  await expect(partner).toContainText('VND 25,000,000.00 over');

  await page.getByRole('link', { name: 'Add money received' }).click();
  await expect(page.getByRole('radio', { name: 'Received' })).toBeChecked();
  await field(page, 'Date').fill(yearDay('01-05'));
  await field(page, 'Amount').fill('3000');
  await page.getByRole('radio', { name: 'Partner country' }).check();
  await saveButton(page).click();
  await expect(page.getByRole('region', { name: /^Received/ })).toBeVisible();
  await goTo(page, 'Plan and budget');
  await expect(partner).toContainText('VND 75,000,000.00');
  const equipment = page.getByRole('row', { name: /^Equipment/ });
  // A draft sets nothing aside yet.
  await expect(equipment).toBeVisible();
  await expect(equipment).not.toContainText('over');
  await approve(page);
  await expect(equipment).toContainText(/500\.00.*4,500\.00 over.*1000%/);

  await page.getByRole('link', { name: 'Settlement' }).click();
  const account = page.getByRole('row').filter({ hasText: 'Money received, as entered' });
  await expect(account).toContainText(/3,000\.00.*5,000\.00.*-2,000\.00/);
  await expect(page.getByRole('heading', { name: 'Money received' })).toBeVisible();
});

async function approve(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Approve' }).click();
  const dialog = page.getByRole('dialog', { name: 'Approve the plan' });
  await dialog.getByRole('combobox', { name: 'Meeting' }).click();
  await page.getByRole('option', { name: /Cooperation committee/ }).click();
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await expect(dialog).toBeHidden();
}

const yearDay = (day: string): string => `${new Date().getFullYear()}-${day}`;

async function meet(page: Page, date: string): Promise<void> {
  await goTo(page, 'Committee');
  await page.getByRole('main').getByRole('link', { name: 'Add a meeting' }).first().click();
  await page.getByRole('radio', { name: 'Cooperation committee' }).check();
  await field(page, 'Date').fill(date);
  await saveButton(page).click();
  await expect(page.getByRole('region', { name: /Cooperation committee/ })).toBeVisible();
}

async function addTarget(
  page: Page,
  indicator: string,
  target: string,
  budget: string,
  category?: string,
): Promise<void> {
  await goTo(page, 'Plan and budget');
  await page.getByRole('link', { name: 'Add a target' }).click();
  await field(page, 'Indicator').selectOption(indicator);
  await field(page, 'Target').fill(target);
  await field(page, 'Budget').fill(budget);
  if (category !== undefined) await field(page, 'Category').selectOption(category);
  await saveButton(page).click();
  await expect(page.getByRole('region', { name: indicator, exact: true })).toBeVisible();
}

interface Payment {
  readonly date: string;
  readonly category: string;
  readonly amount: string;
  readonly currency: string;
  readonly rate?: string;
  readonly source?: string;
}

async function spend(page: Page, { date, category, amount, currency, rate, source }: Payment): Promise<void> {
  await goTo(page, 'Plan and budget');
  await page.getByRole('link', { name: 'Add an entry' }).click();
  await field(page, 'Date').fill(date);
  await field(page, 'Category').selectOption(category);
  await field(page, 'Amount').fill(amount);
  await page.getByLabel('Currency').selectOption(currency);
  if (source !== undefined) await page.getByRole('radio', { name: source }).check();
  if (rate !== undefined) {
    await field(page, 'Rate').fill(rate);
    await field(page, 'Rate of').fill(date);
  }
  await saveButton(page).click();
  await expect(page.getByRole('region', { name: new RegExp(category) })).toBeVisible();
}
