import { describe, expect, it } from 'vitest';
import { EditedWorkbook } from '../../../../support/editedWorkbook.ts';
import { expectHandled, type HandEdit, sentWorkbook } from '../../../../support/handEdits.ts';

const sheet = 'Consultations';
const blanked = (count: number) => ({ code: 'BLANKED_CELLS' as const, params: { count } });

const edits: readonly HandEdit[] = [
  {
    name: 'nothing but a save',
    edit: (book) => book.savedBy('Park Jiho', '2026-11-24T09:00:00Z'),
    notes: [],
  },
  {
    name: 'the same values retyped in other forms: a date as text, a number as text, a choice by alias',
    edit: (book) =>
      book
        .type(sheet, 2, 'Date', '2026.11.02')
        .type(sheet, 3, 'Date', '9 Nov 2026')
        .type(sheet, 2, 'Hours', '2')
        .type(sheet, 2, 'Mode', '현장')
        .type(sheet, 3, 'Mode', '방문'),
    notes: [],
  },
  {
    name: 'a date retyped as text in Korean, a number as text, a choice in the other language',
    edit: (book) =>
      book
        .type(sheet, 2, 'Date', '2026년 11월 3일')
        .type(sheet, 2, 'Hours', '1,5')
        .type(sheet, 3, 'Hours', '4')
        .type(sheet, 2, 'Mode', '화상회의'),
    notes: [],
    counts: { updated: 2 },
    changes: ['date: 2026-11-03', 'mode: Online', 'hours: 1.5 h', 'hours: 4 h'],
  },
  {
    name: 'a date that can be two days',
    edit: (book) => book.type(sheet, 2, 'Date', '03/04/2026'),
    notes: [],
    counts: { rejected: 1 },
    problems: ['AMBIGUOUS_DATE'],
  },
  {
    name: '[CLEAR] in a cell',
    edit: (book) => book.type(sheet, 2, 'Hours', ' [clear] '),
    notes: [],
    counts: { updated: 1 },
    changes: ['hours: '],
  },
  {
    name: '[CLEAR] in a cell that was empty',
    edit: (book) => book.type(sheet, 3, 'Hours', '[CLEAR]'),
    notes: [],
  },
  {
    name: 'a blanked cell, as usual',
    edit: (book) => book.type(sheet, 2, 'Hours', null),
    notes: [blanked(1)],
  },
  {
    name: 'a blanked cell, with the switch',
    edit: (book) => book.type(sheet, 2, 'Hours', null),
    notes: [blanked(1)],
    context: { blankClears: true },
    counts: { updated: 1 },
    changes: ['hours: '],
  },
  {
    name: 'a blanked and an edited cell in one row, as usual',
    edit: (book) => book.type(sheet, 2, 'Hours', null).type(sheet, 2, 'Topic', 'Clouds'),
    notes: [blanked(1)],
    counts: { updated: 1 },
    changes: ['topic: Clouds'],
  },
  {
    name: 'a formula that shows an error',
    edit: (book) =>
      book.damage(sheet, (xml) =>
        xml.replace(
          /<c r="B2"([^>]*?)>.*?<\/c>/s,
          (_, style: string) =>
            `<c r="B2"${style.replace(/ t="[^"]*"/, '')} t="e"><f>1/0</f><v>#DIV/0!</v></c>`,
        ),
      ),
    notes: [],
    counts: { rejected: 1 },
    problems: ['CELL_ERROR'],
  },
  {
    name: 'a formula in place of the same number',
    edit: (book) =>
      book.type(sheet, 2, 'Hours', 2).damage(sheet, (xml) => xml.replace('<v>2</v>', '<f>1+1</f><v>2</v>')),
    notes: [],
  },
];

describe('a workbook with', () => {
  it.each(edits.map((edit) => [edit.name, edit] as const))('%s', async (_, edit) => expectHandled(edit));
});

describe('a name in a cell', () => {
  it('added to a set adds that element alone, in any order and either language', async () => {
    const { laptop, first, expert } = await sentWorkbook();
    const second = laptop.create('person', { name: { en: 'Cheolsu Kim', ko: '김철수' }, gender: 'male' });
    const exported = await EditedWorkbook.of(laptop.export());
    const plan = laptop.import(await exported.type(sheet, 2, 'Experts', '김철수; Gildong Hong').read());
    expect(plan.changes.map(({ path }) => path)).toEqual([`experts/${second}`]);
    expect(laptop.values('consultation', first).experts).toEqual([expert, second].sort());
  });
});
