import { describe, expect, it } from 'vitest';
import { builtInChanges } from '../../../../../shared/records/builtIn.ts';
import { recordSetOf } from '../../../../../shared/records/recordSet.ts';
import { recordsOf } from '../../../../../shared/records/recordsOf.ts';
import { definitionOf } from '../../../../../shared/records/registry.ts';
import { generateSample } from '../../../../../shared/records/sample/generateSample.ts';
import { dataQuality } from '../../../../../shared/reports/dataQuality.ts';
import { dueItems } from '../../../../../shared/reports/dueItems.ts';
import { planCreate } from '../../../../../shared/sync/planEdit.ts';
import { testStamp } from '../../../../support/recordGenerators.ts';
import { recordsFromChanges } from '../../../../support/recordsFromChanges.ts';

const today = '2026-11-23';
const builtIn = recordsFromChanges(builtInChanges());
const centers = recordsOf(recordSetOf(builtIn), 'center').flatMap(({ id, values: { country, since } }) =>
  country === undefined || since === undefined ? [] : [{ id, country, since }],
);

function sampleSet(seed: string, day = today) {
  const changes = generateSample({ seed, today: day, centers }).flatMap(({ type, id, values }) =>
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

  it('has a few hundred records', () => {
    const sample = generateSample({ seed: 'a', today, centers });
    expect(sample.length).toBeGreaterThan(300);
    expect(sample.length).toBeLessThan(600);
    expect(new Set(sample.map(({ type }) => type)).size).toBeGreaterThan(7);
  });

  it.each(['a', 'b', 'c', 'd', 'e', 'f'])(
    'breaks no rule that blocks saving, and carries some warnings (seed %s)',
    (seed) => {
      const findings = dataQuality(sampleSet(seed), { today }).map(({ finding }) => finding);
      expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
      expect(findings.length).toBeGreaterThan(3);
      expect(findings.length).toBeLessThan(80);
    },
  );

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
