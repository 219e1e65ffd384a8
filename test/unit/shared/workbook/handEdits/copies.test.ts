import { describe, expect, it } from 'vitest';
import { recordTypes } from '../../../../../shared/records/registry.ts';
import { overlaySet } from '../../../../../shared/sync/overlay.ts';
import type { WorkbookGrid } from '../../../../../shared/workbook/grid.ts';
import { copyOf, planImports } from '../../../../../shared/workbook/planImport.ts';
import { replica } from '../../../../support/centerLaptop.ts';
import { contentOf, documentToGrid, type Replica } from '../../../../support/exchange.ts';
import { conflictsIn, countsOf, exchange, sentWorkbook } from '../../../../support/handEdits.ts';

const sheet = 'Consultations';
const monday = '2026-11-30T09:00:00Z';
const tuesday = '2026-12-01T09:00:00Z';

/** Imports as the application does: with what it knows of copies that were imported before. */
class Office {
  #earlier: ReturnType<typeof copyOf> = [];

  constructor(readonly replica: Replica) {}

  receive(grid: WorkbookGrid) {
    const plan = this.replica.import(grid, { earlierCopies: this.#earlier });
    this.#earlier = [...this.#earlier, ...copyOf(plan.source, plan.changes)];
    return plan;
  }
}

describe('two edited copies of one workbook', () => {
  it('are in conflict exactly where both changed one cell differently', async () => {
    const { laptop, book, first, second } = await sentWorkbook();
    const kims = await book.type(sheet, 2, 'Topic', 'Kim').type(sheet, 2, 'Hours', 5).read();
    const lees = await book.type(sheet, 2, 'Topic', 'Lee').type(sheet, 3, 'Hours', 6).read();
    laptop.import(kims);
    const plan = laptop.import(lees);
    expect(countsOf(plan)).toEqual({ conflict: 1, updated: 1 });
    expect(conflictsIn(laptop, first)).toEqual([['topic', ['Kim', 'Lee']]]);
    expect(conflictsIn(laptop, second)).toEqual([]);
    expect(laptop.values('consultation', first).hours).toBe(5);
    expect(laptop.values('consultation', second).hours).toBe(6);
  });

  it('end the same in either order, at different people', async () => {
    const { laptop, book } = await sentWorkbook();
    const office = replica('headquarters', 2);
    const kims = await book.type(sheet, 2, 'Topic', 'Kim').read();
    const lees = await book.type(sheet, 2, 'Topic', 'Lee').type(sheet, 3, 'Hours', 6).read();
    for (const grid of [kims, lees]) laptop.import(grid);
    for (const grid of [lees, kims]) office.import(grid);
    expect(contentOf(office.records, recordTypes)).toEqual(contentOf(laptop.records, recordTypes));
  });

  it('are no conflict where both wrote the same', async () => {
    const { laptop, book, first } = await sentWorkbook();
    laptop.import(await book.type(sheet, 2, 'Topic', 'Clouds').type(sheet, 2, 'Hours', 5).read());
    const plan = laptop.import(await book.type(sheet, 2, 'Topic', 'Clouds').read());
    expect(plan.changes).toEqual([]);
    expect(conflictsIn(laptop, first)).toEqual([]);
  });

  it('keep both edits of different parts of one text', async () => {
    const { laptop, book, ministry } = await sentWorkbook();
    laptop.import(await book.type('Organizations', 2, 'Name (English)', 'Ministry of Samples').read());
    laptop.import(await book.type('Organizations', 2, 'Name (Korean)', '견본부').read());
    expect(laptop.values('organization', ministry).name).toEqual({ en: 'Ministry of Samples', ko: '견본부' });
  });
});

describe('one copy that was edited, imported, edited further and imported again', () => {
  it('by the same person: the second edit counts and is no conflict', async () => {
    const { laptop, book, first } = await sentWorkbook();
    const office = new Office(laptop);
    const edited = book.type(sheet, 2, 'Topic', 'First thought');
    office.receive(await edited.savedBy('Park Jiho', monday).read());
    const plan = office.receive(
      await edited.type(sheet, 2, 'Topic', 'Second thought').savedBy('Park Jiho', tuesday).read(),
    );
    expect(plan.notes).toEqual([{ code: 'EDITED_FURTHER', params: { count: 1 } }]);
    expect(countsOf(plan)).toEqual({ updated: 1 });
    expect(conflictsIn(laptop, first)).toEqual([]);
    expect(laptop.values('consultation', first).topic).toBe('Second thought');
    office.receive(await edited.savedBy('Park Jiho', '2026-12-02T09:00:00Z').read());
    expect(laptop.values('consultation', first).topic).toBe('First thought');
  });

  it('means the same where the two states reached two people who then exchange', async () => {
    const { laptop, book, first } = await sentWorkbook();
    const headquarters = replica('headquarters', 2);
    const one = book.type(sheet, 2, 'Topic', 'First thought').savedBy('Park Jiho', monday);
    const two = one.type(sheet, 2, 'Topic', 'Second thought').savedBy('Park Jiho', tuesday);
    const office = new Office(laptop);
    for (const state of [one, two]) office.receive(await state.read());
    headquarters.import(await two.read());
    exchange(laptop, headquarters);
    for (const each of [laptop, headquarters]) {
      expect(conflictsIn(each, first)).toEqual([]);
      expect(each.values('consultation', first).topic).toBe('Second thought');
    }
    expect(contentOf(headquarters.records, recordTypes)).toEqual(contentOf(laptop.records, recordTypes));
  });

  it('chosen together: the one that was saved later counts', async () => {
    const { laptop, book, first } = await sentWorkbook();
    const one = book.type(sheet, 2, 'Topic', 'First thought').savedBy('Park Jiho', monday);
    const two = one.type(sheet, 2, 'Topic', 'Second thought').savedBy('Park Jiho', tuesday);
    const files = [
      { name: 'a.xlsx', grid: await one.read() },
      { name: 'b.xlsx', grid: await two.read() },
    ];
    for (const plan of planImports(files, laptop.planContext())) {
      if (!plan.ok) throw new Error(plan.error.code);
      laptop.records = overlaySet(laptop.records, plan.value.changes);
    }
    expect(conflictsIn(laptop, first)).toEqual([]);
    expect(laptop.values('consultation', first).topic).toBe('Second thought');
  });

  it.each([
    ['by two people', 'Kim Minji', 'Lee Seoyeon'],
    ['by people whom the program does not name', '', ''],
  ])('%s stays a conflict', async (_, one, other) => {
    const { laptop, book, first } = await sentWorkbook();
    const office = new Office(laptop);
    office.receive(await book.type(sheet, 2, 'Topic', 'Kim').savedBy(one, monday).read());
    office.receive(await book.type(sheet, 2, 'Topic', 'Lee').savedBy(other, tuesday).read());
    expect(conflictsIn(laptop, first)).toEqual([['topic', ['Kim', 'Lee']]]);
  });

  it('is another copy when earlier edits are not in it, though both computers call their user the same', async () => {
    const { laptop, book, first } = await sentWorkbook();
    const office = new Office(laptop);
    const kims = book.type(sheet, 2, 'Topic', 'Kim').type(sheet, 3, 'Hours', 5);
    office.receive(await kims.savedBy('user', monday).read());
    office.receive(await book.type(sheet, 2, 'Topic', 'Lee').savedBy('user', tuesday).read());
    expect(conflictsIn(laptop, first)).toEqual([['topic', ['Kim', 'Lee']]]);
  });

  it('does not take up again what was changed here since, when another cell is edited', async () => {
    const { laptop, book, first } = await sentWorkbook();
    const office = new Office(laptop);
    const edited = book.type(sheet, 2, 'Topic', 'From the workbook');
    office.receive(await edited.read());
    laptop.edit('consultation', first, { topic: 'Corrected here' });
    const plan = office.receive(await edited.type(sheet, 2, 'Hours', 5).read());
    expect(countsOf(plan)).toEqual({ updated: 1 });
    expect(conflictsIn(laptop, first)).toEqual([]);
    expect(laptop.values('consultation', first)).toMatchObject({ topic: 'Corrected here', hours: 5 });
  });
});

describe('an edited copy', () => {
  it('imported by two people on different days is one edit', async () => {
    const { laptop, book } = await sentWorkbook();
    const office = replica('headquarters', 2);
    office.import(documentToGrid(laptop.export()));
    const grid = await book.type(sheet, 2, 'Topic', 'Clouds').read();
    laptop.import(grid);
    office.now += 3 * 86_400_000;
    office.import(grid);
    expect(contentOf(office.records, recordTypes)).toEqual(contentOf(laptop.records, recordTypes));
  });

  it('imported after the record was changed here is a conflict in that cell alone', async () => {
    const { laptop, book, first } = await sentWorkbook();
    laptop.edit('consultation', first, { topic: 'Changed here', hours: 9 });
    const plan = laptop.import(await book.type(sheet, 2, 'Topic', 'Clouds').read());
    expect(countsOf(plan)).toEqual({ conflict: 1 });
    expect(conflictsIn(laptop, first)).toEqual([['topic', ['Changed here', 'Clouds']]]);
    expect(laptop.values('consultation', first).hours).toBe(9);
  });

  it('imported before the record is changed here is none', async () => {
    const { laptop, book, first } = await sentWorkbook();
    const grid = await book.type(sheet, 2, 'Topic', 'Clouds').read();
    laptop.import(grid);
    laptop.edit('consultation', first, { topic: 'Changed here' });
    expect(laptop.plan(grid).changes).toEqual([]);
    expect(conflictsIn(laptop, first)).toEqual([]);
    expect(laptop.values('consultation', first).topic).toBe('Changed here');
  });

  it('with new rows makes the same records for whoever imports it', async () => {
    const { laptop, book } = await sentWorkbook();
    const office = replica('headquarters', 2);
    office.import(await book.read());
    const agency = { 'Name (English)': 'Agency of Tests', Type: 'Agency', Country: 'Bulgaria (BG)' };
    const grid = await book
      .append('Organizations', agency)
      .append('Organizations', agency)
      .type(sheet, 2, 'Client organization', 'Ministry of Examples')
      .read();
    for (const one of [laptop, office]) expect(countsOf(one.import(grid))).toMatchObject({ added: 2 });
    expect(contentOf(office.records, recordTypes)).toEqual(contentOf(laptop.records, recordTypes));
    expect(laptop.plan(grid).changes).toEqual([]);
  });
});
