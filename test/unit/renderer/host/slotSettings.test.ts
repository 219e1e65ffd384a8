import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSlots, writeSlots } from '../../../../renderer/host/slotSettings.ts';
import { FaultyFiles } from '../../../support/faultyFiles.ts';

const openOn = (files: FaultyFiles) => (name: string) => files.open(name, 'update');

async function written(...themes: readonly string[]): Promise<FaultyFiles> {
  const files = new FaultyFiles();
  for (const theme of themes) await writeSlots(openOn(files), { theme });
  return files;
}

test('settings that were never written are empty and intact', async () => {
  expect(await readSlots(openOn(new FaultyFiles()))).toEqual({ settings: {}, condition: 'intact' });
});

test('the last of any number of writes is read', async () => {
  const themes = ['a', 'b', 'c', 'd', 'e'];
  for (let count = 1; count <= themes.length; count++) {
    const files = await written(...themes.slice(0, count));
    expect(await readSlots(openOn(files))).toEqual({
      settings: { theme: themes[count - 1] },
      condition: 'intact',
    });
  }
});

test('a write that fails or is cut off by a power cut leaves the settings before it', async () => {
  const fault = fc.record({
    step: fc.constantFrom('truncate', 'write', 'sync', 'open') as fc.Arbitrary<'write'>,
    at: fc.integer({ min: 1, max: 3 }),
    code: fc.constantFrom('ENOSPC', 'EIO'),
    writes: fc.integer({ min: 1, max: 4 }),
    cut: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fault, async ({ step, at, code, writes, cut }) => {
      const files = await written(...Array.from({ length: writes }, (_, index) => `kept ${index + 1}`));
      files.failWhen((current, _, count) => {
        if (current !== step) return undefined;
        if (step === 'write' && count < at) return { takes: 7 };
        return count === at ? code : undefined;
      });
      const failed = await writeSlots(openOn(files), { theme: 'new' }).then(
        () => false,
        () => true,
      );
      files.failWhen(() => undefined);
      if (cut) files.powerCut();
      const { settings } = await readSlots(openOn(files));
      expect(settings).toEqual({ theme: failed ? `kept ${writes}` : 'new' });
    }),
  );
});

test('one damaged copy falls back to the other and says so, until the next write', async () => {
  const files = await written('old', 'new');
  const newest = [...files.files].find(([, bytes]) => new TextDecoder().decode(bytes).includes('new'))?.[0];
  files.files.set(newest ?? '', new TextEncoder().encode('{"sha256":'));
  expect(await readSlots(openOn(files))).toEqual({ settings: { theme: 'old' }, condition: 'recovered' });
  await writeSlots(openOn(files), { theme: 'third' });
  expect(await readSlots(openOn(files))).toEqual({ settings: { theme: 'third' }, condition: 'intact' });
});

test('when both copies are damaged it is said that the settings are lost', async () => {
  const files = await written('old', 'new');
  for (const name of files.files.keys()) files.files.set(name, Uint8Array.of(0));
  expect(await readSlots(openOn(files))).toEqual({ settings: {}, condition: 'lost' });
});
