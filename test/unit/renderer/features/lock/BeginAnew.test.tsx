// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BootFailure } from '../../../../../renderer/app/BootFailure.tsx';
import type { OpeningFailure } from '../../../../../renderer/app/openApplication.ts';
import { BeginAnew } from '../../../../../renderer/features/lock/BeginAnew.tsx';
import { ThemeProvider } from '../../../../../renderer/theme/ThemeProvider.tsx';
import type { Language } from '../../../../../shared/core/language.ts';
import { ok } from '../../../../../shared/core/result.ts';
import type { Host } from '../../../../../shared/ipc/host.ts';
import { MemoryHost } from '../../../../support/memoryHost.ts';

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function shown(host: Host, language: Language) {
  const reopen = vi.fn();
  render(
    <ThemeProvider choice="light" language={language}>
      <BeginAnew host={host} language={language} reopen={reopen} />
    </ThemeProvider>,
  );
  return { reopen, user: userEvent.setup() };
}

test('in a browser the data are erased, after the words were typed and what that means was said', async () => {
  const host = new MemoryHost();
  host.entries = ['sealed'];
  const { reopen, user } = shown(host, 'en');
  await user.click(screen.getByRole('button', { name: 'Begin anew without these data…' }));
  expect(await screen.findByText(/nobody can ever read them again/)).toBeDefined();
  const confirm = screen.getByRole('button', { name: 'Erase for good and begin anew' });
  expect(confirm).toHaveProperty('disabled', true);
  await user.type(screen.getByRole('textbox'), 'begin{Enter}');
  expect(host.entries).toEqual(['sealed']);
  await user.type(screen.getByRole('textbox'), ' Anew{Enter}');
  await vi.waitFor(() => expect(reopen).toHaveBeenCalledOnce());
  expect(host.entries).toEqual([]);
});

test('the installed program tells where it set the data aside before it starts anew', async () => {
  const host: Host = Object.assign(new MemoryHost(), {
    kind: 'electron' as const,
    beginAnew: async () => ok({ from: '/fieldbook/data', to: '/fieldbook/set-aside/2026' }),
  });
  const { reopen, user } = shown(host, 'ko');
  await user.click(screen.getByRole('button', { name: '이 데이터 없이 새로 시작…' }));
  await user.type(await screen.findByRole('textbox'), '새로 시작{Enter}');
  expect(
    await screen.findByText(/^이전 데이터를 \/fieldbook\/set-aside\/2026에 옮겨 두었습니다/),
  ).toBeDefined();
  expect(reopen).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Fieldbook 새로 시작' }));
  expect(reopen).toHaveBeenCalledOnce();
});

test('what could not be erased is told', async () => {
  const host = new MemoryHost();
  host.failWhen((call) => (call === 'forgetEverything' ? 'IN_USE' : undefined));
  const { reopen, user } = shown(host, 'ko');
  await user.click(screen.getByRole('button', { name: '이 데이터 없이 새로 시작…' }));
  await user.type(await screen.findByRole('textbox'), '새로 시작{Enter}');
  expect((await screen.findByRole('alert')).textContent).toMatch(/삭제하지 못한 데이터가 있습니다/);
  expect(reopen).not.toHaveBeenCalled();
});

test.each([
  [{ stage: 'lock', error: { code: 'KEY_LOST' } }, true],
  [{ stage: 'store', error: { code: 'JOURNAL', cause: 'IO', detail: '' } }, false],
  [{ stage: 'host', error: { code: 'IN_USE', detail: '' } }, false],
] as const satisfies readonly (readonly [OpeningFailure, boolean])[])(
  'only a lost key leads from a failed start to a new beginning: %j',
  (failure, isOffered) => {
    render(
      <ThemeProvider choice="light" language="en">
        <BootFailure failure={failure} detail="" language="en" host={new MemoryHost()} />
      </ThemeProvider>,
    );
    const offered = screen.queryByRole('button', { name: 'Begin anew without these data…' });
    expect(offered !== null).toBe(isOffered);
  },
);
