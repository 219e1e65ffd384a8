import { describe, expect, it } from 'vitest';
import { recordTypes } from '../../../../../shared/records/registry.ts';
import type { SheetGrid, WorkbookGrid } from '../../../../../shared/workbook/grid.ts';
import { problemsWorkbook } from '../../../../../shared/workbook/problemsWorkbook.ts';
import { centerLaptop, replica } from '../../../../support/centerLaptop.ts';
import { contentOf, documentToGrid, withCell, withRows } from '../../../../support/exchange.ts';
import { conflictsIn, countsOf, exchange } from '../../../../support/handEdits.ts';

const sheet = 'Consultations';
const pastedNote = { code: 'ROWS_PASTED', params: { sheet, count: 1 } };

const sheetOf = ({ sheets }: WorkbookGrid): SheetGrid => {
  const found = sheets.find(({ name }) => name === sheet);
  if (found === undefined) throw new Error(`no sheet ${sheet}`);
  return found;
};

/** A workbook of the first days of November, into which somebody pasted the row of the workbook of the days after. */
function pastedWorkbook() {
  const center = centerLaptop();
  const period = (from: string, to: string) =>
    documentToGrid(center.laptop.export({ scope: { kind: 'period', from, to } }));
  const early = period('2026-11-01', '2026-11-05');
  const late = period('2026-11-06', '2026-11-30');
  const file = withRows(early, sheet, (rows) => [...rows, ...sheetOf(late).rows.slice(1)]);
  return { ...center, file };
}

describe('a row pasted from another workbook, its id along', () => {
  it('is one record with one history, whoever imports it: a later edit of it is no conflict', () => {
    const { file, second } = pastedWorkbook();
    const offices = [replica('headquarters', 2), replica('otheroffice', 3)] as const;
    for (const office of offices) {
      const plan = office.import(file);
      expect(plan.notes).toEqual([pastedNote]);
      expect(countsOf(plan)).toEqual({ added: 4 });
    }
    const [one, other] = offices;
    one.edit('consultation', second, { topic: 'Cloud law' });
    exchange(one, other);
    expect(contentOf(one.records, recordTypes)).toEqual(contentOf(other.records, recordTypes));
    expect(conflictsIn(other, second)).toEqual([]);
    expect(other.values('consultation', second).topic).toBe('Cloud law');
  });

  it('does not write over what was edited here since: both values wait for a decision', () => {
    const { laptop, file, second } = pastedWorkbook();
    laptop.edit('consultation', second, { topic: 'Cloud law', hours: 3 });
    const plan = laptop.import(file);
    expect(countsOf(plan)).toEqual({ conflict: 1 });
    expect(conflictsIn(laptop, second)).toEqual([['topic', ['Cloud law', 'Cloud policy']]]);
    expect(laptop.values('consultation', second).hours).toBe(3);
    expect(laptop.plan(file).changes).toEqual([]);
  });

  it('changes nothing where the record here says the same', () => {
    const { laptop, file } = pastedWorkbook();
    expect(countsOf(laptop.plan(file))).toEqual({});
  });

  it('gives the name of who made the record way, once that is known', () => {
    const { laptop, file, second } = pastedWorkbook();
    const office = replica('headquarters', 2);
    office.import(file);
    expect(office.records.find('consultation', second)?.createdBy).toBe('');
    exchange(laptop, office);
    for (const one of [laptop, office]) {
      expect(one.records.find('consultation', second)?.createdBy).toBe('Test Person');
    }
  });

  it('is taken back with the import that brought it', () => {
    const { file } = pastedWorkbook();
    const office = replica('headquarters', 2);
    const before = contentOf(office.records, ['consultation', 'organization', 'person']);
    office.import(file);
    const undo = office.undo(office.batches.at(-1) ?? expect.fail('nothing was imported'));
    expect(before).toEqual([]);
    expect(office.records.all('consultation')).toEqual([]);
    office.undo(undo);
    expect(office.records.all('consultation')).toHaveLength(2);
  });

  it('comes back in a problems workbook as what was taken', () => {
    const { file, second } = pastedWorkbook();
    const office = replica('headquarters', 2);
    const bad = withCell(file, sheet, 0, 'Date', 'soon');
    const context = office.planContext();
    const problems = problemsWorkbook({ name: 'r.xlsx', grid: bad }, context, { at: 0, password: null });
    office.import(bad);
    office.edit('consultation', second, { topic: 'Cloud law' });
    const plan = office.import(documentToGrid(problems.ok ? problems.value : expect.fail('refused')));
    expect(countsOf(plan)).toEqual({ rejected: 1 });
    expect(office.values('consultation', second).topic).toBe('Cloud law');
    expect(conflictsIn(office, second)).toEqual([]);
  });
});

describe('a workbook that lost its hidden sheet, where its records are not known', () => {
  it('is taken back whole: nothing without values stays behind', () => {
    const { laptop } = centerLaptop();
    const sent = documentToGrid(laptop.export());
    const file = { ...sent, sheets: sent.sheets.filter(({ name }) => name !== '_fieldbook') };
    const office = replica('headquarters', 2);
    expect(countsOf(office.import(file))).toEqual({ added: 4 });
    office.undo(office.batches.at(-1) ?? expect.fail('nothing was imported'));
    for (const type of ['organization', 'person', 'consultation']) {
      expect(office.records.all(type), type).toEqual([]);
    }
  });
});
