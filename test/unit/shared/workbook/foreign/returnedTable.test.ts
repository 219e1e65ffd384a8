import { describe, expect, it } from 'vitest';
import { builtInCenterId } from '../../../../../shared/records/builtIn.ts';
import { recordTypes } from '../../../../../shared/records/registry.ts';
import { overlaySet } from '../../../../../shared/sync/overlay.ts';
import { foreignSheets } from '../../../../../shared/workbook/foreign/foreignReader.ts';
import type { WorkbookMapping } from '../../../../../shared/workbook/foreign/mapping.ts';
import type { WorkbookGrid } from '../../../../../shared/workbook/grid.ts';
import { planImport } from '../../../../../shared/workbook/planImport.ts';
import { problemsWorkbook } from '../../../../../shared/workbook/problemsWorkbook.ts';
import { contentOf, documentToGrid, type Replica, withRows } from '../../../../support/exchange.ts';
import { ownTable, suggestedMapping } from '../../../../support/foreignLogs.ts';
import { emptyReplica, replicaWithNames } from '../../../../support/foreignReplicas.ts';

const grid = ownTable(
  [
    ['Our log of advice'],
    ['No', 'Date', 'Client', 'Expert', 'Topic', 'Advice', 'Hours', 'Mode'],
    [1, '03/04/2019', 'Ministry of Examples', 'Kim Minji', 'Cloud policy', 'Begin with data', '2,5', 'x'],
    [2, '23/04/2019', 'Ministry of Unheard', 'Kim Minji', 'Digital identity', 'Begin with law', '3', 'x'],
    [3, '05/04/2019', 'Ministry of Unheard', 'Kim Minji', 'Data standards', 'Begin small', 'many', 'x'],
    ['Total', null, null, null, null, null, 5.5],
  ],
  'Consulting',
);

function mapping(): WorkbookMapping {
  const { sheets } = suggestedMapping(grid);
  return {
    sheets: sheets.map((sheet) => ({
      ...sheet,
      columns: sheet.columns.map((column) =>
        column.header === 'Mode' ? { ...column, address: null } : column,
      ),
      fills: [
        { address: 'center', from: 'text', text: builtInCenterId('BG10') },
        { address: 'mode', from: 'text', text: 'visit' },
        { address: 'field', from: 'text', text: 'strategy' },
        { address: 'result', from: 'text', text: 'none' },
        { address: 'question', from: 'column', header: 'Topic', nth: 0 },
      ],
    })),
    names: [
      {
        type: 'organization',
        name: 'Ministry of Unheard',
        means: 'new',
        cells: { type: 'ministry', country: 'BG' },
      },
    ],
    rows: [],
  };
}

function take(replica: Replica, file: WorkbookGrid, own?: WorkbookMapping) {
  const named =
    own === undefined ? { name: 'log.xlsx', grid: file } : { name: 'log.xlsx', grid: file, mapping: own };
  const plan = planImport(named, replica.planContext());
  if (!plan.ok) throw new Error(plan.error.code);
  replica.records = overlaySet(replica.records, plan.value.changes);
  return plan.value;
}

function returned(replica: Replica): WorkbookGrid {
  const file = { name: 'log.xlsx', grid, mapping: mapping() };
  const made = problemsWorkbook(file, replica.planContext(), { at: 0, password: null });
  if (!made.ok) throw new Error(made.error.code);
  return documentToGrid(made.value);
}

const corrected = (file: WorkbookGrid): WorkbookGrid =>
  withRows(file, 'Consulting', (rows) =>
    rows.map((cells) => cells.map((cell) => (cell === 'many' ? 4 : cell))),
  );

describe('a table that was read through a mapping and goes back with what is wrong in it', () => {
  it('is read as it was, without a mapping, and asks for none', () => {
    const laptop = replicaWithNames();
    const file = returned(laptop);
    expect(foreignSheets(file)).toEqual([]);
    take(laptop, grid, mapping());
    const again = take(laptop, file);
    expect(again.rows.map(({ type, status }) => [type, status])).toEqual([
      ['consultation', 'unchanged'],
      ['consultation', 'unchanged'],
      ['consultation', 'rejected'],
      ['organization', 'unchanged'],
    ]);
    expect(again.changes).toEqual([]);
  });

  it('brings in the corrected row with what the mapping said of it, and nothing else', () => {
    const laptop = replicaWithNames();
    take(laptop, grid, mapping());
    const plan = take(laptop, corrected(returned(replicaWithNames())));
    expect(plan.counts).toMatchObject({ added: 1, unchanged: 3, rejected: 0, updated: 0, conflict: 0 });
    const record = laptop.records.all('consultation').find(({ values }) => values.topic === 'Data standards');
    expect(record?.values).toMatchObject({
      center: builtInCenterId('BG10'),
      date: '2019-04-05',
      mode: 'visit',
      question: 'Data standards',
      hours: 4,
    });
  });

  it('gives the same records to somebody who has only the corrected copy', () => {
    const first = replicaWithNames();
    const copy = corrected(returned(first));
    const names = first.records;
    take(first, grid, mapping());
    take(first, copy);
    const second = emptyReplica();
    second.records = names;
    take(second, copy);
    expect(contentOf(second.records, recordTypes)).toEqual(contentOf(first.records, recordTypes));
  });
});
