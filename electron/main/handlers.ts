import { extname, join } from 'node:path';
import { app, type BrowserWindow, dialog, shell } from 'electron';
import type { Language } from '../../shared/core/language.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { maxPickedBytes } from '../../shared/ipc/channels.ts';
import { isAllowedExternalLink } from '../../shared/ipc/externalLinks.ts';
import type {
  AppInfo,
  EvidencePort,
  FileToSave,
  HostError,
  JournalPort,
  PickOptions,
  SavedFile,
  SettingsPort,
  SnapshotsState,
} from '../../shared/ipc/host.ts';
import { hostTexts } from '../../shared/ipc/hostTexts.ts';
import type { LockPort } from '../../shared/ipc/lockPort.ts';
import { fillMessage } from '../../shared/messages/message.ts';
import { answeringOperations } from '../services/answeringOperations.ts';
import { writeFileAtomic } from '../services/atomicFile.ts';
import { nodeFileOperations } from '../services/fileOperations.ts';
import { type ForgetParts, forgetEverything } from '../services/forgetEverything.ts';
import { clearDatabases } from '../services/forgottenDatabases.ts';
import { freeBytesAt } from '../services/freeBytes.ts';
import type { LogFile } from '../services/logFile.ts';
import { toHostError } from '../services/nodeErrors.ts';
import { readPickedFiles } from '../services/pickedFiles.ts';
import { type QuarantineParts, quarantine } from '../services/quarantine.ts';
import { type SetAsideParts, setAside } from '../services/setAside.ts';
import type { SettingsFile } from '../services/settingsFile.ts';
import type { SnapshotService } from '../services/snapshots.ts';
import type { WorkbookReadings } from '../services/workbookReadings.ts';
import { type CallHandlers, inDialogue } from './ipc.ts';

export interface HandlerParts {
  readonly journal: JournalPort;
  readonly settings: SettingsFile;
  readonly sentinel: SettingsPort;
  readonly snapshots: SnapshotService;
  readonly evidence: EvidencePort;
  readonly lock: LockPort;
  readonly workbooks: WorkbookReadings;
  readonly quarantine: QuarantineParts;
  /** Has Chromium remove the page's databases. */
  readonly clearDatabases: () => Promise<void>;
  readonly forget: ForgetParts;
  readonly aside: SetAsideParts;
  readonly log: LogFile;
  readonly dataLocation: string;
  window(): BrowserWindow;
  language(): Promise<Language>;
  onCloseAnswer(hasUnsavedWork: boolean): void;
}

/** What the main process does for each call of the bridge. */
export function hostHandlers(parts: HandlerParts): CallHandlers {
  const { journal, settings, sentinel, snapshots, evidence, lock, workbooks } = parts;
  return {
    appInfo: async () => ({
      version: app.getVersion(),
      platform: process.platform,
      language: systemLanguage(),
      dataLocation: parts.dataLocation,
      durable: true,
      ...(await freeSpace(parts.dataLocation)),
      settingsCondition: settings.condition(),
    }),
    journalOpen: () => journal.open(),
    journalAppend: ({ from, payloads }) => journal.append(from, payloads),
    journalRead: ({ from, limit }) => journal.read(from, limit),
    filesPick: (options) => pickFiles(parts, options),
    filesSave: (file) => saveFile(parts, file),
    settingsRead: () => settings.read(),
    settingsWrite: (next) => settings.write(next),
    sentinelRead: () => sentinel.read(),
    sentinelWrite: (next) => sentinel.write(next),
    snapshotTake: (reason) => snapshots.take(reason),
    snapshotState: () => snapshots.state(),
    snapshotRead: ({ place, name }) => snapshots.read(place, name),
    snapshotRestore: ({ bytes, mark }) => snapshots.restore(bytes, mark),
    snapshotChooseFolder: (title) => chooseSnapshotFolder(parts, title),
    snapshotForgetFolder: () => snapshots.forgetFolder(),
    evidencePut: (bytes) => evidence.put(bytes),
    evidenceGet: (sha256) => evidence.get(sha256),
    evidenceList: () => evidence.list(),
    evidenceRemove: (sha256) => snapshots.removeEvidence(sha256, () => evidence.remove(sha256)),
    lockState: () => lock.state(),
    lockUnlock: (key) => lock.unlock(key),
    lockNow: () => lock.lock(),
    lockEnable: (secrets) => lock.enable(secrets),
    lockChange: (change) => lock.change(change),
    lockAskKeychain: (change) => lock.askKeychain(change),
    lockDisable: (passphrase) => lock.disable(passphrase),
    lockOpenSnapshot: (request) => lock.openSnapshot(request),
    workbookRead: (file) => workbooks.read(file),
    workbookNext: (reading) => workbooks.next(reading),
    workbookEnd: (reading) => {
      workbooks.end(reading);
      return null;
    },
    quarantine: (damage) => quarantine(damage, parts.quarantine),
    clearDatabases: () => clearDatabases(parts.clearDatabases),
    forgetEverything: () => forgetEverything(parts.forget),
    beginAnew: () => setAside(parts.aside),
    openExternal: (address) => openExternal(parts, address),
    printToPdf: (suggestedName) => printToPdf(parts, suggestedName),
    logWrite: (entry) => {
      parts.log.write(entry);
      return null;
    },
    logRead: () => parts.log.read(),
    closeAnswer: (hasUnsavedWork) => {
      parts.onCloseAnswer(hasUnsavedWork);
      return null;
    },
  };
}

