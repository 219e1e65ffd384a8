import type { Locator, Page } from '@playwright/test';
import { heicFile } from '../support/heicFile.ts';
import { brokenPdf, endlessPdf, lockedPdf, pdfOf, pdfWithoutPages } from '../support/pdfs.ts';
import { cameraMark, exifBlock, withCameraData } from '../support/photos.ts';
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

test('a photo of a phone that the browser cannot draw is attached without the place all the same', async ({
  app,
}) => {
  const { page } = app;
  await beginWork(page, expertInBulgaria);
  const heic = heicFile({
    items: [
      { id: 1, type: 'hvc1', bytes: [1, 2, 3, 4, 5] },
      { id: 2, type: 'Exif', bytes: [0, 0, 0, 0, ...exifBlock()] },
    ],
  });
  expect(Buffer.from(heic).includes(cameraMark)).toBe(true);
  await goTo(page, 'Stories');
  await page.getByRole('link', { name: /^New:? story$/i }).click();
  await chooser(page).setInputFiles([
    fileOf('IMG_0012.HEIC', heic),
    fileOf('odd.heic', heic.subarray(0, heic.length - 1)),
  ]);
  const dialog = page.getByRole('dialog', { name: 'Attach files' });
  await expect(dialog.getByText('Save it as JPEG on the phone', { exact: false })).toBeVisible();
  await dialog.getByRole('button', { name: 'Attach 1 file' }).click();
  await page.getByRole('button', { name: 'View “IMG_0012.HEIC”' }).click();
  await expect(page.getByRole('dialog').getByText('Files of this kind are not shown here.')).toBeVisible();
  const saved = await app.saveDownload(() =>
    page.getByRole('dialog').getByRole('button', { name: 'Save a copy of “IMG_0012.HEIC”' }).click(),
  );
  expect(saved.bytes.length).toBe(heic.length);
  expect(Buffer.from(saved.bytes).includes(cameraMark)).toBe(false);
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

/** Attaches files to a new story and leaves the form open. */
async function attachToStory(
  page: Page,
  files: Readonly<Record<string, Uint8Array>>,
  words: { readonly stories: string; readonly add: RegExp; readonly attach: RegExp },
): Promise<void> {
  await goTo(page, words.stories);
  await page.getByRole('link', { name: words.add }).click();
  await chooser(page).setInputFiles(Object.entries(files).map(([name, bytes]) => fileOf(name, bytes)));
  await page.getByRole('button', { name: words.attach }).click();
  await expect(page.getByRole('button', { name: words.attach })).toBeHidden();
}

const inEnglish = { stories: 'Stories', add: /^New:? story$/i, attach: /^Attach \d files?$/ };
const inKorean = { stories: '센터 소식', add: /센터 소식 추가/, attach: /^파일 \d개 첨부$/ };

/** The colour in the middle of a page's lower half, and how many pixels of its upper half are not paper. */
async function lookOf(canvas: Locator) {
  return canvas.evaluate((shown) => {
    if (!(shown instanceof HTMLCanvasElement)) throw new Error('no canvas');
    const copy = new OffscreenCanvas(shown.width, shown.height);
    const context = copy.getContext('2d');
    if (context === null) throw new Error('no context');
    context.drawImage(shown, 0, 0);
    const [red = 0, green = 0, blue = 0] = context.getImageData(
      shown.width / 2,
      Math.floor(shown.height * 0.75),
      1,
      1,
    ).data;
    const upper = context.getImageData(0, 0, shown.width, Math.floor(shown.height / 2)).data;
    const inked = upper.filter((value, index) => index % 4 === 0 && value < 128).length;
    return { colour: [red, green, blue], inked, width: shown.width };
  });
}

test('a PDF is read inside, page by page, with the keyboard', async ({ app }) => {
  const { page } = app;
  await beginWork(page, expertInBulgaria);
  const minutes = pdfOf([
    { text: 'Minutes of the first meeting', colour: [1, 0, 0] },
    { text: 'Signed on the second page', colour: [0, 0, 1] },
  ]);
  await attachToStory(page, { 'minutes.pdf': minutes }, inEnglish);

  await page.getByRole('button', { name: 'View “minutes.pdf”' }).click();
  const dialog = page.getByRole('dialog', { name: 'minutes.pdf' });
  const first = dialog.getByRole('img', { name: 'Page 1 of “minutes.pdf”' });
  await expect(first).toBeVisible();
  await expect(dialog.getByText('of 2', { exact: true })).toBeVisible();
  await expect(dialog.getByRole('status')).toHaveText('Minutes of the first meeting');
  const seenFirst = await lookOf(first);
  expect(seenFirst.colour).toEqual([255, 0, 0]);
  expect(seenFirst.inked).toBeGreaterThan(500);

  await page.keyboard.press('PageDown');
  const second = dialog.getByRole('img', { name: 'Page 2 of “minutes.pdf”' });
  await expect(second).toBeVisible();
  await expect(dialog.getByRole('status')).toHaveText('Signed on the second page');
  expect((await lookOf(second)).colour).toEqual([0, 0, 255]);
  // There is no third.
  await page.keyboard.press('PageDown');
  await expect(dialog.getByRole('textbox', { name: 'Page' })).toHaveValue('2');

  await page.keyboard.press('+');
  await expect(dialog.getByText('125%')).toBeVisible();
  await expect.poll(async () => (await lookOf(second)).width).toBeGreaterThan(seenFirst.width * 1.2);
  await dialog.getByRole('textbox', { name: 'Page' }).fill('1');
  await page.keyboard.press('Enter');
  await expect(first).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  // Nothing goes on behind the screen.
  await expect.poll(() => page.workers().filter((worker) => worker.url().includes('pdf')).length).toBe(0);
});

test('a PDF that cannot be shown says why, and does not hold up the others', async ({ app }) => {
  const { page } = app;
  await beginWork(page, expertInBulgaria);
  const files = {
    'locked.pdf': lockedPdf(),
    'empty.pdf': pdfWithoutPages(),
    'broken.pdf': brokenPdf(),
    'endless.pdf': endlessPdf(),
  };
  await attachToStory(page, files, inEnglish);

  await page.getByRole('button', { name: 'View “locked.pdf”' }).click();
  const why = page.getByRole('dialog').getByRole('alert');
  await expect(why).toContainText('This PDF is locked with a password.');
  await page.keyboard.press('ArrowRight');
  await expect(why).toContainText('This PDF has no pages.');
  await page.keyboard.press('ArrowRight');
  await expect(why).toContainText('This PDF is damaged and cannot be shown.');
  const saved = await app.saveDownload(() => why.getByRole('button', { name: 'Save a copy' }).click());
  expect(Buffer.from(saved.bytes).equals(Buffer.from(brokenPdf()))).toBe(true);

  await page.keyboard.press('ArrowRight');
  const dialog = page.getByRole('dialog', { name: 'endless.pdf' });
  const first = dialog.getByRole('img', { name: 'Page 1 of “endless.pdf”' });
  await expect(first).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(dialog.getByRole('textbox', { name: 'Page' })).toHaveValue('2');
  await expect(why).toContainText('Page 2 took longer than 15 seconds', { timeout: 60_000 });
  await page.keyboard.press('PageUp');
  await expect(first).toBeVisible();
});

test('a Korean PDF without its fonts is read, in Korean', async ({ app }) => {
  const { page } = app;
  await beginWork(page, expertInKorean);
  const files = {
    '양해각서.pdf': pdfOf([{ text: '양해각서 제1조', colour: [0, 0.5, 0] }]),
    '잠긴 문서.pdf': lockedPdf(),
  };
  await attachToStory(page, files, inKorean);

  await page.getByRole('button', { name: '“양해각서.pdf” 크게 보기' }).click();
  const dialog = page.getByRole('dialog');
  const shown = dialog.getByRole('img', { name: '“양해각서.pdf” 1쪽' });
  await expect(shown).toBeVisible();
  await expect(dialog.getByRole('status')).toHaveText('양해각서 제1조');
  const { colour, inked } = await lookOf(shown);
  expect(colour).toEqual([0, 128, 0]);
  expect(inked).toBeGreaterThan(500);
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('alert')).toContainText('암호가 설정된 PDF입니다.');
});
