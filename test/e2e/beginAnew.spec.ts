import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './support/app.ts';
import { expectLocked, setUp, words } from './support/locking.ts';
import { beginWork, expertInKorean, goTo, navigation } from './support/person.ts';

// A successor gets a locked laptop, and nobody has its passphrase or recovery key any more.

test('a laptop whose passphrase nobody knows begins anew, and starts with nothing', async ({ app }) => {
  test.setTimeout(240_000);
  const { page } = app;
  await beginWork(page, expertInKorean);
  await goTo(page, '설정');
  await page.getByRole('button', { name: words.ko.setUp }).click();
  await setUp(page, 'ko');
  await expectLocked(page, 'ko');

  const locked = await app.reopen();
  await expectLocked(locked, 'ko');
  await locked.getByRole('button', { name: '이 데이터 없이 새로 시작…' }).click();
  const dialog = locked.getByRole('dialog', { name: '이 컴퓨터의 데이터 없이 새로 시작하시겠습니까?' });
  const setsAside = app.host === 'electron';
  const confirm = dialog.getByRole('button', {
    name: setsAside ? '옮겨 두고 새로 시작' : '영구 삭제하고 새로 시작',
  });
  await expect(confirm).toBeDisabled();
  await dialog.getByRole('textbox').fill('새로');
  await expect(confirm).toBeDisabled();
  await dialog.getByRole('textbox').fill('새로 시작');
  await confirm.click();
  if (setsAside) {
    await expect(dialog.getByText(/^이전 데이터를 .*set-aside.*에 옮겨 두었습니다\./)).toBeVisible();
    const [aside = ''] = readdirSync(join(app.dataFolder, 'set-aside'));
    expect(readdirSync(join(app.dataFolder, 'set-aside', aside))).toEqual(
      expect.arrayContaining(['journal.fbj', 'key.json', 'snapshots']),
    );
    await dialog.getByRole('button', { name: 'Fieldbook 새로 시작' }).click();
  }
  await expect(locked.getByRole('radio', { name: '한국어' })).toBeVisible();
  await beginWork(locked, { ...expertInKorean, name: '이서연' });
  await goTo(locked, '인물');
  await expect(locked.getByRole('row').filter({ hasText: '이서연' })).toBeVisible();
  await expect(locked.getByRole('row').filter({ hasText: expertInKorean.name })).toBeHidden();
  const again = await app.reopen();
  await expect(navigation(again)).toBeVisible();
});
