import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { hasOffice, savedByOffice } from '../support/e2eOffice.ts';
import { cellOf, placeOf, readFile, sheetOf, withEditedCells } from '../support/e2eWorkbooks.ts';
import { type App, expect, type SavedDownload, test } from './support/app.ts';
import { receive } from './support/exchange.ts';
import { type Consultation, field, logConsultation, logTraining, openRecord } from './support/logging.ts';
import { beginWork, expertInBulgaria, goTo } from './support/person.ts';

// A report goes to headquarters as a workbook, is changed there in a spreadsheet program, and comes back.

const first: Consultation = {
  date: '2025-04-07',
  expert: 'Park Jiho',
  client: { name: 'Ministry of e-Governance', type: 'Ministry', country: 'Bulgaria' },
  topic: 'Cloud policy',
  field: 'Infrastructure and cloud',
  question: 'Which data may leave the country?',
  advice: 'Classify data first.',
};
const second: Consultation = {
  ...first,
  date: '2025-05-12',
  topic: 'Digital identity',
  field: 'Digital identity',
};
const beforePeriod: Consultation = { ...first, date: '2025-01-20', topic: 'Open data' };

test('a report goes out, comes back changed, and only what changed is taken', async ({ app, folder }) => {
  test.setTimeout(150_000);
  await beginWork(app.page, expertInBulgaria);
  for (const entry of [first, second, beforePeriod]) await logConsultation(app.page, entry);
  await logTraining(app.page, {
    title: 'Cloud basics',
    start: '2025-05-12',
    end: '2025-05-16',
    women: 9,
    men: 11,
  });

  const report = await exportQuarter(app, 'Q2 2025');
  await checkReport(report);
  const returned = await editedReport(report, folder);

  const { page } = app;
  await receive(app, [returned.path]);
  await checkPreview(page, returned);
  await page.getByRole('button', { name: 'Start over' }).click();
  await expectAdvice(page, 'Classify data first.');

  await receive(app, [returned.path]);
  await page.getByRole('button', { name: 'Import 1 record' }).click();
  await expect(page.getByText('Imported: 0 new, 1 changed, 0 deleted.')).toBeVisible();
  await expect(page.getByText('1 row was rejected and is not imported.')).toBeVisible();
  await expectAdvice(page, 'Classify data by risk first.');
  await openRecord(page, 'Consultations', 'Digital identity');
  await expect(field(page, 'Date')).toHaveValue('2025-05-12');

  await receive(app, [returned.path]);
  await expect(page.getByText('Changed 1', { exact: true })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Nothing to import' })).toBeDisabled();

  await goTo(page, 'Changes');
  await page.getByRole('button', { name: /^Undo: Import of eGCC_BG10_2025-Q2_report\.xlsx/ }).click();
  await expect(page.getByText('Taken back', { exact: true }).first()).toBeVisible();
  await expectAdvice(page, 'Classify data first.');

  // The same rejected row, to a Korean reader.
  await goTo(page, 'Settings');
  await page.getByRole('radio', { name: '한국어' }).check();
  await goTo(page, '받기');
  await page.getByRole('button', { name: '처음부터' }).click();
  await app.upload([returned.path], () => page.getByRole('button', { name: '파일 선택…' }).click());
  const rejected = plannedRow(page, 'Digital identity');
  await expect(rejected).toContainText('반려');
  await expect(rejected).toContainText(`Consultations ${returned.rejectedRow}행`);
  await expect(rejected).toContainText(`${returned.rejectedCell} 셀 · 날짜 · 값: next spring`);
  await expect(rejected).toContainText(
    '“next spring”은(는) 달력에 있는 날짜가 아닙니다. 2026-11-23처럼 연-월-일로 입력하세요.',
  );
});

/** Goes back to the quarter and saves its report. */
async function exportQuarter(app: App, quarter: string): Promise<SavedDownload> {
  const { page } = app;
  await goTo(page, 'Send');
  await page.getByRole('radio', { name: 'One quarter' }).check();
  const period = page.getByRole('group', { name: 'Period' }).getByRole('status');
  for (let step = 0; step < 60 && (await period.innerText()) !== quarter; step++) {
    await page.getByRole('button', { name: 'Earlier' }).click();
  }
  await expect(period).toHaveText(quarter);
  const contents = page.getByRole('table', { name: 'What will be in it' });
  await expect(contents.getByRole('row', { name: 'Consultations 2' })).toBeVisible();
  await expect(contents.getByRole('row', { name: 'Trainings 1' })).toBeVisible();
  const report = await app.saveDownload(() =>
    page.getByRole('button', { name: 'Save the workbook…' }).click(),
  );
  await expect(page.getByText(/^Saved: .*eGCC_BG10_2025-Q2_report\.xlsx/)).toBeVisible();
  return report;
}

async function checkReport({ name, path }: SavedDownload): Promise<void> {
  expect(name).toBe('eGCC_BG10_2025-Q2_report.xlsx');
  const grid = await readFile(path);
  const visible = grid.sheets.filter(({ visibility }) => visibility === 'visible').map((sheet) => sheet.name);
  // A sheet for each type of which the quarter holds records, or to which they refer.
  expect(visible).toEqual([
    'Cover',
    'History of eGCC',
    'Indicators',
    'Centers',
    'Organizations',
    'People',
    'Consultations',
    'Trainings',
    'Data dictionary',
  ]);
  expect(sheetOf(grid, '_fieldbook').visibility).toBe('veryHidden');
  const consultations = sheetOf(grid, 'Consultations');
  expect(consultations.rows.filter((row) => row.some((cell) => cell !== null))).toHaveLength(3);
  expect(cellOf(consultations, 'Cloud policy', 'Advice')).toBe('Classify data first.');
  expect(cellOf(consultations, 'Cloud policy', 'Client organization')).toBe('Ministry of e-Governance');
  expect(cellOf(consultations, 'Digital identity', 'Date')).toEqual({
    kind: 'date',
    date: '2025-05-12',
    time: null,
  });
  const history = sheetOf(grid, 'History of eGCC');
  expect(history.rows.find((row) => row.includes("Korea-Bulgaria('10)"))).toEqual(
    expect.arrayContaining([10, 8, 13]),
  );
}

interface Returned {
  readonly path: string;
  readonly changedRow: number;
  readonly rejectedRow: number;
  readonly rejectedCell: string;
}

/** One good change and one that nobody can read, saved by another program where there is one. */
async function editedReport(report: SavedDownload, folder: string): Promise<Returned> {
  const consultations = sheetOf(await readFile(report.path), 'Consultations');
  const changed = placeOf(consultations, 'Cloud policy', 'Advice');
  const rejected = placeOf(consultations, 'Digital identity', 'Date');
  const edited = join(folder, 'edited', report.name);
  await withEditedCells(report.path, edited, [
    {
      sheet: 'Consultations',
      rowWith: 'Cloud policy',
      header: 'Advice',
      text: 'Classify data by risk first.',
    },
    { sheet: 'Consultations', rowWith: 'Digital identity', header: 'Date', text: 'next spring' },
  ]);
  const places = {
    changedRow: changed.row + 1,
    rejectedRow: rejected.row + 1,
    rejectedCell: rejected.address,
  };
  if (hasOffice) return { path: await savedByOffice(edited, join(folder, 'returned')), ...places };
  console.log('LibreOffice is not here: the edited workbook comes back without another program in between.');
  return { path: edited, ...places };
}

async function checkPreview(page: Page, { changedRow, rejectedRow, rejectedCell }: Returned): Promise<void> {
  await expect(page.getByText('Fieldbook export, edited since')).toBeVisible();
  const rejected = plannedRow(page, 'Digital identity');
  await expect(rejected).toContainText('Rejected');
  await expect(rejected).toContainText(`Consultations, row ${rejectedRow}`);
  await expect(rejected).toContainText(`Cell ${rejectedCell} · Date · Value: next spring`);
  await expect(rejected).toContainText(
    '“next spring” is not a date of the calendar. Write year-month-day, for example 2026-11-23.',
  );
  await expect(rows(page)).toHaveCount(1);

  await page
    .getByText(/^Changed 1$/)
    .last()
    .click();
  const changed = plannedRow(page, 'Cloud policy');
  await expect(changed).toContainText(`Consultations, row ${changedRow}`);
  await expect(changed.getByRole('row', { name: /^Advice/ })).toHaveText(
    'AdviceClassify data first.Classify data by risk first.taken from the workbook',
  );
  await expect(changed.getByRole('table').getByRole('row')).toHaveCount(2);
  await expect(rows(page)).toHaveCount(1);

  // Everything else that the report held: the center, its figures, people, the organization, the training.
  await page
    .getByText(/^Unchanged \d+$/)
    .last()
    .click();
  await expect(plannedRow(page, 'Cloud basics')).toContainText('Unchanged');
  await expect(plannedRow(page, 'Cloud policy')).toBeHidden();
}

const rows = (page: Page): Locator => page.getByRole('article');
const plannedRow = (page: Page, title: string): Locator => rows(page).filter({ hasText: title });

async function expectAdvice(page: Page, advice: string): Promise<void> {
  await openRecord(page, 'Consultations', 'Cloud policy');
  await expect(field(page, 'Advice')).toHaveValue(advice);
}
