import { describe, expect, it } from 'vitest';
import { definitionOf, recordTypes } from '../../../../shared/records/registry.ts';
import { conflictsOf } from '../../../../shared/sync/conflicts.ts';
import type { WorkbookGrid } from '../../../../shared/workbook/grid.ts';
import { importKey } from '../../../../shared/workbook/planImport.ts';
import { bulgaria, centerLaptop, replica } from '../../../support/centerLaptop.ts';
import { contentOf, documentToGrid, withCell, withRows } from '../../../support/exchange.ts';

describe('planImport of an untouched export', () => {
  it('brings every record with its values and stamps to an empty replica', () => {
    const { laptop } = centerLaptop();
    const office = replica('headquarters', 2);
    const plan = office.import(documentToGrid(laptop.export()));
    expect(plan.source.origin).toBe('exported');
    expect(plan.counts).toMatchObject({ added: 4, updated: 0, rejected: 0 });
    expect(contentOf(office.records, recordTypes)).toEqual(contentOf(laptop.records, recordTypes));
  });

  it('changes nothing when imported twice, and says that it was imported', () => {
    const { laptop } = centerLaptop();
    const office = replica('headquarters', 2);
    const grid = documentToGrid(laptop.export());
    const first = office.import(grid);
    const again = office.plan(grid, { imported: new Set([importKey(first.source)]) });
    expect(again.changes).toEqual([]);
    expect(again.counts).toMatchObject({ added: 0, updated: 0, rejected: 0, deleted: 0 });
    expect(again.notes.map(({ code }) => code)).toContain('ALREADY_IMPORTED');
  });

  it('carries deletions without a visible row, and never resurrects', () => {
    const { laptop, second } = centerLaptop();
    const office = replica('headquarters', 2);
    const before = documentToGrid(laptop.export());
    office.import(before);
    laptop.delete('consultation', second);
    const plan = office.import(documentToGrid(laptop.export()));
    expect(plan.counts.deleted).toBe(1);
    expect(office.records.find('consultation', second)?.deleted).toBe(true);
    office.import(before);
    expect(office.records.find('consultation', second)?.deleted).toBe(true);
  });

  it('takes a missing row for no statement at all', () => {
    const { laptop, first } = centerLaptop();
    const office = replica('headquarters', 2);
    const grid = documentToGrid(laptop.export());
    office.import(grid);
    office.import(withRows(grid, 'Consultations', ([header = []]) => [header]));
    expect(office.records.find('consultation', first)?.deleted).toBe(false);
  });

  it('does not go back to a value that was replaced here knowingly', () => {
    const { laptop, first } = centerLaptop();
    const office = replica('headquarters', 2);
    const grid = documentToGrid(laptop.export());
    office.import(grid);
    office.edit('consultation', first, { topic: 'Data sharing between ministries' });
    const plan = office.import(grid);
    expect(office.values('consultation', first).topic).toBe('Data sharing between ministries');
    expect(plan.changes).toEqual([]);
  });

  it('keeps both values where both sides changed a field without knowing of each other', () => {
    const { laptop, first } = centerLaptop();
    const office = replica('headquarters', 2);
    office.import(documentToGrid(laptop.export()));
    office.now += 60_000;
    office.edit('consultation', first, { topic: 'Written at headquarters' });
    laptop.edit('consultation', first, { topic: 'Written at the center' });
    const plan = office.import(documentToGrid(laptop.export()));
    expect(plan.counts.conflict).toBe(1);
    expect(plan.rows.flatMap(({ cells }) => cells)).toEqual([
      expect.objectContaining({
        field: 'topic',
        outcome: 'conflict',
        winner: 'here',
        before: 'Written at headquarters',
        after: 'Written at the center',
      }),
    ]);
    laptop.import(documentToGrid(office.export()));
    const conflicts = [office, laptop].map(({ records }) => {
      const record = records.find('consultation', first);
      return record === null ? [] : conflictsOf(definitionOf('consultation'), record);
    });
    expect(conflicts[0]).toHaveLength(1);
    expect(conflicts[1]).toEqual(conflicts[0]);
  });

  it('merges edits of different fields and different experts of one record', () => {
    const { laptop, first, expert } = centerLaptop();
    const office = replica('headquarters', 2);
    office.now += 500;
    office.import(documentToGrid(laptop.export()));
    const second = office.create('person', { name: { en: 'Cheolsu Kim' }, gender: 'male' });
    office.edit('consultation', first, { experts: [expert, second].sort(), hours: 4 });
    laptop.edit('consultation', first, { result: 'accepted' });
    office.import(documentToGrid(laptop.export()));
    laptop.import(documentToGrid(office.export()));
    expect(laptop.values('consultation', first)).toMatchObject({
      experts: [expert, second].sort(),
      hours: 4,
      result: 'accepted',
    });
    expect(contentOf(office.records, recordTypes)).toEqual(contentOf(laptop.records, recordTypes));
  });
});

