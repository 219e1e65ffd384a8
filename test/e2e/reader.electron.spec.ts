import { join } from 'node:path';
import { colleague, logAt, saveExport, saveFile } from '../support/e2eWorkbooks.ts';
import { costlyWorkbook } from '../support/workbookFiles.ts';
import { expect, test } from './support/app.ts';
import { beginWork, goTo, type Newcomer } from './support/person.ts';

// A workbook is read in a process of its own. The bounds are lowered here, so that an honest file goes beyond them.

// A parser that is stopped by the clock may take all of it first.
test.describe.configure({ timeout: 120_000 });
const patient = { timeout: 40_000 };

interface Case {
  readonly what: string;
  /** Milliseconds and megabytes. */
  readonly bounds: string;
  readonly reader: Newcomer;
  readonly receive: string;
  readonly choose: string;
  readonly sentence: string;
}

const officer = { language: 'en', name: 'Lee Seoyeon', workspace: 'Headquarters' } as const;
const koreanOfficer = { language: 'ko', name: '이서연', workspace: '본부' } as const;
const english = { reader: officer, receive: 'Receive', choose: 'Choose files…' };
const korean = { reader: koreanOfficer, receive: '받기', choose: '파일 선택…' };

const cases: readonly Case[] = [
  {
    what: 'time',
    bounds: '150,1024',
    ...english,
    sentence:
      'Reading “costly.xlsx” took longer than 1 seconds and was stopped. Save it in Excel under a new name and try again.',
  },
  {
    what: 'memory',
    bounds: '20000,230',
    ...english,
    sentence:
      'Reading “costly.xlsx” took more than 230 MB of memory and was stopped. Split it by period or center, or delete sheets and formats that are not needed, and try again.',
  },
  {
    what: 'memory (ko)',
    bounds: '20000,230',
    ...korean,
    sentence:
      '“costly.xlsx”을(를) 읽는 데 메모리가 230MB 넘게 필요하여 중단했습니다. 기간이나 센터별로 나누거나 필요 없는 시트와 서식을 지우고 다시 시도하세요.',
  },
];

for (const { what, bounds, reader, receive, choose, sentence } of cases) {
  test.describe(`a file that takes more ${what} than it may`, () => {
    test.beforeAll(() => {
      process.env.FIELDBOOK_READER_LIMITS = bounds;
    });
    test.afterAll(() => {
      delete process.env.FIELDBOOK_READER_LIMITS;
    });

    test('is stopped with its sentence', async ({ app, folder }) => {
      const { page } = app;
      const costly = join(folder, 'mail', 'costly.xlsx');
      saveFile(costly, costlyWorkbook());
      await beginWork(page, reader);
      await goTo(page, receive);
      await app.upload([costly], () => page.getByRole('button', { name: choose }).click());
      await expect(page.getByText(sentence, { exact: true })).toBeVisible(patient);
    });
  });
}

test('the file beside one that takes too much memory comes in', async ({ anotherApp, folder }) => {
  process.env.FIELDBOOK_READER_LIMITS = '20000,230';
  const app = await anotherApp('small').finally(() => delete process.env.FIELDBOOK_READER_LIMITS);
  const { page } = app;
  const [costly, report] = [join(folder, 'mail', 'costly.xlsx'), join(folder, 'mail', 'report.xlsx')];
  saveFile(costly, costlyWorkbook());
  const sofia = colleague(1);
  logAt(sofia, 'BG10', 'Cloud policy');
  await saveExport(sofia, report);
  await beginWork(page, officer);
  await goTo(page, 'Receive');
  await app.upload([costly, report], () => page.getByRole('button', { name: 'Choose files…' }).click());
  await expect(page.getByText(/^Reading “costly.xlsx” took more than 230 MB/)).toBeVisible(patient);
  await page.getByRole('button', { name: 'Import 3 records' }).click();
  const line = page.getByRole('row', { name: 'report.xlsx' });
  await expect(line.getByText('imported', { exact: true })).toBeVisible();
});

test('reading a large file can be given up, and the next one is read at once', async ({ app, folder }) => {
  const { page } = app;
  const [costly, report] = [join(folder, 'mail', 'costly.xlsx'), join(folder, 'mail', 'report.xlsx')];
  saveFile(costly, costlyWorkbook());
  const sofia = colleague(1);
  logAt(sofia, 'BG10', 'Cloud policy');
  await saveExport(sofia, report);
  await beginWork(page, officer);
  await goTo(page, 'Receive');
  const choose = page.getByRole('button', { name: 'Choose files…' });
  await app.upload([costly], () => choose.click());
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await app.upload([report], () => choose.click());
  await expect(page.getByRole('button', { name: 'Import 3 records' })).toBeVisible(patient);
});
