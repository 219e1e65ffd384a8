import { expect, test } from './support/app.ts';
import { field, saveButton } from './support/logging.ts';
import { beginWork, expertInBulgaria, goTo } from './support/person.ts';

test('a meeting, its decision, the project that follows, and the minutes on paper', async ({ app }) => {
  const { page } = app;
  await beginWork(page, expertInBulgaria);
  await goTo(page, 'Committee');
  await page.getByRole('link', { name: 'Add a meeting' }).click();
  await field(page, 'Number').fill('1');
  await field(page, 'Date').fill('2026-03-10');
  await page.getByRole('textbox', { name: /^Agenda/ }).fill('Portal of services');
  await page.getByRole('textbox', { name: /^Minutes/ }).fill('Both sides agreed.');
  await saveButton(page).click();
  const meeting = page.getByRole('region', { name: 'Cooperation committee 1 · 2026-03-10' });
  await meeting.getByRole('tab', { name: 'Decisions' }).click();
  await meeting.getByRole('link', { name: /^Add a decision/ }).click();

  // The meeting is filled in already, also after a reload of the window.
  await page.reload();
  await page.getByRole('textbox', { name: /^Decision/ }).fill('Begin a pilot of the portal.');
  await field(page, 'Due').fill('2026-04-01');
  await saveButton(page).click();
  await expect(page.getByRole('region', { name: 'Begin a pilot of the portal.' })).toBeVisible();

  await goTo(page, 'Committee');
  const open = page.getByRole('region', { name: 'Open decisions' });
  await expect(open).toContainText('1 open, 1 overdue');
  await open.getByRole('link', { name: /^Start a project/ }).click();
  await field(page, 'Title').fill('Portal pilot');
  await field(page, 'Field').selectOption({ index: 1 });
  await field(page, 'Kind').selectOption({ index: 1 });
  await saveButton(page).click();
  const project = page.getByRole('region', { name: 'Portal pilot', exact: true });
  await expect(project.getByText('Begin a pilot of the portal.')).toBeVisible();

  await goTo(page, 'Today');
  await expect(page.getByRole('region', { name: 'Due' })).toContainText('Begin a pilot of the portal.');

  await goTo(page, 'Committee');
  await open.getByRole('button', { name: /^Mark as done/ }).click();
  await expect(open).toContainText('Every decision is carried out.');
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(open).toContainText('1 open, 1 overdue');

  await page.getByRole('link', { name: /^Minutes/ }).click();
  const paper = page.getByRole('article', { name: 'Minutes / 회의록' });
  await expect(paper).toContainText("Korea-Bulgaria('10) / 한-불가리아('10)");
  await expect(paper).toContainText('Both sides agreed.');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Print or save as PDF' })).toBeHidden();
  await expect(paper).toBeVisible();
});
