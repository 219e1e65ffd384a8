import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { test as base, expect } from './support/app.ts';
import { type AppServer, BrowserApp } from './support/browserApp.ts';
import { PageGuard } from './support/pageGuard.ts';

// What the browser under the tests must be able to do, and what the fixtures must notice, shown on a small page.
// Without this, a browser that (for example) forgot its profile would look like an application that loses data.

const font = resolve(
  import.meta.dirname,
  '../../node_modules/pretendard/dist/web/static/woff2/Pretendard-Regular.woff2',
);

const page = `<!doctype html><html lang="ko"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy"
  content="default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self'; img-src 'self' data:">
<link rel="icon" href="data:,">
<style>@font-face { font-family: Own; src: url(/font.woff2) } p { font: 40px Own } </style>
<title>Harness</title></head><body>
<p><span id="korean">전자정부협력센터</span> <span id="blank"></span></p>
<input type="file" multiple><a href="/table.csv" download="표.csv">Save</a><output></output>
<script src="/script.js"></script></body></html>`;

const script = `
document.querySelector('input').onchange = async (event) => {
  const files = [...event.target.files];
  const texts = await Promise.all(files.map(async (file) => file.name + '=' + (await file.text())));
  document.querySelector('output').textContent = texts.join(';');
};`;

const worker = `
onmessage = async (event) => {
  const root = await navigator.storage.getDirectory();
  const handle = await (await root.getFileHandle('journal', { create: true })).createSyncAccessHandle();
  handle.write(new TextEncoder().encode('x'), { at: handle.getSize() });
  handle.flush();
  postMessage(handle.getSize());
  handle.close();
  if (event.data === 'complain') console.error('a worker complains');
};`;

const serviceWorker = `
oninstall = (event) => event.waitUntil(caches.open('kept').then((kept) => kept.addAll(['/', '/script.js', '/font.woff2'])));
onactivate = (event) => event.waitUntil(clients.claim());
onfetch = (event) => event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)));`;

const served: Readonly<Record<string, readonly [string, string | Buffer]>> = {
  '/': ['text/html; charset=utf-8', page],
  '/script.js': ['text/javascript', script],
  '/worker.js': ['text/javascript', worker],
  '/sw.js': ['text/javascript', serviceWorker],
  '/table.csv': ['text/csv', '가,나\n'],
  '/font.woff2': ['font/woff2', readFileSync(font)],
};

const test = base.extend<{ readonly small: BrowserApp; readonly sharpGuard: PageGuard }>({
  // A guard whose findings the test itself reads.
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern.
  sharpGuard: async ({}, use) => {
    await use(new PageGuard());
  },
  small: async ({ folder, sharpGuard }, use) => {
    const server = await serveSmallPage();
    const app = await BrowserApp.open({ server, dataFolder: folder, guard: sharpGuard });
    await use(app);
    await app.close();
    await server.stop();
  },
});

