import { expect, it } from 'vitest';
import { withoutTimes } from '../../../../shared/core/clockTimes.ts';
import { processorTime } from '../../../support/processorTime.ts';

it.each(['2026-03-02', '3.2~6', '2 - 6 March 2026', '교육 2시간', 'May 2026', '12-15명', ''])(
  '%j names no time of day and stays as it is',
  (text) => {
    expect(withoutTimes(text)).toBe(text);
  },
);

it('is quick with long texts that are no dates', () => {
  const began = processorTime();
  for (const part of [' ', ',', '1:', '10:00 ', '시 ', '(월']) withoutTimes(`:${part.repeat(30_000)}x`);
  expect(processorTime() - began).toBeLessThan(2000);
});
