import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSessionStore } from '../../../../renderer/stores/sessionStore.ts';
import { settingsFromJson, settingsToJson } from '../../../../renderer/stores/settings.ts';
import { derivedRecordId } from '../../../../shared/core/ids.ts';
import { MemoryHost } from '../../../support/memoryHost.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const defaults = settingsFromJson({}, 'ko');

describe('the session', () => {
  it('changes at once and writes half a second later, all changes together', async () => {
    const host = new MemoryHost();
    const session = createSessionStore(host.settings, defaults);
    session.getState().update({ language: 'en' });
    session.getState().update({ theme: 'dark' });
    expect(session.getState().settings).toMatchObject({ language: 'en', theme: 'dark' });
    expect(host.currentSettings).toEqual({});
    await vi.advanceTimersByTimeAsync(500);
    expect(host.currentSettings).toEqual({ language: 'en', theme: 'dark' });
  });

  it("keeps other writers' settings", async () => {
    const host = new MemoryHost();
    host.currentSettings = { deviceId: 'abcdefghijkl', window: { width: 900 } };
    const session = createSessionStore(host.settings, defaults);
    session.getState().update({ compactRows: true });
    await session.getState().flush();
    expect(host.currentSettings).toEqual({
      deviceId: 'abcdefghijkl',
      window: { width: 900 },
      compactRows: true,
    });
  });

  it('says when settings cannot be written, and writes them with the next change', async () => {
    const host = new MemoryHost();
    const session = createSessionStore(host.settings, defaults);
    host.failWhen((call) => (call === 'settings.write' ? 'NO_SPACE' : undefined));
    session.getState().update({ theme: 'dark' });
    await session.getState().flush();
    expect(session.getState().settingsError?.code).toBe('NO_SPACE');
    host.failWhen(() => undefined);
    session.getState().update({ compactRows: true });
    await session.getState().flush();
    expect(session.getState().settingsError).toBeNull();
    expect(host.currentSettings).toEqual({ theme: 'dark', compactRows: true });
  });

  it('writes a draft with each key, and keys typed during a write with the next one', async () => {
    const host = new MemoryHost();
    const session = createSessionStore(host.settings, defaults);
    const type = (value: string): void =>
      session.getState().keepDraft('event/new', { at: 5, values: { title: { value } } });
    type('C');
    // No half second passes: only what is due at once is done.
    await vi.advanceTimersByTimeAsync(0);
    expect(host.currentSettings).toEqual({
      drafts: { 'event/new': { at: 5, values: { title: { value: 'C' } } } },
    });
    host.failWhen(() => undefined);
    for (const text of ['Cl', 'Clo', 'Clou', 'Cloud']) type(text);
    await vi.advanceTimersByTimeAsync(0);
    expect(host.currentSettings).toEqual({
      drafts: { 'event/new': { at: 5, values: { title: { value: 'Cloud' } } } },
    });
    expect(host.calls.filter((call) => call === 'settings.write')).toHaveLength(1);
  });

  it('knows which forms hold input that is not saved, and forgets a draft that was', async () => {
    const host = new MemoryHost();
    const session = createSessionStore(host.settings, defaults);
    session.getState().keepDraft('event/new', { at: 5, values: { title: { value: 'x' } } });
    expect([...session.getState().unsaved]).toEqual(['event/new']);
    session.getState().keepDraft('event/new', null);
    expect(session.getState().unsaved.size).toBe(0);
    await session.getState().flush();
    expect(host.currentSettings).toEqual({ drafts: {} });
  });
});

describe('settings', () => {
  it('come back as they were written', () => {
    const settings = {
      ...defaults,
      person: { name: '김민서', role: 'expert' },
      workspace: { kind: 'center', centerId: derivedRecordId('center') },
      lastExportAt: 7,
      listColumns: { event: ['date'] },
      drafts: { 'event/new': { at: 5, values: { title: { value: 'x' } } } },
    } as const;
    expect(settingsFromJson(settingsToJson(settings), 'en')).toEqual(settings);
  });

  it('take their defaults for what does not fit', () => {
    const json = { language: 'fr', theme: 3, listShare: 9, workspace: { kind: 'center' }, drafts: { a: 1 } };
    expect(settingsFromJson(json, 'ko')).toEqual({ ...defaults, listShare: 0.7 });
  });
});
