import { expect, test } from 'vitest';
import type { RecordId } from '../../../../../shared/core/ids.ts';
import { builtInCenterId } from '../../../../../shared/records/builtIn.ts';
import { correctionsOf } from '../../../../../shared/reports/periodic/corrections.ts';
import { reportCellText } from '../../../../../shared/reports/periodic/differenceTexts.ts';
import { reportContent } from '../../../../../shared/reports/periodic/reportContent.ts';
import { replica } from '../../../../support/centerLaptop.ts';
import { center, reportedQuarter, submit, submitByThirdRules } from './reportedCenter.ts';

const vietnam = builtInCenterId('VN11');

function withOutcomes() {
  const laptop = replica('headquarters', 9);
  const figure = { year: 2026, value: 3 } as const;
  laptop.create('outcome', { ...figure, name: 'Of the center', center, country: 'BG' });
  laptop.create('outcome', { ...figure, name: 'Of its country', country: 'BG' });
  laptop.create('outcome', { ...figure, name: 'Of no country' });
  laptop.create('outcome', { ...figure, name: 'Of another country', country: 'VN' });
  laptop.create('outcome', { ...figure, name: 'Of another center', center: vietnam });
  return laptop;
}

function tableOf(laptop: ReturnType<typeof withOutcomes>, centerIds: readonly RecordId[]) {
  const period = { kind: 'quarterly', from: '2026-01-01', to: '2026-03-31' } as const;
  const { sections } = reportContent(laptop.records, { ...period, centerIds, asOf: '2026-04-07' });
  return sections.flatMap(({ tables }) => tables).find(({ key }) => key === 'outcomes');
}

test('a center is told the published figures of its own country, and of none', () => {
  const table = tableOf(withOutcomes(), [center]);
  const names = table?.rows.map(({ cells: [name = null] }) => reportCellText(name, 'en'));
  expect(names?.toSorted()).toEqual(['Of its country', 'Of no country', 'Of the center']);
  expect(table?.columns.map(({ label }) => label.en)).not.toContain('Country');
});

test('centers together are told those of all their countries, each with its country', () => {
  const table = tableOf(withOutcomes(), [center, vietnam]);
  expect(table?.rows).toHaveLength(5);
  expect(table?.columns.map(({ label }) => label.en)).toContain('Country');
});

test('a report that was sealed when every country was told of differs in nothing', () => {
  for (const [seal, told] of [
    [submit, 3],
    [submitByThirdRules, 4],
  ] as const) {
    const laptop = withOutcomes();
    laptop.now = Date.parse('2026-04-07T09:00:00Z');
    seal(laptop, reportedQuarter(laptop));
    const [correction] = correctionsOf(laptop.records);
    const tables = correction?.sealed?.sections.flatMap((section) => section.tables);
    expect(tables?.find(({ key }) => key === 'outcomes')?.rows).toHaveLength(told);
    expect(correction?.differences).toEqual([]);
  }
});
