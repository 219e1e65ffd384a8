// The browser host's server: the built renderer, on this machine only. Plain Node, nothing to install.
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const policy = JSON.parse(
  readFileSync(new URL('../shared/ipc/security-policy.json', import.meta.url), 'utf8'),
);
export const serverName = 'Fieldbook';

/**
 * Serves `folder` on http://127.0.0.1:`port` (0: any free one). Resolves to its address and a `close`; rejects
 * with the listen error (`code: 'EADDRINUSE'`) when the port is taken.
 *
 * @param {{ folder: string, port: number }} options
 * @returns {Promise<{ address: string, port: number, close: () => Promise<void> }>}
 */
export function serveRenderer({ folder, port }) {
  const server = createServer((request, response) => {
    try {
      answer(server, folder, request, response);
    } catch (error) {
      // A request must never end the server: most likely a build is replacing the folder just now.
      console.error(error.message);
      if (response.headersSent) response.destroy();
      else refuse(response, 500, 'The file could not be read');
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const taken = server.address().port;
      resolve({
        address: `http://127.0.0.1:${taken}`,
        port: taken,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}

function answer(server, folder, request, response) {
  const { port } = server.address();
  const canonical = `127.0.0.1:${port}`;
  // Another name that leads here is a foreign page's (DNS rebinding). The usual names for this machine are sent
  // to one of them, because each would be an origin with a store of its own.
  const host = request.headers.host ?? '';
  const others = [`localhost:${port}`, `[::1]:${port}`];
  if (host !== canonical && !others.includes(host)) return refuse(response, 421, 'Unknown host');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return refuse(response, 405, 'Only GET and HEAD');
  }
  const url = parse(request.url);
  if (host !== canonical) {
    // Not kept by the browser: the redirect is true for as long as this server runs.
    const location = `http://${canonical}${url?.pathname ?? '/'}`;
    response.writeHead(307, { ...commonHeaders(), 'Cache-Control': 'no-store', Location: location });
    return response.end();
  }
  const path = url === null ? null : decoded(url.pathname);
  const file = path === null ? null : findFile(folder, path);
  if (file === null) return refuse(response, 404, 'Not found');
  send(request, response, file);
}

function parse(url) {
  try {
    return new URL(url, 'http://127.0.0.1');
  } catch {
    return null;
  }
}

function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/**
 * The file of a path. The path is only compared with the names that are in the folder, never joined to it: so
 * no spelling of it leads outside. A path without a file name ending is a screen of the application.
 */
function findFile(folder, path) {
  const wanted = extname(path) === '' ? '/index.html' : path;
  return listFiles(folder).find((file) => file.path === wanted) ?? null;
}

/** All plain files below a folder (no links) with their address path, sorted by it. */
export function listFiles(folder, prefix = '/') {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${prefix}${entry.name}`;
      const location = join(folder, entry.name);
      if (entry.isDirectory()) return listFiles(location, `${path}/`);
      return entry.isFile() ? [{ path, location }] : [];
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function send(request, response, { path, location }) {
  const hashed = /^\/assets\/.+-[\w-]{8,}\.\w+$/.test(path);
  response.writeHead(200, {
    ...commonHeaders(),
    'Content-Type': policy.mediaTypes[extname(path).toLowerCase()] ?? 'application/octet-stream',
    'Content-Length': statSync(location).size,
    'Cache-Control': hashed ? 'public, max-age=31536000, immutable' : 'no-store',
  });
  if (request.method === 'HEAD') return response.end();
  createReadStream(location)
    .on('error', () => response.destroy())
    .pipe(response);
}

function refuse(response, status, text) {
  response.writeHead(status, {
    ...commonHeaders(),
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.end(`${text}\n`);
}

function commonHeaders() {
  return {
    ...policy.headers,
    'Content-Security-Policy': policy.contentSecurityPolicy.join('; '),
    Server: serverName,
  };
}
