import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { field, saveButton } from './support/logging.ts';
import { beginWork, expertInBulgaria, goTo } from './support/person.ts';

test('a follow-up moves from the idea to the contract, with its value and what it grew out of', async ({
  app,
}) => {
  const { page } = app;
  await beginWork(page, expertInBulgaria);
  await goTo(page, 'Projects');
  await page.getByRole('link', { name: 'New project' }).click();
  await field(page, 'Title').fill('Portal pilot');
  await field(page, 'Field').selectOption('Strategy and master plan');
  await field(page, 'Kind').selectOption('Pilot');
  await saveButton(page).click();
  await expect(page.getByRole('region', { name: 'Portal pilot', exact: true })).toBeVisible();

  await goTo(page, 'Follow-ups and outcomes');
  await page.getByRole('link', { name: 'Add a follow-up' }).click();
  await field(page, 'Title').fill('National portal');
  await field(page, 'Type').selectOption('KOICA grant');
  await saveButton(page).click();
  await expect(page.getByText(/Nothing says what the follow-up grew out of/).first()).toBeVisible();
  await field(page, 'From projects').fill('Portal');
  await page
    .getByRole('option', { name: /Portal pilot/ })
    .filter({ visible: true })
    .click();
  await saveButton(page).click();
  await expect(page.getByRole('region', { name: /^National portal/ })).toBeVisible();

  await goTo(page, 'Follow-ups and outcomes');
  const column = (stage: string) => page.getByRole('list', { name: stage, exact: true });
  await expect(column('Idea').getByRole('link', { name: 'Portal pilot' })).toBeVisible();
  for (const stage of ['Concept paper', 'Feasibility study', 'Approved']) {
    await page.getByRole('button', { name: new RegExp(`^To the stage ${stage}: National portal`) }).focus();
    await page.keyboard.press('Enter');
    await expect(column(stage).getByRole('link', { name: /^National portal/ })).toBeVisible();
  }

  // A contract has a value: the move is refused and leads to the form.
  await page.getByRole('button', { name: /^To the stage Contracted/ }).click();
  const refusal = page.getByRole('alert').filter({ hasText: 'A contract has a value.' });
  await expect(refusal).toBeVisible();
  await expect(column('Approved').getByRole('link', { name: /^National portal/ })).toBeVisible();
  await refusal.getByRole('button', { name: 'Open it' }).click();
  await page
    .getByRole('textbox', { name: /^Value/ })
    .first()
    .fill('2500000');
  await saveButton(page).click();
  await expect(saveButton(page)).toBeDisabled();

  // In the table the stage is chosen from a list.
  await goTo(page, 'Follow-ups and outcomes');
  await page.getByText('Table', { exact: true }).click();
  await page.getByRole('combobox', { name: /^Stage of National portal/ }).selectOption('Contracted');
  await expect(page.getByText(/^National portal.*: now Contracted$/)).toBeVisible();
  const sums = page.getByRole('table', { name: 'Values by type and currency' });
  await expect(sums.getByRole('row', { name: /^KOICA grant/ })).toContainText('2,500,000');
  await sums.getByRole('button', { name: 'Total, USD: open the 1 follow-up' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'National portal' })).toHaveCount(1);
});

test('a rank is drawn with the first place on top, beside its table', async ({ app }) => {
  const { page } = app;
  await beginWork(page, expertInBulgaria);
  for (const [year, value] of [
    ['2020', '44'],
    ['2022', '52'],
    ['2024', '21'],
  ] as const) {
    await addRank(page, year, value);
  }
  await goTo(page, 'Follow-ups and outcomes');
  const chart = page.getByRole('img', { name: 'EGDI rank, Bulgaria: 44 in 2020, 21 in 2024' });
  await expect(chart).toBeVisible();
  const heights = await chart
    .locator('circle')
    .evaluateAll((points) => points.map((point) => Number(point.getAttribute('cy'))));
  const [first = 0, second = 0, third = 0] = heights;
  expect(third).toBeLessThan(first);
  expect(second).toBeGreaterThan(first);
  await expect(page.getByRole('table', { name: 'Bulgaria · EGDI rank' }).getByRole('row')).toHaveCount(4);
});

async function addRank(page: Page, year: string, value: string): Promise<void> {
  await goTo(page, 'Follow-ups and outcomes');
  await page.getByRole('link', { name: 'Add a figure' }).click();
  await field(page, 'Name').fill('EGDI rank');
  await field(page, 'Year').fill(year);
  await field(page, 'Value').fill(value);
  await field(page, 'Country').fill('Bulgaria');
  await page
    .getByRole('option', { name: /Bulgaria/ })
    .filter({ visible: true })
    .first()
    .click();
  await page.getByRole('textbox', { name: /^Source/ }).fill('Example survey');
  await saveButton(page).click();
  await expect(page.getByRole('region', { name: `EGDI rank · Bulgaria · ${year}` })).toBeVisible();
}
