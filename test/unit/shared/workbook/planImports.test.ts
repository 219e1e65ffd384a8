import { describe, expect, it } from 'vitest';
import { overlaySet } from '../../../../shared/sync/overlay.ts';
import type { WorkbookGrid } from '../../../../shared/workbook/grid.ts';
import { isPlanCurrent, planImport, planImports } from '../../../../shared/workbook/planImport.ts';
import { bulgaria, centerLaptop, replica } from '../../../support/centerLaptop.ts';
import { documentToGrid, withCell, withRows } from '../../../support/exchange.ts';

describe('planImports', () => {
  it('plans several files on top of each other and commits what it showed', () => {
    const { laptop } = centerLaptop();
    const other = replica('otherlaptop0', 5);
    const office = replica('headquarters', 2);
    const ministry = other.create('organization', {
      name: { en: 'Lima Office' },
      type: 'agency',
      country: 'PE',
    });
    const files = [laptop, other, laptop].map((one, index) => ({
      name: `${index}.xlsx`,
      grid: documentToGrid(one.export()),
    }));
    const plans = planImports(files, office.planContext());
    expect(plans.map((plan) => plan.ok && plan.value.counts.added)).toEqual([4, 1, 0]);
    for (const plan of plans) {
      if (!plan.ok) throw new Error(plan.error.code);
      expect(isPlanCurrent(plan.value, office.records)).toBe(true);
      office.records = overlaySet(office.records, plan.value.changes);
    }
    expect(office.records.find('organization', ministry)).not.toBeNull();
  });

  it('knows when a plan is out of date', () => {
    const { laptop, first } = centerLaptop();
    const plan = laptop.plan(withCell(documentToGrid(laptop.export()), 'Consultations', 0, 'Hours', 3));
    laptop.edit('consultation', first, { hours: 8 });
    expect(isPlanCurrent(plan, laptop.records)).toBe(false);
  });

  it('refuses a file without any known columns', () => {
    const grid: WorkbookGrid = {
      kind: 'xlsx',
      dateSystem: '1900',
      sheets: [
        {
          name: 'Sheet1',
          visibility: 'visible',
          rows: [
            ['shopping', 'list'],
            ['milk', 2],
          ],
        },
      ],
    };
    const plan = planImport({ name: 'list.xlsx', grid }, replica('headquarters', 2).planContext());
    expect(plan).toMatchObject({ ok: false, error: { code: 'WRONG_TEMPLATE' } });
  });

  it('refuses a workbook of a newer version and names it', () => {
    const { laptop } = centerLaptop();
    const grid = withRows(documentToGrid(laptop.export()), '_fieldbook', ([, ...rest]) => [
      ['fieldbook', 99, '|{}|'],
      ...rest,
    ]);
    expect(planImport({ name: 'x.xlsx', grid }, laptop.planContext())).toMatchObject({
      ok: false,
      error: { code: 'NEWER_VERSION' },
    });
  });

  it('compares by id where the hidden sheet is gone or was changed', () => {
    const { laptop, first } = centerLaptop();
    const full = withCell(documentToGrid(laptop.export()), 'Consultations', 0, 'Hours', 6);
    const gone = { ...full, sheets: full.sheets.filter(({ name }) => name !== '_fieldbook') };
    const plan = laptop.plan(gone);
    expect(plan.counts).toMatchObject({ updated: 1, added: 0, rejected: 0 });
    const damaged = withRows(full, '_fieldbook', (rows) => rows.slice(0, -1));
    expect(laptop.plan(damaged).notes.map(({ code }) => code)).toContain('STATE_DAMAGED');
    laptop.import(gone);
    expect(laptop.values('consultation', first).hours).toBe(6);
    expect(laptop.plan(gone).changes).toEqual([]);
  });
});

describe('redaction and periods', () => {
  it('leaves personal fields out and never reads them as cleared', () => {
    const { laptop, expert } = centerLaptop();
    laptop.edit('person', expert, { email: 'hong@example.org' });
    const office = replica('headquarters', 2);
    const document = laptop.export({ redact: true });
    expect(JSON.stringify(document)).not.toContain('hong@example.org');
    office.import(documentToGrid(laptop.export()));
    office.import(documentToGrid(document));
    expect(office.values('person', expert).email).toBe('hong@example.org');
  });

  it('exports a period with what its records refer to', () => {
    const { laptop, ministry, first, second } = centerLaptop();
    const office = replica('headquarters', 2);
    office.import(
      documentToGrid(laptop.export({ scope: { kind: 'period', from: '2026-11-01', to: '2026-11-05' } })),
    );
    expect(office.records.find('consultation', first)).not.toBeNull();
    expect(office.records.find('consultation', second)).toBeNull();
    expect(office.records.find('organization', ministry)).not.toBeNull();
  });
});

describe('rules that look at other records', () => {
  it('warn on import instead of refusing, so that replicas with different records end alike', () => {
    const { laptop, expert } = centerLaptop();
    const assignment = (start: string) => ({
      center: bulgaria,
      person: expert,
      role: 'expert',
      start,
      end: '2027-12-31',
    });
    laptop.create('assignment', assignment('2026-01-01'));
    const other = replica('otherlaptop0', 5);
    other.import(documentToGrid(laptop.export()));
    const grid = withRows(documentToGrid(other.export()), 'Assignments', (rows) => {
      const [header = [], first = []] = rows;
      const copy = [...first];
      copy[header.indexOf('ID')] = null;
      return [...rows, copy];
    });
    const plan = other.plan(grid);
    expect(plan.counts).toMatchObject({ added: 1, rejected: 0 });
    expect(plan.rows.flatMap(({ problems }) => problems)).toContainEqual(
      expect.objectContaining({ code: 'ASSIGNMENTS_OVERLAP', level: 'warning' }),
    );
  });
});

describe('cells that somebody wrote in front of the exported workbook', () => {
  it('keep the part of a value whose column was taken out', () => {
    const { laptop, ministry } = centerLaptop();
    let grid = withCell(documentToGrid(laptop.export()), 'Organizations', 0, 'Name (English)', 'Ministry X');
    grid = withRows(grid, 'Organizations', (rows) => rows.map((row) => row.slice(1)));
    laptop.import(grid);
    expect(laptop.values('organization', ministry).name).toEqual({ en: 'Ministry X', ko: '예시부' });
  });

  it('mean the people that bore their names then', () => {
    const { laptop, first, expert } = centerLaptop();
    const second = laptop.create('person', { name: { en: 'Boram Park' }, gender: 'female' });
    const grid = withCell(
      documentToGrid(laptop.export()),
      'Consultations',
      0,
      'Experts',
      'Gildong Hong; Boram Park',
    );
    laptop.edit('person', expert, { name: { en: 'Gildong Hong-Kim' } });
    laptop.create('person', { name: { en: 'Gildong Hong' }, gender: 'male' });
    laptop.import(grid);
    expect(laptop.values('consultation', first).experts).toEqual([expert, second].sort());
  });
});

describe('a workbook from a clock far in the future', () => {
  it('is taken for damaged instead of setting this clock beyond what a stamp can hold', () => {
    const { laptop } = centerLaptop();
    const grid = withRows(documentToGrid(laptop.export()), '_fieldbook', (rows) =>
      rows.map((row) =>
        row.map((cell) =>
          typeof cell === 'string' ? cell.replace(/\b0[0-9a-z]{12}-/g, 'zzzzzzzzzzzzz-') : cell,
        ),
      ),
    );
    expect(laptop.plan(grid).notes.map(({ code }) => code)).toContain('STATE_DAMAGED');
  });
});
