// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { SettingsPage } from '../../../../../renderer/features/settings/SettingsPage.tsx';
import { sha256Hex } from '../../../../../shared/core/hashing.ts';
import { openPack } from '../../../../../shared/handOver/handOverPack.ts';
import { stubHandOverWorker } from '../../../../support/handOverWorker.ts';
import { creation, deletion, saved } from '../../storage/laptop.ts';
import { closeScreen, laptopWithCenters, type OpenScreen, openScreen } from '../openScreen.tsx';

afterEach(() => {
  closeScreen();
  vi.unstubAllGlobals();
});

const passphrase = 'seven lamps winter desk office';
const bytesOf = (text: string) => new TextEncoder().encode(text);

async function makePack({ user }: OpenScreen): Promise<HTMLElement> {
  const section = await screen.findByRole('region', { name: 'Hand over this laptop' });
  await user.click(within(section).getByRole('button', { name: 'Make a hand-over pack…' }));
  await user.type(within(section).getByLabelText('Passphrase'), passphrase);
  await user.type(within(section).getByLabelText('The same passphrase once more'), passphrase);
  await user.click(within(section).getByRole('button', { name: 'Save the pack…' }));
  return section;
}

test('where the files of evidence cannot be listed no pack is made, and that is told', async () => {
  stubHandOverWorker();
  const { laptop, store } = await laptopWithCenters();
  await laptop.host.evidence.put(bytesOf('a photo of the hall'));
  const opened = await openScreen(SettingsPage, { laptop, store }, { language: 'en' });
  laptop.host.failWhen((call) => (call === 'evidence.list' ? 'IO' : undefined));
  const section = await makePack(opened);
  expect((await within(section).findByRole('alert')).textContent).toMatch(
    /^The files of evidence .* cannot be read/,
  );
  expect(laptop.host.saved).toEqual([]);
});

test('a pack that lacks files which records name says so when it is checked', async () => {
  stubHandOverWorker();
  const { laptop, store } = await laptopWithCenters();
  const [hall, list] = [bytesOf('a photo of the hall'), bytesOf('the list of names')];
  await laptop.host.evidence.put(hall);
  for (const [fileName, bytes] of [
    ['hall.jpg', hall],
    ['names.pdf', list],
  ] as const) {
    const values = { fileName, sha256: sha256Hex(bytes), bytes: bytes.length, mediaType: 'image/jpeg' };
    await saved(store, creation('evidence', laptop.newId(), values));
  }
  const opened = await openScreen(SettingsPage, { laptop, store }, { language: 'en' });
  const section = await makePack(opened);
  const check = await within(section).findByRole('button', { name: 'Check the pack…' });
  const [pack] = laptop.host.saved;
  laptop.host.toPick = [{ name: 'a.fbpack', bytes: pack?.bytes ?? new Uint8Array(0) }];
  await opened.user.click(check);
  expect(await within(section).findByText(/is whole: \d+ records, 1 file of evidence/)).toBeDefined();
  expect(
    within(section).getByText(/^1 file of evidence that a record names is not in the pack: names\.pdf\./),
  ).toBeDefined();
});

test('the file of a deleted record and one that no record ever named stay out of the pack, which is told', async () => {
  stubHandOverWorker();
  const { laptop, store } = await laptopWithCenters();
  const [hall, photo, refused] = ['the hall', 'a photo of a person', 'refused'].map(bytesOf);
  for (const bytes of [hall, photo, refused]) if (bytes) await laptop.host.evidence.put(bytes);
  const [kept, deleted] = [laptop.newId(), laptop.newId()];
  for (const [id, bytes] of [[kept, hall] as const, [deleted, photo] as const]) {
    const sha256 = sha256Hex(bytes ?? new Uint8Array(0));
    await saved(store, creation('evidence', id, { fileName: 'a.jpg', kind: 'photo', sha256 }));
  }
  await saved(store, deletion('evidence', deleted));
  const opened = await openScreen(SettingsPage, { laptop, store }, { language: 'en' });
  const begin = await screen.findByRole('button', { name: 'Make a hand-over pack…' });
  await opened.user.click(begin);
  expect(
    await screen.findByText(/^1 file of evidence \([^)]+\) goes along\. 2 files stay out, /),
  ).toBeDefined();
  await opened.user.click(screen.getByRole('button', { name: 'Cancel' }));
  const section = await makePack(opened);
  await within(section).findByRole('button', { name: 'Check the pack…' });
  const pack = openPack(laptop.host.saved[0]?.bytes ?? new Uint8Array(0), passphrase);
  expect(pack.ok && [...pack.value.files.values()].map((bytes) => new TextDecoder().decode(bytes))).toEqual([
    'the hall',
  ]);
});
