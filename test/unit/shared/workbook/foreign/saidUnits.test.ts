import { describe, expect, it } from 'vitest';
import { columnUnit, headerUnit } from '../../../../../shared/workbook/foreign/saidUnits.ts';
import { titleUnits } from '../../../../../shared/workbook/foreign/titleUnits.ts';
import type { GridRow } from '../../../../../shared/workbook/grid.ts';
import { processorTime } from '../../../../support/processorTime.ts';

describe('a header', () => {
  it.each([
    ['Cost (USD)', 'USD', 1],
    ['비용(천원)', 'KRW', 1e3],
    ['금액 [백만원]', 'KRW', 1e6],
    ['예산（단위: 천원）', 'KRW', 1e3],
    ['예산(단위:1,000원)', 'KRW', 1e3],
    ['Budget, EUR', 'EUR', 1],
    ['Amount in thousand USD', 'USD', 1e3],
    ['Cost USD', 'USD', 1],
    ['Cost (usd)', 'USD', 1],
    ['Cost / USD', 'USD', 1],
    ['Budget 2026 (KRW)', 'KRW', 1],
    ['총액(VAT 포함, 천원)', 'KRW', 1e3],
    ['예산(2026년, 천원)', 'KRW', 1e3],
    ['Amount (USD, thousands)', 'USD', 1e3],
    ['Cost (USD) (thousands)', 'USD', 1e3],
    ['Cost (KRW, in thousands)', 'KRW', 1e3],
    ['예산(원, 천)', 'KRW', 1e3],
    ['Budget USD (thousands)', 'USD', 1e3],
    ['Budget (USD m)', 'USD', 1e6],
    ['Budget ($m)', 'USD', 1e6],
    ['Budget (MUSD)', 'USD', 1e6],
    ['Budget ($000)', 'USD', 1e3],
    ["Budget ($'000)", 'USD', 1e3],
    ['Budget (000 USD)', 'USD', 1e3],
    ['Amount (USD x 1,000)', 'USD', 1e3],
    ['Amount (USD ×1000)', 'USD', 1e3],
    ['집행액(US$1,000)', 'USD', 1e3],
    ['Cost (T€)', 'EUR', 1e3],
    ['Cost (Tsd. EUR)', 'EUR', 1e3],
    ['Budget (10K USD)', 'USD', 1e4],
    ['사업비(억)', null, 1e8],
    ['Amount (thousands)', null, 1e3],
  ])('%s names its unit', (header, currency, factor) => {
    expect(headerUnit(header)).toEqual({ unit: { currency, factor }, doubt: null });
  });

  it.each([
    ...[
      'Cost',
      '비용',
      'Cost (net)',
      'Hours (h)',
      '참가자(명)',
      'Training cost',
      '2026 Budget',
      'Amount (Top 10)',
    ],
    ...['Amount (all)', 'Amount (top)', 'Amount (try)', 'Amount (mad)', 'AMOUNT (ALL)', 'Cost (per pax)'],
  ])('%s names none', (header) => {
    expect(headerUnit(header)).toEqual({ unit: null, doubt: null });
  });

  it.each([
    ...[
      'Cost per thousand',
      'Amount per 1,000',
      'Budget M',
      'Budget thousands',
      'Amount (m)',
      'Cost (USD/KRW)',
    ],
    ...['참가비(10,000원)', '총예산천원', '금액(천원 이상)', 'Amount (KRW 1000s)', 'Budget (HK$ 000)'],
  ])('%s speaks of one that is not certain', (header) => {
    expect(headerUnit(header)).toEqual({ unit: null, doubt: header });
  });

  it.each([
    ['Budget (100 USD)', 'USD'],
    ['금액(원/천원)', 'KRW'],
    ['Amount (USD, some thousand)', 'USD'],
  ])('%s names the currency and leaves the factor in doubt', (header, currency) => {
    expect(headerUnit(header)).toEqual({ unit: { currency, factor: 1 }, doubt: header });
  });
});

const table = (...titles: readonly GridRow[]) => ({
  sheet: { name: '예산', visibility: 'visible', rows: [...titles, ['항목', '금액', '비고']] } as const,
  headerRow: titles.length,
});

const title = (...titles: readonly GridRow[]) => {
  const { sheet, headerRow } = table(...titles);
  const { units, doubt } = titleUnits(sheet, headerRow);
  return { units, doubt };
};

