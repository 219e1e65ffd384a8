// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { OffDialog } from '../../../../../renderer/features/lock/ChangeDialogs.tsx';
import { memoryStick } from '../../../../support/memorySnapshots.ts';
import { closeScreen, laptopWithCenters, openScreen } from '../openScreen.tsx';

afterEach(closeScreen);

const Screen = () => (
  <>
    <h1>Settings</h1>
    <OffDialog onClose={() => undefined} />
  </>
);

test('who switches encryption off is told of a second folder that is away and keeps the passphrase', async () => {
  const { laptop, store } = await laptopWithCenters();
  laptop.host.secondFolder = { state: { path: '/stick', condition: 'missing' }, folder: null };
  await openScreen(Screen, { laptop, store }, { language: 'en' });
  expect(await screen.findByText(/^Backups in \/stick cannot be reached now/)).toBeDefined();
});

test('nothing of that is said where the folder is there', async () => {
  const { laptop, store } = await laptopWithCenters();
  laptop.host.secondFolder = memoryStick();
  await openScreen(Screen, { laptop, store }, { language: 'en' });
  expect(await screen.findByText(/^Everything will lie on this computer in plain text again/)).toBeDefined();
  expect(screen.queryByText(/cannot be reached now/)).toBeNull();
});
