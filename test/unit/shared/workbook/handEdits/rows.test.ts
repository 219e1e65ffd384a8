import { describe, expect, it } from 'vitest';
import { definitionOf } from '../../../../../shared/records/registry.ts';
import { columnLetters, sheetLayout } from '../../../../../shared/workbook/columns.ts';
import { expectHandled, type HandEdit, sentWorkbook } from '../../../../support/handEdits.ts';

const sheet = 'Consultations';
const idColumn = columnLetters(sheetLayout(definitionOf('consultation'), false).columns.length - 1);
const typedRow = {
  Center: "Korea-Bulgaria('10)",
  Date: { date: '2026-11-12' },
  Experts: 'Gildong Hong',
  'Client organization': 'Ministry of Examples',
  Mode: 'Online',
  Topic: 'Identity cards',
  Field: 'Strategy and master plan',
  Question: 'Which card?',
  Advice: 'None.',
  Result: 'No result yet',
};

const edits: readonly HandEdit[] = [
  {
    name: 'rows sorted, ids along',
    edit: (book) => book.reverseRows(sheet),
    notes: [{ code: 'ROWS_REORDERED', params: { sheet } }],
  },
  {
    name: 'rows sorted, the hidden ids left where they were',
    edit: (book) => book.reverseRows(sheet, 'visibleColumns'),
    notes: [
      { code: 'IDS_SLIPPED', params: { sheet, count: 2 } },
      { code: 'ROWS_REORDERED', params: { sheet } },
    ],
  },
  {
    name: 'rows sorted without their ids and one of them edited: told by its other cells, and it says so',
    edit: (book) => book.reverseRows(sheet, 'visibleColumns').type(sheet, 2, 'Hours', 7),
    notes: [
      { code: 'IDS_SLIPPED', params: { sheet, count: 2 } },
      { code: 'ROWS_REORDERED', params: { sheet } },
    ],
    counts: { updated: 1 },
    changes: ['hours: 7 h'],
    problems: ['ROW_TOLD_BY_CELLS'],
  },
  {
    name: 'rows sorted without their ids and all of them edited: no record is written over another',
    edit: (book) =>
      book
        .reverseRows(sheet, 'visibleColumns')
        .type(sheet, 2, 'Advice', 'Start with people.')
        .type(sheet, 3, 'Advice', 'Start with money.'),
    notes: [
      { code: 'IDS_SLIPPED', params: { sheet, count: 2 } },
      { code: 'ROWS_REORDERED', params: { sheet } },
    ],
    counts: { updated: 2 },
    changes: ['advice: Start with people.', 'advice: Start with money.'],
    problems: ['ROW_TOLD_BY_CELLS', 'ROW_TOLD_BY_CELLS'],
  },
  {
    name: 'rows sorted without their ids, and one edited beyond recognition: refused',
    edit: (book) =>
      ['Topic', 'Question', 'Advice', 'Client organization', 'Experts'].reduce(
        (edited, header) => edited.type(sheet, 2, header, header === 'Experts' ? null : `Other ${header}`),
        book.reverseRows(sheet, 'visibleColumns').type(sheet, 2, 'Date', { date: '2026-11-20' }),
      ),
    notes: [
      { code: 'IDS_SLIPPED', params: { sheet, count: 1 } },
      { code: 'ROWS_MISSING', params: { sheet, count: 1 } },
      { code: 'BLANKED_CELLS', params: { count: 1 } },
    ],
    counts: { rejected: 1 },
    problems: ['UNKNOWN_REFERENCE', 'DUPLICATE_ID'],
  },
  {
    name: 'a row to which the cells of another one were given, both edited: each stays what its id says',
    edit: (book) =>
      book
        .type(sheet, 3, 'Topic', 'Data sharing')
        .type(sheet, 3, 'Date', { date: '2026-11-02' })
        .type(sheet, 2, 'Hours', 5),
    notes: [],
    counts: { updated: 2 },
    changes: ['hours: 5 h', 'date: 2026-11-02', 'topic: Data sharing'],
  },
  {
    name: 'a row deleted',
    edit: (book) => book.deleteRow(sheet, 2),
    notes: [{ code: 'ROWS_MISSING', params: { sheet, count: 1 } }],
  },
  {
    name: 'a row copied and left as it is',
    edit: (book) => book.copyRow(sheet, 2),
    notes: [{ code: 'ROWS_COPIED', params: { count: 1 } }],
    problems: ['COPIED_ROW'],
  },
  {
    name: 'a row copied and the copy edited: not written over the record',
    edit: (book) => book.copyRow(sheet, 2).type(sheet, 4, 'Topic', 'Identity cards'),
    notes: [],
    counts: { rejected: 1 },
    problems: ['DUPLICATE_ID'],
  },
  {
    name: 'the edited copy sorted above the row that it was copied from',
    edit: (book) => book.copyRow(sheet, 2).type(sheet, 4, 'Topic', 'Identity cards').reverseRows(sheet),
    notes: [],
    counts: { rejected: 1 },
    problems: ['DUPLICATE_ID'],
  },
  {
    name: 'a row copied and both edited differently: nobody can tell which is the record',
    edit: (book) =>
      book.copyRow(sheet, 2).type(sheet, 4, 'Topic', 'Identity cards').type(sheet, 2, 'Hours', 5),
    notes: [],
    counts: { rejected: 2 },
    problems: ['DUPLICATE_ID', 'DUPLICATE_ID'],
  },
  {
    name: 'an edited row copied afterwards: the edit counts once',
    edit: (book) => book.type(sheet, 2, 'Hours', 5).copyRow(sheet, 2),
    notes: [{ code: 'ROWS_COPIED', params: { count: 1 } }],
    counts: { updated: 1 },
    changes: ['hours: 5 h'],
    problems: ['COPIED_ROW'],
  },
  {
    name: 'a row copied, its id cleared and its topic changed: a new record',
    edit: (book) =>
      book.copyRow(sheet, 2).type(sheet, 4, 'ID', null).type(sheet, 4, 'Topic', 'Identity cards'),
    notes: [],
    counts: { added: 1 },
  },
  {
    name: 'a title row above the headings',
    edit: (book) => book.insertRow(sheet, 1, ['Consultations of 2026']),
    notes: [],
  },
  {
    name: 'an empty row between the rows',
    edit: (book) => book.insertRow(sheet, 3, []),
    notes: [],
  },
  {
    name: 'new rows without id, one of them twice',
    edit: (book) => book.append(sheet, typedRow).append(sheet, typedRow),
    notes: [],
    counts: { added: 2 },
  },
  {
    name: 'rows hidden or filtered out, one of them edited before',
    edit: (book) => book.type(sheet, 2, 'Hours', 5).hideRow(sheet, 2).hideRow(sheet, 3),
    notes: [{ code: 'ROWS_HIDDEN', params: { sheet, count: 2 } }],
    counts: { updated: 1 },
    changes: ['hours: 5 h'],
  },
];

describe('a workbook with', () => {
  it.each(edits.map((edit) => [edit.name, edit] as const))('%s', async (_, edit) => expectHandled(edit));
});

describe('a row that was copied with its id', () => {
  it('names the other row, the column and the way out', async () => {
    const { book, laptop, first } = await sentWorkbook();
    const plan = laptop.plan(await book.copyRow(sheet, 2).type(sheet, 4, 'Topic', 'Identity cards').read());
    const [rejected] = plan.rows.filter(({ status }) => status === 'rejected');
    expect(rejected).toMatchObject({ row: 4, id: first });
    expect(rejected?.problems).toMatchObject([{ column: idColumn, params: { row: 2, otherSheet: sheet } }]);
    expect(rejected?.problems[0]?.message.en).toContain('clear its cell in the ID column');
  });
});
