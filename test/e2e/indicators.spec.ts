import type { Page } from '@playwright/test';
import { readWorkbook } from '../../shared/workbook/read/readWorkbook.ts';
import { readFile, sheetOf } from '../support/e2eWorkbooks.ts';
import { type App, expect, test } from './support/app.ts';
import { sendEverything } from './support/exchange.ts';
import { beginWork, expertInBulgaria, expertInKorean, goTo } from './support/person.ts';

test('charts show what another count gives, open their records, and are saved for a document', async ({
  app,
}) => {
  const { page } = app;
  await beginWork(page, expertInBulgaria);
  await addSample(page, 'Settings', 'Add sample data');
  const byYear = await datedRows(app, 'Consultations');
  const newest = [...byYear.keys()].toSorted().at(-1) ?? '';
  const count = byYear.get(newest) ?? 0;
  expect(count).toBeGreaterThan(1);

  await goTo(page, 'Indicators');
  await page.getByRole('link', { name: 'Charts', exact: true }).click();
  // Nothing but samples is there, and samples count only when somebody says so.
  await expect(page.getByText('Nothing is recorded for it yet.', { exact: false }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Show it with the sample' }).click();
  await expect(page.getByRole('switch', { name: 'Include sample data' })).toBeChecked();
  const activities = page.getByRole('region', { name: 'Activities', exact: true });
  const name = `Consultations, ${newest}: ${count}. Open the ${count} records`;
  await expect(activities.getByRole('button', { name })).toBeVisible();

  // What a screen reader reads, and what the switch shows, is the same table.
  await expect.poll(() => columnOf(activities.getByRole('table'))).toEqual(new Map(byYear));
  await activities.getByRole('button', { name: 'As a table' }).click();
  await expect(activities.getByRole('button', { name })).toBeHidden();
  expect(await columnOf(activities.getByRole('table'))).toEqual(new Map(byYear));
  await activities.getByRole('button', { name: 'As a chart' }).click();

  const picture = await app.saveDownload(async () => {
    await activities.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('menuitem', { name: 'Picture (PNG)' }).click();
  });
  expect(picture.name).toMatch(/^Activities \d{4}-\d\d-\d\d\.png$/);
  // Twice the 720 pixels of the chart and its margins.
  expect(widthOfPng(picture.bytes)).toBe(2 * (720 + 48));

  const workbook = await app.saveDownload(() => page.getByRole('button', { name: 'Save as Excel' }).click());
  const read = await readWorkbook(workbook.bytes, workbook.name);
  if (!read.ok) throw new Error(read.error.code);
  const row = sheetOf(read.value, 'Activities').rows.find((cells) => cells[1] === newest);
  expect(row?.[2]).toBe(count);

  // By keys alone: into the chart, to its last number of the year, and on to the records.
  await activities.getByRole('group', { name: 'Activities' }).getByRole('button').first().focus();
  await page.keyboard.press('End');
  const focused = page.locator(':focus');
  await expect(focused).toHaveAttribute('aria-label', new RegExp(`, ${newest}: `));
  await activities.getByRole('button', { name }).press('Enter');
  await expect(page.getByText(`Consultations, ${newest}`).first()).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: `${count} of` })).toBeVisible();
});

test('the Korean map shows the published figures, opens them, and is saved with its source', async ({
  app,
}) => {
  const { page } = app;
  await beginWork(page, expertInKorean);
  await goTo(page, '성과지표');
  await page.getByRole('link', { name: '지도', exact: true }).click();
  const map = page.getByRole('region', { name: '센터 세계지도' });
  await expect(map.getByRole('button', { name: '불가리아, 전체: 27건. 센터 보기' })).toBeVisible();
  await map.getByRole('radiogroup', { name: '원의 기준' }).getByText('컨설팅', { exact: true }).click();
  await expect(map.getByRole('button', { name: '불가리아, 컨설팅: 5건. 센터 보기' })).toBeVisible();
  await expect(map.getByRole('button', { name: '페루, 컨설팅: 28건. 센터 보기' })).toBeVisible();

  await map.getByRole('button', { name: '표로 보기' }).click();
  await expect(map.getByRole('row')).toHaveCount(7);
  await expect(map.getByRole('row').filter({ hasText: '우즈베키스탄' })).toHaveText(/14\D*27\D*32/);
  await map.getByRole('button', { name: '지도로 보기' }).click();

  const picture = await app.saveDownload(async () => {
    await map.getByRole('button', { name: '저장' }).click();
    await page.getByRole('menuitem', { name: '그림(PNG)' }).click();
  });
  expect(picture.name).toMatch(/^센터 세계지도 \d{4}-\d\d-\d\d\.png$/);
  expect(widthOfPng(picture.bytes)).toBe(2 * (960 + 48));

  await map.getByRole('button', { name: '불가리아, 컨설팅: 5건. 센터 보기' }).press('Enter');
  const centers = page.getByRole('region', { name: '불가리아의 센터' });
  await expect(centers.getByRole('heading')).toBeFocused();
  await centers.getByRole('button', { name: "한-불가리아('10), 컨설팅: 기록 1건 열기" }).click();
  await expect(page.getByRole('row').filter({ hasText: '컨설팅' })).toHaveCount(1);
});

async function addSample(page: Page, settings: string, button: string): Promise<void> {
  await goTo(page, settings);
  await page.getByRole('button', { name: button }).click();
  await expect(page.getByText(/^Sample data are included for practice\./)).toBeVisible();
}

/** How many rows of a sheet of the whole export are dated in each year: counted without the product's reports. */
async function datedRows(app: App, sheet: string): Promise<ReadonlyMap<string, number>> {
  const saved = await sendEverything(app);
  const { rows } = sheetOf(await readFile(saved.path), sheet);
  const dates = rows.flatMap((row) => {
    const date = row.find((cell) => typeof cell === 'object' && cell?.kind === 'date');
    return typeof date === 'object' && date?.kind === 'date' ? [date.date.slice(0, 4)] : [];
  });
  return new Map([...new Set(dates)].map((year) => [year, dates.filter((one) => one === year).length]));
}

/** The years that have any, and the number in the first column behind each. */
async function columnOf(table: ReturnType<Page['locator']>): Promise<Map<string, number>> {
  const texts = await table
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.slice(1).map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
    );
  return new Map(
    texts.map(([year = '', first = '']) => [year, Number(first)] as const).filter(([, number]) => number > 0),
  );
}

function widthOfPng(bytes: Uint8Array): number {
  expect([...bytes.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
  return Buffer.from(bytes).readUInt32BE(16);
}
