import { describe, expect, it } from 'vitest';
import { centerLaptop } from '../../../../support/centerLaptop.ts';
import { EditedWorkbook } from '../../../../support/editedWorkbook.ts';
import { expectHandled, type HandEdit, sentWorkbook } from '../../../../support/handEdits.ts';

const sheet = 'Consultations';

const edits: readonly HandEdit[] = [
  {
    name: 'a sheet renamed',
    edit: (book) => book.renameSheet(sheet, 'Our work').type('Our work', 2, 'Hours', 5),
    notes: [{ code: 'SHEET_RENAMED', params: { sheet: 'Our work', was: sheet } }],
    counts: { updated: 1 },
    changes: ['hours: 5 h'],
  },
  {
    name: 'two sheets that exchanged their names',
    edit: (book) =>
      book
        .renameSheet(sheet, 'x')
        .renameSheet('Organizations', sheet)
        .renameSheet('x', 'Organizations')
        .type('Organizations', 2, 'Hours', 5),
    notes: [
      { code: 'SHEET_COPIED', params: { sheet, was: 'Organizations' } },
      { code: 'SHEET_COPIED', params: { sheet: 'Organizations', was: sheet } },
    ],
    counts: { updated: 1 },
    changes: ['hours: 5 h'],
  },
  {
    name: 'a sheet deleted: its records stay',
    edit: (book) => book.deleteSheet(sheet),
    notes: [{ code: 'SHEET_MISSING', params: { sheet, count: 2 } }],
  },
  {
    name: 'a sheet of somebody’s own added',
    edit: (book) =>
      book.addSheet('Shopping', [
        ['milk', 'bread'],
        ['2', '1'],
      ]),
    notes: [{ code: 'UNKNOWN_SHEET', params: { sheet: 'Shopping' } }],
  },
  {
    name: 'a sheet of new rows added under the headings of a record type',
    edit: (book) =>
      book.addSheet('More agencies', [
        ['Name (English)', 'Type', 'Country'],
        ['Agency of Tests', 'Agency', 'Bulgaria (BG)'],
      ]),
    notes: [{ code: 'SHEET_ADDED', params: { sheet: 'More agencies', was: 'Organizations' } }],
    counts: { added: 1 },
  },
  {
    name: 'a sheet duplicated',
    edit: (book) => book.addSheet('Consultations (2)', sheet),
    notes: [
      { code: 'SHEET_COPIED', params: { sheet: 'Consultations (2)', was: sheet } },
      { code: 'ROWS_COPIED', params: { count: 2 } },
    ],
    problems: ['COPIED_ROW', 'COPIED_ROW'],
  },
  {
    name: 'a sheet duplicated and the copy edited: refused beside the untouched original',
    edit: (book) => book.addSheet('Consultations (2)', sheet).type('Consultations (2)', 2, 'Hours', 5),
    notes: [
      { code: 'SHEET_COPIED', params: { sheet: 'Consultations (2)', was: sheet } },
      { code: 'ROWS_COPIED', params: { count: 1 } },
    ],
    counts: { rejected: 1 },
    problems: ['DUPLICATE_ID', 'COPIED_ROW'],
  },
  {
    name: 'a sheet with records hidden',
    edit: (book) => book.type(sheet, 2, 'Hours', 5).setVisibility(sheet, 'hidden'),
    notes: [],
    counts: { updated: 1 },
    changes: ['hours: 5 h'],
  },
];

describe('a workbook with', () => {
  it.each(edits.map((edit) => [edit.name, edit] as const))('%s', async (_, edit) => expectHandled(edit));
});

describe('the sheets with which a workbook was exported empty', () => {
  it('are not missed when somebody deletes them', async () => {
    const { laptop } = centerLaptop();
    const book = (await EditedWorkbook.of(laptop.export())).deleteSheet('Trainings');
    expect(laptop.plan(await book.read()).notes).toEqual([]);
  });

  it('can be filled under another name', async () => {
    const { laptop, book } = await sentWorkbook();
    const filled = book.append('Organizations', {
      'Name (English)': 'Agency of Tests',
      Type: 'Agency',
      Country: 'Bulgaria (BG)',
    });
    const plan = laptop.plan(await filled.renameSheet('Organizations', 'Partners').read());
    expect(plan.counts).toMatchObject({ added: 1, rejected: 0 });
  });
});
