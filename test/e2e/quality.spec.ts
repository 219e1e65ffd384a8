import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { field, logConsultation, saveButton } from './support/logging.ts';
import { beginWork, expertInBulgaria, expertInKorean, goTo, navigation } from './support/person.ts';

test('each finding leads to its field, and is gone once it is mended', async ({ app }) => {
  const { page } = app;
  await beginWork(page, expertInBulgaria);
  await logConsultation(page, {
    date: '2025-01-05',
    expert: 'Park Jun',
    client: { name: 'Sample Agency', type: 'Agency', country: 'Bulgaria' },
    topic: 'Registers',
    field: 'Infrastructure and cloud',
    question: 'Where to begin?',
    advice: 'With the registers.',
    nextAction: 'Send the list',
    due: '2025-01-20',
  });
  const count = page.getByRole('img', { name: '1 finding to mend' });
  await expect(count).toBeVisible();

  await openQuality(page, /^Data quality/);
  const overdue = page.getByRole('region', { name: 'Overdue' });
  await expect(overdue).toContainText('The next action was due on 2025-01-20: Send the list.');
  // The agency has a name in English only: worth a note, and not counted in the navigation.
  await page.getByText('Notes 1', { exact: true }).click();
  await expect(overdue).toBeHidden();
  await expect(page.getByRole('region', { name: 'Translation missing' })).toContainText('Sample Agency');
  await page.getByText('All 2', { exact: true }).click();
  await page.getByRole('combobox', { name: 'Grouped by' }).click();
  await page.getByRole('option', { name: 'By record type' }).click();
  await page.getByRole('region', { name: 'Consultations' }).getByRole('link', { name: 'Registers' }).click();

  const due = field(page, 'Due');
  await expect(due).toBeFocused();
  await due.fill('2100-01-20');
  await saveButton(page).click();
  await expect(count).toBeHidden();
  await openQuality(page, /^Data quality/);
  await expect(overdue).toBeHidden();
  await page.getByRole('link', { name: 'Sample Agency' }).click();
  const agency = page.getByRole('region', { name: 'Sample Agency', exact: true });
  await expect(agency.locator(':focus')).toBeVisible();
});

test('the Korean list of a sample is narrowed by kind and leads to the record', async ({ app }) => {
  const { page } = app;
  await beginWork(page, expertInKorean);
  await goTo(page, '설정');
  await page.getByRole('button', { name: '예시 데이터 추가' }).click();
  await expect(page.getByRole('button', { name: '예시 데이터 삭제' })).toBeVisible();
  await openQuality(page, /^데이터 품질/);
  await page.getByRole('combobox', { name: '유형', exact: true }).click();
  await page.getByRole('option', { name: /^증빙 누락/ }).click();
  const gaps = page.getByRole('region', { name: '증빙 누락' });
  await expect(page.getByRole('main').getByRole('region')).toHaveCount(1);
  await gaps.getByRole('link').first().click();
  await expect(page.getByRole('region').filter({ has: page.getByRole('tab') })).toBeVisible();
});

/** Its entry in the navigation carries the number of findings. */
async function openQuality(page: Page, name: RegExp): Promise<void> {
  await navigation(page).getByRole('link', { name }).click();
}
