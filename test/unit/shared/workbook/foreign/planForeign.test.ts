import { describe, expect, it } from 'vitest';
import { derivedRecordId } from '../../../../../shared/core/ids.ts';
import { builtInCenterId } from '../../../../../shared/records/builtIn.ts';
import { recordTypes } from '../../../../../shared/records/registry.ts';
import { overlaySet } from '../../../../../shared/sync/overlay.ts';
import type { Fill, NameDecision, WorkbookMapping } from '../../../../../shared/workbook/foreign/mapping.ts';
import { remember } from '../../../../../shared/workbook/foreign/remembered.ts';
import { startSheet, workbookViews } from '../../../../../shared/workbook/foreign/startMapping.ts';
import type { GridRow, WorkbookGrid } from '../../../../../shared/workbook/grid.ts';
import { planImport } from '../../../../../shared/workbook/planImport.ts';
import { contentOf, documentToGrid, type Replica } from '../../../../support/exchange.ts';
import { knowledgeOf, ownTable, suggestedMapping } from '../../../../support/foreignLogs.ts';
import { emptyReplica, replicaWithNames } from '../../../../support/foreignReplicas.ts';

const bulgaria = builtInCenterId('BG10');

const header = ['No', 'Date', 'Client', 'Expert', 'Topic', 'Advice', 'Hours'];
const log: readonly GridRow[] = [
  ['Our log of advice'],
  [],
  header,
  ['2019'],
  [1, '03/04/2019', 'Ministry of Examples', 'Kim Minji', 'Cloud policy', 'Begin with data', '2,5'],
  [2, '23/04/2019', 'Ministry of Unheard', 'Kim Minji', 'Digital identity', 'Begin with law', '3'],
  [],
  ['Subtotal', null, null, null, null, null, 5.5],
  header,
  [3, '24/04/2019', 'Ministry of Unheard', 'Kim Minji', 'Data standards', 'Begin small', 'many'],
  ['Total', null, null, null, null, null, 5.5],
];

const fills: readonly Fill[] = [
  { address: 'center', from: 'text', text: bulgaria },
  { address: 'mode', from: 'text', text: 'visit' },
  { address: 'field', from: 'text', text: 'strategy' },
  { address: 'result', from: 'text', text: 'none' },
  { address: 'question', from: 'column', header: 'Topic', nth: 0 },
];

function mappingOf(grid: WorkbookGrid, change: Partial<WorkbookMapping> = {}): WorkbookMapping {
  const mapping = suggestedMapping(grid);
  return {
    ...mapping,
    sheets: mapping.sheets.map((sheet) => ({ ...sheet, fills })),
    names: [
      {
        type: 'organization',
        name: 'Ministry of Unheard',
        means: 'new',
        cells: { type: 'ministry', country: 'BG' },
      },
    ],
    ...change,
  };
}

function planWith(replica: Replica, grid: WorkbookGrid, mapping: WorkbookMapping) {
  const plan = planImport({ name: 'log.xlsx', grid, mapping }, replica.planContext());
  if (!plan.ok) throw new Error(plan.error.code);
  return plan.value;
}

function importWith(replica: Replica, grid: WorkbookGrid, mapping: WorkbookMapping) {
  const plan = planWith(replica, grid, mapping);
  replica.records = overlaySet(replica.records, plan.changes);
  return plan;
}

const grid = ownTable(log, 'Consulting');

