import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../shared/core/json.ts';
import { languages } from '../../../../shared/core/language.ts';
import { builtInBaselineId, builtInCenterId, builtInChanges } from '../../../../shared/records/builtIn.ts';
import { centerLabel, openingYear } from '../../../../shared/records/center.ts';
import { lookupOf, recordSetOf } from '../../../../shared/records/recordSet.ts';
import { recordsOf } from '../../../../shared/records/recordsOf.ts';
import { definitionOf } from '../../../../shared/records/registry.ts';
import { validateRecord } from '../../../../shared/schema/validate.ts';
import { builtInStamp } from '../../../../shared/sync/stamp.ts';
import { recordsFromChanges } from '../../../support/recordsFromChanges.ts';

const set = recordSetOf(recordsFromChanges(builtInChanges()));

describe('the built-in history', () => {
  it('is the same, stamp for stamp, whenever it is made', () => {
    const twice = [builtInChanges(), builtInChanges()].map((changes) =>
      canonicalJson(changes.map(({ beside: _, ...change }) => change)),
    );
    expect(twice[0]).toBe(twice[1]);
    expect(builtInChanges().every(({ stamp, was }) => stamp === builtInStamp && was === null)).toBe(true);
    // A released id never changes: replicas that exchange workbooks would have every center twice.
    expect(builtInCenterId('BG10')).toBe('210a8f6b-2bef-82af-9bbb-cabf98a150ed');
    expect(builtInBaselineId('BG10', 'projects')).toBe('2a58ce1f-c7a4-8d60-b2a6-3874c43e6b53');
  });

  it('has six centers with three sourced figures each', () => {
    expect(set.all('center')).toHaveLength(6);
    expect(set.all('baseline')).toHaveLength(18);
    for (const { centerId, values } of recordsOf(set, 'baseline')) {
      expect(centerId).toBe(values.center);
      expect(values.source).toContain('History of eGCC');
      expect(values.asOf).toBeUndefined();
    }
  });

  it('labels the centers as the programme does', () => {
    const labelsIn = (language: 'en' | 'ko') =>
      recordsOf(set, 'center').map(({ values }) => centerLabel(values, language));
    expect(labelsIn('en')).toEqual([
      "Korea-Bulgaria('10)",
      "Korea-Vietnam('11)",
      "Korea-Uzbekistan('13)",
      "Korea-Indonesia('16)",
      "Korea-Peru('17)",
      "Korea-Kenya('17)",
    ]);
    expect(labelsIn('ko')).toEqual([
      "한-불가리아('10)",
      "한-베트남('11)",
      "한-우즈베키스탄('13)",
      "한-인도네시아('16)",
      "한-페루('17)",
      "한-케냐('17)",
    ]);
  });

  it('states nothing that the page does not, and says what is assumed', () => {
    for (const { values } of recordsOf(set, 'center')) {
      expect(values.status).toBe('unconfirmed');
      expect(values.source).toContain('phase 1 is assumed');
      const { operationStart, operationEnd, openedOn, mouSignedOn, koreaBudget } = values;
      expect(
        [operationStart, operationEnd, openedOn, mouSignedOn, koreaBudget].every((v) => v === undefined),
      ).toBe(true);
    }
  });

  it('has nothing wrong with it', () => {
    const lookup = lookupOf(set, '2026-11-23');
    for (const type of ['center', 'baseline']) {
      for (const { id, values } of set.all(type)) {
        expect(validateRecord(definitionOf(type), values, lookup, id)).toEqual([]);
      }
    }
  });
});

describe('the label of a center', () => {
  it('names the phase of a second center and takes the year from what is known', () => {
    expect(centerLabel({ country: 'UZ', phase: 2, since: 2022 }, 'en')).toBe("Korea-Uzbekistan 2('22)");
    expect(centerLabel({ country: 'UZ', openedOn: '2009-05-01' }, 'ko')).toBe("한-우즈베키스탄('09)");
    expect(centerLabel({ country: 'UZ' }, 'en')).toBe('Korea-Uzbekistan');
    for (const language of languages) expect(centerLabel({ code: 'X1' }, language)).toBe('X1');
    expect(centerLabel({}, 'en')).toBe('');
    expect(openingYear({ operationStart: '2010-03-01' })).toBe(2010);
    expect(openingYear({})).toBeNull();
  });
});
