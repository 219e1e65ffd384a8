import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeviceId } from '../../../../shared/core/ids.ts';
import { formatStamp } from '../../../../shared/sync/stamp.ts';
import { hasSeen, joinVersions, knowledgeOf, type Version } from '../../../../shared/sync/versions.ts';

const devices = ['device000001', 'device000002', 'device000003'] as const;

/** Versions of one path as three replicas write them: each write knows some of what was written before it. */
const historyArbitrary = fc
  .array(
    fc.record({
      device: fc.integer({ min: 0, max: devices.length - 1 }),
      seen: fc.array(fc.nat(20), { maxLength: 4 }),
      value: fc.constantFrom('a', 'b', 'c'),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((writes) => {
    const versions: Version[] = [];
    writes.forEach(({ device, seen, value }, index) => {
      const own = versions.filter(({ stamp }) => stamp.endsWith(devices[device] ?? ''));
      const others = seen.flatMap((number) => versions[number % Math.max(1, versions.length)] ?? []);
      const stamp = formatStamp({ wall: 1000 + index, counter: 0, device: devices[device] as DeviceId });
      versions.push({ stamp, value, knows: knowledgeOf([...own, ...others]) });
    });
    return versions;
  });

const splitArbitrary = historyArbitrary.chain((versions) =>
  fc.tuple(fc.subarray(versions), fc.subarray(versions), fc.subarray(versions)),
);

describe('joinVersions', () => {
  it('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(splitArbitrary, ([a, b, c]) => {
        expect(joinVersions(a, b)).toEqual(joinVersions(b, a));
        expect(joinVersions(joinVersions(a, b), c)).toEqual(joinVersions(a, joinVersions(b, c)));
        const once = joinVersions(a, []);
        expect(joinVersions(once, once)).toEqual(once);
      }),
      { numRuns: 500 },
    );
  });

  it('drops a version only when another one kept has seen it', () => {
    fc.assert(
      fc.property(splitArbitrary, ([a, b]) => {
        const joined = joinVersions(a, b);
        for (const version of [...a, ...b]) {
          const kept = joined.some(({ stamp }) => stamp === version.stamp);
          expect(kept || joined.some(({ knows }) => hasSeen(knows, version.stamp))).toBe(true);
        }
        expect(joined.map(({ stamp }) => stamp)).toEqual(
          joined
            .map(({ stamp }) => stamp)
            .toSorted()
            .reverse(),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('keeps two values side by side whose authors did not know of each other', () => {
    const one: Version = {
      stamp: formatStamp({ wall: 1, counter: 0, device: devices[0] as DeviceId }),
      value: 'a',
      knows: [],
    };
    const other: Version = {
      stamp: formatStamp({ wall: 2, counter: 0, device: devices[1] as DeviceId }),
      value: 'b',
      knows: [],
    };
    expect(joinVersions([one], [other])).toEqual([other, one]);
    const decided: Version = {
      stamp: formatStamp({ wall: 3, counter: 0, device: devices[0] as DeviceId }),
      value: 'a',
      knows: knowledgeOf([one, other]),
    };
    expect(joinVersions([other, one], [decided])).toEqual([decided]);
  });
});
