// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { SettingsPage } from '../../../../../renderer/features/settings/SettingsPage.tsx';
import { sha256Hex } from '../../../../../shared/core/hashing.ts';
import { devicesOf } from '../../../../../shared/snapshot/installation.ts';
import { MemoryFolder, memoryStick } from '../../../../support/memorySnapshots.ts';
import { creation, deletion, saved } from '../../storage/laptop.ts';
import { closeScreen, laptopWithCenters, openScreen } from '../openScreen.tsx';

afterEach(closeScreen);

const bytesOf = (text: string) => new TextEncoder().encode(text);
const hall = bytesOf('a photo of the hall');
const photo = bytesOf('a photo of a person');
const refused = bytesOf('a file that was refused');

/** A laptop with a file that a record names, one whose record was deleted and one that none ever named; on a stick too. */
async function laptopWithFiles() {
  const { laptop, store } = await laptopWithCenters();
  const { host } = laptop;
  const copies = new MemoryFolder();
  const [owner] = devicesOf(host.currentSettings);
  const stick = {
    ...memoryStick(),
    evidenceOf: (of: string | null) => (of === owner ? copies : new MemoryFolder()),
  };
  for (const bytes of [hall, photo, refused]) {
    await host.evidence.put(bytes);
    await copies.write(sha256Hex(bytes), bytes);
  }
  const [kept, deleted] = [laptop.newId(), laptop.newId()];
  for (const [id, bytes] of [[kept, hall] as const, [deleted, photo] as const]) {
    const values = { fileName: 'a.jpg', kind: 'photo', sha256: sha256Hex(bytes) };
    await saved(store, creation('evidence', id, values));
  }
  await saved(store, deletion('evidence', deleted));
  return { laptop, store, host, stick, copies };
}

const namesOf = (...files: readonly Uint8Array[]) => files.map(sha256Hex).sort();

// What nothing here ever named may be of records that were lost: it stays.
test('files of deleted records are counted, and erased here and on the stick after a question', async () => {
  const { laptop, store, host, stick, copies } = await laptopWithFiles();
  host.secondFolder = stick;
  const { user } = await openScreen(SettingsPage, { laptop, store }, { language: 'en' });
  expect(await screen.findByText(/^1 file of evidence \(.+\) lies here that no record names/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Erase them…' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByText(/^1 file .* and its copy in the second folder/)).toBeDefined();
  await user.click(dialog.getByRole('button', { name: 'Keep them' }));
  expect(host.evidenceFolder.files.size).toBe(3);
  await user.click(await screen.findByRole('button', { name: 'Erase them…' }));
  await user.click(await screen.findByRole('button', { name: 'Erase for good' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect([...host.evidenceFolder.files.keys()].sort()).toEqual(namesOf(hall, refused));
  expect([...copies.files.keys()].sort()).toEqual(namesOf(hall, refused));
  await waitFor(() => expect(screen.queryByText(/that no record names/)).toBeNull());
});

test('a stick that is not there keeps everything, and is asked for', async () => {
  const { laptop, store, host } = await laptopWithFiles();
  host.secondFolder = { state: { path: '/stick', condition: 'missing' }, folder: null };
  const { user } = await openScreen(SettingsPage, { laptop, store }, { language: 'ko' });
  await user.click(await screen.findByRole('button', { name: '파일 삭제…' }));
  expect(await screen.findByText(/두 번째 폴더 \/stick에 지금 접근할 수 없어/)).toBeDefined();
  expect(screen.getByRole('button', { name: '영구 삭제' })).toHaveProperty('disabled', true);
  expect(host.evidenceFolder.files.size).toBe(3);
});

test('a copy that cannot be removed keeps the file here, so that erasing can be tried again', async () => {
  const { laptop, store, host, stick, copies } = await laptopWithFiles();
  copies.remove = () => Promise.reject(new Error('write-protected'));
  host.secondFolder = stick;
  const { user } = await openScreen(SettingsPage, { laptop, store }, { language: 'en' });
  await user.click(await screen.findByRole('button', { name: 'Erase them…' }));
  await user.click(await screen.findByRole('button', { name: 'Erase for good' }));
  expect((await screen.findByRole('alert')).textContent).toMatch(/^Not all of them could be erased/);
  expect(host.evidenceFolder.files.size).toBe(3);
});
