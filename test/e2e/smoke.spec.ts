import { expect, test } from './support/app.ts';

test('the application opens on an empty profile and shows something', async ({ app }) => {
  await expect(app.page).toHaveTitle('eGCC Fieldbook');
  await expect(app.page.locator('#root')).not.toBeEmpty();
});

test('the application opens again without any network', async ({ app }) => {
  await app.page.evaluate(async () => {
    // In Electron nothing is served; in a browser the first visit keeps the application for later ones.
    if (location.protocol === 'http:') await navigator.serviceWorker.ready;
  });
  await app.goOffline();
  await app.reopen();
  await expect(app.page).toHaveTitle('eGCC Fieldbook');
  await expect(app.page.locator('#root')).not.toBeEmpty();
});
