import { expect, test } from './support/app.ts';
import { field, saveButton } from './support/logging.ts';
import { beginWork, expertInBulgaria, expertInKorean, goTo } from './support/person.ts';

test('a half-filled form is there again after the window was closed, until it is discarded', async ({
  app,
}) => {
  await beginWork(app.page, expertInBulgaria);
  await goTo(app.page, 'Consultations');
  await app.page.getByRole('link', { name: /^New:? consultation$/i }).click();
  await field(app.page, 'Topic').fill('Cloud policy');
  await field(app.page, 'Advice').fill('Classify data first, then');
  await expect(app.page.getByText('Not saved yet; kept as a draft')).toBeVisible();

  const page = await app.reopen();
  await goTo(page, 'Consultations');
  await expect(page.getByRole('heading', { name: 'No consultation is logged yet' })).toBeVisible();
  await page.getByRole('link', { name: /^New:? consultation$/i }).click();
  await expect(page.getByText(/^A draft of .* was restored; it is not saved yet\.$/)).toBeVisible();
  await expect(field(page, 'Topic')).toHaveValue('Cloud policy');
  await expect(field(page, 'Advice')).toHaveValue('Classify data first, then');

  await page.getByRole('button', { name: 'Discard the draft' }).click();
  await expect(field(page, 'Topic')).toHaveValue('');
});

test('a half-filled change of a record is there again in Korean, and can be saved', async ({ app }) => {
  await beginWork(app.page, expertInKorean);
  await goTo(app.page, '센터');
  await app.page.getByRole('row').filter({ hasText: 'BG10' }).click();
  await field(app.page, '소재 도시').fill('소피아');
  await expect(app.page.getByText('아직 저장하지 않음. 임시 보관 중')).toBeVisible();

  const page = await app.reopen();
  await goTo(page, '센터');
  await page.getByRole('row').filter({ hasText: 'BG10' }).click();
  await expect(page.getByText(/에 작성하던 내용을 불러왔습니다\. 아직 저장되지 않았습니다\.$/)).toBeVisible();
  await expect(field(page, '소재 도시')).toHaveValue('소피아');
  await saveButton(page, 'ko').click();
  await expect(saveButton(page, 'ko')).toBeDisabled();
});
