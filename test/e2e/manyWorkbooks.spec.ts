import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  colleague,
  logAt,
  readFile,
  saveExport,
  saveFile,
  sheetOf,
  withEditedCells,
} from '../support/e2eWorkbooks.ts';
import { expect, test } from './support/app.ts';
import { receive, takeOver } from './support/exchange.ts';
import { beginWork, goTo } from './support/person.ts';

// The end of a quarter at headquarters: every center has sent its workbook, and some of them not as they should.

/** Thirty files: 24 that are fine, two broken, one locked, two that contradict each other, one with a bad cell. */
async function thirtyFiles(folder: string): Promise<readonly string[]> {
  const at = (name: string): string => join(folder, 'mail', name);
  const paths: string[] = [];
  for (let center = 1; center <= 24; center++) {
    const sender = colleague(center);
    logAt(sender, 'BG10', `Topic ${center}`);
    paths.push(at(`center-${String(center).padStart(2, '0')}.xlsx`));
    await saveExport(sender, paths.at(-1) ?? '');
  }
  const whole = readFileSync(paths[0] ?? '');
  saveFile(at('cut.xlsx'), whole.subarray(0, Math.floor(whole.length * 0.6)));
  saveFile(at('photo.xlsx'), Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...Array(500).fill(7)]));
  const locked = colleague(101);
  logAt(locked, 'BG10', 'Locked topic');
  await saveExport(locked, at('locked.xlsx'), { password: 'Sofia-2025' });
  await saveConflict(at('one-side.xlsx'), at('other-side.xlsx'));
  const careless = colleague(103);
  logAt(careless, 'BG10', 'Dated well');
  logAt(careless, 'BG10', 'Dated badly');
  await saveExport(careless, at('clean.xlsx'));
  await withEditedCells(at('clean.xlsx'), at('bad-cell.xlsx'), [
    { sheet: 'Consultations', rowWith: 'Dated badly', header: 'Date', text: '31.02.2025' },
  ]);
  // The broken ones first and in between: they must not keep the others from coming in.
  const others = ['locked.xlsx', 'one-side.xlsx', 'other-side.xlsx', 'bad-cell.xlsx'].map(at);
  return [at('cut.xlsx'), ...paths.slice(0, 12), at('photo.xlsx'), ...others, ...paths.slice(12)];
}

async function saveConflict(one: string, other: string): Promise<void> {
  const here = colleague(102);
  logAt(here, 'BG10', 'Shared topic');
  const there = colleague(104);
  there.records = here.records;
  there.now = here.now + 60_000;
  const [shared] = here.records.all('consultation');
  if (shared === undefined) throw new Error('a consultation was logged');
  here.edit('consultation', shared.id, { advice: 'Start with money.' });
  there.edit('consultation', shared.id, { advice: 'Start with people.' });
  await saveExport(here, one);
  await saveExport(there, other);
}

/** Drops files on the page, as from a folder of the desktop. */
async function drop(page: Page, paths: readonly string[], zoneName = 'Drop workbooks here'): Promise<void> {
  const files = paths.map((path) => ({
    name: basename(path),
    base64: readFileSync(path).toString('base64'),
  }));
  const dataTransfer = await page.evaluateHandle((dropped) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of dropped) {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, files);
  const zone = page.getByRole('region', { name: zoneName });
  await zone.dispatchEvent('dragover', { dataTransfer });
  await zone.dispatchEvent('drop', { dataTransfer });
}

/** A line of the summary: file, what became of it, new, changed, deleted, unchanged, conflicts, rejected. */
async function expectLine(page: Page, file: string, ...cells: readonly string[]): Promise<void> {
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: file, exact: true }) });
  await expect(row).toHaveCount(1);
  for (const [index, cell] of cells.entries())
    await expect(row.getByRole('cell').nth(index)).toContainText(cell);
}

