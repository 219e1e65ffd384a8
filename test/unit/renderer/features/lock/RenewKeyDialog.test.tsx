// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { RenewKeyDialog } from '../../../../../renderer/features/lock/ChangeDialogs.tsx';
import { err } from '../../../../../shared/core/result.ts';
import { closeScreen, laptopWithCenters, openScreen } from '../openScreen.tsx';

afterEach(closeScreen);

const onClose = vi.fn();
const Screen = () => (
  <>
    <h1>Settings</h1>
    <RenewKeyDialog onClose={onClose} />
  </>
);

async function opened() {
  const { laptop, store } = await laptopWithCenters();
  const { lock } = laptop.host;
  await lock.enable({ passphrase: 'seven quiet boats', recoveryKey: 'AAAA' });
  const { user } = await openScreen(Screen, { laptop, store }, { language: 'en' });
  await user.type(await screen.findByLabelText('Present passphrase'), 'seven quiet boots{Enter}');
  return { lock, user };
}

test('a wrong passphrase is told before a new key is shown', async () => {
  const { lock, user } = await opened();
  expect((await screen.findByRole('alert')).textContent).toMatch(/passphrase/);
  expect(screen.queryByRole('button', { name: /^Print/ })).toBeNull();
  expect(lock.recoveryKey).toBe('AAAA');
  await user.clear(screen.getByLabelText('Present passphrase'));
  await user.type(screen.getByLabelText('Present passphrase'), 'seven quiet boats{Enter}');
  expect(await screen.findByRole('button', { name: /^Print/ })).toBeDefined();
  expect(lock.recoveryKey).toBe('AAAA');
});

test('a disk that fails in the end keeps the key that is on paper, to be tried again', async () => {
  const { lock, user } = await opened();
  await user.clear(screen.getByLabelText('Present passphrase'));
  await user.type(screen.getByLabelText('Present passphrase'), 'seven quiet boats{Enter}');
  await screen.findByRole('button', { name: /^Print/ });
  const groups = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  const key = groups.join('-');
  await user.click(screen.getByRole('button', { name: 'Continue' }));
  const change = lock.change;
  lock.change = async () => err({ code: 'HOST', error: { code: 'NO_SPACE', detail: '' } });
  await user.type(await screen.findByRole('textbox'), `${key}{Enter}`);
  expect((await screen.findByRole('alert')).textContent).toContain('NO_SPACE');
  lock.change = change;
  await user.click(screen.getByRole('button', { name: 'Replace the key' }));
  await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(lock.recoveryKey).not.toBe('AAAA');
});
