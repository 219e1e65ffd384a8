import { expect, test } from './support/app.ts';
import { goTo, mouseEvents, navigation, watchMouse } from './support/person.ts';

test('whoever begins with a sample is shown around by keys alone, can leave, and begin again in Korean', async ({
  app,
}) => {
  const { page } = app;
  await page.getByRole('radio', { name: 'English' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('textbox', { name: 'Your name' }).fill('Kim Minji');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('radio', { name: "Korea-Bulgaria('10)", exact: true }).check();
  await page.getByRole('radio', { name: 'With a small sample and a tour' }).check();
  await page.getByRole('button', { name: 'Start working' }).click();

  const tour = page.getByRole('region', { name: 'Tour' });
  await expect(tour).toContainText('Step 1 of 7');
  await expect(page.getByText(/^Sample data are included for practice\./)).toBeVisible();
  for (const [step, heading] of [
    [2, 'Consultations'],
    [3, /./],
    [4, 'Data quality'],
    [5, /./],
    [6, 'Reports'],
    [7, /./],
  ] as const) {
    await page.keyboard.press('ArrowRight');
    await expect(tour).toContainText(`Step ${step} of 7`);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  }
  await page.keyboard.press('ArrowLeft');
  await expect(tour).toContainText('Step 6 of 7');
  // The tour goes on when the window was closed. Where one is in it is written half a second later.
  await page.waitForTimeout(700);
  const reopened = await app.reopen();
  await expect(reopened.getByRole('region', { name: 'Tour' })).toContainText(/Step [67] of 7/);
  await reopened.getByRole('region', { name: 'Tour' }).getByRole('heading').focus();
  await reopened.keyboard.press('Escape');
  await expect(reopened.getByRole('region', { name: 'Tour' })).toBeHidden();

  await goTo(reopened, 'Settings');
  await reopened.getByRole('radio', { name: '한국어' }).check();
  await reopened.getByRole('button', { name: '둘러보기 시작' }).click();
  const again = reopened.getByRole('region', { name: '둘러보기' });
  await expect(again).toContainText('7단계 중 1단계');
  for (let step = 1; step < 7; step++) await again.getByRole('button', { name: '다음' }).click();
  await again.getByRole('button', { name: '마치기' }).click();
  await expect(again).toBeHidden();
  await expect(navigation(reopened)).toBeVisible();
});

test('the tour needs no mouse', async ({ app }) => {
  const { page } = app;
  await page.getByRole('radio', { name: 'English' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('textbox', { name: 'Your name' }).fill('Lee Seoyeon');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('radio', { name: 'Headquarters', exact: true }).check();
  await page.getByRole('radio', { name: /^With a whole sample programme/ }).check();
  await page.getByRole('button', { name: 'Start working' }).click();
  const tour = page.getByRole('region', { name: 'Tour' });
  await expect(tour).toBeVisible({ timeout: 60_000 });
  await watchMouse(page);
  for (let step = 2; step <= 7; step++) {
    await page.keyboard.press('ArrowRight');
    await expect(tour).toContainText(`Step ${step} of 7`);
    // The entry of the page is framed in the navigation, and no other.
    await expect(navigation(page).locator('[data-tour]')).toHaveAttribute('aria-current', 'page');
  }
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect(tour).toBeHidden();
  expect(await mouseEvents(page)).toBe(0);
});