describe('a name that was taken for a record that is gone', () => {
  const gone = derivedRecordId('test', 'gone');
  const taken: NameDecision = {
    type: 'organization',
    name: 'Ministry of Unheard',
    means: 'existing',
    id: gone,
  };
  const known = knowledgeOf(replicaWithNames().records);

  it('is open again: it is asked for, and its rows wait instead of naming nobody', () => {
    const mapping = mappingOf(grid, { names: [taken] });
    const names = workbookViews(grid, mapping, known).flatMap(({ openNames }) => openNames);
    expect(names).toMatchObject([{ name: 'Ministry of Unheard', known: 0, uses: 2 }]);
    const laptop = replicaWithNames();
    const plan = importWith(laptop, grid, mapping);
    expect(plan.rows.map(({ row, status }) => [row, status])).toEqual([
      [5, 'added'],
      [6, 'rejected'],
      [10, 'rejected'],
    ]);
    expect(plan.rows[1]?.problems).toMatchObject([
      { code: 'UNKNOWN_REFERENCE', column: 'C', value: 'Ministry of Unheard' },
    ]);
    expect(JSON.stringify(plan.changes)).not.toContain(gone);
  });

  it('becomes what was decided of it since', () => {
    const made = mappingOf(grid).names;
    const { rows } = planWith(replicaWithNames(), grid, mappingOf(grid, { names: [taken, ...made] }));
    expect(rows.map(({ row, status }) => [row, status]).slice(0, 3)).toEqual([
      [6, 'added'],
      [5, 'added'],
      [6, 'added'],
    ]);
  });

  it('is not offered for all rows either', () => {
    const mapping = mappingOf(grid);
    const withProject = mapping.sheets.map((sheet) => ({
      ...sheet,
      fills: [...fills, { address: 'project', from: 'text', text: gone } as const],
    }));
    const remembered = remember({}, grid, { ...mapping, sheets: withProject }, null);
    const [sheet = expect.fail('no sheet')] = grid.sheets;
    expect(startSheet(sheet, known, remembered, null).mapping.fills).toEqual(fills);
  });
});

describe('an old log', () => {
  it('is read as its mapping says: constants, new names, and each bad cell with its place, value and reason', () => {
    const laptop = replicaWithNames();
    const plan = importWith(laptop, grid, mappingOf(grid));
    expect(plan.rows.map(({ row, type, status }) => [row, type, status])).toEqual([
      [6, 'organization', 'added'],
      [5, 'consultation', 'added'],
      [6, 'consultation', 'added'],
      [10, 'consultation', 'rejected'],
    ]);
    expect(plan.rows.flatMap(({ problems }) => problems)).toMatchObject([
      { code: 'BAD_NUMBER', column: 'G', value: 'many', header: { en: 'Hours' } },
    ]);
    const [first, second] = laptop.records
      .all('consultation')
      .toSorted((a, b) => String(a.values.date).localeCompare(String(b.values.date)));
    expect(first?.values).toMatchObject({
      center: bulgaria,
      date: '2019-04-03',
      topic: 'Cloud policy',
      question: 'Cloud policy',
      hours: 2.5,
      mode: 'visit',
    });
    const made = laptop.records.all('organization').find(({ id }) => id === second?.values.client);
    expect(made?.values).toEqual({
      name: { en: 'Ministry of Unheard' },
      type: 'ministry',
      country: 'BG',
    });
  });

  it('leaves totals, headings, repeated headers and gaps out and names their rows', () => {
    const { notes } = planWith(replicaWithNames(), grid, mappingOf(grid));
    const rowsOf = (code: string) => notes.find((note) => note.code === code)?.params.rows;
    expect(rowsOf('TOTALS_LEFT_OUT')).toBe('8, 11');
    expect(rowsOf('HEADERS_LEFT_OUT')).toBe('9');
    expect(rowsOf('SECTIONS_LEFT_OUT')).toBe('4');
    expect(rowsOf('BLANK_ROWS_LEFT_OUT')).toBe('7');
    expect(notes.find(({ code }) => code === 'COLUMNS_LEFT_OUT')?.params.columns).toBe('No');
  });

  it('takes a row that was left out in when a person says so', () => {
    const mapping = mappingOf(grid);
    const taken = { ...mapping, sheets: mapping.sheets.map((sheet) => ({ ...sheet, included: [8] })) };
    const { rows, notes } = planWith(replicaWithNames(), grid, taken);
    expect(rows.find(({ row }) => row === 8)).toMatchObject({ status: 'rejected', type: 'consultation' });
    expect(notes.find(({ code }) => code === 'TOTALS_LEFT_OUT')?.params.rows).toBe('11');
  });

  it('rejects rows with names that nobody decided of', () => {
    const { rows } = planWith(replicaWithNames(), grid, mappingOf(grid, { names: [] }));
    expect(rows.find(({ row }) => row === 6)?.problems).toMatchObject([
      { code: 'UNKNOWN_REFERENCE', column: 'C', value: 'Ministry of Unheard' },
    ]);
  });

  it('can mean a record that is here by another name', () => {
    const laptop = replicaWithNames();
    const [ministry] = laptop.records.all('organization');
    if (ministry === undefined) throw new Error('no ministry');
    const names = [
      { type: 'organization', name: 'ministry of UNHEARD', means: 'existing', id: ministry.id },
    ] as const;
    importWith(laptop, grid, mappingOf(grid, { names }));
    expect(new Set(laptop.records.all('consultation').map(({ values }) => values.client))).toEqual(
      new Set([ministry.id]),
    );
  });

  it('gives no row away: without a mapping what is ambiguous is an issue', () => {
    const rows = [
      ['Date', 'Client', 'Topic', 'Advice', 'Hours'],
      ['03/04/2019', 'Ministry of Examples', 'Cloud', 'x', '1.234'],
    ];
    const plan = replicaWithNames().plan(ownTable(rows, 'Consulting'));
    expect(plan.rows).toMatchObject([{ status: 'rejected', row: 2 }]);
    const codes = plan.rows[0]?.problems.map(({ code, value }) => `${code} ${value}`);
    expect(codes).toEqual(expect.arrayContaining(['AMBIGUOUS_DATE 03/04/2019', 'AMBIGUOUS_NUMBER 1.234']));
  });
});

