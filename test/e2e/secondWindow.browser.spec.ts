import { expect, test } from './support/app.ts';
import { beginWork, expertInBulgaria, navigation } from './support/person.ts';

// Two tabs are what a browser lets one open; the installed program brings its one window to the front instead.

for (const [language, sentence] of [
  ['en-US', 'Fieldbook is already open in another window. Go on there, or close it and open this one again.'],
  ['ko-KR', 'Fieldbook이 다른 창에서 이미 열려 있습니다. 그 창에서 계속하거나, 그 창을 닫고 다시 여세요.'],
] as const) {
  test(`a second window says that Fieldbook is already open (${language})`, async ({ app }) => {
    await beginWork(app.page, expertInBulgaria);
    const second = await app.page.context().newPage();
    await second.addInitScript((spoken) => {
      Object.defineProperty(navigator, 'language', { get: () => spoken });
    }, language);
    await second.goto(app.page.url());
    await expect(second.getByText(sentence)).toBeVisible();
    await expect(second.getByRole('navigation')).toBeHidden();
    await expect(navigation(app.page)).toBeVisible();

    await app.page.close();
    await second.getByRole('button').click();
    await expect(navigation(second)).toBeVisible();
  });
}
