import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { hostCalls } from '../../shared/ipc/channels.ts';
import { findBrowser } from '../support/browser.ts';
import { StandInElectron } from '../support/electronStandIn/standInElectron.ts';
import { type App, expect, test as plain } from './support/app.ts';
import { electronOf } from './support/electronApp.ts';
import { environmentOf } from './support/launchElectron.ts';
import { PageGuard } from './support/pageGuard.ts';
import { beginWork, expertInBulgaria, goTo } from './support/person.ts';

// What needs a hand inside the shell: frames that ask, redirects that the application never makes, a second start.

const test = plain.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern.
  guard: async ({}, use) => use(new PageGuard()),
});

test('2, 3, 4, 6, 8, 9, 10, 11: the one window has the safe preferences', async ({ app }) => {
  const made = await electronOf(app).evaluate(({ app: main, BrowserWindow }) => ({
    sandboxed: Reflect.get(main, 'isSandboxed'),
    windows: BrowserWindow.getAllWindows().map((window) => Reflect.get(window, 'options').webPreferences),
  }));
  expect(made).toMatchObject({
    sandboxed: true,
    windows: [
      {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        plugins: false,
        webviewTag: false,
        navigateOnDragDrop: false,
      },
    ],
  });
  expect(made.windows[0]).not.toHaveProperty('enableBlinkFeatures');
});

test('17: a frame inside the page may call nothing, though it has the bridge', async ({ app }) => {
  await app.page.evaluate(() => document.body.append(document.createElement('iframe')));
  await expect.poll(() => app.page.frames().length).toBe(2);
  const { window } = standInOf(app);
  expect(await window.invokeFrom('top', 'fieldbook:appInfo', null)).toMatchObject({ durable: true });
  for (const call of hostCalls) {
    await expect(window.invokeFrom('child', `fieldbook:${call}`, null), call).rejects.toThrow(
      /asked by a frame inside the page/,
    );
  }
});

test('17: a payload of another form is refused before anything is done', async ({ app }) => {
  const { window } = standInOf(app);
  const wrong: readonly (readonly [string, unknown])[] = [
    ['appInfo', {}],
    ['journalAppend', { from: -1, payloads: ['x'] }],
    ['journalAppend', { from: 1, payloads: [1] }],
    ['journalRead', { from: 1 }],
    ['filesPick', { title: 'x', extensions: ['../x'], multiple: true }],
    ['filesSave', { suggestedName: '../../evil', mediaType: 'x', bytes: new Uint8Array(1) }],
    ['filesSave', { suggestedName: 'a.txt', mediaType: 'x', bytes: 'text' }],
    ['settingsWrite', ['x']],
    ['openExternal', 7],
    ['printToPdf', '/etc/a.pdf'],
    ['closeAnswer', 'yes'],
  ];
  for (const [call, payload] of wrong) {
    await expect(window.invokeFrom('top', `fieldbook:${call}`, payload), call).rejects.toThrow(
      /the payload has not the declared form/,
    );
  }
  await expect(window.invokeFrom('top', 'fieldbook:anything', null)).rejects.toThrow(/No handler registered/);
});

test('13: a redirect is stopped, also to the application itself', async ({ app }) => {
  const before = app.page.url();
  await electronOf(app).evaluate(({ protocol }) => {
    protocol.unhandle('app');
    protocol.handle('app', () => new Response(null, { status: 302, headers: { location: '/elsewhere' } }));
  });
  await app.page.evaluate(() => {
    location.href = '/log/trainings';
  });
  await app.page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
  expect(app.page.url()).toBe(before);
});

test('14: a download that the page starts is none', async ({ app }) => {
  await app.page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['x']));
    link.download = 'x.exe';
    link.click();
  });
  const downloads = () =>
    electronOf(app).evaluate(({ session }) => Reflect.get(session.defaultSession, 'downloads'));
  await expect.poll(downloads).toMatchObject([{ isPrevented: true }]);
});

test('devices are denied, and the spelling checker fetches nothing', async ({ app }) => {
  const seen = await electronOf(app).evaluate(({ session }) => {
    // What the stand-in's session was told, which Electron's does not show.
    const told = session.defaultSession as unknown as {
      permitsDevice(details: object): boolean;
      readonly isSpellCheckerEnabled: boolean;
    };
    return [told.permitsDevice({ deviceType: 'hid' }), told.isSpellCheckerEnabled];
  });
  expect(seen).toEqual([false, false]);
});

