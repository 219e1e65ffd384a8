import { isLanguage, type Language } from '../../shared/core/language.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { isAllowedExternalLink } from '../../shared/ipc/externalLinks.ts';
import type { AppInfo, Host, HostError, SettingsCondition } from '../../shared/ipc/host.ts';
import { hostTexts } from '../../shared/ipc/hostTexts.ts';
import { fillMessage } from '../../shared/messages/message.ts';
import { appVersion } from './appVersion.ts';
import { toHostError } from './browserErrors.ts';
import { browserFiles } from './browserFiles.ts';
import { browserLock } from './browserLock.ts';
import { browserSnapshots } from './browserSnapshots.ts';
import { registerOffline } from './registerOffline.ts';
import { createStoreClient, type StoreClient } from './storeClient.ts';
import { awaited, type Waits } from './waits.ts';
import { watchedStore } from './watchedStore.ts';
import { becomeWriter } from './writerLock.ts';

/**
 * The host in a browser: journal and settings in the origin private file system, one tab at a time. IN_USE when
 * another tab has Fieldbook open, NO_PERMISSION where the browser keeps no store (private windows).
 */
export async function openBrowserHost(waits: Waits): Promise<Result<Host, HostError>> {
  if (!window.isSecureContext || !('locks' in navigator) || !('storage' in navigator)) {
    return err({ code: 'NO_PERMISSION', detail: 'this browser offers no locks and no private file system' });
  }
  try {
    if (!(await becomeWriter(navigator.locks))) {
      return err({ code: 'IN_USE', detail: 'another tab has Fieldbook open' });
    }
    await navigator.storage.persist();
  } catch (error) {
    return err(toHostError(error));
  }
  registerOffline();
  const worker = new Worker(new URL('./storeWorker.ts', import.meta.url), { type: 'module' });
  return ok(hostOver(watchedStore(createStoreClient(worker), waits), waits));
}

function hostOver(store: StoreClient, waits: Waits): Host {
  let settingsCondition: SettingsCondition = 'intact';
  return {
    kind: 'browser',
    journal: {
      open: () => store.ask({ call: 'open' }),
      append: (from, payloads) => store.ask({ call: 'append', from, payloads }),
      read: (from, limit) => store.ask({ call: 'read', from, limit }),
    },
    files: browserFiles(waits),
    settings: {
      read: async () => {
        const read = await store.ask({ call: 'readSettings' });
        if (!read.ok) return read;
        settingsCondition = read.value.condition;
        return ok(read.value.settings);
      },
      write: (settings) => store.ask({ call: 'writeSettings', settings }),
    },
    sentinel: {
      read: () => store.ask({ call: 'readSentinel' }),
      write: (sentinel) => store.ask({ call: 'writeSentinel', sentinel }),
    },
    snapshots: browserSnapshots(store),
    evidence: {
      put: (bytes) => store.ask({ call: 'evidencePut', bytes }),
      get: (sha256) => store.ask({ call: 'evidenceGet', sha256 }),
      list: () => store.ask({ call: 'evidenceList' }),
      remove: (sha256) => store.ask({ call: 'evidenceRemove', sha256 }),
    },
    lock: browserLock(store),
    // A browser starts no process for a page, and tells a page nothing of the memory of its workers.
    workbooks: null,
    quarantine: (damage) => store.ask({ call: 'quarantine', damage }),
    clearDatabases: null,
    forgetEverything: () => store.ask({ call: 'forgetEverything' }),
    // There is nowhere to put them: whoever clears the browser's data would erase them there, too.
    beginAnew: () => store.ask({ call: 'forgetEverything' }),
    log: {
      write: (entry) => void store.ask({ call: 'writeLog', entry }),
      read: () => store.ask({ call: 'readLog' }),
    },
    appInfo: async () => ({ ...(await awaited(waits, 'data', readAppInfo())), settingsCondition }),
    openExternal: async (url) => openExternal(url),
    printToPdf: async () => {
      window.print();
      return ok(null);
    },
    onCloseRequested: (hasUnsavedWork) => {
      window.addEventListener('beforeunload', (event) => {
        if (hasUnsavedWork()) event.preventDefault();
      });
    },
  };
}

async function readAppInfo(): Promise<AppInfo> {
  const { quota = 0, usage = 0 } = await navigator.storage.estimate();
  return {
    version: appVersion,
    platform: 'browser',
    language: navigator.language.toLowerCase().startsWith('ko') ? 'ko' : 'en',
    dataLocation: `${window.location.origin} › fieldbook/journal.fbj`,
    durable: await navigator.storage.persisted(),
    freeBytes: Math.max(0, quota - usage),
  };
}

function openExternal(url: string): Result<null, HostError> {
  if (!isAllowedExternalLink(url)) return err({ code: 'REFUSED', detail: 'not an address on the list' });
  if (!window.confirm(fillMessage(hostTexts.openLinkQuestion, pageLanguage(), { address: url }))) {
    return err({ code: 'REFUSED', detail: 'the user chose not to open it' });
  }
  window.open(url, '_blank', 'noopener,noreferrer');
  return ok(null);
}

function pageLanguage(): Language {
  const { lang } = document.documentElement;
  return isLanguage(lang) ? lang : 'en';
}
