import { describe, expect, it } from 'vitest';
import { tableColumns } from '../../../../../shared/workbook/foreign/headerRows.ts';
import { tableRows } from '../../../../../shared/workbook/foreign/rowKinds.ts';
import type { GridCell } from '../../../../../shared/workbook/grid.ts';
import { ownTable } from '../../../../support/foreignLogs.ts';

const header = ['Course', 'Date', 'Venue', 'Cost', 'Participants', 'Hours'];

function kindOf(row: readonly GridCell[]): string | undefined {
  const [sheet] = ownTable([header, row], 'Courses').sheets;
  if (sheet === undefined) throw new Error('no sheet');
  return tableRows(sheet, 1, tableColumns(sheet, 0, 1), 0)[0]?.kind;
}

describe('a row of sums', () => {
  it.each([
    [['Total', null, null, 5600, 47, 12]],
    // As in every CSV file.
    [['합계', null, null, '5,600', '47', '12.5']],
    [['소계', '', '', '₩5,600', '47명', '12시간']],
    [['Total', null, null, '1.234,50 EUR', '47', '−3']],
    [['합계', '△1,200', '(300)', '-', '3억 5천만원', '12']],
    [['2019 합계', null, null, '100%', "1'200", null]],
    [['총원', '47명', null, null, '남 20명', '여 27명']],
    [['총 47명', null, 'Female: 27', null, 'Male 20', null]],
    [['총인원', null, null, null, 47, null]],
    [['Sum', null, null, '5,600', '47', '12']],
    [['계', null, null, '5,600', '47', null]],
  ] as const)('is known by its word, its numbers being numbers or texts: %j', (row) => {
    expect(kindOf(row)).toBe('total');
  });

  it.each([
    [['Total quality training', '2026-03-02', 'Sofia', '5,600', '47', '12']],
    [['Total quality training', '2.3.2026', null, '5,600', '47', null]],
    [['Sum of all fears', 'spring', 'Sofia', '5,600', '47', '12']],
    [['Cloud basics', null, null, '5,600', '47', '12']],
    [['총괄 교육', null, null, '5,600', '47', '12']],
    // Words for a sum are family names too.
    [['Sum', 'Bopha', null, '5,600', '47', '12']],
    [['Sum Bopha', null, null, '5,600', '47', '12']],
    [['계', '가상', null, '5,600', '47', '12']],
    [['Total quality', 'spring', null, null, null, null]],
  ] as const)('is not seen in a record whose title begins alike: %j', (row) => {
    expect(kindOf(row)).toBe('record');
  });
});
