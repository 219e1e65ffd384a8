import { expect, test } from 'vitest';
import type { FieldbookStore } from '../../../../renderer/storage/fieldbookStore.ts';
import { gatherHandOver } from '../../../../renderer/storage/gatherHandOver.ts';
import { takeOver } from '../../../../renderer/storage/takeOver.ts';
import { runHandOverJob } from '../../../../renderer/workers/handOverJob.ts';
import { sha256Hex } from '../../../../shared/core/hashing.ts';
import { type Clock, newRecordId, type RecordId } from '../../../../shared/core/ids.ts';
import type { OpenedPack } from '../../../../shared/handOver/handOverPack.ts';
import { settingsForPack } from '../../../../shared/handOver/travellingSettings.ts';
import { definitionOf } from '../../../../shared/records/registry.ts';
import { conflictsOf } from '../../../../shared/sync/conflicts.ts';
import { exportDocument } from '../../../../shared/workbook/exportWorkbook.ts';
import type { WorkbookGrid } from '../../../../shared/workbook/grid.ts';
import { planImport } from '../../../../shared/workbook/planImport.ts';
import { replica } from '../../../support/centerLaptop.ts';
import { contentOf as agreed, documentToGrid } from '../../../support/exchange.ts';
import { contentOf, creation, edit, Laptop, random, saved } from './laptop.ts';

const cost = { memoryKib: 64, passes: 1 };
const passphrase = 'seven lamps 소피아';
const photo = new TextEncoder().encode('a photo of the hall');
const ministry = { name: { en: 'Ministry of Examples', ko: '예시부' }, type: 'ministry', country: 'BG' };

function exported(store: FieldbookStore, clock: Clock): WorkbookGrid {
  return documentToGrid(
    exportDocument(store.records, {
      ...{ language: 'en', scope: { kind: 'all' }, centerId: null, redact: false, template: false },
      ...{ workbookId: newRecordId(clock, random), device: store.device, exportStamp: store.issueStamp() },
      ...{ seen: store.seen(), by: 'Test Person', at: clock.now(), timeZone: 'Asia/Seoul' },
    }),
  );
}

async function received(store: FieldbookStore, clock: Clock, grid: WorkbookGrid): Promise<void> {
  await store.commit({
    kind: 'import',
    by: 'Test Person',
    plan: (records) => {
      const plan = planImport(
        { name: 'report.xlsx', grid },
        {
          ...{ records, language: 'en', today: '2026-11-23', now: clock.now(), defaultCenterId: null },
          ...{ blankClears: false, importStamp: store.issueStamp(), imported: new Set() },
        },
      );
      if (!plan.ok) throw new Error(plan.error.code);
      return plan.value.changes;
    },
  });
}

/** A laptop with an organization that headquarters knows, an open conflict about it, and a photo. */
async function oldLaptop() {
  const laptop = new Laptop();
  const store = await laptop.open();
  const id = laptop.newId();
  await saved(store, creation('organization', id, ministry));
  await laptop.host.evidence.put(photo);
  laptop.host.currentSettings = {
    ...laptop.host.currentSettings,
    ...{ person: { name: 'Kim Minji' }, workspace: { kind: 'headquarters' }, theme: 'dark', lastExportAt: 5 },
  };
  const office = replica('headquarters', 7);
  office.now = laptop.clock.time;
  office.import(exported(store, laptop.clock));
  office.edit('organization', id, { country: 'KE' });
  await saved(store, edit('organization', id, { country: 'PE' }));
  await received(store, laptop.clock, documentToGrid(office.export()));
  return { laptop, store, id, office };
}

async function packOf(laptop: Laptop, store: FieldbookStore): Promise<Uint8Array> {
  const { host, clock } = laptop;
  const listed = await host.evidence.list();
  const gathered = await gatherHandOver(host, listed.ok ? listed.value : [], () => undefined);
  if (!gathered.ok) throw new Error(gathered.error.code);
  const { entries, files, unreadable } = gathered.value;
  expect(unreadable).toEqual([]);
  const origin = { appVersion: '0.0.0', device: store.device, takenAt: 1, reason: 'manual' } as const;
  const settings = settingsForPack(host.currentSettings, {
    by: 'Kim Minji',
    at: clock.now(),
    encrypted: true,
  });
  const answer = runHandOverJob(
    { kind: 'seal', handOver: { entries, origin, settings, files }, passphrase },
    { random, cost },
  );
  if (answer.kind !== 'sealed') throw new Error('sealed');
  return answer.bytes;
}

function opened(bytes: Uint8Array): OpenedPack {
  const answer = runHandOverJob({ kind: 'open', bytes, passphrase }, { random });
  if (answer.kind !== 'opened' || !answer.pack.ok) throw new Error('the pack opens');
  return answer.pack.value;
}

