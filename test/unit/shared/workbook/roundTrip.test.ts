import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeviceId } from '../../../../shared/core/ids.ts';
import type { Language } from '../../../../shared/core/language.ts';
import { languages } from '../../../../shared/core/language.ts';
import type { RecordSet } from '../../../../shared/records/recordSet.ts';
import { definitionOf, recordTypes } from '../../../../shared/records/registry.ts';
import type { GridCell, WorkbookDocument, WorkbookGrid } from '../../../../shared/workbook/grid.ts';
import type { ImportPlan } from '../../../../shared/workbook/importPlan.ts';
import { readWorkbook } from '../../../../shared/workbook/read/readWorkbook.ts';
import { writeWorkbook } from '../../../../shared/workbook/write/writeWorkbook.ts';
import { difficultTexts, officeChanges } from '../../../support/difficultTexts.ts';
import { contentOf, documentToGrid, Replica, withRows } from '../../../support/exchange.ts';
import { hasOffice, savedByOffice } from '../../../support/office.ts';
import { livedInRecords } from '../../../support/recordGenerators.ts';

const laptopId = 'centerlaptop' as DeviceId;
const officeId = 'headquarters' as DeviceId;

function laptopWith(records: RecordSet): Replica {
  const laptop = new Replica(laptopId, 1);
  laptop.records = records;
  return laptop;
}

async function bytesOf(document: WorkbookDocument): Promise<Uint8Array> {
  const written = await writeWorkbook(document);
  if (!written.ok) throw new Error(written.error.detail);
  return written.value;
}

async function gridOf(bytes: Uint8Array): Promise<WorkbookGrid> {
  const read = await readWorkbook(bytes, 'report.xlsx');
  if (!read.ok) throw new Error(read.error.detail);
  return read.value;
}

function expectSameContent(there: RecordSet, here: RecordSet): void {
  expect(contentOf(there, recordTypes)).toEqual(contentOf(here, recordTypes));
}

