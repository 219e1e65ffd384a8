import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { derivedRecordId } from '../../shared/core/ids.ts';
import { recordSetOf } from '../../shared/records/recordSet.ts';
import { definitionOf, recordTypes } from '../../shared/records/registry.ts';
import { colleague, saveExport, saveFile } from '../support/e2eWorkbooks.ts';
import { recordsFullOf } from '../support/hostileRecords.ts';
import { xlsxOf } from '../support/workbookFiles.ts';
import { type App, expect, test } from './support/app.ts';
import { receive, sendEverything, takeOver } from './support/exchange.ts';
import { field, logConsultation, logTraining, openRecord, saveButton } from './support/logging.ts';
import { beginWork, goTo, navigation } from './support/person.ts';

// Whatever people type or mail stays text. The guard fails the test on its own when the content policy had to
// stop a script, so nothing may even try to run.

const image = `<img src=x onerror="window.ran='image'">`;
const script = `<script>window.ran='script'</script>`;
const link = `javascript:window.ran='link'`;
// Windows allows no angle brackets in names of files.
const fileName = process.platform === 'win32' ? `' onerror='ran()'.xlsx` : '<img src=x onerror=ran()>.xlsx';
const every = `${image}${script}`;

test('script that is typed into any field stays text', async ({ app }) => {
  const { page } = app;
  watchDialogs(page);
  await beginWork(page, { language: 'en', name: `${every} Kim`, workspace: "Korea-Bulgaria('10)" });
  await logConsultation(page, {
    date: '2025-04-07',
    expert: `${image} Park`,
    client: { name: `${script} Agency`, type: 'Agency', country: 'Bulgaria' },
    topic: `${every} topic`,
    field: 'Strategy and master plan',
    question: every,
    advice: link,
    nextAction: `${every} next`,
    due: '2025-05-02',
  });
  for (const label of ['Evidence \\(where it is kept\\)', 'Reason for being outside the period']) {
    await field(page, label).fill(`${link} ${every}`);
  }
  await saveButton(page).click();
  await expect(saveButton(page)).toBeDisabled();
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(page.getByRole('tabpanel', { name: 'History' })).toContainText(every);
  await logTraining(page, {
    title: `${every} course`,
    start: '2025-05-12',
    end: '2025-05-13',
    women: 1,
    men: 0,
  });
  await expectOnlyText(page);

  await goTo(page, 'Today');
  await expect(page.getByRole('link', { name: `${every} next` })).toBeVisible();
  await expectOnlyText(page);
  for (const list of ['Consultations', 'Trainings', 'People', 'Organizations']) {
    await goTo(page, list);
    await expect(page.getByRole('grid')).toContainText(list === 'Organizations' ? script : image);
    await expectOnlyText(page);
  }
  await goTo(page, 'Consultations');
  await page
    .getByRole('textbox', { name: 'Search in all texts' })
    .or(page.getByRole('searchbox'))
    .fill(every);
  await expect(page.getByRole('row').filter({ hasText: image })).toHaveCount(1);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByLabel('Find or do').fill('onerror');
  await expect(page.getByRole('dialog').getByText(`${every} topic`)).toBeVisible();
  await expectOnlyText(page);
  await page.keyboard.press('Escape');
  await goTo(page, 'Settings');
  await field(page, 'Name').fill(`${every} Lee`);
  await page.keyboard.press('Tab');
  await goTo(page, 'Changes');
  await expectOnlyText(page);
  const sent = await sendEverything(app);
  expect(sent.name).toBe('eGCC_BG10_everything.xlsx');
});

test('script in a workbook stays text in the preview, in the result and in the record', async ({
  app,
  folder,
}) => {
  const { page } = app;
  watchDialogs(page);
  await beginWork(page, { language: 'en', name: 'Lee Seoyeon', workspace: 'Headquarters' });
  const path = join(folder, 'mail', fileName);
  saveFile(path, foreignWorkbook());
  await goTo(page, 'Receive');
  await app.upload([path], () => page.getByRole('button', { name: 'Choose files…' }).click());
  await expect(page.getByRole('heading', { name: `Match the columns of ${fileName}` })).toBeVisible();
  await expectOnlyText(page);
  await page.getByRole('button', { name: 'Continue to the preview' }).click();
  await expect(page.getByText(fileName).first()).toBeVisible();
  await expect(page.getByText('<svg onload=window.ran=1>', { exact: false }).first()).toBeVisible();
  await expect(page.getByRole('article').filter({ hasText: image }).first()).toBeVisible();
  await page
    .getByText(/^All rows \d+$/)
    .last()
    .click();
  await expect(page.getByRole('article').filter({ hasText: link }).first()).toBeVisible();
  await expectOnlyText(page);
  await takeOver(page);
  await expectOnlyText(page);
  await openRecord(page, 'Organizations', `${every} Ministry`);
  await expectOnlyText(page);
  await goTo(page, 'Changes');
  await expect(page.getByText(fileName).first()).toBeVisible();
  await expectOnlyText(page);
});

test('script in every text field of every record type stays text on every page', async ({ app, folder }) => {
  const { page } = app;
  await receiveHostile(app, folder);
  const base = page.url().split('#')[0];
  const entries = navigation(page).getByRole('link');
  for (let index = 0; index < (await entries.count()); index++) {
    await entries.nth(index).click();
    await expect(entries.nth(index)).toHaveAttribute('aria-current', 'page');
    await expectOnlyText(page);
  }
  for (const type of recordTypes) {
    await page.goto(`${base}#/records/${type}/${derivedRecordId('hostile', type, '0')}`);
    // The page before may still be in sight, and its tabs with it.
    await expect(
      page.getByRole('heading', { level: 1, name: definitionOf(type).label.many.en }),
    ).toBeVisible();
    await page.getByRole('tab', { name: 'History' }).click();
    await expect(page.getByRole('tabpanel', { name: 'History' }).getByRole('listitem').first()).toBeVisible();
    await expectOnlyText(page);
  }
});

