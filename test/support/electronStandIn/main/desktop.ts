import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';

/*
 * The parts of Electron that show something outside the window. Dialogues answer as if the user had left them,
 * until a test puts its own answer in, as it does in real Electron.
 */

interface MessageBox {
  readonly buttons?: readonly string[];
  readonly cancelId?: number;
}

export const dialog = {
  showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
  showSaveDialog: async () => ({ canceled: true, filePath: '' }),
  showMessageBox: async (...args: readonly unknown[]) => {
    // The window may be left out, as in Electron.
    const box = args.at(-1) as MessageBox;
    return { response: box.cancelId ?? 0, checkboxChecked: false };
  },
  showErrorBox: (title: string, content: string) => console.error(title, content),
};

export const shell = {
  /** Not Electron's: what would have been opened outside. */
  opened: [] as string[],
  openExternal: async (address: string) => {
    shell.opened.push(address);
  },
  openPath: async (path: string) => {
    shell.opened.push(path);
    return '';
  },
  showItemInFolder: (path: string) => {
    shell.opened.push(path);
  },
};

export class Menu {
  static applicationMenu: Menu | null = null;
  constructor(readonly template: readonly unknown[] = []) {}
  static buildFromTemplate(template: readonly unknown[]): Menu {
    return new Menu(template);
  }
  static setApplicationMenu(menu: Menu | null): void {
    Menu.applicationMenu = menu;
  }
  static getApplicationMenu(): Menu | null {
    return Menu.applicationMenu;
  }
}

const display = { workArea: { x: 0, y: 0, width: 1920, height: 1080 } };

export const screen = {
  getAllDisplays: () => [display],
  getPrimaryDisplay: () => display,
};

export const nativeTheme = Object.assign(new EventEmitter(), {
  themeSource: 'system',
  shouldUseDarkColors: false,
});

export const powerMonitor = new EventEmitter();

// The system's keychain: a key that no file holds and that this process alone knows.
const keychainKey = randomBytes(32);

export const safeStorage = {
  isEncryptionAvailable: () => true,
  isAsyncEncryptionAvailable: async () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptString: (text: string): Buffer => {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', keychainKey, nonce);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  },
  decryptString: (bytes: Buffer): string => {
    const cipher = createDecipheriv('aes-256-gcm', keychainKey, bytes.subarray(0, 12));
    cipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8');
  },
  encryptStringAsync: async (text: string) => safeStorage.encryptString(text),
  decryptStringAsync: async (bytes: Buffer) => ({
    result: safeStorage.decryptString(bytes),
    shouldReEncrypt: false,
  }),
};
