import type { Page } from '@playwright/test';
import { readWorkbook } from '../../shared/workbook/read/readWorkbook.ts';
import { sheetOf } from '../support/e2eWorkbooks.ts';
import { expect, test } from './support/app.ts';
import { field, logConsultation, logTraining, saveButton } from './support/logging.ts';
import {
  beginWork,
  expectHistory,
  expertInBulgaria,
  goTo,
  historyWith,
  publishedHistory,
} from './support/person.ts';

const bulgaria = "Korea-Bulgaria('10)";

test('the history table equals the published figures and grows by what is logged', async ({ app }) => {
  const { page } = app;
  await beginWork(page, expertInBulgaria);
  await expectHistory(page, publishedHistory);
  await expect(
    page.getByText('The table equals the figures on the programme’s page (76 / 109 / 117).'),
  ).toBeVisible();

  await logConsultation(page, {
    date: '2025-04-07',
    expert: 'Kim Minji',
    client: { name: 'Ministry of e-Governance', type: 'Ministry', country: 'Bulgaria' },
    topic: 'Cloud policy',
    field: 'Infrastructure and cloud',
    question: 'Which data may leave the country?',
    advice: 'Classify data first.',
  });
  await expectHistory(page, historyWith([bulgaria, 10, 6, 12], ['Total', 76, 110, 117]));

  await logTraining(page, {
    title: 'Cloud basics',
    start: '2025-05-12',
    end: '2025-05-16',
    women: 9,
    men: 11,
  });
  await expectHistory(page, historyWith([bulgaria, 10, 6, 13], ['Total', 76, 110, 118]));

  await logEvent(page, 'Digital Government Forum', '2025-06-03');
  await expectHistory(page, historyWith([bulgaria, 10, 6, 14], ['Total', 76, 110, 119]));

  // A proposed project is no figure yet; from running on it is.
  await proposeProject(page, 'National cloud master plan');
  await expectHistory(page, historyWith([bulgaria, 10, 6, 14], ['Total', 76, 110, 119]));
  await goTo(page, 'Projects');
  await page.getByRole('row').filter({ hasText: 'National cloud master plan' }).click();
  await field(page, 'Status').selectOption('Running');
  await saveButton(page).click();
  await expect(saveButton(page)).toBeDisabled();
  await expectHistory(page, historyWith([bulgaria, 11, 6, 14], ['Total', 77, 110, 119]));
});

test('a number opens the published figure with its source and the records behind it', async ({ app }) => {
  const { page } = app;
  await beginWork(page, expertInBulgaria);
  await logConsultation(page, {
    date: '2025-04-07',
    expert: 'Kim Minji',
    client: { name: 'Ministry of e-Governance', type: 'Ministry', country: 'Bulgaria' },
    topic: 'Cloud policy',
    field: 'Infrastructure and cloud',
    question: 'Which data may leave the country?',
    advice: 'Classify data first.',
  });
  await goTo(page, 'History');
  await page.getByRole('button', { name: `${bulgaria}, Consulting: 6 (5 published, 1 recorded)` }).click();
  const behind = page.getByRole('complementary', { name: 'Behind the number' });
  await expect(behind).toContainText('Published figures 5');
  await expect(behind).toContainText('Source: eGCC programme page, “History of eGCC” (published figures)');
  await expect(behind).toContainText('Recorded 1');
  await behind.getByRole('button', { name: 'Consultations: Open the list (1)' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Cloud policy' })).toHaveCount(1);
  await goTo(page, 'History');
  await page.getByRole('button', { name: `${bulgaria}, Consulting: 6` }).click();
  await behind.getByRole('link', { name: 'Cloud policy' }).click();
  await expect(page.getByRole('region', { name: 'Cloud policy', exact: true })).toBeVisible();
});

test('the table is saved as a workbook and as a picture', async ({ app }) => {
  const { page } = app;
  await beginWork(page, expertInBulgaria);
  await goTo(page, 'History');
  const save = (what: string) =>
    app.saveDownload(async () => {
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByRole('menuitem', { name: what }).click();
    });
  const workbook = await save('Excel workbook');
  const read = await readWorkbook(workbook.bytes, workbook.name);
  if (!read.ok) throw new Error(read.error.code);
  const { rows } = sheetOf(read.value, 'History of eGCC');
  const total = rows.find((cells) => cells.includes('Total')) ?? [];
  expect(total.filter((cell) => typeof cell === 'number')).toEqual([76, 76, 0, 109, 109, 0, 117, 117, 0]);
  expect(rows.flat().some((cell) => typeof cell === 'string' && cell.startsWith('Source: '))).toBe(true);

  const picture = await save('Picture (PNG)');
  expect(picture.name).toMatch(/^History of eGCC \d{4}-\d\d-\d\d\.png$/);
  expect([...picture.bytes.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
  // Twice the 720 pixels of the table and its margins.
  expect(Buffer.from(picture.bytes).readUInt32BE(16)).toBe(2 * (720 + 48));
});

async function logEvent(page: Page, title: string, date: string): Promise<void> {
  await goTo(page, 'Events');
  await page.getByRole('link', { name: /^New:? event$/i }).click();
  await field(page, 'Title').fill(title);
  await field(page, 'Date').fill(date);
  await saveButton(page).click();
  await expect(page.getByRole('region', { name: title, exact: true })).toBeVisible();
}

async function proposeProject(page: Page, title: string): Promise<void> {
  await goTo(page, 'Projects');
  await page.getByRole('link', { name: /^New:? project$/i }).click();
  await field(page, 'Title').fill(title);
  await field(page, 'Field').selectOption('Strategy and master plan');
  await field(page, 'Kind').selectOption('Master plan');
  await saveButton(page).click();
  await expect(page.getByRole('region', { name: title, exact: true })).toBeVisible();
}
