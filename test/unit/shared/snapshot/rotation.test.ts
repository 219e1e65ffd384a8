import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expiredSnapshots, type RotatedSnapshot } from '../../../../shared/snapshot/rotation.ts';
import type { SnapshotReason } from '../../../../shared/snapshot/snapshotHeader.ts';
import { parseSnapshotName, snapshotName } from '../../../../shared/snapshot/snapshotName.ts';

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.UTC(2026, 10, 26, 15);
const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

const at = (takenAt: number, reason: SnapshotReason = 'interval'): RotatedSnapshot => ({
  name: snapshotName(takenAt, reason),
  takenAt,
  reason,
});

function keptAfter(snapshots: readonly RotatedSnapshot[], when: number = now): readonly number[] {
  const expired = new Set(expiredSnapshots(snapshots, when, dayOf));
  return snapshots.filter(({ name }) => !expired.has(name)).map(({ takenAt }) => takenAt);
}

test('after two years of six snapshots a day, at most 3 + 7 + 4 + 12 are left', () => {
  let kept: readonly RotatedSnapshot[] = [];
  // Six a day, rotated after each, as the service does.
  for (let time = now - 730 * day; time <= now; time += 4 * hour) {
    const all = [...kept, at(time)];
    const expired = new Set(expiredSnapshots(all, time, dayOf));
    kept = all.filter(({ name }) => !expired.has(name));
  }
  const ages = kept.map(({ takenAt }) => Math.round((now - takenAt) / day));
  expect(kept.length).toBeLessThanOrEqual(26);
  expect(ages.filter((age) => age <= 6)).toHaveLength(3 + 6);
  expect(Math.max(...ages)).toBe(330);
  expect(kept.at(-1)?.takenAt).toBe(now - ((730 * day) % (4 * hour)));
});

test('of today the three newest stay', () => {
  const times = [1, 2, 3, 4, 5].map((hours) => now - hours * hour);
  expect(keptAfter(times.map((time) => at(time)))).toEqual(times.slice(0, 3));
});

test('what was taken before a restore stays for a month, however much is taken since', () => {
  const safety = at(now - 20 * day, 'restore');
  const since = Array.from({ length: 200 }, (_, index) => at(now - index * 2 * hour));
  expect(keptAfter([safety, ...since])).toContain(safety.takenAt);
});

test('the newest is never given up', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: now - 900 * day, max: now }), { minLength: 1, maxLength: 60 }),
      (times) => {
        expect(keptAfter(times.map((time) => at(time)))).toContain(Math.max(...times));
      },
    ),
  );
});

test('a name says when and why, and no other name is one', () => {
  expect(parseSnapshotName(snapshotName(now, 'import'))).toEqual({
    owner: null,
    takenAt: now,
    reason: 'import',
  });
  expect(parseSnapshotName(`samplelaptop/${snapshotName(now, 'import')}`)?.owner).toBe('samplelaptop');
  for (const name of ['journal.fbj', 'fieldbook-2026-interval.fbs', `../${snapshotName(now, 'manual')}`]) {
    expect(parseSnapshotName(name)).toBeNull();
  }
});
