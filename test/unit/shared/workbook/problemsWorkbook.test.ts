import { describe, expect, it } from 'vitest';
import type { DeviceId } from '../../../../shared/core/ids.ts';
import { builtInCenterId } from '../../../../shared/records/builtIn.ts';
import { recordTypes } from '../../../../shared/records/registry.ts';
import { overlaySet } from '../../../../shared/sync/overlay.ts';
import { correctionSheetName } from '../../../../shared/workbook/correctionSheet.ts';
import type { GridCell, SheetGrid, WorkbookGrid } from '../../../../shared/workbook/grid.ts';
import type { ImportPlan } from '../../../../shared/workbook/importPlan.ts';
import type { PlanContext } from '../../../../shared/workbook/planContext.ts';
import { problemsWorkbook } from '../../../../shared/workbook/problemsWorkbook.ts';
import { readWorkbook } from '../../../../shared/workbook/read/readWorkbook.ts';
import { reasonHeader } from '../../../../shared/workbook/reasonColumn.ts';
import { bytesOf, centerReplica, reportOf } from '../../../support/batch.ts';
import { contentOf, Replica, withCell, withRows } from '../../../support/exchange.ts';

const at = Date.UTC(2026, 10, 23);
const office = (): Replica => {
  const headquarters = new Replica('headquarters' as DeviceId, 9);
  headquarters.records = centerReplica('sofialaptop0', 'BG10', 1).records;
  return headquarters;
};
const empty = (device: string): Replica => new Replica(device as DeviceId, 3);

/** What comes back through a real file. */
async function read(bytes: Uint8Array): Promise<WorkbookGrid> {
  const grid = await readWorkbook(bytes, 'problems.xlsx');
  if (!grid.ok) throw new Error(grid.error.detail);
  return grid.value;
}

async function problemBytes(replica: Replica, grid: WorkbookGrid, options: Partial<PlanContext> = {}) {
  const file = { name: 'report.xlsx', grid };
  const made = problemsWorkbook(file, replica.planContext(options), { at, password: null });
  if (!made.ok) throw new Error(made.error.code);
  return bytesOf(made.value);
}

const problemsOf = async (replica: Replica, grid: WorkbookGrid, options: Partial<PlanContext> = {}) =>
  read(await problemBytes(replica, grid, options));

