import { expect, test } from 'vitest';
import { electronHost } from '../../../../renderer/host/electronHost.ts';
import type { HostBridge } from '../../../../shared/ipc/channels.ts';
import type { AppInfo, Host, JournalState } from '../../../../shared/ipc/host.ts';

const info: AppInfo = {
  version: '1',
  platform: 'linux',
  language: 'ko',
  dataLocation: '/data',
  durable: true,
};
const state: JournalState = { lastSequence: 2, bytes: 70, cutBytes: 0, damaged: [] };

const bytes = Uint8Array.of(1, 2);
const snapshots = {
  ok: true,
  value: { snapshots: [], location: '/data', second: null, problem: null },
} as const;
const lockState = {
  ok: true,
  value: {
    mode: 'open',
    isJournalSealed: true,
    waitSeconds: 0,
    keychain: 'none',
    opensByItself: false,
    unsealed: 0,
  },
} as const;
const secret = { kind: 'passphrase', text: 'x' } as const;
const secrets = { passphrase: 'x', recoveryKey: 'y' };
const secretChange = { current: secret, passphrase: 'z', recoveryKey: null };
const keychainChange = { passphrase: 'x', use: true };
const sealed = { bytes, secret: null };
const hash = 'a1'.repeat(32);
const part = { bytes, isLast: true };
const workbook = { reading: 7, name: 'a.xlsx', bytes, password: null };
const damage = { journal: 'copy', database: null } as const;

/** A bridge that writes down what it is asked and answers what a main process would. */
function bridgeThatRecords() {
  const asked: (readonly [call: string, payload: unknown])[] = [];
  const record =
    <T>(call: string, answer: T) =>
    async (payload: unknown): Promise<T> => {
      asked.push([call, payload]);
      return answer;
    };
  const bridge: HostBridge = {
    appInfo: record('appInfo', info),
    journalOpen: record('journalOpen', { ok: true, value: state }),
    journalAppend: record('journalAppend', { ok: true, value: state }),
    journalRead: record('journalRead', { ok: true, value: [] }),
    filesPick: record('filesPick', { ok: true, value: null }),
    filesSave: record('filesSave', { ok: true, value: { path: '/x', bytes: 1 } }),
    settingsRead: record('settingsRead', { ok: true, value: {} }),
    settingsWrite: record('settingsWrite', { ok: true, value: null }),
    sentinelRead: record('sentinelRead', { ok: true, value: {} }),
    sentinelWrite: record('sentinelWrite', { ok: true, value: null }),
    snapshotTake: record('snapshotTake', snapshots),
    snapshotState: record('snapshotState', snapshots),
    snapshotRead: record('snapshotRead', { ok: true, value: bytes }),
    snapshotRestore: record('snapshotRestore', { ok: true, value: state }),
    snapshotChooseFolder: record('snapshotChooseFolder', { ok: true, value: null }),
    snapshotForgetFolder: record('snapshotForgetFolder', snapshots),
    evidencePut: record('evidencePut', { ok: true, value: { sha256: hash, bytes: 2 } }),
    evidenceGet: record('evidenceGet', { ok: true, value: bytes }),
    evidenceList: record('evidenceList', { ok: true, value: [] }),
    evidenceRemove: record('evidenceRemove', { ok: true, value: 1 }),
    lockState: record('lockState', lockState),
    lockUnlock: record('lockUnlock', lockState),
    lockNow: record('lockNow', lockState),
    lockEnable: record('lockEnable', lockState),
    lockChange: record('lockChange', lockState),
    lockAskKeychain: record('lockAskKeychain', lockState),
    lockDisable: record('lockDisable', lockState),
    lockOpenSnapshot: record('lockOpenSnapshot', { ok: true, value: bytes }),
    workbookRead: record('workbookRead', { ok: true, value: part }),
    workbookNext: record('workbookNext', { ok: true, value: part }),
    workbookEnd: record('workbookEnd', null),
    quarantine: record('quarantine', { ok: true, value: { path: '/q' } }),
    clearDatabases: record('clearDatabases', { ok: true, value: null }),
    forgetEverything: record('forgetEverything', { ok: true, value: null }),
    beginAnew: record('beginAnew', { ok: true, value: { from: '/data', to: '/aside' } }),
    openExternal: record('openExternal', { ok: true, value: null }),
    printToPdf: record('printToPdf', { ok: true, value: null }),
    logWrite: record('logWrite', null),
    logRead: record('logRead', { ok: true, value: '' }),
    onCloseRequested: (hasUnsavedWork) => {
      asked.push(['onCloseRequested', hasUnsavedWork()]);
    },
    onDialogue: () => undefined,
  };
  return { asked, bridge };
}

const pick = { title: 'Choose', extensions: ['xlsx'], multiple: false };
const save = { suggestedName: 'a.xlsx', mediaType: 'x', bytes: Uint8Array.of(1) };

function everyCall(host: Host) {
  return [
    host.journal.open(),
    host.journal.append(3, ['x']),
    host.journal.read(1, 5),
    host.files.pick(pick),
    host.files.save(save),
    host.settings.read(),
    host.settings.write({ language: 'ko' }),
    host.sentinel.read(),
    host.sentinel.write({ lastSequence: 1 }),
    host.snapshots.take('manual'),
    host.snapshots.state(),
    host.snapshots.read('first', 'a.fbs'),
    host.snapshots.restore(bytes, '{}'),
    host.snapshots.chooseFolder('Choose'),
    host.snapshots.forgetFolder(),
    host.evidence.put(bytes),
    host.evidence.get(hash),
    host.evidence.list(),
    host.evidence.remove([hash]),
    host.lock.state(),
    host.lock.unlock(secret),
    host.lock.lock(),
    host.lock.enable(secrets),
    host.lock.change(secretChange),
    host.lock.askKeychain(keychainChange),
    host.lock.disable('x'),
    host.lock.openSnapshot(sealed),
    host.quarantine(damage),
    host.clearDatabases === null ? Promise.reject(new Error('none')) : host.clearDatabases(),
    host.forgetEverything(),
    host.beginAnew(),
    host.openExternal('https://www.nia.or.kr/'),
    host.printToPdf('a.pdf'),
  ];
}

