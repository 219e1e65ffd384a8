import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import policy from '../../shared/ipc/security-policy.json' with { type: 'json' };
import { isOwnAddress } from './ownOrigin.ts';

/** Where the file of an address path (`/assets/index.js`) lies. */
export type RendererFiles = ReadonlyMap<string, string>;

/** All plain files below the renderer's folder; links are left out. */
export async function listRendererFiles(folder: string, prefix = '/'): Promise<RendererFiles> {
  const files = new Map<string, string>();
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const location = join(folder, entry.name);
    if (entry.isDirectory()) {
      for (const [path, inner] of await listRendererFiles(location, `${prefix}${entry.name}/`)) {
        files.set(path, inner);
      }
    } else if (entry.isFile()) files.set(`${prefix}${entry.name}`, location);
  }
  return files;
}

export interface FoundFile {
  readonly location: string;
  readonly mediaType: string;
}

/**
 * The file of an address, or null. The address is only compared with the listed names, never joined to a folder,
 * so no spelling of it leads outside. A path without a file name ending is a screen: the page itself.
 */
export function findRendererFile(files: RendererFiles, address: string): FoundFile | null {
  if (!isOwnAddress(address)) return null;
  const path = decodedPath(new URL(address).pathname);
  if (path === null) return null;
  const wanted = extname(path) === '' ? '/index.html' : path;
  const location = files.get(wanted);
  return location === undefined ? null : { location, mediaType: mediaTypeOf(wanted) };
}

/** The headers of every answer of the application's own scheme. */
export const responseHeaders = (mediaType: string): Readonly<Record<string, string>> => ({
  ...policy.headers,
  'Content-Security-Policy': policy.contentSecurityPolicy.join('; '),
  'Content-Type': mediaType,
  'Cache-Control': 'no-store',
});

function mediaTypeOf(path: string): string {
  const types: Readonly<Record<string, string>> = policy.mediaTypes;
  return types[extname(path).toLowerCase()] ?? 'application/octet-stream';
}

function decodedPath(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
