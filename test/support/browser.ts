import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { unpackNpmBrowser } from './browserUnpack.ts';

/** A Chromium on this machine that the end-to-end tests can drive. */
export interface Browser {
  readonly executablePath: string;
  readonly args: readonly string[];
  /** To be added to the environment that the browser is started with. */
  readonly env: Readonly<Record<string, string>>;
  readonly name: string;
  readonly version: string;
}

/**
 * Finds a real Chromium: the one that FIELDBOOK_BROWSER names (a path, or `npm` for the one inside the npm
 * package), an installed Chrome, Chromium or Edge, the one that Playwright downloaded, or the npm package's.
 */
export function findBrowser(): Browser {
  const wanted = process.env.FIELDBOOK_BROWSER;
  if (wanted === 'npm') return npmBrowser();
  if (wanted !== undefined && wanted !== '') {
    if (!existsSync(wanted)) throw new Error(`FIELDBOOK_BROWSER names ${wanted}, where no file is.`);
    return installedBrowser('FIELDBOOK_BROWSER', wanted);
  }
  const installed = installedPlaces().find((place) => existsSync(place.path));
  if (installed) return installedBrowser(installed.name, installed.path);
  const playwrights = chromium.executablePath();
  if (existsSync(playwrights)) return installedBrowser("Playwright's Chromium", playwrights);
  return npmBrowser();
}

function installedBrowser(name: string, executablePath: string): Browser {
  return { executablePath, args: flags(), env: {}, name, version: versionOf(executablePath, {}) };
}

function npmBrowser(): Browser {
  const { executablePath, env } = unpackNpmBrowser();
  return {
    executablePath,
    args: flags(),
    env,
    name: '@sparticuz/chromium',
    version: versionOf(executablePath, env),
  };
}

/**
 * The npm package's own flags are not used: they switch web security and site isolation off, and the tests are
 * to see what a user's browser would refuse.
 */
function flags(): readonly string[] {
  // Chromium refuses to run its sandbox as root, which is what build machines and containers are.
  const isLinuxRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return [
    ...(isLinuxRoot ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-dev-shm-usage',
    // Nothing but this machine can be resolved or reached, whatever a page or the browser itself tries.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  ];
}

interface Place {
  readonly name: string;
  readonly path: string;
}

function installedPlaces(): readonly Place[] {
  if (process.platform === 'win32') return windowsPlaces();
  if (process.platform === 'darwin') return macPlaces();
  return pathPlaces();
}

function pathPlaces(): readonly Place[] {
  const commands = [
    ['Chrome', 'google-chrome-stable'],
    ['Chrome', 'google-chrome'],
    ['Chromium', 'chromium'],
    ['Chromium', 'chromium-browser'],
    ['Edge', 'microsoft-edge-stable'],
    ['Edge', 'microsoft-edge'],
  ] as const;
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/opt/google/chrome'];
  return commands.flatMap(([name, command]) =>
    folders.filter((folder) => folder !== '').map((folder) => ({ name, path: join(folder, command) })),
  );
}

function macPlaces(): readonly Place[] {
  const roots = ['/Applications', join(process.env.HOME ?? '', 'Applications')];
  return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
    roots.map((root) => ({ name, path: join(root, `${name}.app`, 'Contents', 'MacOS', name) })),
  );
}

function windowsPlaces(): readonly Place[] {
  const programs = [
    { name: 'Chrome', file: join('Google', 'Chrome', 'Application', 'chrome.exe') },
    { name: 'Chromium', file: join('Chromium', 'Application', 'chrome.exe') },
    { name: 'Edge', file: join('Microsoft', 'Edge', 'Application', 'msedge.exe') },
  ];
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
    (name) => process.env[name] ?? [],
  );
  return programs.flatMap(({ name, file }) => roots.map((root) => ({ name, path: join(root, file) })));
}

function versionOf(executablePath: string, env: Readonly<Record<string, string>>): string {
  // On Windows `--version` opens a window; the version is the name of a folder beside the program.
  if (process.platform === 'win32') {
    return readdirSync(dirname(executablePath)).find((name) => /^\d+(\.\d+){3}$/.test(name)) ?? 'unknown';
  }
  const run = spawnSync(executablePath, ['--version'], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    timeout: 20_000,
  });
  return /\d+(\.\d+){3}/.exec(run.stdout ?? '')?.[0] ?? 'unknown';
}
