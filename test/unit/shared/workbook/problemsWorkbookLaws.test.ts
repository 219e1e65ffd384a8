import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DeviceId } from '../../../../shared/core/ids.ts';
import { recordTypes } from '../../../../shared/records/registry.ts';
import type { GridCell, WorkbookGrid } from '../../../../shared/workbook/grid.ts';
import type { PlanContext } from '../../../../shared/workbook/planContext.ts';
import { problemsWorkbook } from '../../../../shared/workbook/problemsWorkbook.ts';
import { centerReplica, reportOf } from '../../../support/batch.ts';
import { contentOf, documentToGrid, Replica, withCell, withRows } from '../../../support/exchange.ts';

// Whatever somebody types into a workbook: what comes back with its problems marked says the same as the workbook did.

const center = centerReplica('sofialaptop0', 'BG10', 1);
const sent = documentToGrid(reportOf(center, 'BG10'));

const typed: Readonly<Record<string, readonly GridCell[]>> = {
  Date: [
    '2026-04-07',
    '31.02.2026',
    46_123,
    '1 March 2026',
    { kind: 'date', date: '2026-03-03', time: null },
  ],
  Topic: ['Another topic', '', null, '[CLEAR]', ' spaced '],
  Mode: ['Online', 'online', 'by pigeon', null],
  Hours: [2, '2', 'two', '[CLEAR]', null, 0.5],
  Experts: ['Expert of BG10', 'Nobody', null, '[clear]'],
  'Client organization': ['Agency of BG10', 'BG10 예시청', 'No such agency'],
  Advice: ['Start with people.', null, '[CLEAR]', 'line\r\nbreak'],
  'Next action': ['Call again', null],
  Due: ['2026-09-01', 'soon'],
  ID: ['not an id', null],
};

const edits = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 3 }),
    fc.constantFrom(
      ...Object.entries(typed).flatMap(([header, cells]) => cells.map((cell) => [header, cell] as const)),
    ),
  ),
  { maxLength: 8 },
);

/** The report with two rows added below, and cells typed over. */
function edited(list: readonly (readonly [number, readonly [string, GridCell]])[]): WorkbookGrid {
  const longer = withRows(sent, 'Consultations', (rows) => {
    const id = rows[0]?.indexOf('ID') ?? -1;
    return [...rows, ...rows.slice(1, 3).map((row) => row.with(id, null))];
  });
  return list.reduce(
    (grid, [row, [header, cell]]) => withCell(grid, 'Consultations', row, header, cell),
    longer,
  );
}

/** A row that lost its id and is rejected; it resembles a record whose row is gone, and is none of it. */
const rejectedCopy: [number, readonly [string, GridCell]][] = [
  [0, ['ID', null]],
  [0, ['Advice', null]],
  [0, ['Date', '2026-04-07']],
];

function problemsOf(replica: Replica, grid: WorkbookGrid, options: Partial<PlanContext>): WorkbookGrid {
  const file = { name: 'report.xlsx', grid };
  const made = problemsWorkbook(file, replica.planContext(options), { at: 0, password: null });
  if (!made.ok) throw new Error(made.error.code);
  return documentToGrid(made.value);
}

const office = (): Replica => {
  const replica = new Replica('headquarters' as DeviceId, 9);
  replica.records = center.records;
  replica.now = center.now + 60_000;
  return replica;
};

it('brings nothing new where the workbook was imported, and rejects the same rows', () => {
  fc.assert(
    fc.property(edits, fc.boolean(), (list, blankClears) => {
      const headquarters = office();
      const first = headquarters.import(edited(list), { blankClears });
      const back = problemsOf(headquarters, edited(list), { blankClears });
      const second = headquarters.plan(back, { blankClears });
      expect(second.counts.rejected).toBe(first.counts.rejected);
      expect(second.changes).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

it('brings to others what the workbook would have brought', () => {
  fc.assert(
    fc.property(edits, fc.boolean(), (list, blankClears) => {
      const one = office();
      one.import(edited(list), { blankClears });
      const other = office();
      other.import(problemsOf(office(), edited(list), { blankClears }), { blankClears });
      expect(contentOf(other.records, recordTypes)).toEqual(contentOf(one.records, recordTypes));
    }),
    { numRuns: 60, examples: [[rejectedCopy, false]] },
  );
});
