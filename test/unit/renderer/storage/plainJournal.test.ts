import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { openableJournal } from '../../../../electron/services/journal.ts';
import { openStore } from '../../../../renderer/storage/openStore.ts';
import { ok } from '../../../../shared/core/result.ts';
import { FaultyFiles } from '../../../support/faultyFiles.ts';
import {
  journalPath,
  passphrase,
  recoveryKey,
  type Started,
  startedOn,
  succeeded,
} from '../../../support/lockWorld.ts';
import { MemoryHost } from '../../../support/memoryHost.ts';
import { contentOf, creation, edit, Laptop, random, saved } from './laptop.ts';

const ministry = { name: { en: 'Ministry of Examples', ko: '예시부' }, type: 'ministry', country: 'BG' };
const asidePath = '/data/quarantine/journal.fbj';

/** The store as a window opens it over the main process's services. */
function openOver({ journal, settings, sentinel, snapshots, lock, files }: Started) {
  const quarantine = async () => {
    await journal.close();
    files.files.set(asidePath, files.bytesOf(journalPath));
    files.files.delete(journalPath);
    return ok({ path: asidePath });
  };
  const { appInfo, snapshots: chosen } = new MemoryHost();
  const host = {
    ...{ journal, settings, sentinel, lock, quarantine, appInfo },
    snapshots: { ...snapshots, chooseFolder: chosen.chooseFolder },
  };
  const clock = { now: () => Date.UTC(2026, 10, 26, 10) };
  const places = { indexedDB: new IDBFactory(), keyRange: IDBKeyRange };
  return succeeded(openStore({ host, clock, random, usesDatabase: false, ...places }));
}

test('a plain journal under encryption is put aside and told, and backups give back what was written', async () => {
  const written = new Laptop();
  const store = await written.open();
  const id = written.newId();
  await saved(store, creation('organization', id, ministry));
  const honest = contentOf(store.records);
  const payloads = written.host.entries.filter((entry) => entry !== null);
  const before = startedOn();
  await succeeded(before.lock.state());
  await succeeded(before.journal.open());
  await succeeded(before.journal.append(1, payloads));
  await succeeded(before.lock.enable({ passphrase, recoveryKey }));
  await succeeded(before.snapshots.take('manual'));
  await before.journal.close();

  await saved(store, edit('organization', id, { country: 'PE' }));
  const forged = new FaultyFiles();
  const forger = openableJournal(journalPath, forged, async () => undefined);
  await succeeded(forger.open());
  const all = written.host.entries.filter((entry) => entry !== null);
  expect(all).toHaveLength(2);
  await succeeded(forger.append(1, all));
  await forger.close();
  before.files.files.set(journalPath, forged.bytesOf(journalPath));

  const started = startedOn(before.files);
  await succeeded(started.lock.unlock({ kind: 'passphrase', text: passphrase }));
  const opened = await openOver(started);
  expect(contentOf(opened.records)).toEqual(honest);
  expect(opened.state()).toMatchObject({
    wasNotSealed: true,
    opening: { kind: 'rescued', changeSets: 1, missing: 0 },
    quarantine: asidePath,
  });
  expect(before.files.bytesOf(asidePath)).toEqual(forged.bytesOf(journalPath));
  expect(await succeeded(started.lock.state())).toMatchObject({ isJournalSealed: true });
  await opened.close();

  // It is told once.
  const later = startedOn(before.files);
  await succeeded(later.lock.unlock({ kind: 'passphrase', text: passphrase }));
  const again = await openOver(later);
  expect(again.state()).toMatchObject({ opening: { kind: 'clean' } });
  expect(again.state()).not.toHaveProperty('wasNotSealed');
});
