// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { BootFailure } from '../../../../renderer/app/BootFailure.tsx';
import { PageFailure } from '../../../../renderer/app/PageFailure.tsx';
import { ThemeProvider } from '../../../../renderer/theme/ThemeProvider.tsx';
import type { Language } from '../../../../shared/core/language.ts';
import { MemoryHost } from '../../../support/memoryHost.ts';
import { closeScreen, laptopWithCenters, openScreen } from '../features/openScreen.tsx';

afterEach(() => {
  closeScreen();
  cleanup();
});

const failure = { stage: 'store', error: { code: 'JOURNAL', cause: 'IO', detail: '/home/kim' } } as const;

function bootFailed(host: MemoryHost | null, language: Language): void {
  render(
    <ThemeProvider choice="light" language={language}>
      <BootFailure failure={failure} detail="JOURNAL, IO" language={language} host={host} />
    </ThemeProvider>,
  );
}

test('where Fieldbook did not open, the crash report can be saved and copied, in Korean too', async () => {
  const host = new MemoryHost();
  host.log.write({ event: 'OPENING_FAILED', facts: { code: 'JOURNAL' } });
  bootFailed(host, 'ko');
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: '오류 보고서 저장…' }));
  await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/^저장했습니다/));
  const [saved] = host.saved;
  expect(new TextDecoder().decode(saved?.bytes)).toContain('"event":"OPENING_FAILED","code":"JOURNAL"');
  await user.click(screen.getByRole('button', { name: '진단 정보 복사' }));
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('진단 정보를 복사했습니다.'));
  expect(await navigator.clipboard.readText()).toContain('OPENING_FAILED');
  host.failWhen((call) => (call === 'files.save' ? 'NO_SPACE' : undefined));
  await user.click(screen.getByRole('button', { name: '오류 보고서 저장…' }));
  await waitFor(() =>
    expect(screen.getByRole('status').textContent).toMatch(
      /^디스크 공간이 부족하여 파일을 저장하지 못했습니다/,
    ),
  );
});

test('without a machine there is nobody to ask for a report', () => {
  bootFailed(null, 'en');
  expect(screen.getByRole('button', { name: 'Open again' })).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Copy diagnostics' })).toBeNull();
});

test('a page that failed names the kind and place of the error, never its message, and offers the report', async () => {
  const error = new TypeError('cannot read Kim Minji');
  const { laptop, user } = await openScreen(
    () => (
      <>
        <h1>Events</h1>
        <PageFailure error={error} reset={() => undefined} />
      </>
    ),
    await laptopWithCenters(),
    { language: 'en' },
  );
  expect((await screen.findByText(/send the report below/)).textContent).toMatch(
    /\(TypeError, failures\.test\.tsx:\d+:\d+\)/,
  );
  expect(document.body.textContent).not.toContain('Kim Minji');
  await user.click(screen.getByRole('button', { name: 'Save crash report…' }));
  await waitFor(() => expect(laptop.host.saved).toHaveLength(1));
  const report = new TextDecoder().decode(laptop.host.saved[0]?.bytes);
  expect(report).toContain('"event":"PAGE_ERROR","kind":"TypeError"');
  expect(report).not.toContain('Kim Minji');
});
