// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ok } from '../../../../shared/core/result.ts';
import { MemoryHost } from '../../../support/memoryHost.ts';

const machine = vi.hoisted((): { host: unknown } => ({ host: null }));
vi.mock('../../../../renderer/host/host.ts', () => ({ openHost: async () => ok(machine.host) }));

afterEach(() => {
  cleanup();
  vi.resetModules();
});

/** Fieldbook as it starts, whose system speaks English. */
async function start(host: MemoryHost): Promise<void> {
  machine.host = host;
  const { Boot } = await import('../../../../renderer/app/Boot.tsx');
  render(<Boot />);
}

test('where the journal cannot be opened, the sentence is in the language that the person chose', async () => {
  const host = new MemoryHost();
  await host.settings.write({ language: 'ko' });
  host.failWhen((call) => (call === 'journal.open' ? 'NEWER' : undefined));
  await start(host);
  expect((await screen.findByRole('alert')).textContent).toContain('더 새로운 Fieldbook에서 저장되었습니다');
  expect(screen.getByRole('heading', { name: 'Fieldbook을 열지 못했습니다' })).toBeDefined();
});

test('so it is where the lock cannot be asked', async () => {
  const host = new MemoryHost();
  await host.settings.write({ language: 'ko' });
  vi.spyOn(host.lock, 'state').mockResolvedValue({
    ok: false,
    error: { code: 'HOST', error: { code: 'IO', detail: '' } },
  });
  await start(host);
  expect(await screen.findByRole('heading', { name: 'Fieldbook을 열지 못했습니다' })).toBeDefined();
});

test('without settings it is in the language of the system', async () => {
  const host = new MemoryHost();
  host.failWhen((call) => (call === 'journal.open' ? 'NEWER' : undefined));
  await start(host);
  expect(await screen.findByRole('heading', { name: 'Fieldbook did not open' })).toBeDefined();
});
