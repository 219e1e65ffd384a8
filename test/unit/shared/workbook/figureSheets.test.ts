import { describe, expect, it } from 'vitest';
import { figureCharts } from '../../../../shared/reports/figureCharts.ts';
import { figureTable } from '../../../../shared/reports/figures.ts';
import { figuresDocument } from '../../../../shared/workbook/figureSheets.ts';
import { readWorkbook } from '../../../../shared/workbook/read/readWorkbook.ts';
import { writeWorkbook } from '../../../../shared/workbook/write/writeWorkbook.ts';
import { sampleProgramme, sampleToday } from '../../../support/sampleProgramme.ts';

const { set, centerIds } = sampleProgramme();
const table = figureTable(set, {
  breakdown: 'year',
  centerIds,
  years: [2024, 2025],
  today: sampleToday,
});
const charts = figureCharts(table);

async function gridsOf(language: 'en' | 'ko') {
  const source = {
    of: { en: 'all centers', ko: '전체 센터' },
    period: null,
    asOf: sampleToday,
    countRules: 1,
    includesSample: false,
  };
  const options = { language, by: 'Kim Minji', at: Date.UTC(2026, 10, 23), source };
  const written = await writeWorkbook(figuresDocument({ table, charts }, options));
  if (!written.ok) throw new Error(written.error.code);
  const read = await readWorkbook(written.value, 'figures.xlsx');
  if (!read.ok) throw new Error(read.error.code);
  return read.value.sheets;
}

describe('figures in a workbook', () => {
  it('have every indicator with its numbers, and how each is computed', async () => {
    const [sheet] = await gridsOf('en');
    const rows = sheet?.rows ?? [];
    expect(rows[1]?.[1]).toBe('Indicators');
    expect(rows[3]?.slice(1)).toEqual(['Indicator', 'Unit', '2024', '2025', 'How it is computed']);
    for (const [index, row] of table.rows.entries()) {
      const cells = rows[4 + index];
      expect(cells?.[1]).toBe(row.label.en);
      expect(cells?.slice(3, 5)).toEqual(row.values.map((value) => value?.value ?? '–'));
      expect(cells?.[5]).toBe(row.method.en);
    }
    expect(rows.flat()).toContain(
      'Source: records in eGCC Fieldbook, all centers. As of 2026-11-23. Count rules, version 1.',
    );
  });

  it('have a sheet for each chart, with sums of parts', async () => {
    const sheets = await gridsOf('ko');
    expect(sheets.map(({ name }) => name)).toEqual(['성과지표', ...charts.map(({ title }) => title.ko)]);
    const parts = charts.find(({ key }) => key === 'traineesByGender');
    const rows = sheets.find(({ name }) => name === '성별 연수 인원')?.rows ?? [];
    expect(rows[1]?.[1]).toBe('성별 연수 인원 (명)');
    const numbers = parts?.series.map(({ values }) => values[0]?.value ?? 0) ?? [];
    expect(rows[4]?.slice(1)).toEqual(['2024년', ...numbers, numbers.reduce((sum, one) => sum + one, 0)]);
  });
});