describe.each(languages)('records that travel in a workbook (%s)', (language) => {
  it('arrive with equal values, stamps and deletions, and change nothing the second time', {
    timeout: 240_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(livedInRecords(), async (records) => {
        const grid = await gridOf(await bytesOf(laptopWith(records).export({ language })));
        const office = new Replica(officeId, 2);
        const plan = office.import(grid);
        expect(plan.counts.rejected).toBe(0);
        expect(plan.source.origin).toBe('exported');
        expectSameContent(office.records, records);
        expect(office.plan(grid).changes).toEqual([]);
        expect(laptopWith(records).plan(grid).changes).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });
});

describe('a text with', () => {
  it.each(Object.entries(difficultTexts))('%s arrives as it was, and no edit is seen', async (_, text) => {
    const laptop = new Replica(laptopId, 1);
    const ministry = laptop.create('organization', {
      name: { en: 'M', local: text.slice(0, 300) },
      type: 'ministry',
      country: 'BG',
    });
    const id = laptop.create('consultation', {
      date: '2026-11-02',
      client: ministry,
      topic: 'T',
      question: text,
    });
    const grid = await gridOf(await bytesOf(laptop.export()));
    const office = new Replica(officeId, 2);
    office.import(grid);
    expect(office.values('consultation', id).question).toBe(text);
    expectSameContent(office.records, laptop.records);
    const again = laptop.plan(grid);
    expect(again.changes).toEqual([]);
    expect(again.source.origin).toBe('exported');
  });
});

describe('a workbook that LibreOffice saved again', () => {
  const sample = (language: Language): Uint8Array | Promise<Uint8Array> => {
    const [records] = fc.sample(livedInRecords(), { seed: language === 'en' ? 20_261_123 : 7, numRuns: 1 });
    if (records === undefined) throw new Error('nothing generated');
    return bytesOf(laptopWith(records).export({ language }));
  };

  it('changes nothing', { timeout: 240_000 }, async () => {
    const texts = new Replica(laptopId, 3);
    for (const [name, text] of Object.entries(difficultTexts)) {
      if (officeChanges.has(name)) continue;
      texts.create('consultation', { date: '2026-11-02', topic: name, question: text });
    }
    const originals = [await sample('en'), await sample('ko'), await bytesOf(texts.export())];
    // Without LibreOffice at least the file itself makes the way there and back.
    const saved = hasOffice ? savedByOffice(originals) : originals;
    for (const [index, bytes] of originals.entries()) {
      const laptop = new Replica(laptopId, 1);
      laptop.import(await gridOf(bytes));
      const plan = laptop.plan(await gridOf(saved[index] ?? bytes));
      expect(plan.changes.map(({ type, path, before, after }) => ({ type, path, before, after }))).toEqual(
        [],
      );
      expect(plan.counts).toMatchObject({ added: 0, updated: 0, deleted: 0, rejected: 0 });
    }
  });
});

interface CellEdit {
  readonly sheet: string;
  readonly type: string;
  readonly row: number;
  readonly column: number;
  readonly value: GridCell;
}

const cellArbitrary: fc.Arbitrary<GridCell> = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('[CLEAR]', 'Yes', '예', 'Bulgaria (BG)', 'USD', '2026-11-05', '12', 'Running', 'Korea'),
  fc.integer({ min: -5, max: 60_000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
  fc.constant({ kind: 'date', date: '2026-03-04', time: null } as const),
  fc.constant({ kind: 'error', text: '#REF!' } as const),
);

/** A cell of a record's row, but not its id, and what somebody typed over it. */
function editOf(grid: WorkbookGrid, pick: number, value: GridCell): CellEdit | null {
  const cells = grid.sheets
    .filter(({ visibility }) => visibility === 'visible')
    .flatMap(({ name, rows }) => {
      const type = typeOfSheet(name);
      const width = (rows[0]?.length ?? 0) - 1;
      if (type === null) return [];
      return rows
        .slice(1)
        .flatMap((_, row) =>
          Array.from(
            { length: width },
            (__, column): CellEdit => ({ sheet: name, type, row, column, value }),
          ),
        );
    });
  return cells[pick % Math.max(1, cells.length)] ?? null;
}

function typeOfSheet(name: string): string | null {
  const found = recordTypes.find((type) => {
    const { sheet, label } = definitionOf(type);
    return (sheet ?? label.many).en === name;
  });
  return found ?? null;
}

function edited(grid: WorkbookGrid, { sheet, row, column, value }: CellEdit): WorkbookGrid {
  return withRows(grid, sheet, (rows) =>
    rows.map((cells, index) => (index === row + 1 ? cells.with(column, value) : cells)),
  );
}

/** Every filled row of every record sheet stands in the plan exactly once. */
function expectAllRows(grid: WorkbookGrid, plan: ImportPlan): void {
  const rows = plan.rows.flatMap(({ sheet, row }) => (row === null ? [] : [`${sheet} ${row}`]));
  const expected = grid.sheets
    .filter(({ name }) => typeOfSheet(name) !== null)
    .flatMap(({ name, rows: own }) => own.slice(1).map((_, index) => `${name} ${index + 2}`));
  expect(rows.toSorted()).toEqual(expected.toSorted());
}

describe('one edited cell', () => {
  it('changes that field of that record alone, or its row is rejected with a reason', {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(
        livedInRecords(),
        fc.nat(),
        cellArbitrary,
        fc.boolean(),
        (records, pick, value, blankClears) => {
          const laptop = laptopWith(records);
          const untouched = documentToGrid(laptop.export());
          const edit = editOf(untouched, pick, value);
          if (edit === null) return;
          const grid = edited(untouched, edit);
          const plan = laptop.plan(grid, { blankClears });
          expectAllRows(grid, plan);
          const own = plan.rows.filter(({ sheet, row }) => sheet === edit.sheet && row === edit.row + 2);
          expect(own).toHaveLength(1);
          const header = untouched.sheets.find(({ name }) => name === edit.sheet)?.rows[0]?.[edit.column];
          const field = fieldOfHeader(edit.type, String(header));
          for (const change of plan.changes) {
            expect({ id: change.id, field: change.path.split('/')[0] }).toEqual({ id: own[0]?.id, field });
          }
          const others = plan.rows.filter((row) => row !== own[0]);
          expect(others.filter(({ status }) => status !== 'unchanged')).toEqual([]);
          if (own[0]?.status === 'rejected') {
            expect(plan.changes).toEqual([]);
            expect(own[0].problems.some(({ level }) => level === 'error')).toBe(true);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('rows that somebody added', () => {
  it('are all in the plan, once each, whatever their cells say', { timeout: 120_000 }, () => {
    const rowArbitrary = fc.record({
      pick: fc.nat(1000),
      cells: fc.array(cellArbitrary, { minLength: 1, maxLength: 40 }),
      id: fc.constantFrom('', 'x', '7', '00000000-0000-7000-8000-000000000000'),
    });
    fc.assert(
      fc.property(
        livedInRecords(),
        fc.array(rowArbitrary, { minLength: 1, maxLength: 6 }),
        (records, added) => {
          const laptop = laptopWith(records);
          let grid = documentToGrid(laptop.export());
          const names = grid.sheets.map(({ name }) => name).filter((name) => typeOfSheet(name) !== null);
          for (const { pick, cells, id } of added) {
            const name = names[pick % names.length];
            if (name === undefined) continue;
            grid = withRows(grid, name, (rows) => {
              const width = (rows[0]?.length ?? 1) - 1;
              const row = Array.from({ length: width }, (_, column) => cells[column] ?? null);
              // Something that is no blank, so that it is a row at all.
              return [...rows, [...row.with(width - 1, 'note'), id]];
            });
          }
          const plan = laptop.plan(grid);
          expectAllRows(grid, plan);
          const rejected = plan.rows.filter(({ status }) => status === 'rejected');
          expect(rejected.filter(({ problems }) => problems.length === 0)).toEqual([]);
          const touched = new Set(plan.changes.map(({ id }) => id));
          expect(
            plan.rows.filter(({ status, id }) => status === 'rejected' && id !== null && touched.has(id)),
          ).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

function fieldOfHeader(type: string, header: string): string | undefined {
  const definition = definitionOf(type);
  return definition.fieldKeys
    .filter((key) => header.startsWith(definition.spec(key)?.label.en ?? '?'))
    .toSorted(
      (a, b) => (definition.spec(b)?.label.en.length ?? 0) - (definition.spec(a)?.label.en.length ?? 0),
    )[0];
}
