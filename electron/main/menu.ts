import { Menu, type MenuItemConstructorOptions } from 'electron';

/**
 * Only what the system expects: on macOS the application, edit and window menus; elsewhere no more than zooming
 * (the bar is hidden until Alt is pressed). Undo there stays with the page, whose Ctrl+Z undoes records.
 */
export function setMenu(): void {
  const view: MenuItemConstructorOptions = {
    role: 'viewMenu',
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' },
    ],
  };
  const template: MenuItemConstructorOptions[] =
    process.platform === 'darwin'
      ? [{ role: 'appMenu' }, { role: 'editMenu' }, view, { role: 'windowMenu' }]
      : [view];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
