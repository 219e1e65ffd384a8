import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { FrameOfCall } from '../calls.ts';
import { app } from './app.ts';
import { ipcMain } from './ipcMain.ts';
import { windowSide } from './link.ts';
import { emitPreventable } from './preventable.ts';
import { session, standardSchemes } from './session.ts';

const permissions = [
  'persistent-storage',
  'geolocation',
  'notifications',
  'media',
  'midi',
  'clipboard-read',
  'clipboard-sanitized-write',
  'display-capture',
  'idle-detection',
  'local-fonts',
  'window-management',
  'screen-wake-lock',
  'storage-access',
];

interface Frame {
  url: string;
  readonly parent: Frame | null;
}

type OpenHandler = (details: { readonly url: string }) => { readonly action: 'allow' | 'deny' };

class StandInContents extends EventEmitter {
  readonly mainFrame: Frame = { url: '', parent: null };
  openHandler: OpenHandler = () => ({ action: 'allow' });
  crashed = false;
  constructor(readonly window: BrowserWindow) {
    super();
  }

  get session() {
    return session.defaultSession;
  }

  isCrashed(): boolean {
    return this.crashed;
  }

  isDestroyed(): boolean {
    return this.window.isDestroyed();
  }

  getURL(): string {
    return this.mainFrame.url;
  }

  /** WebRTC's way out, which Chromium's command line decides here. */
  setWebRTCIPHandlingPolicy(policy: string): void {
    app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', policy);
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  send(channel: string, ...args: readonly unknown[]): void {
    void this.window.whenOpen(() => windowSide.ask('send', { window: this.window.id, channel, args }));
  }

  reload(): void {
    this.crashed = false;
    void this.window.whenOpen(() => windowSide.ask('reload', { window: this.window.id }));
  }

  async printToPDF(): Promise<Buffer> {
    return Buffer.from(await windowSide.ask('print', { window: this.window.id }));
  }

  invoked(channel: string, args: readonly unknown[], frame: FrameOfCall): Promise<unknown> {
    if (frame.isMainFrame) this.mainFrame.url = frame.url;
    const senderFrame = frame.isMainFrame ? this.mainFrame : { url: frame.url, parent: this.mainFrame };
    return ipcMain.dispatch(channel, { sender: this, senderFrame, processId: 1, frameId: 1 }, args);
  }
}

interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly x?: number;
  readonly y?: number;
  readonly webPreferences?: Readonly<Record<string, unknown>>;
}

const windows = new Map<number, BrowserWindow>();

export class BrowserWindow extends EventEmitter {
  readonly id = windows.size + 1;
  readonly webContents = new StandInContents(this);
  /** Not Electron's: what it was made with. */
  readonly options: WindowOptions;
  readonly #opened: Promise<unknown>;
  #isDestroyed = false;
  #isMaximized = false;
  #isClosing = false;

  static getAllWindows(): BrowserWindow[] {
    return [...windows.values()];
  }

  constructor(options: WindowOptions = {}) {
    super();
    this.options = options;
    windows.set(this.id, this);
    app.emit('web-contents-created', {}, this.webContents);
    app.emit('browser-window-created', {}, this);
    const { preload } = options.webPreferences ?? {};
    this.#opened = windowSide.ask('open', {
      window: this.id,
      profile: app.getPath('sessionData'),
      size: { width: options.width ?? 800, height: options.height ?? 600 },
      preload: typeof preload === 'string' ? readFileSync(preload, 'utf8') : '',
      schemes: standardSchemes(),
      switches: app.switches,
    });
  }

  async whenOpen(then: () => Promise<unknown>): Promise<void> {
    await this.#opened;
    // A window that is gone meanwhile takes nothing more.
    if (!this.#isDestroyed) await then().catch(() => undefined);
  }

  async loadURL(url: string): Promise<void> {
    await this.#opened;
    const origin = `${new URL(url).protocol}//${new URL(url).host}`;
    const entries = permissions.map(async (name) => {
      return [name, await session.defaultSession.permits(name, `${origin}/`)] as const;
    });
    await windowSide.ask('permit', { origin, granted: Object.fromEntries(await Promise.all(entries)) });
    this.webContents.mainFrame.url = url;
    await windowSide.ask('load', { window: this.id, url });
    this.emit('ready-to-show');
    this.webContents.emit('did-finish-load');
  }

  close(): void {
    if (this.#isDestroyed || this.#isClosing || emitPreventable(this, 'close')) return;
    this.destroy();
  }

  destroy(): void {
    if (this.#isClosing) return;
    this.#isClosing = true;
    void this.#opened
      .then(() => windowSide.ask('close', { window: this.id }))
      .catch(() => undefined)
      .then(() => this.onGone());
  }

  onGone(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    windows.delete(this.id);
    this.emit('closed');
    if (windows.size === 0) app.onLastWindowClosed();
  }

  /** Not Electron's. */
  get isClosing(): boolean {
    return this.#isClosing;
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  show(): void {
    this.emit('show');
  }
  focus(): void {
    this.emit('focus');
  }
  maximize(): void {
    this.#isMaximized = true;
  }
  restore(): void {}
  isMinimized(): boolean {
    return false;
  }
  isMaximized(): boolean {
    return this.#isMaximized;
  }
  getNormalBounds() {
    const { x = 0, y = 0, width = 800, height = 600 } = this.options;
    return { x, y, width, height };
  }
}

/** The window of a number that the other process named. */
export function windowOf(id: number): BrowserWindow {
  const window = windows.get(id);
  if (window === undefined) throw new Error(`there is no window ${id}`);
  return window;
}

app.closeWindows = () => {
  if (windows.size === 0) return 'none';
  for (const window of windows.values()) window.close();
  return [...windows.values()].every((window) => window.isClosing) ? 'closing' : 'kept';
};
