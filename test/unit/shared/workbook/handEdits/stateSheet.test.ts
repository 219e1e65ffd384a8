import { describe, expect, it } from 'vitest';
import type { GridRow } from '../../../../../shared/workbook/grid.ts';
import { planImport } from '../../../../../shared/workbook/planImport.ts';
import { stateFromRows, stateToRows } from '../../../../../shared/workbook/state.ts';
import { EditedWorkbook } from '../../../../support/editedWorkbook.ts';
import { countsOf, expectHandled, type HandEdit, sentWorkbook } from '../../../../support/handEdits.ts';

const sheet = 'Consultations';
const hidden = '_fieldbook';

/** Changes a digit or letter inside the hidden sheet's own texts, wherever the file keeps them. */
const damaged = (book: EditedWorkbook, pattern: RegExp, to: string): EditedWorkbook =>
  book.damageStrings((xml) => {
    const changed = xml.replace(pattern, to);
    if (changed === xml) throw new Error(`nothing like ${pattern}`);
    return changed;
  });

const edits: readonly HandEdit[] = [
  {
    name: 'the hidden sheet shown',
    edit: (book) => book.setVisibility(hidden, 'visible').type(sheet, 2, 'Hours', 5),
    notes: [{ code: 'STATE_SHOWN', params: { sheet: hidden } }],
    counts: { updated: 1 },
    changes: ['hours: 5 h'],
  },
  {
    name: 'the hidden sheet shown and renamed',
    edit: (book) =>
      book.setVisibility(hidden, 'visible').renameSheet(hidden, 'Sheet17').type(sheet, 2, 'Hours', 5),
    notes: [{ code: 'STATE_SHOWN', params: { sheet: 'Sheet17' } }],
    counts: { updated: 1 },
    changes: ['hours: 5 h'],
  },
];

describe('a workbook with', () => {
  it.each(edits.map((edit) => [edit.name, edit] as const))('%s', async (_, edit) => expectHandled(edit));

  it.each([
    ['the hidden sheet deleted', (book: EditedWorkbook) => book.deleteSheet(hidden), 'STATE_LOST'],
    [
      'a row of the hidden sheet deleted',
      (book: EditedWorkbook) => book.deleteRow(hidden, 4),
      'STATE_DAMAGED',
    ],
    [
      'who exported it changed in the hidden sheet',
      (book: EditedWorkbook) => damaged(book, /(&quot;|")by\1:\1Test Person\1/, '$1by$1:$1Somebody$1'),
      'STATE_DAMAGED',
    ],
    [
      'the first cell of the hidden sheet overwritten',
      (book: EditedWorkbook) => book.damage(hidden, (xml) => xml.replace(/<c r="A1"[^>]*>.*?<\/c>/s, '')),
      'STATE_DAMAGED',
    ],
  ] as const)('%s is compared with the records by id', async (_, edit, note) => {
    const { laptop, book, first } = await sentWorkbook();
    const grid = await edit(book.type(sheet, 2, 'Hours', 5)).read();
    const plan = laptop.plan(grid);
    expect(plan.notes.map(({ code }) => code)).toEqual([note]);
    expect(countsOf(plan)).toEqual({ updated: 1 });
    laptop.import(grid);
    expect(laptop.values('consultation', first).hours).toBe(5);
    expect(laptop.plan(grid).changes).toEqual([]);
  });

  it('rows copied after the hidden sheet was lost: the row that says what stands here is the record', async () => {
    const { laptop, book } = await sentWorkbook();
    const grid = await book.deleteSheet(hidden).copyRow(sheet, 2).type(sheet, 2, 'Hours', 5).read();
    const plan = laptop.plan(grid);
    expect(countsOf(plan)).toEqual({ rejected: 1 });
    expect(plan.rows.flatMap(({ row, problems }) => problems.map(({ code }) => [row, code]))).toEqual([
      [2, 'DUPLICATE_ID'],
    ]);
  });

  it('a newer schema is refused, whatever else it holds', async () => {
    const { laptop } = await sentWorkbook();
    const document = laptop.export();
    const sheets = document.sheets.map((one) =>
      one.kind === 'data' ? { ...one, rows: newer(one.rows) } : one,
    );
    const grid = await (await EditedWorkbook.of({ ...document, sheets })).read();
    expect(planImport({ name: 'x.xlsx', grid }, laptop.planContext())).toMatchObject({
      ok: false,
      error: { code: 'NEWER_VERSION', params: { found: 'consultation 99' } },
    });
  });
});

/** The hidden sheet as a later version of the product would have written it. */
function newer(rows: readonly GridRow[]): readonly GridRow[] {
  const state = stateFromRows(rows);
  if (!state.ok) return rows;
  const { header } = state.value;
  const versions = { ...header.versions, consultation: 99 };
  return stateToRows({ ...state.value, header: { ...header, versions } });
}
