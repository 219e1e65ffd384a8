import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isFileName, payloadReaders } from '../../../../shared/ipc/callPayloads.ts';
import { type HostCall, hostCalls } from '../../../../shared/ipc/channels.ts';

const good: { readonly [Call in HostCall]: unknown } = {
  appInfo: null,
  journalOpen: null,
  journalAppend: { from: 3, payloads: ['{}', '한글'] },
  journalRead: { from: 1, limit: 500 },
  filesPick: { title: 'Choose workbooks', extensions: ['xlsx', 'csv'], multiple: true },
  filesSave: { suggestedName: '보고서 2026.xlsx', mediaType: 'text/csv', bytes: Uint8Array.of(1, 2) },
  settingsRead: null,
  settingsWrite: { language: 'ko', columns: ['date', 'topic'], nested: { theme: null, size: 15 } },
  sentinelRead: null,
  sentinelWrite: { lastSequence: 3, counts: { person: 2 } },
  snapshotTake: 'import',
  snapshotState: null,
  snapshotRead: { place: 'second', name: 'samplelaptop/fieldbook-20261123T141500000Z-interval.fbs' },
  snapshotRestore: { bytes: Uint8Array.of(1), mark: '{}' },
  snapshotChooseFolder: 'Choose a folder',
  snapshotForgetFolder: null,
  evidencePut: Uint8Array.of(1, 2),
  evidenceGet: 'a1'.repeat(32),
  evidenceList: null,
  evidenceRemove: ['a1'.repeat(32)],
  lockState: null,
  lockUnlock: { kind: 'passphrase', text: '강을 건너는 배' },
  lockNow: null,
  lockEnable: { passphrase: 'seven quiet boats', recoveryKey: '7K3QM' },
  lockChange: { current: { kind: 'recovery', text: '7K3QM' }, passphrase: 'x', recoveryKey: null },
  lockAskKeychain: { passphrase: 'x', use: true },
  lockDisable: 'seven quiet boats',
  lockOpenSnapshot: { bytes: Uint8Array.of(1), secret: null },
  workbookRead: { reading: 3, name: '보고서 2026.xlsx', bytes: Uint8Array.of(1), password: null },
  workbookNext: 3,
  workbookEnd: 3,
  quarantine: { journal: 'copy', database: Uint8Array.of(1) },
  clearDatabases: null,
  forgetEverything: null,
  beginAnew: null,
  openExternal: 'https://www.nia.or.kr/',
  printToPdf: 'report.pdf',
  logWrite: { event: 'PAGE_ERROR', facts: { kind: 'TypeError', at0: 'index-a1.js:1:20', count: 3 } },
  logRead: null,
  closeAnswer: true,
};

