import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { field } from './support/logging.ts';
import {
  beginWork,
  expectHistory,
  expertInBulgaria,
  expertInKorean,
  historyWith,
  mouseEvents,
  watchMouse,
} from './support/person.ts';

// The whole entry of a consultation, with what it needs made on the spot, by someone who has no mouse.

const entries = {
  en: {
    newcomer: expertInBulgaria,
    date: ['Date', '2025-04-07'],
    experts: ['Experts', 'Park Jiho'],
    client: ['Client organization', 'Ministry of e-Governance'],
    type: ['Type', 'Ministry'],
    country: ['Country', 'Bulgaria'],
    topic: ['Topic', 'Cloud policy'],
    field: ['Field', 'Infrastructure and cloud'],
    question: ['Question', 'Which data may leave the country?'],
    advice: ['Advice', 'Classify data first.'],
    nextAction: ['Next action', 'Send the Korean cloud act'],
    due: ['Due', '2025-05-02'],
  },
  ko: {
    newcomer: expertInKorean,
    date: ['날짜', '2025-04-07'],
    experts: ['전문가', '박지호'],
    client: ['자문 대상 기관', '전자정부부'],
    type: ['유형', '중앙부처'],
    country: ['국가', '불가리아'],
    topic: ['주제', '클라우드 정책'],
    field: ['분야', '인프라·클라우드'],
    question: ['요청 사항', '어떤 데이터를 국외로 이전할 수 있습니까?'],
    advice: ['자문 내용', '데이터부터 분류하십시오.'],
    nextAction: ['후속 조치', '한국 클라우드컴퓨팅법 번역본 송부'],
    due: ['조치 기한', '2025-05-02'],
  },
} as const;

for (const language of ['en', 'ko'] as const) {
  test(`a consultation is logged with the keyboard alone (${language})`, async ({ app }) => {
    const { page } = app;
    const entry = entries[language];
    await beginWork(page, entry.newcomer);
    await watchMouse(page);

    // A browser keeps Ctrl+N for itself.
    await page.keyboard.press(app.host === 'browser' ? 'Alt+n' : 'Control+n');
    await expect(field(page, entry.date[0])).toBeFocused();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(entry.date[1]);

    await write(page, field(page, entry.experts[0]), entry.experts[1]);
    await page.keyboard.press('Enter');
    const person = page.getByRole('dialog');
    await expect(person).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(person).toBeHidden();

    await write(page, field(page, entry.client[0]), entry.client[1]);
    await page.keyboard.press('Enter');
    const organization = page.getByRole('dialog');
    await expect(organization).toBeVisible();
    await choose(page, field(organization, entry.type[0]), entry.type[1]);
    await write(page, field(organization, entry.country[0]), entry.country[1]);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    await expect(organization).toBeHidden();

    await write(page, field(page, entry.topic[0]), entry.topic[1]);
    await choose(page, field(page, entry.field[0]), entry.field[1]);
    for (const [label, text] of [entry.question, entry.advice, entry.nextAction, entry.due]) {
      await write(page, field(page, label), text);
    }
    await page.keyboard.press('Control+Enter');
    const record = page.getByRole('region', { name: entry.topic[1], exact: true });
    await expect(record).toContainText(entry.client[1]);
    await expect(record).toContainText(entry.experts[1]);
    expect(await mouseEvents(page)).toBe(0);
    if (language === 'en') {
      await expectHistory(page, historyWith(["Korea-Bulgaria('10)", 10, 6, 12], ['Total', 76, 110, 117]));
    }
  });
}

/** Goes on with Tab to a field and types. */
async function write(page: Page, box: Locator, text: string): Promise<void> {
  await tabTo(page, box);
  await page.keyboard.insertText(text);
}

/** Goes to a drop-down list and down to the choice. */
async function choose(page: Page, list: Locator, choice: string): Promise<void> {
  await tabTo(page, list);
  const chosen = (): Promise<string> =>
    list.evaluate((element) =>
      element instanceof HTMLSelectElement ? (element.selectedOptions[0]?.label ?? '') : '',
    );
  for (let step = 0; step < 20 && (await chosen()) !== choice; step++) await page.keyboard.press('ArrowDown');
  expect(await chosen()).toBe(choice);
}

async function tabTo(page: Page, target: Locator): Promise<void> {
  const isThere = (): Promise<boolean> => target.evaluate((element) => element === document.activeElement);
  for (let step = 0; step < 20 && !(await isThere()); step++) await page.keyboard.press('Tab');
  await expect(target).toBeFocused();
}
