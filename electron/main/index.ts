import { join } from 'node:path';
import { app, type BrowserWindow, session } from 'electron';
import { isLanguage, type Language } from '../../shared/core/language.ts';
import { errorFacts } from '../../shared/ipc/log.ts';
import { sealedForms } from '../../shared/lock/sealedJournal.ts';
import { sealedSettings } from '../../shared/lock/sealedSettings.ts';
import { createSealedEvidenceFiles, evidenceFolders } from '../services/evidenceFiles.ts';
import { nodeFileOperations } from '../services/fileOperations.ts';
import { forgottenDatabases } from '../services/forgottenDatabases.ts';
import { freeBytesAt } from '../services/freeBytes.ts';
import { openableJournal } from '../services/journal.ts';
import { createKillableReader } from '../services/killableReader.ts';
import {
  createLock,
  createSealedSettingsFile,
  createSealing,
  keyFileNames,
  removePlainDatabases,
} from '../services/lock.ts';
import { createLogFile } from '../services/logFile.ts';
import { readerLimits } from '../services/readerLimits.ts';
import { createSettingsFile } from '../services/settingsFile.ts';
import { createSnapshotService } from '../services/snapshots.ts';
import { foldersUnder, removeTornWrites } from '../services/tornWrites.ts';
import { makeUserDataFolders, userDataFolder } from '../services/userDataFolder.ts';
import { createWorkbookReadings } from '../services/workbookReadings.ts';
import { type CloseGuard, guardClose } from './closeGuard.ts';
import { tellStartFailed } from './failureDialogs.ts';
import { closeNetwork, guardAllContents, guardSession } from './guards.ts';
import { hostHandlers, systemLanguage } from './handlers.ts';
import { handleCalls } from './ipc.ts';
import { systemKeychain } from './keychain.ts';
import { watchMainErrors } from './mainErrors.ts';
import { setMenu } from './menu.ts';
import { registerOwnScheme, serveOwnScheme } from './protocol.ts';
import { utilityReader } from './utilityReader.ts';
import { openWindow } from './window.ts';

// Tests run on data of their own; an installed Fieldbook knows only its own folder.
const testFolder = app.isPackaged ? undefined : process.env.FIELDBOOK_DATA;
const userData =
  testFolder === undefined || testFolder === ''
    ? userDataFolder({
        platform: process.platform,
        usual: app.getPath('userData'),
        local: process.env.LOCALAPPDATA,
      })
    : testFolder;
// Chromium's folder can be lost as a whole; the journal and the settings lie beside it, not in it.
const browserFolder = join(userData, 'browser');
makeUserDataFolders(userData, browserFolder);
// Before anything asks for them: Electron's own lock of the one running instance lies in the first.
app.setPath('userData', userData);
app.setPath('sessionData', browserFolder);
const dataFolder = join(userData, 'data');

const parts = { operations: nodeFileOperations };
const journalPath = join(dataFolder, 'journal.fbj');
const sealing = createSealing();
const journal = openableJournal(journalPath, nodeFileOperations, undefined, sealedForms(sealing));
const settings = createSealedSettingsFile(join(dataFolder, 'settings.json'), parts, sealing);
const log = createLogFile(join(userData, 'logs'), Date.now);
const places = createSettingsFile(join(dataFolder, 'window.json'), parts);
const evidenceFolder = join(dataFolder, 'evidence');
const snapshotsFolder = join(dataFolder, 'snapshots');
const sentinelFile = createSettingsFile(join(dataFolder, 'sentinel.json'), parts);
const sentinel = sealedSettings(sentinelFile, 'sentinel', [], sealing);
const snapshots = createSnapshotService({
  ...parts,
  folder: snapshotsFolder,
  evidence: evidenceFolder,
  journal,
  settings,
  memory: createSettingsFile(join(dataFolder, 'backups.json'), parts),
  clock: { now: () => Date.now() },
  appVersion: app.getVersion(),
  sealing,
});
const evidence = createSealedEvidenceFiles({ ...parts, folder: evidenceFolder }, sealing);
const lock = createLock({
  ...parts,
  folder: dataFolder,
  journalPath,
  sealing,
  journal,
  snapshots,
  evidence,
  settings: [settings, sentinel],
  keychain: systemKeychain,
});
const reader = createKillableReader(
  ({ residentBytes }) => utilityReader({ entry: join(import.meta.dirname, 'reader.js') }, residentBytes),
  readerLimits(app.isPackaged ? undefined : process.env.FIELDBOOK_READER_LIMITS),
);
const workbooks = createWorkbookReadings(reader);
const quarantine = {
  ...parts,
  folder: join(dataFolder, 'quarantine'),
  journalPath,
  databaseFolder: join(browserFolder, 'IndexedDB'),
  now: () => Date.now(),
  freeBytes: () => freeBytesAt(dataFolder),
  closeJournal: () => journal.close(),
  failed: logError,
};