const bad: { readonly [Call in HostCall]: readonly unknown[] } = {
  appInfo: [{}, 0, ''],
  journalOpen: ['path'],
  journalAppend: [
    null,
    { from: 1 },
    { from: '1', payloads: [] },
    { from: -1, payloads: [] },
    { from: 1.5, payloads: [] },
    { from: 1, payloads: 'x' },
    { from: 1, payloads: ['x', 1] },
    { from: 1, payloads: [null] },
  ],
  journalRead: [
    { from: 1 },
    { from: 1, limit: Number.POSITIVE_INFINITY },
    { from: Number.NaN, limit: 1 },
    [],
  ],
  filesPick: [
    {},
    { title: 'x', extensions: ['*'], multiple: false },
    { title: 'x', extensions: ['../x'], multiple: false },
    { title: 'x', extensions: 'xlsx', multiple: false },
    { title: 'x', extensions: [], multiple: 1 },
    { title: 'x'.repeat(5_000), extensions: [], multiple: true },
  ],
  logWrite: [
    null,
    { event: 'PAGE_ERROR' },
    { event: 'ANYTHING', facts: {} },
    { event: 'PAGE_ERROR', facts: { message: 'Kim Minji is no date' } },
    { event: 'PAGE_ERROR', facts: { 'Kim Minji': 1 } },
    { event: 'PAGE_ERROR', facts: { value: { nested: 1 } } },
    { event: 'PAGE_ERROR', facts: { value: Number.NaN } },
  ],
  logRead: [{}, 'path'],
  filesSave: [
    { suggestedName: '../x.csv', mediaType: 'text/csv', bytes: new Uint8Array(1) },
    { suggestedName: 'x.csv', mediaType: 'text/csv', bytes: [1, 2] },
    { suggestedName: 'x.csv', mediaType: 'text/csv', bytes: 'text' },
    { suggestedName: 'x.csv', bytes: new Uint8Array(1) },
  ],
  settingsRead: [1],
  settingsWrite: [null, [], 'x', { when: new Date(0) }, { a: undefined }, { a: Number.NaN }, { a: () => 1 }],
  sentinelRead: [{}],
  sentinelWrite: [null, [], { a: undefined }],
  evidencePut: [null, 'bytes', [1, 2], { bytes: Uint8Array.of(1) }],
  evidenceGet: [null, 'A1'.repeat(32), 'a1', `../${'a1'.repeat(32)}`, ['a1'.repeat(32)]],
  evidenceList: ['path', {}],
  clearDatabases: ['/', {}],
  forgetEverything: ['/', {}],
  beginAnew: ['/', {}],
  evidenceRemove: ['a1'.repeat(32), [null], ['../journal.fbj'], ['a1'.repeat(32), 'journal.fbj']],
  snapshotTake: ['always', null, { reason: 'import' }],
  snapshotState: [0],
  snapshotRead: [
    { place: 'third', name: 'fieldbook-20261123T141500000Z-interval.fbs' },
    { place: 'first', name: '../settings.json' },
    { place: 'second', name: '../fieldbook-20261123T141500000Z-interval.fbs' },
    { place: 'second', name: 'samplelaptop/../fieldbook-20261123T141500000Z-interval.fbs' },
    { place: 'first', name: 'journal.fbj' },
    { place: 'first' },
  ],
  snapshotRestore: [
    { bytes: [1], mark: '{}' },
    { bytes: Uint8Array.of(1), mark: null },
    { bytes: Uint8Array.of(1), mark: 'x'.repeat(3_000) },
  ],
  snapshotChooseFolder: [null, {}, 'x'.repeat(3_000)],
  snapshotForgetFolder: ['path'],
  lockState: [{}, 0],
  lockUnlock: [null, 'x', { kind: 'pin', text: '1' }, { kind: 'passphrase' }, { kind: 'recovery', text: 1 }],
  lockNow: [true],
  lockEnable: [null, { passphrase: 'x' }, { passphrase: 'x'.repeat(5_000), recoveryKey: 'y' }],
  lockChange: [
    null,
    { current: 'x', passphrase: 'x', recoveryKey: null },
    { current: { kind: 'keychain' }, passphrase: 'x', recoveryKey: null },
    { current: { kind: 'passphrase', text: 'x' }, passphrase: 'x' },
  ],
  lockAskKeychain: [null, { passphrase: 'x' }, { passphrase: 'x', use: 1 }],
  lockDisable: [null, 1, { passphrase: 'x' }, 'x'.repeat(5_000)],
  lockOpenSnapshot: [null, { bytes: [1], secret: null }, { bytes: Uint8Array.of(1), secret: 'x' }],
  workbookRead: [
    null,
    { reading: -1, name: 'a.xlsx', bytes: Uint8Array.of(1), password: null },
    { reading: 1, name: 5, bytes: Uint8Array.of(1), password: null },
    { reading: 1, name: 'a.xlsx', bytes: '/etc/passwd', password: null },
    { reading: 1, name: 'a.xlsx', bytes: Uint8Array.of(1), password: 7 },
    { reading: 1, name: 'a.xlsx', bytes: Uint8Array.of(1) },
  ],
  workbookNext: [null, -1, '1', { reading: 1 }],
  workbookEnd: [null, 1.5, '1'],
  quarantine: [
    null,
    { journal: 'delete', database: null },
    { journal: 'copy', database: 'text' },
    { journal: 'copy' },
  ],
  openExternal: [null, 1, `https://x.go.kr/${'x'.repeat(3_000)}`],
  printToPdf: ['', 'a/b.pdf', 'C:x.pdf', '..', 5],
  closeAnswer: [0, 'true', null],
};

test.each(hostCalls)('%s takes what is declared and nothing else', (call) => {
  expect(payloadReaders[call](good[call])).toEqual(good[call]);
  expect(bad[call].length).toBeGreaterThan(0);
  for (const payload of bad[call]) expect(payloadReaders[call](payload)).toBeUndefined();
});

test('what is not declared is left behind', () => {
  expect(payloadReaders.journalRead({ from: 1, limit: 2, path: '/etc/passwd' })).toEqual({
    from: 1,
    limit: 2,
  });
});

test('settings nested without end are refused', () => {
  let deep: unknown = 1;
  for (let i = 0; i < 100; i++) deep = { deep };
  expect(payloadReaders.settingsWrite({ deep })).toBeUndefined();
});

test('no payload whatever makes a reader throw', () => {
  fc.assert(
    fc.property(fc.constantFrom(...hostCalls), fc.anything({ withTypedArray: true }), (call, payload) => {
      expect(() => payloadReaders[call](payload)).not.toThrow();
    }),
  );
});

test('a file name that is taken can never name another folder', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      if (!isFileName(name)) return;
      expect(name).not.toMatch(/[/\\:\0]/);
      expect(['', '.', '..']).not.toContain(name);
    }),
  );
});
