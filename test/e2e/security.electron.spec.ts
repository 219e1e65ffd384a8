import { createServer } from 'node:http';
import type { Page } from '@playwright/test';
import { hostCalls } from '../../shared/ipc/channels.ts';
import policy from '../../shared/ipc/security-policy.json' with { type: 'json' };
import { expect, test as plain } from './support/app.ts';
import { electronOf } from './support/electronApp.ts';
import { PageGuard } from './support/pageGuard.ts';
import { beginWork, expertInBulgaria } from './support/person.ts';

// What a page that was taken over could try, tried in the built application. The numbers are those of Electron's own
// security checklist. The guard is left out: what is tried here is what it looks for.
const test = plain.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern.
  guard: async ({}, use) => use(new PageGuard()),
});

test('2, 3, 20: the page sees the declared calls and nothing of Node or Electron', async ({ app }) => {
  const seen = await app.page.evaluate(() => ({
    calls: Object.keys(window.fieldbookHost ?? {}).sort(),
    frozen: Object.isFrozen(window.fieldbookHost),
    strange: [
      'require',
      'module',
      'process',
      'Buffer',
      'global',
      'electron',
      'ipcRenderer',
      '__dirname',
    ].filter((name) => name in window),
  }));
  const declared = hostCalls.filter((call) => call !== 'closeAnswer');
  expect(seen).toEqual({
    calls: [...declared, 'onCloseRequested', 'onDialogue'].sort(),
    frozen: true,
    strange: [],
  });
  const replaced = await app.page.evaluate(() => {
    return Reflect.set(window, 'fieldbookHost', {}) || Reflect.deleteProperty(window, 'fieldbookHost');
  });
  expect(replaced).toBe(false);
});

test('7: every answer carries the policy, and no text becomes script, frame or style', async ({ app }) => {
  const headers = await app.page.evaluate(async () => {
    const script = document.querySelector('script')?.src ?? '';
    const answers = await Promise.all(['/', script, '/none.js', '/icon.svg'].map((path) => fetch(path)));
    return answers.map((answer) => ({
      policy: answer.headers.get('content-security-policy'),
      sniff: answer.headers.get('x-content-type-options'),
      type: answer.headers.get('content-type'),
      status: answer.status,
    }));
  });
  expect(headers.map(({ status }) => status)).toEqual([200, 200, 404, 200]);
  for (const header of headers) {
    expect(header).toMatchObject({ policy: policy.contentSecurityPolicy.join('; '), sniff: 'nosniff' });
  }
  expect(headers.map(({ type }) => type?.split(';')[0])).toEqual([
    'text/html',
    'text/javascript',
    'text/plain',
    'image/svg+xml',
  ]);
  const ran = await app.page.evaluate(async () => {
    const tried: string[] = [];
    const add = (tag: string, set: (element: HTMLElement) => void): void => {
      const element = document.createElement(tag);
      set(element);
      document.body.append(element);
    };
    Reflect.set(window, 'tried', tried);
    add('script', (one) => one.append("tried.push('inline')"));
    add('script', (one) => one.setAttribute('src', 'data:text/javascript,tried.push("data")'));
    add('script', (one) => one.setAttribute('src', URL.createObjectURL(new Blob(['tried.push("blob")']))));
    add('img', (one) => {
      one.setAttribute('onerror', "tried.push('handler')");
      one.setAttribute('src', '/none.png');
    });
    add('style', (one) => one.append('body { outline: 9px solid red }'));
    for (const source of ['/index.html', 'data:text/html,x', 'blob:x']) {
      add('iframe', (one) => one.setAttribute('src', source));
      add('object', (one) => one.setAttribute('data', source));
    }
    // In a turn of the page's own: what a debugger runs itself may evaluate texts.
    setTimeout(() => {
      try {
        // biome-ignore lint/security/noGlobalEval: what the policy has to refuse.
        tried.push(`eval ${globalThis.eval('1')}`);
      } catch {}
    });
    try {
      new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))).onmessage = () => tried.push('worker');
    } catch {}
    await new Promise((done) => setTimeout(done, 300));
    tried.push(...(getComputedStyle(document.body).outlineWidth === '9px' ? ['style'] : []));
    return tried;
  });
  expect(ran).toEqual([]);
  expect(app.page.frames().filter((frame) => /index\.html|^data:|^blob:/.test(frame.url()))).toEqual([]);
});

