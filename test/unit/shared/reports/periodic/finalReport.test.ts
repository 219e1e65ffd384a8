import { describe, expect, it } from 'vitest';
import { correctionsOf } from '../../../../../shared/reports/periodic/corrections.ts';
import { differenceLine } from '../../../../../shared/reports/periodic/differenceTexts.ts';
import { figureColumns } from '../../../../../shared/reports/periodic/reportPaper.ts';
import { readWorkbook } from '../../../../../shared/workbook/read/readWorkbook.ts';
import { reportDocument } from '../../../../../shared/workbook/reportDocument.ts';
import { writeWorkbook } from '../../../../../shared/workbook/write/writeWorkbook.ts';
import { centerReplica } from '../../../../support/batch.ts';
import type { Replica } from '../../../../support/exchange.ts';
import { center, submit, submitByThirdRules } from './reportedCenter.ts';

/** The final report of three years, in each of which money was spent, and in the year before them too. */
function closedCenter() {
  const laptop = centerReplica('sofialaptop0', 'BG10', 1);
  laptop.edit('center', center, { koreaBudget: { amount: 1_000_000, currency: 'USD' } });
  for (const [date, amount] of [
    ['2022-12-01', 1],
    ['2023-03-01', 10],
    ['2024-03-01', 100],
    ['2026-02-01', 1000],
  ] as const)
    laptop.create('budgetEntry', {
      center,
      source: 'korea',
      category: 'travel',
      date,
      amount: { amount, currency: 'USD' },
    });
  const plan = laptop.create('plan', { center, year: 2025, version: 1, status: 'approved' });
  laptop.create('planLine', { center, plan, indicator: 'consultations', target: 4 });
  const id = laptop.create('report', {
    center,
    kind: 'final',
    from: '2023-01-01',
    to: '2026-03-31',
    status: 'draft',
  });
  return { laptop, id, plan };
}

const correctionOf = (laptop: Replica) => {
  const [correction] = correctionsOf(laptop.records);
  if (correction?.sealed == null) throw new Error('no seal');
  return { ...correction, sealed: correction.sealed };
};

describe('a final report', () => {
  it('says what was reached in all years against the target of all years, and nothing twice', () => {
    const labels = (language: 'en' | 'ko') => figureColumns('final').map(({ label }) => label[language]);
    expect(labels('en')).toEqual(['In all years', 'Target of all years']);
    expect(labels('ko')).toEqual(['전체 누계', '전체 목표']);
    expect(figureColumns('quarterly').map(({ label }) => label.ko)).toEqual([
      '보고 기간',
      '목표',
      '연도 누계',
      '연간 목표',
    ]);
    expect(figureColumns('annual')).toEqual(figureColumns('quarterly'));
    const { laptop, id } = closedCenter();
    submit(laptop, id);
    const tables = correctionOf(laptop).sealed.sections.flatMap((section) => section.tables);
    const bySource = tables.find(({ key }) => key === 'budgetBySource');
    expect(bySource?.columns.map(({ label }) => label.ko)).toEqual([
      '재원',
      '보고 기간',
      '전체 누계',
      '합의 예산',
    ]);
    expect(bySource?.rows[0]?.cells.slice(1)).toEqual([1110, 1111, 1_000_000]);
  });

  it('has the same columns in its workbook, each number below its name', async () => {
    const { laptop, id } = closedCenter();
    submit(laptop, id);
    const { sealed, hash: seal } = correctionOf(laptop);
    const { kind, from, to, centerName: name, asOf, sections, texts } = sealed;
    const voices = [{ name: null, texts }];
    const paper = { kind, from, to, name, asOf, sections, voices, seal, includesSample: false };
    for (const [language, labels] of [
      ['en', ['Indicator', 'In all years', 'Target of all years', 'Reached']],
      ['ko', ['지표', '전체 누계', '전체 목표', '달성률']],
    ] as const) {
      const written = await writeWorkbook(reportDocument(paper, { language, by: 'Head', at: 0 }));
      const read = written.ok ? await readWorkbook(written.value, 'report.xlsx') : written;
      if (!read.ok) throw new Error(read.error.code);
      const rows = read.value.sheets[1]?.rows ?? [];
      const heads = rows.findIndex((row) => row[1] === labels[0]);
      expect(rows[heads]?.slice(1)).toEqual(labels);
      const consultations = rows.find(({ 2: value, 3: target }) => value === 1 && target === 4);
      expect(consultations?.slice(1, 4)).toEqual([expect.any(String), 1, 4]);
    }
  });

  it('names what differs from its seal by the same names, once', () => {
    const { laptop, id, plan } = closedCenter();
    submit(laptop, id);
    const [line] = laptop.records.all('planLine').filter(({ values }) => values.plan === plan);
    const [consultation] = laptop.records.all('consultation');
    if (line === undefined || consultation === undefined) throw new Error('no plan');
    laptop.edit('planLine', line.id, { target: 5 });
    laptop.create('consultation', { ...consultation.values, date: '2025-05-05' });
    const [entry] = laptop.records.all('budgetEntry').filter(({ values }) => values.date === '2024-03-01');
    if (entry === undefined) throw new Error('nothing was spent');
    laptop.edit('budgetEntry', entry.id, { amount: { amount: 300, currency: 'USD' } });
    const lines = (lacksOutside: boolean) =>
      (correctionsOf(laptop.records, { lacksOutside })[0]?.differences ?? [])
        .filter(({ what }) => what === 'figure' || what === 'table')
        .map((difference) => `${difference.origin} ${differenceLine(difference, 'en')}`);
    const ofPeriod = [
      'period Figure · Summary · Consultations · In all years: 1 → 2',
      'period Figure · Summary · Consultations · Target of all years: 4 → 5',
      'period Table · By source (USD) · Korea · In the period: 1,110 → 1,310',
    ];
    expect(lines(false)).toEqual(
      expect.arrayContaining([
        ...ofPeriod,
        'outside Table · By source (USD) · Korea · In all: 1,111 → 1,311',
      ]),
    );
    expect(lines(false).join('\n')).not.toContain('Year to date');
    expect(lines(true)).toEqual(expect.arrayContaining(ofPeriod));
    expect(lines(true).join('\n')).not.toContain('In all:');
    expect(lines(false).filter((text) => text.includes('Summary · Consultations'))).toHaveLength(2);
  });

  it('holds where it was sealed with the columns of before', () => {
    const { laptop, id } = closedCenter();
    submitByThirdRules(laptop, id);
    const { sealed, differences } = correctionOf(laptop);
    const tables = sealed.sections.flatMap((section) => section.tables);
    expect(tables.find(({ key }) => key === 'budgetBySource')?.columns).toHaveLength(5);
    expect(differences).toEqual([]);
    laptop.edit('center', center, { koreaBudget: { amount: 2, currency: 'USD' } });
    expect(correctionOf(laptop).differences.map((one) => differenceLine(one, 'en'))).toEqual([
      'Table · By source (USD) · Korea · Agreed: 1,000,000 → 2',
    ]);
  });
});
