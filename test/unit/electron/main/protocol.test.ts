import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session } from 'electron';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

const registerSchemesAsPrivileged = vi.fn();
vi.mock('electron', () => ({ protocol: { registerSchemesAsPrivileged } }));
const { registerOwnScheme, serveOwnScheme } = await import('../../../../electron/main/protocol.ts');

let folder = '';
let scheme = '';
let answer: (request: Request) => Promise<Response> = () => Promise.reject(new Error('nothing is served'));
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldbook-protocol-'));
  await writeFile(join(folder, 'index.html'), 'page');
  const handle = (name: string, handler: typeof answer) => {
    scheme = name;
    answer = handler;
  };
  // Serving uses nothing else of a session.
  await serveOwnScheme({ protocol: { handle } } as unknown as Session, folder);
});
afterAll(() => rm(folder, { recursive: true }));

test('the scheme is an origin with storage that bypasses no policy', () => {
  registerOwnScheme();
  expect(registerSchemesAsPrivileged.mock.calls[0]?.[0]).toEqual([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
  expect(scheme).toBe('app');
});

test('the page is served with its type and policy', async () => {
  const response = await answer(new Request('app://fieldbook/'));
  expect([response.status, await response.text()]).toEqual([200, 'page']);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

test('what is not there, is another host or is no reading is refused, with the policy', async () => {
  const requests: readonly (readonly [Request, number])[] = [
    [new Request('app://fieldbook/none.js'), 404],
    [new Request('app://other/index.html'), 404],
    [new Request('app://fieldbook/', { method: 'POST' }), 405],
  ];
  for (const [request, status] of requests) {
    const response = await answer(request);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  }
});