const databases = forgottenDatabases({
  folder: quarantine.databaseFolder,
  notePath: join(userData, 'forgotten'),
  clearPage: () => session.defaultSession.clearStorageData(),
  failed: logError,
});
const asideFolder = join(userData, 'set-aside');
const forget = {
  folders: [dataFolder, asideFolder, join(userData, 'logs')],
  lastNames: keyFileNames,
  release: async () => {
    await snapshots.state();
    await journal.close();
  },
  begin: databases.note,
  forgotten: () => {
    // Without its file the key must not seal what is written from now on.
    sealing.holder.off();
    return databases.clear();
  },
};

const aside = {
  ...parts,
  dataFolder,
  asideFolder,
  databaseFolder: quarantine.databaseFolder,
  now: () => Date.now(),
  release: forget.release,
  begun: async () => {
    // The new installation has no key, and nothing of the databases that lie aside.
    sealing.holder.off();
    await databases.note().catch(logError);
    await databases.clear();
  },
};

let window: BrowserWindow | null = null;
let closeGuard: CloseGuard | null = null;

if (app.requestSingleInstanceLock()) start();
else app.quit();

function start(): void {
  app.enableSandbox();
  closeNetwork();
  registerOwnScheme();
  guardAllContents();
  app.on('second-instance', showWindow);
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', () => {
    log.write({ event: 'ENDED', facts: {} });
    reader.close();
    void journal.close();
  });
  watchMainErrors(log);
  app.whenReady().then(open, fail);
}

async function open(): Promise<void> {
  try {
    await nodeFileOperations.makeFolder(dataFolder);
    guardSession(session.defaultSession);
    await serveOwnScheme(session.defaultSession, join(import.meta.dirname, '../renderer'));
    setMenu();
    await removeTornWrites(
      [
        ...[dataFolder, snapshotsFolder, ...evidenceFolders(evidenceFolder)],
        ...(await foldersUnder(quarantine.folder, nodeFileOperations)),
      ],
      nodeFileOperations,
    );
    await databases.removeNoted();
    await removePlainDatabases(lock, settings, quarantine.databaseFolder, logError);
    snapshots.start();
    handleCalls(
      hostHandlers({
        journal,
        settings,
        sentinel,
        snapshots,
        evidence,
        lock,
        workbooks,
        quarantine,
        clearDatabases: () => session.defaultSession.clearStorageData({ storages: ['indexdb'] }),
        forget,
        aside,
        log,
        dataLocation: dataFolder,
        window: currentWindow,
        language: userLanguage,
        onCloseAnswer: (hasUnsavedWork) => closeGuard?.answer(hasUnsavedWork),
      }),
    );
    await openWindow(places, userLanguage, (opened) => {
      window = opened;
      closeGuard = guardClose(opened, userLanguage);
    });
  } catch (error) {
    fail(error);
  }
}

function showWindow(): void {
  if (window === null || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

function currentWindow(): BrowserWindow {
  if (window === null) throw new Error('called before the window was opened');
  return window;
}

async function userLanguage(): Promise<Language> {
  const read = await settings.read();
  const chosen = read.ok ? read.value.language : undefined;
  return isLanguage(chosen) ? chosen : systemLanguage();
}

function logError(error: unknown): void {
  log.write({ event: 'MAIN_ERROR', facts: errorFacts(error) });
}

function fail(error: unknown): void {
  logError(error);
  console.error(error);
  tellStartFailed(error, dataFolder);
  app.exit(1);
}
