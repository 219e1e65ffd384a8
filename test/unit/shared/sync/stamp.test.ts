import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DeviceId, isDeviceId, newDeviceId } from '../../../../shared/core/ids.ts';
import {
  builtInStamp,
  formatStamp,
  HybridClock,
  isStamp,
  parseStamp,
  type Stamp,
  type StampParts,
  stampAfter,
} from '../../../../shared/sync/stamp.ts';

const deviceOf = (fill: number): DeviceId =>
  newDeviceId({ bytes: (length) => new Uint8Array(length).fill(fill) });
const device = deviceOf(1);

const partsArbitrary: fc.Arbitrary<StampParts> = fc.record({
  wall: fc.nat({ max: 36 ** 8 }),
  counter: fc.nat({ max: 36 ** 4 - 1 }),
  device: fc.nat({ max: 35 }).map(deviceOf),
});

describe('a stamp', () => {
  it('gives its parts back', () => {
    fc.assert(
      fc.property(partsArbitrary, (parts) => {
        const stamp = formatStamp(parts);
        expect(isStamp(stamp)).toBe(true);
        expect(parseStamp(stamp)).toEqual(parts);
      }),
    );
  });

  it('sorts as a text by wall time, then counter, then device', () => {
    fc.assert(
      fc.property(partsArbitrary, partsArbitrary, (a, b) => {
        const order =
          a.wall - b.wall ||
          a.counter - b.counter ||
          (a.device < b.device ? -1 : a.device > b.device ? 1 : 0);
        const [one, other] = [formatStamp(a), formatStamp(b)];
        expect(Math.sign(order)).toBe(one < other ? -1 : one > other ? 1 : 0);
      }),
    );
  });

  it('of what ships with the product is older than any that is issued', () => {
    expect(isStamp(builtInStamp)).toBe(true);
    expect(new HybridClock(device, { now: () => 1 }).issue() > builtInStamp).toBe(true);
    expect(new HybridClock(device, { now: () => 0 }).issue() > builtInStamp).toBe(true);
  });

  it('of an edit in a workbook follows the export at once', () => {
    const exported = formatStamp({ wall: 5, counter: 36 ** 4 - 1, device });
    const workbook: DeviceId = deviceOf(0);
    expect(isDeviceId(workbook)).toBe(true);
    const edited = stampAfter(exported, workbook);
    expect(edited > exported).toBe(true);
    expect(parseStamp(edited)).toEqual({ wall: 6, counter: 0, device: workbook });
    expect(stampAfter(exported, workbook)).toBe(edited);
  });

  it('is not any text', () => {
    for (const value of ['', '000000001', '0000000010000-', '00000000A0000-aaaaaaaaaaaa', null, 5]) {
      expect(isStamp(value)).toBe(false);
    }
  });
});

describe('a hybrid clock', () => {
  const steps = fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('issue' as const), now: fc.nat({ max: 50 }) }),
      fc.record({
        kind: fc.constant('observe' as const),
        stamp: fc
          .record({
            wall: fc.nat({ max: 60 }),
            counter: fc.nat({ max: 3 }),
            device: fc.constant(deviceOf(9)),
          })
          .map(formatStamp),
      }),
    ),
    { maxLength: 60 },
  );

  it('issues stamps that only grow, past all it has seen, whatever the machine’s clock does', () => {
    fc.assert(
      fc.property(steps, (actions) => {
        let now = 0;
        const clock = new HybridClock(device, { now: () => now });
        let highest: Stamp = builtInStamp;
        for (const action of actions) {
          if (action.kind === 'observe') {
            clock.observe(action.stamp);
            if (action.stamp > highest) highest = action.stamp;
            continue;
          }
          now = action.now;
          const stamp = clock.issue();
          // Beyond the seen one even without the device, which is no order in time.
          expect(stamp.slice(0, 13) > highest.slice(0, 13)).toBe(true);
          highest = stamp;
        }
      }),
    );
  });

  it('goes on after the last stamp of an earlier run', () => {
    const last = formatStamp({ wall: 1000, counter: 7, device });
    expect(new HybridClock(device, { now: () => 10 }, last).issue() > last).toBe(true);
  });

  it('carries a full counter over into the time', () => {
    const last = formatStamp({ wall: 1000, counter: 36 ** 4 - 1, device });
    const next = new HybridClock(device, { now: () => 10 }, last).issue();
    expect(parseStamp(next)).toEqual({ wall: 1001, counter: 0, device });
  });

  it('follows the machine’s clock when that is ahead', () => {
    const stamp = new HybridClock(device, { now: () => 5_000 }).issue();
    expect(parseStamp(stamp)).toEqual({ wall: 5_000, counter: 0, device });
  });
});
