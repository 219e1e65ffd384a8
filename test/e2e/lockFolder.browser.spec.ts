import { type App, expect, test } from './support/app.ts';
import { expectLocked, first, setUp, unlock, words } from './support/locking.ts';
import { beginWork, expertInBulgaria, goTo, navigation } from './support/person.ts';

// The installed program copies to a folder of the file system, which unit tests show; a page does through its worker.

const paper = '%PDF-1.7 CanaryPaperLantern';

test('copies of evidence in the folder that was picked are encrypted, and files come back from there', async ({
  app,
}) => {
  test.setTimeout(240_000);
  const { page } = app;
  await pickFolder(page);
  await beginWork(page, expertInBulgaria);
  await goTo(page, 'Stories');
  await page.getByRole('link', { name: /^New:? story$/i }).click();
  await page
    .locator('input[type="file"][multiple]')
    .first()
    .setInputFiles([{ name: 'minutes.pdf', mimeType: 'application/pdf', buffer: Buffer.from(paper) }]);
  await page.getByRole('dialog').getByRole('button', { name: 'Attach 1 file' }).click();
  await expect(page.getByRole('button', { name: 'Save a copy of “minutes.pdf”' })).toBeEnabled();

  await goTo(page, words.en.settings);
  await page.getByRole('button', { name: 'Choose a folder…' }).click();
  await expect.poll(() => copiesIn(page)).toEqual([paper]);

  await page.getByRole('button', { name: words.en.setUp }).click();
  await setUp(page, 'en');
  await expectLocked(page, 'en');
  const [sealed = '', ...others] = await copiesIn(page);
  expect(others).toEqual([]);
  expect(sealed.startsWith('FBSEAL')).toBe(true);
  expect(sealed).not.toContain('CanaryPaper');

  await removeEvidence(page);
  await unlock(page, 'en', first);
  await expect(navigation(page)).toBeVisible();
  await goTo(page, words.en.settings);
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByText('Backed up and read back.')).toBeVisible();
  await goTo(page, 'Evidence');
  await page.getByRole('row').filter({ hasText: 'minutes.pdf' }).click();
  const saved = await app.saveDownload(() =>
    page.getByRole('button', { name: 'Save a copy of “minutes.pdf”' }).click(),
  );
  expect(Buffer.from(saved.bytes).toString()).toBe(paper);
});

/** The browser's own dialogue cannot be driven; a folder of the origin's store is as good a handle. */
async function pickFolder(page: App['page']): Promise<void> {
  await page.evaluate(() => {
    const picked = async () => {
      const root = await navigator.storage.getDirectory();
      return root.getDirectoryHandle('stick', { create: true });
    };
    Object.defineProperty(window, 'showDirectoryPicker', { value: picked });
  });
}

/** Contents of the copies in this installation's own folder, byte by byte. */
function copiesIn(page: App['page']): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const stick = await root.getDirectoryHandle('stick', { create: true });
    const texts: string[] = [];
    for await (const own of stick.values()) {
      if (!(own instanceof FileSystemDirectoryHandle)) continue;
      // Begun with the first backup; the files follow.
      const folder = await own.getDirectoryHandle('evidence').catch(() => null);
      for await (const handle of folder?.values() ?? []) {
        if (!(handle instanceof FileSystemFileHandle)) continue;
        const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
        texts.push(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
      }
    }
    return texts;
  });
}

/** As if the files beside the journal were lost. */
async function removeEvidence(page: App['page']): Promise<void> {
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const own = await root.getDirectoryHandle('fieldbook');
    await own.removeEntry('evidence', { recursive: true });
  });
}
