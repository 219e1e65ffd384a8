import { describe, expect, it } from 'vitest';
import { languages } from '../../../../shared/core/language.ts';
import { fillMessage } from '../../../../shared/messages/message.ts';
import { type ValueProblemCode, valueProblemTexts } from '../../../../shared/messages/valueProblems.ts';
import { definitionOf, type RecordType } from '../../../../shared/records/registry.ts';
import { columnAddress, columnLetters, sheetLayout } from '../../../../shared/workbook/columns.ts';
import type { GridCell, WorkbookGrid } from '../../../../shared/workbook/grid.ts';
import type { RowProblem } from '../../../../shared/workbook/importPlan.ts';
import { sheetName } from '../../../../shared/workbook/recordSheet.ts';
import { bulgaria, centerLaptop } from '../../../support/centerLaptop.ts';
import { documentToGrid, type Replica, withRows } from '../../../support/exchange.ts';

/** What somebody typed into a cell of the type's first row. */
interface Typed {
  readonly type: RecordType;
  readonly address: string;
  readonly value: GridCell;
}

const typed = (type: RecordType, address: string, value: GridCell): Typed => ({ type, address, value });

/** Total but for what no cell can provoke: the compiler refuses a problem that no cell provokes. */
const provocations: Readonly<
  Record<
    Exclude<
      ValueProblemCode,
      // Only a foreign table's cells are read by their column's decimal mark, year and unit, or as a period.
      | 'AMBIGUOUS_NUMBER'
      | 'BAD_PERIOD'
      | 'YEAR_MISSING'
      | 'UNIT_MISSING'
      | 'APPROXIMATE_AMOUNT'
      | 'BAD_STORED_VALUE'
      | 'BAD_TEXT'
      | 'BAD_DATE_TIME'
      | 'CENTER_MISSING'
      | 'COPIED_ROW'
      | 'ROW_TOLD_BY_CELLS'
    >,
    Typed
  >
> = {
  REQUIRED: typed('consultation', 'topic', '[CLEAR]'),
  BAD_NUMBER: typed('consultation', 'hours', 'three'),
  BAD_INTEGER: typed('assignment', 'leaveDays', '2.5'),
  BAD_DATE: typed('consultation', 'date', '2026-02-30'),
  AMBIGUOUS_DATE: typed('consultation', 'date', '03/04/2026'),
  BAD_CHOICE: typed('consultation', 'mode', 'by pigeon'),
  BAD_BOOLEAN: typed('person', 'consent', 'perhaps'),
  BAD_COUNTRY: typed('organization', 'country', 'Atlantis'),
  BAD_CURRENCY: typed('project', 'budget/currency', 'gold'),
  AMOUNT_MISSING: typed('project', 'budget/amount', '[CLEAR]'),
  CURRENCY_MISSING: typed('project', 'budget/currency', '[CLEAR]'),
  NEGATIVE_AMOUNT: typed('project', 'budget/amount', -1),
  TOO_MANY_DECIMALS: typed('project', 'budget/amount', 1.23456789),
  TOO_LONG: typed('consultation', 'topic', 'x'.repeat(301)),
  TOO_SMALL: typed('consultation', 'hours', -1),
  TOO_LARGE: typed('consultation', 'hours', 1001),
  NOT_A_COUNT: typed('training', 'attendance/female', 'many'),
  UNKNOWN_REFERENCE: typed('consultation', 'client', 'Ministry of Nothing'),
  AMBIGUOUS_REFERENCE: typed('consultation', 'client', 'Twin Agency'),
  CELL_ERROR: typed('consultation', 'date', { kind: 'error', text: '#REF!' }),
  // In a copy of the row below the others.
  DUPLICATE_ID: typed('consultation', 'topic', 'Another topic'),
  BAD_ID: typed('consultation', 'id', 'C-17'),
};

function filledLaptop(): Replica {
  const { laptop, expert } = centerLaptop();
  const twin = { name: { en: 'Twin Agency' }, type: 'agency', country: 'BG' };
  laptop.create('organization', twin);
  laptop.create('organization', twin);
  laptop.create('project', {
    center: bulgaria,
    title: { en: 'Pilot' },
    field: 'strategy',
    kind: 'pilot',
    status: 'proposed',
    budget: { amount: 100, currency: 'USD' },
  });
  laptop.create('training', {
    center: bulgaria,
    title: { en: 'Course' },
    kind: 'local',
    start: '2026-05-11',
    end: '2026-05-12',
    attendance: { female: 5, male: 6, other: 0, undisclosed: 0 },
  });
  laptop.create('assignment', { center: bulgaria, person: expert, role: 'expert', start: '2026-01-01' });
  return laptop;
}

const laptop = filledLaptop();

function columnOf({ type, address }: Typed): number {
  const { columns } = sheetLayout(definitionOf(type), false);
  const column = columns.findIndex((one) => columnAddress(one) === address);
  if (column < 0) throw new Error(`${type} has no column ${address}`);
  return column;
}

const sheetOf = ({ type }: Typed): string => sheetName(definitionOf(type), 'en');

function gridWith(code: string, cell: Typed): WorkbookGrid {
  const column = columnOf(cell);
  return withRows(documentToGrid(laptop.export()), sheetOf(cell), (rows) => {
    const first = rows[1] ?? [];
    const filled = [...first, ...Array.from({ length: Math.max(0, column + 1 - first.length) }, () => null)];
    const changed = filled.with(column, cell.value);
    return code === 'DUPLICATE_ID' ? [...rows, changed] : rows.with(1, changed);
  });
}

const sentenceOf = ({ message, params }: RowProblem, language: 'en' | 'ko'): string =>
  fillMessage(
    message,
    language,
    Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        typeof value === 'object' ? value[language] : value,
      ]),
    ),
  );

describe('every problem of a cell', () => {
  it.each(Object.entries(provocations))('%s names sheet, row and cell, and says what to do', (code, cell) => {
    const plan = laptop.plan(gridWith(code, cell));
    const rejected = plan.rows.filter(({ status }) => status === 'rejected');
    const [row] = rejected;
    const problem = row?.problems.find((one) => one.code === code);
    expect(rejected.flatMap(({ problems }) => problems.map((one) => one.code))).toContain(code);
    if (row === undefined || problem === undefined) throw new Error('rejected for another reason');
    expect(row.sheet).toBe(sheetOf(cell));
    // An ID that stands twice is told at the second of its rows.
    expect(row.row).toBe(code === 'DUPLICATE_ID' ? 4 : 2);
    const isOfCell = code !== 'DUPLICATE_ID' && code !== 'BAD_ID';
    if (isOfCell) expect(problem.column).toBe(columnLetters(columnOf(cell)));
    for (const language of languages) {
      const sentence = sentenceOf(problem, language);
      expect(sentence).not.toMatch(/[{}]|undefined|NaN/);
      expect(/[가-힣]/.test(sentence.replace(/“[^”]*”/g, ''))).toBe(language === 'ko');
    }
    // Nothing else is lost with it.
    expect(plan.changes).toEqual([]);
  });

  it('has the same gaps in both languages', () => {
    const gaps = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
    for (const { en, ko } of Object.values(valueProblemTexts)) expect(gaps(ko)).toEqual(gaps(en));
  });
});
