import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { beginWork, expertInBulgaria, expertInKorean, goTo } from './support/person.ts';

test('a backup brings back what was removed, and the restore can be taken back', async ({ app }) => {
  await beginWork(app.page, expertInBulgaria);
  await goTo(app.page, 'Settings');
  const { page } = app;
  await page.getByRole('button', { name: 'Add sample data' }).click();
  await expect(page.getByText('Sample data were added.')).toBeVisible();
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByText('Backed up and read back.')).toBeVisible();
  await expect(page.getByText(/^Backup just now/)).toBeVisible();
  await page.getByRole('button', { name: 'Remove sample data' }).click();
  await expect(page.getByText('All sample data were removed.')).toBeVisible();

  const sample = page.getByText('Sample data are included for practice.');
  await expect(sample).toBeHidden();
  await restoreFirst(page, /by hand/);
  await expect(page.getByText(/was restored\. To take that back/)).toBeVisible();
  await expect(sample).toBeVisible();
  await goTo(page, 'Settings');
  await restoreFirst(page, /before a restore/);
  await expect(sample).toBeHidden();
});

test('a copy restores on any laptop; a damaged one is refused before it replaces anything', async ({
  app,
}) => {
  await beginWork(app.page, expertInKorean);
  const { page } = app;
  await goTo(page, '설정');
  await page.getByRole('button', { name: '지금 백업' }).click();
  await expect(page.getByText('백업하고 확인했습니다.')).toBeVisible();
  const copy = await app.saveDownload(() =>
    page
      .getByRole('button', { name: /백업의 사본 저장$/ })
      .first()
      .click(),
  );
  const damaged = join(app.dataFolder, 'damaged.fbs');
  const bytes = readFileSync(copy.path);
  bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
  writeFileSync(damaged, bytes);

  const choose = () => page.getByRole('button', { name: '파일에서 복원…' }).click();
  await app.upload([damaged], choose);
  await expect(page.getByText(/^이 백업은 손상되어 사용할 수 없습니다/)).toBeVisible();
  await page.getByRole('button', { name: '취소' }).click();
  await app.upload([copy.path], choose);
  await expect(page.getByText('백업의 기록이 현재 기록과 같습니다.')).toBeVisible();
  await page.getByRole('button', { name: '이 백업으로 복원' }).click();
  await expect(page.getByText(/\(으\)로 복원했습니다/)).toBeVisible();
});

async function restoreFirst(page: Page, why: RegExp): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: why }).first();
  await row.getByRole('button', { name: /^Restore the backup/ }).click();
  await page.getByRole('button', { name: 'Restore this backup' }).click();
}
