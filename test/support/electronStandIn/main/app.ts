import { EventEmitter } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InstanceLock } from './instanceLock.ts';
import { emitPreventable } from './preventable.ts';

/** Tests never reach the data of whoever runs them: before a path is set, it lies in a folder for nobody. */
const nobody = join(tmpdir(), 'fieldbook-stand-in');

/** Given by a test that looks at what the application does on another system; paths stay those of this one. */
const platform = process.env.STAND_IN_PLATFORM;
if (platform !== undefined) Object.defineProperty(process, 'platform', { value: platform });

class StandInApp extends EventEmitter {
  readonly isPackaged = false;
  /** Switches for Chromium, as far as they were given before its start. */
  readonly switches: string[] = [];
  readonly commandLine = {
    appendSwitch: (name: string, value?: string) => {
      this.switches.push(value === undefined ? `--${name}` : `--${name}=${value}`);
    },
  };
  readonly #manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  readonly #paths = new Map<string, string>();
  readonly #ready: Promise<void>;
  #isReady = false;
  #isSandboxed = false;
  #isQuitting = false;
  #lock: InstanceLock | null = null;
  #wantsToQuit = false;
  /** Put in by the windows, which know this module: what became of asking them all to close. */
  closeWindows: () => 'none' | 'closing' | 'kept' = () => 'none';

  constructor() {
    super();
    // After the bundle's first turn, in which everything must be set that has to be set before.
    this.#ready = new Promise((resolve) => {
      setImmediate(() => {
        this.#isReady = true;
        this.emit('ready');
        resolve();
      });
    });
  }

  isReady(): boolean {
    return this.#isReady;
  }

  whenReady(): Promise<void> {
    return this.#ready;
  }

  /** Not Electron's: whether every window is sandboxed whatever its preferences say. */
  get isSandboxed(): boolean {
    return this.#isSandboxed;
  }

  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox() can only be called before the app is ready');
    this.#isSandboxed = true;
  }

  getName(): string {
    return this.#manifest.productName;
  }

  getVersion(): string {
    return this.#manifest.version;
  }

  getLocale(): string {
    return 'en-US';
  }

  getPreferredSystemLanguages(): string[] {
    return ['en-US'];
  }

  getPath(name: string): string {
    const set = this.#paths.get(name);
    if (set !== undefined) return set;
    if (name === 'sessionData') return this.getPath('userData');
    if (name === 'userData') return this.#usualUserData();
    return join(this.getPath('userData'), name);
  }

  #usualUserData(): string {
    const { APPDATA } = process.env;
    if (process.platform !== 'win32' || APPDATA === undefined) return join(nobody, 'userData');
    return join(APPDATA, this.getName());
  }

  /** As Electron documents it: a folder that is not there is refused. */
  setPath(name: string, path: string): void {
    if (!existsSync(path)) throw new Error('Failed to set path');
    this.#paths.set(name, path);
  }

  getAppPath(): string {
    return process.cwd();
  }

  setAppUserModelId(): void {}

  requestSingleInstanceLock(): boolean {
    this.#lock ??= new InstanceLock(this.getPath('userData'), () =>
      this.emit('second-instance', {}, process.argv),
    );
    return this.#lock.isHeld;
  }

  hasSingleInstanceLock(): boolean {
    return this.#lock?.isHeld ?? false;
  }

  /** As Electron: windows are asked to close; one that stays ends the quitting. */
  quit(): void {
    if (this.#isQuitting) return;
    if (emitPreventable(this, 'before-quit')) return;
    const windows = this.closeWindows();
    this.#wantsToQuit = windows === 'closing';
    if (windows === 'none') this.#finishQuitting();
  }

  /** Not Electron's: the last window closed. */
  onLastWindowClosed(): void {
    if (this.#wantsToQuit) this.#finishQuitting();
    else if (this.listenerCount('window-all-closed') === 0) this.quit();
    else this.emit('window-all-closed');
  }

  #finishQuitting(): void {
    if (emitPreventable(this, 'will-quit')) return;
    this.#isQuitting = true;
    void this.#leave(0);
  }

  exit(code = 0): void {
    this.#isQuitting = true;
    void this.#leave(code);
  }

  async #leave(code: number): Promise<void> {
    this.emit('quit', {}, code);
    await this.#lock?.release();
    process.exit(code);
  }
}

export const app = new StandInApp();
