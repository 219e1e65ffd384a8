import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createEvidenceFiles } from '../../../../electron/services/evidenceFiles.ts';
import { nodeFileOperations } from '../../../../electron/services/fileOperations.ts';
import { openableJournal } from '../../../../electron/services/journal.ts';
import { createKillableReader } from '../../../../electron/services/killableReader.ts';
import { createLogFile } from '../../../../electron/services/logFile.ts';
import { forkReader } from '../../../../electron/services/readerProcess.ts';
import { createSettingsFile } from '../../../../electron/services/settingsFile.ts';
import { createSnapshotService } from '../../../../electron/services/snapshots.ts';
import { createWorkbookReadings } from '../../../../electron/services/workbookReadings.ts';
import { consultationPayloads } from '../../../support/journalSamples.ts';
import { MemoryLock } from '../../../support/memoryLock.ts';

const electron = vi.hoisted(() => ({
  app: {
    getVersion: () => '0.1.0',
    getPath: (name: string) => `/home/${name}`,
    getPreferredSystemLanguages: () => ['ko-KR', 'en-US'],
    getLocale: () => 'en',
  },
  dialog: { showOpenDialog: vi.fn(), showSaveDialog: vi.fn(), showMessageBox: vi.fn() },
  shell: { openExternal: vi.fn() },
  ipcMain: {},
}));
vi.mock('electron', () => electron);
const { hostHandlers } = await import('../../../../electron/main/handlers.ts');

let folder = '';
/** What the page was told. */
const sent: (readonly unknown[])[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldbook-handlers-'));
  vi.resetAllMocks();
  sent.length = 0;
});
afterEach(() => rm(folder, { recursive: true }));

function handlers(printToPDF: () => Promise<Buffer> = async () => Buffer.from('%PDF')) {
  const answers: boolean[] = [];
  const parts = { operations: nodeFileOperations };
  const journalPath = join(folder, 'journal.fbj');
  const journal = openableJournal(journalPath, nodeFileOperations);
  const settings = createSettingsFile(join(folder, 'settings.json'), parts);
  const lock = new MemoryLock();
  const made = hostHandlers({
    journal,
    settings,
    sentinel: createSettingsFile(join(folder, 'sentinel.json'), parts),
    snapshots: createSnapshotService({
      ...parts,
      folder: join(folder, 'snapshots'),
      evidence: join(folder, 'evidence'),
      journal,
      settings,
      memory: createSettingsFile(join(folder, 'backups.json'), parts),
      clock: { now: () => Date.now() },
      appVersion: '0.1.0',
    }),
    evidence: createEvidenceFiles({ ...parts, folder: join(folder, 'evidence') }),
    lock,
    clearDatabases: async () => undefined,
    aside: {
      ...parts,
      ...{ dataFolder: folder, asideFolder: join(folder, 'aside'), databaseFolder: join(folder, 'db') },
      now: () => Date.now(),
      release: () => journal.close(),
      begun: async () => undefined,
    },
    forget: { folders: [folder], release: () => journal.close() },
    workbooks: createWorkbookReadings(createKillableReader(startReader)),
    quarantine: {
      ...parts,
      folder: join(folder, 'quarantine'),
      journalPath,
      databaseFolder: join(folder, 'IndexedDB'),
      now: () => Date.now(),
      freeBytes: async () => null,
      closeJournal: () => journal.close(),
      failed: () => undefined,
    },
    log: createLogFile(join(folder, 'logs'), () => 0),
    dataLocation: folder,
    // The handlers use a window as a parent of dialogues and for printing only.
    window: () =>
      ({
        isDestroyed: () => false,
        webContents: { printToPDF, send: (...message: readonly unknown[]) => sent.push(message) },
      }) as unknown as BrowserWindow,
    language: async () => 'ko',
    onCloseAnswer: (hasUnsavedWork) => answers.push(hasUnsavedWork),
  });
  return { answers, lock, ...made };
}

const startReader = ({ residentBytes }: { readonly residentBytes: number }) => {
  const entry = join(import.meta.dirname, '../../../../electron/services/killableReaderChild.ts');
  return forkReader({ entry, execArgv: ['--import', import.meta.resolve('tsx')] }, residentBytes);
};

const file = { suggestedName: '보고서.xlsx', mediaType: 'x', bytes: Uint8Array.of(1, 2) };

test('the application tells where its data lies and how much room is left', async () => {
  const info = await handlers().appInfo(null);
  expect(info).toMatchObject({ version: '0.1.0', language: 'ko', dataLocation: folder, durable: true });
  expect(info.freeBytes).toBeGreaterThan(0);
});

