import { expect, test } from './support/app.ts';
import { field, openRecord, saveButton } from './support/logging.ts';
import { beginWork, expertInBulgaria, goTo } from './support/person.ts';

test('a project goes its way, hands over what it promised, and says why it turns back', async ({ app }) => {
  const { page } = app;
  await beginWork(page, expertInBulgaria);
  await goTo(page, 'Projects');
  await page.getByRole('link', { name: 'New project' }).click();
  await field(page, 'Title').fill('Portal pilot');
  await field(page, 'Field').selectOption('Strategy and master plan');
  await field(page, 'Kind').selectOption('Pilot');
  await saveButton(page).click();
  const project = page.getByRole('region', { name: 'Portal pilot', exact: true });
  const progress = project.getByRole('tab', { name: 'Progress' });
  await progress.click();

  // Only what makes sense is offered.
  await expect(project.getByRole('button', { name: /“Done”|“Running”/ })).toHaveCount(0);
  await project.getByRole('button', { name: 'Set to “Approved”' }).click();
  await expect(project.getByText('No decision of the committee is named yet')).toBeVisible();
  await project.getByRole('button', { name: 'Set to “Running”' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('First day of work').fill('2026-02-01');
  await dialog.getByRole('button', { name: 'Set to “Running”' }).click();
  await expect(dialog).toBeHidden();

  await project.getByRole('link', { name: 'Add a deliverable' }).click();
  await field(page, 'Title').fill('Prototype');
  await field(page, 'Due').fill('2026-03-01');
  await saveButton(page).click();
  await expect(page.getByRole('region', { name: 'Prototype', exact: true })).toBeVisible();
  await goTo(page, 'Today');
  await expect(page.getByRole('region', { name: 'Due' })).toContainText('Prototype');

  await openRecord(page, 'Projects', 'Portal pilot');
  await progress.click();
  const deliverables = project.getByRole('list', { name: 'Deliverables' });
  await expect(deliverables).toContainText(/\d+ days overdue/);

  // Back needs a reason, which stays with the project.
  await project.getByRole('button', { name: 'Back to “Approved”' }).click();
  await dialog.getByRole('button', { name: 'Back to “Approved”' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('Say why.');
  await dialog.getByLabel('Why').fill('The data center is not ready.');
  await dialog.getByRole('button', { name: 'Back to “Approved”' }).click();
  await expect(project.getByRole('tabpanel', { name: 'Progress' })).toContainText(
    'Running/진행 중 → Approved/승인: The data center is not ready.',
  );
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(project.getByRole('button', { name: 'Set to “Done”' })).toBeVisible();

  // Done says what is still missing, and asks for the result.
  await project.getByRole('button', { name: 'Set to “Done”' }).click();
  await expect(dialog).toContainText('1 deliverable is not handed over yet.');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await deliverables.getByRole('button', { name: 'Handed over: Prototype' }).click();
  await expect(project.getByText('1 of 1 handed over')).toBeVisible();
  await project.getByRole('button', { name: 'Set to “Done”' }).click();
  await dialog.getByLabel('Last day of work').fill('2026-06-30');
  await dialog.getByRole('button', { name: 'Set to “Done”' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('Say what the project brought.');
  await dialog.getByLabel('What changed because of it').fill('Permits are asked for online.');
  await dialog.getByRole('button', { name: 'Set to “Done”' }).click();
  await expect(project.getByRole('button', { name: 'Back to “Running”' })).toBeVisible();
  await project.getByRole('tab', { name: 'Details' }).click();
  await expect(field(project, 'End')).toHaveValue('2026-06-30');
  await expect(field(project, 'Result')).toHaveValue('Permits are asked for online.');
});
