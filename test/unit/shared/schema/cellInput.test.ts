import { describe, expect, it } from 'vitest';
import { derivedRecordId, isRecordId } from '../../../../shared/core/ids.ts';
import type { Language } from '../../../../shared/core/language.ts';
import { valueProblemText } from '../../../../shared/messages/valueProblems.ts';
import { participation } from '../../../../shared/records/participation.ts';
import type { CellContext } from '../../../../shared/schema/codec.ts';
import { codecOf } from '../../../../shared/schema/codecByKind.ts';
import type { FieldSpec } from '../../../../shared/schema/fieldSpec.ts';
import type { GridCell } from '../../../../shared/workbook/grid.ts';

const label = { en: 'Field', ko: '항목' };
const kim = derivedRecordId('test', 'kim');
const lee = derivedRecordId('test', 'lee');
const other = derivedRecordId('test', 'other');

function contextIn(language: Language): CellContext {
  const named: Readonly<Record<string, readonly (typeof kim)[]>> = {
    kim: [kim],
    lee: [lee],
    park: [kim, lee],
  };
  return {
    language,
    references: {
      titleOf: (_type, id) => (id === kim ? 'Kim' : id === lee ? 'Lee' : null),
      find: (_type, text) => (isRecordId(text) ? [text] : (named[text.toLowerCase()] ?? [])),
      labelOf: () => ({ en: 'person', ko: '인물' }),
    },
  };
}

/** What the cells hold, or the codes of all problems with their columns. */
function read(spec: FieldSpec, cells: readonly GridCell[], language: Language = 'en') {
  const result = codecOf(spec).fromCells(cells, contextIn(language));
  return result.ok ? result.value : result.error.map(({ code, column }) => `${code}@${column}`);
}

const choices = [
  { value: 'visit', label: { en: 'Visit', ko: '방문' }, aliases: ['on site', '대면'] },
  { value: 'online', label: { en: 'Online', ko: '온라인' } },
];

