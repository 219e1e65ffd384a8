import { expect, test } from './support/app.ts';
import {
  beginWork,
  expectHistory,
  goTo,
  type HistoryRow,
  mouseEvents,
  navigation,
  publishedHistory,
  watchMouse,
} from './support/person.ts';

// A first start, with the keyboard alone: no mouse event may be needed, so none is ever sent.

const koreanHistory: readonly HistoryRow[] = [
  ["한-불가리아('10)", 10, 5, 12],
  ["한-베트남('11)", 26, 13, 18],
  ["한-우즈베키스탄('13)", 14, 27, 32],
  ["한-인도네시아('16)", 12, 21, 24],
  ["한-페루('17)", 6, 28, 19],
  ["한-케냐('17)", 8, 15, 12],
  ['합계', 76, 109, 117],
];

test('an expert in Bulgaria starts in English without a mouse', async ({ app }) => {
  const { page } = app;
  await watchMouse(page);
  await expect(page.getByRole('radio', { name: 'English' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Who are you?' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Your name' })).toBeFocused();
  // Going on without a name is answered beside the field.
  await page.keyboard.press('Enter');
  await expect(
    page.getByText('Enter your name, so that colleagues can see who wrote an entry.'),
  ).toBeVisible();
  await page.getByRole('textbox', { name: 'Your name' }).focus();
  await page.keyboard.type('Kim Minji');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: 'Expert' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: "Korea-Bulgaria('10)" })).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(navigation(page)).toBeVisible();
  await expect(page.getByRole('complementary')).toContainText("Korea-Bulgaria('10)");
  expect(await mouseEvents(page)).toBe(0);
  await expectHistory(page, publishedHistory);
});

test('a programme officer starts at headquarters in Korean without a mouse', async ({ app }) => {
  const { page } = app;
  await watchMouse(page);
  await expect(page.getByRole('radio', { name: 'English' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: '한국어' })).toBeChecked();
  await expect(page.getByRole('heading', { name: 'eGCC Fieldbook을 시작합니다' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: '이름' })).toBeFocused();
  await page.keyboard.insertText('이서연');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('radio', { name: '사업 담당자' })).toBeChecked();
  await page.keyboard.press('Enter');
  // The last of the choices is one key before the first.
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('radio', { name: '본부' })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(navigation(page)).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await expect(page.getByRole('complementary')).toContainText('본부: 전체 센터');
  expect(await mouseEvents(page)).toBe(0);
  await expectHistory(page, koreanHistory, 'ko');
});

test('the six centers are listed with their baselines', async ({ app }) => {
  const { page } = app;
  await beginWork(page, { language: 'en', name: 'Lee Seoyeon', workspace: 'Headquarters' });
  await goTo(page, 'Centers');
  const centers = page.getByRole('grid', { name: 'List: Centers' });
  for (const [code, country] of [
    ['BG10', 'Bulgaria'],
    ['VN11', 'Vietnam'],
    ['UZ13', 'Uzbekistan'],
    ['ID16', 'Indonesia'],
    ['PE17', 'Peru'],
    ['KE17', 'Kenya'],
  ] as const) {
    await expect(centers.getByRole('row').filter({ hasText: code })).toContainText(country);
  }
  await expect(page.getByText('6 records', { exact: true })).toBeVisible();

  await goTo(page, 'Published figures');
  await expect(page.getByText('18 records', { exact: true })).toBeVisible();
  const figures = page.getByRole('grid', { name: 'List: Published figures' });
  await expect(figures.getByRole('row').filter({ hasText: "Korea-Kenya('17)" })).toHaveCount(3);
});
