import type { Page } from '@playwright/test';
import { cameraMark, withCameraData } from '../support/photos.ts';
import { expect, test } from './support/app.ts';
import { field, saveButton } from './support/logging.ts';
import { beginWork, expertInBulgaria, expertInKorean, goTo } from './support/person.ts';

/** A photo of 3,000 by 1,000 pixels: its left half red, its right half blue. */
async function photoOf(page: Page): Promise<Uint8Array> {
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(3000, 1000);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.fillStyle = 'red';
    context.fillRect(0, 0, 1500, 1000);
    context.fillStyle = 'blue';
    context.fillRect(1500, 0, 1500, 1000);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  return withCameraData(Uint8Array.from(bytes));
}

/** Size, and which colour is above and which below, as an `img` shows them. */
async function seen(page: Page, bytes: Uint8Array) {
  return page.evaluate(
    async (given) => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(given)], { type: 'image/jpeg' }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no canvas');
      context.drawImage(bitmap, 0, 0);
      const colourAt = (y: number) => {
        const [red = 0, , blue = 0] = context.getImageData(Math.floor(bitmap.width / 2), y, 1, 1).data;
        return red > blue ? 'red' : 'blue';
      };
      return {
        width: bitmap.width,
        height: bitmap.height,
        top: colourAt(20),
        bottom: colourAt(bitmap.height - 20),
      };
    },
    [...bytes],
  );
}

/** The chooser of the files' field that is on the screen. */
const chooser = (page: Page) => page.locator('input[type="file"][multiple]').first();

const fileOf = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
});

test('a photo is attached without the place where it was taken, and is there after the power went', async ({
  app,
}) => {
  await beginWork(app.page, expertInBulgaria);
  const photo = await photoOf(app.page);
  expect(Buffer.from(photo).includes(cameraMark)).toBe(true);

  await goTo(app.page, 'Stories');
  await app.page.getByRole('link', { name: /^New:? story$/i }).click();
  await chooser(app.page).setInputFiles([
    fileOf('opening.jpg', photo),
    fileOf('trick.jpg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')),
  ]);
  const dialog = app.page.getByRole('dialog', { name: 'Attach files' });
  await expect(dialog.getByText('This is neither a photo nor a PDF', { exact: false })).toBeVisible();
  await dialog.getByLabel('Description of “opening.jpg”').fill('The opening in Sofia');
  await dialog.getByRole('button', { name: 'Attach 1 file' }).click();
  await expect(app.page.getByRole('button', { name: 'View “opening.jpg”' })).toBeEnabled();

  const page = await app.crashAndReopen();
  await goTo(page, 'Evidence');
  await page.getByRole('row').filter({ hasText: 'opening.jpg' }).click();
  const saved = await app.saveDownload(() =>
    page.getByRole('button', { name: 'Save a copy of “opening.jpg”' }).click(),
  );
  expect(saved.name).toBe('opening.jpg');
  expect(Buffer.from(saved.bytes).includes(cameraMark)).toBe(false);
  expect(Buffer.from(saved.bytes).includes('Exif')).toBe(false);
  // Turned the way that the camera was held, and no longer than 2,048 pixels.
  expect(await seen(page, saved.bytes)).toEqual({ width: 683, height: 2048, top: 'red', bottom: 'blue' });

  await page.getByRole('button', { name: 'View “opening.jpg”' }).click();
  await expect(page.getByRole('img', { name: 'opening.jpg' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('img', { name: 'opening.jpg' })).toBeHidden();
});

test('papers dropped on an entry are saved with it at once, in Korean', async ({ app }) => {
  const { page } = app;
  await beginWork(page, expertInKorean);
  await goTo(page, '행사');
  await page.getByRole('link', { name: '행사 추가' }).click();
  await field(page, '행사명').fill('전자정부 포럼');
  await page.getByLabel('유형').first().selectOption({ index: 1 });
  await saveButton(page, 'ko').click();
  await expect(page.getByRole('tab', { name: '증빙' })).toBeVisible();
  await page.getByRole('tab', { name: '증빙' }).click();

  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['%PDF-1.7 attendance'], '참석자 명부.pdf', { type: 'application/pdf' }));
    return transfer;
  });
  // Its words change while something is held above it.
  const zone = page.getByRole('tabpanel', { name: '증빙' }).getByRole('button', { name: '파일 선택' });
  await zone.dispatchEvent('dragover', { dataTransfer: dropped });
  await zone.dispatchEvent('drop', { dataTransfer: dropped });
  const dialog = page.getByRole('dialog', { name: '파일 첨부' });
  await expect(dialog.getByLabel('“참석자 명부.pdf” 증빙 유형')).toHaveValue('attendanceSheet');
  await dialog.getByRole('button', { name: '파일 1개 첨부' }).click();
  await expect(page.getByRole('button', { name: '“참석자 명부.pdf” 크게 보기' }).last()).toBeEnabled();

  const reopened = await app.reopen();
  await goTo(reopened, '행사');
  await reopened.getByRole('row').filter({ hasText: '전자정부 포럼' }).click();
  await reopened.getByRole('tab', { name: '증빙' }).click();
  await expect(reopened.getByRole('button', { name: '“참석자 명부.pdf” 사본 저장' }).last()).toBeVisible();
});
