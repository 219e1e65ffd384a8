import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { ownScheme } from '../services/ownOrigin.ts';
import { findRendererFile, listRendererFiles, responseHeaders } from '../services/rendererFiles.ts';

/** Before the application is ready: gives the scheme an origin with storage, as https has. */
export function registerOwnScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: ownScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the built renderer on app://fieldbook/ in one session. */
export async function serveOwnScheme(session: Session, folder: string): Promise<void> {
  const files = await listRendererFiles(folder);
  session.protocol.handle(ownScheme, async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
    const found = findRendererFile(files, request.url);
    if (found === null) return refuse(404);
    const body = request.method === 'HEAD' ? null : new Uint8Array(await readFile(found.location));
    return new Response(body, { headers: responseHeaders(found.mediaType) });
  });
}

const refuse = (status: number): Response =>
  new Response(null, { status, headers: responseHeaders('text/plain; charset=utf-8') });
