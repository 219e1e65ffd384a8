import { eraseDatabases } from '../support/pageDatabase.ts';
import { expect, test } from './support/app.ts';
import { logConsultation, openRecord } from './support/logging.ts';
import {
  beginWork,
  expectHistory,
  expertInBulgaria,
  expertInKorean,
  goTo,
  historyWith,
} from './support/person.ts';

// Chromium erases a whole database when a disk fills up or a block is damaged, and says nothing.

test('a browser store that vanished is rebuilt from the journal, and one sentence says so', async ({
  app,
}) => {
  await beginWork(app.page, expertInBulgaria);
  await logConsultation(app.page, {
    date: '2025-04-07',
    expert: 'Park Jiho',
    client: { name: 'Ministry of e-Governance', type: 'Ministry', country: 'Bulgaria' },
    topic: 'Cloud policy',
    field: 'Infrastructure and cloud',
    question: 'Which data may leave the country?',
    advice: 'Classify data first.',
  });
  await eraseDatabases(app.page);
  const page = await app.reopen();
  // The set-up, the organization, the expert and the consultation.
  const sentence = page.getByText(
    'The working store was rebuilt from the journal (4 change sets). Nothing is missing.',
  );
  await expect(sentence).toBeVisible();
  await expectHistory(page, historyWith(["Korea-Bulgaria('10)", 10, 6, 12], ['Total', 76, 110, 117]));
  const record = await openRecord(page, 'Consultations', 'Cloud policy');
  await expect(record).toContainText('Ministry of e-Governance');
  await page.getByRole('button', { name: 'Understood' }).click();
  await expect(sentence).toBeHidden();
});

test('the Korean screen says so as well', async ({ app }) => {
  await beginWork(app.page, expertInKorean);
  await eraseDatabases(app.page);
  const page = await app.reopen();
  await expect(
    page.getByText('저널에서 작업 저장소를 다시 만들었습니다(변경 묶음 1개). 빠진 기록은 없습니다.'),
  ).toBeVisible();
  await goTo(page, '센터');
  await expect(page.getByText('6건', { exact: true })).toBeVisible();
});