async function serveSmallPage(): Promise<AppServer> {
  const server = createServer((request, response) => {
    const found = served[request.url ?? ''];
    response.writeHead(found ? 200 : 404, { 'content-type': found?.[0] ?? 'text/plain' }).end(found?.[1]);
  });
  const listen = (port: number): Promise<void> =>
    new Promise((done) => server.listen(port, '127.0.0.1', done));
  await listen(0);
  // Node's type covers pipes too, which a server with a port is not.
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    start: async () => {
      if (!server.listening) await listen(port);
    },
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const countVisit = async (): Promise<number> => {
  const database = await new Promise<IDBDatabase>((done, fail) => {
    const opening = indexedDB.open('visits', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('visits', { autoIncrement: true });
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => fail(opening.error);
  });
  const transaction = database.transaction('visits', 'readwrite', { durability: 'strict' });
  transaction.objectStore('visits').add({});
  const counting = transaction.objectStore('visits').count();
  await new Promise((done) => transaction.addEventListener('complete', done));
  database.close();
  return counting.result;
};

const growJournal = (message: 'grow' | 'complain' = 'grow'): Promise<number> =>
  new Promise((done, fail) => {
    const worker = new Worker('/worker.js');
    worker.onmessage = (event) => done(event.data);
    worker.onerror = (event) => fail(new Error(event.message));
    worker.postMessage(message);
  });

const reachServer = (): Promise<string> =>
  fetch('/table.csv').then(
    () => 'reached',
    () => 'unreachable',
  );

test('what IndexedDB and the private file system hold outlasts closing and a crash', async ({ small }) => {
  expect(await small.page.evaluate(countVisit)).toBe(1);
  expect(await small.page.evaluate(growJournal, 'grow' as const)).toBe(1);
  await small.reopen();
  expect(await small.page.evaluate(countVisit)).toBe(2);
  expect(await small.page.evaluate(growJournal, 'grow' as const)).toBe(2);
  await small.crashAndReopen();
  expect(await small.page.evaluate(countVisit)).toBe(3);
  expect(await small.page.evaluate(growJournal, 'grow' as const)).toBe(3);
});

test('closing runs what the page does on its way out, and goes on though the page asks', async ({
  small,
}) => {
  await small.page.locator('p').click();
  await small.page.evaluate(() => {
    addEventListener('beforeunload', (event) => event.preventDefault());
    addEventListener('pagehide', () => localStorage.setItem('left', 'in order'));
  });
  await small.reopen();
  expect(await small.page.evaluate(() => localStorage.getItem('left'))).toBe('in order');
});

test('only one of two windows holds a lock', async ({ small }) => {
  const held = await small.page.evaluate(
    () =>
      new Promise<string>((done) => {
        navigator.locks.request('writer', (lock) => {
          done(lock?.name ?? 'none');
          return new Promise(() => undefined);
        });
      }),
  );
  const second = await small.page.context().newPage();
  await second.goto(small.page.url());
  const free = await second.evaluate(() =>
    navigator.locks.request('writer', { ifAvailable: true }, (lock) => lock !== null),
  );
  expect([held, free]).toEqual(['writer', false]);
});

test('files go in and come out with Korean names and contents', async ({ small, folder }) => {
  const saved = await small.saveDownload(() => small.page.getByText('Save').click());
  expect([saved.name, new TextDecoder().decode(saved.bytes)]).toEqual(['표.csv', '가,나\n']);
  const second = join(folder, 'b.txt');
  copyFileSync(saved.path, join(folder, '표.csv'));
  writeFileSync(second, 'b');
  await small.upload([join(folder, '표.csv'), second], () => small.page.locator('input').click());
  await expect(small.page.locator('output')).toHaveText('표.csv=가,나 ;b.txt=b');
});

test('Korean text is drawn with the web font', async ({ small }) => {
  const drawn = await small.page.evaluate(async () => {
    await document.fonts.ready;
    const width = (text: string): number => {
      const context = document.createElement('canvas').getContext('2d');
      if (!context) throw new Error('no canvas');
      context.font = '40px Own';
      return context.measureText(text).width;
    };
    const ink = (text: string): number => {
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.font = '40px Own';
      context.fillText(text, 0, 60);
      return context.getImageData(0, 0, canvas.width, canvas.height).data.filter((value) => value > 0).length;
    };
    return {
      loaded: document.fonts.check('40px Own'),
      width: width('가나다'),
      same: ink('가') === ink('뷁'),
    };
  });
  expect(drawn.loaded).toBe(true);
  // A missing font shows one box for every character.
  expect(drawn.same).toBe(false);
  expect(drawn.width).toBeGreaterThan(60);
});

test('going offline cuts the page off from its server until it is online again', async ({ small }) => {
  await small.goOffline();
  expect(await small.page.evaluate(() => navigator.onLine)).toBe(false);
  expect(await small.page.evaluate(reachServer)).toBe('unreachable');
  await small.goOnline();
  expect(await small.page.evaluate(reachServer)).toBe('reached');
});

test('what a service worker keeps opens again without any network', async ({ small, sharpGuard }) => {
  await small.page.evaluate(async () => {
    await navigator.serviceWorker.register('/sw.js');
    await navigator.serviceWorker.ready;
  });
  await small.goOffline();
  await small.reopen();
  await expect(small.page).toHaveTitle('Harness');
  expect(await small.page.evaluate(() => navigator.onLine)).toBe(false);
  expect(sharpGuard.problems()).toEqual([]);
  // The worker itself has no way out either, and has one again afterwards.
  expect(await small.page.evaluate(reachServer)).toBe('unreachable');
  await small.goOnline();
  expect(await small.page.evaluate(reachServer)).toBe('reached');
});

test('the guard notices errors, policy breaches and requests to other machines', async ({
  small,
  sharpGuard,
}) => {
  await expect(small.page).toHaveTitle('Harness');
  expect(sharpGuard.problems()).toEqual([]);
  await small.page.evaluate(() => console.error('something broke'));
  await small.page.evaluate(() => {
    setTimeout(() => {
      throw new Error('nobody caught this');
    });
  });
  await small.page.evaluate(() => {
    const image = document.createElement('img');
    image.src = 'https://elsewhere.example/pixel.png';
    document.body.append(image);
  });
  await small.page.evaluate(growJournal, 'complain' as const);
  const second = await small.page.context().newPage();
  await second.goto('http://elsewhere.example/').catch(() => undefined);
  const seen = (): string => sharpGuard.problems().join('\n');
  await expect.poll(seen).toContain('console: something broke');
  await expect.poll(seen).toContain('console: a worker complains');
  await expect.poll(seen).toContain('uncaught: Error: nobody caught this');
  await expect.poll(seen).toMatch(/console: .*Content Security Policy/);
  await expect.poll(seen).toContain('request: http://elsewhere.example/ is not on this machine');
});
