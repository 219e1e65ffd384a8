import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivedRecordId, type RecordId } from '../../../../shared/core/ids.ts';
import { builtInCenterId, builtInChanges } from '../../../../shared/records/builtIn.ts';
import { recordSetOf } from '../../../../shared/records/recordSet.ts';
import { recordTypes } from '../../../../shared/records/registry.ts';
import {
  countRulesByVersion,
  currentCountRules,
  historyMetrics,
} from '../../../../shared/reports/countRules.ts';
import { type HistoryRow, type HistoryTable, historyTable } from '../../../../shared/reports/historyTable.ts';
import { periodOf } from '../../../../shared/reports/period.ts';
import type { StoredRecord } from '../../../../shared/sync/record.ts';
import { recordSetArbitrary, storedRecordOf } from '../../../support/recordGenerators.ts';
import { recordsFromChanges } from '../../../support/recordsFromChanges.ts';

const builtIn = recordsFromChanges(builtInChanges());
const bulgaria = builtInCenterId('BG10');
const peru = builtInCenterId('PE17');
const id = (name: string) => derivedRecordId('test', name);

const figuresOf = ({ cells }: Pick<HistoryRow, 'cells'>) =>
  historyMetrics.map((metric) => cells[metric].total);
const countedOf = (table: HistoryTable, centerId: RecordId | null) => {
  const row = table.rows.find((candidate) => candidate.centerId === centerId);
  return row === undefined ? null : historyMetrics.map((metric) => row.cells[metric].counted);
};

describe('the history table of a fresh installation', () => {
  const table = historyTable(recordSetOf(builtIn));

  it('is the published table', () => {
    const rows = Object.fromEntries(table.rows.map((row) => [row.label.en, figuresOf(row)]));
    expect(rows).toEqual({
      "Korea-Bulgaria('10)": [10, 5, 12],
      "Korea-Vietnam('11)": [26, 13, 18],
      "Korea-Uzbekistan('13)": [14, 27, 32],
      "Korea-Indonesia('16)": [12, 21, 24],
      "Korea-Peru('17)": [6, 28, 19],
      "Korea-Kenya('17)": [8, 15, 12],
    });
    expect(figuresOf({ cells: table.totals })).toEqual([76, 109, 117]);
  });

  it('has the centers in the order of the published table', () => {
    expect(table.rows.map(({ since }) => since)).toEqual([2010, 2011, 2013, 2016, 2017, 2017]);
    expect(table.rows.slice(4).map(({ label }) => label.en)).toEqual(["Korea-Peru('17)", "Korea-Kenya('17)"]);
  });

  it('leads from each figure to its source', () => {
    const cell = table.rows[0]?.cells.projects;
    expect(cell).toMatchObject({ baseline: 10, counted: 0, total: 10, records: [] });
    expect(cell?.baselineIds).toHaveLength(1);
    expect(table.totals.workshops.baselineIds).toHaveLength(6);
    expect(table.countRules).toBe(1);
  });
});

describe('old records of a center with published figures', () => {
  const vietnam = builtInCenterId('VN11');
  const advice = (date: string, sample = false): StoredRecord => ({
    ...storedRecordOf('consultation', id(date), { center: vietnam, date }),
    sample,
  });
  const records = [...builtIn, advice('2012-03-01'), advice('2025-03-01'), advice('2013-03-01', true)];

  it('are counted, and said to be in the figure already', () => {
    const { rows, totals } = historyTable(recordSetOf(records));
    const cell = rows.find(({ centerId }) => centerId === vietnam)?.cells.consulting;
    expect(cell).toMatchObject({ baseline: 13, counted: 3, total: 16 });
    expect(cell?.covered.map(({ day }) => day)).toEqual(['2012-03-01']);
    expect(totals.consulting.covered).toHaveLength(1);
    expect(totals.workshops.covered).toEqual([]);
  });

  it('are in no published figure where a period is counted', () => {
    const { totals } = historyTable(recordSetOf(records), { period: periodOf('year', '2012-03-01') });
    expect(totals.consulting).toMatchObject({ baseline: 0, counted: 1, covered: [] });
  });
});