function sheetOf(grid: WorkbookGrid, name: string): SheetGrid {
  const sheet = grid.sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

function valuesOf(grid: WorkbookGrid, name: string, header: string): readonly GridCell[] {
  const { rows } = sheetOf(grid, name);
  const top = rows.findIndex((row) => row.includes(header));
  const column = rows[top]?.indexOf(header) ?? -1;
  return rows.slice(top + 1).map((row) => row[column] ?? null);
}

/** The workbook that a center edited in Excel: a good edit, a bad one, a good new row, a bad new row. */
async function editedReport(center: Replica): Promise<WorkbookGrid> {
  const sent = await read(await bytesOf(reportOf(center, 'BG10')));
  const good = withCell(sent, 'Consultations', 0, 'Topic', 'Corrected topic');
  const bad = withCell(
    withCell(good, 'Consultations', 1, 'Date', '31.02.2026'),
    'Consultations',
    1,
    'Hours',
    4,
  );
  return withRows(bad, 'Consultations', (rows) => [
    ...rows,
    newRow(rows, { Date: '2026-06-01', Topic: 'New in Excel' }),
    newRow(rows, { Date: 'soon', Topic: 'Not yet dated' }),
  ]);
}

function newRow(rows: SheetGrid['rows'], values: Readonly<Record<string, GridCell>>): GridCell[] {
  const [header = [], first = []] = rows;
  return header.map((name, column) => {
    if (name === 'ID') return null;
    return typeof name === 'string' && name in values ? (values[name] ?? null) : (first[column] ?? null);
  });
}

const statuses = ({ rows }: ImportPlan) =>
  rows.filter(({ type }) => type === 'consultation').map(({ status }) => status);

describe('a workbook of Fieldbook that comes back with what is wrong in it', () => {
  it('holds every row where it was, the reasons beside the rejected ones', async () => {
    const center = centerReplica('sofialaptop0', 'BG10', 1);
    const edited = await editedReport(center);
    const problems = await problemsOf(office(), edited);
    expect(valuesOf(problems, 'Consultations', 'Topic')).toEqual(valuesOf(edited, 'Consultations', 'Topic'));
    expect(valuesOf(problems, 'Consultations', 'Date')[1]).toBe('31.02.2026');
    expect(valuesOf(problems, 'Consultations', reasonHeader.en)).toEqual([
      null,
      'Date: “31.02.2026” is not a date of the calendar. Write year-month-day, for example 2026-11-23.',
      null,
      'Date: “soon” is not a date of the calendar. Write year-month-day, for example 2026-11-23.',
    ]);
    const page = sheetOf(problems, correctionSheetName.en).rows.flat();
    expect(page).toContain('Consultations · C3');
    expect(page).toContain('Consultations · C5');
  });

  it('brings nothing that is known already, and rejects what nobody corrected', async () => {
    const center = centerReplica('sofialaptop0', 'BG10', 1);
    const edited = await editedReport(center);
    const headquarters = office();
    const problems = await problemsOf(headquarters, edited);
    headquarters.import(edited);
    const again = headquarters.import(problems);
    expect(statuses(again)).toEqual(['unchanged', 'rejected', 'unchanged', 'rejected']);
    expect(again.changes).toEqual([]);
    expect(again.notes).toEqual([]);
  });

  it('is the same workbook before and after the import', async () => {
    const center = centerReplica('sofialaptop0', 'BG10', 1);
    const edited = await editedReport(center);
    const headquarters = office();
    const before = await problemBytes(headquarters, edited);
    headquarters.import(edited);
    expect(await problemBytes(headquarters, edited)).toEqual(before);
  });

  it('brings in just the corrected rows, once, and leaves alone what was edited here meanwhile', async () => {
    const center = centerReplica('sofialaptop0', 'BG10', 1);
    const edited = await editedReport(center);
    const headquarters = office();
    const problems = await problemsOf(headquarters, edited);
    const first = headquarters.import(edited);
    const known = headquarters.records.all('consultation');
    expect(known).toHaveLength(3);
    for (const { id } of known) headquarters.edit('consultation', id, { advice: 'Written here meanwhile' });
    const corrected = correct(problems);
    const plan = headquarters.import(corrected);
    expect(statuses(plan)).toEqual(['unchanged', 'updated', 'unchanged', 'added']);
    expect(plan.counts.conflict).toBe(0);
    const consultations = headquarters.records.all('consultation');
    expect(consultations.map(({ values }) => values.date).sort()).toEqual([
      '2026-02-28',
      '2026-03-02',
      '2026-06-01',
      '2026-06-02',
    ]);
    expect(consultations.filter(({ values }) => values.advice === 'Written here meanwhile')).toHaveLength(3);
    expect(first.counts.rejected).toBe(2);
    expect(headquarters.import(corrected).changes).toEqual([]);
  });

  it('makes one record of a row that is corrected again and again', async () => {
    const center = centerReplica('sofialaptop0', 'BG10', 1);
    const edited = await editedReport(center);
    const headquarters = office();
    headquarters.import(edited);
    const once = await problemsOf(
      headquarters,
      withCell(await problemsOf(headquarters, edited), 'Consultations', 3, 'Date', 'later'),
    );
    const first = correct(once);
    headquarters.import(first);
    const plan = headquarters.import(withCell(first, 'Consultations', 3, 'Topic', 'Corrected once more'));
    // Nobody's name says that the second is a further edit of the first: a person decides.
    expect(plan.rows.flatMap(({ cells }) => cells)).toMatchObject([
      { field: 'topic', before: 'Not yet dated', after: 'Corrected once more', outcome: 'conflict' },
    ]);
    expect(headquarters.records.all('consultation')).toHaveLength(4);
  });

  it('gives whoever receives it alone what those have who received both', async () => {
    const center = centerReplica('sofialaptop0', 'BG10', 1);
    const edited = await editedReport(center);
    const both = empty('bothlaptop00');
    const corrected = correct(await problemsOf(both, edited));
    both.import(edited);
    both.import(corrected);
    const alone = empty('alonelaptop0');
    alone.import(corrected);
    expect(contentOf(alone.records, recordTypes)).toEqual(contentOf(both.records, recordTypes));
    center.import(corrected);
    center.import(edited);
    expect(contentOf(center.records, ['consultation'])).toEqual(contentOf(both.records, ['consultation']));
  });

  it('still tells two people apart who correct one cell differently', async () => {
    const center = centerReplica('sofialaptop0', 'BG10', 1);
    const headquarters = office();
    const problems = await problemsOf(headquarters, await editedReport(center));
    headquarters.import(withCell(problems, 'Consultations', 1, 'Date', '2026-02-27'));
    const plan = headquarters.import(withCell(problems, 'Consultations', 1, 'Date', '2026-02-28'));
    expect(plan.counts.conflict).toBe(1);
  });

  it('says nothing of an emptied cell, and keeps one that erases a value', async () => {
    const center = centerReplica('sofialaptop0', 'BG10', 1);
    const edited = withCell(
      withCell(await editedReport(center), 'Consultations', 0, 'Advice', null),
      'Consultations',
      0,
      'Next action',
      '[CLEAR]',
    );
    const headquarters = office();
    const problems = await problemsOf(headquarters, edited);
    headquarters.import(edited);
    const plan = headquarters.import(correct(problems));
    expect(statuses(plan)).toEqual(['unchanged', 'updated', 'unchanged', 'added']);
    expect(
      headquarters.records.all('consultation').every(({ values }) => values.advice === 'Start with a law.'),
    ).toBe(true);
  });

  it('lists the conflicts that wait', async () => {
    const center = centerReplica('sofialaptop0', 'BG10', 1);
    const edited = await editedReport(center);
    const headquarters = office();
    const same = headquarters.records.all('consultation').find(({ values }) => values.date === '2026-03-02');
    headquarters.edit('consultation', same?.id ?? center.create('x', {}), { topic: 'Changed here' });
    const problems = await problemsOf(headquarters, edited);
    const page = sheetOf(problems, correctionSheetName.en).rows.flat();
    expect(page).toContain('Changed here');
    expect(page).toContain('Corrected topic');
    expect(valuesOf(problems, 'Consultations', reasonHeader.en)[0]).toContain('waits for a decision');
  });

  it('is read in the other language, too', async () => {
    const center = centerReplica('sofialaptop0', 'BG10', 1);
    const headquarters = office();
    const edited = await editedReport(center);
    const problems = await problemsOf(headquarters, edited, { language: 'ko' });
    expect(valuesOf(problems, 'Consultations', reasonHeader.ko)[1]).toContain('달력에 있는 날짜가 아닙니다');
    headquarters.import(edited);
    expect(statuses(headquarters.import(correct(problems)))).toEqual([
      'unchanged',
      'updated',
      'unchanged',
      'added',
    ]);
  });

  it('leaves the personal data of a workbook without them alone', async () => {
    const center = centerReplica('sofialaptop0', 'BG10', 1);
    const sent = await read(await bytesOf(reportOf(center, 'BG10', { redact: true })));
    const edited = withCell(
      withCell(sent, 'People', 0, 'Position', 'Director'),
      'Consultations',
      1,
      'Date',
      'x',
    );
    const headquarters = office();
    headquarters.import(edited);
    const problems = await problemsOf(headquarters, edited);
    const plan = headquarters.import(withCell(problems, 'Consultations', 1, 'Date', '2026-02-28'));
    expect(plan.counts).toMatchObject({ updated: 1, rejected: 0, conflict: 0 });
    expect(headquarters.records.all('person').map(({ values }) => values.email)).toEqual([
      'expert@BG10.example',
    ]);
  });
});

const correct = (problems: WorkbookGrid): WorkbookGrid =>
  withCell(
    withCell(problems, 'Consultations', 1, 'Date', '2026-02-28'),
    'Consultations',
    3,
    'Date',
    '2026-06-02',
  );

const table = [
  ['Log of the office, spring'],
  [],
  ['Topic', 'Date', 'Experts', 'Client', 'Field', 'Mode', 'Question', 'Advice', 'Result', 'Remarks'],
  [
    'Cloud',
    '2026-03-02',
    'Expert of BG10',
    'Agency of BG10',
    'Strategy and master plan',
    'Visit',
    'How?',
    'So.',
    'None',
    'kept',
  ],
  [
    'Identity',
    'in March',
    'Expert of BG10',
    'Agency of BG10',
    'Strategy and master plan',
    'Visit',
    'How?',
    'So.',
    'None',
    '',
  ],
  [
    'Payments',
    '2026-03-04',
    'Expert of BG10',
    'Agency of BG10',
    'Strategy and master plan',
    'Visit',
    'How?',
    'So.',
    'None',
    '',
  ],
] as const;

describe("somebody's own table that comes back with what is wrong in it", () => {
  const foreign: WorkbookGrid = {
    kind: 'csv',
    dateSystem: '1900',
    sheets: [
      { name: 'Log of 2026: spring/summer in Sofia', visibility: 'visible', rows: table },
      { name: 'Notes', visibility: 'visible', rows: [['Nothing for Fieldbook'], ['at all']] },
    ],
  };
  const options = { defaultCenterId: builtInCenterId('BG10') };
  const at3 = (grid: WorkbookGrid, row: number, header: string, value: GridCell): WorkbookGrid => {
    const sheet = grid.sheets.find(({ rows }) => rows.some((cells) => cells.includes('Topic')));
    return withRows(grid, sheet?.name ?? '', (rows) => {
      const top = rows.findIndex((cells) => cells.includes('Topic'));
      const column = rows[top]?.indexOf(header) ?? -1;
      return rows.map((cells, index) => (index === top + 1 + row ? cells.with(column, value) : cells));
    });
  };

  it('keeps its titles, headers, other columns and other sheets', async () => {
    const problems = await problemsOf(office(), foreign, options);
    const sheet = problems.sheets.find(({ rows }) => rows.some((cells) => cells.includes('Topic')));
    expect(sheet?.rows[0]).toContain('Log of the office, spring');
    expect(sheet?.rows[2]?.slice(1, 11)).toEqual(table[2]);
    expect(sheet?.rows[3]).toContain('kept');
    expect(sheetOf(problems, 'Notes').rows.flat()).toEqual(['Nothing for Fieldbook', 'at all']);
  });

  it('brings in the corrected row once, doubles none, and leaves alone what was edited here meanwhile', async () => {
    const headquarters = office();
    const problems = await problemsOf(headquarters, foreign, options);
    headquarters.import(foreign, options);
    const before = headquarters.records.all('consultation');
    const cloud = before.find(({ values }) => values.topic === 'Cloud');
    if (cloud === undefined) throw new Error('the first row was taken');
    headquarters.edit('consultation', cloud.id, { topic: 'Cloud, edited here' });
    const unchanged = headquarters.import(problems, options);
    expect(statuses(unchanged)).toEqual(['unchanged', 'rejected', 'unchanged']);
    expect(unchanged.changes).toEqual([]);
    const corrected = at3(problems, 1, 'Date', '2026-03-03');
    const plan = headquarters.import(corrected, options);
    expect(statuses(plan)).toEqual(['unchanged', 'added', 'unchanged']);
    headquarters.import(at3(corrected, 1, 'Topic', 'Digital identity'), options);
    headquarters.import(at3(corrected, 2, 'Advice', 'Slowly.'), options);
    const after = headquarters.records.all('consultation');
    expect(after).toHaveLength(before.length + 1);
    expect(after.map(({ values }) => values.topic)).toEqual(
      expect.arrayContaining(['Cloud, edited here', 'Digital identity', 'Payments']),
    );
    expect(after.every(({ centerId }) => centerId === builtInCenterId('BG10'))).toBe(true);
  });

  it('gives rows the center of whoever receives it first, also the rows that came in before', async () => {
    const sender = office();
    const problems = at3(await problemsOf(sender, foreign, options), 1, 'Date', '2026-03-03');
    const alone = office();
    const plan = alone.import(problems, options);
    expect(statuses(plan)).toEqual(['added', 'added', 'added']);
    sender.import(foreign, options);
    sender.import(problems, options);
    const of = ({ records }: Replica) =>
      records
        .all('consultation')
        .map(({ id, values }) => [id, values.topic, values.center])
        .sort();
    expect(of(alone)).toEqual(of(sender));
  });

  it('is the same bytes for the same table', async () => {
    const here = await problemBytes(office(), foreign, options);
    const there = await problemBytes(office(), foreign, options);
    expect(here).toEqual(there);
  });
});

it('changes nothing in the records by being made', async () => {
  const headquarters = office();
  const before = contentOf(headquarters.records, recordTypes);
  await problemsOf(headquarters, await editedReport(centerReplica('sofialaptop0', 'BG10', 1)));
  expect(contentOf(overlaySet(headquarters.records, []), recordTypes)).toEqual(before);
});
