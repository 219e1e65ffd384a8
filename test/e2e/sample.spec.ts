import { expect, test } from './support/app.ts';
import {
  beginWork,
  expectHistory,
  expertInBulgaria,
  expertInKorean,
  goTo,
  publishedHistory,
} from './support/person.ts';

test('sample data come with one click, are marked everywhere, and leave no trace', async ({ app }) => {
  const { page } = app;
  await beginWork(page, expertInBulgaria);
  await goTo(page, 'Settings');
  await page.getByRole('button', { name: 'Add sample data' }).click();
  const banner = page.getByText(/^Sample data are included for practice\./);
  await expect(banner).toBeVisible();

  // The programme's table stays the published one; with the sample included it says so and is larger.
  await expectHistory(page, publishedHistory);
  await page.getByRole('switch', { name: 'Include sample data' }).click();
  await expect(page.getByText(/^Sample records are counted in this table\./)).toBeVisible();
  const total = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Total' }) });
  await expect(total.getByRole('button', { name: 'Total, Consulting: 109' })).toHaveCount(0);

  await goTo(page, 'Consultations');
  await expect(page.getByRole('row').nth(1)).toContainText('Sample');
  await page.getByRole('row').nth(1).click();
  await expect(page.getByRole('region').filter({ has: page.getByRole('tab') })).toContainText('Sample data');

  await goTo(page, 'Send');
  await expect(page.getByText(/sample records are in it\. The file name says SAMPLE\./)).toBeVisible();
  const save = page.getByRole('button', { name: 'Save the workbook…' });
  const marked = await app.saveDownload(() => save.click());
  expect(marked.name).toBe('eGCC_BG10_everything_SAMPLE.xlsx');

  await goTo(page, 'Settings');
  await page.getByRole('button', { name: 'Remove sample data' }).click();
  await expect(page.getByText('All sample data were removed.')).toBeVisible();
  await expect(banner).toBeHidden();
  await expectHistory(page, publishedHistory);
  await expect(page.getByRole('switch', { name: 'Include sample data' })).toBeHidden();
  await goTo(page, 'Consultations');
  await expect(page.getByRole('heading', { name: 'No consultation is logged yet' })).toBeVisible();
  await goTo(page, 'Send');
  const plain = await app.saveDownload(() => save.click());
  expect(plain.name).toBe('eGCC_BG10_everything.xlsx');
});

test('the Korean screen marks sample data and removes them as well', async ({ app }) => {
  const { page } = app;
  await beginWork(page, expertInKorean);
  await goTo(page, '설정');
  await page.getByRole('button', { name: '예시 데이터 추가' }).click();
  const banner = page.getByText(/^연습용 예시 데이터가 포함되어 있습니다\./);
  await expect(banner).toBeVisible();
  await goTo(page, '연혁·실적');
  await expect(page.getByText(/^예시 기록 \d+건은 집계하지 않았습니다\.$/)).toBeVisible();
  await goTo(page, '설정');
  await page.getByRole('button', { name: '예시 데이터 삭제' }).click();
  await expect(page.getByText('예시 데이터를 모두 삭제했습니다.')).toBeVisible();
  await expect(banner).toBeHidden();
});

test('at headquarters the sample shows a center’s whole life, with pictures, and takes all of it back', async ({
  app,
}) => {
  const { page } = app;
  await beginWork(page, { language: 'en', name: 'Lee Seoyeon', workspace: 'Headquarters' });
  await goTo(page, 'Settings');
  await page.getByRole('button', { name: 'Add sample data' }).click();
  await expect(page.getByText('Sample data were added.')).toBeVisible();
  await expectHistory(page, publishedHistory);

  await goTo(page, 'Life of the center');
  await page.getByRole('combobox', { name: 'Center' }).click();
  await page.getByRole('option', { name: 'Korea-Vietnam 2(' }).click();
  await expect(page.getByText(/^[\d,]+ days left$/)).toBeVisible();

  await goTo(page, 'Stories');
  const photos = page.getByRole('main').locator('img');
  await expect(photos.first()).toBeVisible();
  const drawn = await photos.first().evaluate((image: HTMLImageElement) => image.naturalWidth);
  expect(drawn).toBe(480);

  await goTo(page, 'Settings');
  await page.getByRole('button', { name: 'Remove sample data' }).click();
  await expect(page.getByText('All sample data were removed.')).toBeVisible();
  await goTo(page, 'Life of the center');
  await page.getByRole('combobox', { name: 'Center' }).click();
  await expect(page.getByRole('option')).toHaveCount(6);
});
