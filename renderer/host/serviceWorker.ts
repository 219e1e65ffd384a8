/*
 * Built to /sw.js as one classic script, the list of files put before it. A version is all or nothing: it is
 * installed only when every file has the hash that the build wrote down, lives in a cache of its own, and takes
 * over when no tab uses the one before. So no page ever mixes files of two versions.
 */
export {};

interface Precache {
  readonly version: string;
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
}
declare const fieldbookPrecache: Precache;

// The DOM library does not declare a service worker's own scope.
interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface ServiceWorkerScope {
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
}
const scope = self as unknown as ServiceWorkerScope;

const cachePrefix = 'fieldbook-';
const cacheName = `${cachePrefix}${fieldbookPrecache.version}`;

scope.addEventListener('install', (event) => event.waitUntil(install()));
// The window of the very first visit is taken over at once, so that its pages open after the network went away;
// their files are named by their contents, so that an older window would never be given a newer version's.
scope.addEventListener('activate', (event) =>
  event.waitUntil(removeOtherVersions().then(() => scope.clients.claim())),
);
scope.addEventListener('fetch', (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== 'GET' || address.origin !== scope.location.origin) return;
  // As the server does: an address without a file name ending is a screen of the application.
  const isScreen = event.request.mode === 'navigate' && !/\.\w+$/.test(address.pathname);
  const path = isScreen ? '/index.html' : address.pathname;
  if (fieldbookPrecache.files.some((file) => file.path === path)) {
    event.respondWith(fromCache(path, event.request));
  }
});

async function install(): Promise<void> {
  const cache = await caches.open(cacheName);
  try {
    for (const { path, sha256 } of fieldbookPrecache.files) {
      const response = await fetch(path, { cache: 'no-store' });
      if (!response.ok) throw new Error(`${path} answered ${response.status}`);
      if ((await hashOf(response.clone())) !== sha256) throw new Error(`${path} is of another version`);
      await cache.put(path, response);
    }
  } catch (error) {
    await caches.delete(cacheName);
    throw error;
  }
}

async function removeOtherVersions(): Promise<void> {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(cachePrefix) && name !== cacheName);
  await Promise.all(others.map((name) => caches.delete(name)));
}

async function fromCache(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  // A browser short of space may have emptied the cache; the server is then the only source.
  return (await cache.match(path)) ?? fetch(request);
}

async function hashOf(response: Response): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
