import { describe, expect, it } from 'vitest';
import { builtInChanges } from '../../../../../shared/records/builtIn.ts';
import { recordSetOf } from '../../../../../shared/records/recordSet.ts';
import { recordsOf } from '../../../../../shared/records/recordsOf.ts';
import { definitionOf, recordTypes } from '../../../../../shared/records/registry.ts';
import { generateSample } from '../../../../../shared/records/sample/generateSample.ts';
import type { SampleExtentName } from '../../../../../shared/records/sample/sampleExtent.ts';
import { dataQuality } from '../../../../../shared/reports/dataQuality.ts';
import { dueItems } from '../../../../../shared/reports/dueItems.ts';
import { historyTable } from '../../../../../shared/reports/historyTable.ts';
import { planCreate } from '../../../../../shared/sync/planEdit.ts';
import { testStamp } from '../../../../support/recordGenerators.ts';
import { recordsFromChanges } from '../../../../support/recordsFromChanges.ts';

const today = '2026-11-23';
const builtIn = recordsFromChanges(builtInChanges());
const centers = recordsOf(recordSetOf(builtIn), 'center').flatMap(({ id, values: { country, since } }) =>
  country === undefined || since === undefined ? [] : [{ id, country, since }],
);

function sampleSet(seed: string, day = today, extent: SampleExtentName = 'tour') {
  const changes = generateSample({ seed, today: day, centers, extent }).flatMap(({ type, id, values }) =>
    planCreate(definitionOf(type), values, { id, by: 'Sample', at: 1, sample: true }, () => testStamp(1)),
  );
  return recordSetOf([...builtIn, ...recordsFromChanges(changes)]);
}

