import { err, type Result } from '../../shared/core/result.ts';
import type { HostBridge } from '../../shared/ipc/channels.ts';
import type { Host, HostError } from '../../shared/ipc/host.ts';

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
      open: () => settled(bridge.journalOpen(null)),
      append: (from, payloads) => settled(bridge.journalAppend({ from, payloads })),
      read: (from, limit) => settled(bridge.journalRead({ from, limit })),
    },
    files: {
      pick: (options) => settled(bridge.filesPick(options)),
      save: (file) => settled(bridge.filesSave(file)),
    },
    settings: {
      read: () => settled(bridge.settingsRead(null)),
      write: (settings) => settled(bridge.settingsWrite(settings)),
    },
    sentinel: {
      read: () => settled(bridge.sentinelRead(null)),
      write: (sentinel) => settled(bridge.sentinelWrite(sentinel)),
    },
    snapshots: {
      take: (reason) => settled(bridge.snapshotTake(reason)),
      state: () => settled(bridge.snapshotState(null)),
      read: (place, name) => settled(bridge.snapshotRead({ place, name })),
      restore: (bytes, mark) => settled(bridge.snapshotRestore({ bytes, mark })),
      chooseFolder: (title) => settled(bridge.snapshotChooseFolder(title)),
      forgetFolder: () => settled(bridge.snapshotForgetFolder(null)),
    },
    evidence: {
      put: (bytes) => settled(bridge.evidencePut(bytes)),
      get: (sha256) => settled(bridge.evidenceGet(sha256)),
      list: () => settled(bridge.evidenceList(null)),
      remove: (sha256) => settled(bridge.evidenceRemove(sha256)),
    },
    quarantine: (damage) => settled(bridge.quarantine(damage)),
    forgetEverything: () => settled(bridge.forgetEverything(null)),
    log: {
      write: (entry) => {
        // Refused or not: nothing is to be done about a line that is not in the log.
        bridge.logWrite(entry).catch(() => undefined);
      },
      read: () => settled(bridge.logRead(null)),
    },
    appInfo: () => bridge.appInfo(null),
    openExternal: (url) => settled(bridge.openExternal(url)),
    printToPdf: (suggestedName) => settled(bridge.printToPdf(suggestedName)),
    onCloseRequested: (hasUnsavedWork) => bridge.onCloseRequested(hasUnsavedWork),
  };
}

/** A call that the main process refuses, or that cannot be copied to it, rejects; a host's calls never do. */
function settled<T>(call: Promise<Result<T, HostError>>): Promise<Result<T, HostError>> {
  return call.catch((error: unknown) =>
    err({ code: 'REFUSED', detail: error instanceof Error ? error.message : String(error) }),
  );
}