describe('cells of people', () => {
  it('hold dates as dates, serials or texts', () => {
    const spec: FieldSpec = { kind: 'date', label };
    expect(read(spec, [{ kind: 'date', date: '2026-11-23', time: '10:00:00' }])).toBe('2026-11-23');
    expect(read(spec, [46_349])).toBe('2026-11-23');
    expect(read(spec, ['2026년 11월 23일'])).toBe('2026-11-23');
    expect(read(spec, ['03/04/2026'])).toEqual(['AMBIGUOUS_DATE@0']);
    expect(read(spec, ['next week'])).toEqual(['BAD_DATE@0']);
    expect(read(spec, [2026])).toEqual(['BAD_DATE@0']);
    expect(read(spec, [true])).toEqual(['BAD_DATE@0']);
  });

  it('say yes and no, and what else their field takes for it', () => {
    const words = [
      '수료',
      '미수료',
      ' 이수 ',
      '미이수',
      '중도 포기',
      'Completed',
      'not completed',
      'x',
      '예',
      1,
    ];
    const answers = [true, false, true, false, false, true, false, false, true, true];
    expect(words.map((word) => read(participation.fields.completed, [word]))).toEqual(answers);
    expect(read(participation.fields.completed, ['글쎄'])).toEqual(['BAD_BOOLEAN@0']);
    expect(read({ kind: 'boolean', label }, ['수료'])).toEqual(['BAD_BOOLEAN@0']);
  });

  it('hold times with their zone', () => {
    const spec: FieldSpec = { kind: 'dateTime', label };
    const noon = { utc: '2026-11-23T03:00:00Z', zone: 'Asia/Seoul' };
    expect(read(spec, [{ kind: 'date', date: '2026-11-23', time: '12:00:00' }, 'Asia/Seoul'])).toEqual(noon);
    expect(read(spec, ['2026-11-23 12:00', 'Asia/Seoul'])).toEqual(noon);
    expect(read(spec, [46_349.5, 'Asia/Seoul'])).toEqual(noon);
    expect(read(spec, ['2026-11-23 12:00', null])).toEqual(['BAD_DATE_TIME@1']);
    expect(read(spec, ['noon', 'here'])).toEqual(['BAD_DATE_TIME@0', 'BAD_DATE_TIME@1']);
    expect(read(spec, ['2026-11-23 12:00:99', 'Asia/Seoul'])).toEqual(['BAD_DATE_TIME@0']);
  });

  it('hold numbers as numbers or texts', () => {
    expect(read({ kind: 'number', label }, ['1,234.5'])).toBe(1234.5);
    expect(read({ kind: 'number', label }, ['about 5'])).toEqual(['BAD_NUMBER@0']);
    expect(read({ kind: 'number', label }, [{ kind: 'date', date: '2026-11-23', time: null }])).toEqual([
      'BAD_NUMBER@0',
    ]);
    expect(read({ kind: 'integer', label }, ['12'])).toBe(12);
    expect(read({ kind: 'integer', label }, [12.5])).toEqual(['BAD_INTEGER@0']);
    expect(read({ kind: 'integer', label }, [1e300])).toEqual(['BAD_INTEGER@0']);
    expect(Object.is(read({ kind: 'number', label }, [-0]), 0)).toBe(true);
  });

  it('hold money with its currency, and say which of the two is missing', () => {
    const spec: FieldSpec = { kind: 'money', label };
    expect(read(spec, ['1,000,000', ' usd '])).toEqual({ amount: 1_000_000, currency: 'USD' });
    expect(read(spec, [5, null])).toEqual(['CURRENCY_MISSING@1']);
    expect(read(spec, [null, 'USD'])).toEqual(['AMOUNT_MISSING@0']);
    expect(read(spec, ['much', 'Dollars'])).toEqual(['BAD_NUMBER@0', 'BAD_CURRENCY@1']);
  });

  it('hold choices by label in either language, by value and by alias', () => {
    const spec: FieldSpec = { kind: 'choice', label, choices };
    for (const text of ['Visit', 'visit', '방문', ' ON  site', '대면'])
      expect(read(spec, [text])).toBe('visit');
    expect(read(spec, ['by pigeon'])).toEqual(['BAD_CHOICE@0']);
    const many: FieldSpec = { kind: 'multiChoice', label, choices };
    expect(read(many, ['방문; Online、visit'])).toEqual(['online', 'visit']);
    expect(read(many, ['방문; pigeon; owl'])).toEqual(['BAD_CHOICE@0', 'BAD_CHOICE@0']);
  });

  it('hold yes and no in many spellings', () => {
    const spec: FieldSpec = { kind: 'boolean', label };
    for (const cell of [true, 'TRUE', 'yes', 'Y', '예', '○', 1]) expect(read(spec, [cell])).toBe(true);
    for (const cell of [false, 'no', 'N', '아니요', '아니오', 'X', 0]) expect(read(spec, [cell])).toBe(false);
    expect(read(spec, ['perhaps'])).toEqual(['BAD_BOOLEAN@0']);
  });

  it('hold countries by name or code', () => {
    const spec: FieldSpec = { kind: 'country', label };
    for (const text of ['BG', 'Bulgaria', '불가리아', 'Bulgaria (BG)']) expect(read(spec, [text])).toBe('BG');
    expect(read(spec, ['Bulgarien'])).toEqual(['BAD_COUNTRY@0']);
  });

  it('hold references by name or id, and name each one that leads nowhere', () => {
    expect(read({ kind: 'ref', label, to: 'person' }, ['kim'])).toBe(kim);
    expect(read({ kind: 'ref', label, to: 'person' }, [other])).toBe(other);
    expect(read({ kind: 'ref', label, to: 'person' }, ['Choi'])).toEqual(['UNKNOWN_REFERENCE@0']);
    expect(read({ kind: 'ref', label, to: 'person' }, ['Park'])).toEqual(['AMBIGUOUS_REFERENCE@0']);
    const refs: FieldSpec = { kind: 'refs', label, to: 'person' };
    expect(read(refs, ['Lee; kim;Lee'])).toEqual([kim, lee].sort());
    expect(read(refs, ['Kim; Choi; Park'])).toEqual(['UNKNOWN_REFERENCE@0', 'AMBIGUOUS_REFERENCE@0']);
  });

  it('hold attendance by gender, in which an empty cell means nobody', () => {
    const spec: FieldSpec = { kind: 'attendance', label };
    expect(read(spec, [5, '7', null, ''])).toEqual({ female: 5, male: 7, other: 0, undisclosed: 0 });
    expect(read(spec, [-1, 2.5, 'few', 3])).toEqual(['NOT_A_COUNT@0', 'NOT_A_COUNT@1', 'NOT_A_COUNT@2']);
  });

  it('hold texts as they stand, whatever they begin with', () => {
    const spec: FieldSpec = { kind: 'text', label };
    for (const text of ['=1+1', '@home', '-5 °C', '한국어', 'two\nlines'])
      expect(read(spec, [text])).toBe(text);
    expect(read(spec, ['two\r\nlines'])).toBe('two\nlines');
    expect(read(spec, [359_200_000_000])).toBe('359200000000');
    expect(read({ kind: 'localizedText', label }, ['자문', null, ' '])).toEqual({ ko: '자문' });
  });
});

