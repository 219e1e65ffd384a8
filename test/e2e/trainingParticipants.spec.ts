import { expect, test } from './support/app.ts';
import { logTraining } from './support/logging.ts';
import { beginWork, expertInBulgaria } from './support/person.ts';

test('a list of participants is pasted, looked through, entered, ticked and undone', async ({ app }) => {
  const { page } = app;
  await beginWork(page, expertInBulgaria);
  await logTraining(page, {
    title: 'Digital service design',
    start: '2026-03-02',
    end: '2026-03-06',
    women: 9,
    men: 9,
  });
  const training = page.getByRole('region', { name: 'Digital service design', exact: true });
  await training.getByRole('tab', { name: 'Participants' }).click();
  await training.getByRole('button', { name: 'Paste a list from Excel' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste a list of participants' });
  const rows = [
    ['No', 'Full name', 'Affiliation', 'F/M', 'Certificate'],
    ['1', 'Nora Sample', 'Unknown House', 'F', 'yes'],
    ['2', 'Ivan Sample', '', 'M', ''],
    ['3', 'Petya Sample', '', 'girl', ''],
  ];
  await dialog.getByLabel('The copied cells').fill(rows.map((row) => row.join('\t')).join('\n'));
  await expect(dialog.getByRole('status')).toHaveText('2 new, 0 known, 0 in the list already, 1 not read');
  await expect(dialog.getByRole('row', { name: /Petya/ })).toContainText('“girl” is no gender.');
  await dialog.getByRole('button', { name: 'Enter 2 lines' }).click();
  await expect(dialog).toBeHidden();

  const list = training.getByRole('list', { name: 'Participants' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(list).toContainText('Organization: Unknown House');
  await training.getByRole('checkbox', { name: 'Completed: Ivan Sample' }).click();
  await expect(training.getByText('2 participants · 2 completed')).toBeVisible();

  await expect(training.getByText(/women 1, men 1\. The training says: women 9, men 9/)).toBeVisible();
  await training.getByRole('button', { name: 'Take over into the training' }).click();
  await expect(training.getByText(/The training says the same/)).toBeVisible();

  // Three steps back: attendance, tick, and the whole list at once with its new people.
  await page.keyboard.press('Control+z');
  await expect(training.getByText(/The training says: women 9, men 9/)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(training.getByText('2 participants · 1 completed')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(training.getByText('Nobody is entered for this training yet.')).toBeVisible();
});
