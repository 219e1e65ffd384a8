// `npm start`: builds what is stale and opens Fieldbook, in Electron where that can be had, else in the browser.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveRenderer, serverName } from './serve.mjs';
import { build, hasPackages, needsBuild } from './startBuild.mjs';
import { findElectron, runElectron } from './startElectron.mjs';
import { defaultPort, readOptions, reasons, say, texts } from './startOptions.mjs';

const project = fileURLToPath(new URL('..', import.meta.url));
const environment = process.env;
const signals = ['SIGINT', 'SIGTERM'];
const fetchLimit = 60_000;

const tell = (text, params) => console.log(say(text, environment, params));

process.exitCode = await start();

async function start() {
  const options = readOptions(process.argv.slice(2), environment);
  if (options === null) return stopWith(2, texts.usage);
  if (!hasPackages(project)) return stopWith(1, texts.notInstalled);
  if (needsBuild(project)) {
    tell(texts.building);
    if (!build(project)) return stopWith(1, texts.buildFailed);
  }
  const { code, reason } = options.browser ? { reason: 'ASKED' } : await openWindow();
  if (reason === undefined) return code;
  tell(texts.inBrowser, { reason: reasons[reason] });
  return openInBrowser(options);
}

function stopWith(code, text, params) {
  console.error(say(text, environment, params));
  return code;
}

async function openWindow() {
  const found = await findElectron({
    folder: join(project, 'node_modules/electron'),
    environment,
    platform: process.platform,
    limit: fetchLimit,
    onFetch: () => tell(texts.fetching),
  });
  if ('reason' in found) return found;
  const code = await runElectron({ path: found.path, project, environment, signals });
  return code === null ? { reason: 'START_FAILED' } : { code };
}

async function openInBrowser({ port, open }) {
  try {
    const server = await serveRenderer({ folder: join(project, 'out/renderer'), port });
    if (port !== defaultPort) tell(texts.otherStore, { port, default: defaultPort });
    tell(texts.serving, { address: server.address });
    if (open) showInBrowser(server.address);
    await stopSignal();
    await server.close();
    return 0;
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    const address = `http://127.0.0.1:${port}`;
    if (!(await isFieldbook(address))) return stopWith(1, texts.portTaken, { port });
    tell(texts.alreadyRunning, { address });
    if (open) showInBrowser(address);
    return 0;
  }
}

async function isFieldbook(address) {
  try {
    const response = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(3_000) });
    return response.headers.get('server') === serverName;
  } catch {
    return false;
  }
}

/** Opens the system's browser; without one the printed address is all there is. */
function showInBrowser(address) {
  const command = browserCommand(address);
  if (command === null) return;
  const [program, ...args] = command;
  spawn(program, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

function browserCommand(address) {
  if (process.platform === 'win32') return ['cmd', '/c', 'start', '', address];
  if (process.platform === 'darwin') return ['open', address];
  // Without a display xdg-open would look for a browser in the terminal.
  return environment.DISPLAY || environment.WAYLAND_DISPLAY ? ['xdg-open', address] : null;
}

function stopSignal() {
  return new Promise((resolve) => {
    for (const signal of signals) process.once(signal, resolve);
  });
}
