import { describe, expect, it } from 'vitest';
import { recordTypes } from '../../../../../shared/records/registry.ts';
import { readWorkbook } from '../../../../../shared/workbook/read/readWorkbook.ts';
import { replica } from '../../../../support/centerLaptop.ts';
import { contentOf } from '../../../../support/exchange.ts';
import { changesOf, countsOf, expectAlike, sentWorkbook } from '../../../../support/handEdits.ts';
import { hasOffice, savedByOffice } from '../../../../support/office.ts';

const sheet = 'Consultations';

async function gridOf(bytes: Uint8Array, name: string) {
  const read = await readWorkbook(bytes, name);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

// Without LibreOffice there is nothing that these could show; the other files edit the package itself.
describe.runIf(hasOffice)('a workbook that LibreOffice saved', () => {
  it.each(['xlsx', 'ods', 'xls'] as const)(
    'as .%s is the workbook with its edits and nothing else',
    {
      timeout: 240_000,
    },
    async (format) => {
      const { laptop, book, first } = await sentWorkbook();
      const edited = book
        .type(sheet, 2, 'Topic', 'Clouds')
        .type(sheet, 2, 'Date', { date: '2026-11-03' })
        .type(sheet, 3, 'Hours', 4);
      const [plain = new Uint8Array(), changed = new Uint8Array()] = savedByOffice(
        [book.bytes, edited.bytes],
        format,
      );
      const untouched = laptop.plan(await gridOf(plain, `report.${format}`));
      expect(changesOf(untouched)).toEqual([]);
      expect(untouched.changes).toEqual([]);
      // A program that knows no very hidden sheet shows it.
      expect(untouched.notes.filter(({ code }) => code !== 'STATE_SHOWN')).toEqual([]);
      const grid = await gridOf(changed, `report.${format}`);
      const plan = laptop.plan(grid);
      expect(changesOf(plan)).toEqual(['date: 2026-11-03', 'topic: Clouds', 'hours: 4 h']);
      // The same edits as in the file that it was made of, for whoever imports which.
      const office = replica('headquarters', 2);
      office.import(await edited.read());
      expectAlike(laptop, grid);
      expect(office.values('consultation', first)).toEqual(laptop.values('consultation', first));
      expect(contentOf(office.records, recordTypes)).toEqual(contentOf(laptop.records, recordTypes));
    },
  );

  it('as .csv of one sheet is a table that is compared by its ids', { timeout: 240_000 }, async () => {
    const { laptop, book, first } = await sentWorkbook();
    const edited = book.type(sheet, 2, 'Topic', 'Clouds, and more');
    const { sheets } = await gridOf(book.bytes, 'report.xlsx');
    // Counted from 1.
    const sheetNumber = sheets.findIndex(({ name }) => name === sheet) + 1;
    const [plain = new Uint8Array(), changed = new Uint8Array()] = savedByOffice([book.bytes, edited.bytes], {
      csvOfSheet: sheetNumber,
    });
    const untouched = laptop.plan(await gridOf(plain, 'Consultations.csv'));
    expect(untouched.notes).toEqual([{ code: 'STATE_LOST', params: {} }]);
    expect(untouched.changes).toEqual([]);
    const plan = laptop.import(await gridOf(changed, 'Consultations.csv'));
    expect(countsOf(plan)).toEqual({ updated: 1 });
    expect(changesOf(plan)).toEqual(['topic: Clouds, and more']);
    expect(laptop.values('consultation', first).topic).toBe('Clouds, and more');
  });

  it('with its rows sorted, copied and cleared of ids in between is still understood', {
    timeout: 240_000,
  }, async () => {
    const { laptop, book } = await sentWorkbook();
    const edited = book
      .copyRow(sheet, 2)
      .type(sheet, 4, 'ID', null)
      .type(sheet, 4, 'Topic', 'New')
      .reverseRows(sheet)
      .copyRow(sheet, 3);
    const [saved = new Uint8Array()] = savedByOffice([edited.bytes], 'ods');
    const plan = laptop.plan(await gridOf(saved, 'report.ods'));
    expect(countsOf(plan)).toEqual({ added: 1 });
    expect(plan.notes.map(({ code }) => code).filter((code) => code !== 'STATE_SHOWN')).toEqual([
      'ROWS_REORDERED',
      'ROWS_COPIED',
    ]);
  });
});

describe('a workbook that was switched to the 1904 date system', () => {
  it('keeps the dates that were exported, takes those typed since, and says so', async () => {
    const { laptop, book, second } = await sentWorkbook();
    // 2026-11-03 as a number of days since 1904.
    const switched = book.switchTo1904().type(sheet, 3, 'Date', 46_329 - 1462);
    const grid = await switched.read();
    expect(grid.dateSystem).toBe('1904');
    const plan = laptop.plan(grid);
    expect(changesOf(plan)).toEqual(['date: 2026-11-03']);
    const [note] = plan.notes;
    expect(note).toMatchObject({ code: 'DATES_SHIFTED' });
    expect(note?.params.count).toBeGreaterThan(0);
    expectAlike(laptop, grid);
    expect(laptop.values('consultation', second).date).toBe('2026-11-03');
  });
});
