import { describe, expect, it } from 'vitest';
import { definitionOf } from '../../../../../shared/records/registry.ts';
import { sheetLayout } from '../../../../../shared/workbook/columns.ts';
import { replica } from '../../../../support/centerLaptop.ts';
import { expectHandled, type HandEdit, sentWorkbook } from '../../../../support/handEdits.ts';

const sheet = 'Consultations';
/** All but the one of ids. */
const columnCount = sheetLayout(definitionOf('consultation'), false).columns.length - 1;
const label = (en: string, ko: string) => ({ en, ko });

const edits: readonly HandEdit[] = [
  {
    name: 'a column moved',
    edit: (book) => book.moveColumnToFront(sheet, 'Topic'),
    notes: [{ code: 'COLUMNS_MOVED', params: { sheet } }],
  },
  {
    name: 'a column moved and a cell in it edited',
    edit: (book) => book.moveColumnToFront(sheet, 'Topic').type(sheet, 2, 'Topic', 'Identity cards'),
    notes: [{ code: 'COLUMNS_MOVED', params: { sheet } }],
    counts: { updated: 1 },
    changes: ['topic: Identity cards'],
  },
  {
    name: 'a column renamed to what nobody knows: recognised by its cells',
    edit: (book) =>
      book.type(sheet, 1, 'Topic', 'What it was about').type(sheet, 3, 'What it was about', 'Clouds'),
    notes: [
      {
        code: 'COLUMN_RENAMED',
        params: { sheet, column: 'What it was about', was: label('Topic', '주제') },
      },
    ],
    counts: { updated: 1 },
    changes: ['topic: Clouds'],
  },
  {
    name: 'a column renamed to an alias or to the other language',
    edit: (book) => book.type(sheet, 1, 'Topic', '제목').type(sheet, 1, 'Hours', '소요 시간'),
    notes: [],
  },
  {
    name: 'a column added',
    edit: (book) => book.addColumn(sheet, 'My notes', 'call again'),
    notes: [{ code: 'UNKNOWN_COLUMN', params: { sheet, column: 'My notes' } }],
  },
  {
    name: 'a second column under a heading that is there already',
    edit: (book) => book.addColumn(sheet, 'Subject', 'something else'),
    notes: [{ code: 'COLUMN_TWICE', params: { sheet, column: 'Subject' } }],
  },
  {
    name: 'a column deleted: its values stay',
    edit: (book) => book.deleteColumn(sheet, 'Topic'),
    notes: [{ code: 'MISSING_COLUMN', params: { sheet, column: label('Topic', '주제') } }],
  },
  {
    name: 'one part of a text in several languages deleted, another part edited',
    edit: (book) =>
      book
        .deleteColumn('Organizations', 'Name (Korean)')
        .type('Organizations', 2, 'Name (English)', 'Ministry of Samples'),
    notes: [
      {
        code: 'MISSING_COLUMN',
        params: { sheet: 'Organizations', column: label('Name (Korean)', '기관명 (한국어)') },
      },
    ],
    counts: { updated: 1 },
    changes: ['name: Korean: 예시부 / English: Ministry of Samples'],
  },
  {
    name: 'columns hidden',
    edit: (book) => book.type(sheet, 2, 'Hours', 5).hideColumns(sheet),
    notes: [{ code: 'COLUMNS_HIDDEN', params: { sheet, count: columnCount } }],
    counts: { updated: 1 },
    changes: ['hours: 5 h'],
  },
  {
    name: 'two headings exchanged: each cell of both is an edit, not a silent exchange',
    edit: (book) =>
      book
        .type(sheet, 1, 'Question', 'Advice!')
        .type(sheet, 1, 'Advice', 'Question')
        .type(sheet, 1, 'Advice!', 'Advice'),
    notes: [{ code: 'COLUMNS_MOVED', params: { sheet } }],
    counts: { updated: 2 },
    changes: [
      'question: Start with a law.',
      'advice: How do other countries do it?',
      'question: Start with a law.',
      'advice: How do other countries do it?',
    ],
  },
];

describe('a workbook with', () => {
  it.each(edits.map((edit) => [edit.name, edit] as const))('%s', async (_, edit) => expectHandled(edit));
});

describe('a workbook whose ID column was deleted', () => {
  it('makes its rows new records, says that the exported rows are gone, and warns of the column', async () => {
    const { laptop, book } = await sentWorkbook();
    const plan = laptop.plan(await book.deleteColumn(sheet, 'ID').read());
    expect(plan.counts).toMatchObject({ added: 2, updated: 0 });
    expect(plan.notes.map(({ code }) => code)).toEqual(['MISSING_COLUMN', 'ROWS_MISSING']);
  });
});

describe('a workbook without a column, at somebody who has none of its records', () => {
  it('brings them without the column’s values, which come with the next workbook', async () => {
    const { laptop, book, first } = await sentWorkbook();
    const office = replica('headquarters', 2);
    office.import(await book.deleteColumn(sheet, 'Hours').read());
    expect(office.values('consultation', first)).toMatchObject({ topic: 'Data sharing' });
    expect(office.values('consultation', first).hours).toBeUndefined();
    office.import(await book.read());
    expect(office.values('consultation', first)).toEqual(laptop.values('consultation', first));
  });
});