describe('a problem of a cell', () => {
  it('says in both languages what stands there', () => {
    const result = codecOf({ kind: 'choice', label, choices }).fromCells(['by pigeon'], contextIn('ko'));
    expect(result.ok).toBe(false);
    if (result.ok) return;
    const texts = result.error.flatMap((problem) => [
      valueProblemText(problem, 'en'),
      valueProblemText(problem, 'ko'),
    ]);
    expect(texts).toHaveLength(2);
    for (const text of texts) {
      expect(text).toContain('by pigeon');
      expect(text).not.toMatch(/[{}]/);
    }
  });

  it('quotes no more of a long text than a person reads', () => {
    const result = codecOf({ kind: 'date', label }).fromCells(['x'.repeat(5000)], contextIn('en'));
    expect(result.ok).toBe(false);
    if (!result.ok) expect(String(result.error[0]?.params.value)).toHaveLength(80);
  });
});

describe('limits of a declaration', () => {
  const codes = (spec: FieldSpec, value: Parameters<ReturnType<typeof codecOf>['check']>[0]) =>
    codecOf(spec)
      .check(value)
      .map(({ code }) => code);

  it('are reported, not cut to', () => {
    expect(codes({ kind: 'text', label, maxLength: 3 }, 'four')).toEqual(['TOO_LONG']);
    expect(codes({ kind: 'localizedText', label, maxLength: 3 }, { en: 'four', ko: '다섯글자' })).toEqual([
      'TOO_LONG',
      'TOO_LONG',
    ]);
    expect(codes({ kind: 'number', label, min: 1, max: 5 }, 0.5)).toEqual(['TOO_SMALL']);
    expect(codes({ kind: 'integer', label, min: 1, max: 5 }, 6)).toEqual(['TOO_LARGE']);
    expect(codes({ kind: 'money', label }, { amount: -1, currency: 'USD' })).toEqual(['NEGATIVE_AMOUNT']);
    expect(codes({ kind: 'money', label, allowNegative: true }, { amount: -1, currency: 'USD' })).toEqual([]);
    expect(codes({ kind: 'money', label }, { amount: 0.12345, currency: 'XXQ' })).toEqual([
      'TOO_MANY_DECIMALS',
      'BAD_CURRENCY',
    ]);
    expect(codes({ kind: 'choice', label, choices }, 'pigeon')).toEqual(['BAD_CHOICE']);
    expect(codes({ kind: 'country', label }, 'XX')).toEqual(['BAD_COUNTRY']);
  });

  it('include the shape of the kind', () => {
    expect(codes({ kind: 'date', label }, 5)).toEqual(['BAD_STORED_VALUE']);
    expect(codes({ kind: 'attendance', label }, 'nobody')).toEqual(['BAD_STORED_VALUE']);
  });

  it('leave years without groups of digits', () => {
    const context = contextIn('en');
    expect(codecOf({ kind: 'integer', label, year: true }).toText(2017, context)).toBe('2017');
    expect(codecOf({ kind: 'integer', label }).toText(2017, context)).toBe('2,017');
  });
});