test('every call of a host goes over the bridge with its arguments', async () => {
  const { asked, bridge } = bridgeThatRecords();
  const host = electronHost(bridge);
  expect(await host.appInfo()).toEqual(info);
  expect((await Promise.all(everyCall(host))).every((result) => result.ok)).toBe(true);
  host.onCloseRequested(() => true);
  expect(asked).toEqual([
    ['appInfo', null],
    ['journalOpen', null],
    ['journalAppend', { from: 3, payloads: ['x'] }],
    ['journalRead', { from: 1, limit: 5 }],
    ['filesPick', pick],
    ['filesSave', save],
    ['settingsRead', null],
    ['settingsWrite', { language: 'ko' }],
    ['sentinelRead', null],
    ['sentinelWrite', { lastSequence: 1 }],
    ['snapshotTake', 'manual'],
    ['snapshotState', null],
    ['snapshotRead', { place: 'first', name: 'a.fbs' }],
    ['snapshotRestore', { bytes, mark: '{}' }],
    ['snapshotChooseFolder', 'Choose'],
    ['snapshotForgetFolder', null],
    ['evidencePut', bytes],
    ['evidenceGet', hash],
    ['evidenceList', null],
    ['evidenceRemove', [hash]],
    ['lockState', null],
    ['lockUnlock', secret],
    ['lockNow', null],
    ['lockEnable', secrets],
    ['lockChange', secretChange],
    ['lockAskKeychain', keychainChange],
    ['lockDisable', 'x'],
    ['lockOpenSnapshot', sealed],
    ['quarantine', damage],
    ['clearDatabases', null],
    ['forgetEverything', null],
    ['beginAnew', null],
    ['openExternal', 'https://www.nia.or.kr/'],
    ['printToPdf', 'a.pdf'],
    ['onCloseRequested', true],
  ]);
});

test('a call that the main process refuses is an error, not a rejection', async () => {
  const refuse = () => Promise.reject(new Error('the payload has not the declared form'));
  const { bridge } = bridgeThatRecords();
  const host = electronHost({
    ...bridge,
    journalOpen: refuse,
    journalAppend: refuse,
    journalRead: refuse,
    filesPick: refuse,
    filesSave: refuse,
    settingsRead: refuse,
    settingsWrite: refuse,
    sentinelRead: refuse,
    sentinelWrite: refuse,
    snapshotTake: refuse,
    snapshotState: refuse,
    snapshotRead: refuse,
    snapshotRestore: refuse,
    snapshotChooseFolder: refuse,
    snapshotForgetFolder: refuse,
    evidencePut: refuse,
    evidenceGet: refuse,
    evidenceList: refuse,
    evidenceRemove: refuse,
    lockState: refuse,
    lockUnlock: refuse,
    lockNow: refuse,
    lockEnable: refuse,
    lockChange: refuse,
    lockAskKeychain: refuse,
    lockDisable: refuse,
    lockOpenSnapshot: refuse,
    quarantine: refuse,
    clearDatabases: refuse,
    forgetEverything: refuse,
    beginAnew: refuse,
    openExternal: refuse,
    printToPdf: refuse,
  });
  for (const result of await Promise.all(everyCall(host))) {
    const error = result.ok ? null : result.error;
    // A call about encryption has errors of its own, of which the host's is one.
    expect(error !== null && 'error' in error ? error.error : error).toMatchObject({ code: 'REFUSED' });
  }
});

test('a workbook is read over the bridge, and a refusal is the error of a file', async () => {
  const { asked, bridge } = bridgeThatRecords();
  const { workbooks } = electronHost(bridge);
  expect(await workbooks?.read(workbook)).toEqual({ ok: true, value: part });
  expect(await workbooks?.next(7)).toEqual({ ok: true, value: part });
  workbooks?.end(7);
  expect(asked).toEqual([
    ['workbookRead', workbook],
    ['workbookNext', 7],
    ['workbookEnd', 7],
  ]);
  const refuse = () => Promise.reject(new Error('the payload has not the declared form'));
  const refused = electronHost({
    ...bridge,
    workbookRead: refuse,
    workbookNext: refuse,
    workbookEnd: refuse,
  });
  for (const answer of [await refused.workbooks?.read(workbook), await refused.workbooks?.next(7)]) {
    expect(answer).toMatchObject({ ok: false, error: { code: 'DAMAGED' } });
  }
  expect(() => refused.workbooks?.end(7)).not.toThrow();
});

test('a name that some system refuses is suggested in one that all take, and a printed page ends in .pdf', async () => {
  const { bridge, asked } = bridgeThatRecords();
  const host = electronHost(bridge);
  await host.files.save({ suggestedName: 'report 10:30.xlsx', mediaType: 'x', bytes });
  await host.printToPdf('Plan 2026, Kenya/Nairobi');
  await host.printToPdf('handover.PDF');
  expect(asked).toEqual([
    ['filesSave', { suggestedName: 'report 10_30.xlsx', mediaType: 'x', bytes }],
    ['printToPdf', 'Plan 2026, Kenya_Nairobi.pdf'],
    ['printToPdf', 'handover.PDF'],
  ]);
});