test('1: nothing reaches a network, not even a server of this machine', async ({ app }) => {
  const visits: string[] = [];
  const server = createServer((request, response) => {
    visits.push(request.url ?? '');
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('reached');
  });
  server.on('upgrade', (request) => visits.push(`upgrade ${request.url}`));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  try {
    const reached = await app.page.evaluate(async (base) => {
      const add = (tag: string, attributes: Readonly<Record<string, string>>): void => {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        document.head.append(element);
      };
      add('img', { src: `${base}/image` });
      add('link', { rel: 'stylesheet', href: `${base}/style` });
      add('link', { rel: 'prefetch', href: `${base}/prefetch` });
      add('link', { rel: 'preconnect', href: base });
      add('script', { src: `${base}/script` });
      add('iframe', { src: `${base}/frame` });
      navigator.sendBeacon(`${base}/beacon`, 'x');
      const socket = new Promise((done) => {
        try {
          const opened = new WebSocket(base.replace('http', 'ws'));
          opened.onopen = () => done('open');
          opened.onerror = () => done('closed');
        } catch {
          done('closed');
        }
      });
      const fetched = await fetch(`${base}/fetch`, { mode: 'no-cors' }).then(
        () => 'reached',
        () => 'refused',
      );
      return [fetched, await socket];
    }, `http://127.0.0.1:${port}`);
    expect(reached).toEqual(['refused', 'closed']);
    // Requests that are still on their way arrive before one that is made now and here.
    await fetch(`http://127.0.0.1:${port}/last`);
    expect(visits).toEqual(['/last']);
  } finally {
    server.close();
  }
});

test('13, 18: no address leads away from the application', async ({ app }) => {
  await beginWork(app.page, expertInBulgaria);
  const before = app.page.url();
  const away = [
    'https://elsewhere.example/',
    'http://127.0.0.1:9/',
    'file:///etc/hostname',
    'data:text/html,<h1>elsewhere</h1>',
    'app://elsewhere/',
    'mailto:somebody@elsewhere.example',
  ];
  const ways = [
    (to: string) => {
      location.href = to;
    },
    (to: string) => {
      const link = document.createElement('a');
      link.href = to;
      document.body.append(link);
      link.click();
      link.remove();
    },
    (to: string) => {
      const form = document.createElement('form');
      form.action = to;
      document.body.append(form);
      form.submit();
      form.remove();
    },
  ];
  for (const address of away) {
    for (const way of ways) {
      await app.page.evaluate(way, address);
      await stillThere(app.page);
    }
  }
  expect(app.page.url()).toBe(before);
});

test('14: no page opens a window', async ({ app }) => {
  await app.page.evaluate(() => {
    for (const address of ['https://elsewhere.example/', '/index.html', 'about:blank', '']) {
      window.open(address);
      window.open(address, 'named', 'popup,width=100,height=100');
    }
    const link = document.createElement('a');
    link.href = '/index.html';
    link.target = '_blank';
    document.body.append(link);
    link.click();
  });
  const context = electronOf(app).context();
  await expect.poll(() => context.pages().length).toBe(1);
  const windows = await electronOf(app).evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(windows).toBe(1);
});

