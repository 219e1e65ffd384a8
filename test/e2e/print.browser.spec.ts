import type { Page } from '@playwright/test';
import { printedTexts } from '../support/printedTexts.ts';
import { expect, test } from './support/app.ts';
import { first, words } from './support/locking.ts';
import { beginWork, goTo } from './support/person.ts';

// Only a browser without a window prints for a test; it lays pages out as the installed program does.

test('the indicators of many years are printed to the last one', async ({ app }) => {
  const { page } = app;
  await beginWork(page, { language: 'ko', name: '김민지', workspace: '본부' });
  await addProgramme(page);
  await goTo(page, '성과지표');
  await page.getByRole('switch', { name: '예시 데이터 포함' }).check();
  const heads = page.getByRole('table').getByRole('columnheader');
  await expect.poll(() => heads.count()).toBeGreaterThan(12);
  const years = (await heads.allInnerTexts()).slice(1);
  const pages = await printed(page);
  for (const year of years) expect(pages.join(''), year).toContain(year);
  expect(new Set(years).size).toBe(years.length);
});

test('in a printed settlement no word of its entries is broken', async ({ app }) => {
  const { page } = app;
  await beginWork(page, { language: 'ko', name: '김민지', workspace: '본부' });
  await addProgramme(page);
  await page.goto(`${page.url().split('#')[0]}#/plan/settlement`);
  const entries = page.getByRole('region', { name: '집행 내역' });
  await expect(entries.getByRole('row').nth(10)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  // As wide as a page of A4 within its margins.
  await page.setViewportSize({ width: 672, height: 900 });
  const heights = await entries
    .getByRole('row')
    .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
  // The longest text of a row takes four lines of a small print.
  expect(Math.max(...heights)).toBeLessThan(90);
});

test('a recovery key is printed alone and on one page', async ({ app }) => {
  const { page } = app;
  await beginWork(page, { language: 'ko', name: '김민지', workspace: "한-불가리아('10)" });
  await goTo(page, '설정');
  await page.getByRole('button', { name: words.ko.setUp }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(words.ko.newPassphrase, { exact: true }).fill(first);
  await dialog.getByLabel(words.ko.repeat, { exact: true }).fill(first);
  await dialog.getByRole('button', { name: '계속' }).click();
  await expect(dialog.getByRole('button', { name: '인쇄' })).toBeVisible();
  const groups = await dialog.getByRole('listitem').allInnerTexts();
  expect(groups).toHaveLength(7);
  const pages = await printed(page);
  expect(pages).toHaveLength(1);
  for (const group of groups) expect(pages[0]).toContain(group.trim());
  expect(pages[0]).not.toContain('작업공간');
});

test('people are printed with all their years, and nothing that could be pressed', async ({ app }) => {
  const { page } = app;
  await beginWork(page, { language: 'ko', name: '김민지', workspace: '본부' });
  await addProgramme(page);
  await goTo(page, '인물·기관');
  const months = page.getByRole('table', { name: '근무 개월 수(인월)' });
  const heads = months.getByRole('columnheader');
  await expect.poll(() => heads.count()).toBeGreaterThan(16);
  const years = (await heads.allInnerTexts()).filter((head) => /^\d{4}년$/.test(head));
  const names = await months.getByRole('rowheader').allInnerTexts();
  const people = (await printed(page)).join('');
  for (const year of years) expect(people, year).toContain(year);
  // Each person stands in each of the parts into which a wide table is cut.
  for (const name of names) expect(people.split(name.replaceAll(/\s/g, '')).length, name).toBeGreaterThan(2);
  for (const word of ['파견·배치추가', '인력교류추가', '업무인계', '더보기', '누르면', '집계기준'])
    expect(people, word).not.toContain(word);
  expect(people).toContain('명은인쇄하지않았습니다');
  // As wide as a page of A4 that lies on its side, within its margins; what is wider is cut off.
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 1002, height: 700 });
  const tables = page.getByRole('table').filter({ visible: true });
  const edges = await tables.evaluateAll((all) => all.map((table) => table.getBoundingClientRect().right));
  expect(edges.length).toBeGreaterThan(3);
  expect(Math.max(...edges)).toBeLessThanOrEqual(1002);
  // Sums are not repeated on every page.
  const feet = await page
    .locator('tfoot')
    .evaluateAll((all) => all.map((foot) => getComputedStyle(foot).display));
  expect(new Set(feet)).toEqual(new Set(['table-row-group']));
});

test('minutes and a handover of samples say so on every page', async ({ app }) => {
  const { page } = app;
  await beginWork(page, { language: 'ko', name: '김민지', workspace: '본부' });
  await addProgramme(page);
  const expectMarked = async (heading: string): Promise<void> => {
    // The page before is drawn until the paper is there.
    await expect(page.getByRole('article')).toBeVisible();
    const pages = await printed(page);
    expect(pages.join('')).toContain(heading);
    for (const one of pages) expect(one).toContain('연습용자료(공식문서아님)');
  };
  await page.goto(`${page.url().split('#')[0]}#/committee`);
  await page
    .getByRole('link', { name: /^회의록/ })
    .first()
    .click();
  await expectMarked('회의록');
  await page.goto(`${page.url().split('#')[0]}#/people`);
  await page.getByRole('link', { name: /^업무 인계/ }).click();
  await page.getByRole('combobox', { name: '전임자' }).click();
  await page.getByRole('option').first().click();
  await expectMarked('인계');
});

test('no page that is printed shows a button, a switch or a field', async ({ app }) => {
  const { page } = app;
  await beginWork(page, { language: 'ko', name: '김민지', workspace: '본부' });
  await addProgramme(page);
  const base = page.url().split('#')[0];
  const pressed =
    '.mantine-Button-root, .mantine-ActionIcon-root, .mantine-SegmentedControl-root, input, select';
  for (const path of ['people', 'center', 'committee', 'plan', 'results', 'stories', 'reports', 'history']) {
    await page.goto(`${base}#/${path}`);
    await page.emulateMedia({ media: 'screen' });
    await expect(page.locator(pressed).filter({ visible: true }).first(), path).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator(pressed).filter({ visible: true }), path).toHaveCount(0);
  }
});

async function addProgramme(page: Page): Promise<void> {
  await goTo(page, '설정');
  await page.getByRole('button', { name: /^전체 사업 예시 추가/ }).click();
  await expect(page.getByText('예시 데이터를 추가했습니다.')).toBeVisible({ timeout: 90_000 });
}

const printed = async (page: Page): Promise<readonly string[]> =>
  printedTexts(await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true }));