test('journal and settings are those of the data folder', async () => {
  const { journalOpen, journalAppend, journalRead, settingsWrite, settingsRead } = handlers();
  await journalOpen(null);
  expect(await journalAppend({ from: 1, payloads: ['하나'] })).toMatchObject({ ok: true });
  expect(await journalRead({ from: 1, limit: 9 })).toEqual({
    ok: true,
    value: [{ sequence: 1, payload: '하나' }],
  });
  await settingsWrite({ language: 'ko' });
  expect(await settingsRead(null)).toEqual({ ok: true, value: { language: 'ko' } });
});

test('a workbook is read in a process of its own, and an unknown reading is refused', async () => {
  const { workbookRead, workbookNext, workbookEnd } = handlers();
  const bytes = new TextEncoder().encode('Topic,Hours\nCloud,3\n');
  const part = await workbookRead({ reading: 1, name: 'log.csv', bytes, password: null });
  if (!part.ok) throw new Error(part.error.code);
  expect(part.value.isLast).toBe(true);
  expect(new TextDecoder().decode(part.value.bytes)).toContain('["Cloud","3"');
  expect(await workbookNext(1)).toMatchObject({ ok: false, error: { code: 'DAMAGED' } });
  expect(await workbookEnd(1)).toBeNull();
  const empty = { reading: 2, name: 'empty.xlsx', bytes: new Uint8Array(0), password: null };
  expect(await workbookRead(empty)).toMatchObject({ ok: false, error: { code: 'EMPTY_FILE' } });
}, 20_000);

test('a file is written where the user said, suggested in the documents folder', async () => {
  const filePath = join(folder, 'chosen.xlsx');
  electron.dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath });
  expect(await handlers().filesSave(file)).toEqual({ ok: true, value: { path: filePath, bytes: 2 } });
  expect([...(await readFile(filePath))]).toEqual([1, 2]);
  // Between the two it is the user who is waited for.
  expect(sent).toEqual([
    ['fieldbook:dialogue', true],
    ['fieldbook:dialogue', false],
  ]);
  expect(electron.dialog.showSaveDialog.mock.calls[0]?.[1]).toMatchObject({
    defaultPath: join('/home/documents', '보고서.xlsx'),
    filters: [{ name: 'XLSX', extensions: ['xlsx'] }],
  });
});

test('a dialogue that the user leaves is null, not an error', async () => {
  electron.dialog.showSaveDialog.mockResolvedValue({ canceled: true, filePath: '' });
  electron.dialog.showOpenDialog.mockResolvedValue({ canceled: true, filePaths: [] });
  const { filesPick, filesSave, printToPdf } = handlers();
  const none = { ok: true, value: null };
  expect(await filesSave(file)).toEqual(none);
  expect(await printToPdf('a.pdf')).toEqual(none);
  expect(await filesPick({ title: 'x', extensions: ['xlsx'], multiple: false })).toEqual(none);
});

test('chosen files come with name and bytes', async () => {
  await writeFile(join(folder, 'a.csv'), 'a');
  electron.dialog.showOpenDialog.mockResolvedValue({ canceled: false, filePaths: [join(folder, 'a.csv')] });
  const picked = await handlers().filesPick({ title: '고르기', extensions: ['csv'], multiple: true });
  expect(picked).toEqual({ ok: true, value: [{ name: 'a.csv', bytes: Uint8Array.of(97) }] });
  expect(electron.dialog.showOpenDialog.mock.calls[0]?.[1]).toMatchObject({
    title: '고르기',
    filters: [{ extensions: ['csv'] }],
    properties: ['openFile', 'multiSelections'],
  });
});

test('a page that cannot be printed is an error and leaves no file', async () => {
  const filePath = join(folder, 'a.pdf');
  electron.dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath });
  const failing = handlers(() => Promise.reject(new Error('print failed')));
  expect(await failing.printToPdf('a.pdf')).toMatchObject({ ok: false, error: { code: 'IO' } });
  await expect(readFile(filePath)).rejects.toThrow();
  expect(await handlers().printToPdf('a.pdf')).toEqual({ ok: true, value: { path: filePath, bytes: 4 } });
});

test('a link is opened only when it is on the list and the user agrees', async () => {
  const { openExternal } = handlers();
  expect(await openExternal('https://evil.example/')).toMatchObject({
    ok: false,
    error: { code: 'REFUSED' },
  });
  expect(electron.dialog.showMessageBox).not.toHaveBeenCalled();
  electron.dialog.showMessageBox.mockResolvedValueOnce({ response: 1 });
  expect(await openExternal('https://www.nia.or.kr/')).toMatchObject({ ok: false });
  expect(electron.shell.openExternal).not.toHaveBeenCalled();
  electron.dialog.showMessageBox.mockResolvedValueOnce({ response: 0 });
  expect(await openExternal('https://www.nia.or.kr/')).toEqual({ ok: true, value: null });
  expect(electron.shell.openExternal).toHaveBeenCalledExactlyOnceWith('https://www.nia.or.kr/');
  expect(electron.dialog.showMessageBox.mock.calls[0]?.[1].message).toContain('https://www.nia.or.kr/');
});

