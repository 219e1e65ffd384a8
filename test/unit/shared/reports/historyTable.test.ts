import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivedRecordId, type RecordId } from '../../../../shared/core/ids.ts';
import { builtInCenterId, builtInChanges } from '../../../../shared/records/builtIn.ts';
import { openingYear } from '../../../../shared/records/center.ts';
import { publishedSource } from '../../../../shared/records/publishedHistory.ts';
import { type RecordSet, recordSetOf } from '../../../../shared/records/recordSet.ts';
import { recordTypes, type ValuesByType } from '../../../../shared/records/registry.ts';
import {
  countRulesByVersion,
  currentCountRules,
  historyMetrics,
} from '../../../../shared/reports/countRules.ts';
import { type HistoryRow, type HistoryTable, historyTable } from '../../../../shared/reports/historyTable.ts';
import { periodOf } from '../../../../shared/reports/period.ts';
import type { AnyValues } from '../../../../shared/schema/fieldSpec.ts';
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
    expect(table.countRules).toBe(2);
  });
});

describe('old records of a center with published figures', () => {
  const vietnam = builtInCenterId('VN11');
  const advice = (date: string, sample = false): StoredRecord => ({
    ...storedRecordOf('consultation', id(date), { center: vietnam, date }),
    sample,
  });
  const records = [...builtIn, advice('2012-03-01'), advice('2025-03-01'), advice('2013-03-01', true)];

  const consultingOf = (set: readonly StoredRecord[], version?: number) => {
    const rules = version === undefined ? undefined : countRulesByVersion.get(version);
    const { rows } = historyTable(recordSetOf(set), rules === undefined ? {} : { rules });
    return rows.find(({ centerId }) => centerId === vietnam)?.cells.consulting;
  };
  const heldDays = (set: readonly StoredRecord[]) => consultingOf(set)?.held.map(({ day }) => day);
  const said = (date: string, inPublishedFigure: 'yes' | 'no') =>
    storedRecordOf('consultation', id(`${date} said`), { center: vietnam, date, inPublishedFigure });
  /** The figure of the page with a day, or another number. */
  const figureWith = (values: ValuesByType['baseline']): readonly StoredRecord[] =>
    builtIn.map((record) =>
      record.type === 'baseline' && record.centerId === vietnam && record.values.metric === 'consulting'
        ? { ...record, values: { ...record.values, ...values } }
        : record,
    );

  it('are shown beside the figure that holds them, and not added to it; samples are added', () => {
    expect(consultingOf(records)).toMatchObject({ baseline: 13, counted: 2, total: 15 });
    expect(heldDays(records)).toEqual(['2012-03-01']);
    const { totals } = historyTable(recordSetOf(records));
    expect(totals.consulting.held).toHaveLength(1);
    expect(totals.consulting.total).toBe(109 + 2);
    expect(totals.workshops.held).toEqual([]);
  });

  it('were all added by version 1, as in tables that were made with it', () => {
    expect(consultingOf(records, 1)).toMatchObject({ baseline: 13, counted: 3, total: 16, held: [] });
  });

  it('are held by a figure as somebody says of them, whatever their day', () => {
    const set = [...builtIn, said('2025-06-01', 'yes'), said('2012-06-01', 'no'), advice('2012-03-01')];
    expect(heldDays(set)?.toSorted()).toEqual(['2012-03-01', '2025-06-01']);
    expect(consultingOf(set)).toMatchObject({ baseline: 13, counted: 1, total: 14 });
  });

  it('are held until the day that is entered for the figure, that day with it', () => {
    const set = [...figureWith({ asOf: '2012-03-01' }), advice('2012-03-01'), advice('2012-03-02')];
    expect(heldDays(set)).toEqual(['2012-03-01']);
  });

  it('are held by no figure of zero, and where none was published', () => {
    expect(heldDays([...figureWith({ value: 0 }), advice('2012-03-01'), said('2012-05-01', 'yes')])).toEqual(
      [],
    );
    const without = builtIn.filter(({ type }) => type !== 'baseline');
    expect(consultingOf([...without, advice('2012-03-01'), said('2012-05-01', 'yes')])).toMatchObject({
      total: 2,
      held: [],
    });
  });

  it('are held up to the number of the figure: those of which it is said, then the earliest', () => {
    const set = [
      ...figureWith({ value: 2 }),
      advice('2012-02-01'),
      advice('2012-01-01'),
      said('2012-03-01', 'yes'),
      advice('2012-04-01'),
    ];
    expect(heldDays(set)?.toSorted()).toEqual(['2012-01-01', '2012-03-01']);
    // Two of the four are beyond a figure of two; no number is smaller than the records that prove it.
    expect(consultingOf(set)).toMatchObject({ baseline: 2, counted: 2, total: 4 });
  });

  it('are in no published figure where a period is counted', () => {
    const { totals } = historyTable(recordSetOf(records), { period: periodOf('year', '2012-03-01') });
    expect(totals.consulting).toMatchObject({ baseline: 0, counted: 1, held: [] });
  });
});