test('a second start shows the first window and ends', async ({ app, folder }) => {
  await electronOf(app).evaluate(({ app: main }) => {
    main.on('second-instance', () => Reflect.set(globalThis, 'second', true));
  });
  const second = new StandInElectron({
    root: resolve(import.meta.dirname, '../..'),
    browser: findBrowser(),
    env: environmentOf(folder),
  });
  await second.waitForEvent('close');
  expect([second.process().exitCode, second.errors]).toEqual([0, '']);
  expect(await electronOf(app).evaluate(() => Reflect.get(globalThis, 'second'))).toBe(true);
});

test("what the shell writes into its log is where the user's report comes from, without a name", async ({
  app,
  folder,
}) => {
  await beginWork(app.page, expertInBulgaria);
  await app.page.evaluate(() => {
    setTimeout(() => {
      throw new Error('Kim Minji');
    });
  });
  const log = () => readFileSync(join(folder, 'logs', 'fieldbook.log'), 'utf8');
  await expect.poll(log).toContain('PAGE_ERROR');
  expect(log()).toMatch(/"event":"STARTED","version":"[\d.]+"/);
  await goTo(app.page, 'Settings');
  const saved = await app.saveDownload(() =>
    app.page.getByRole('button', { name: 'Save crash report…' }).click(),
  );
  const report = new TextDecoder().decode(saved.bytes);
  expect(report).toContain('PAGE_ERROR');
  expect(report).not.toMatch(/Minji|Bulgaria/);
  // Copying needs no permission, which the window has not.
  await app.page.getByRole('button', { name: 'Copy diagnostics' }).click();
  await expect(app.page.getByText('Diagnostics were copied.')).toBeVisible();
});

test('what was saved lies in the journal file outside the folder of Chromium', async ({ app, folder }) => {
  await beginWork(app.page, expertInBulgaria);
  const journal = readFileSync(join(folder, 'data', 'journal.fbj'), 'utf8');
  expect(journal).toContain('Kim Minji');
});

test('on Windows the data lie outside of the profile that roams, unless they were begun in it', async ({
  folder,
}) => {
  const [roaming, local] = ['Roaming', 'Local'].map((name) => join(folder, name, 'eGCC Fieldbook'));
  if (roaming === undefined || local === undefined) throw new Error('two folders');
  for (const path of [roaming, join(folder, 'Local')]) mkdirSync(path, { recursive: true });
  expect(await journalAfterStart(folder)).toBe(join(local, 'data', 'journal.fbj'));
  expect(readdirSync(roaming)).toEqual([]);
  // The same person's data of a Fieldbook that put them there.
  renameSync(local, join(folder, 'moved'));
  cpSync(join(folder, 'moved', 'data'), join(roaming, 'data'), { recursive: true });
  expect(await journalAfterStart(folder)).toBe(join(roaming, 'data', 'journal.fbj'));
  expect(readdirSync(join(folder, 'Local'))).toEqual([]);
});

/** Starts a Fieldbook that takes its machine for one with Windows, and says where it opened its journal. */
async function journalAfterStart(profile: string): Promise<string> {
  const { FIELDBOOK_DATA: _, ...env } = environmentOf(profile);
  const started = await StandInElectron.launch({
    root: resolve(import.meta.dirname, '../..'),
    browser: findBrowser(),
    env: {
      ...env,
      STAND_IN_PLATFORM: 'win32',
      APPDATA: join(profile, 'Roaming'),
      LOCALAPPDATA: join(profile, 'Local'),
    },
  });
  try {
    const page = await started.firstWindow();
    await page.getByRole('heading', { level: 1 }).waitFor();
    const used = await started.evaluate((electron) => [
      electron.app.getPath('userData'),
      electron.app.getPath('sessionData'),
    ]);
    expect(used[1]).toBe(join(used[0] ?? '', 'browser'));
    const path = join(used[0] ?? '', 'data', 'journal.fbj');
    expect(existsSync(path)).toBe(true);
    return path;
  } finally {
    await started.close();
  }
}

function standInOf(app: App): StandInElectron {
  const running = electronOf(app);
  if (!(running instanceof StandInElectron)) throw new Error('this test needs the stand-in');
  return running;
}
