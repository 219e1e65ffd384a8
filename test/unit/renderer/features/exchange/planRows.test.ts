import { describe, expect, it } from 'vitest';
import {
  cellAddress,
  countByFilter,
  filterRows,
  openingFilter,
  rowsOf,
} from '../../../../../renderer/features/exchange/planRows.ts';
import { problemsCsv } from '../../../../../renderer/features/exchange/problemsCsv.ts';
import { err, ok } from '../../../../../shared/core/result.ts';
import { fileError } from '../../../../../shared/messages/fileErrors.ts';
import { rowProblemText } from '../../../../../shared/messages/rowProblemText.ts';
import { readDelimitedText } from '../../../../../shared/workbook/read/delimitedText.ts';
import { formulaLeads } from '../../../../support/difficultTexts.ts';
import {
  addedRow,
  conflictRow,
  handMadePlan,
  receivedFile,
  rejectedRow,
  updatedRow,
} from './handMadePlan.ts';

const rows = rowsOf([
  { file: receivedFile('a', 'BG10.xlsx'), result: ok(handMadePlan()) },
  { file: receivedFile('b', 'VN11.xlsx'), result: err(fileError('DAMAGED', '')) },
  { file: receivedFile('c', 'KE17.xlsx'), result: ok(handMadePlan()) },
]);

describe('the rows of a preview', () => {
  it('are those of all readable files, each knowing its file', () => {
    expect(rows.map(({ fileName, row }) => `${fileName} ${row.status}`)).toEqual([
      'BG10.xlsx added',
      'BG10.xlsx updated',
      'BG10.xlsx rejected',
      'KE17.xlsx added',
      'KE17.xlsx updated',
      'KE17.xlsx rejected',
    ]);
  });

  it('are counted by status and by what else there is to see', () => {
    expect(countByFilter(rows)).toEqual({
      all: 6,
      conflict: 0,
      added: 2,
      updated: 2,
      deleted: 0,
      unchanged: 0,
      rejected: 2,
      warnings: 2,
    });
  });

  it('are filtered by status, file and words', () => {
    expect(filterRows(rows, 'rejected', null, '').map(({ row }) => row)).toEqual([rejectedRow, rejectedRow]);
    expect(filterRows(rows, 'warnings', 'c', '').map(({ row }) => row)).toEqual([updatedRow]);
    expect(filterRows(rows, 'all', 'a', ' OPEN  data').map(({ row }) => row)).toEqual([addedRow]);
  });

  it('stand with those first that wait for a decision', () => {
    const conflict = { row: conflictRow, fileKey: 'a', fileName: 'BG10.xlsx' };
    const all = [...rows.slice(0, 3), conflict];
    expect(filterRows(all, 'all', null, '').map(({ row }) => row.status)).toEqual([
      'conflict',
      'added',
      'updated',
      'rejected',
    ]);
    expect(openingFilter(countByFilter(all))).toBe('conflict');
  });

  it('open with what needs a person first', () => {
    expect(openingFilter(countByFilter(rows))).toBe('rejected');
    expect(openingFilter(countByFilter(rows.slice(0, 2)))).toBe('updated');
    expect(openingFilter(countByFilter([]))).toBe('all');
  });

  it('say of a problem where it is and what to do, in the reader’s language', () => {
    const [bad] = rejectedRow.problems;
    const [warning] = updatedRow.problems;
    if (bad === undefined || warning === undefined) throw new Error('the rows have problems');
    expect(cellAddress(rejectedRow, bad)).toBe('C12');
    expect(cellAddress(updatedRow, warning)).toBe('5');
    expect(rowProblemText(bad, 'ko')).toBe('“=31/02/2026”은(는) 날짜가 아닙니다.');
  });
});

describe('the list of problems', () => {
  it('holds every problem once, as text that no spreadsheet calculates', () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(problemsCsv(rows.slice(0, 3), 'en'));
    expect(text.split('\r\n')).toEqual([
      '\uFEFF"File","Sheet","Cell","Record","Column","Value","What to do","Imported"',
      '"BG10.xlsx","Consultations","5","Digital identity","Date","","The date lies outside the operation.","yes, with a warning"',
      `"BG10.xlsx","Consultations","C12","E-procurement","Date","'=31/02/2026","“=31/02/2026” is not a date of the calendar.","no"`,
      '',
    ]);
  });

  it.each(formulaLeads)(
    'puts an apostrophe before a value that begins with %j, which can be taken away again',
    (lead) => {
      const values = [`${lead}1+1`, `'${lead}1+1`, `''${lead}1+1`, "'tis", lead];
      const [bad] = rejectedRow.problems;
      if (bad === undefined) throw new Error('the row has a problem');
      const problems = values.map((value) => ({ ...bad, value }));
      const row = { row: { ...rejectedRow, problems }, fileKey: 'a', fileName: 'a.xlsx' };
      const text = new TextDecoder().decode(problemsCsv([row], 'en'));
      const read = readDelimitedText(text, 'problems.csv', { rowsPerSheet: 100, columnsPerSheet: 100 });
      const cells = read.ok ? read.value.slice(1).map((line) => String(line[5])) : [];
      expect(cells.filter((cell) => formulaLeads.some((one) => cell.startsWith(one)))).toEqual([]);
      const taken = cells.map((cell) => cell.replace(/^'('*[=+\-@\t\r\n|%＝＋－＠])/, '$1'));
      expect(taken).toEqual(values);
    },
  );
});
