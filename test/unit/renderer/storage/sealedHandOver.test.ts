import { expect, test } from 'vitest';
import { gatherHandOver } from '../../../../renderer/storage/gatherHandOver.ts';
import { takeOver } from '../../../../renderer/storage/takeOver.ts';
import { runHandOverJob } from '../../../../renderer/workers/handOverJob.ts';
import { settingsForPack } from '../../../../shared/handOver/travellingSettings.ts';
import {
  filesWith,
  passphrase as ownPassphrase,
  recoveryKey,
  startedOn,
  succeeded,
} from '../../../support/lockWorld.ts';
import { contentOf, creation, edit, Laptop, random, saved } from './laptop.ts';

const canary = 'CANARY-Ministry-of-Quiet-Boats';
const photo = new TextEncoder().encode(`a photo of ${canary}`);
const ministry = { name: { en: canary, ko: '예시부' }, type: 'ministry', country: 'BG' };
const packPassphrase = 'seven lamps 소피아';
const by = 'Kim Minji';

/** Files of a laptop with encryption on, locked and opened again, and the records that it was given. */
async function encryptedLaptop() {
  const written = new Laptop();
  const store = await written.open();
  const id = written.newId();
  await saved(store, creation('organization', id, ministry));
  await saved(store, edit('organization', id, { country: 'PE' }));

  const before = startedOn();
  await succeeded(before.lock.state());
  await succeeded(before.journal.open());
  await succeeded(
    before.journal.append(
      1,
      written.host.entries.filter((entry) => entry !== null),
    ),
  );
  await succeeded(before.evidence.put(photo));
  await succeeded(before.settings.write({ person: { name: by }, theme: 'dark', lastExportAt: 5 }));
  await succeeded(before.lock.enable({ passphrase: ownPassphrase, recoveryKey }));
  expect(filesWith(before, canary)).toEqual([]);

  const encrypted = startedOn(before.files);
  await succeeded(encrypted.lock.unlock({ kind: 'passphrase', text: ownPassphrase }));
  await succeeded(encrypted.journal.open());
  return { encrypted, content: contentOf(store.records), clock: written.clock, device: store.device };
}

test('a laptop with encryption on hands over, and the successor has all of it', async () => {
  const { encrypted, content, clock, device } = await encryptedLaptop();
  const listed = await succeeded(encrypted.evidence.list());
  const { entries, files, unreadable } = await succeeded(gatherHandOver(encrypted, listed, () => undefined));
  expect(unreadable).toEqual([]);
  const origin = { appVersion: '0.0.0', device, takenAt: 1, reason: 'manual' } as const;
  const settings = settingsForPack(await succeeded(encrypted.settings.read()), {
    by,
    at: clock.now(),
    encrypted: true,
  });
  const handOver = { entries, origin, settings, files };
  const cost = { memoryKib: 64, passes: 1 };
  const sealed = runHandOverJob({ kind: 'seal', handOver, passphrase: packPassphrase }, { random, cost });
  if (sealed.kind !== 'sealed') throw new Error('sealed');
  const { bytes } = sealed;
  expect(Buffer.from(bytes).includes(canary)).toBe(false);

  // Neither the passphrase nor the key of the old laptop is needed for it.
  const open = (passphrase: string) => runHandOverJob({ kind: 'open', bytes, passphrase }, { random });
  expect(open(ownPassphrase)).toMatchObject({ pack: { ok: false, error: { code: 'WRONG_PASSPHRASE' } } });
  const opened = open(packPassphrase);
  if (opened.kind !== 'opened' || !opened.pack.ok) throw new Error('the pack opens');

  const next = new Laptop();
  next.clock.time = clock.time + 60_000;
  const hands = { host: next.host, store: await next.open(), clock: next.clock, random };
  const successor = { name: 'Lee Seoyeon', settings: {} };
  await succeeded(takeOver(opened.pack.value, 'Monday.fbpack', successor, hands));
  const store = await next.open();
  expect(contentOf(store.records)).toEqual(content);
  for (const { sha256 } of listed) expect(await succeeded(next.host.evidence.get(sha256))).toEqual(photo);
  expect(next.host.currentSettings).toMatchObject({ lastExportAt: 5 });
});
