import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expiredSnapshots, type RotatedSnapshot } from '../../../../shared/snapshot/rotation.ts';
import type { SnapshotReason } from '../../../../shared/snapshot/snapshotHeader.ts';
import { parseSnapshotName, snapshotName } from '../../../../shared/snapshot/snapshotName.ts';

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.UTC(2026, 10, 26, 15);
const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** Sequences as a right clock makes them: of whole seconds, so that two can hold the same. */
const at = (takenAt: number, reason: SnapshotReason = 'interval'): RotatedSnapshot => ({
  name: snapshotName(takenAt, reason),
  takenAt,
  reason,
  lineage: '',
  lastSequence: Math.floor(takenAt / 1000),
});

/** As if none of them held what the journal holds now. */
const present = { name: null, lineage: '' };

function keptAfter(snapshots: readonly RotatedSnapshot[], when: number = now): readonly number[] {
  const expired = new Set(expiredSnapshots(snapshots, when, dayOf, present));
  return snapshots.filter(({ name }) => !expired.has(name)).map(({ takenAt }) => takenAt);
}

test('after two years of six snapshots a day, at most 3 + 7 + 4 + 12 are left', () => {
  let kept: readonly RotatedSnapshot[] = [];
  // Six a day, rotated after each, as the service does.
  for (let time = now - 730 * day; time <= now; time += 4 * hour) {
    const all = [...kept, at(time)];
    const expired = new Set(expiredSnapshots(all, time, dayOf, present));
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

const reasons: readonly SnapshotReason[] = ['interval', 'interval', 'manual', 'import', 'restore', 'update'];
const journey = fc.array(
  fc.record({
    clock: fc.oneof(
      fc.integer({ min: -day, max: 2 * day }),
      fc.integer({ min: -900 * day, max: 900 * day }),
      fc.integer({ min: 0, max: hour }),
    ),
    saved: fc.integer({ min: 0, max: 3 }),
    reason: fc.constantFrom(...reasons),
    restored: fc.option(fc.nat(), { freq: 12, nil: null }),
  }),
  { minLength: 1, maxLength: 80 },
);

test('whatever the clock says, the present state is in a snapshot, and the last state before each restore', () => {
  fc.assert(
    fc.property(journey, (steps) => {
      let kept: readonly RotatedSnapshot[] = [];
      let time = now;
      let lineage = '';
      let sequence = 1;
      const ends = new Map<string, number>();
      const take = (name: string, reason: SnapshotReason): void => {
        const taken = { name, takenAt: time, reason, lineage, lastSequence: sequence };
        const all = [...kept, taken];
        const expired = new Set(expiredSnapshots(all, time, dayOf, taken));
        kept = all.filter((one) => !expired.has(one.name));
        ends.set(lineage, sequence);
        for (const [its, end] of [...ends].slice(-10)) {
          expect(kept.some((one) => one.lineage === its && one.lastSequence === end)).toBe(true);
        }
        expect(kept).toContain(taken);
      };
      steps.forEach(({ clock, saved, reason, restored }, index) => {
        time = Math.max(0, time + clock);
        sequence += saved;
        take(`${index}`, reason);
        const back = restored === null ? undefined : kept[restored % kept.length];
        if (back === undefined || ends.size > 9) return;
        take(`${index} before`, 'restore');
        lineage = `restore ${index}`;
        sequence = back.lastSequence + 1;
        take(`${index} after`, 'update');
      });
      expect(kept.length).toBeLessThanOrEqual(2 * (3 + 7 + 4 + 12) + 12 + 6 + 1);
    }),
    { numRuns: 120 },
  );
});

test('those of later days than today take no place of the days before, and stay thinned out among themselves', () => {
  const later = Array.from({ length: 30 }, (_, index) => at(now + (index + 1) * day));
  const past = Array.from({ length: 30 }, (_, index) => at(now - index * day));
  const kept = keptAfter([...past, ...later]);
  expect(kept.filter((time) => time <= now)).toEqual(keptAfter(past));
  expect(kept.filter((time) => time > now)).toHaveLength(7 + 3);
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
