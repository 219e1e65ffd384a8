import type { Page } from '@playwright/test';
import { type App, expect, test } from './support/app.ts';
import {
  type Consultation,
  field,
  fillConsultation,
  logConsultation,
  logTraining,
  openRecord,
  saveButton,
  savedToast,
} from './support/logging.ts';
import { beginWork, expertInBulgaria, expertInKorean, goTo, keepForOffline } from './support/person.ts';

// Weeks without a network and with power cuts: what the screen called saved is there again.

const consultation: Consultation = {
  date: '2025-04-07',
  expert: 'Park Jiho',
  client: { name: 'Ministry of e-Governance', type: 'Ministry', country: 'Bulgaria' },
  topic: 'Cloud policy',
  field: 'Infrastructure and cloud',
  question: 'Which data may leave the country?',
  advice: 'Classify data first.',
  nextAction: 'Send the Korean cloud act',
  due: '2025-05-02',
};
const koreanConsultation: Consultation = {
  date: '2025-04-07',
  expert: '박지호',
  client: { name: '전자정부부', type: '중앙부처', country: '불가리아' },
  topic: '클라우드 정책',
  field: '인프라·클라우드',
  question: '어떤 데이터를 국외로 이전할 수 있습니까?',
  advice: '데이터부터 분류하십시오.',
  nextAction: '한국 클라우드컴퓨팅법 번역본 송부',
  due: '2025-05-02',
};
const training = { title: 'Cloud basics', start: '2025-05-12', end: '2025-05-16', women: 9, men: 11 };

test('a consultation and a training are logged, edited, deleted and brought back offline', async ({
  app,
}) => {
  await startOffline(app, () => beginWork(app.page, expertInBulgaria));
  const { page } = app;
  await logConsultation(page, consultation);
  await logTraining(page, training);

  await openRecord(page, 'Consultations', 'Cloud policy');
  await field(page, 'Hours').fill('3.5');
  await page.getByRole('radio', { name: 'Planned' }).check();
  await save(page);
  await openRecord(page, 'Trainings', 'Cloud basics');
  await page.getByLabel('women', { exact: true }).fill('10');
  await expect(page.getByText('Total 21')).toBeVisible();
  await save(page);

  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('heading', { name: 'No training is logged yet' })).toBeVisible();
  await page
    .getByText('Deleted: Cloud basics', { exact: true })
    .locator('xpath=..')
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(page.getByRole('row').filter({ hasText: 'Cloud basics' })).toBeVisible();

  await expectEverything(page);
  await expectEverything(await app.reopen());
});

test('a consultation is logged offline in Korean and is there after the window was closed', async ({
  app,
}) => {
  await startOffline(app, () => beginWork(app.page, expertInKorean));
  await logConsultation(app.page, koreanConsultation, 'ko');
  const page = await app.reopen();
  await goTo(page, '오늘');
  await expect(page.getByRole('link', { name: '한국 클라우드컴퓨팅법 번역본 송부' })).toBeVisible();
  const record = await openRecord(page, '컨설팅', '클라우드 정책');
  await expect(record).toContainText('전자정부부');
  await expect(record).toContainText('박지호');
  await expect(field(page, '자문 내용')).toHaveValue('데이터부터 분류하십시오.');
});

test('a power cut right after “Saved” loses nothing', async ({ app }) => {
  await startOffline(app, () => beginWork(app.page, expertInBulgaria));
  await fillConsultation(app.page, consultation);
  await saveButton(app.page).click();
  await savedToast(app.page).waitFor();
  const page = await app.crashAndReopen();
  const record = await openRecord(page, 'Consultations', 'Cloud policy');
  await expect(record).toContainText('Ministry of e-Governance');
  await expect(record).toContainText('Park Jiho');
  await expect(field(page, 'Next action')).toHaveValue('Send the Korean cloud act');
});

async function startOffline(app: App, begin: () => Promise<void>): Promise<void> {
  await begin();
  await keepForOffline(app.page);
  await app.goOffline();
}

async function save(page: Page): Promise<void> {
  await saveButton(page).click();
  await expect(saveButton(page)).toBeDisabled();
}

/** What the first story left behind, looked up page by page. */
async function expectEverything(page: Page): Promise<void> {
  await goTo(page, 'Today');
  await expect(page.getByRole('link', { name: 'Send the Korean cloud act' })).toBeVisible();
  const advice = await openRecord(page, 'Consultations', 'Cloud policy');
  await expect(advice).toContainText('Ministry of e-Governance');
  await expect(advice).toContainText('Park Jiho');
  await expect(field(page, 'Hours')).toHaveValue('3.5');
  await expect(page.getByRole('radio', { name: 'Planned' })).toBeChecked();
  await openRecord(page, 'Trainings', 'Cloud basics');
  await expect(page.getByLabel('women', { exact: true })).toHaveValue('10');
  await expect(page.getByLabel('men', { exact: true })).toHaveValue('11');
  await goTo(page, 'Organizations');
  await expect(page.getByRole('row').filter({ hasText: 'Ministry of e-Governance' })).toContainText(
    'Bulgaria',
  );
}
