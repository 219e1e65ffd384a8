import { describe, expect, it } from 'vitest';
import { definitionOf } from '../../../../shared/records/registry.ts';
import { dictionarySheet } from '../../../../shared/workbook/dictionarySheet.ts';

describe('the data dictionary', () => {
  it.each([
    ['en', ['Category', 'yes, unless “Spent or received” is “Received”'], ['Date', 'yes']],
    ['ko', ['비목', '예(‘집행·수령 구분’ 값이 ‘수령’인 경우 제외)'], ['집행일', '예']],
  ] as const)('says which columns must be filled in, and when: %s', (language, category, date) => {
    const { rows } = dictionarySheet([definitionOf('budgetEntry')], language, false);
    const required = rows.map((row) => [row[1], row[4]]);
    expect(required).toContainEqual(category);
    expect(required).toContainEqual(date);
  });
});
