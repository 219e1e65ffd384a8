import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { type App, expect, test } from './support/app.ts';
import { receive, sendEverything, takeOver } from './support/exchange.ts';
import { logConsultation } from './support/logging.ts';
import { beginWork, expertInBulgaria, expertInKorean, goTo, type Language } from './support/person.ts';

// The whole life of a report: written from the log, sealed, returned, submitted again, accepted, and watched since.

const year = new Date().getFullYear();
const advice = (topic: string, country: string, type: string, fieldName: string) => ({
  date: `${year}-01-01`,
  expert: 'Park Jun',
  client: { name: 'Sample Agency', type, country },
  topic,
  field: fieldName,
  question: 'Where to begin?',
  advice: 'With the registers.',
});
const inEnglish = (topic: string) => advice(topic, 'Bulgaria', 'Agency', 'Infrastructure and cloud');

test('a report is written, sealed, returned, submitted again and accepted, and shows what changed since', async ({
  app: center,
  anotherApp,
}) => {
  test.setTimeout(240_000);
  const { page } = center;
  await beginWork(page, expertInBulgaria);
  await logConsultation(page, inEnglish('Registers'));

  await openAnnual(page, 'en');
  await page.getByRole('button', { name: 'Begin this report' }).click();
  const editor = page.getByRole('region', { name: 'Texts of the report' });
  const summary = editor.getByRole('textbox', { name: 'Summary (English)' });
  await editor.getByRole('button', { name: 'Take into the text: Summary' }).click();
  await expect(summary).toHaveValue(/^Consultations: 1;/);
  await expect(editor.getByRole('textbox', { name: 'Summary (Korean)' })).toHaveValue(/컨설팅 1건/);
  // A text in one language is flagged where it is written and on the paper, until the other is there.
  await editor.getByRole('textbox', { name: 'Problems (English)' }).fill('Power cuts.');
  await expect(editor.getByText('Missing in Korean')).toBeVisible();
  await editor.getByRole('textbox', { name: 'Problems (Korean)' }).fill('정전이 잦습니다.');
  await expect(editor.getByText('Missing in Korean')).toBeHidden();
  await editor.getByRole('textbox', { name: 'Next steps (English)' }).focus();
  await expect(page.getByText('All texts are saved.')).toBeVisible();
  await expect(page.getByRole('article')).toContainText('Power cuts.');

  // The log goes on: the sentence in the text no longer says what it says.
  await logConsultation(page, inEnglish('Portal'));
  await openAnnual(page, 'en');
  const english = editor.getByRole('status').filter({ hasText: 'Now: Consultations: 2' });
  await expect(english).toContainText('In the text: Consultations: 1');
  await english.getByRole('button', { name: 'Take the new one' }).click();
  await expect(summary).toHaveValue(/^Consultations: 2;/);
  const korean = editor.getByRole('status').filter({ hasText: '컨설팅 2건' });
  await korean.getByRole('button', { name: 'Keep the text' }).click();
  await expect(korean).toBeHidden();
  await expect(editor.getByRole('textbox', { name: 'Summary (Korean)' })).toHaveValue(/컨설팅 1건/);

  await page.getByRole('button', { name: 'Submit and seal' }).click();
  await expect(page.getByRole('dialog')).toContainText('The period runs until');
  await page.getByRole('button', { name: 'Submit all the same' }).click();
  const paper = page.getByRole('article');
  await expect(paper).toContainText(/SHA-256 [0-9a-f]{64}/);
  await expect(page.getByText('The records still say what the report said.')).toBeVisible();
  const workbook = await center.saveDownload(() =>
    page.getByRole('button', { name: 'Excel workbook' }).click(),
  );
  expect(workbook.name).toMatch(/^Annual report Korea-Bulgaria\('10\) .*\.xlsx$/);
  const sent = await sendEverything(center);
  expect(verify(sent.path)).toMatchObject({ status: 0 });

  const office = await anotherApp('headquarters');
  await beginWork(office.page, { language: 'en', name: 'Lee Seoyeon', workspace: 'Headquarters' });
  await takeFrom(office, sent.path);
  await goTo(office.page, 'Today');
  const waiting = office.page.getByRole('region', { name: 'Reports that wait or are late' });
  await waiting.getByRole('link', { name: /^Annual report/ }).click();
  await office.page.getByRole('textbox', { name: 'What is to be corrected' }).fill('Say what was adopted.');
  await office.page.getByRole('button', { name: 'Return', exact: true }).click();
  await expect(office.page.getByText('Returned, to be corrected: Say what was adopted.')).toBeVisible();

  await takeFrom(center, (await sendEverything(office)).path);
  await openAnnual(page, 'en');
  await expect(page.getByText('Returned, to be corrected: Say what was adopted.')).toBeVisible();
  await editor.getByRole('textbox', { name: 'Achievements (English)' }).fill('Nothing yet.');
  await page.getByRole('button', { name: 'Submit again' }).click();
  await expect(page.getByRole('dialog')).toContainText('1 text is missing in Korean.');
  await page.getByRole('button', { name: 'Submit all the same' }).click();
  await expect(paper).toContainText(/SHA-256 [0-9a-f]{64}/);
  await expect(paper).toContainText('Nothing yet.');

  await takeFrom(office, (await sendEverything(center)).path);
  await goTo(office.page, 'Today');
  await waiting.getByRole('link', { name: /^Annual report/ }).click();
  await office.page.getByRole('button', { name: 'Accept', exact: true }).click();
  const shown = office.page.getByRole('region', { name: 'Preview' });
  await expect(shown.getByText('Accepted', { exact: true })).toBeVisible();
  await office.page.getByRole('link', { name: 'Consolidated report' }).click();
  await office.page.getByRole('combobox', { name: 'Kind of report' }).click();
  await office.page.getByRole('option', { name: 'Annual report' }).click();
  await office.page.getByRole('combobox', { name: 'Period' }).click();
  await office.page.getByRole('option', { name: String(year), exact: true }).click();
  await expect(office.page.getByRole('table').first()).toContainText(
    '1 of 1 expected reports submitted, 1 of them accepted',
  );
  await expect(office.page.getByRole('article')).toContainText('Nothing yet.');
  await takeFrom(center, (await sendEverything(office)).path);

  // What is entered after the seal is a correction: said on the page, and found in the workbook by the command line.
  await logConsultation(page, inEnglish('Late entry'));
  await openAnnual(page, 'en');
  await expect(page.getByText('Changed since it was submitted')).toBeVisible();
  await expect(page.getByText('Consultation · Late entry: Added')).toBeVisible();
  const corrected = verify((await sendEverything(center)).path);
  expect(corrected.status).toBe(1);
  expect(corrected.stdout).toContain('Late entry');
});

test('a Korean report takes its sentences from the log, is sealed, and prints without the screen around it', async ({
  app,
}) => {
  const { page } = app;
  await beginWork(page, expertInKorean);
  await logConsultation(page, advice('등록부', '불가리아', '전문기관', '인프라·클라우드'), 'ko');
  await openAnnual(page, 'ko');
  await page.getByRole('button', { name: '보고서 작성 시작' }).click();
  await page.getByRole('button', { name: '본문에 넣기: 총괄' }).click();
  await expect(page.getByRole('textbox', { name: '요약 (한국어)' })).toHaveValue(/컨설팅 1건/);
  await page.getByRole('button', { name: '제출 및 봉인' }).click();
  await page.getByRole('button', { name: '그대로 제출' }).click();
  await expect(page.getByText('현재 기록이 제출 당시의 보고서와 같습니다.')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('article')).toContainText('연간 보고서');
  await expect(page.getByRole('button', { name: 'Excel 통합 문서' })).toBeHidden();
  await expect(page.getByRole('navigation', { name: '주 메뉴' })).toBeHidden();
});

const words = { en: ['Reports', /^Annual report/], ko: ['보고서', /^연간 보고서/] } as const;

async function openAnnual(page: Page, language: Language): Promise<void> {
  const [entry, annual] = words[language];
  await goTo(page, entry);
  await page.getByRole('button', { name: annual }).click();
}

async function takeFrom(app: App, path: string): Promise<void> {
  await receive(app, [path]);
  await takeOver(app.page);
}

/** What `npm run batch -- verify FILE` says of a workbook. */
function verify(path: string): { readonly status: number | null; readonly stdout: string } {
  const root = resolve(import.meta.dirname, '../..');
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'electron/batch/main.ts', 'verify', path],
    { cwd: root, encoding: 'utf8', timeout: 120_000 },
  );
  return { status, stdout };
}