describe('two people who import the same file with the same mapping', () => {
  it('have the same records, ids and stamps, whatever else they have', () => {
    const shared = replicaWithNames();
    const sofia = emptyReplica(2);
    const hanoi = emptyReplica(3);
    const names = documentToGrid(shared.export());
    sofia.import(names);
    hanoi.import(names);
    hanoi.create('organization', { name: { en: 'Agency of Others' }, type: 'agency', country: 'VN' });
    importWith(sofia, grid, mappingOf(grid));
    importWith(hanoi, grid, mappingOf(grid));
    const types = ['consultation'];
    expect(contentOf(hanoi.records, types)).toEqual(contentOf(sofia.records, types));
    hanoi.import(documentToGrid(sofia.export()));
    sofia.import(documentToGrid(hanoi.export()));
    expect(contentOf(hanoi.records, recordTypes)).toEqual(contentOf(sofia.records, recordTypes));
    expect(
      sofia.records.all('organization').filter(({ values }) => JSON.stringify(values).includes('Unheard')),
    ).toHaveLength(1);
    expect(sofia.records.all('consultation').flatMap(({ siblings }) => Object.keys(siblings))).toEqual([]);
  });

  it('who import it again bring nothing new', () => {
    const laptop = replicaWithNames();
    importWith(laptop, grid, mappingOf(grid));
    expect(planWith(laptop, grid, mappingOf(grid)).changes).toEqual([]);
  });

  it('make one organization of the logs of two years', () => {
    const laptop = replicaWithNames();
    const next = ownTable(
      [header, [1, '25/05/2020', 'Ministry of Unheard', 'Kim Minji', 'Open data', 'Publish', '1']],
      'Consulting',
    );
    const other = replicaWithNames();
    importWith(laptop, grid, mappingOf(grid));
    importWith(other, next, mappingOf(next));
    const idOf = (replica: Replica) =>
      replica.records.all('organization').find(({ values }) => JSON.stringify(values).includes('Unheard'))
        ?.id;
    expect(idOf(other)).toBe(idOf(laptop));
  });
});

