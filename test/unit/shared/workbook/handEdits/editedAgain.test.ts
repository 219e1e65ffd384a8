import { describe, expect, it } from 'vitest';
import { derivedRecordId } from '../../../../../shared/core/ids.ts';
import { definitionOf, recordTypes } from '../../../../../shared/records/registry.ts';
import type { StoredRecord } from '../../../../../shared/sync/record.ts';
import { newestFirst } from '../../../../../shared/workbook/editedAgain.ts';
import type { RowDecision } from '../../../../../shared/workbook/foreign/mapping.ts';
import { noDecisions } from '../../../../../shared/workbook/foreign/mapping.ts';
import type { WorkbookGrid } from '../../../../../shared/workbook/grid.ts';
import { copyOf, type PlanContext } from '../../../../../shared/workbook/planImport.ts';
import { replica } from '../../../../support/centerLaptop.ts';
import type { EditedWorkbook } from '../../../../support/editedWorkbook.ts';
import { contentOf, type Replica } from '../../../../support/exchange.ts';
import { conflictsIn, countsOf, exchange, sentWorkbook } from '../../../../support/handEdits.ts';
import { storedRecordOf } from '../../../../support/recordGenerators.ts';

const sheet = 'Consultations';

/** The workbook with a consultation that somebody typed into its first empty row, which is the fourth. */
async function withTypedRow() {
  const sent = await sentWorkbook();
  return {
    ...sent,
    typed: sent.book
      .copyRow(sheet, 2)
      .type(sheet, 4, 'ID', '')
      .type(sheet, 4, 'Date', '2026-11-20')
      .type(sheet, 4, 'Topic', 'Registers'),
  };
}

const rowOf = (plan: ReturnType<Replica['plan']>) => {
  const row = plan.rows.find(({ row: number, type }) => type === 'consultation' && number === 4);
  if (row === undefined) throw new Error('no fourth row');
  return row;
};

const decided = (decision: RowDecision) => ({ ...noDecisions, rows: [decision] });

const consultationsOf = ({ records }: Replica) =>
  records
    .all('consultation')
    .map(({ values }) => values.topic)
    .sort();

/** Imports as the application does: with what it knows of copies that were imported before. */
class Office {
  copies: ReturnType<typeof copyOf> = [];

  constructor(readonly replica: Replica) {}

  receive(grid: WorkbookGrid, decision?: RowDecision, options: Partial<PlanContext> = {}) {
    const mapping = decision === undefined ? undefined : decided(decision);
    const plan = this.replica.import(grid, { earlierCopies: this.copies, ...options }, mapping);
    this.copies = [...this.copies, ...copyOf(plan.source, plan.changes)];
    return plan;
  }
}

/** As somebody saved it on a day of December. */
function savedBy({ saved: _, ...grid }: WorkbookGrid, by: string | null, day: number): WorkbookGrid {
  return by === null ? grid : { ...grid, saved: { by, at: Date.UTC(2026, 11, day) } };
}

async function receivedAgain(edit: (book: EditedWorkbook) => EditedWorkbook, by: string | null = null) {
  const { laptop, typed } = await withTypedRow();
  const office = new Office(laptop);
  const { id } = rowOf(office.receive(savedBy(await typed.read(), by, 1)));
  if (id === null) throw new Error('the row was taken in');
  return { laptop, office, id, typed, again: savedBy(await edit(typed).read(), by, 2) };
}

it('records of the latest days are compared first, in one order whatever order they are kept in', () => {
  const record = (name: string, date?: string) =>
    storedRecordOf('consultation', derivedRecordId(name), date === undefined ? {} : { date });
  const all = [record('a', '2026-03-02'), record('b'), record('c', '2026-11-20'), record('d', '2026-03-02')];
  const days = (records: readonly StoredRecord[]) =>
    newestFirst(definitionOf('consultation'), records).map(({ id, values }) => [values.date, id]);
  expect(days(all).map(([date]) => date)).toEqual(['2026-11-20', '2026-03-02', '2026-03-02', undefined]);
  expect(days(all.toReversed())).toEqual(days(all));
});