export function systemLanguage(): Language {
  const first = app.getPreferredSystemLanguages()[0] ?? app.getLocale();
  return first.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}

async function freeSpace(folder: string): Promise<Pick<AppInfo, 'freeBytes'>> {
  const freeBytes = await freeBytesAt(folder);
  return freeBytes === null ? {} : { freeBytes };
}

async function pickFiles({ window, language }: HandlerParts, options: PickOptions) {
  const allowed = hostTexts.allowedFiles[await language()];
  const { canceled, filePaths } = await inDialogue(window(), () =>
    dialog.showOpenDialog(window(), {
      title: options.title,
      filters: [{ name: allowed, extensions: [...options.extensions] }],
      properties: options.multiple ? ['openFile', 'multiSelections'] : ['openFile'],
    }),
  );
  return canceled ? ok(null) : readPickedFiles(filePaths, maxPickedBytes);
}

async function chooseSnapshotFolder(
  { window, snapshots }: HandlerParts,
  title: string,
): Promise<Result<SnapshotsState | null, HostError>> {
  const { canceled, filePaths } = await inDialogue(window(), () =>
    dialog.showOpenDialog(window(), { title, properties: ['openDirectory', 'createDirectory'] }),
  );
  const [path] = filePaths;
  return canceled || path === undefined ? ok(null) : snapshots.setSecondFolder(path);
}

async function saveFile(
  { window }: HandlerParts,
  { suggestedName, bytes }: FileToSave,
): Promise<Result<SavedFile | null, HostError>> {
  const extension = extname(suggestedName).slice(1);
  const { canceled, filePath } = await inDialogue(window(), () =>
    dialog.showSaveDialog(window(), {
      defaultPath: join(app.getPath('documents'), suggestedName),
      ...(extension === '' ? {} : { filters: [{ name: extension.toUpperCase(), extensions: [extension] }] }),
    }),
  );
  if (canceled) return ok(null);
  return writeFileAtomic(filePath, bytes, { operations: answeringOperations(nodeFileOperations) });
}

async function printToPdf(
  { window, language }: HandlerParts,
  suggestedName: string,
): Promise<Result<SavedFile | null, HostError>> {
  const kind = hostTexts.pdfFile[await language()];
  const { canceled, filePath } = await inDialogue(window(), () =>
    dialog.showSaveDialog(window(), {
      defaultPath: join(app.getPath('documents'), suggestedName),
      filters: [{ name: kind, extensions: ['pdf'] }],
    }),
  );
  if (canceled) return ok(null);
  try {
    const pdf = await window().webContents.printToPDF({
      pageSize: 'A4',
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
    });
    return await writeFileAtomic(filePath, pdf, { operations: answeringOperations(nodeFileOperations) });
  } catch (error) {
    return err(toHostError(error));
  }
}

async function openExternal(
  { window, language }: HandlerParts,
  address: string,
): Promise<Result<null, HostError>> {
  if (!isAllowedExternalLink(address)) return refused('not an address on the list');
  const tongue = await language();
  const { response } = await dialog.showMessageBox(window(), {
    type: 'question',
    message: fillMessage(hostTexts.openLinkQuestion, tongue, { address }),
    buttons: [hostTexts.openLink[tongue], hostTexts.cancel[tongue]],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  if (response !== 0) return refused('the user chose not to open it');
  try {
    await shell.openExternal(address);
    return ok(null);
  } catch (error) {
    return err(toHostError(error));
  }
}

const refused = (detail: string) => err<HostError>({ code: 'REFUSED', detail });
