import type { HostBridge } from '../../shared/ipc/channels.ts';
import type { Host } from '../../shared/ipc/host.ts';

declare global {
  interface Window {
    /** Exposed by the preload script; absent in a browser. */
    readonly fieldbookHost?: HostBridge;
  }
}

/** The host over the preload's bridge. */
export function electronHost(bridge: HostBridge): Host {
  return {
    kind: 'electron',
    journal: {
      open: () => bridge.journalOpen(null),
      append: (from, payloads) => bridge.journalAppend({ from, payloads }),
      read: (from, limit) => bridge.journalRead({ from, limit }),
    },
    files: { pick: (options) => bridge.filesPick(options), save: (file) => bridge.filesSave(file) },
    settings: {
      read: () => bridge.settingsRead(null),
      write: (settings) => bridge.settingsWrite(settings),
    },
    appInfo: () => bridge.appInfo(null),
    openExternal: (url) => bridge.openExternal(url),
    printToPdf: (suggestedName) => bridge.printToPdf(suggestedName),
    onCloseRequested: (hasUnsavedWork) => bridge.onCloseRequested(hasUnsavedWork),
  };
}
