// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { Opening } from '../../../../renderer/app/Opening.tsx';
import { StillWaiting } from '../../../../renderer/app/StillWaiting.tsx';
import { waitingTexts } from '../../../../renderer/app/waitingTexts.ts';
import { type AwaitedPart, awaitedParts, createWaits } from '../../../../renderer/host/waits.ts';
import { i18n } from '../../../../renderer/i18n/texts.ts';
import { ThemeProvider } from '../../../../renderer/theme/ThemeProvider.tsx';
import type { Language } from '../../../../shared/core/language.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(async () => {
  cleanup();
  vi.useRealTimers();
  await i18n.changeLanguage('en');
});

const cases = awaitedParts.flatMap((part) => [[part, 'en'] as const, [part, 'ko'] as const]);

test.each(cases)(
  'silence of %s is told within five seconds (%s), and no longer than it lasts',
  async (...given) => {
    const [part, language]: readonly [AwaitedPart, Language] = given;
    await i18n.changeLanguage(language);
    const waits = createWaits();
    render(<StillWaiting waits={waits} />);
    const wait = waits.begin(part);
    const sentence = waitingTexts.entries[part][language];
    await act(() => vi.advanceTimersByTimeAsync(3900));
    expect(screen.queryByText(sentence)).toBeNull();
    await act(() => vi.advanceTimersByTimeAsync(1100));
    expect(screen.getByText(sentence).closest('[aria-live]')?.getAttribute('aria-live')).toBe('polite');
    act(() => wait.end());
    expect(screen.queryByText(sentence)).toBeNull();
  },
);

test('opening that takes longer than a blink is told in words, with how far the journal was read', async () => {
  await i18n.changeLanguage('ko');
  const replay = createStore(() => ({ done: 0, entries: 0 }));
  render(
    <ThemeProvider choice="light" language="ko">
      <Opening replay={replay} />
    </ThemeProvider>,
  );
  await act(() => vi.advanceTimersByTimeAsync(1000));
  expect(document.body.textContent).toBe('');
  await act(() => vi.advanceTimersByTimeAsync(1000));
  expect(screen.getByRole('heading', { name: 'Fieldbook을 여는 중' })).toBeDefined();
  act(() => replay.setState({ done: 12_345, entries: 100_000 }));
  expect(screen.getByText('저널 항목 100,000개 중 12,345개를 읽었습니다')).toBeDefined();
});