describe('planImport of an edited workbook', () => {
  function edited(change: (grid: WorkbookGrid) => WorkbookGrid, language: 'en' | 'ko' = 'en') {
    const base = centerLaptop();
    const grid = change(documentToGrid(base.laptop.export({ language })));
    return { ...base, grid, plan: base.laptop.plan(grid) };
  }

  it('takes an edited cell cell by cell, with before and after', () => {
    const { plan, first } = edited((grid) => withCell(grid, 'Consultations', 0, 'Hours', 3.5));
    expect(plan.source.origin).toBe('edited');
    expect(plan.rows.filter(({ status }) => status === 'updated')).toEqual([
      expect.objectContaining({
        id: first,
        sheet: 'Consultations',
        row: 2,
        cells: [expect.objectContaining({ field: 'hours', before: '', after: '3.5 h', outcome: 'taken' })],
      }),
    ]);
  });

  it('is the same edit with the same stamp whoever imports it', () => {
    const { laptop, grid } = edited((one) => withCell(one, 'Consultations', 0, 'Hours', 3.5));
    const office = replica('headquarters', 2);
    office.import(documentToGrid(laptop.export()));
    const there = office.plan(grid).changes.filter(({ path }) => path === 'hours');
    const here = laptop.plan(grid).changes.filter(({ path }) => path === 'hours');
    expect(here).toHaveLength(1);
    expect(there.map(({ stamp }) => stamp)).toEqual(here.map(({ stamp }) => stamp));
  });

  it('rejects a row with a bad cell whole, naming sheet, row, column, value and reason in both languages', () => {
    const { plan } = edited((grid) =>
      withCell(withCell(grid, 'Consultations', 0, 'Date', '31.02.2026'), 'Consultations', 0, 'Hours', 2),
    );
    const [rejected] = plan.rows.filter(({ status }) => status === 'rejected');
    expect(rejected).toMatchObject({ sheet: 'Consultations', row: 2, cells: [] });
    expect(rejected?.problems).toEqual([
      expect.objectContaining({
        code: 'BAD_DATE',
        column: 'B',
        value: '31.02.2026',
        header: { en: 'Date', ko: '날짜' },
      }),
    ]);
    expect(plan.changes).toEqual([]);
    expect(plan.counts).toMatchObject({ rejected: 1, updated: 0 });
  });

  it('goes on after a bad row', () => {
    const { plan } = edited((grid) =>
      withCell(withCell(grid, 'Consultations', 0, 'Date', 'soon'), 'Consultations', 1, 'Hours', 2),
    );
    expect(plan.counts).toMatchObject({ rejected: 1, updated: 1 });
  });

  it('takes a blanked cell for unchanged unless the reader says that blank erases', () => {
    const { laptop, grid, plan, first } = edited((one) => withCell(one, 'Consultations', 0, 'Topic', null));
    expect(plan.counts.updated).toBe(0);
    expect(plan.notes).toContainEqual({ code: 'BLANKED_CELLS', params: { count: 1 } });
    const clearing = laptop.plan(grid, { blankClears: true });
    expect(clearing.rows.find(({ id }) => id === first)?.status).toBe('rejected');
    expect(clearing.rows.filter(({ status }) => status === 'rejected')[0]?.problems[0]?.code).toBe(
      'REQUIRED',
    );
  });

  it('erases what says [CLEAR]', () => {
    const { laptop, first } = centerLaptop();
    laptop.edit('consultation', first, { hours: 5 });
    const grid = withCell(documentToGrid(laptop.export()), 'Consultations', 0, 'Hours', '[clear]');
    laptop.import(grid);
    expect(laptop.values('consultation', first).hours).toBeUndefined();
  });

  it('keeps the other languages of a text when one is edited', () => {
    const { laptop, ministry } = centerLaptop();
    const grid = withCell(
      documentToGrid(laptop.export()),
      'Organizations',
      0,
      'Name (English)',
      'Ministry of Samples',
    );
    laptop.import(grid);
    expect(laptop.values('organization', ministry).name).toEqual({ en: 'Ministry of Samples', ko: '예시부' });
  });

  it('adds and removes single elements of a set', () => {
    const { laptop, first, expert } = centerLaptop();
    const second = laptop.create('person', { name: { en: 'Cheolsu Kim' }, gender: 'male' });
    const grid = withCell(
      documentToGrid(laptop.export()),
      'Consultations',
      0,
      'Experts',
      'Cheolsu Kim; Gildong Hong',
    );
    const plan = laptop.import(grid);
    expect(plan.changes.map(({ path }) => path)).toEqual([`experts/${second}`]);
    expect(laptop.values('consultation', first).experts).toEqual([expert, second].sort());
  });

  it('understands the other language and other spellings of choices and dates', () => {
    const { laptop, first } = centerLaptop();
    let grid = documentToGrid(laptop.export({ language: 'ko' }));
    grid = withCell(grid, '컨설팅', 0, '방식', 'Online');
    grid = withCell(grid, '컨설팅', 0, '날짜', '2026년 11월 3일');
    laptop.import(grid);
    expect(laptop.values('consultation', first)).toMatchObject({ mode: 'online', date: '2026-11-03' });
  });

  it('is not disturbed by sorted rows, moved columns and added columns', () => {
    const { laptop } = centerLaptop();
    const grid = withRows(documentToGrid(laptop.export()), 'Consultations', ([header = [], ...rows]) => [
      ['My notes', ...header.toReversed()],
      ...rows.toReversed().map((row) => ['x', ...header.map((_, index) => row[index] ?? null).toReversed()]),
    ]);
    const plan = laptop.plan(grid);
    expect(plan.changes).toEqual([]);
    expect(plan.notes).toContainEqual({
      code: 'UNKNOWN_COLUMN',
      params: { sheet: 'Consultations', column: 'My notes' },
    });
  });

  it('takes the same value in another form for no edit', () => {
    const { laptop } = centerLaptop();
    let grid = documentToGrid(laptop.export());
    grid = withCell(grid, 'Consultations', 0, 'Date', 46328);
    grid = withCell(grid, 'Consultations', 1, 'Date', '9 Nov 2026');
    grid = withCell(grid, 'Consultations', 0, 'Mode', '방문');
    expect(laptop.plan(grid).changes).toEqual([]);
    const office = replica('headquarters', 2);
    office.import(grid);
    expect(contentOf(office.records, recordTypes)).toEqual(contentOf(laptop.records, recordTypes));
  });
});