describe('counting, version 1', () => {
  const records: readonly StoredRecord[] = [
    ...(['proposed', 'approved', 'running', 'done', 'cancelled'] as const).map((status) =>
      storedRecordOf('project', id(status), { center: bulgaria, status, start: '2026-01-15' }),
    ),
    storedRecordOf('consultation', id('c1'), { center: bulgaria, date: '2026-01-20' }),
    storedRecordOf('consultation', id('c2'), { center: peru, date: '2025-12-31' }),
    storedRecordOf('training', id('t1'), { center: bulgaria, start: '2026-01-25', end: '2026-02-10' }),
    storedRecordOf('event', id('e1'), { center: bulgaria, date: '2026-01-01', role: 'coHost' }),
    storedRecordOf('event', id('e2'), { center: bulgaria, date: '2026-02-01', endDate: '2026-02-05' }),
    { ...storedRecordOf('event', id('e3'), { center: bulgaria, date: '2026-02-01' }), deleted: true },
    { ...storedRecordOf('event', id('e4'), { center: bulgaria, date: '2026-02-01' }), sample: true },
  ];
  const set = recordSetOf([...builtIn, ...records]);

  it('counts projects from running on, every consultation, and trainings and events once each', () => {
    const table = historyTable(set);
    expect(countedOf(table, bulgaria)).toEqual([2, 1, 4]);
    expect(countedOf(table, peru)).toEqual([0, 1, 0]);
    const cell = table.rows.find(({ centerId }) => centerId === bulgaria)?.cells.projects;
    expect(cell).toMatchObject({ baseline: 10, counted: 2, total: 12 });
    expect(cell?.records.map((record) => record.id).sort()).toEqual([id('done'), id('running')].sort());
    expect(figuresOf({ cells: table.totals })).toEqual([78, 111, 121]);
  });

  it('leaves samples out when asked', () => {
    expect(countedOf(historyTable(set, { includeSample: false }), bulgaria)).toEqual([2, 1, 3]);
  });

  it('of a period counts by first day and leaves the published figures out', () => {
    const table = historyTable(set, { period: periodOf('month', '2026-01-15') });
    expect(countedOf(table, bulgaria)).toEqual([2, 1, 2]);
    expect(countedOf(table, peru)).toEqual([0, 0, 0]);
    expect(figuresOf({ cells: table.totals })).toEqual([2, 1, 2]);
    expect(table.totals.projects.baselineIds).toEqual([]);
  });

  it('of some centers totals these only', () => {
    const table = historyTable(set, { centerIds: [peru] });
    expect(table.rows.map(({ centerId }) => centerId)).toEqual([peru]);
    expect(figuresOf({ cells: table.totals })).toEqual([6, 29, 19]);
  });

  it('shows records whose center is not known in a row of their own', () => {
    const stray = storedRecordOf('consultation', id('stray'), { center: id('nowhere'), date: '2026-01-01' });
    const homeless = storedRecordOf('event', id('homeless'), { date: '2026-01-01' });
    const table = historyTable(recordSetOf([...builtIn, stray, homeless]));
    expect(table.rows).toHaveLength(7);
    expect(table.rows.at(-1)).toMatchObject({ centerId: null, since: null });
    expect(countedOf(table, null)).toEqual([0, 1, 1]);
    expect(figuresOf({ cells: table.totals })).toEqual([76, 110, 118]);
  });

  it('is one of the known versions', () => {
    expect(countRulesByVersion.get(1)).toBe(currentCountRules);
    expect([...countRulesByVersion].every(([version, rules]) => version === rules.version)).toBe(true);
  });
});

describe('any history table', () => {
  it('loses no record: its totals are an independent count of the set', () => {
    fc.assert(
      fc.property(recordSetArbitrary(3), (set) => {
        const table = historyTable(set);
        const projects = set
          .all('project')
          .filter(({ values }) => ['running', 'done'].includes(String(values.status)));
        const figures = (metric: string) =>
          set
            .all('baseline')
            .filter(({ values }) => values.metric === metric)
            .reduce((sum, { values }) => sum + Number(values.value), 0);
        expect(table.totals.projects.total).toBe(projects.length + figures('projects'));
        expect(table.totals.consulting.total).toBe(set.all('consultation').length + figures('consulting'));
        expect(table.totals.workshops.total).toBe(
          set.all('training').length + set.all('event').length + figures('workshops'),
        );
        for (const metric of historyMetrics) {
          expect(table.rows.reduce((sum, { cells }) => sum + cells[metric].total, 0)).toBe(
            table.totals[metric].total,
          );
          const ids = table.totals[metric].records.map((record) => record.id);
          expect(new Set(ids).size).toBe(ids.length);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('is the same in whatever order the records come', () => {
    fc.assert(
      fc.property(recordSetArbitrary(2), (set) => {
        const records = recordTypes.flatMap((type) => set.all(type));
        const shown = (table: HistoryTable) => table.rows.map((row) => [row.centerId, ...figuresOf(row)]);
        expect(shown(historyTable(recordSetOf([...records].reverse())))).toEqual(shown(historyTable(set)));
      }),
      { numRuns: 30 },
    );
  });
});
