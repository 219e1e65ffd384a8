// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { LockScreen } from '../../../../../renderer/features/lock/LockScreen.tsx';
import { lockErrorText } from '../../../../../renderer/features/lock/lockErrorText.ts';
import { i18n } from '../../../../../renderer/i18n/texts.ts';
import { ThemeProvider } from '../../../../../renderer/theme/ThemeProvider.tsx';
import type { Language } from '../../../../../shared/core/language.ts';
import { err } from '../../../../../shared/core/result.ts';
import type { LockError } from '../../../../../shared/ipc/lockPort.ts';
import { recoveryKey } from '../../../../support/lockWorld.ts';
import { MemoryLock } from '../../../../support/memoryLock.ts';

afterEach(cleanup);

async function shown(language: Language, lock = new MemoryLock(), waitSeconds = 0) {
  await i18n.changeLanguage(language);
  await lock.enable({ passphrase: 'seven quiet boats', recoveryKey });
  await lock.lock();
  const onUnlocked = vi.fn();
  render(
    <ThemeProvider choice="light" language={language}>
      <LockScreen lock={lock} state={{ ...lock.current, waitSeconds }} onUnlocked={onUnlocked} />
    </ThemeProvider>,
  );
  return { onUnlocked, user: userEvent.setup() };
}

test('a wrong passphrase is said in a sentence and can be entered again', async () => {
  const { onUnlocked, user } = await shown('en');
  await user.type(screen.getByLabelText('Passphrase'), 'not this one{Enter}');
  expect((await screen.findByRole('alert')).textContent).toMatch(
    /^This passphrase does not open the data.*Nothing is lost/,
  );
  expect(onUnlocked).not.toHaveBeenCalled();
  await user.clear(screen.getByLabelText('Passphrase'));
  await user.type(screen.getByLabelText('Passphrase'), 'seven quiet boats{Enter}');
  await vi.waitFor(() => expect(onUnlocked).toHaveBeenCalledOnce());
});

test('the recovery key is checked before it is tried: length and group are told', async () => {
  const { onUnlocked, user } = await shown('ko');
  await user.click(screen.getByRole('button', { name: '암호를 잊으셨습니까? 복구 키 사용' }));
  const box = screen.getByRole('textbox', { name: '복구 키' });
  await user.type(box, `${recoveryKey.slice(0, -1)}{Enter}`);
  expect((await screen.findByRole('alert')).textContent).toBe('복구 키는 35자입니다. 34자를 입력했습니다.');
  const last = recoveryKey.endsWith('A') ? 'B' : 'A';
  await user.type(box, `${last}{Enter}`);
  expect((await screen.findByRole('alert')).textContent).toMatch(/^7번째 묶음에 잘못된 글자가 있습니다/);
  await user.clear(box);
  await user.type(box, `${recoveryKey.toLowerCase()}{Enter}`);
  await vi.waitFor(() => expect(onUnlocked).toHaveBeenCalledOnce());
});

test('while one has to wait the seconds are told and nothing can be tried', async () => {
  const lock = new MemoryLock();
  const unlock = vi.fn(async () => err<LockError>({ code: 'WAIT', waitSeconds: 5 }));
  lock.unlock = unlock;
  const { user } = await shown('en', lock, 2);
  expect(screen.getByRole('status').textContent).toMatch(/^You can try again in \d seconds?\.$/);
  await user.type(screen.getByLabelText('Passphrase'), 'x{Enter}');
  expect(unlock).not.toHaveBeenCalled();
});

test('each refusal has a sentence in both languages', () => {
  const errors: readonly LockError[] = [
    { code: 'WRONG_SECRET', waitSeconds: 0 },
    { code: 'WRONG_SECRET', waitSeconds: 20 },
    { code: 'WAIT', waitSeconds: 1 },
    { code: 'WRONG_STATE', detail: 'x' },
    { code: 'BAD_SECRET', detail: 'x' },
    { code: 'KEY_LOST' },
    { code: 'HOST', error: { code: 'NO_SPACE', detail: 'x' } },
  ];
  for (const language of ['en', 'ko'] as const) {
    const texts = errors.map((error) => lockErrorText(error, 'passphrase', language));
    expect(new Set(texts).size).toBe(errors.length);
    for (const text of texts) {
      expect(text).not.toMatch(/[{}]/);
      expect(/[가-힣]/.test(text)).toBe(language === 'ko');
    }
  }
});
