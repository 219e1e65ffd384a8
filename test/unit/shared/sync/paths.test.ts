import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivedRecordId } from '../../../../shared/core/ids.ts';
import type { JsonValue } from '../../../../shared/core/json.ts';
import { recordDefinitions } from '../../../../shared/records/registry.ts';
import type { AnyValues, FieldSpec } from '../../../../shared/schema/fieldSpec.ts';
import { splitPath } from '../../../../shared/schema/migrations.ts';
import { valueAtPath, valuesToPaths, valueToPaths, withPart } from '../../../../shared/sync/paths.ts';
import { valuesArbitrary } from '../../../support/recordGenerators.ts';

const label = { en: 'Field', ko: '항목' };
const [a, b] = [derivedRecordId('a'), derivedRecordId('b')].sort();
const title: FieldSpec = { kind: 'localizedText', label };
const people: FieldSpec = { kind: 'refs', label, to: 'person' };

describe('paths', () => {
  it.each(recordDefinitions)(
    'of $type’s values put together are the values again, in any order',
    (definition) => {
      fc.assert(
        fc.property(valuesArbitrary(definition), fc.nat(), (values, turn) => {
          const parts = valuesToPaths(definition, values);
          const at = parts.length === 0 ? 0 : turn % parts.length;
          const turned = [...parts.slice(at), ...parts.slice(0, at)];
          const rebuilt: Record<string, AnyValues[string]> = {};
          for (const { path, value } of turned) {
            const { field, part } = splitPath(path);
            const spec = definition.spec(field);
            expect(spec).not.toBeNull();
            if (spec === null) continue;
            const next = withPart(spec, rebuilt[field], part, value);
            expect(next.fits).toBe(true);
            rebuilt[field] = next.value;
            expect(valueAtPath(definition, values, path)).toEqual(value);
          }
          expect(rebuilt).toEqual(values);
        }),
        { numRuns: 40 },
      );
    },
  );

  it('split texts by language and sets by element', () => {
    expect(valueToPaths('title', title, { en: 'Log', ko: '일지' })).toEqual([
      { path: 'title/ko', value: '일지' },
      { path: 'title/en', value: 'Log' },
    ]);
    expect(
      valueToPaths(
        'people',
        people,
        [a, b].flatMap((id) => id ?? []),
      ),
    ).toEqual([
      { path: `people/${a}`, value: true },
      { path: `people/${b}`, value: true },
    ]);
    expect(valueToPaths('date', { kind: 'date', label }, '2026-11-23')).toEqual([
      { path: 'date', value: '2026-11-23' },
    ]);
    expect(valueToPaths('date', { kind: 'date', label }, undefined)).toEqual([]);
  });
});

describe('withPart', () => {
  const cases: readonly [
    string,
    FieldSpec,
    AnyValues[string],
    string,
    JsonValue,
    boolean,
    AnyValues[string],
  ][] = [
    ['sets a whole value', { kind: 'date', label }, undefined, '', '2026-11-23', true, '2026-11-23'],
    ['takes a whole value away', { kind: 'date', label }, '2026-11-23', '', null, true, undefined],
    ['refuses what is no value', { kind: 'date', label }, '2026-11-23', '', 'soon', false, '2026-11-23'],
    ['refuses a part of a whole', { kind: 'date', label }, '2026-11-23', 'year', 2026, false, '2026-11-23'],
    ['adds a text', title, { en: 'Log' }, 'ko', '일지', true, { en: 'Log', ko: '일지' }],
    ['takes a text away', title, { en: 'Log', ko: '일지' }, 'ko', null, true, { en: 'Log' }],
    ['leaves nothing without texts', title, { ko: '일지' }, 'ko', null, true, undefined],
    ['refuses a text without language', title, { ko: '일지' }, '', 'x', false, { ko: '일지' }],
    ['refuses a text that is none', title, { ko: '일지' }, 'en', 5, false, { ko: '일지' }],
    [
      'takes the last element away',
      people,
      a === undefined ? undefined : [a],
      a ?? '',
      null,
      true,
      undefined,
    ],
    ['refuses an element that is no id', people, undefined, 'somebody', true, false, undefined],
  ];
  it.each(cases)('%s', (_name, spec, current, part, value, fits, expected) => {
    expect(withPart(spec, current, part, value)).toEqual({ fits, value: expected });
  });
});
