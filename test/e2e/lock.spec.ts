import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Language } from '../../shared/core/language.ts';
import { workingDatabases } from '../support/pageDatabase.ts';
import { type App, expect, test } from './support/app.ts';
import { expectLocked, first, setUp, unlock, words } from './support/locking.ts';
import { field, logConsultation } from './support/logging.ts';
import { beginWork, expertInBulgaria, expertInKorean, goTo, navigation } from './support/person.ts';

const second = '강을 건너는 여덟 척의 배';
/** Typed before and after encryption is on; not to be found in the data folder afterwards. */
const canaries = { before: 'CanaryBeforeHarbour', after: 'CanaryAfterLantern' } as const;

test('a passphrase set at the first run guards everything, from the lock to switching off', async ({
  app,
}) => {
  // The key is stretched eight times, which is meant to take its time.
  test.setTimeout(480_000);
  const w = words.en;
  await beginEncrypted(app.page, 'en');
  const key = await setUp(app.page, 'en');
  await expectLocked(app.page, 'en');
  await unlock(app.page, 'en', 'not this one');
  await expect(app.page.getByRole('alert')).toHaveText(w.wrong);
  await unlock(app.page, 'en', first);
  await expect(navigation(app.page)).toBeVisible();

  // A draft, a lock by key, and the recovery key.
  await typeDraft(app.page, 'en', canaries.after);
  await app.page.keyboard.press('Control+l');
  await expectLocked(app.page, 'en');
  await expect(app.page.getByText(canaries.after)).toHaveCount(0);
  expect(await app.page.title()).toBe('eGCC Fieldbook');
  await app.page.getByRole('button', { name: w.useRecovery }).click();
  await app.page.getByRole('textbox', { name: w.recoveryKey }).fill(key.toLowerCase());
  await app.page.getByRole('button', { name: w.unlock }).click();
  await expect(field(app.page, w.topic)).toHaveValue(canaries.after);

  await change(app.page, 'en', first, second);
  const page = await app.reopen();
  await expectLocked(page, 'en');
  expect(filesWith(app, canaries.after)).toEqual([]);
  await unlock(page, 'en', first);
  await expect(page.getByRole('alert')).toHaveText(w.wrong);
  await unlock(page, 'en', second);
  await expect(navigation(page)).toBeVisible();

  await goTo(page, w.settings);
  await page.getByRole('button', { name: w.switchOff }).click();
  await page.getByLabel(w.current, { exact: true }).fill(second);
  await page.getByRole('dialog').getByRole('button', { name: w.off, exact: true }).click();
  await expect(page.getByRole('button', { name: w.setUp })).toBeVisible({ timeout: 30_000 });
  const plain = await app.reopen();
  await expect(navigation(plain)).toBeVisible();
});

test('what was typed before is not found in the data folder either, and Korean says all of it', async ({
  app,
}) => {
  test.setTimeout(480_000);
  const w = words.ko;
  await beginWork(app.page, expertInKorean);
  await saveTopic(app.page, canaries.before);
  await goTo(app.page, w.settings);
  await app.page.getByRole('button', { name: '지금 백업' }).click();
  await expect(app.page.getByText('백업하고 확인했습니다.')).toBeVisible();
  expect(filesWith(app, canaries.before)).not.toEqual([]);
  await app.page.getByRole('button', { name: w.setUp }).click();
  await setUp(app.page, 'ko');
  await expectLocked(app.page, 'ko');
  await unlock(app.page, 'ko', first);
  await expect(navigation(app.page)).toBeVisible();
  await saveTopic(app.page, canaries.after);

  // Nobody touches the laptop for a minute.
  await goTo(app.page, w.settings);
  await app.page
    .getByRole('combobox', { name: w.lockAfter })
    .or(app.page.getByRole('textbox', { name: w.lockAfter }))
    .first()
    .click();
  await app.page.getByRole('option', { name: w.minute, exact: true }).click();
  await passTime(app.page, 61_000);
  await expectLocked(app.page, 'ko');

  const page = await app.crashAndReopen();
  await expectLocked(page, 'ko');
  expect(filesWith(app, canaries.after)).toEqual([]);
  expect(await workingDatabases(page)).toEqual([]);
  expect(filesWith(app, canaries.before)).toEqual([]);
  await unlock(page, 'ko', first);
  await goTo(page, w.consultations);
  for (const topic of Object.values(canaries)) await expect(page.getByText(topic).first()).toBeVisible();
});

async function beginEncrypted(page: Page, language: Language): Promise<void> {
  const { name, workspace } = language === 'en' ? expertInBulgaria : expertInKorean;
  await page.getByRole('radio', { name: 'English' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('textbox', { name: 'Your name' }).fill(name);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('radio', { name: workspace, exact: true }).check();
  await page.getByRole('checkbox', { name: words.en.encrypts }).check();
  await page.getByRole('button', { name: 'Start working' }).click();
}

async function change(page: Page, language: Language, from: string, to: string): Promise<void> {
  const w = words[language];
  await goTo(page, w.settings);
  await page.getByRole('button', { name: w.change }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(w.current, { exact: true }).fill(from);
  await dialog.getByLabel(w.newPassphrase, { exact: true }).fill(to);
  await dialog.getByLabel(w.repeat, { exact: true }).fill(to);
  await dialog.getByRole('button', { name: w.doChange, exact: true }).click();
  await expect(page.getByText(w.changed)).toBeVisible({ timeout: 60_000 });
}

async function typeDraft(page: Page, language: Language, topic: string): Promise<void> {
  const w = words[language];
  await goTo(page, w.consultations);
  await page.getByRole('link', { name: w.newConsultation }).click();
  await field(page, w.topic).fill(topic);
  await expect(page.getByText(w.draft)).toBeVisible();
}

async function saveTopic(page: Page, topic: string): Promise<void> {
  const consultation = {
    date: '2025-04-07',
    expert: '박지호',
    client: { name: `기관 ${topic}`, type: '중앙부처', country: '불가리아' },
    topic,
    field: '인프라·클라우드',
    question: '어떤 자료를 나라 밖에 두어도 됩니까?',
    advice: '먼저 자료를 분류합니다.',
  };
  await logConsultation(page, consultation, 'ko');
}

/** As if the laptop had stood there for so long. */
async function passTime(page: Page, milliseconds: number): Promise<void> {
  await page.evaluate((ahead) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + ahead;
  }, milliseconds);
}

/** Files of the data folder, the browser's own ones included, that hold a text in UTF-8 or UTF-16. */
function filesWith({ dataFolder }: Pick<App, 'dataFolder'>, text: string): readonly string[] {
  const needles = [Buffer.from(text), Buffer.from(text, 'utf16le')];
  const entries = unlessGone(() => readdirSync(dataFolder, { recursive: true, withFileTypes: true }));
  // A folder of the browser's cache went while it was listed: it is tidied up soon after each start.
  if (entries === null) return filesWith({ dataFolder }, text);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = unlessGone(() => readFileSync(path));
      return bytes !== null && needles.some((needle) => bytes.includes(needle));
    });
}

/** Null where a file or folder was removed meanwhile. */
function unlessGone<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