describe('a new row that was edited again after it was imported', () => {
  it('is told of, and is a new record unless somebody decides otherwise', async () => {
    const { laptop, id, again } = await receivedAgain((book) =>
      book.type(sheet, 4, 'Topic', 'Registers of land'),
    );
    const plan = laptop.plan(again);
    expect(countsOf(plan)).toEqual({ added: 1 });
    expect(rowOf(plan)).toMatchObject({
      status: 'added',
      twin: { where: 'copy', id, title: expect.stringContaining('Registers') },
      problems: [{ level: 'warning', code: 'LIKELY_DUPLICATE' }],
    });
    const told = laptop.plan(again, {}, decided({ sheet, row: 4, becomes: 'new' }));
    expect(rowOf(told)).toMatchObject({ status: 'added', problems: [] });
  });

  it('updates the record where a person says so: only what differs, and no question is asked', async () => {
    const { laptop, id, again } = await receivedAgain((book) =>
      book.type(sheet, 4, 'Topic', 'Registers of land').type(sheet, 4, 'Hours', 3),
    );
    const plan = laptop.import(again, {}, decided({ sheet, row: 4, becomes: 'record', id }));
    expect(countsOf(plan)).toEqual({ updated: 1 });
    expect(plan.changes.map(({ path }) => path).sort()).toEqual(['hours', 'topic']);
    expect(plan.notes.map(({ code }) => code)).not.toContain('EDITED_FURTHER');
    expect(conflictsIn(laptop, id)).toEqual([]);
    expect(laptop.values('consultation', id)).toMatchObject({ topic: 'Registers of land', hours: 3 });
    expect(consultationsOf(laptop)).toHaveLength(3);
    // The same decision about the same file changes nothing more.
    expect(laptop.plan(again, {}, decided({ sheet, row: 4, becomes: 'record', id })).changes).toEqual([]);
  });

  it('asks where a field was changed here since and the row says another value, and drops neither', async () => {
    const { office, id, again } = await receivedAgain((book) =>
      book.type(sheet, 4, 'Topic', 'Registers of land'),
    );
    const { replica: laptop } = office;
    laptop.edit('consultation', id, { topic: 'Registers here', hours: 7 });
    office.receive(again, { sheet, row: 4, becomes: 'record', id });
    // The row says of the hours what it said before.
    expect(conflictsIn(laptop, id)).toEqual([['topic', ['Registers here', 'Registers of land']]]);
    expect(laptop.values('consultation', id).hours).toBe(7);
  });

  it('asks of a field that was changed here also where no import tells what the row said before', async () => {
    const { laptop, id, again } = await receivedAgain((book) =>
      book.type(sheet, 4, 'Topic', 'Registers of land'),
    );
    laptop.edit('consultation', id, { hours: 7 });
    laptop.import(again, {}, decided({ sheet, row: 4, becomes: 'record', id }));
    expect(conflictsIn(laptop, id)).toEqual([['hours', [2, 7]]]);
    expect(laptop.values('consultation', id).hours).toBe(7);
  });

  it('leaves alone what was erased or added here since, in fields that the row says as before', async () => {
    const { office, id, again } = await receivedAgain((book) =>
      book.type(sheet, 4, 'Topic', 'Registers of land'),
    );
    const { replica: laptop } = office;
    const second = laptop.create('person', { name: { en: 'Second Expert' } });
    const experts = laptop.values('consultation', id).experts;
    const more = [...(Array.isArray(experts) ? experts.map(String) : []), second];
    laptop.edit('consultation', id, { hours: undefined, experts: more });
    const plan = office.receive(again, { sheet, row: 4, becomes: 'record', id });
    expect(plan.changes.map(({ path }) => path)).toEqual(['topic']);
    expect(conflictsIn(laptop, id)).toEqual([]);
    expect(laptop.values('consultation', id).hours).toBeUndefined();
    expect(laptop.values('consultation', id).experts).toHaveLength(2);
  });

  it.each([
    ['nothing tells who saved the copies', null, [3, 4]],
    ['the same person saved all of them', 'Kim Minji', [3, 4]],
    ['all of them tell the same moment', 'Kim Minji', [2, 2]],
  ])('is edited a third and a fourth time without a question where %s', async (_, name, days) => {
    const { office, id, again, typed } = await receivedAgain(
      (book) => book.type(sheet, 4, 'Topic', 'Registers of land').type(sheet, 4, 'Next action', 'Call'),
      name,
    );
    const { replica: laptop } = office;
    office.receive(again, { sheet, row: 4, becomes: 'record', id });
    const book = typed
      .type(sheet, 4, 'Topic', 'Registers of all land')
      .type(sheet, 4, 'Next action', 'Write');
    const states = [book, book.type(sheet, 4, 'Topic', 'Land')];
    for (const [index, state] of states.entries()) {
      const grid = savedBy(await state.read(), name, days[index] ?? 0);
      const plan = office.receive(grid, { sheet, row: 4, becomes: 'record', id });
      expect(countsOf(plan)).toEqual({ updated: 1 });
      expect(conflictsIn(laptop, id)).toEqual([]);
    }
    expect(laptop.values('consultation', id)).toMatchObject({ topic: 'Land', nextAction: 'Write' });
    // The second state once more brings nothing back.
    expect(office.receive(again, { sheet, row: 4, becomes: 'record', id }).changes).toEqual([]);
  });

  it('is edited a third time without a question where another replica took in the second', async () => {
    const { laptop, id, again, typed } = await receivedAgain((book) =>
      book.type(sheet, 4, 'Topic', 'Registers of land'),
    );
    const office = replica('headquarters', 2);
    office.import(await typed.read());
    office.import(again, {}, decided({ sheet, row: 4, becomes: 'record', id }));
    exchange(laptop, office);
    const third = await typed.type(sheet, 4, 'Topic', 'Registers of all land').read();
    laptop.import(third, {}, decided({ sheet, row: 4, becomes: 'record', id }));
    exchange(laptop, office);
    expect(conflictsIn(laptop, id)).toEqual([]);
    expect(office.values('consultation', id).topic).toBe('Registers of all land');
    expect(contentOf(office.records, recordTypes)).toEqual(contentOf(laptop.records, recordTypes));
  });

  it('takes a value up again that the same person had written before and changed', async () => {
    const { office, id, again, typed } = await receivedAgain(
      (book) => book.type(sheet, 4, 'Topic', 'Land'),
      'Kim Minji',
    );
    office.receive(again, { sheet, row: 4, becomes: 'record', id });
    const third = typed.type(sheet, 4, 'Topic', 'Fields');
    const fourth = third.type(sheet, 4, 'Topic', 'Land').type(sheet, 4, 'Hours', 5);
    for (const [at, book] of [third, fourth].entries()) {
      const grid = savedBy(await book.read(), 'Kim Minji', 3 + at);
      office.receive(grid, { sheet, row: 4, becomes: 'record', id });
    }
    expect(conflictsIn(office.replica, id)).toEqual([]);
    expect(office.replica.values('consultation', id)).toMatchObject({ topic: 'Land', hours: 5 });
  });

  it('asks where two people let the row go on, each without the other', async () => {
    const { office, id, again, typed } = await receivedAgain(
      (book) => book.type(sheet, 4, 'Topic', 'Registers of land'),
      'Kim Minji',
    );
    office.receive(again, { sheet, row: 4, becomes: 'record', id });
    const lees = savedBy(await typed.type(sheet, 4, 'Topic', 'Registers of ships').read(), 'Lee Seoyeon', 3);
    office.receive(lees, { sheet, row: 4, becomes: 'record', id });
    expect(conflictsIn(office.replica, id)).toEqual([['topic', ['Registers of land', 'Registers of ships']]]);
  });

  it('says that a cell was emptied, and erases its value where blank cells clear', async () => {
    const { office, laptop, id, again } = await receivedAgain((book) =>
      book.type(sheet, 4, 'Topic', 'Registers of land').type(sheet, 4, 'Hours', null),
    );
    const decision = { sheet, row: 4, becomes: 'record', id } as const;
    for (const earlierCopies of [office.copies, []]) {
      const unknown = laptop.plan(again, { earlierCopies }, decided(decision));
      expect(unknown.notes).toContainEqual({ code: 'BLANKED_CELLS', params: { count: 1 } });
      expect(unknown.changes.map(({ path }) => path)).toEqual(['topic']);
      const clearing = laptop.plan(again, { earlierCopies, blankClears: true }, decided(decision));
      expect(clearing.changes.map(({ path }) => path).sort()).toEqual(['hours', 'topic']);
    }
    office.receive(again, decision, { blankClears: true });
    expect(conflictsIn(laptop, id)).toEqual([]);
    expect(laptop.values('consultation', id).hours).toBeUndefined();
    // What is gone already was not emptied now.
    expect(laptop.plan(again, {}, decided(decision)).notes).toEqual([]);
  });

  it('does not count as emptied what was only written here, or never stood in the row', async () => {
    const { office, laptop, id, again } = await receivedAgain((book) =>
      book.type(sheet, 4, 'Topic', 'Registers of land'),
    );
    laptop.edit('consultation', id, { location: 'Room 2' });
    for (const earlierCopies of [office.copies, []]) {
      const context = { earlierCopies, blankClears: true };
      const plan = laptop.plan(again, context, decided({ sheet, row: 4, becomes: 'record', id }));
      expect(plan.notes).toEqual([]);
      expect(plan.changes.map(({ path }) => path)).toEqual(['topic']);
    }
  });

  it('is left out where a person says so', async () => {
    const { laptop, again } = await receivedAgain((book) =>
      book.type(sheet, 4, 'Topic', 'Registers of land'),
    );
    const plan = laptop.plan(again, {}, decided({ sheet, row: 4, becomes: 'nothing' }));
    expect(plan.changes).toEqual([]);
  });

  it('reaches whoever receives it from there as the same record', async () => {
    const { laptop, id, again } = await receivedAgain((book) =>
      book.type(sheet, 4, 'Topic', 'Registers of land'),
    );
    const office = replica('headquarters', 2);
    laptop.import(again, {}, decided({ sheet, row: 4, becomes: 'record', id }));
    exchange(laptop, office);
    expect(contentOf(office.records, recordTypes)).toEqual(contentOf(laptop.records, recordTypes));
    expect(consultationsOf(office)).toHaveLength(3);
  });

  it('is not looked for among records that still have their row, came otherwise, or say something else', async () => {
    const { laptop, typed, again } = await receivedAgain((book) =>
      book.copyRow(sheet, 4).type(sheet, 5, 'Topic', 'Registers of land'),
    );
    // The earlier row is still in the copy: the other one is another.
    expect(laptop.plan(again).rows.filter(({ twin }) => twin !== undefined)).toEqual([]);
    const other = await typed
      .type(sheet, 4, 'Topic', 'Clouds')
      .type(sheet, 4, 'Date', '2026-10-01')
      .type(sheet, 4, 'Question', 'Where may data lie?')
      .type(sheet, 4, 'Advice', 'Classify it first.')
      .type(sheet, 4, 'Hours', 9)
      .type(sheet, 4, 'Mode', 'Online')
      .read();
    expect(rowOf(laptop.plan(other)).twin).toBeUndefined();
  });

  it('is not looked for where both the day and the title are others, however much else is alike', async () => {
    const { laptop, typed } = await receivedAgain((book) => book);
    const moved = typed.type(sheet, 4, 'Date', '2026-11-27');
    expect(rowOf(laptop.plan(await moved.read())).twin).toBeDefined();
    const other = await moved.type(sheet, 4, 'Topic', 'Clouds').read();
    expect(rowOf(laptop.plan(other)).twin).toBeUndefined();
    const renamed = await typed.type(sheet, 4, 'Topic', 'Clouds').read();
    expect(rowOf(laptop.plan(renamed)).twin).toBeDefined();
  });

  it('is told of as perhaps another person’s where somebody else saved the copy', async () => {
    const { office, laptop, typed } = await receivedAgain((book) => book, 'Kim Minji');
    const grid = await typed.type(sheet, 4, 'Topic', 'Registers of land').read();
    const warningFor = (by: string) => {
      const plan = laptop.plan(savedBy(grid, by, 2), { earlierCopies: office.copies });
      return rowOf(plan).problems[0];
    };
    expect(warningFor('Kim Minji')?.message.en).not.toContain('{now}');
    const warning = warningFor('Lee Seoyeon');
    expect(warning?.params).toMatchObject({ earlier: 'Kim Minji', now: 'Lee Seoyeon' });
    for (const language of ['en', 'ko'] as const) {
      expect(warning?.message[language]).toContain('{earlier}');
      expect(warning?.message[language]).toContain('{now}');
    }
  });
});
