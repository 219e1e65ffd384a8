import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './support/app.ts';
import { expectLocked, setUp, words } from './support/locking.ts';
import { beginWork, expertInBulgaria, goTo } from './support/person.ts';

test('a laptop that lost its key file and every copy of it begins anew', async ({ app }) => {
  test.setTimeout(240_000);
  const { page } = app;
  await beginWork(page, expertInBulgaria);
  await goTo(page, 'Settings');
  await page.getByRole('button', { name: words.en.setUp }).click();
  await setUp(page, 'en');
  await expectLocked(page, 'en');
  const data = join(app.dataFolder, 'data');
  for (const name of readdirSync(data).filter((one) => one.startsWith('key.') || one === 'snapshots')) {
    rmSync(join(data, name), { recursive: true });
  }
  const lost = await app.reopen();
  await expect(lost.getByText(/^The key file of this computer is gone/)).toBeVisible();
  await lost.getByRole('button', { name: 'Begin anew without these data…' }).click();
  const dialog = lost.getByRole('dialog');
  await dialog.getByRole('textbox').fill('begin anew');
  await dialog.getByRole('button', { name: 'Set aside and begin anew' }).click();
  await expect(dialog.getByText(/^The earlier data lie in .*set-aside/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Start Fieldbook anew' }).click();
  await beginWork(lost, expertInBulgaria);
  const [aside = ''] = readdirSync(join(app.dataFolder, 'set-aside'));
  expect(readdirSync(join(app.dataFolder, 'set-aside', aside))).toContain('journal.fbj');
});
