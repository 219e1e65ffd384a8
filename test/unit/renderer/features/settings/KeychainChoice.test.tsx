// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { SettingsPage } from '../../../../../renderer/features/settings/SettingsPage.tsx';
import { err } from '../../../../../shared/core/result.ts';
import type { LockError, LockState } from '../../../../../shared/ipc/lockPort.ts';
import { closeScreen, laptopWithCenters, openScreen } from '../openScreen.tsx';

afterEach(closeScreen);

async function openedWith(keychain: LockState['keychain'], language: 'en' | 'ko') {
  const { laptop, store } = await laptopWithCenters();
  const { lock } = laptop.host;
  lock.current = { ...lock.current, mode: 'open', isJournalSealed: true, keychain };
  let answer: LockError | null = null;
  const askKeychain = lock.askKeychain.bind(lock);
  lock.askKeychain = async (change) => (answer === null ? askKeychain(change) : err(answer));
  const { user } = await openScreen(SettingsPage, { laptop, store }, { language });
  return {
    user,
    lock,
    answerWith: (error: LockError | null) => {
      answer = error;
    },
  };
}

const full: LockError = { code: 'HOST', error: { code: 'NO_SPACE', detail: 'full' } };

test('a switching off that failed is told, and nothing more once it worked', async () => {
  const { user, lock, answerWith } = await openedWith('asked', 'ko');
  const choice = await screen.findByRole('checkbox', { name: /키체인/ });
  answerWith(full);
  await user.click(choice);
  expect((await screen.findByRole('alert')).textContent).toMatch(
    /키체인 또는 키 파일을 사용할 수 없습니다\(NO_SPACE\)/,
  );
  expect(choice).toHaveProperty('checked', true);
  answerWith(null);
  await user.click(choice);
  await waitFor(() => expect(lock.current.keychain).toBe('unused'));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a full disk is not told as a wrong passphrase, and a wrong passphrase is', async () => {
  const { user, answerWith } = await openedWith('unused', 'en');
  await user.click(await screen.findByRole('checkbox', { name: /keychain/ }));
  for (const [error, told] of [
    [full, /^Not changed: .*\(NO_SPACE\)/],
    [{ code: 'WRONG_SECRET', waitSeconds: 0 }, /Enter the present passphrase/],
  ] as const) {
    answerWith(error);
    await user.type(screen.getByLabelText('Passphrase, to allow it'), 'seven quiet boats{Enter}');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(told));
  }
});