test('11, 12: a webview is not attached', async ({ app }) => {
  const isPrevented = await electronOf(app).evaluate(({ BrowserWindow }) => {
    let prevented = false;
    const preventDefault = (): void => {
      prevented = true;
    };
    const [window] = BrowserWindow.getAllWindows();
    // Emitted as Electron would: with the tag switched off no page can make one.
    window?.webContents.emit(
      'will-attach-webview',
      { preventDefault },
      {},
      { src: 'https://elsewhere.example/' },
    );
    return prevented;
  });
  expect(isPrevented).toBe(true);
});

test('5: the only permission is that the store is kept', async ({ app }) => {
  const states = await app.page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'local-fonts',
    ];
    const query = async (name: string): Promise<string> =>
      (await navigator.permissions.query({ name: name as PermissionName })).state;
    return {
      asked: await Promise.all(names.map(query)),
      kept: [await navigator.storage.persist(), await navigator.storage.persisted()],
      camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'open',
        (error: Error) => error.name,
      ),
      notification: await Notification.requestPermission(),
    };
  });
  expect(states.asked).not.toContain('granted');
  expect(states.asked).not.toContain('prompt');
  expect(states).toMatchObject({ kept: [true, true], notification: 'denied' });
  expect(states.camera).toMatch(/^(NotAllowedError|NotFoundError)$/);
});

test('15: an address outside is opened only from the list and after a question', async ({ app }) => {
  const { page } = app;
  const running = electronOf(app);
  await running.evaluate(({ dialog, shell }) => {
    Reflect.set(globalThis, 'outside', { questions: [], opened: [] });
    dialog.showMessageBox = async (...args: readonly unknown[]) => {
      Reflect.get(globalThis, 'outside').questions.push(args.at(-1));
      return { response: Reflect.get(globalThis, 'answer') ?? 1, checkboxChecked: false };
    };
    shell.openExternal = async (address: string) => {
      Reflect.get(globalThis, 'outside').opened.push(address);
    };
  });
  const open = (address: string) => page.evaluate((to) => window.fieldbookHost?.openExternal(to), address);
  for (const address of [
    'https://elsewhere.example/',
    'file:///etc/passwd',
    'javascript:1',
    'https://nia.or.kr@x.example/',
  ]) {
    expect(await open(address), address).toMatchObject({ ok: false });
  }
  const outside = () => running.evaluate(() => Reflect.get(globalThis, 'outside'));
  expect(await outside()).toEqual({ questions: [], opened: [] });
  expect(await open('https://www.nia.or.kr/a')).toMatchObject({ ok: false });
  expect((await outside()).opened).toEqual([]);
  await running.evaluate(() => Reflect.set(globalThis, 'answer', 0));
  expect(await open('https://www.nia.or.kr/a')).toMatchObject({ ok: true });
  const { questions, opened } = await outside();
  expect([questions.length, opened]).toEqual([2, ['https://www.nia.or.kr/a']]);
});

test('18: no spelling of an address leads out of the folder', async ({ app }) => {
  const spellings = [
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/..%5cpackage.json',
    '//etc/hostname.txt',
    '/%2fetc%2fhostname.txt',
    '/C:%5cWindows%5cwin.ini',
    '/index.html%00.png',
    '/%00package.json',
    '/%c0%ae%c0%ae/package.json',
    '/%E0%A4%A.json',
    '/main/index.js',
    '/../preload/index.cjs',
  ];
  const answers = await app.page.evaluate(async (paths) => {
    const statusOf = async (path: string): Promise<number | string> =>
      (await fetch(path).catch(() => ({ status: 'refused' }))).status;
    return Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await statusOf(path)])));
  }, spellings);
  for (const path of spellings) expect([404, 'refused'], path).toContain(answers[path]);
});

/** The page is still the application, after the time in which a navigation would have begun. */
async function stillThere(page: Page): Promise<void> {
  // Not by a locator: Playwright waits for the end of navigations that the policy never let begin.
  const shown = await page.evaluate(async () => {
    await new Promise((done) => setTimeout(done, 50));
    return document.querySelector('nav')?.checkVisibility() ?? false;
  });
  expect(shown).toBe(true);
}
