import { describe, expect, it } from 'vitest';
import {
  countsByKind,
  grouped,
  matches,
  noFilter,
} from '../../../../../renderer/features/quality/qualityFilter.ts';
import { qualityItems } from '../../../../../shared/reports/quality/qualityItems.ts';
import { sampleProgramme, sampleToday } from '../../../../support/sampleProgramme.ts';

const { set, centerIds } = sampleProgramme();
const items = qualityItems(set, { today: sampleToday });
const [bulgaria] = centerIds;
if (bulgaria === undefined) throw new Error('no center');

describe('the list of what is to be mended', () => {
  it('is narrowed by kind, severity and center together', () => {
    const filter = { kind: 'evidence', severity: 'warning', center: bulgaria } as const;
    const shown = items.filter((item) => matches(filter, item));
    expect(shown.length).toBeGreaterThan(0);
    for (const { kind, severity, centerId } of shown)
      expect([kind, severity, centerId]).toEqual(['evidence', 'warning', bulgaria]);
    const expected = items.filter(({ kind, centerId }) => kind === 'evidence' && centerId === bulgaria);
    expect(shown).toHaveLength(expected.length);
    expect(items.filter((item) => matches(noFilter, item))).toEqual(items);
    expect(items.filter((item) => matches({ ...noFilter, center: 'none' }, item))).toEqual(
      items.filter(({ centerId }) => centerId === null),
    );
  });

  it('counts each kind under the other filters, whatever kind is chosen', () => {
    const all = countsByKind(items, noFilter);
    expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(items.length);
    expect(countsByKind(items, { ...noFilter, kind: 'evidence' })).toEqual(all);
    const ofCenter = countsByKind(items, { ...noFilter, center: bulgaria });
    const own = items.filter(({ centerId }) => centerId === bulgaria);
    expect(ofCenter.reduce((sum, { count }) => sum + count, 0)).toBe(own.length);
    expect(ofCenter.every(({ count }) => count > 0)).toBe(true);
  });

  it.each(['kind', 'center', 'type'] as const)('is grouped by %s without losing a line', (by) => {
    const groups = grouped(items, by);
    expect(groups.length).toBeGreaterThan(1);
    expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
    expect(groups.reduce((sum, group) => sum + group.items.length, 0)).toBe(items.length);
  });
});
