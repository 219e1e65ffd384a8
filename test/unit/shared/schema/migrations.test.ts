import { describe, expect, it } from 'vitest';
import { derivedRecordId } from '../../../../shared/core/ids.ts';
import { recordDefinitions } from '../../../../shared/records/registry.ts';
import { type Migration, migrateValue, splitPath } from '../../../../shared/schema/migrations.ts';

const steps: readonly Migration[] = [
  { to: 2, kind: 'add', field: 'venue' },
  { to: 3, kind: 'rename', from: 'place', field: 'city' },
  { to: 4, kind: 'map', field: 'hours', map: (value) => (typeof value === 'number' ? value * 60 : null) },
  { to: 5, kind: 'drop', field: 'colour' },
];

describe('migrateValue', () => {
  it('renames a field with all its parts', () => {
    expect(migrateValue(steps, 1, { path: 'place', value: 'Sofia' })).toEqual({
      path: 'city',
      value: 'Sofia',
    });
    expect(migrateValue(steps, 2, { path: 'place/ko', value: '소피아' })).toEqual({
      path: 'city/ko',
      value: '소피아',
    });
  });

  it('maps values, and leaves a removal a removal', () => {
    expect(migrateValue(steps, 3, { path: 'hours', value: 2 })).toEqual({ path: 'hours', value: 120 });
    expect(migrateValue(steps, 3, { path: 'hours', value: 'two' })).toEqual({ path: 'hours', value: null });
    expect(migrateValue(steps, 3, { path: 'hours', value: null })).toEqual({ path: 'hours', value: null });
  });

  it('drops a field', () => {
    expect(migrateValue(steps, 1, { path: 'colour', value: 'red' })).toBeNull();
  });

  it('leaves alone what is up to date, and other fields and marks', () => {
    expect(migrateValue(steps, 5, { path: 'place', value: 'Sofia' })).toEqual({
      path: 'place',
      value: 'Sofia',
    });
    expect(migrateValue(steps, 4, { path: 'hours', value: 120 })).toEqual({ path: 'hours', value: 120 });
    expect(migrateValue(steps, 1, { path: '$deleted', value: true })).toEqual({
      path: '$deleted',
      value: true,
    });
    expect(migrateValue(steps, 1, { path: 'title/en', value: 'x' })).toEqual({
      path: 'title/en',
      value: 'x',
    });
  });

  it('goes through every step in between', () => {
    const twice: readonly Migration[] = [
      { to: 2, kind: 'rename', from: 'a', field: 'b' },
      { to: 3, kind: 'rename', from: 'b', field: 'c' },
    ];
    expect(migrateValue(twice, 1, { path: 'a', value: 1 })).toEqual({ path: 'c', value: 1 });
    expect(migrateValue(twice, 2, { path: 'a', value: 1 })).toEqual({ path: 'a', value: 1 });
  });
});

describe('splitPath', () => {
  it('parts a field from its element at the first slash', () => {
    expect(splitPath('title/en')).toEqual({ field: 'title', part: 'en' });
    expect(splitPath('title')).toEqual({ field: 'title', part: '' });
    expect(splitPath('set/a/b')).toEqual({ field: 'set', part: 'a/b' });
  });
});

interface Example {
  /** `type@version`, the version that the step leads to. */
  readonly step: `${string}@${number}`;
  readonly before: { readonly path: string; readonly value: string | number | boolean | null };
  readonly after: { readonly path: string; readonly value: string | number | boolean | null } | null;
  /** A value of the same version that the step has to leave as it is. */
  readonly untouched: { readonly path: string; readonly value: string | number | boolean | null };
}

/** A field that came later leaves what was there before as it was, and its own values too. */
function added(type: string, to: number, field: string, value: string | number | boolean): Example {
  return {
    step: `${type}@${to}`,
    before: { path: field, value },
    after: { path: field, value },
    untouched: { path: 'evidenceNote', value: 'Folder 3' },
  };
}

const someId = derivedRecordId('test', 'some');

/** One example for each step of every record type that was ever shipped. */
const examples: readonly Example[] = [
  ...['milestone', 'consultation', 'training', 'event'].map((type) =>
    added(type, 2, `evidenceFiles/${someId}`, true),
  ),
  ...['project', 'consultation', 'training', 'event'].map((type) =>
    added(type, 3, 'inPublishedFigure', 'yes'),
  ),
  added('project', 2, 'decision', someId),
  added('project', 2, 'decisionException', 'Begun before the committee was formed'),
  added('consultation', 3, 'followsUp', someId),
  added('consultation', 3, `counterparts/${someId}`, true),
  added('consultation', 3, 'nextActionBy', someId),
  added('consultation', 3, 'caseClosedOn', '2026-11-23'),
  added('project', 3, 'responsible', someId),
  added('project', 3, 'statusReason', 'The ministry merged two projects'),
  added('training', 3, 'responsible', someId),
  added('followUp', 2, 'responsible', someId),
  added('event', 3, `heads/${someId}`, true),
  added('event', 3, 'programme', 'Day 1: visit to the data center'),
  added('center', 2, 'koreaBudgetRate', 1380),
  added('center', 2, 'koreaBudgetRateDate', '2026-11-23'),
  added('center', 2, 'partnerBudgetRate', 25_000),
  added('center', 2, 'partnerBudgetRateDate', '2026-11-23'),
  added('center', 2, 'reportDuty', 'quarterly'),
  added('planLine', 2, 'budgetRate', 1380),
  added('planLine', 2, 'budgetRateDate', '2026-11-23'),
  added('planLine', 2, 'category', 'travel'),
  added('budgetEntry', 2, 'flow', 'received'),
];

const shipped = recordDefinitions.flatMap(({ type, migrations }) =>
  migrations.map((step) => ({ name: `${type}@${step.to}`, step })),
);

describe('the migrations of the record types', () => {
  it('each have an example, and no example is without its migration', () => {
    expect(examples.map(({ step }) => step).sort()).toEqual(shipped.map(({ name }) => name).sort());
  });

  it('do to each example what it says, and nothing to other values', () => {
    for (const { step, before, after, untouched } of examples) {
      const definition = recordDefinitions.find(({ type }) => step.startsWith(`${type}@`));
      const from = Number(step.split('@')[1]) - 1;
      expect(definition).toBeDefined();
      if (definition === undefined) continue;
      const own = definition.migrations.filter(({ to }) => to === from + 1);
      expect(migrateValue(own, from, before)).toEqual(after);
      expect(migrateValue(own, from, untouched)).toEqual(untouched);
    }
  });

  it.each(recordDefinitions)('count up to the version of $type', ({ version, migrations }) => {
    expect(version).toBe(migrations.at(-1)?.to ?? 1);
    const targets = [...new Set(migrations.map(({ to }) => to))];
    expect(targets).toEqual(Array.from({ length: version - 1 }, (_, index) => index + 2));
  });

  it.each(recordDefinitions)(
    'of $type add each field that came later, in its version, and no other',
    (definition) => {
      const later = definition.fieldKeys
        .map((key) => ({ key, since: definition.spec(key)?.since ?? 1 }))
        .filter(({ since }) => since > 1)
        .map(({ key, since }) => `${key}@${since}`);
      const added = definition.migrations
        .filter((step) => step.kind === 'add')
        .filter(({ field }) => definition.spec(field) !== null)
        .map(({ field, to }) => `${field}@${to}`);
      expect(later.sort()).toEqual(added.sort());
    },
  );
});
