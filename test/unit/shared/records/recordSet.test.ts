import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivedRecordId } from '../../../../shared/core/ids.ts';
import { languages } from '../../../../shared/core/language.ts';
import { lookupOf, recordSetOf, referenceBookOf } from '../../../../shared/records/recordSet.ts';
import { recordOf, recordsOf } from '../../../../shared/records/recordsOf.ts';
import { recordTypes } from '../../../../shared/records/registry.ts';
import { listElements } from '../../../../shared/schema/codecs/choices.ts';
import { recordSetArbitrary, storedRecordOf } from '../../../support/recordGenerators.ts';

const id = (name: string) => derivedRecordId('test', name);
const person = (name: string, values: Parameters<typeof storedRecordOf>[2]) =>
  storedRecordOf('person', id(name), values);

const kim = person('kim', { name: { en: 'Kim', ko: '김' } });
const other = person('other', { name: { en: 'Kim', ko: '금' } });
const lee = person('lee', { name: { ko: '이' }, organization: id('ministry') });
const gone = { ...person('gone', { name: { en: 'Gone' } }), deleted: true };
const set = recordSetOf([kim, other, lee, gone]);

describe('a record set', () => {
  it('keeps live and deleted records apart, and finds both', () => {
    expect(set.all('person')).toEqual([kim, other, lee]);
    expect(set.deleted('person')).toEqual([gone]);
    expect(set.all('center')).toEqual([]);
    expect(set.find('person', gone.id)).toBe(gone);
    expect(set.find('center', kim.id)).toBeNull();
    expect(set.find('person', id('nobody'))).toBeNull();
    expect(set.all('person')).toBe(set.all('person'));
  });

  it('gives typed code its exact values', () => {
    expect(recordsOf(set, 'person').map(({ values }) => values.name?.ko)).toEqual(['김', '금', '이']);
    expect(recordOf(set, 'person', kim.id)?.values.name?.en).toBe('Kim');
    expect(recordOf(set, 'person', gone.id)).toBeNull();
  });
});

describe('a lookup', () => {
  it('sees live records only', () => {
    const lookup = lookupOf(set, '2026-11-23');
    expect(lookup.today).toBe('2026-11-23');
    expect(lookup.get('person', kim.id)).toBe(kim);
    expect(lookup.get('person', gone.id)).toBeNull();
    expect(lookup.where('person', 'organization', id('ministry'))).toEqual([lee]);
    expect(lookup.where('person', 'organization', id('nothing'))).toEqual([]);
  });

  it('finds the elements of sets', () => {
    const log = storedRecordOf('consultation', id('log'), { experts: [kim.id, lee.id].sort() });
    const lookup = lookupOf(recordSetOf([log]), '2026-11-23');
    expect(lookup.where('consultation', 'experts', lee.id)).toEqual([log]);
  });
});

describe('a reference book', () => {
  it('tells records of one name apart by the end of their id', () => {
    const book = referenceBookOf(set, 'en');
    expect(book.titleOf('person', kim.id)).toBe(`Kim #${kim.id.slice(-6)}`);
    expect(book.titleOf('person', other.id)).toBe(`Kim #${other.id.slice(-6)}`);
    expect(book.titleOf('person', lee.id)).toBe('이');
    expect(book.find('person', 'kim')).toEqual([kim.id, other.id]);
    expect(book.find('person', `KIM #${kim.id.slice(-6)}`)).toEqual([kim.id]);
    expect(referenceBookOf(set, 'ko').titleOf('person', kim.id)).toBe('김');
  });

  it('finds a record by its name in the other language and by its id', () => {
    const book = referenceBookOf(set, 'en');
    expect(book.find('person', '금')).toEqual([other.id]);
    expect(book.find('person', gone.id)).toEqual([gone.id]);
    expect(book.find('person', 'Gone')).toEqual([]);
    expect(book.titleOf('person', gone.id)).toBeNull();
  });

  it('knows nothing of types that do not exist, without failing', () => {
    const book = referenceBookOf(set, 'en');
    expect(book.titleOf('dream', kim.id)).toBeNull();
    expect(book.find('dream', 'Kim')).toEqual([]);
    expect(book.labelOf('dream')).toEqual({ en: 'dream', ko: 'dream' });
    expect(book.labelOf('person')).toEqual({ en: 'Person', ko: '인물' });
  });

  it('names every record so that the name leads back to it, alone and in a list', () => {
    fc.assert(
      fc.property(recordSetArbitrary(2), fc.constantFrom(...languages), (records, language) => {
        const book = referenceBookOf(records, language);
        for (const type of recordTypes) {
          for (const record of records.all(type)) {
            const title = book.titleOf(type, record.id) ?? '';
            expect(book.find(type, title)).toEqual([record.id]);
            expect(listElements(title)).toHaveLength(1);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