test('script in records stays text on papers and on pages behind others, on the screen and in print', async ({
  app,
  folder,
}) => {
  test.setTimeout(300_000);
  const { page } = app;
  await receiveHostile(app, folder);
  const base = page.url().split('#')[0];
  const center = derivedRecordId('hostile', 'center', '0');
  const ofCenter = `center=${center}&year=${lastYear}`;
  const period = `kind=annual&from=${lastYear}-01-01&to=${lastYear}-12-31`;
  const visit = async (
    address: string,
    ready: () => Locator,
    prepare: () => Promise<void> = async () => undefined,
  ) => {
    await page.goto(`${base}#${address}`);
    await prepare();
    await expect(ready(), address).toBeVisible();
    await expectOnlyTextOnPaper(app);
  };
  const textIn = (place: Locator) => () => place.getByText('onerror=').filter({ visible: true }).first();
  const paper = textIn(page.getByRole('article'));
  await visit(`/minutes/${derivedRecordId('hostile', 'meeting', '0')}`, paper);
  await visit(`/plan?${ofCenter}`, textIn(page.getByRole('main')));
  await visit(`/plan/settlement?${ofCenter}`, textIn(page.getByRole('region', { name: 'Evidence' })));
  await visit(`/reports?center=${center}&${period}`, textIn(page.getByRole('main')));
  await visit('/reports/consolidated', paper, async () => {
    await page.getByRole('combobox', { name: 'Kind of report' }).click();
    await page.getByRole('option', { name: 'Annual' }).click();
  });
  await visit('/people/hand-over', paper, async () => {
    await page.getByRole('combobox', { name: 'Who leaves' }).click();
    await page.getByRole('option').filter({ hasText: 'onerror=' }).first().click();
  });
  await visit('/indicators/charts', textIn(page.getByRole('main')));
  // No record is named on it; what it draws is made of records all the same.
  await visit('/indicators/map', () => page.locator('main svg').first());
  const asTable = page.getByText('As a table');
  for (const view of ['charts', 'map']) {
    await page.goto(`${base}#/indicators/${view}`);
    await expect(asTable.first()).toBeVisible();
    while ((await asTable.count()) > 0) await asTable.first().click();
    await expectOnlyTextOnPaper(app);
  }
  for (const address of ['committee', 'stories', 'results', 'people', 'quality']) {
    await visit(`/${address}`, textIn(page.getByRole('main')));
  }
});

/** The year of what is not left to chance, so that it stands on papers. */
const lastYear = new Date().getUTCFullYear() - 1;

/** Takes a workbook over whose records are full of script. */
async function receiveHostile(app: App, folder: string): Promise<void> {
  const { page } = app;
  watchDialogs(page);
  await beginWork(page, { language: 'en', name: 'Lee Seoyeon', workspace: 'Headquarters' });
  const sender = colleague(11);
  const hostile = recordsFullOf([every, `${link} ${image}`, '<svg onload=window.ran=1>'], {
    report: { kind: 'annual', from: `${lastYear}-01-01`, to: `${lastYear}-12-31`, status: 'submitted' },
    budgetEntry: { date: `${lastYear}-03-01` },
    plan: { year: lastYear },
  });
  sender.records = recordSetOf(
    recordTypes.flatMap((type) => [...sender.records.all(type), ...hostile.all(type)]),
  );
  const path = join(folder, 'mail', 'everything.xlsx');
  await saveExport(sender, path);
  await receive(app, [path]);
  await expectOnlyText(page);
  await takeOver(page);
  await expectOnlyText(page);
}

/** Two organizations, one of them with a type that nobody knows, and a sheet whose name is an attack. */
function foreignWorkbook(): Uint8Array {
  const row = (number: number, cells: readonly string[]): string =>
    `<row r="${number}">${cells
      .map(
        (text, index) =>
          `<c r="${String.fromCharCode(65 + index)}${number}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`,
      )
      .join('')}</row>`;
  const rows = [
    row(1, ['Name (English)', 'Type', 'Country', every]),
    row(2, [`${every} Ministry`, 'Ministry', 'BG', image]),
    row(3, [`${link} Agency`, image, 'BG', script]),
  ];
  return xlsxOf(
    { name: 'Organizations', rows: rows.join('') },
    { name: escaped('<svg onload=window.ran=1>'), rows: row(1, [every]) },
  );
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function watchDialogs(page: Page): void {
  page.on('dialog', (dialog) => {
    throw new Error(`a dialogue opened: ${dialog.message()}`);
  });
}

/** Nothing ran, and nothing stands in the page that could. */
async function expectOnlyText(page: Page): Promise<void> {
  await expect(navigation(page)).toBeAttached();
  await expectNothingRan(page);
}

async function expectNothingRan(page: Page): Promise<void> {
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  await expect(
    page.locator('img[src="x"], script:not([src]), svg[onload], a[href^="javascript:" i]'),
  ).toHaveCount(0);
}

/** The same of the page as it is printed, where nothing may be a link to script either. */
async function expectOnlyTextOnPaper({ page, host }: App): Promise<void> {
  await expectOnlyText(page);
  await page.emulateMedia({ media: 'print' });
  await expectNothingRan(page);
  if (host === 'browser') {
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    expect(pdf.includes('javascript:')).toBe(false);
    await expectNothingRan(page);
  }
  await page.emulateMedia({ media: 'screen' });
}
