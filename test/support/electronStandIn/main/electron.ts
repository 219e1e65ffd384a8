/*
 * What `import … from 'electron'` gives the built main bundle in the stand-in's process: the modules that the
 * product uses, behaving as Electron documents them. What Electron does in Chromium is asked of the other process
 * (see ../calls.ts). Anything that is not here fails loudly at import.
 */
export { app } from './app.ts';
export { dialog, Menu, nativeTheme, powerMonitor, safeStorage, screen, shell } from './desktop.ts';
export { ipcMain } from './ipcMain.ts';
export { protocol, session } from './session.ts';
export { utilityProcess } from './utilityProcess.ts';
export { BrowserWindow } from './windows.ts';
