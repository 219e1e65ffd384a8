import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RendererServer, serveRenderer } from '../../../scripts/serve.mjs';
import policy from '../../../shared/ipc/security-policy.json' with { type: 'json' };

let folder = '';
let server: RendererServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldbook-serve-'));
  const root = join(folder, 'renderer');
  await mkdir(join(root, 'assets'), { recursive: true });
  await writeFile(join(root, 'index.html'), '<!doctype html>page');
  await writeFile(join(root, 'assets', 'index-Ab12Cd34.js'), 'export {}');
  await writeFile(join(root, 'sw.js'), '// worker');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await symlink(join(folder, 'secret.txt'), join(root, 'link.txt'));
  server = await serveRenderer({ folder: root, port: 0 });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

// Not fetch: it would tidy the path and the Host header up.
function ask(path: string, options: { method?: string; host?: string } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { Host: options.host ?? `127.0.0.1:${server.port}` };
    const sent = request(
      { host: '127.0.0.1', port: server.port, path, method: options.method ?? 'GET', headers },
      (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          body += chunk;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      },
    );
    sent.on('error', reject).end();
  });
}

test('the page and every screen of the application are the same page, never kept by the browser', async () => {
  for (const path of ['/', '/index.html', '/log/trainings', '/?a=1']) {
    const answer = await ask(path);
    expect([answer.status, answer.body]).toEqual([200, '<!doctype html>page']);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('no-store');
  }
});

test('hashed files are kept for good, the worker is not', async () => {
  const script = await ask('/assets/index-Ab12Cd34.js');
  expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
  expect((await ask('/sw.js')).headers['cache-control']).toBe('no-store');
});

test('every answer carries the policy and its headers', async () => {
  for (const answer of [await ask('/'), await ask('/none.js'), await ask('/', { method: 'POST' })]) {
    expect(answer.headers['content-security-policy']).toBe(policy.contentSecurityPolicy.join('; '));
    for (const [name, value] of Object.entries(policy.headers)) {
      expect(answer.headers[name.toLowerCase()]).toBe(value);
    }
  }
});

test('only reading is answered', async () => {
  expect(await ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
    expect((await ask('/', { method })).status).toBe(405);
  }
});

test('a foreign name that leads to this machine is refused', async () => {
  for (const host of ['evil.example', `evil.example:${server.port}`, '127.0.0.1', '127.0.0.1:1']) {
    const answer = await ask('/', { host });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body).not.toContain('page');
  }
});

test('other names of this machine lead to the one address that owns the store', async () => {
  for (const host of [`localhost:${server.port}`, `[::1]:${server.port}`]) {
    const answer = await ask('/log/%0d%0aX-Evil:1?q', { host });
    expect([answer.status, answer.headers.location]).toEqual([307, `${server.address}/log/%0d%0aX-Evil:1`]);
  }
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/../../secret.txt',
  '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
  '/..%5csecret.txt',
  '//secret.txt',
  '/link.txt',
  '/index.html%00.txt',
  '/%',
  '/%c0%ae%c0%ae/secret.txt',
  '/assets/index-Ab12Cd34.js/',
])('%s leads nowhere', async (path) => {
  const answer = await ask(path);
  expect(answer.body).not.toContain('secret');
  if (answer.status === 200) expect(answer.body).toBe('<!doctype html>page');
  else expect(answer.status).toBe(404);
});

test('no path brings anything but the files of the folder, and none ends the server', async () => {
  const piece = fc.constantFrom(
    '..',
    '%2e%2e',
    '%2f',
    '/',
    '\\',
    'secret.txt',
    'assets',
    '%00',
    '%',
    'a',
    '.',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
      const answer = await ask(`/${pieces.join('')}`);
      expect(answer.body).not.toContain('secret');
      expect([200, 404]).toContain(answer.status);
    }),
  );
});

test('a port that is taken is told by its code', async () => {
  await expect(serveRenderer({ folder, port: server.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
