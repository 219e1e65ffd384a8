import { expect, test } from './support/app.ts';
import { field, saveButton, savedToast } from './support/logging.ts';
import { beginWork, expertInBulgaria, goTo } from './support/person.ts';

test('a center is extended, and a second one in its country is prepared', async ({ app }) => {
  const { page } = app;
  await beginWork(page, expertInBulgaria);
  await goTo(page, 'Life of the center');
  await page.getByRole('link', { name: 'Edit the center' }).click();
  await field(page, 'Status').selectOption({ label: 'Operating' });
  await field(page, 'Operation from').fill('2026-01-01');
  await field(page, 'Operation until').fill('2099-12-31');
  await field(page, 'City').fill('Sofia');
  await saveButton(page).click();
  await expect(savedToast(page)).toBeVisible();

  await goTo(page, 'Life of the center');
  await expect(page.getByText(/days left$/)).toBeVisible();
  const missing = page.getByRole('region', { name: 'Before the next stage: After closure' });
  await expect(missing.getByText('Consulting begun')).toBeVisible();

  await missing.getByRole('button', { name: 'Extend the operation' }).click();
  const dialog = page.getByRole('dialog', { name: 'Extend the operation' });
  await dialog.getByLabel('New last day').fill('2099-06-30');
  await dialog.getByRole('button', { name: 'Extend the operation' }).click();
  await expect(dialog.getByRole('alert')).toHaveText(/must lie after the present one/);
  await dialog.getByLabel('New last day').fill('2100-12-31');
  await dialog.getByLabel('By whom and why').fill('Exchange of letters');
  await dialog.getByRole('button', { name: 'Extend the operation' }).click();
  await expect(page.getByText(/Operation until 31 Dec 2100 · first agreed until 31 Dec 2099/)).toBeVisible();

  await missing.getByRole('link', { name: 'Prepare a further center in this country' }).click();
  await expect(field(page, 'Phase')).toHaveValue('2');
  await expect(field(page, 'City')).toHaveValue('Sofia');
  await expect(field(page, 'Operation until')).toHaveValue('');

  // A closed center counts down no more, whatever end was agreed.
  await goTo(page, 'Life of the center');
  await page.getByRole('link', { name: 'Edit the center' }).click();
  await field(page, 'Status').selectOption({ label: 'Closed' });
  await saveButton(page).click();
  await expect(saveButton(page)).toBeDisabled();
  await goTo(page, 'Life of the center');
  await expect(page.getByRole('region', { name: 'End of operation' })).toHaveText('Operation ended');
});

test('a forum stands where it belongs, in the opening of the center', async ({ app }) => {
  const { page } = app;
  await beginWork(page, expertInBulgaria);
  await goTo(page, 'Life of the center');
  await expect(page.getByText('No forum is logged yet.')).toBeVisible();
  await page.getByRole('link', { name: 'Log a forum' }).click();
  await field(page, 'Title').fill('Cooperation forum 2026');
  await field(page, 'Date').fill('2026-04-02');
  await page.getByRole('textbox', { name: /^Programme/ }).fill('Day 1: opening by both ministers');
  await saveButton(page).click();
  await expect(page.getByRole('region', { name: 'Cooperation forum 2026', exact: true })).toBeVisible();

  await goTo(page, 'Life of the center');
  const forums = page.getByRole('list', { name: 'Cooperation forums' });
  await expect(forums).toContainText('Cooperation forum 2026');
  await expect(forums).toContainText('2 Apr 2026');
});

test('a closing that is done ends the operation before its agreed end', async ({ app }) => {
  const { page } = app;
  await beginWork(page, expertInBulgaria);
  await goTo(page, 'Life of the center');
  await page.getByRole('link', { name: 'Edit the center' }).click();
  await field(page, 'Status').selectOption({ label: 'Operating' });
  await field(page, 'Operation from').fill('2024-01-01');
  await field(page, 'Operation until').fill('2099-12-31');
  await saveButton(page).click();
  await expect(savedToast(page)).toBeVisible();

  await goTo(page, 'Life of the center');
  await page.getByRole('link', { name: 'Add a milestone: Operation' }).click();
  await field(page, 'Milestone').selectOption({ label: 'Closing' });
  await field(page, 'Planned for').fill('2099-12-31');
  await field(page, 'Status').selectOption({ label: 'Postponed' });
  await saveButton(page).click();
  await expect(saveButton(page)).toBeDisabled();
  await goTo(page, 'Life of the center');
  await expect(page.getByText(/days left$/)).toBeVisible();
  const closing = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Closing' }) });
  await expect(closing.last()).toContainText('Postponed');

  await closing.last().getByRole('link', { name: 'Closing' }).click();
  await field(page, 'Status').selectOption({ label: 'Done' });
  await field(page, 'Done on').fill('2026-03-31');
  await saveButton(page).click();
  await expect(saveButton(page)).toBeDisabled();
  await goTo(page, 'Life of the center');
  await expect(page.getByRole('region', { name: 'End of operation' })).toHaveText(
    'Operation endedLast day: 31 Mar 2026 · agreed until 31 Dec 2099',
  );
  await expect(closing.last()).toContainText('no evidence');
  await page.getByRole('link', { name: 'Edit the center' }).click();
  await expect(
    page.getByText(/The closing was done on .*, but the center’s status is “Operating”/),
  ).toBeVisible();
});
