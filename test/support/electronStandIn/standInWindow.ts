import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { toChromiumAddress, toElectronAddress } from './addresses.ts';
import type { FrameOfCall, MainCalls } from './calls.ts';
import type { Channel } from './channel.ts';
import { fromPlain, toPlain } from './payloadText.js';
import { preloadWorldName, type Worlds, worldsOf } from './worlds.ts';

interface KnownFrame {
  readonly id: string;
  readonly parent: string | undefined;
  readonly url: string;
}

export interface WindowParts {
  readonly id: number;
  readonly page: Page;
  readonly main: Channel<MainCalls>;
  readonly preload: string;
  readonly schemes: readonly string[];
}

/** One window: a page of Chromium with the preload in a world of its own, whose calls reach the main process. */
export class StandInWindow {
  readonly id: number;
  readonly page: Page;
  /** Navigations that the main process itself began, of which Electron does not ask. */
  readonly #expected = new Set<string>();
  readonly #parts: WindowParts;
  readonly #worlds: Worlds;
  readonly #session: CDPSession;
  readonly #frames = new Map<string, KnownFrame>();
  /** The preload's world of each frame. */
  readonly #contextByFrame = new Map<string, number>();
  #mainFrame = '';

  static async open(context: BrowserContext, parts: WindowParts): Promise<StandInWindow> {
    const session = await context.newCDPSession(parts.page);
    const window = new StandInWindow(session, parts);
    await window.#prepare();
    return window;
  }

  private constructor(session: CDPSession, parts: WindowParts) {
    this.id = parts.id;
    this.page = parts.page;
    this.#parts = parts;
    this.#session = session;
    this.#worlds = worldsOf(parts.preload);
  }

  async load(url: string): Promise<void> {
    const address = toChromiumAddress(url);
    this.#expected.add(address);
    await this.page.goto(address);
  }

  async reload(): Promise<void> {
    this.#expected.add(this.page.url());
    await this.page.reload();
  }

  /** Whether the main process began this navigation; each counts once. */
  takeExpected(address: string): boolean {
    return this.#expected.delete(address);
  }

  async send(channel: string, args: readonly unknown[]): Promise<void> {
    const text = JSON.stringify({ channel, args: args.map(toPlain) });
    await this.#tellWorld(this.#contextByFrame.get(this.#mainFrame), 'message', text);
  }

  async print(): Promise<Uint8Array> {
    const { data } = await this.#session.send('Page.printToPDF', {
      printBackground: true,
      generateTaggedPDF: true,
    });
    return Buffer.from(data, 'base64');
  }

  /** What Electron clears for all origins, everything where no storage is named; here there is one. */
  async clearStorage(storages: readonly string[]): Promise<void> {
    const { origin } = new URL(this.page.url());
    // Electron spells it in its own way.
    const types = storages.map((one) => (one === 'indexdb' ? 'indexeddb' : one));
    const storageTypes = types.length === 0 ? 'all' : types.join(',');
    await this.#session.send('Storage.clearDataForOrigin', { origin, storageTypes });
  }

  async permit(origin: string, granted: Readonly<Record<string, boolean>>): Promise<void> {
    for (const [name, isGranted] of Object.entries(granted)) {
      for (const permission of chromiumPermissions[name] ?? [name]) {
        await this.#session.send('Browser.setPermission', {
          origin: toChromiumAddress(origin),
          permission: { name: permission },
          setting: isGranted ? 'granted' : 'denied',
        });
      }
    }
  }

  /** Asks the main process as the preload of a frame would, whatever the page's own code is. */
  async invokeFrom(frame: 'top' | 'child', channel: string, payload: unknown): Promise<unknown> {
    const found = [...this.#frames.values()].find(
      ({ id }) => (id === this.#mainFrame) === (frame === 'top') && this.#contextByFrame.has(id),
    );
    const contextId = this.#contextByFrame.get(found?.id ?? '');
    if (contextId === undefined) throw new Error(`there is no ${frame} frame`);
    const texts = [channel, JSON.stringify(toPlain(payload))].map((text) => JSON.stringify(text));
    const { result, exceptionDetails } = await this.#session.send('Runtime.evaluate', {
      contextId,
      awaitPromise: true,
      expression: `standIn.ask(${texts.join()})`,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return fromPlain(JSON.parse(result.value));
  }

  async #prepare(): Promise<void> {
    const session = this.#session;
    session.on('Page.frameNavigated', ({ frame }) => {
      this.#frames.set(frame.id, { id: frame.id, parent: frame.parentId, url: frame.url });
      if (frame.parentId === undefined) this.#mainFrame = frame.id;
    });
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      const known = this.#frames.get(frameId);
      if (known) this.#frames.set(frameId, { ...known, url });
    });
    session.on('Page.frameAttached', ({ frameId, parentFrameId }) => {
      this.#frames.set(frameId, { id: frameId, parent: parentFrameId, url: 'about:blank' });
    });
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const frameId: unknown = context.auxData?.frameId;
      if (context.name !== preloadWorldName || typeof frameId !== 'string') return;
      this.#contextByFrame.set(frameId, context.id);
    });
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === this.#worlds.binding) void this.#invoked(payload, executionContextId);
    });
    await session.send('Page.enable');
    const { frameTree } = await session.send('Page.getFrameTree');
    this.#mainFrame = frameTree.frame.id;
    this.#frames.set(this.#mainFrame, { id: this.#mainFrame, parent: undefined, url: frameTree.frame.url });
    await session.send('Runtime.enable');
    await session.send('Runtime.addBinding', {
      name: this.#worlds.binding,
      executionContextName: preloadWorldName,
    });
    const evaluated = 'Page.addScriptToEvaluateOnNewDocument';
    await session.send(evaluated, { source: this.#worlds.mainWorld });
    await session.send(evaluated, { source: this.#worlds.preloadWorld, worldName: preloadWorldName });
  }

  async #invoked(text: string, contextId: number): Promise<void> {
    const { id, channel, args } = JSON.parse(text);
    const answer = await this.#parts.main
      .ask('invoke', { window: this.id, channel, args: args.map(fromPlain), frame: this.#frameOf(contextId) })
      .then((value) => ({ id, value: toPlain(value) }))
      .catch((error: unknown) => ({ id, error: error instanceof Error ? error.message : String(error) }));
    await this.#tellWorld(contextId, 'answer', JSON.stringify(answer));
  }

  #frameOf(contextId: number): FrameOfCall {
    const [frameId = ''] = [...this.#contextByFrame].find(([, context]) => context === contextId) ?? [];
    const url = this.#frames.get(frameId)?.url ?? '';
    return { url: toElectronAddress(url, this.#parts.schemes), isMainFrame: frameId === this.#mainFrame };
  }

  async #tellWorld(contextId: number | undefined, method: 'answer' | 'message', text: string): Promise<void> {
    if (contextId === undefined) return;
    const expression = `standIn.${method}(${JSON.stringify(text)})`;
    // The page may be another one by now, or gone.
    await this.#session.send('Runtime.evaluate', { contextId, expression }).catch(() => undefined);
  }
}

/** Where Electron's name of a permission is not Chromium's. */
const chromiumPermissions: Readonly<Record<string, readonly string[]>> = {
  media: ['camera', 'microphone'],
  'clipboard-sanitized-write': ['clipboard-write'],
};
