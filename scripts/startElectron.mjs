// Finds Electron's binary, fetches it when it is missing, and runs it. Each step that cannot be done says why.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A start that ends with an error this soon never showed a window. */
const earlyExit = 15_000;

/**
 * The path of Electron's binary, or the reason why there is none. Fetching ends after `limit` milliseconds.
 *
 * @returns {Promise<{ path: string } | { reason: string }>}
 */
export async function findElectron({ folder, environment, platform, limit, onFetch }) {
  const needsDisplay = platform === 'linux';
  if (needsDisplay && !environment.DISPLAY && !environment.WAYLAND_DISPLAY) return { reason: 'NO_DISPLAY' };
  const installed = installedElectron(folder, environment);
  if (installed !== null) return { path: installed };
  if (isSet(environment.ELECTRON_SKIP_BINARY_DOWNLOAD)) return { reason: 'SKIPPED' };
  if (!existsSync(join(folder, 'install.js'))) return { reason: 'FETCH_FAILED' };
  onFetch();
  const ended = await fetchElectron(folder, environment, limit);
  if (ended === 'too slow') return { reason: 'FETCH_TOO_SLOW' };
  const fetched = installedElectron(folder, environment);
  return fetched === null ? { reason: 'FETCH_FAILED' } : { path: fetched };
}

/** The binary that Electron's own installer left, when it is whole and of the package's version. */
function installedElectron(folder, environment) {
  const dist = environment.ELECTRON_OVERRIDE_DIST_PATH || join(folder, 'dist');
  try {
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const found = readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
    const path = join(dist, readFileSync(join(folder, 'path.txt'), 'utf8'));
    return found === version && existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

function fetchElectron(folder, environment, limit) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(folder, 'install.js')], {
      stdio: 'ignore',
      env: { ...environment, ELECTRON_GET_NO_PROGRESS: '1' },
    });
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      resolve('too slow');
    }, limit);
    const finish = () => {
      clearTimeout(timer);
      resolve('ended');
    };
    child.once('error', finish);
    child.once('exit', finish);
  });
}

/**
 * Runs the application until it ends. Resolves to its exit code, or to null when it ended with an error before
 * it can have shown a window.
 */
export function runElectron({ path, project, environment, signals }) {
  const { ELECTRON_RUN_AS_NODE: _, ...rest } = environment;
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(path, [project], { stdio: ['ignore', 'inherit', 'ignore'], env: rest });
    let stopped = false;
    const stop = (signal) => {
      stopped = true;
      child.kill(signal);
    };
    for (const signal of signals) process.on(signal, stop);
    const finish = (code) => {
      for (const signal of signals) process.off(signal, stop);
      if (stopped || code === 0) resolve(0);
      else resolve(performance.now() - started < earlyExit ? null : (code ?? 1));
    };
    child.once('error', () => finish(null));
    child.once('exit', finish);
  });
}

const isSet = (value) => value !== undefined && value !== '' && value !== '0' && value !== 'false';
