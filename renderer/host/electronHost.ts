import { err, type Result } from '../../shared/core/result.ts';
import type { HostBridge } from '../../shared/ipc/channels.ts';
import type { Host, HostError } from '../../shared/ipc/host.ts';
import type { LockError } from '../../shared/ipc/lockPort.ts';
import { portableFileName } from '../../shared/ipc/portableFileName.ts';
import { type FileError, fileError } from '../../shared/messages/fileErrors.ts';

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
      save: (file) =>
        settled(bridge.filesSave({ ...file, suggestedName: portableFileName(file.suggestedName) })),
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
    lock: {
      state: () => lockSettled(bridge.lockState(null)),
      unlock: (key) => lockSettled(bridge.lockUnlock(key)),
      lock: () => lockSettled(bridge.lockNow(null)),
      enable: (secrets) => lockSettled(bridge.lockEnable(secrets)),
      change: (change) => lockSettled(bridge.lockChange(change)),
      askKeychain: (change) => lockSettled(bridge.lockAskKeychain(change)),
      disable: (passphrase) => lockSettled(bridge.lockDisable(passphrase)),
      openSnapshot: (request) => lockSettled(bridge.lockOpenSnapshot(request)),
    },
    workbooks: {
      read: (file) => readOrRefused(bridge.workbookRead(file), file.name),
      next: (reading) => readOrRefused(bridge.workbookNext(reading), ''),
      end: (reading) => {
        // Refused or not: the host gives up by itself what nobody asks for.
        bridge.workbookEnd(reading).catch(() => undefined);
      },
    },
    quarantine: (damage) => settled(bridge.quarantine(damage)),
    clearDatabases: () => settled(bridge.clearDatabases(null)),
    forgetEverything: () => settled(bridge.forgetEverything(null)),
    beginAnew: () => settled(bridge.beginAnew(null)),
    log: {
      write: (entry) => {
        // Refused or not: nothing is to be done about a line that is not in the log.
        bridge.logWrite(entry).catch(() => undefined);
      },
      read: () => settled(bridge.logRead(null)),
    },
    appInfo: () => bridge.appInfo(null),
    openExternal: (url) => settled(bridge.openExternal(url)),
    printToPdf: (suggestedName) => settled(bridge.printToPdf(pdfName(suggestedName))),
    onCloseRequested: (hasUnsavedWork) => bridge.onCloseRequested(hasUnsavedWork),
  };
}

/** Not every system's dialogue adds the ending by itself. */
const pdfName = (name: string): string => portableFileName(/\.pdf$/i.test(name) ? name : `${name}.pdf`);

/** The same for the calls about encryption, whose errors are their own. */
function lockSettled<T>(call: Promise<Result<T, LockError>>): Promise<Result<T, LockError>> {
  return call.catch((error: unknown) => {
    const detail = error instanceof Error ? error.message : String(error);
    return err({ code: 'HOST', error: { code: 'REFUSED', detail } });
  });
}

/** The same for a workbook, whose errors are those of files. */
function readOrRefused<T>(call: Promise<Result<T, FileError>>, name: string): Promise<Result<T, FileError>> {
  return call.catch((error: unknown) =>
    err(fileError('DAMAGED', error instanceof Error ? error.message : String(error), { name })),
  );
}

/** A call that the main process refuses, or that cannot be copied to it, rejects; a host's calls never do. */
function settled<T>(call: Promise<Result<T, HostError>>): Promise<Result<T, HostError>> {
  return call.catch((error: unknown) =>
    err({ code: 'REFUSED', detail: error instanceof Error ? error.message : String(error) }),
  );
}
