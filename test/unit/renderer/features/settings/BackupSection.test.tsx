// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SettingsPage } from '../../../../../renderer/features/settings/SettingsPage.tsx';
import { ok } from '../../../../../shared/core/result.ts';
import { InlinePreviewWorker, stubPreviewWorker } from '../../../../support/previewWorker.ts';
import { creation, Laptop, saved } from '../../storage/laptop.ts';
import { closeScreen, laptopWithCenters, openScreen } from '../openScreen.tsx';

beforeEach(stubPreviewWorker);
afterEach(() => {
  vi.unstubAllGlobals();
  return closeScreen();
});

const ministry = { name: { en: 'Ministry of Examples', ko: '예시부' }, type: 'ministry', country: 'BG' };

test('a backup is made by hand, listed, previewed by name, and nothing happens before it is confirmed', async () => {
  const { laptop, store } = await laptopWithCenters();
  const { user } = await openScreen(SettingsPage, { laptop, store }, { language: 'en' });
  const section = await screen.findByRole('region', { name: 'Backups' });
  expect(await within(section).findByText(/^No backup yet/)).toBeDefined();
  await user.click(within(section).getByRole('button', { name: 'Back up now' }));
  const row = await within(section).findByRole('row', { name: /by hand/ });
  await saved(store, creation('organization', laptop.newId(), ministry));
  const before = [...laptop.host.entries];
  await user.click(within(row).getByRole('button', { name: /^Restore the backup of/ }));
  const dialog = await screen.findByRole('dialog');
  expect(
    await within(dialog).findByText('1 record that is here now is not in this backup and would vanish.'),
  ).toBeDefined();
  expect(within(dialog).getByText('Organization: Ministry of Examples')).toBeDefined();
  await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(laptop.host.entries).toEqual(before);
});

test('a reading that was cancelled is not gone on with when the file arrives all the same', async () => {
  let previews = 0;
  class CountedWorker extends InlinePreviewWorker {
    override postMessage(message: unknown): void {
      previews += 1;
      super.postMessage(message);
    }
  }
  vi.stubGlobal('Worker', CountedWorker);
  const { laptop, store } = await laptopWithCenters();
  const { user } = await openScreen(SettingsPage, { laptop, store }, { language: 'en' });
  await user.click(await screen.findByRole('button', { name: 'Back up now' }));
  const row = await screen.findByRole('row', { name: /by hand/ });
  const { snapshots } = laptop.host;
  const readNow = snapshots.read.bind(snapshots);
  let arrive = (): void => undefined;
  const slow = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  vi.spyOn(snapshots, 'read').mockImplementation((...asked) => slow.then(() => readNow(...asked)));
  const restore = within(row).getByRole('button', { name: /^Restore the backup of/ });
  await user.click(restore);
  const dialog = await screen.findByRole('dialog');
  expect(await within(dialog).findByText(/^Reading the backup/)).toBeDefined();
  await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  // The second reading waits for the same moment, behind the first one.
  await user.click(restore);
  arrive();
  expect(await screen.findByRole('button', { name: 'Restore this backup' })).toBeDefined();
  expect(previews).toBe(1);
});

test('a backup that fails is told, in Korean too', async () => {
  const { laptop, store } = await laptopWithCenters();
  laptop.host.snapshotFolder.failure = new Error('the disk is full');
  const { user } = await openScreen(SettingsPage, { laptop, store }, { language: 'ko' });
  await user.click(await screen.findByRole('button', { name: '지금 백업' }));
  const told = await screen.findAllByText(/^마지막 백업에 실패했습니다/);
  expect(told.length).toBeGreaterThan(0);
});

test('a second folder is chosen and given up', async () => {
  const { laptop, store } = await laptopWithCenters();
  const { user } = await openScreen(SettingsPage, { laptop, store }, { language: 'en' });
  await user.click(await screen.findByRole('button', { name: 'Choose a folder…' }));
  expect(await screen.findByText('Backups are copied to /stick.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Stop copying there' }));
  expect(await screen.findByRole('button', { name: 'Choose a folder…' })).toBeDefined();
});

test('backups of others on the same stick stand apart, with whose they are, and can be restored on purpose', async () => {
  const { laptop, store } = await laptopWithCenters();
  const other = new Laptop();
  const theirs = await other.open();
  await saved(theirs, creation('organization', other.newId(), ministry));
  await other.host.snapshots.chooseFolder('Choose');
  const { device } = theirs;
  await theirs.close();
  laptop.host.secondFolder = other.host.secondFolder;
  const { user } = await openScreen(SettingsPage, { laptop, store }, { language: 'en' });
  const table = await screen.findByRole('table', { name: 'Backups of others, newest first' });
  const row = within(table).getByRole('row', { name: /by hand/ });
  expect(within(row).getByText('Kim')).toBeDefined();
  expect(within(row).getByText(`installation ${device}`)).toBeDefined();
  // None of them counts as one's own.
  expect(screen.getByText(/^No backup yet/)).toBeDefined();
  await user.click(within(row).getByRole('button', { name: /^Restore the backup of/ }));
  const dialog = await screen.findByRole('dialog');
  expect(await within(dialog).findByText('Organization: Ministry of Examples')).toBeDefined();
});

test('backups that keep an earlier passphrase are told, each and together', async () => {
  const { laptop, store } = await laptopWithCenters();
  await laptop.host.snapshots.chooseFolder('Choose');
  const { state } = laptop.host.snapshots;
  laptop.host.snapshots.state = async () => {
    const told = await state();
    if (!told.ok) return told;
    const snapshots = told.value.snapshots.map((one) => ({ ...one, needsSecret: one.place === 'second' }));
    return ok({ ...told.value, snapshots });
  };
  await openScreen(SettingsPage, { laptop, store }, { language: 'ko' });
  expect(await screen.findByText(/^두 번째 폴더의 백업 1개는 더 이상 사용하지 않는 암호로/)).toBeDefined();
  expect(screen.getAllByText('이전 암호로 열림')).toHaveLength(1);
});

test('what is in a backup is shown on a computer that was handed over, and cannot be restored there', async () => {
  const { laptop, store } = await laptopWithCenters();
  await laptop.host.snapshots.take('manual');
  const { user } = await openScreen(
    SettingsPage,
    { laptop, store },
    { language: 'ko', handedOverAt: Date.UTC(2026, 9, 1) },
  );
  await user.click(await screen.findByRole('button', { name: /백업 복원$/ }));
  const dialog = await screen.findByRole('dialog');
  expect(
    await within(dialog).findByText(/^이 컴퓨터의 업무는 인계되어 .* 복원할 수 없습니다\./),
  ).toBeDefined();
  expect(within(dialog).queryByRole('button', { name: '이 백업으로 복원' })).toBeNull();
});

test('a second folder that lacks what was saved last is not called up to date', async () => {
  const { laptop, store } = await laptopWithCenters();
  await laptop.host.snapshots.chooseFolder('Choose');
  const stick = laptop.host.secondFolder;
  if (stick === null) throw new Error('no second folder');
  laptop.host.secondFolder = { state: { ...stick.state, condition: 'missing' }, folder: null };
  await saved(store, creation('organization', laptop.newId(), ministry));
  await laptop.host.snapshots.take('interval');
  laptop.host.secondFolder = stick;
  const { user } = await openScreen(SettingsPage, { laptop, store }, { language: 'en' });
  expect(await screen.findByText(/^What was saved last is not in \/stick yet/)).toBeDefined();
  expect(screen.getByText(/^Newest copy there: .*2026/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Back up now' }));
  expect(await screen.findByText('Backups are copied to /stick.')).toBeDefined();
});
