import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  findRendererFile,
  listRendererFiles,
  type RendererFiles,
  responseHeaders,
} from '../../../../electron/services/rendererFiles.ts';

let folder = '';
let root = '';
let files: RendererFiles = new Map();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldbook-files-'));
  root = join(folder, 'renderer');
  await mkdir(join(root, 'assets'), { recursive: true });
  await writeFile(join(root, 'index.html'), '');
  await writeFile(join(root, 'assets', 'a b.woff2'), '');
  await writeFile(join(folder, 'secret.txt'), '');
  await symlink(join(folder, 'secret.txt'), join(root, 'link.txt'));
  files = await listRendererFiles(root);
});
afterAll(() => rm(folder, { recursive: true }));

test('files are found by their address, with their media type', () => {
  expect(findRendererFile(files, 'app://fieldbook/assets/a%20b.woff2?v=1#x')).toEqual({
    location: join(root, 'assets', 'a b.woff2'),
    mediaType: 'font/woff2',
  });
  expect(findRendererFile(files, 'app://fieldbook/log/trainings')?.mediaType).toBe(
    'text/html; charset=utf-8',
  );
});

test('no address leads out of the folder, to a link, or to another host', () => {
  const piece = fc.constantFrom(
    '..',
    '%2e%2e',
    '%2f',
    '%5c',
    '/',
    '\\',
    'secret.txt',
    'link.txt',
    '%',
    'assets',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom('fieldbook', 'other'), (pieces, host) => {
      const found = findRendererFile(files, `app://${host}/${pieces.join('')}`);
      if (found !== null) expect([host, found.location]).toEqual(['fieldbook', join(root, 'index.html')]);
    }),
    { numRuns: 1_000 },
  );
  expect(findRendererFile(files, 'app://fieldbook/../secret.txt')).toBeNull();
  expect(findRendererFile(files, 'app://fieldbook/link.txt')).toBeNull();
  expect(findRendererFile(files, 'https://fieldbook/index.html')).toBeNull();
});

test('the policy allows nothing but what the application itself brings', () => {
  const policy = responseHeaders('text/html')['Content-Security-Policy'] ?? '';
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
  for (const directive of [
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]) {
    expect(policy.split('; ')).toContain(directive);
  }
  expect(policy).not.toMatch(/unsafe|\*|https?:|wss?:/);
  expect(responseHeaders('text/html')['X-Content-Type-Options']).toBe('nosniff');
});