describe('likely duplicates', () => {
  const twice = ownTable(
    [
      header,
      [1, '23/04/2019', 'Ministry of Examples', 'Kim Minji', '전자서명 도입 자문', 'x', '1'],
      [2, '23/04/2019', 'Ministry of Examples', 'Kim Minji', '전자서명 도입자믄', 'y', '1'],
      [3, '24/04/2019', 'Ministry of Examples', 'Kim Minji', '전자서명 도입 자문', 'z', '1'],
    ],
    'Consulting',
  );

  function laptopWithOne() {
    const laptop = replicaWithNames();
    const [ministry] = laptop.records.all('organization');
    const [expert] = laptop.records.all('person');
    if (ministry === undefined || expert === undefined) throw new Error('no names');
    const id = laptop.create('consultation', {
      center: bulgaria,
      date: '2019-04-24',
      client: ministry.id,
      experts: [expert.id],
      topic: '전자서명 도입에 관한 자문',
      field: 'law',
      mode: 'online',
      question: 'q',
      advice: 'a',
      result: 'adopted',
    });
    return { laptop, id };
  }

  it('are pointed out beside records here and rows of the file, and stay new', () => {
    const { laptop, id } = laptopWithOne();
    const plan = planWith(laptop, twice, mappingOf(twice));
    expect(plan.rows.map(({ row, status, twin }) => [row, status, twin?.where, twin?.row])).toEqual([
      [2, 'added', undefined, undefined],
      [3, 'added', 'file', 2],
      [4, 'added', 'here', null],
    ]);
    expect(plan.rows[2]?.twin?.id).toBe(id);
    expect(plan.rows[2]?.problems).toMatchObject([{ level: 'warning', code: 'LIKELY_DUPLICATE' }]);
  });

  it('are that record when a person says so: its columns are taken, the texts for all rows are not', () => {
    const { laptop, id } = laptopWithOne();
    const mapping = mappingOf(twice, {
      rows: [
        { sheet: 'Consulting', row: 3, becomes: 'nothing' },
        { sheet: 'Consulting', row: 4, becomes: 'record', id },
      ],
    });
    const plan = importWith(laptop, twice, mapping);
    expect(plan.rows.map(({ row, status }) => [row, status])).toEqual([
      [2, 'added'],
      [4, 'updated'],
    ]);
    expect(plan.notes).toContainEqual({ code: 'ROWS_LEFT_OUT', params: { sheet: 'Consulting', rows: '3' } });
    expect(laptop.values('consultation', id)).toMatchObject({
      topic: '전자서명 도입 자문',
      advice: 'z',
      mode: 'online',
      field: 'law',
      result: 'adopted',
    });
  });

  it('are new when a person says so: nothing warns of them any more, and they are the same records', () => {
    const { laptop } = laptopWithOne();
    const told = mappingOf(twice, {
      rows: [
        { sheet: 'Consulting', row: 3, becomes: 'new' },
        { sheet: 'Consulting', row: 4, becomes: 'new' },
      ],
    });
    const plan = planWith(laptop, twice, told);
    expect(plan.rows.map(({ status, twin, problems }) => [status, twin?.where, problems])).toEqual([
      ['added', undefined, []],
      ['added', 'file', []],
      ['added', 'here', []],
    ]);
    const untold = planWith(laptop, twice, mappingOf(twice));
    expect(plan.rows.map(({ id }) => id)).toEqual(untold.rows.map(({ id }) => id));
  });

  it('are not what was imported before', () => {
    const laptop = replicaWithNames();
    importWith(laptop, grid, mappingOf(grid));
    expect(planWith(laptop, grid, mappingOf(grid)).rows.filter(({ twin }) => twin !== undefined)).toEqual([]);
  });
});
