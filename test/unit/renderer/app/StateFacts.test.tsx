// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { StateFacts } from '../../../../renderer/app/StateFacts.tsx';
import { lateCopies } from '../../../../renderer/stores/backups.ts';
import type { Language } from '../../../../shared/core/language.ts';
import type { SecondFolder } from '../../../../shared/ipc/host.ts';
import type { SecondPlace } from '../../../../shared/snapshot/snapshotKeeper.ts';
import { closeScreen, laptopWithCenters, openScreen } from '../features/openScreen.tsx';
import { creation, saved } from '../storage/laptop.ts';

afterEach(closeScreen);

const day = 86_400_000;
const ministry = { name: { en: 'Ministry of Examples', ko: '예시부' }, type: 'ministry', country: 'BG' };
const away: SecondPlace = { state: { path: '/stick', condition: 'missing' }, folder: null };

function Page() {
  return (
    <>
      <h1>Page</h1>
      <StateFacts />
    </>
  );
}

/** An installed program whose stick is pulled out, with a backup of what is saved so many days later. */
async function openDaysAfter(days: number, language: Language) {
  const { laptop, store } = await laptopWithCenters();
  const { host } = laptop;
  Object.defineProperty(host, 'kind', { value: 'electron' });
  await host.snapshots.chooseFolder('Choose');
  host.secondFolder = away;
  host.now += days * day;
  laptop.clock.time = host.now;
  await saved(store, creation('organization', laptop.newId(), ministry));
  await host.snapshots.take('interval');
  await openScreen(Page, { laptop, store }, { language });
  await vi.waitFor(() => expect(screen.getByText(language === 'en' ? /^Backup/ : /백업$/)).toBeDefined());
}

test('the installed program tells that the stick has been away for long', async () => {
  await openDaysAfter(60, 'en');
  expect(await screen.findByText('Second folder: newest copy 60 days ago')).toBeDefined();
});

test('it tells so in Korean as well', async () => {
  await openDaysAfter(60, 'ko');
  expect(await screen.findByText('두 번째 폴더의 최신 사본: 60일 전')).toBeDefined();
});

test('a stick that is put in once a week is no reason to warn', async () => {
  await openDaysAfter(5, 'en');
  expect(screen.queryByText(/^Second folder/)).toBeNull();
});

test('a second folder that fails is told, whatever its newest copy is', async () => {
  const { laptop, store } = await laptopWithCenters();
  await laptop.host.snapshots.chooseFolder('Choose');
  const folder = laptop.host.secondFolder?.folder;
  if (folder == null) throw new Error('no second folder');
  folder.write = () => Promise.reject(new Error('write-protected'));
  await saved(store, creation('organization', laptop.newId(), ministry));
  await laptop.host.snapshots.take('interval');
  await openScreen(Page, { laptop, store }, { language: 'en' });
  expect(await screen.findByText('Second folder: copying failed')).toBeDefined();
});

test('only what is not there yet makes its age a reason to warn', () => {
  const second: SecondFolder = { path: '/stick', condition: 'missing', newestCopy: 0, isBehind: true };
  expect(lateCopies(second, 8 * day)).toBe('away');
  expect(lateCopies({ ...second, isBehind: false }, 800 * day)).toBeNull();
  expect(lateCopies({ ...second, newestCopy: null }, 0)).toBe('away');
  // It catches up by itself.
  expect(lateCopies({ ...second, condition: 'ready' }, 8 * day)).toBeNull();
  expect(lateCopies(null, 0)).toBeNull();
});
