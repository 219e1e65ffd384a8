import { describe, expect, it } from 'vitest';
import type { DeviceId, RecordId } from '../../../../shared/core/ids.ts';
import { builtInCenterId, builtInChanges } from '../../../../shared/records/builtIn.ts';
import { recordTypes } from '../../../../shared/records/registry.ts';
import { overlaySet } from '../../../../shared/sync/overlay.ts';
import type { GridRow, WorkbookGrid } from '../../../../shared/workbook/grid.ts';
import { planImports } from '../../../../shared/workbook/planImport.ts';
import { contentOf, documentToGrid, Replica, withCell, withRows } from '../../../support/exchange.ts';

const bulgaria = builtInCenterId('BG10');
const vietnam = builtInCenterId('VN11');

function replica(device: string, seed: number): Replica {
  const one = new Replica(device as DeviceId, seed);
  one.records = overlaySet(one.records, builtInChanges());
  return one;
}

const organization = { name: { en: 'Agency of Examples' }, type: 'agency', country: 'BG' } as const;
const eventOf = (center: RecordId, title: string) => ({
  center,
  title: { en: title },
  kind: 'workshop',
  date: '2026-11-02',
  role: 'host',
  attendance: { female: 1, male: 2, other: 0, undisclosed: 0 },
});

/** A row for the sheet, by headers; other cells stay empty. */
const rowOf =
  (cells: Readonly<Record<string, string | number>>) =>
  (rows: readonly GridRow[]): readonly GridRow[] => [
    ...rows,
    (rows[0] ?? []).map((header) => cells[String(header)] ?? null),
  ];

const newEvent = {
  'Title (English)': 'Typed in Excel',
  Kind: 'Workshop',
  Date: '2026-11-05',
  'Role of the center': 'Host',
  'Participants (female)': 3,
};

function foreignTable(rows: readonly GridRow[]): WorkbookGrid {
  return { kind: 'xlsx', dateSystem: '1900', sheets: [{ name: 'Events', visibility: 'visible', rows }] };
}

describe('the center of a new row that names none', () => {
  it('is the one that its workbook was made for, the same for every importer', () => {
    const hanoi = replica('hanoilaptop0', 1);
    const sofia = replica('sofialaptop0', 2);
    hanoi.create('event', eventOf(vietnam, 'Opening'));
    const exported = documentToGrid(hanoi.export({ centerId: vietnam }));
    const grid = withRows(exported, 'Events', rowOf(newEvent));
    hanoi.import(grid, { defaultCenterId: vietnam });
    sofia.import(grid, { defaultCenterId: bulgaria });
    const added = sofia.records.all('event').filter(({ values }) => values.date === '2026-11-05');
    expect(added.map(({ centerId }) => centerId)).toEqual([vietnam]);
    expect(contentOf(sofia.records, recordTypes)).toEqual(contentOf(hanoi.records, recordTypes));
  });

  it('is the importer’s in a table that says nothing; two importers end with the later statement', () => {
    const grid = foreignTable([Object.keys(newEvent), Object.values(newEvent)]);
    const hanoi = replica('hanoilaptop0', 1);
    const sofia = replica('sofialaptop0', 2);
    sofia.now += 60_000;
    hanoi.import(grid, { defaultCenterId: vietnam });
    sofia.import(grid, { defaultCenterId: bulgaria });
    hanoi.import(documentToGrid(sofia.export()));
    sofia.import(documentToGrid(hanoi.export()));
    expect(hanoi.records.all('event').map(({ centerId }) => centerId)).toEqual([bulgaria]);
    expect(contentOf(hanoi.records, recordTypes)).toEqual(contentOf(sofia.records, recordTypes));
  });
});

describe('a row', () => {
  it('whose cells were emptied but whose hidden id stayed is in the plan, unchanged', () => {
    const laptop = replica('centerlaptop', 1);
    const id = laptop.create('organization', organization);
    const grid = withRows(documentToGrid(laptop.export()), 'Organizations', ([header = [], row = []]) => [
      header,
      row.map((cell, column) => (header[column] === 'ID' ? cell : null)),
    ]);
    const plan = laptop.plan(grid);
    expect(plan.rows.filter((row) => row.id === id)).toMatchObject([{ status: 'unchanged', row: 2 }]);
    expect(plan.notes).toContainEqual({ code: 'BLANKED_CELLS', params: { count: 1 } });
    const clearing = laptop.plan(grid, { blankClears: true });
    expect(clearing.rows.filter((row) => row.id === id)).toMatchObject([{ status: 'rejected' }]);
  });

  it('with the id of a record of another kind is rejected, and that record stays', () => {
    const laptop = replica('centerlaptop', 1);
    const id = laptop.create('organization', organization);
    const copied = { 'Name (English)': 'Gildong Hong', Gender: 'Male', ID: id };
    const plan = laptop.import(
      withRows(documentToGrid(laptop.export({ template: true })), 'People', rowOf(copied)),
    );
    expect(plan.rows.find(({ status }) => status === 'rejected')?.problems).toContainEqual(
      expect.objectContaining({ level: 'error', code: 'BAD_ID' }),
    );
    expect(laptop.records.all('organization').map((record) => record.id)).toEqual([id]);
    expect(laptop.records.all('person')).toEqual([]);
  });

  it('with a cell that cannot be read gets one reason for it, not that it is missing as well', () => {
    const laptop = replica('centerlaptop', 1);
    const plan = laptop.plan(
      withRows(
        documentToGrid(laptop.export({ template: true })),
        'Organizations',
        rowOf({ 'Name (English)': 'X', Type: 'agency', Country: 'Atlantis' }),
      ),
    );
    const codes = plan.rows.flatMap(({ problems }) => problems.map(({ code }) => code));
    expect(codes).toEqual(['BAD_COUNTRY']);
  });
});

describe('two tables without stamps in one import', () => {
  it('are two edits: the second one’s value stands, and neither is lost without a word', () => {
    const laptop = replica('centerlaptop', 1);
    const id = laptop.create('organization', organization);
    const grid = documentToGrid(laptop.export());
    const bare = (name: string): WorkbookGrid => ({
      ...withCell(grid, 'Organizations', 0, 'Name (English)', name),
      sheets: withCell(grid, 'Organizations', 0, 'Name (English)', name).sheets.filter(
        (sheet) => sheet.visibility === 'visible',
      ),
    });
    const files = ['First', 'Second'].map((name) => ({ name: `${name}.xlsx`, grid: bare(name) }));
    for (const plan of planImports(files, laptop.planContext())) {
      if (!plan.ok) throw new Error(plan.error.code);
      expect(plan.value.counts.updated).toBe(1);
      laptop.records = overlaySet(laptop.records, plan.value.changes);
    }
    expect(laptop.values('organization', id).name).toEqual({ en: 'Second' });
  });
});
