import { expect, test } from 'vitest';
import { createSettingsFile } from '../../../../electron/services/settingsFile.ts';
import { FaultyFiles } from '../../../support/faultyFiles.ts';

const path = '/data/settings.json';

function settingsOn(files: FaultyFiles) {
  return createSettingsFile(path, { operations: files, wait: async () => undefined });
}

async function written(...all: readonly { readonly theme: string }[]) {
  const files = new FaultyFiles();
  const settings = settingsOn(files);
  for (const each of all) expect(await settings.write(each)).toEqual({ ok: true, value: null });
  return files;
}

test('settings that were never written are empty and intact', async () => {
  const settings = settingsOn(new FaultyFiles());
  expect(await settings.read()).toEqual({ ok: true, value: {} });
  expect(settings.condition()).toBe('intact');
});

test('what was written is read, in this run and the next', async () => {
  const files = await written({ theme: 'light' }, { theme: '어두움' });
  const settings = settingsOn(files);
  expect(await settings.read()).toEqual({ ok: true, value: { theme: '어두움' } });
  expect(settings.condition()).toBe('intact');
});

test('damaged settings fall back to the copy before, and say so', async () => {
  const files = await written({ theme: 'light' }, { theme: 'dark' });
  const text = new TextDecoder().decode(files.bytesOf(path));
  files.files.set(path, new TextEncoder().encode(text.replace('dark', 'dork')));
  const settings = settingsOn(files);
  expect(await settings.read()).toEqual({ ok: true, value: { theme: 'light' } });
  expect(settings.condition()).toBe('recovered');
});

test('a torn file falls back, is put aside by the next write, and is good again after it', async () => {
  const files = await written({ theme: 'light' }, { theme: 'dark' });
  files.files.set(path, files.bytesOf(path).slice(0, 40));
  const settings = settingsOn(files);
  expect(await settings.write({ theme: 'third' })).toEqual({ ok: true, value: null });
  expect(await settings.read()).toEqual({ ok: true, value: { theme: 'third' } });
  expect(settings.condition()).toBe('intact');
  expect([...files.files.keys()]).toContain(`${path}.damaged`);
});

test('settings that were damaged before are not replaced by those that are damaged now', async () => {
  const files = await written({ theme: 'light' }, { theme: 'dark' });
  const settings = settingsOn(files);
  for (const length of [40, 30, 20]) {
    files.files.set(path, files.bytesOf(path).slice(0, length));
    expect(await settings.write({ theme: String(length) })).toEqual({ ok: true, value: null });
  }
  const aside = [...files.files].filter(([name]) => name.endsWith('.damaged'));
  expect(aside.map(([name, bytes]) => [name, bytes.length])).toEqual([
    [`${path}.damaged`, 40],
    [`${path}.2.damaged`, 30],
    [`${path}.3.damaged`, 20],
  ]);
});

test('damaged settings that a virus scanner holds for moments are put aside all the same', async () => {
  const files = await written({ theme: 'light' }, { theme: 'dark' });
  files.files.set(path, files.bytesOf(path).slice(0, 40));
  files.failWhen((step, _, count) => (step === 'rename' && count === 1 ? 'EBUSY' : undefined));
  expect(await settingsOn(files).write({ theme: 'third' })).toEqual({ ok: true, value: null });
  expect([...files.files.keys()]).toContain(`${path}.damaged`);
});

test('when no copy can be read the settings are empty, and it is said that they are lost', async () => {
  const files = await written({ theme: 'light' }, { theme: 'dark' });
  files.files.set(path, new Uint8Array(10));
  files.files.set(`${path}.previous`, new Uint8Array(0));
  const settings = settingsOn(files);
  expect(await settings.read()).toEqual({ ok: true, value: {} });
  expect(settings.condition()).toBe('lost');
});

test('a write that fails keeps what was there', async () => {
  const files = await written({ theme: 'light' });
  const settings = settingsOn(files);
  files.failWhen((step) => (step === 'write' ? 'ENOSPC' : undefined));
  expect(await settings.write({ theme: 'dark' })).toMatchObject({ ok: false, error: { code: 'NO_SPACE' } });
  files.failWhen(() => undefined);
  expect(await settings.read()).toEqual({ ok: true, value: { theme: 'light' } });
});

test('a store that cannot be reached is an error, not empty settings', async () => {
  const files = await written({ theme: 'light' });
  const settings = settingsOn(files);
  files.failWhen((step) => (step === 'open' ? 'EACCES' : undefined));
  expect(await settings.read()).toMatchObject({ ok: false, error: { code: 'NO_PERMISSION' } });
});

test('writes that are asked for at once end with the last', async () => {
  const files = new FaultyFiles();
  const settings = settingsOn(files);
  await Promise.all(['a', 'b', 'c'].map((theme) => settings.write({ theme })));
  expect(await settings.read()).toEqual({ ok: true, value: { theme: 'c' } });
});
