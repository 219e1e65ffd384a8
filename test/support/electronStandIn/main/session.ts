import { EventEmitter } from 'node:events';
import type { NetworkAnswer } from '../calls.ts';
import { app } from './app.ts';

interface Privileged {
  readonly scheme: string;
  readonly privileges: Readonly<Record<string, boolean>>;
}
type RequestHandler = (request: Request) => Response | Promise<Response>;
type PermissionRequest = (
  contents: unknown,
  permission: string,
  callback: (granted: boolean) => void,
  details: object,
) => void;
type PermissionCheck = (contents: unknown, permission: string, origin: string, details: object) => boolean;
type BeforeRequest = (
  details: { readonly url: string; readonly method: string; readonly resourceType: string },
  callback: (response: { readonly cancel?: boolean }) => void,
) => void;

const privilegedSchemes = new Map<string, Privileged>();

class StandInProtocol {
  readonly #handlers = new Map<string, RequestHandler>();

  registerSchemesAsPrivileged(schemes: readonly Privileged[]): void {
    if (app.isReady())
      throw new Error('protocol.registerSchemesAsPrivileged is called after the app is ready');
    for (const one of schemes) privilegedSchemes.set(one.scheme, one);
  }

  handle(scheme: string, handler: RequestHandler): void {
    if (this.#handlers.has(scheme)) throw new Error(`the scheme ${scheme} is handled already`);
    this.#handlers.set(scheme, handler);
  }

  unhandle(scheme: string): void {
    this.#handlers.delete(scheme);
  }

  isProtocolHandled(scheme: string): boolean {
    return this.#handlers.has(scheme);
  }

  handlerOf(scheme: string): RequestHandler | undefined {
    return this.#handlers.get(scheme);
  }
}

/** What the stand-in decides as Electron does; without a handler Electron allows, and so does this. */
class StandInSession extends EventEmitter {
  readonly protocol = protocol;
  isSpellCheckerEnabled = true;
  /** Not Electron's: what pages wanted to download, and whether the application let them. */
  readonly downloads: { readonly url: string; readonly isPrevented: boolean }[] = [];
  #permissionRequest: PermissionRequest | null = null;
  #permissionCheck: PermissionCheck | null = null;
  #beforeRequest: BeforeRequest | null = null;
  #deviceCheck: ((details: object) => boolean) | null = null;

  readonly webRequest = {
    onBeforeRequest: (...args: readonly unknown[]) => {
      // The boundary: an optional filter comes first.
      this.#beforeRequest = args.at(-1) as BeforeRequest | null;
    },
  };

  setPermissionRequestHandler(handler: PermissionRequest | null): void {
    this.#permissionRequest = handler;
  }

  setPermissionCheckHandler(handler: PermissionCheck | null): void {
    this.#permissionCheck = handler;
  }

  setDevicePermissionHandler(handler: ((details: object) => boolean) | null): void {
    this.#deviceCheck = handler;
  }

  setSpellCheckerEnabled(enabled: boolean): void {
    this.isSpellCheckerEnabled = enabled;
  }

  async clearStorageData({ storages = [] }: { readonly storages?: readonly string[] } = {}): Promise<void> {
    // Later than this module, which the link needs.
    const { windowSide } = await import('./link.ts');
    await windowSide.ask('clearStorage', { storages });
  }

  /** Not Electron's: whether a page of an origin has a permission, as asked and as checked. */
  async permits(permission: string, origin: string): Promise<boolean> {
    const checked = this.#permissionCheck?.(null, permission, origin, {}) ?? true;
    const request = this.#permissionRequest;
    if (!checked || request === null) return checked;
    return new Promise((resolve) => request(null, permission, resolve, { requestingUrl: origin }));
  }

  /** Not Electron's. */
  permitsDevice(details: object): boolean {
    return this.#deviceCheck?.(details) ?? false;
  }

  /** Not Electron's: what becomes of a request, http and https included: there is no network here. */
  async answerRequest(url: string, method: string, resourceType: string): Promise<NetworkAnswer> {
    if (await this.#isCancelled(url, method, resourceType)) return { kind: 'blocked' };
    const handler = protocol.handlerOf(new URL(url).protocol.slice(0, -1));
    if (handler === undefined) return { kind: 'blocked' };
    const response = await handler(new Request(url, { method }));
    return {
      kind: 'answer',
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: new Uint8Array(await response.arrayBuffer()),
    };
  }

  #isCancelled(url: string, method: string, resourceType: string): Promise<boolean> {
    const before = this.#beforeRequest;
    if (before === null) return Promise.resolve(false);
    return new Promise((resolve) => {
      before({ url, method, resourceType }, ({ cancel = false }) => resolve(cancel));
    });
  }
}

export const protocol = new StandInProtocol();
const theSession = new StandInSession();

export const session = {
  get defaultSession(): StandInSession {
    if (!app.isReady()) throw new Error('Session can only be received when app is ready');
    return theSession;
  },
};

/** The schemes that have an origin with storage, as https has. */
export function standardSchemes(): readonly string[] {
  return [...privilegedSchemes.values()]
    .filter(({ privileges }) => privileges.standard === true && privileges.secure === true)
    .map(({ scheme }) => scheme);
}