describe('counting, by either version', () => {
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

  it('until a day leaves out what is planned for later, but not what has no day', () => {
    const undated = storedRecordOf('project', id('undated'), { center: peru, status: 'running' });
    const table = historyTable(recordSetOf([...builtIn, ...records, undated]), { until: '2026-01-25' });
    expect(countedOf(table, bulgaria)).toEqual([2, 1, 2]);
    expect(countedOf(table, peru)).toEqual([1, 1, 0]);
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
    expect(countRulesByVersion.get(2)).toBe(currentCountRules);
    expect([...countRulesByVersion.keys()]).toEqual([1, 2]);
    expect([...countRulesByVersion].every(([version, rules]) => version === rules.version)).toBe(true);
  });
});

function countedByText(
  set: RecordSet,
  metric: string,
): readonly { readonly day: unknown; readonly record: StoredRecord }[] {
  const dated = (type: 'project' | 'consultation' | 'training' | 'event', field: string) =>
    set.all(type).map((record) => ({ day: record.values[field], record }));
  if (metric === 'consulting') return dated('consultation', 'date');
  if (metric === 'workshops') return [...dated('training', 'start'), ...dated('event', 'date')];
  return dated('project', 'start').filter(({ record }) =>
    ['running', 'done'].includes(String(record.values.status)),
  );
}

const publishedByText = (set: RecordSet, metric: string): number =>
  set
    .all('baseline')
    .filter(({ values }) => values.metric === metric)
    .reduce((sum, { values }) => sum + Number(values.value), 0);

/** How many records the figures of all centers hold: none more than their number, no sample. */
function heldByText(set: RecordSet, metric: string): number {
  return set
    .all('center')
    .map((center) => {
      const figures = set
        .all('baseline')
        .filter(
          ({ centerId, values }) =>
            centerId === center.id && values.metric === metric && Number(values.value) > 0,
        );
      const holds = countedByText(set, metric).filter(({ day, record }) => {
        if (record.sample || record.centerId !== center.id) return false;
        if (record.values.inPublishedFigure !== undefined) return record.values.inPublishedFigure === 'yes';
        return (
          typeof day === 'string' && figures.some(({ values }) => day <= lastDayByText(values, center.values))
        );
      });
      const number = figures.reduce((sum, { values }) => sum + Number(values.value), 0);
      return Math.min(holds.length, number);
    })
    .reduce((sum, held) => sum + held, 0);
}

/** The entered day; else the end of the center’s third year, on the programme’s page not before the end of 2017. */
function lastDayByText(figure: AnyValues, center: AnyValues): string {
  if (typeof figure.asOf === 'string') return figure.asOf;
  const opened = openingYear(center);
  if (opened === null) return '';
  const year = figure.source === publishedSource ? Math.max(opened + 2, 2017) : opened + 2;
  return `${year}-12-31`;
}

describe('any history table', () => {
  it('loses no record: its totals are an independent count of the set by the text of the rules', () => {
    fc.assert(
      fc.property(recordSetArbitrary(4), (set) => {
        const table = historyTable(set);
        for (const metric of historyMetrics) {
          const { total, records, held } = table.totals[metric];
          const counted = countedByText(set, metric);
          expect(records.length + held.length).toBe(counted.length);
          expect(total).toBe(publishedByText(set, metric) + counted.length - heldByText(set, metric));
          expect(table.rows.reduce((sum, { cells }) => sum + cells[metric].total, 0)).toBe(total);
          const ids = [...records, ...held].map((record) => record.id);
          expect(new Set(ids).size).toBe(ids.length);
        }
      }),
      { numRuns: 100 },
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
