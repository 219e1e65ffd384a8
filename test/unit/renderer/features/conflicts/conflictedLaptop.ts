import type { FieldbookStore } from '../../../../../renderer/storage/fieldbookStore.ts';
import type { DeviceId, RecordId } from '../../../../../shared/core/ids.ts';
import type { JsonValue } from '../../../../../shared/core/json.ts';
import { formatStamp, type Stamp } from '../../../../../shared/sync/stamp.ts';
import type { Laptop } from '../../storage/laptop.ts';
import { creation, deletion, edit, saved } from '../../storage/laptop.ts';
import { laptopWithCenters } from '../openScreen.tsx';

export interface ConflictedLaptop {
  readonly laptop: Laptop;
  readonly store: FieldbookStore;
  readonly id: RecordId;
}

/** An organization whose Korean name and type were edited here while another computer edited them too. */
export async function conflictedLaptop(): Promise<ConflictedLaptop> {
  const { laptop, store } = await laptopWithCenters();
  const id = laptop.newId();
  const name = { en: 'Tax Office', ko: '국세 사무소' };
  await saved(store, creation('organization', id, { name, type: 'agency', country: 'BG' }));
  const base = stampsOf(store, id);
  await saved(
    store,
    edit('organization', id, { name: { ...name, en: 'National Tax Office' }, type: 'ministry' }),
  );
  await receive(laptop, store, id, base, { 'name/en': 'Tax Office of Bulgaria', type: 'university' });
  return { laptop, store, id };
}

/** An organization that was deleted here while another computer edited it. */
export async function deletedAndEdited(): Promise<ConflictedLaptop> {
  const { laptop, store } = await laptopWithCenters();
  const id = laptop.newId();
  await saved(
    store,
    creation('organization', id, { name: { en: 'Tax Office' }, type: 'agency', country: 'BG' }),
  );
  const base = stampsOf(store, id);
  await saved(store, deletion('organization', id));
  await receive(laptop, store, id, base, { type: 'university' });
  return { laptop, store, id };
}

const stampsOf = (store: FieldbookStore, id: RecordId) =>
  store.records.find('organization', id)?.stamps ?? {};

/** What another computer wrote later, knowing only the given stamps. */
async function receive(
  laptop: Laptop,
  store: FieldbookStore,
  id: RecordId,
  base: Readonly<Record<string, Stamp>>,
  values: Readonly<Record<string, JsonValue>>,
): Promise<void> {
  const device = 'otherlaptop0' as DeviceId;
  const stamp = formatStamp({ wall: laptop.clock.now() + 60_000, counter: 0, device });
  await saved(store, {
    kind: 'import',
    by: 'Kim Minji',
    source: { name: 'BG10 report.xlsx', workbookId: null, contentHash: 'h' },
    plan: (records) =>
      Object.entries(values).map(([path, after]) => ({
        type: 'organization',
        id,
        path,
        before: null,
        after,
        stamp,
        was: records.find('organization', id)?.stamps[path] ?? null,
        knows: base[path] === undefined ? [] : [base[path]],
      })),
  });
}
