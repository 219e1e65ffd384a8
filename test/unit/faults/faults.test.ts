import { expect, test } from 'vitest';
import { cutPower } from '../../faults/cutPower.ts';
import { flipJournalBits, flipSnapshotBits } from '../../faults/flipBits.ts';
import { faults, injectFaults, operations } from '../../faults/injectFaults.ts';

// The long form with more rounds, and with killed processes and a full disk, is `npm run test:faults`.

const cases = operations.flatMap((operation) =>
  Object.keys(faults).flatMap((fault) => [
    [operation, fault, false] as const,
    [operation, fault, true] as const,
  ]),
);

test.each(cases)('%s survives %s at every step (from then on: %s)', async (operation, fault, persistent) => {
  const { wrong, runs } = await injectFaults(operation, fault, persistent);
  expect(wrong).toEqual([]);
  // Saving renames nothing; everything else meets the fault at least once.
  expect(runs > 0).toBe(!(operation === 'save' && fault === 'rename refused'));
});

test('no flipped bit of a journal passes in silence', async () => {
  const { told, silent } = await flipJournalBits(60, 11);
  expect(silent).toEqual([]);
  expect(told).toBeGreaterThan(50);
});

test('no flipped bit of a snapshot is accepted', async () => {
  expect(await flipSnapshotBits(60, 12)).toEqual({ rounds: 60, told: 60, silent: [] });
});

test('a power cut at any moment takes nothing that was acknowledged', async () => {
  const { wrong, acknowledged } = await cutPower(30, 13);
  expect(wrong).toEqual([]);
  expect(acknowledged).toBeGreaterThan(200);
});
