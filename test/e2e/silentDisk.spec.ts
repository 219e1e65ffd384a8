import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { beginWork, expertInBulgaria, expertInKorean, goTo } from './support/person.ts';

// After a failed write Chromium may never fire an event for a request of its database again.

const sentences = {
  en: 'The working store has not answered for some seconds. Everything shown as saved is in the journal. If it stays silent, Fieldbook goes on without it by itself.',
  ko: '작업 저장소가 몇 초째 응답하지 않습니다. 저장됨으로 표시된 내용은 모두 저널에 있습니다. 계속 응답이 없으면 작업 저장소 없이 업무를 이어 갑니다.',
} as const;

test('a database that does not answer at opening is told within five seconds, and opening goes on without it', async ({
  app,
}) => {
  await beginWork(app.page, expertInBulgaria);
  await app.page.addInitScript(silenceDatabase, { sentence: sentences.en, at: 'opening' as const });
  await app.page.reload();
  await expectToldInTime(app.page);
  // Ten seconds after its last sign of life it is given up.
  const goesOn = app.page.getByText('The working store stopped answering.');
  await expect(goesOn).toBeVisible({ timeout: 25_000 });
  await expect(app.page.getByText(sentences.en)).toBeHidden();
  await goTo(app.page, 'Consultations');
  await expect(app.page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('one that does not answer at a save is told in Korean too, and what was saved is there at the next start', async ({
  app,
}) => {
  await beginWork(app.page, expertInKorean);
  await goTo(app.page, '인물');
  await app.page.evaluate(silenceDatabase, { sentence: sentences.ko, at: 'save' as const });
  await app.page.getByRole('link', { name: '인물 추가' }).first().click();
  await app.page.getByRole('textbox', { name: /이름/ }).first().fill('박지호');
  await app.page.getByRole('button', { name: '저장', exact: true }).click();
  await expectToldInTime(app.page);
  await expect(app.page.getByText('작업 저장소가 응답하지 않습니다.')).toBeVisible({ timeout: 15_000 });
  await expect(app.page.getByText(sentences.ko)).toBeHidden();
  const page = await app.reopen();
  await goTo(page, '인물');
  await expect(page.getByText('박지호').first()).toBeVisible();
});

interface Silence {
  /** When the first request was swallowed, and when the sentence stood on the screen, by the page's clock. */
  since: number | null;
  toldAt: number | null;
}

/** Runs in the page: from now on no request of its databases fires an event. */
function silenceDatabase({ sentence, at }: { sentence: string; at: 'opening' | 'save' }): void {
  const silence: Silence = { since: null, toldAt: null };
  Reflect.set(globalThis, 'silence', silence);
  const swallow = (): object => {
    silence.since ??= performance.now();
    return { addEventListener: () => undefined };
  };
  if (at === 'save') IDBObjectStore.prototype.put = swallow as typeof IDBObjectStore.prototype.put;
  else IDBFactory.prototype.open = swallow as typeof IDBFactory.prototype.open;
  new MutationObserver(() => {
    if (document.body?.textContent?.includes(sentence) === true) silence.toldAt ??= performance.now();
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

async function expectToldInTime(page: Page): Promise<void> {
  const waited = (): Promise<number | null> =>
    page.evaluate(() => {
      const { since, toldAt } = Reflect.get(globalThis, 'silence') as Silence;
      return since === null || toldAt === null ? null : toldAt - since;
    });
  await expect.poll(waited, { timeout: 15_000 }).not.toBeNull();
  expect(await waited()).toBeLessThanOrEqual(5000);
}