test("the page's answer on closing is passed on", () => {
  const { answers, closeAnswer } = handlers();
  expect(closeAnswer(true)).toBeNull();
  expect(answers).toEqual([true]);
});

test('a folder for backups is chosen in a dialogue, marked, and given a copy at once', async () => {
  const { journalOpen, journalAppend, snapshotChooseFolder, snapshotState, snapshotForgetFolder } =
    handlers();
  await journalOpen(null);
  await journalAppend({ from: 1, payloads: ['하나'] });
  electron.dialog.showOpenDialog.mockResolvedValueOnce({ canceled: true, filePaths: [] });
  expect(await snapshotChooseFolder('Choose')).toEqual({ ok: true, value: null });
  electron.dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: [folder] });
  const path = join(folder, 'Fieldbook backups');
  expect(await snapshotChooseFolder('Choose')).toMatchObject({
    ok: true,
    value: { second: { path, condition: 'ready' }, snapshots: [{ place: 'first' }, { place: 'second' }] },
  });
  // The stick is pulled out; its folder stays behind, empty.
  await rm(path, { recursive: true });
  await mkdir(path);
  expect(await snapshotState(null)).toMatchObject({
    value: { second: { condition: 'missing' }, problem: null },
  });
  expect(await snapshotForgetFolder(null)).toMatchObject({ value: { second: null } });
});

test('encryption is asked of the lock, each call with what it was given', async () => {
  const { lock, ...made } = handlers();
  const current = { kind: 'passphrase', text: 'seven quiet boats' } as const;
  const secrets = { passphrase: current.text, recoveryKey: 'KEY' };
  expect(await made.lockEnable(secrets)).toMatchObject({ ok: true, value: { mode: 'open' } });
  expect(await made.lockNow(null)).toMatchObject({ value: { mode: 'locked' } });
  expect(await made.lockState(null)).toMatchObject({ value: { mode: 'locked' } });
  expect(await made.lockUnlock({ kind: 'recovery', text: 'KEY' })).toMatchObject({ value: { mode: 'open' } });
  const change = { current, passphrase: 'eight loud trains', recoveryKey: null };
  expect(await made.lockChange(change)).toMatchObject({ ok: true });
  expect(lock.passphrase).toBe('eight loud trains');
  const asked = { passphrase: lock.passphrase, use: true };
  expect(await made.lockAskKeychain(asked)).toMatchObject({ value: { keychain: 'asked' } });
  const bytes = Uint8Array.of(1);
  expect(await made.lockOpenSnapshot({ bytes, secret: null })).toEqual({ ok: true, value: bytes });
  expect(await made.lockDisable(lock.passphrase)).toMatchObject({ value: { mode: 'off' } });
});

test('evidence comes back as it was put, in a folder beside the journal', async () => {
  const made = handlers();
  const put = await made.evidencePut(Uint8Array.of(1, 2, 3));
  if (!put.ok) throw new Error(put.error.detail);
  const { sha256 } = put.value;
  expect(await made.evidenceGet(sha256)).toEqual({ ok: true, value: Uint8Array.of(1, 2, 3) });
  expect(await made.evidenceList(null)).toEqual({ ok: true, value: [{ sha256, bytes: 3 }] });
  expect([...(await readFile(join(folder, 'evidence', sha256.slice(0, 2), sha256)))]).toEqual([1, 2, 3]);
  expect(await made.evidenceRemove([sha256])).toEqual({ ok: true, value: 1 });
  expect(await made.evidenceGet(sha256)).toMatchObject({ error: { code: 'NOT_FOUND' } });
});

test('evidence that is removed goes from the second folder too', async () => {
  const made = handlers();
  const stick = join(folder, 'stick');
  await mkdir(stick);
  const copies = async (name: string) =>
    (await readdir(stick, { recursive: true })).filter((path) => path.endsWith(name)).length;
  await made.journalOpen(null);
  await made.journalAppend({ from: 1, payloads: consultationPayloads(2) });
  const [kept, gone] = [await made.evidencePut(Uint8Array.of(1)), await made.evidencePut(Uint8Array.of(2))];
  if (!kept.ok || !gone.ok) throw new Error('put');
  electron.dialog.showOpenDialog.mockResolvedValue({ canceled: false, filePaths: [stick] });
  expect(await made.snapshotChooseFolder('Where?')).toMatchObject({ ok: true });
  expect(await copies(gone.value.sha256)).toBe(1);
  expect(await made.evidenceRemove([gone.value.sha256])).toEqual({ ok: true, value: 1 });
  expect(await copies(gone.value.sha256)).toBe(0);
  expect(await copies(kept.value.sha256)).toBe(1);
});
