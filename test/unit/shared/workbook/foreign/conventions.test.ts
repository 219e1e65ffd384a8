import { describe, expect, it } from 'vitest';
import { definitionOf } from '../../../../../shared/records/registry.ts';
import type { FieldSpec } from '../../../../../shared/schema/fieldSpec.ts';
import {
  findDateOrder,
  findDecimalMark,
  readForeignCell,
} from '../../../../../shared/workbook/foreign/conventions.ts';
import { foreignPeriod } from '../../../../../shared/workbook/foreign/periods.ts';
import type { GridCell } from '../../../../../shared/workbook/grid.ts';
import { day } from '../../../../support/foreignLogs.ts';

function specOf(type: string, key: string): FieldSpec {
  const spec = definitionOf(type).spec(key);
  if (spec === null) throw new Error(`no field ${key}`);
  return spec;
}
const date = specOf('consultation', 'date');
const hours = specOf('consultation', 'hours');
const attendance = specOf('training', 'attendance');
const none = { dateOrder: null, decimalMark: null };

describe('the order of a column of dates', () => {
  it('is decided by the values that can be one day only', () => {
    expect(findDateOrder(['03/04/2019', '23/04/2019'])).toMatchObject({ form: 'dmy', open: [] });
    expect(findDateOrder(['03/04/19', '04/23/19'])).toMatchObject({ form: 'mdy', open: [] });
    expect(findDateOrder(['19.03.04', '00.12.31'])).toMatchObject({ form: 'ymd', open: [] });
  });

  it('is asked where no value tells, with the value that needs it', () => {
    expect(findDateOrder(['2019-05-06', '05/05/2019', '03/04/2019'])).toEqual({
      form: null,
      open: ['dmy', 'mdy'],
      example: '03/04/2019',
    });
  });

  it('is asked where values contradict each other', () => {
    const found = findDateOrder(['23/04/2019', '04/23/2019', '03/04/2019']);
    expect(found.form).toBeNull();
    expect(found.open.length).toBeGreaterThan(1);
  });

  it('is no question where every value is plain', () => {
    expect(findDateOrder(['2019-03-04', '4 March 2019', 43528, day('2019-03-04')])).toEqual({
      form: null,
      open: [],
      example: '',
    });
  });
});

describe('a date cell', () => {
  it.each<[GridCell, 'dmy' | 'mdy' | 'ymd' | null]>([
    ['03/04/2019', 'mdy'],
    ['04/03/2019', 'dmy'],
    ['19.03.04', 'ymd'],
    ['2019년 3월 4일', null],
    ['19년 3월 4일', null],
    ['2019. 3. 4.(월)', 'dmy'],
    ['4 March 2019', null],
    [43528, null],
    ['43528', null],
    [20190304, null],
    [day('2019-03-04'), null],
  ])('%j is 4 March 2019 in order %s', (cell, dateOrder) => {
    expect(readForeignCell(cell, date, '', { dateOrder, decimalMark: null }, '1900')).toEqual({
      ok: true,
      cell: day('2019-03-04'),
    });
  });

  it('counts serials from 1904 in a workbook that does', () => {
    expect(readForeignCell(43528 - 1462, date, '', none, '1904')).toEqual({
      ok: true,
      cell: day('2019-03-04'),
    });
  });

  it('that the order contradicts is refused, not read the other way', () => {
    const dmy = { dateOrder: 'dmy', decimalMark: null } as const;
    expect(readForeignCell('04/23/2019', date, '', dmy, '1900')).toEqual({ ok: false, code: 'BAD_DATE' });
  });

  it('that can be two days is refused while the order is open', () => {
    expect(readForeignCell('03/04/2019', date, '', none, '1900')).toEqual({
      ok: false,
      code: 'AMBIGUOUS_DATE',
    });
  });
});

describe('the decimal mark of a column of numbers', () => {
  it.each([
    [['1.234', '12,5'], ','],
    [['1,234', '12.5'], '.'],
    [['1.234.567', '1.234'], ','],
    [['1 234,56', '1,234'], ','],
  ] as const)('of %j is “%s”', (cells, mark) => {
    expect(findDecimalMark(cells, hours)).toMatchObject({ form: mark, open: [] });
  });

  it('is asked where every value can be two numbers', () => {
    expect(findDecimalMark(['1.234', '5.678', '12'], hours)).toEqual({
      form: null,
      open: ['.', ','],
      example: '1.234',
    });
  });
});

