import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { needsBuild } from '../../../scripts/startBuild.mjs';
import { findElectron, runElectron } from '../../../scripts/startElectron.mjs';
import { readOptions, reasons, say, texts } from '../../../scripts/startOptions.mjs';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldbook-start-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(path: string, text = '', seconds = 1_000): Promise<void> {
  const location = join(folder, path);
  await mkdir(dirname(location), { recursive: true });
  await writeFile(location, text);
  await utimes(location, seconds, seconds);
}

async function find(environment: Readonly<Record<string, string>>, limit = 20_000, platform = 'linux') {
  let fetched = false;
  const onFetch = () => {
    fetched = true;
  };
  const found = await findElectron({ folder, environment, platform, limit, onFetch });
  return { found, fetched };
}
const display = { DISPLAY: ':0' };
const install = (body: string) => put('install.js', `const fs = require('node:fs');\n${body}`);
const installing = `fs.mkdirSync(__dirname + '/dist', { recursive: true });
  fs.writeFileSync(__dirname + '/dist/version', 'v45.0.0');
  fs.writeFileSync(__dirname + '/dist/electron', '');
  fs.writeFileSync(__dirname + '/path.txt', 'electron');`;

test('Electron is used when its binary is there', async () => {
  await put('package.json', '{"version":"45.0.0"}');
  await put('dist/version', '45.0.0');
  await put('dist/electron');
  await put('path.txt', 'electron');
  const found = { path: join(folder, 'dist', 'electron') };
  expect(await find({ ...display, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' })).toEqual({ found, fetched: false });
});

test('Electron is fetched when it is missing', async () => {
  await put('package.json', '{"version":"45.0.0"}');
  await install(installing);
  expect(await find(display)).toEqual({
    found: { path: join(folder, 'dist', 'electron') },
    fetched: true,
  });
});

test('a binary of another version counts as missing', async () => {
  await put('package.json', '{"version":"46.0.0"}');
  await install(installing);
  expect((await find(display)).found).toEqual({ reason: 'FETCH_FAILED' });
});

test('a fetch that fails is told at once', async () => {
  await put('package.json', '{"version":"45.0.0"}');
  await install('process.exit(1)');
  expect(await find(display)).toEqual({ found: { reason: 'FETCH_FAILED' }, fetched: true });
});

test('a fetch that hangs is ended at its limit', async () => {
  await put('package.json', '{"version":"45.0.0"}');
  await install('setInterval(() => undefined, 1000)');
  expect((await find(display, 300)).found).toEqual({ reason: 'FETCH_TOO_SLOW' });
});

test('nothing is fetched where that is forbidden or no window could be shown', async () => {
  await put('package.json', '{"version":"45.0.0"}');
  await install(installing);
  expect(await find({ ...display, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' })).toEqual({
    found: { reason: 'SKIPPED' },
    fetched: false,
  });
  expect(await find({})).toEqual({ found: { reason: 'NO_DISPLAY' }, fetched: false });
  expect((await find({ WAYLAND_DISPLAY: 'wayland-0' })).fetched).toBe(true);
});

test('a program that fails at once is told from one that ran', async () => {
  const run = async (script: string, path = process.execPath) => {
    await put('application.cjs', script);
    const project = join(folder, 'application.cjs');
    return runElectron({ path, project, environment: process.env, signals: [] });
  };
  expect(await run('process.exit(0)')).toBe(0);
  expect(await run('process.exit(127)')).toBeNull();
  expect(await run('', join(folder, 'none'))).toBeNull();
});

test('a build is needed when it is missing, or a source is newer, or one was taken away', async () => {
  const outputs = [
    'out/main/index.js',
    'out/preload/index.cjs',
    'out/renderer/index.html',
    'out/renderer/sw.js',
  ];
  await put('shared/core/a.ts', '', 500);
  for (const path of ['shared/core', 'shared']) await utimes(join(folder, path), 500, 500);
  expect(needsBuild(folder)).toBe(true);
  for (const path of outputs) await put(path, '', 1_000);
  expect(needsBuild(folder)).toBe(false);
  await utimes(join(folder, 'shared/core'), 2_000, 2_000);
  expect(needsBuild(folder)).toBe(true);
  for (const path of outputs) await put(path, '', 3_000);
  expect(needsBuild(folder)).toBe(false);
  await put('package.json', '{}', 4_000);
  expect(needsBuild(folder)).toBe(true);
});

test('options come from the arguments, then the environment, and nonsense is refused', () => {
  expect(readOptions([], {})).toEqual({ browser: false, open: true, port: 4517 });
  expect(readOptions(['--browser', '--no-open', '--port', '5000'], { FIELDBOOK_PORT: '6000' })).toEqual({
    browser: true,
    open: false,
    port: 5000,
  });
  expect(readOptions([], { FIELDBOOK_PORT: '6000' })?.port).toBe(6000);
  for (const args of [['--port', 'x'], ['--port', '0'], ['--port', '70000'], ['--what'], ['extra']]) {
    expect(readOptions(args, {})).toBeNull();
  }
});

test('the terminal is spoken to in its language', () => {
  const { inBrowser } = texts;
  const reason = reasons.NO_DISPLAY;
  if (inBrowser === undefined || reason === undefined) throw new Error('the texts are gone');
  expect(say(inBrowser, { LANG: 'en_US.UTF-8' }, { reason })).toContain('there is no display');
  expect(say(inBrowser, { LANG: 'ko_KR.UTF-8' }, { reason })).toContain('화면이 없어');
  expect(say(inBrowser, { LC_ALL: 'C', LANG: 'ko_KR.UTF-8' }, { reason })).toContain('no display');
});
