import { describe, expect, it } from 'vitest';
import { recordTypes } from '../../../../../shared/records/registry.ts';
import type { RowDecision } from '../../../../../shared/workbook/foreign/mapping.ts';
import { noDecisions } from '../../../../../shared/workbook/foreign/mapping.ts';
import { replica } from '../../../../support/centerLaptop.ts';
import type { EditedWorkbook } from '../../../../support/editedWorkbook.ts';
import { contentOf, type Replica } from '../../../../support/exchange.ts';
import { conflictsIn, countsOf, exchange, sentWorkbook } from '../../../../support/handEdits.ts';

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

async function receivedAgain(edit: (book: EditedWorkbook) => EditedWorkbook) {
  const { laptop, typed } = await withTypedRow();
  const first = laptop.import(await typed.read());
  const { id } = rowOf(first);
  if (id === null) throw new Error('the row was taken in');
  return { laptop, id, typed, again: await edit(typed).read() };
}

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
    const { laptop, id, again } = await receivedAgain((book) =>
      book.type(sheet, 4, 'Topic', 'Registers of land'),
    );
    laptop.edit('consultation', id, { topic: 'Registers here', hours: 7 });
    laptop.import(again, {}, decided({ sheet, row: 4, becomes: 'record', id }));
    expect(conflictsIn(laptop, id)).toEqual([
      ['hours', [2, 7]],
      ['topic', ['Registers here', 'Registers of land']],
    ]);
    expect(laptop.values('consultation', id).hours).toBe(7);
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
});