describe('a cell of days with times of day', () => {
  it.each(['2026.3.2. 10:00~12:00', '2026-03-02 (월) 14:00-16:00', '2026년 3월 2일 10시~12시'])(
    '“%s” is its day, in a column of days and in one of periods',
    (text) => {
      const cell = { kind: 'date', date: '2026-03-02', time: null };
      expect(readForeignCell(text, date, '', none, '1900')).toEqual({ ok: true, cell });
      expect(foreignPeriod(text, none, '1900')).toEqual({
        ok: true,
        period: { start: '2026-03-02', end: '2026-03-02' },
      });
    },
  );

  it('is a day of the order that the column has', () => {
    const dmy = { dateOrder: 'dmy', decimalMark: null } as const;
    expect(findDateOrder(['03/04/2026 10:00-12:00']).open).toEqual(['dmy', 'mdy']);
    expect(readForeignCell('03/04/2026 10:00~12:00', date, '', dmy, '1900')).toMatchObject({
      cell: { date: '2026-04-03' },
    });
  });
});

describe('a number cell', () => {
  it.each([
    ['1.234,5', ',', 1234.5],
    ['1,234.5', '.', 1234.5],
    ['1 234,5', ',', 1234.5],
    ['1\u00a0234,5', ',', 1234.5],
    ['1.234', ',', 1234],
    ['1.234', '.', 1.234],
    ['−3', null, -3],
    ['3시간', null, 3],
    ['2.5 h', null, 2.5],
  ] as const)('“%s” with “%s” is %d', (text, decimalMark, value) => {
    const read = readForeignCell(text, hours, '', { dateOrder: null, decimalMark }, '1900');
    expect(read).toEqual({ ok: true, cell: value });
  });

  it('that can be two numbers is refused while the mark is open', () => {
    expect(readForeignCell('1.234', hours, '', none, '1900')).toEqual({
      ok: false,
      code: 'AMBIGUOUS_NUMBER',
    });
  });

  it('of people has no decimals, so its mark parts thousands', () => {
    for (const text of ['1.234', '1,234', '1,234명']) {
      expect(readForeignCell(text, attendance, 'female', none, '1900')).toEqual({ ok: true, cell: 1234 });
    }
  });

  it.each(['12,34,5', '1.23.456', 'three', '1.234,567.8'])('“%s” is refused', (text) => {
    const comma = { dateOrder: null, decimalMark: ',' } as const;
    expect(readForeignCell(text, hours, '', comma, '1900')).toEqual({ ok: false, code: 'BAD_NUMBER' });
  });
});

describe('an amount as accounts write it', () => {
  const cost = specOf('training', 'cost');
  const read = (cell: GridCell) => readForeignCell(cell, cost, 'amount', { ...none, factor: 1 }, '1900');

  it.each<[string, number | null]>([
    ['(1,200.50)', -1200.5],
    ['△1,200.50', -1200.5],
    ['▲ 500만원', -5_000_000],
    ['-', null],
    ['3억 5천만원', 350_000_000],
    ['1조', 1e12],
    ['1.5억', 150_000_000],
    ['금 1,234,500원정', 1_234_500],
  ])('%s', (cell, amount) => {
    expect(read(cell)).toEqual({ ok: true, cell: amount });
  });

  it('is whole within its number, whatever the column counts in', () => {
    const thousands = { ...none, factor: 1000, currency: 'KRW' };
    expect(readForeignCell('3억 5천만원', cost, 'amount', thousands, '1900')).toEqual({
      ok: true,
      cell: 350_000_000,
    });
    expect(readForeignCell('△1,200.50', cost, 'amount', thousands, '1900')).toEqual({
      ok: true,
      cell: -1_200_500,
    });
  });

  it.each([
    ['약 1,200만원', 'APPROXIMATE_AMOUNT'],
    ['about 12', 'APPROXIMATE_AMOUNT'],
    ['(-1,200)', 'BAD_NUMBER'],
    ['3만 5억', 'BAD_NUMBER'],
  ] as const)('%s is refused', (cell, code) => {
    expect(read(cell)).toEqual({ ok: false, code });
  });
});
