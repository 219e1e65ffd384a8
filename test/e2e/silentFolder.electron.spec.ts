import { type App, expect, test } from './support/app.ts';
import { electronOf } from './support/electronApp.ts';
import { beginWork, expertInBulgaria, expertInKorean, goTo } from './support/person.ts';

// A network folder that is gone keeps a program waiting for minutes, and some sticks do for good. Only the main process
// knows folders, so only its own calls can hang here.

test('an export to a folder that does not answer is told within five seconds of the dialogue', async ({
  app,
}) => {
  await beginWork(app.page, expertInBulgaria);
  await hangFolder(app);
  await goTo(app.page, 'Settings');
  const backups = app.page.getByRole('region', { name: 'Backups' });
  await backups.getByRole('button', { name: 'Back up now' }).click();
  const told = toldAt(app, 'Where this file lies has not answered for some seconds.');
  await backups
    .getByRole('button', { name: /^Save a copy of the backup/ })
    .first()
    .click();
  expect((await told) - (await dialogueClosedAt(app))).toBeLessThanOrEqual(5000);
  // The application goes on all the while.
  await goTo(app.page, 'Today');
  await expect(app.page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a second folder for backups that does not answer is told in Korean too', async ({ app }) => {
  await beginWork(app.page, expertInKorean);
  await hangFolder(app);
  await goTo(app.page, '설정');
  const told = toldAt(app, '백업 폴더가 몇 초째 응답하지 않습니다.');
  await app.page.getByRole('button', { name: '폴더 선택…' }).click();
  expect((await told) - (await dialogueClosedAt(app))).toBeLessThanOrEqual(5000);
});

/** Dialogues answer with a folder in which nothing can be opened or made: the system never answers. */
async function hangFolder(app: App): Promise<void> {
  await electronOf(app).evaluate(({ dialog }) => {
    const files = process.getBuiltinModule('node:fs/promises');
    for (const call of ['open', 'mkdir', 'readdir', 'stat', 'access'] as const) {
      const real = files[call] as (...given: readonly unknown[]) => Promise<unknown>;
      Reflect.set(files, call, (...given: readonly unknown[]) =>
        String(given[0]).includes('hanging-share') ? new Promise(() => undefined) : real(...given),
      );
    }
    process.getBuiltinModule('node:module').syncBuiltinESMExports();
    const note = <T>(answer: T): T => {
      Reflect.set(globalThis, 'dialogueClosedAt', Date.now());
      return answer;
    };
    dialog.showSaveDialog = async () => note({ canceled: false, filePath: '/hanging-share/copy.fbs' });
    dialog.showOpenDialog = async () => note({ canceled: false, filePaths: ['/hanging-share'] });
  });
}

const dialogueClosedAt = (app: App): Promise<number> =>
  electronOf(app).evaluate(() => Number(Reflect.get(globalThis, 'dialogueClosedAt')));

/** When the page shows the sentence, by its own clock. */
const toldAt = ({ page }: App, sentence: string): Promise<number> =>
  page.evaluate(
    (awaited) =>
      new Promise<number>((resolve) => {
        new MutationObserver((_, observer) => {
          if (!document.body.textContent.includes(awaited)) return;
          observer.disconnect();
          resolve(Date.now());
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    sentence,
  );
