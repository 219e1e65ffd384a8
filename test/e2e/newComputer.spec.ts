import type { Page } from '@playwright/test';
import { type App, expect, test } from './support/app.ts';
import { first, setUp, unlock, words } from './support/locking.ts';
import { field, saveButton } from './support/logging.ts';
import { goTo, navigation } from './support/person.ts';

// A laptop is lost, and a copy of its backup makes another one the same: its center is one that no list has.

const slow = { timeout: 60_000 };
const forum = 'Andes e-government forum';

/** A center of today: it is not on the list, and has an id of its own on each computer that describes it. */
async function beginInEcuador(page: Page, encrypts = false): Promise<void> {
  await page.getByRole('radio', { name: 'English' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('textbox', { name: 'Your name' }).fill('Kim Minji');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('radio', { name: 'A center that is not listed' }).check();
  await page.getByRole('combobox', { name: 'Partner country' }).fill('Ecuador');
  await page.getByRole('option', { name: 'Ecuador', exact: true }).click();
  await page.getByRole('textbox', { name: 'Opening year' }).fill('2025');
  if (encrypts) await page.getByRole('checkbox', { name: words.en.encrypts }).check();
  await page.getByRole('button', { name: 'Start working' }).click();
}

async function logForum(page: Page): Promise<void> {
  await goTo(page, 'Events');
  await page
    .getByRole('link', { name: /^New:? event$/i })
    .first()
    .click();
  await field(page, 'Title').fill(forum);
  await page.getByLabel('Kind').first().selectOption({ index: 1 });
  await saveButton(page, 'en').click();
  await expect(page.getByRole('tab', { name: 'Evidence' })).toBeVisible();
}

async function copyOfBackup(app: App): Promise<string> {
  const { page } = app;
  await goTo(page, 'Settings');
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByText('Backed up and read back.')).toBeVisible();
  const copy = await app.saveDownload(() =>
    page
      .getByRole('button', { name: /^Save a copy of the backup/ })
      .first()
      .click(),
  );
  return copy.path;
}

test('a restored laptop works for the center of the backup, and sends its records', async ({
  app,
  anotherApp,
}) => {
  test.setTimeout(180_000);
  await beginInEcuador(app.page);
  await expect(navigation(app.page)).toBeVisible();
  await logForum(app.page);
  const path = await copyOfBackup(app);

  // Whoever answered the questions first has invented a center, which the restore takes away.
  const other = await anotherApp('second');
  const { page } = other;
  await beginInEcuador(page);
  await goTo(page, 'Settings');
  await other.upload([path], () => page.getByRole('button', { name: 'Restore from a file…' }).click());
  await page.getByRole('button', { name: 'Restore this backup' }).click();
  await expect(
    page.getByText(/^This computer now works for Korea-Ecuador\('25\), the only center/),
  ).toBeVisible(slow);
  await expect(page.getByRole('complementary').getByText("Korea-Ecuador('25)").first()).toBeVisible();
  await goTo(page, 'Send');
  await expect(page.getByText(/eGCC_EC25_everything\.xlsx/)).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Event' }).first()).toContainText('1');
  await goTo(page, 'Events');
  await expect(page.getByRole('row').filter({ hasText: forum })).toBeVisible();
});

test('a new laptop restores an encrypted backup at its first start, in Korean', async ({
  app,
  anotherApp,
}) => {
  test.setTimeout(300_000);
  await beginInEcuador(app.page, true);
  await setUp(app.page, 'en');
  await unlock(app.page, 'en', first);
  await logForum(app.page);
  const path = await copyOfBackup(app);

  const other = await anotherApp('second');
  const { page } = other;
  await page.getByRole('radio', { name: '한국어' }).check();
  await page.getByRole('button', { name: '백업에서 복원…' }).click();
  await page.getByRole('textbox', { name: '이름' }).fill('이서연');
  await other.upload([path], () => page.getByRole('button', { name: '백업 파일 선택…' }).click());
  const dialog = page.getByRole('dialog', { name: '백업 복원' });
  await dialog.locator('input').fill(first);
  await dialog.locator('input').press('Enter');
  await dialog.getByRole('button', { name: '이 백업으로 복원' }).click(slow);
  // What lay encrypted is not left in plain text without a question.
  const encrypt = page.getByRole('dialog', { name: '이 컴퓨터의 데이터 암호화' });
  await expect(encrypt).toBeVisible(slow);
  await encrypt.getByRole('button', { name: '취소' }).click();
  await expect(page.getByRole('complementary').getByText("한-에콰도르('25)").first()).toBeVisible();
  await goTo(page, '행사');
  await expect(page.getByRole('row').filter({ hasText: forum })).toBeVisible();
  const again = await other.reopen();
  await expect(again.getByRole('complementary').getByText("한-에콰도르('25)").first()).toBeVisible();
});