async function successorOf(laptop: Laptop, store: FieldbookStore) {
  const pack = opened(await packOf(laptop, store));
  const next = new Laptop();
  next.clock.time = laptop.clock.time + 60_000;
  const first = await next.open();
  const hands = { host: next.host, store: first, clock: next.clock, random };
  const successor = { name: 'Lee Seoyeon', settings: { person: { name: 'Lee Seoyeon', role: 'expert' } } };
  const taken = await takeOver(pack, 'Monday.fbpack', successor, hands);
  expect(taken).toEqual({ ok: true, value: null });
  return { next, store: await next.open() };
}

const openConflicts = (store: FieldbookStore, id: RecordId) => {
  const record = store.records.find('organization', id);
  return record === null ? [] : conflictsOf(definitionOf('organization'), record);
};

test('a successor has records, history, open conflicts, files and the settings that travel', async () => {
  const { laptop, store, id } = await oldLaptop();
  expect(openConflicts(store, id)).toHaveLength(1);
  const { next, store: taken } = await successorOf(laptop, store);
  expect(taken.state().opening).toEqual({ kind: 'restored', name: 'Monday.fbpack' });
  expect(contentOf(taken.records)).toEqual(contentOf(store.records));
  expect(openConflicts(taken, id)).toEqual(openConflicts(store, id));
  expect(await taken.historyOf(id)).toHaveLength((await store.historyOf(id)).length);
  expect(await next.host.evidence.get(sha256Hex(photo))).toEqual({ ok: true, value: photo });
  const { currentSettings } = next.host;
  expect(currentSettings).toMatchObject({
    ...{ person: { name: 'Lee Seoyeon' }, workspace: { kind: 'headquarters' }, lastExportAt: 5 },
  });
  // What belongs to the person or the computer stays where it was.
  expect(currentSettings.theme).toBeUndefined();
  expect(currentSettings.deviceId).toBe(taken.device);
});

test('the new installation writes under an id of its own, and exchange with headquarters ends alike', async () => {
  const { laptop, store, id, office } = await oldLaptop();
  const { next, store: taken } = await successorOf(laptop, store);
  expect(taken.device).not.toBe(store.device);
  const change = await saved(taken, edit('organization', id, { name: { en: 'Ministry of New Examples' } }));
  expect(change.changes[0]?.stamp).toContain(taken.device);
  office.edit('organization', id, { type: 'agency' });
  for (let round = 0; round < 2; round++) {
    office.now = Math.max(office.now, next.clock.time) + 1000;
    office.import(exported(taken, next.clock));
    next.clock.time = office.now + 1000;
    await received(taken, next.clock, documentToGrid(office.export()));
  }
  expect(agreed(taken.records, ['organization'])).toEqual(agreed(office.records, ['organization']));
  expect(taken.records.find('organization', id)?.values).toMatchObject({
    ...{ name: { en: 'Ministry of New Examples' }, type: 'agency' },
  });
  // The laptop that was handed over, taken back, joins them as a third.
  await received(store, next.clock, exported(taken, next.clock));
  expect(agreed(store.records, ['organization'])).toEqual(agreed(office.records, ['organization']));
});

test('a full disk leaves the new computer as empty as before', async () => {
  const { laptop, store } = await oldLaptop();
  const pack = opened(await packOf(laptop, store));
  const next = new Laptop();
  const first = await next.open();
  next.host.failWhen((call) => (call === 'evidence.put' ? 'NO_SPACE' : undefined));
  const hands = { host: next.host, store: first, clock: next.clock, random };
  const taken = await takeOver(pack, 'Monday.fbpack', { name: 'Lee', settings: {} }, hands);
  expect(taken).toMatchObject({ ok: false, error: { part: 'records', error: { code: 'NO_SPACE' } } });
  expect(next.host.entries).toEqual([]);
  expect(contentOf(first.records)).toEqual([]);
});

test('a file that is damaged on the old laptop is told of and stops nothing', async () => {
  const { laptop } = await oldLaptop();
  const name = sha256Hex(photo);
  await laptop.host.evidenceFolder.write(name, new TextEncoder().encode('other'));
  const gathered = await gatherHandOver(laptop.host, [{ sha256: name, bytes: 5 }], () => undefined);
  expect(gathered).toMatchObject({ ok: true, value: { unreadable: [name] } });
});

test('while an installation is handed over nothing is written, until it is taken back', async () => {
  const { store, id, laptop } = await oldLaptop();
  const entries = laptop.host.entries.length;
  store.setHandedOver(true);
  const refused = await store.commit(edit('organization', id, { country: 'UZ' }));
  expect(refused).toEqual({ ok: false, error: { code: 'HANDED_OVER' } });
  expect(laptop.host.entries).toHaveLength(entries);
  store.setHandedOver(false);
  await saved(store, edit('organization', id, { country: 'UZ' }));
});