describe('the sample data', () => {
  it('is the same for the same seed and day, and another for another seed', () => {
    const [one, same, other] = ['a', 'a', 'b'].map((seed) => generateSample({ seed, today, centers }));
    expect(one).toEqual(same);
    expect(other?.map(({ values }) => values)).not.toEqual(one?.map(({ values }) => values));
    expect(new Set(one?.map(({ id }) => id)).size).toBe(one?.length);
  });

  it.each([
    ['tour', 700, 1100],
    ['full', 3000, 4500],
  ] as const)('has every type but the published figures, and is of its size (%s)', (extent, least, most) => {
    const sample = generateSample({ seed: 'a', today, centers, extent });
    expect(sample.length).toBeGreaterThan(least);
    expect(sample.length).toBeLessThan(most);
    const made = new Set(sample.map(({ type }) => type));
    expect(recordTypes.filter((type) => !made.has(type))).toEqual(['baseline']);
  });

  it.each([
    ['a', 'tour'],
    ['b', 'tour'],
    ['c', 'tour'],
    ['d', 'tour'],
    ['a', 'full'],
    ['e', 'full'],
  ] as const)('breaks no rule that blocks saving, and few that warn (seed %s, %s)', (seed, extent) => {
    const set = sampleSet(seed, today, extent);
    const findings = dataQuality(set, { today }).map(({ finding }) => finding);
    expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
    const records = recordTypes.reduce((sum, type) => sum + set.all(type).length, 0);
    expect(findings.length).toBeGreaterThan(10);
    expect(findings.length).toBeLessThan(records * 0.08);
  });

  it('warns on purpose of the things that people forget', () => {
    const findings = dataQuality(sampleSet('a', today, 'full'), { today });
    const codes = new Set(findings.map(({ type, finding }) => `${type} ${finding.code}`));
    for (const code of [
      'consultation EVIDENCE_MISSING',
      'project DECISION_MISSING',
      'meeting MINUTES_MISSING',
      'budgetEntry OVER_PLANNED_BUDGET',
      'story ENGLISH_MISSING',
    ]) {
      expect(codes).toContain(code);
    }
    expect(codes).not.toContain('consultation DANGLING_REFERENCE');
  });

  it.each(['tour', 'full'] as const)('adds to the history what a count by hand adds (%s)', (extent) => {
    const byCenter = new Map<unknown, { projects: number; consulting: number; workshops: number }>();
    // The sample brings centers of its own beside the published ones.
    let later = 0;
    for (const { type, values } of generateSample({ seed: 'a', today, centers, extent })) {
      if (type === 'center') later++;
      const counts = byCenter.get(values.center) ?? { projects: 0, consulting: 0, workshops: 0 };
      byCenter.set(values.center, counts);
      if (type === 'project' && (values.status === 'running' || values.status === 'done')) counts.projects++;
      if (type === 'consultation') counts.consulting++;
      if (type === 'training' || type === 'event') counts.workshops++;
    }
    const { rows, totals } = historyTable(sampleSet('a', today, extent));
    expect(later).toBeGreaterThan(0);
    expect(rows).toHaveLength(6 + later);
    const sum = { projects: 0, consulting: 0, workshops: 0 };
    for (const { centerId, cells } of rows) {
      const counted = {
        projects: cells.projects.counted,
        consulting: cells.consulting.counted,
        workshops: cells.workshops.counted,
      };
      expect(counted).toEqual(byCenter.get(centerId));
      for (const metric of ['projects', 'consulting', 'workshops'] as const) sum[metric] += counted[metric];
    }
    expect([sum.projects, sum.consulting, sum.workshops].every((count) => count > 0)).toBe(true);
    expect([totals.projects.total, totals.consulting.total, totals.workshops.total]).toEqual([
      76 + sum.projects,
      109 + sum.consulting,
      117 + sum.workshops,
    ]);
  });

  it('follows the seasons: less around the holidays than in spring and autumn', () => {
    const set = sampleSet('a', today, 'full');
    const dates = recordsOf(set, 'consultation').map(({ values }) => values.date ?? '');
    const inMonths = (...months: readonly string[]) =>
      dates.filter((date) => months.includes(date.slice(5, 7))).length / months.length;
    expect(inMonths('01', '02', '08')).toBeLessThan(0.8 * inMonths('04', '05', '10'));
    const meetings = recordsOf(set, 'meeting').map(({ values }) => values.date ?? '');
    expect([...dates, ...meetings].filter((date) => [0, 6].includes(new Date(date).getUTCDay()))).toEqual([]);
  });

  it('fits an early day too, before most centers opened', () => {
    const early = generateSample({ seed: 'a', today: '2011-06-01', centers });
    expect(early.length).toBeGreaterThan(50);
    const findings = dataQuality(sampleSet('a', '2011-06-01'), { today: '2011-06-01' });
    expect(findings.filter(({ finding }) => finding.level === 'error')).toEqual([]);
    expect(
      generateSample({ seed: 'a', today: '2000-01-01', centers }).every(
        ({ type }) => type === 'organization',
      ),
    ).toBe(true);
  });

  it('can be told from real data by every name', () => {
    const set = sampleSet('a');
    const made = /sample|example|specimen|placeholder/i;
    const names = [...recordsOf(set, 'person'), ...recordsOf(set, 'organization')].map(
      ({ values }) => values.name?.en ?? '',
    );
    expect(names.filter((name) => !made.test(name))).toEqual([]);
    for (const { sample, type } of [...set.all('person'), ...set.all('consultation')]) {
      expect({ type, sample }).toEqual({ type, sample: true });
    }
    const emails = recordsOf(set, 'person').flatMap(({ values }) => values.email ?? []);
    expect(emails.filter((email) => !email.endsWith('.example'))).toEqual([]);
  });

  it('is in both languages and leaves something to do around today', () => {
    const set = sampleSet('a');
    const topics = recordsOf(set, 'consultation').map(({ values }) => values.topic ?? '');
    const korean = topics.filter((topic) => /\p{Script=Hangul}/u.test(topic)).length;
    expect(korean).toBeGreaterThan(30);
    expect(topics.length - korean).toBeGreaterThan(30);
    expect(dueItems(set, { today }).length).toBeGreaterThan(5);
  });
});