describe('planImport of new rows', () => {
  const newRow = (topic: string) => (rows: WorkbookGrid['sheets'][number]['rows']) => {
    const [header = [], sample = []] = rows;
    const copy = [...sample];
    copy[header.indexOf('ID')] = null;
    copy[header.indexOf('Topic')] = topic;
    return [...rows, copy];
  };

  it('makes the same new record whoever imports it', () => {
    const { laptop } = centerLaptop();
    const office = replica('headquarters', 2);
    const grid = withRows(documentToGrid(laptop.export()), 'Consultations', newRow('Identity cards'));
    const here = laptop.import(grid);
    office.import(grid);
    expect(here.counts.added).toBe(1);
    expect(contentOf(office.records, recordTypes)).toEqual(contentOf(laptop.records, recordTypes));
    expect(laptop.import(grid).changes).toEqual([]);
  });

  it('finds names that stand only in this workbook, and rejects what refers to a rejected row', () => {
    const { laptop } = centerLaptop();
    let grid = documentToGrid(laptop.export());
    grid = withRows(grid, 'Organizations', ([header = [], ...rows]) => [
      header,
      ...rows,
      header.map(
        (text) =>
          ({ 'Name (English)': 'Agency of Tests', Type: 'Agency', Country: 'Bulgaria (BG)' })[String(text)] ??
          null,
      ),
      header.map(
        (text) =>
          ({ 'Name (English)': 'Agency of Nowhere', Type: 'Agency', Country: 'Atlantis' })[String(text)] ??
          null,
      ),
    ]);
    grid = withCell(grid, 'Consultations', 0, 'Client organization', 'Agency of Tests');
    grid = withCell(grid, 'Consultations', 1, 'Client organization', 'Agency of Nowhere');
    const plan = laptop.plan(grid);
    expect(plan.counts).toMatchObject({ added: 1, updated: 1, rejected: 2 });
    const reasons = plan.rows.flatMap(({ problems }) => problems.map(({ code }) => code));
    expect(reasons).toEqual(expect.arrayContaining(['BAD_COUNTRY', 'UNKNOWN_REFERENCE']));
  });

  it('puts rows without a center into the workspace’s', () => {
    const { laptop } = centerLaptop();
    const foreign: WorkbookGrid = {
      kind: 'xlsx',
      dateSystem: '1900',
      sheets: [
        {
          name: '자문실적',
          visibility: 'visible',
          rows: [
            ['2026년 자문 실적'],
            [],
            ['일자', '자문위원', '기관명', '제목', '분야', '방식', '질의', '답변', '결과'],
            ['2026.11.05', '홍길동', '예시부', '전자서명', 'strategy', '방문', '질문', '답변', '없음'],
          ],
        },
      ],
    };
    const plan = laptop.import(foreign, { defaultCenterId: bulgaria });
    expect(plan.rows.map(({ status, problems }) => ({ status, problems }))).toEqual([
      { status: 'added', problems: [] },
    ]);
    expect(plan.source.origin).toBe('foreign');
    const [record] = laptop.records.all('consultation').filter(({ values }) => values.topic === '전자서명');
    expect(record?.centerId).toBe(bulgaria);
    expect(laptop.plan(foreign, { defaultCenterId: bulgaria }).changes).toEqual([]);
  });
});