describe('a table', () => {
  it.each([
    ['(단위: 천원)', 'KRW', 1e3],
    ['2026년 예산 (단위: 명, 천원)', 'KRW', 1e3],
    ['(단위: 1,000원)', 'KRW', 1e3],
    ['(단위:1,000 USD)', 'USD', 1e3],
    ['(Unit: 1,000 KRW)', 'KRW', 1e3],
    ['(Unit: USD 1,000)', 'USD', 1e3],
    ['(단위 천원)', 'KRW', 1e3],
    ['단위(천원)', 'KRW', 1e3],
    ['천원 단위', 'KRW', 1e3],
    ['(천원)', 'KRW', 1e3],
    ['천원', 'KRW', 1e3],
    ['2026 budget (백만원)', 'KRW', 1e6],
    ['(in thousands of USD)', 'USD', 1e3],
    ['(Amounts in thousand USD)', 'USD', 1e3],
    ['All amounts in KRW thousand', 'KRW', 1e3],
    ['Figures in thousands', null, 1e3],
    ['(Currency: USD)', 'USD', 1],
    ["(Unit: '000 USD)", 'USD', 1e3],
  ])('names its unit above the header: %s', (text, currency, factor) => {
    expect(title([text])).toEqual({ units: [{ currency, factor }], doubt: null });
  });

  it('names its unit in the cell beside the word', () => {
    expect(title(['2026년 예산'], [null, '단위:', '1,000원'])).toEqual({
      units: [{ currency: 'KRW', factor: 1e3 }],
      doubt: null,
    });
  });

  it('says once what its texts repeat', () => {
    const { sheet, headerRow } = table(['(단위: 천원)', '(단위: 천원)'], ['(단위: 천원)']);
    expect(titleUnits(sheet, headerRow).text).toBe('(단위: 천원)');
  });

  it('is in doubt where more stands above it than anybody writes there', () => {
    const prose = Array.from({ length: 600 }, (_, row) => [
      `Remark ${row} ${'on the fictional hall '.repeat(43)}`,
    ]);
    expect(title(...prose.slice(0, 400), ['(단위: 천원)'])).toEqual({
      units: [{ currency: 'KRW', factor: 1e3 }],
      doubt: null,
    });
    expect(title(['(단위: 천원)'], ...prose).doubt).toMatch(/^Remark \d+ on/u);
  });

  it('names several units', () => {
    const units = [
      { currency: 'USD', factor: 1 },
      { currency: 'KRW', factor: 1e3 },
    ];
    expect(title(['(단위: US$, 천원)'])).toEqual({ units, doubt: null });
  });

  it.each([
    ...[
      '2026년 교육 실적',
      '천안시 교육 실적',
      '만족도 조사',
      '단위사업 목록',
      'Unit: Training Team',
      '(단위: 명, %)',
    ],
    ...[
      '(단위: 천명)',
      'Grant of 2 million USD',
      '500만원 이하 사업',
      'Project list (all)',
      'Trainings in Korea',
    ],
    ...['실적 (2026.1.1.~3.31.)', '1,000'],
  ])('names none: %s', (text) => {
    expect(title([text])).toEqual({ units: [], doubt: null });
  });

  it.each([
    ...['2026 budget 백만원', '※ 금액은 천원 단위임', 'Grant (USD 10,000)', '(단위: 100원)', '(천)'],
    ...[
      '(단위: 포인트)',
      '(Unit: points)',
      'Đơn vị: triệu đồng',
      '(в тыс. руб.)',
      '단위: 억대',
      'Amounts are in 1,000 KRW unless stated',
      '총예산 1,000,000원',
      'All figures thousands',
    ],
  ])('speaks of one that is not certain: %s', (text) => {
    expect(title([text])).toEqual({ units: [], doubt: text });
  });

  it('leaves in doubt what stands only below it', () => {
    const { sheet, headerRow } = table(['2026년 예산']);
    const rows = [...sheet.rows, ['교육', 1200, '가'], ['(단위: 백만원)']];
    expect(titleUnits({ ...sheet, rows }, headerRow)).toMatchObject({ units: [], doubt: '(단위: 백만원)' });
    const named = [['(단위: 천원)'], ...rows.slice(1)];
    expect(titleUnits({ ...sheet, rows: named }, headerRow)).toMatchObject({ doubt: null });
  });
});

describe('a column of amounts', () => {
  it.each([
    ['Amount (USD)', '(단위: 천달러)', 'USD', 1e3],
    ['Amount ($)', '(단위: 천달러)', 'USD', 1e3],
    ['Amount (KRW)', '(단위: 1,000원)', 'KRW', 1e3],
    ['Amount (KRW)', '(in thousands)', 'KRW', 1e3],
    ['Amount (thousands)', '(Unit: USD)', 'USD', 1e3],
    ['Amount (USD)', '(단위: 천원, 천달러)', 'USD', 1e3],
    ['Amount (USD)', '(단위: 천원, US$)', 'USD', 1],
    ['금액(천원)', '(단위: 백만원)', 'KRW', 1e3],
    ['금액(천원)', 'Million Trees', 'KRW', 1e3],
    ['Amount', '(단위: 천)', null, 1e3],
  ])('is in what its header and the title say together: %s under %s', (header, text, currency, factor) => {
    expect(columnUnit(header, table([text]))).toEqual({ unit: { currency, factor }, doubt: null });
  });

  it.each([
    ['금액(원)', '(단위: 천원)', 'KRW'],
    ['Amount (USD)', '(단위: 천원)', 'USD'],
    ['Amount (USD)', 'Million Trees', 'USD'],
    ['Amount', '(단위: 천원, 천달러)', null],
    ['Amount per 1,000', '(단위: 천원)', null],
  ])('is in doubt where they do not fit: %s under %s', (header, text, currency) => {
    const { unit, doubt } = columnUnit(header, table([text]));
    expect(unit?.currency ?? null).toBe(currency);
    expect(unit?.factor ?? 1).toBe(1);
    expect(doubt).not.toBeNull();
  });

  it.each(['in ', '(천원 ', '단위: ', '1,000 USD ', 'k '])(
    'is looked for at once in texts full of %j',
    (part) => {
      const text = part.repeat(10_000);
      const before = processorTime();
      columnUnit(text, table([text]));
      expect(processorTime() - before).toBeLessThan(1000);
    },
  );
});
