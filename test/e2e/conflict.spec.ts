import { type App, expect, test } from './support/app.ts';
import { receive, sendEverything, takeOver } from './support/exchange.ts';
import { field, logConsultation, openRecord, saveButton } from './support/logging.ts';
import { beginWork, goTo } from './support/person.ts';

// A center and headquarters write the same line of one record, each without seeing the other's.

test('what two people wrote apart is kept on both sides until one of them decides, and the decision travels', async ({
  app: center,
  anotherApp,
}) => {
  test.setTimeout(120_000);
  const headquarters = await anotherApp('headquarters');
  await beginWork(center.page, { language: 'en', name: 'Kim Minji', workspace: "Korea-Bulgaria('10)" });
  await logConsultation(center.page, {
    date: '2025-04-07',
    expert: 'Kim Minji',
    client: { name: 'Agency of Examples', type: 'Agency', country: 'Bulgaria' },
    topic: 'Cloud policy',
    field: 'Strategy and master plan',
    question: 'How do other countries do it?',
    advice: 'Start with a law.',
  });
  await beginWork(headquarters.page, { language: 'en', name: 'Lee Seoyeon', workspace: 'Headquarters' });
  await receive(headquarters, [(await sendEverything(center)).path]);
  await takeOver(headquarters.page);

  await retitle(center, 'Cloud policy', 'Cloud policy of the center');
  await retitle(headquarters, 'Cloud policy', 'Cloud policy, second round');
  await receive(headquarters, [(await sendEverything(center)).path]);
  await expect(headquarters.page.getByText('Cloud policy of the center').first()).toBeVisible();
  await takeOver(headquarters.page);

  const { page } = headquarters;
  // The entry counts what waits for a decision.
  await page
    .getByRole('link', { name: /^Conflicts.*1/ })
    .first()
    .click();
  await expect(page.getByText('Cloud policy of the center').first()).toBeVisible();
  await expect(page.getByText('Cloud policy, second round').first()).toBeVisible();
  await page.getByRole('button', { name: 'Take this one' }).click();
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByText('Nothing to decide')).toBeVisible();
  await openRecord(page, 'Consultations', 'Cloud policy of the center');

  await receive(center, [(await sendEverything(headquarters)).path]);
  await goTo(center.page, 'Conflicts');
  await expect(center.page.getByText('Nothing to decide')).toBeVisible();
  await openRecord(center.page, 'Consultations', 'Cloud policy of the center');
});

async function retitle({ page }: App, from: string, to: string): Promise<void> {
  await openRecord(page, 'Consultations', from);
  await field(page, 'Topic').fill(to);
  await saveButton(page).click();
  await expect(saveButton(page)).toBeDisabled();
}
