import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { receive, sendEverything, takeOver } from './support/exchange.ts';
import { logConsultation } from './support/logging.ts';
import { beginWork, expertInBulgaria, goTo } from './support/person.ts';

const advice = (topic: string, due: string, expert = 'Park Jun') => ({
  date: '2025-01-05',
  expert,
  client: { name: 'Sample Agency', type: 'Agency', country: 'Bulgaria' },
  topic,
  field: 'Infrastructure and cloud',
  question: 'Where to begin?',
  advice: 'With the registers.',
  nextAction: `Send the list of ${topic}`,
  due,
});

test('the first page follows the role: one’s own follow-ups, then what the center answers for', async ({
  app,
}) => {
  const { page } = app;
  await beginWork(page, expertInBulgaria);
  await logConsultation(page, advice('registers', '2025-02-01'));
  await logConsultation(page, advice('portals', '2025-03-01', 'Choi Hana'));
  await rename(page, 'Choi Hana');

  // An expert sees what is hers to do first, whoever entered it, and everybody's when asked.
  await goTo(page, 'Today');
  const due = page.getByRole('region', { name: 'Due', exact: true });
  await expect(due).toContainText('Send the list of portals');
  await expect(due).not.toContainText('Send the list of registers');
  await due.getByText(/^Of the center/).click();
  await expect(due).toContainText('Send the list of registers');
  await expect(page.getByRole('region', { name: 'Budget' })).toBeHidden();

  await goTo(page, 'Settings');
  await page.getByRole('radio', { name: 'Head of center' }).check();
  await goTo(page, 'Today');
  for (const name of ['Reports due', 'Decisions to carry out', 'Budget', 'Evidence', 'Data quality'])
    await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
  await expect(due).toContainText('Send the list of registers');
  const plan = page.getByRole('region', { name: /^Plan and actual/ });
  await expect(plan.getByRole('link', { name: 'Add a plan' })).toBeVisible();
});

test('headquarters sees which center sent a workbook, and what is late once operation is known', async ({
  app: office,
  anotherApp,
}) => {
  test.setTimeout(120_000);
  const center = await anotherApp('center');
  await beginWork(center.page, expertInBulgaria);
  await logConsultation(center.page, advice('registers', '2025-02-01'));
  const sent = await sendEverything(center);

  const { page } = office;
  await beginWork(page, { language: 'en', name: 'Lee Seoyeon', workspace: 'Headquarters' });
  const row = page.getByRole('row').filter({ hasText: "Korea-Bulgaria('10)" });
  await expect(row).toContainText('none yet');
  await receive(office, [sent.path]);
  await takeOver(page);
  await goTo(page, 'Today');
  await expect(row).not.toContainText('none yet');
  // No operating period, no late report.
  await expect(page.getByRole('region', { name: 'Reports that wait or are late' })).toContainText(
    'No report waits to be read, and none is late.',
  );
  await row.getByRole('link').click();
  await page.getByLabel('Operation from').fill('2024-01-01');
  await page.getByLabel('Operation from').press('Control+Enter');
  await goTo(page, 'Today');
  await expect(page.getByRole('region', { name: 'Reports that wait or are late' })).toContainText('overdue');
});

async function rename(page: Page, name: string): Promise<void> {
  await goTo(page, 'Settings');
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
}