test('thirty workbooks come in at once, whatever is wrong with some of them', async ({ app, folder }) => {
  test.setTimeout(240_000);
  const { page } = app;
  const paths = await thirtyFiles(folder);
  expect(paths).toHaveLength(30);
  await beginWork(page, { language: 'en', name: 'Lee Seoyeon', workspace: 'Headquarters' });
  await goTo(page, 'Receive');
  await drop(page, paths);
  await expect(page.getByRole('heading', { name: 'What happens' })).toBeVisible({ timeout: 120_000 });
  await expect(page.getByText(/^The file “cut\.xlsx” is damaged or incomplete/)).toBeVisible();
  await expect(page.getByText(/^The file “photo\.xlsx” is not a spreadsheet/)).toBeVisible();
  await expect(page.getByLabel('Password of locked.xlsx')).toBeVisible();
  await takeOver(page);

  await expectLine(page, 'cut.xlsx', 'refused');
  await expectLine(page, 'photo.xlsx', 'refused');
  await expectLine(page, 'locked.xlsx', 'refused');
  await expectLine(page, 'center-01.xlsx', 'imported', '3', '0', '0');
  await expectLine(page, 'center-24.xlsx', 'imported', '3', '0', '0');
  await expectLine(page, 'one-side.xlsx', 'imported', '3', '0', '0', '', '0', '0');
  await expectLine(page, 'other-side.xlsx', 'imported', '0', '0', '0', '', '1', '0');
  await expectLine(page, 'bad-cell.xlsx', 'imported', '5', '0', '0', '', '0', '1');
  await expectLine(page, 'Total', '30 files', '80', '0', '0', '', '1', '1');
  const next = page.getByRole('region', { name: 'What to do next' });
  await expect(next).toContainText('Send 1 file back to be corrected');
  await expect(next).toContainText('Ask for 3 files again');

  const saved = await app.saveDownload(() =>
    page.getByRole('button', { name: 'Rows to correct… (bad-cell.xlsx)' }).click(),
  );
  expect(saved.name).toBe('bad-cell_to-correct.xlsx');
  const sheet = sheetOf(await readFile(saved.path), 'Consultations');
  expect(sheet.rows.flat()).toContain(
    'Date: “31.02.2025” is not a date of the calendar. Write year-month-day, for example 2026-11-23.',
  );
  const corrected = join(folder, 'mail', 'corrected.xlsx');
  await withEditedCells(saved.path, corrected, [
    { sheet: 'Consultations', rowWith: 'Dated badly', header: 'Date', text: '2025-02-28' },
  ]);

  await next.getByRole('link', { name: 'Decide 1 conflict' }).click();
  await expect(page.getByText('Start with money.').first()).toBeVisible();
  await expect(page.getByText('Start with people.').first()).toBeVisible();

  await receive(app, [corrected]);
  await page.getByRole('button', { name: 'Import 1 record', exact: true }).click();
  await expect(page.getByText('Imported: 1 new, 0 changed, 0 deleted.')).toBeVisible();
  await receive(app, [corrected]);
  await expect(page.getByText('Already imported, nothing to change')).toBeVisible();

  await goTo(page, 'Send');
  await page.getByRole('radio', { name: 'Leave personal data out' }).check();
  await expect(
    page.getByRole('region', { name: 'What stays out' }).getByText('People: E-mail'),
  ).toBeVisible();
  const consolidated = await app.saveDownload(() =>
    page.getByRole('button', { name: 'Save the workbook…' }).click(),
  );
  const people = sheetOf(await readFile(consolidated.path), 'People');
  expect(people.rows[0]).not.toContain('E-mail');
  expect(sheetOf(await readFile(consolidated.path), 'Consultations').rows.flat()).toContain('Dated badly');
});

/** Presses the button as soon as some files are saved; a person is slower than small workbooks. */
async function stopBetweenFiles(page: Page, name: string): Promise<void> {
  await page.evaluate((label) => {
    const watch = new MutationObserver(() => {
      if (!/개 중 [1-9]\d*개 저장 중/.test(document.body.textContent ?? '')) return;
      watch.disconnect();
      for (const button of document.querySelectorAll('button')) {
        if (button.textContent === label) button.click();
      }
    });
    watch.observe(document.body, { childList: true, subtree: true, characterData: true });
  }, name);
}

test('reading and importing many workbooks can be stopped, and the rest comes in later', async ({
  app,
  folder,
}) => {
  test.setTimeout(240_000);
  const { page } = app;
  const paths = await thirtyFiles(folder);
  const fine = paths.filter((path) => basename(path).startsWith('center-'));
  await beginWork(page, { language: 'ko', name: '이서연', workspace: '본부' });
  await goTo(page, '받기');

  await drop(page, paths, '통합 문서를 여기에 끌어다 놓으세요');
  await page.getByRole('button', { name: '중단' }).click();
  await expect(page.getByRole('button', { name: '파일 선택…' })).toBeVisible();
  await goTo(page, '컨설팅');
  await expect(page.getByText('아직 기록한 컨설팅이 없습니다')).toBeVisible();

  await goTo(page, '받기');
  await drop(page, fine, '통합 문서를 여기에 끌어다 놓으세요');
  const take = page.getByRole('button', { name: /^기록 \d+건 가져오기$/ });
  await take.waitFor({ timeout: 120_000 });
  await stopBetweenFiles(page, '이 파일까지만 저장');
  await take.click();
  await expect(page.getByRole('heading', { name: '결과' })).toBeVisible();
  const left = page.getByRole('row').filter({ hasText: '가져오지 못함' });
  const first = await left.count();
  expect(first).toBeGreaterThan(0);
  expect(first).toBeLessThan(fine.length);

  // What was imported is whole; what was not comes in when it is received again.
  await page.getByRole('button', { name: '더 받기' }).click();
  await drop(page, fine, '통합 문서를 여기에 끌어다 놓으세요');
  await take.waitFor({ timeout: 120_000 });
  await expect(take).toHaveText(new RegExp(`${first * 3}건`));
});
