import type { MainCalls, WindowCalls } from '../calls.ts';
import { openChannel } from '../channel.ts';
import { app } from './app.ts';
import { emitPreventable } from './preventable.ts';
import { session } from './session.ts';

/** The process with Chromium, and what it may ask of this one. */
export const windowSide = openChannel<MainCalls, WindowCalls>(process, {
  evaluate: async ({ source, argument }) => {
    const electron = await import('./electron.ts');
    // A test's own function, sent as text as Playwright does it for real Electron.
    const run = new Function('electron', 'argument', `return (${source})(electron, argument)`);
    return run(electron, argument);
  },
  request: ({ url, method, resourceType }) => session.defaultSession.answerRequest(url, method, resourceType),
  navigate: async ({ window, url, isMainFrame }) => {
    const { webContents } = await find(window);
    const details = { url, isMainFrame };
    if (emitPreventable(webContents, 'will-frame-navigate', details, url)) return true;
    return isMainFrame && emitPreventable(webContents, 'will-navigate', details, url);
  },
  redirect: async ({ window, url, isMainFrame }) =>
    emitPreventable((await find(window)).webContents, 'will-redirect', { url, isMainFrame }, url),
  openWindow: async ({ window, url }) =>
    (await find(window)).webContents.openHandler({ url }).action === 'deny',
  download: ({ url }) => {
    const isPrevented = emitPreventable(session.defaultSession, 'will-download', {}, { getURL: () => url });
    session.defaultSession.downloads.push({ url, isPrevented });
    return isPrevented;
  },
  invoke: async ({ window, channel, args, frame }) =>
    (await find(window)).webContents.invoked(channel, args, frame),
  closeAsked: async ({ window }) => {
    (await find(window)).close();
    return null;
  },
  gone: async ({ window, reason }) => {
    const gone = await find(window);
    if (reason === 'closed') gone.onGone();
    else {
      gone.webContents.crashed = true;
      gone.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    }
    return null;
  },
});

// The browser went away with its process: nothing is left to be the main process of.
process.on('disconnect', () => app.exit(1));

async function find(id: number) {
  // Later than this module, which the windows need.
  const { windowOf } = await import('./windows.ts');
  return windowOf(id);
}
