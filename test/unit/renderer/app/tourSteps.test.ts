import { expect, test } from 'vitest';
import { navigationGroups } from '../../../../renderer/app/navigation.ts';
import { tourSteps, tourTexts } from '../../../../renderer/app/tourSteps.ts';

test('the tour leads in five to seven steps to pages that the navigation has, each with its words', () => {
  expect(tourSteps.length).toBeGreaterThanOrEqual(5);
  expect(tourSteps.length).toBeLessThanOrEqual(7);
  const entries = navigationGroups.flatMap((group) => group.entries.map(({ to }) => to));
  for (const { to, title } of tourSteps) {
    expect(entries).toContain(to);
    expect(tourTexts.entries[title].ko).not.toBe('');
    expect(tourTexts.entries[`${title}Text`].ko).not.toBe('');
  }
  expect(new Set(tourSteps.map(({ to }) => to)).size).toBe(tourSteps.length);
});
