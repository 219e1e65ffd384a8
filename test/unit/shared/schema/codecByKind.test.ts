import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRecordId } from '../../../../shared/core/ids.ts';
import { languages } from '../../../../shared/core/language.ts';
import type { CellContext } from '../../../../shared/schema/codec.ts';
import { codecByKind, codecOf, valuesEqual } from '../../../../shared/schema/codecByKind.ts';
import type { FieldKind, FieldSpec, SpecOf } from '../../../../shared/schema/fieldSpec.ts';
import { valueArbitrary } from '../../../support/recordGenerators.ts';

const label = { en: 'Field', ko: '항목' };
const choices = [
  { value: 'one', label: { en: 'The first', ko: '첫째' }, aliases: ['1st'] },
  { value: 'two', label: { en: 'The second', ko: '둘째' } },
  { value: 'three', label: { en: 'The third', ko: '셋째' } },
];

/** One declaration of every kind; the compiler refuses a kind without one. */
const specByKind: { readonly [Kind in FieldKind]: SpecOf<Kind> } = {
  text: { kind: 'text', label },
  longText: { kind: 'longText', label },
  localizedText: { kind: 'localizedText', label },
  number: { kind: 'number', label },
  integer: { kind: 'integer', label },
  money: { kind: 'money', label },
  date: { kind: 'date', label },
  dateTime: { kind: 'dateTime', label },
  choice: { kind: 'choice', label, choices },
  multiChoice: { kind: 'multiChoice', label, choices },
  boolean: { kind: 'boolean', label },
  country: { kind: 'country', label },
  ref: { kind: 'ref', label, to: 'person' },
  refs: { kind: 'refs', label, to: 'person' },
  evidence: { kind: 'evidence', label },
  attendance: { kind: 'attendance', label },
};
const specs: readonly FieldSpec[] = Object.values(specByKind);
const cases = specs.flatMap((spec) => languages.map((language) => ({ kind: spec.kind, spec, language })));

/** Names every record by its id's beginning, as a workbook would by its title. */
function contextIn(language: 'en' | 'ko'): CellContext {
  return {
    language,
    references: {
      titleOf: (_type, id) => `Record ${id}`,
      find: (_type, text) => [text.replace(/^Record /, '')].filter(isRecordId),
      labelOf: (type) => ({ en: type, ko: type }),
    },
  };
}

describe('every codec', () => {
  it.each(cases)('gives $kind back from its cells ($language)', ({ spec, language }) => {
    const codec = codecOf(spec);
    const context = contextIn(language);
    fc.assert(
      fc.property(valueArbitrary(spec), (value) => {
        const cells = codec.toCells(value, context);
        expect(cells).toHaveLength(codec.columns.length);
        expect(codec.fromCells(cells, context)).toEqual({ ok: true, value });
      }),
    );
  });

  it.each(cases)(
    'gives $kind back from its texts, as a person would retype it ($language)',
    ({ spec, language }) => {
      const codec = codecOf(spec);
      const context = contextIn(language);
      fc.assert(
        fc.property(valueArbitrary(spec), (value) => {
          const typed = codec.toCells(value, context).map((cell) => {
            if (cell === null || typeof cell !== 'object') return cell === null ? null : String(cell);
            return cell.kind === 'date' ? [cell.date, cell.time ?? []].flat().join(' ') : cell.text;
          });
          expect(codec.fromCells(typed, context)).toEqual({ ok: true, value });
        }),
      );
    },
  );

  it.each(specs)('writes and reads no value of $kind as empty cells', (spec) => {
    const codec = codecOf(spec);
    const context = contextIn('en');
    const cells = codec.toCells(undefined, context);
    expect(cells).toEqual(codec.columns.map(() => null));
    expect(codec.fromCells(cells, context)).toEqual({ ok: true, value: undefined });
    expect(
      codec.fromCells(
        codec.columns.map(() => '  '),
        context,
      ),
    ).toEqual({ ok: true, value: undefined });
    expect(codec.fromCells([], context)).toEqual({ ok: true, value: undefined });
  });

  it.each(specs)('accepts what it has stored of $kind, and finds nothing wrong with it', (spec) => {
    const codec = codecOf(spec);
    fc.assert(
      fc.property(valueArbitrary(spec), (value) => {
        const stored: unknown = JSON.parse(JSON.stringify(value));
        expect(codec.fromJson(stored)).toEqual(value);
        expect(codec.check(value)).toEqual([]);
      }),
    );
  });

  it.each(specs)('refuses stored data of another shape than $kind, never throws', (spec) => {
    const codec = codecOf(spec);
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const value = codec.fromJson(json);
        if (value !== null) expect(codec.fromJson(JSON.parse(JSON.stringify(value)))).toEqual(value);
      }),
    );
  });

  it.each(specs)('names an error cell as the problem of $kind, in its column', (spec) => {
    const codec = codecOf(spec);
    for (let column = 0; column < codec.columns.length; column++) {
      const cells = codec.columns.map((_, index) =>
        index === column ? ({ kind: 'error', text: '#REF!' } as const) : null,
      );
      const read = codec.fromCells(cells, contextIn('en'));
      expect(read.ok).toBe(false);
      if (read.ok) continue;
      const codes = read.error.filter((problem) => problem.column === column).map(({ code }) => code);
      expect([...codes, spec.kind]).toEqual(['CELL_ERROR', spec.kind]);
    }
  });

  it.each(specs)('shows $kind as a text in both languages', (spec) => {
    fc.assert(
      fc.property(valueArbitrary(spec), (value) => {
        for (const language of languages) {
          expect(codecOf(spec).toText(value, contextIn(language)).trim()).not.toBe('');
        }
      }),
    );
  });

  it('is filed under its own kind', () => {
    expect(Object.entries(codecByKind).filter(([kind, codec]) => codec.kind !== kind)).toEqual([]);
  });
});

describe('valuesEqual', () => {
  it('compares by content, not by identity or order of keys', () => {
    expect(valuesEqual({ amount: 1, currency: 'USD' }, { currency: 'USD', amount: 1 })).toBe(true);
    expect(valuesEqual({ amount: 1, currency: 'USD' }, { amount: 2, currency: 'USD' })).toBe(false);
    expect(valuesEqual(undefined, undefined)).toBe(true);
    expect(valuesEqual(undefined, 'a')).toBe(false);
  });
});
