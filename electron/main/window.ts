import { join } from 'node:path';
import { app, BrowserWindow, dialog, screen } from 'electron';
import type { Language } from '../../shared/core/language.ts';
import { hostTexts } from '../../shared/ipc/hostTexts.ts';
import { ownOrigin } from '../services/ownOrigin.ts';
import type { SettingsFile } from '../services/settingsFile.ts';
import {
  firstWindow,
  placeOnScreens,
  readWindowPlace,
  type Size,
  sizeOnScreen,
  smallestWindow,
} from '../services/windowPlace.ts';

const rememberAfter = 400;

/** Opens the one window at its remembered place; `onMade` is told of it before its page can ask anything. */
export async function openWindow(
  places: SettingsFile,
  language: () => Promise<Language>,
  onMade: (window: BrowserWindow) => void,
): Promise<void> {
  const remembered = await places.read();
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const place = placeOnScreens(readWindowPlace(remembered.ok ? remembered.value : {}), workAreas);
  // The window can be dragged to any of them.
  const smallest = workAreas.reduce<Size>(sizeOnScreen, smallestWindow);
  const window = new BrowserWindow({
    ...(place.bounds ?? sizeOnScreen(firstWindow, screen.getPrimaryDisplay().workArea)),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: app.getName(),
    icon: join(import.meta.dirname, '../../resources/icons/fieldbook.png'),
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      plugins: false,
      navigateOnDragDrop: false,
      // Electron's spelling dictionaries would be fetched from a network.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  if (place.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  onMade(window);
  rememberPlace(window, places);
  reopenAfterFailure(window, language);
  await window.loadURL(`${ownOrigin}/`);
}

function rememberPlace(window: BrowserWindow, places: SettingsFile): void {
  let timer: NodeJS.Timeout | null = null;
  const remember = (): void => {
    if (window.isDestroyed() || window.isMinimized()) return;
    const { x, y, width, height } = window.getNormalBounds();
    // Losing a window's place is no loss worth a message.
    void places.write({ bounds: { x, y, width, height }, maximized: window.isMaximized() });
  };
  const rememberSoon = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(remember, rememberAfter);
  };
  window.on('resize', rememberSoon);
  window.on('move', rememberSoon);
  window.on('closed', () => {
    if (timer !== null) clearTimeout(timer);
  });
}

function reopenAfterFailure(window: BrowserWindow, language: () => Promise<Language>): void {
  window.webContents.on('render-process-gone', async (_, { reason }) => {
    if (reason === 'clean-exit') return;
    const tongue = await language();
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message: hostTexts.windowFailed[tongue],
      detail: hostTexts.windowFailedDetail[tongue],
      buttons: [hostTexts.openAgain[tongue], hostTexts.close[tongue]],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    });
    if (response === 0) window.webContents.reload();
    else window.destroy();
  });
}
