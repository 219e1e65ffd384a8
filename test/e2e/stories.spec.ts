import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { cameraMark, withCameraData } from '../support/photos.ts';
import { expect, test } from './support/app.ts';
import { field, saveButton } from './support/logging.ts';
import { beginWork, expertInBulgaria, expertInKorean, goTo } from './support/person.ts';

test('a story with its photo is published as a page and as a document, and nothing else is', async ({
  app,
}) => {
  const { page } = app;
  await beginWork(page, expertInBulgaria);
  await goTo(page, 'People');
  await page.getByRole('link', { name: 'New person' }).click();
  await field(page, 'Name').fill('Ivan Primerov');
  await saveButton(page).click();
  await expect(page.getByRole('region', { name: 'Ivan Primerov', exact: true })).toBeVisible();

  await goTo(page, 'Stories');
  await expect(page.getByRole('heading', { name: 'No story is written yet' })).toBeVisible();
  await page.getByRole('link', { name: 'New story' }).click();
  await field(page, 'Title').fill('Two registers <b>talk</b> to each other');
  await page.getByRole('button', { name: 'Add: Korean' }).first().click();
  await page.keyboard.type('두 등록부를 연결하다');
  await field(page, 'Date').fill('2025-06-03');
  await field(page, 'Text').fill('Ivan Primerov showed it.\n\nA form that took three visits now takes one.');
  await page.getByRole('button', { name: 'Add: Korean' }).first().click();
  await page.keyboard.type('세 번 방문하던 민원이 한 번으로 끝납니다.');
  await attach(page, 'registers.jpg');
  await answerYes(page, 'Consent of the people shown');
  await answerYes(page, 'May be published');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('region', { name: /^Two registers/ })).toBeVisible();
  await writeDraft(page, 'Not ready yet');

  await goTo(page, 'Stories');
  const cards = page.getByRole('listitem').filter({ has: page.getByRole('checkbox') });
  await expect(cards).toHaveCount(2);
  const ready = cards.filter({ hasText: 'Two registers <b>talk</b>' });
  await expect(ready).toContainText('May be published');
  await expect(ready).toContainText('In English, Korean');
  await expect(ready).toContainText('Names Ivan Primerov, whose consent is not recorded');
  await expect(ready.getByRole('img')).toHaveCount(0);
  await expect(ready.locator('img')).toBeVisible();
  await expect(cards.filter({ hasText: 'Not ready yet' })).toContainText(
    'It is not marked “May be published”.',
  );
  await page.getByText('May be published (1)').click();
  await expect(cards).toHaveCount(1);
  await page.getByText('Translation missing (1)').click();
  await expect(cards).toHaveText(/Not ready yet/);
  await page.getByText('All (2)').click();

  // Both are chosen; one goes out, and a sentence says why the other does not.
  await page.getByRole('checkbox', { name: /Two registers/ }).check();
  await page.getByRole('checkbox', { name: /Not ready yet/ }).check();
  await expect(page.getByText('2 stories chosen')).toBeVisible();
  const html = await app.saveDownload(() => page.getByRole('button', { name: 'Save as web page' }).click());
  expect(html.name).toMatch(/^eGCC stories \d{4}-\d\d-\d\d\.html$/);
  const report = page.getByRole('status').filter({ hasText: '1 story was saved.' });
  await expect(report).toContainText('Left out: “Not ready yet”. It is not marked “May be published”.');
  await expect(report).toContainText('names Ivan Primerov, whose consent is not recorded');

  const text = Buffer.from(html.bytes).toString('utf8');
  expect(text).toContain('Two registers &lt;b&gt;talk&lt;/b&gt; to each other');
  expect(text).toContain('두 등록부를 연결하다');
  expect(text).not.toContain('Not ready yet');
  const photo = Buffer.from(/data:image\/jpeg;base64,([A-Za-z0-9+/=]+)/.exec(text)?.[1] ?? '', 'base64');
  expect([...photo.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
  expect(photo.includes(cameraMark)).toBe(false);

  const docx = await app.saveDownload(() => page.getByRole('button', { name: 'Save as document' }).click());
  expect(docx.name).toMatch(/\.docx$/);
  const files = unzipSync(docx.bytes);
  const document = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  expect(document).toContain('A form that took three visits now takes one.');
  expect(document).toContain('세 번 방문하던 민원이 한 번으로 끝납니다.');
  expect(document).not.toContain('Not ready yet');
  expect(Buffer.from(files['word/media/photo1.jpeg'] ?? []).equals(photo)).toBe(true);
});

test('what is not released is refused in Korean', async ({ app }) => {
  const { page } = app;
  await beginWork(page, expertInKorean);
  await goTo(page, '센터 소식');
  await page.getByRole('link', { name: '센터 소식 추가' }).click();
  await field(page, '제목').fill('포럼 개최');
  await field(page, '날짜').fill('2025-06-03');
  await field(page, '본문').fill('포럼을 열었습니다.');
  await saveButton(page, 'ko').click();
  await expect(page.getByRole('region', { name: '포럼 개최', exact: true })).toBeVisible();
  await goTo(page, '센터 소식');
  await page.getByRole('checkbox', { name: '‘포럼 개최’ 선택' }).check();
  await page.getByRole('button', { name: '웹 페이지로 저장' }).click();
  const report = page
    .getByRole('status')
    .filter({ hasText: '공개할 수 있는 소식이 없어 저장하지 않았습니다.' });
  await expect(report).toContainText('제외: ‘포럼 개최’. ‘공개 가능’으로 표시되지 않았습니다.');
  await expect(report).toContainText('영어 제목이나 본문이 없습니다.');
});

async function writeDraft(page: Page, title: string): Promise<void> {
  await goTo(page, 'Stories');
  await page.getByRole('link', { name: 'New story' }).click();
  await field(page, 'Title').fill(title);
  await field(page, 'Date').fill('2025-07-01');
  await field(page, 'Text').fill('A draft.');
  await saveButton(page).click();
  await expect(page.getByRole('region', { name: title, exact: true })).toBeVisible();
}

async function answerYes(page: Page, question: string): Promise<void> {
  const answers = page.getByRole('radiogroup', { name: new RegExp(`^${question}`) });
  await answers.getByRole('radio', { name: 'Yes' }).check();
}

/** A photo as a camera takes it: with its name and the place inside. */
async function attach(page: Page, name: string): Promise<void> {
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(1600, 900);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    const sky = context.createLinearGradient(0, 0, 0, 900);
    sky.addColorStop(0, '#7b9dce');
    sky.addColorStop(1, '#f3d58e');
    context.fillStyle = sky;
    context.fillRect(0, 0, 1600, 900);
    context.fillStyle = '#2c7a4b';
    context.fillRect(0, 620, 1600, 280);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  const photo = withCameraData(Uint8Array.from(bytes));
  await page
    .locator('input[type="file"][multiple]')
    .first()
    .setInputFiles([{ name, mimeType: 'image/jpeg', buffer: Buffer.from(photo) }]);
  await page.getByRole('button', { name: 'Attach 1 file' }).click();
  await expect(page.getByRole('button', { name: `View “${name}”` })).toBeEnabled();
}
