import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { unzipSync, zipSync } from 'fflate';
import { saveFile } from '../support/e2eWorkbooks.ts';
import { type App, expect, type SavedDownload, test } from './support/app.ts';
import { receive, takeOver } from './support/exchange.ts';
import { field, saveButton } from './support/logging.ts';
import { beginWork, expertInKorean, goTo } from './support/person.ts';

// A report goes to headquarters together with the papers behind it.

const minutes = '%PDF-1.7 minutes of the forum';
const names = '%PDF-1.7 who was there';

/** An event with two papers, one of which names people, as an expert logs it in Korean. */
async function logForum(page: Page): Promise<void> {
  await goTo(page, '행사');
  await page.getByRole('link', { name: '행사 추가' }).click();
  await field(page, '행사명').fill('전자정부 포럼');
  await page.getByLabel('유형').first().selectOption({ index: 1 });
  await saveButton(page, 'ko').click();
  await page.getByRole('tab', { name: '증빙' }).click();
  const chooser = page.getByRole('tabpanel', { name: '증빙' }).locator('input[type="file"][multiple]');
  await chooser.setInputFiles([
    { name: '회의록.pdf', mimeType: 'application/pdf', buffer: Buffer.from(minutes) },
    { name: '참석자 명부.pdf', mimeType: 'application/pdf', buffer: Buffer.from(names) },
  ]);
  const dialog = page.getByRole('dialog', { name: '파일 첨부' });
  await dialog.getByRole('button', { name: '파일 2개 첨부' }).click();
  await expect(page.getByRole('button', { name: '“회의록.pdf” 크게 보기' }).last()).toBeEnabled();
}

async function sendPack(app: App): Promise<SavedDownload> {
  const { page } = app;
  await goTo(page, '보내기');
  await page.getByRole('checkbox', { name: '증빙 파일 포함' }).check();
  return app.saveDownload(() => page.getByRole('button', { name: '묶음 파일 저장…' }).click());
}

test('a pack brings workbook and papers to headquarters, and what was changed on the way is told', async ({
  app,
  anotherApp,
  folder,
}) => {
  test.setTimeout(150_000);
  await beginWork(app.page, expertInKorean);
  await logForum(app.page);
  await goTo(app.page, '보내기');
  await app.page.getByRole('radio', { name: '개인정보 제외' }).check();
  await app.page.getByRole('checkbox', { name: '증빙 파일 포함' }).check();
  const preview = app.page.getByRole('region', { name: '증빙', exact: true });
  await expect(preview.getByText('증빙 파일 1개')).toBeVisible();
  await expect(preview.getByText('개인정보로 표시된 증빙 1건의 파일도 제외됩니다.')).toBeVisible();
  await app.page.getByRole('radio', { name: '개인정보 포함' }).check();
  await expect(preview.getByText('증빙 파일 2개')).toBeVisible();

  const pack = await sendPack(app);
  expect(pack.name).toMatch(/^eGCC_BG10_everything_with-evidence\.zip$/);
  const parts = unzipSync(pack.bytes);
  expect(Object.keys(parts)).toEqual([
    'eGCC_BG10_everything_with-evidence.xlsx',
    '행사/회의록.pdf',
    '행사/참석자 명부.pdf',
    'fieldbook-pack.json',
  ]);
  expect(Buffer.from(parts['행사/회의록.pdf'] ?? []).toString()).toBe(minutes);

  const changed = join(folder, 'changed.zip');
  saveFile(changed, zipSync({ ...parts, '행사/회의록.pdf': Buffer.from('%PDF-1.7 other minutes') }));
  const alone = join(folder, 'alone.xlsx');
  saveFile(alone, parts['eGCC_BG10_everything_with-evidence.xlsx'] ?? new Uint8Array());

  const office = await anotherApp('headquarters');
  const { page } = office;
  await beginWork(page, { language: 'en', name: 'Lee Seoyeon', workspace: 'Headquarters' });
  await receive(office, [alone]);
  await expect(
    page.getByText('2 files of evidence that this workbook names are not here yet.'),
  ).toBeVisible();
  await takeOver(page);

  await receive(office, [changed]);
  await expect(page.getByText('The file “회의록.pdf” is not the one that was sent')).toBeVisible();
  await page.getByRole('button', { name: 'Keep 1 file of evidence' }).click();
  await expect(page.getByText('1 file of evidence is kept here now.')).toBeVisible();
  await goTo(page, 'Evidence');
  await page.getByRole('row').filter({ hasText: '회의록.pdf' }).click();
  await expect(page.getByText('The file is not here yet.')).toBeVisible();

  const original = join(folder, 'original.zip');
  saveFile(original, pack.bytes);
  await receive(office, [original]);
  await expect(page.getByText('Here already 1')).toBeVisible();
  await page.getByRole('button', { name: 'Keep 1 file of evidence' }).click();
  await expect(page.getByText('1 file of evidence is kept here now.')).toBeVisible();

  const reopened = await office.reopen();
  await goTo(reopened, 'Evidence');
  await reopened.getByRole('row').filter({ hasText: '회의록.pdf' }).click();
  const saved = await office.saveDownload(() =>
    reopened.getByRole('button', { name: 'Save a copy of “회의록.pdf”' }).click(),
  );
  expect(Buffer.from(saved.bytes).toString()).toBe(minutes);
});

test('a broken pack is refused with a sentence, and the workbook beside it is taken', async ({
  app,
  anotherApp,
  folder,
}) => {
  await beginWork(app.page, expertInKorean);
  await logForum(app.page);
  const pack = await sendPack(app);
  const [cut, whole] = [join(folder, 'cut.zip'), join(folder, 'whole.zip')];
  saveFile(cut, pack.bytes.subarray(0, pack.bytes.length - 200));
  saveFile(whole, pack.bytes);
  const office = await anotherApp('headquarters');
  await beginWork(office.page, { language: 'en', name: 'Lee Seoyeon', workspace: 'Headquarters' });
  await receive(office, [cut, whole]);
  await expect(office.page.getByText('The file “cut.zip” is damaged or incomplete.')).toBeVisible();
  await takeOver(office.page);
  await expect(office.page.getByText('2 files of evidence are kept here now.')).toBeVisible();
  expect(readFileSync(whole).length).toBe(pack.bytes.length);
});
