import { describe, expect, it } from 'vitest';
import {
  derivedRecordId,
  isDeviceId,
  isRecordId,
  newChangeSetId,
  newDeviceId,
  newRecordId,
  workbookDeviceId,
} from '../../../../shared/core/ids.ts';

const random = { bytes: (length: number) => Uint8Array.from({ length }, (_, index) => 255 - index * 7) };

describe('ids', () => {
  it('are UUIDs of version 7 in the order of time', () => {
    const ids = [1, 1000, Date.UTC(2026, 10, 23), Date.UTC(2100, 0, 1)].map((now) =>
      newRecordId({ now: () => now }, random),
    );
    expect(ids.every(isRecordId)).toBe(true);
    expect(ids.every((id) => /^.{14}7.{4}[89ab]/.test(id))).toBe(true);
    expect([...ids].sort()).toEqual(ids);
    expect(isRecordId(newChangeSetId({ now: () => 5 }, random))).toBe(true);
  });

  it('derived from content are the same for the same parts only', () => {
    const id = derivedRecordId('builtin', 'center', 'BG10');
    expect(isRecordId(id)).toBe(true);
    expect(id).toMatch(/^.{14}8.{4}[89ab]/);
    expect(derivedRecordId('builtin', 'center', 'BG10')).toBe(id);
    expect(derivedRecordId('builtin', 'centerBG10')).not.toBe(id);
    expect(derivedRecordId('ab', 'c')).not.toBe(derivedRecordId('a', 'bc'));
  });

  it('of devices fit stamps', () => {
    expect(isDeviceId(newDeviceId(random))).toBe(true);
    expect(isDeviceId(workbookDeviceId('0123456789abcdef0123456789abcdef'))).toBe(true);
    expect(isDeviceId('short')).toBe(false);
  });

  it('are not any text', () => {
    for (const value of ['', 'abc', 'D8993B3B-8FBE-8B70-A468-C2ACC9726D3C', null, 7]) {
      expect(isRecordId(value)).toBe(false);
    }
  });
});
