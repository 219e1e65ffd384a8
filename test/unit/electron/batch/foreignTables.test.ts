import { linkSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isJsonObject } from '../../../../shared/core/json.ts';
import { builtInCenterId } from '../../../../shared/records/builtIn.ts';
import type { WorkbookMapping } from '../../../../shared/workbook/foreign/mapping.ts';
import { mappingFromJson, mappingToJson } from '../../../../shared/workbook/foreign/mappingJson.ts';
import { withContents } from '../../../../shared/workbook/foreign/mappingOfFile.ts';
import { readWorkbook } from '../../../../shared/workbook/read/readWorkbook.ts';
import { BatchFolder, runHere } from '../../../support/batch.ts';
import { suggestedMapping } from '../../../support/foreignLogs.ts';
import { koreanLog } from '../../../support/oldLogs.ts';
import { rowsXml, xlsxOf } from '../../../support/workbookFiles.ts';

let folder: BatchFolder;
beforeEach(() => {
  folder = new BatchFolder();
  folder.write('log.xlsx', koreanLog());
});
afterEach(() => folder.remove());

function savedMapping(name: string): WorkbookMapping {
  const mapping = mappingFromJson(JSON.parse(readFileSync(folder.at(name), 'utf8')));
  if (!mapping.ok) throw new Error(JSON.stringify(mapping.error));
  return mapping.value;
}

/** The mapping that inspect wrote, with what it named as open filled in. */
async function completedMapping(): Promise<void> {
  await runHere(folder, ['inspect', 'log.xlsx', '--mapping', 'suggested.json']);
  const mapping = savedMapping('suggested.json');
  const names = ['예시디지털부', '예시통계청', '예시시청'].map((name) => ({
    type: 'organization',
    name,
    means: 'new' as const,
    cells: { type: 'agency', country: 'BG' },
  }));
  const people = ['김민지', '박지호'].map((name) => ({
    type: 'person',
    name,
    means: 'new' as const,
    cells: {},
  }));
  const complete: WorkbookMapping = {
    ...mapping,
    names: [...names, ...people],
    sheets: mapping.sheets.map((sheet) =>
      sheet.type === null
        ? sheet
        : {
            ...sheet,
            columns: sheet.columns.map((column) =>
              column.address === 'date' ? { ...column, dateOrder: 'dmy' } : column,
            ),
            fills: [
              { address: 'center', from: 'text', text: builtInCenterId('BG10') },
              { address: 'field', from: 'text', text: 'strategy' },
              { address: 'result', from: 'text', text: 'none' },
              { address: 'question', from: 'column', header: '자문 주제', nth: 0 },
            ],
          },
    ),
  };
  folder.write('mapping.json', JSON.stringify(mappingToJson(complete)));
}

describe('inspect', () => {
  it('tells the mapping that it would use and what is ambiguous', async () => {
    const { code, out } = await runHere(folder, ['inspect', 'log.xlsx']);
    expect(code).toBe(1);
    expect(out).toMatch(/B {2,}자문 일자 {2,}Date/);
    expect(out).toMatch(/G {2,}자문 \/ 시간 {2,}Hours {2,}2,5 {2,}2.5 h/);
    expect(out).toContain(
      'Open: in column B 자문 일자 the order of day and month is not certain (“04/03/2019”).',
    );
    expect(out).toContain('Open: required, but in no column: Center, Field, Question, Result.');
    expect(out).toContain('Open: names that are not known:');
  });

  it('tells the same to programs', async () => {
    const { out } = await runHere(folder, ['inspect', 'log.xlsx', '--json']);
    const json: unknown = JSON.parse(out);
    const sheets = isJsonObject(json) && Array.isArray(json.mapping) ? json.mapping : [];
    expect(sheets[0]).toMatchObject({
      sheet: '2019년 실적',
      type: 'consultation',
      headerRow: 4,
      ambiguous: [{ column: 'B', about: 'dateOrder', choices: ['dmy', 'mdy'], example: '04/03/2019' }],
      leftOut: [
        { row: 6, kind: 'section' },
        { row: 10, kind: 'total' },
        { row: 11, kind: 'header' },
        { row: 14, kind: 'total' },
      ],
    });
  });
});

describe('inspect with a mapping', () => {
  const bytesOf = (name: string): string => readFileSync(folder.at(name)).toString('base64');

  it('follows one that is there and leaves it as it is', async () => {
    await completedMapping();
    const before = bytesOf('mapping.json');
    const run = await runHere(folder, ['inspect', 'log.xlsx', '--mapping', 'mapping.json']);
    expect(bytesOf('mapping.json')).toBe(before);
    expect(run.err).toContain(`Read as the mapping says, which stays as it is: ${folder.at('mapping.json')}`);
    // Every point that the suggestion leaves open is settled in it, and only a bad cell is left.
    expect(run.out).not.toContain('Open: required');
    expect(run.out).not.toContain('the order of day and month is not certain');
    expect(run.out).toMatch(/B {2,}자문 일자 {2,}Date/);
    expect(run.err).toContain('Rows that were rejected and are not in the result (1):');
  });

  it('follows one that an editor put a byte order mark before', async () => {
    await completedMapping();
    folder.write('marked.json', `\uFEFF${readFileSync(folder.at('mapping.json'), 'utf8')}`);
    const run = await runHere(folder, ['inspect', 'log.xlsx', '--mapping', 'marked.json']);
    expect(run.err).toContain('Read as the mapping says');
    expect(run.out).not.toContain('the order of day and month is not certain');
  });

  it('writes one that is not there', async () => {
    const run = await runHere(folder, ['inspect', 'log.xlsx', '--mapping', 'suggested.json']);
    expect(run.err).toContain(`Written: ${folder.at('suggested.json')}`);
    expect(savedMapping('suggested.json').sheets).toMatchObject([{ type: 'consultation' }, {}]);
  });

  it.each([
    ['itself', 'log.xlsx'],
    ['itself by another name', 'same.json'],
  ])('never overwrites the file: %s', async (_, target) => {
    const before = bytesOf('log.xlsx');
    linkSync(folder.at('log.xlsx'), folder.at('same.json'));
    const run = await runHere(folder, ['inspect', 'log.xlsx', '--mapping', target, '--json']);
    expect(run.code).toBe(2);
    expect(JSON.parse(run.out)).toMatchObject({ error: { code: 'OUTPUT_IS_INPUT' } });
    expect(bytesOf('log.xlsx')).toBe(before);
  });

  it.each([
    ['no mapping', 'notes.txt', 'is not a mapping file'],
    ['a mapping of other tables', 'other.json', 'No sheet of the files'],
    ['a folder', '.', 'is a folder'],
    ['in a folder that is missing', 'none/m.json', 'There is no folder'],
  ])('refuses what is %s, and changes nothing', async (_, target, reason) => {
    folder.write('notes.txt', 'minutes');
    folder.write('other.json', '{"format":"fieldbook-mapping-1","sheets":[]}');
    const run = await runHere(folder, ['inspect', 'log.xlsx', '--mapping', target]);
    expect(run.code).toBe(2);
    expect(run.err).toContain(reason);
    expect(readFileSync(folder.at('notes.txt'), 'utf8')).toBe('minutes');
  });
});

describe('consolidate', () => {
  it('rejects what is ambiguous without a mapping, with the reason', async () => {
    const { code, err } = await runHere(folder, [
      'consolidate',
      'log.xlsx',
      '--out',
      'all.xlsx',
      '--lang',
      'ko',
    ]);
    expect(code).toBe(1);
    expect(err).toContain('“04/03/2019”은(는) 두 가지 날짜로 읽힙니다.');
  });

  it('reads the log as a mapping file says', async () => {
    await completedMapping();
    const run = await runHere(folder, [
      'consolidate',
      'log.xlsx',
      '--mapping',
      'mapping.json',
      '--out',
      'all.xlsx',
    ]);
    expect(run.code).toBe(1);
    expect(run.err).toContain('Rows that were rejected and are not in the result (1):');
    const read = await readWorkbook(readFileSync(folder.at('all.xlsx')), 'all.xlsx');
    if (!read.ok) throw new Error(read.error.code);
    const rows = read.value.sheets.find(({ name }) => name === 'Consultations')?.rows ?? [];
    const date = rows[0]?.indexOf('Date') ?? -1;
    expect(rows.slice(1).map((row) => row[date])).toEqual(
      ['2019-03-04', '2019-03-05', '2019-03-06', '2019-03-07'].map((day) => ({
        kind: 'date',
        date: day,
        time: null,
      })),
    );
  });

  it.each([
    ['{', 'is not a mapping file'],
    ['{"format":"fieldbook-mapping-9"}', 'newer Fieldbook'],
    ['{"format":"fieldbook-mapping-1","sheets":[{"sheet":"x"}]}', 'mistake at sheets[0]'],
    ['{"format":"fieldbook-mapping-1","sheets":[]}', 'No sheet of the files'],
  ])('refuses the mapping file %s and writes nothing', async (text, reason) => {
    folder.write('mapping.json', text);
    const argv = ['consolidate', 'log.xlsx', '--mapping', 'mapping.json', '--out', 'all.xlsx'];
    const { code, err } = await runHere(folder, argv);
    expect(code).toBe(2);
    expect(err).toContain(reason);
  });
});

describe('what a mapping decides of single rows', () => {
  const agencies = (...names: readonly string[]): Uint8Array =>
    xlsxOf({
      name: 'Organizations',
      rows: rowsXml([
        ['Name', 'Type', 'Country'],
        ...names.map((name) => [name, 'Agency', 'BG']),
        ['Total', null, null],
      ]),
    });
  const decided = async (change: (mapping: WorkbookMapping) => WorkbookMapping): Promise<void> => {
    await runHere(folder, ['inspect', 'may.xlsx', '--mapping', 'suggested.json']);
    folder.write('mapping.json', JSON.stringify(mappingToJson(change(savedMapping('suggested.json')))));
  };
  const withDecisions = (mapping: WorkbookMapping): WorkbookMapping => ({
    ...mapping,
    sheets: mapping.sheets.map((sheet) => ({ ...sheet, included: [5] })),
    rows: [{ sheet: 'Organizations', row: 2, becomes: 'nothing' }],
  });
  const namesIn = async (...files: readonly string[]) => {
    const argv = ['consolidate', ...files, '--mapping', 'mapping.json', '--out', 'all.xlsx'];
    const run = await runHere(folder, argv);
    const read = await readWorkbook(readFileSync(folder.at('all.xlsx')), 'all.xlsx');
    if (!read.ok) throw new Error(read.error.code);
    const rows = read.value.sheets.find(({ name }) => name === 'Organizations')?.rows ?? [];
    const name = rows[0]?.indexOf('Name (English)') ?? -1;
    return { ...run, names: rows.slice(1).map((row) => row[name]) };
  };

  beforeEach(() => {
    folder.write('may.xlsx', agencies('Agency A', 'Agency B', 'Agency C'));
    folder.write('june.xlsx', agencies('Agency D', 'Agency E', 'Agency F'));
  });

  it('holds for the file that it was decided for, and for no other with its headers', async () => {
    await decided(withDecisions);
    const { out, names } = await namesIn('may.xlsx', 'june.xlsx');
    expect([...names].sort()).toEqual(['Agency B', 'Agency C', 'Agency D', 'Agency E', 'Agency F']);
    expect(out).toContain(
      'june.xlsx: Sheet “Organizations”: what the mapping decides of single rows (row 2, 5) was decided for another file',
    );
    expect(out).not.toContain('may.xlsx: Sheet “Organizations”: what the mapping decides');
    expect(out).toContain('may.xlsx: Sheet “Organizations”: rows that you left out (row 2).');
  });

  it('is not followed once the file was changed, nor where it does not say for which file it was', async () => {
    await decided(withDecisions);
    folder.write('may.xlsx', agencies('Agency X', 'Agency A', 'Agency B'));
    const changed = await namesIn('may.xlsx');
    expect(changed.names).toContain('Agency X');
    expect(changed.out).toContain('(row 2, 5) was decided for another file, or before this one was changed');
    await decided((mapping) => {
      const { sheets, ...own } = withDecisions(mapping);
      return { ...own, sheets: sheets.map(({ contents: _, ...sheet }) => sheet) };
    });
    const { out, names } = await namesIn('may.xlsx');
    expect(names).toContain('Agency X');
    expect(out).toContain(
      'the mapping decides of single rows (row 2, 5) but does not say for which file, so this is not followed',
    );
    expect(out).not.toContain('was decided for another file');
  });
});

describe('a mapping that a table of another country is read by', () => {
  const courses = (title: string, start: string, cost: string): Uint8Array =>
    xlsxOf({
      name: 'Trainings',
      rows: rowsXml([
        ['Title', 'Kind', 'Start', 'End', 'Center', 'Participants', 'Cost (USD)'],
        [title, 'Local', start, start, builtInCenterId('BG10'), '6', cost],
      ]),
    });

  it('gives way to the order of days and the decimal mark that the table proves itself', async () => {
    folder.write('a.xlsx', courses('Cloud', '13/04/2026', '1.234,5'));
    folder.write('b.xlsx', courses('Data', '05/14/2026', '2,345.5'));
    // What proves nothing is read as the mapping says.
    folder.write('c.xlsx', courses('Law', '05/06/2026', '7,5'));
    await runHere(folder, ['inspect', 'a.xlsx', '--mapping', 'mapping.json']);
    const argv = [
      'consolidate',
      'a.xlsx',
      'b.xlsx',
      'c.xlsx',
      '--mapping',
      'mapping.json',
      '--out',
      'all.xlsx',
    ];
    const run = await runHere(folder, argv);
    expect(run.err).not.toContain('rejected');
    const read = await readWorkbook(readFileSync(folder.at('all.xlsx')), 'all.xlsx');
    if (!read.ok) throw new Error(read.error.code);
    const [header = [], ...rows] = read.value.sheets.find(({ name }) => name === 'Trainings')?.rows ?? [];
    const columns = ['Title (English)', 'Start', 'Cost (amount)'].map((name) => header.indexOf(name));
    const on = (date: string) => ({ kind: 'date', date, time: null });
    expect(rows.map((row) => columns.map((column) => row[column])).sort()).toEqual([
      ['Cloud', on('2026-04-13'), 1234.5],
      ['Data', on('2026-05-14'), 2345.5],
      ['Law', on('2026-06-05'), 7.5],
    ]);
  });
});

describe('a mapping that another table of the same form is read by', () => {
  const courses = (title: string, amount: number): Uint8Array =>
    xlsxOf({
      name: '실적',
      rows: rowsXml([
        [title],
        ['교육명', '교육 기간', '교육 구분', '센터', '비용', '참가자 수'],
        [`과정 ${amount}`, '4.8.~5.2.', '현지교육', builtInCenterId('BG10'), amount, 20],
      ]),
    });
  const costs = async (...files: readonly string[]) => {
    const argv = ['consolidate', ...files, '--mapping', 'mapping.json', '--out', 'all.xlsx'];
    const run = await runHere(folder, argv);
    const read = await readWorkbook(readFileSync(folder.at('all.xlsx')), 'all.xlsx');
    if (!read.ok) throw new Error(read.error.code);
    const [header = [], ...rows] = read.value.sheets.find(({ name }) => name === 'Trainings')?.rows ?? [];
    const columns = ['Title (Korean)', 'Start', 'Cost (amount)'].map((name) => header.indexOf(name));
    return { ...run, rows: rows.map((row) => columns.map((column) => row[column])) };
  };
  const on = (date: string) => ({ kind: 'date', date, time: null });

  beforeEach(async () => {
    folder.write('last.xlsx', courses('2026년 교육 실적 (단위: 천원)', 900));
    folder.write('next.xlsx', courses('2027년 교육 실적 (단위: 원)', 700_000));
    folder.write('bare.xlsx', courses('2027년 교육 실적', 800));
    const read = await readWorkbook(readFileSync(folder.at('last.xlsx')), 'last.xlsx');
    if (!read.ok) throw new Error(read.error.code);
    // As the screen saves it.
    const mapping = withContents(suggestedMapping(read.value), read.value.sheets);
    folder.write('mapping.json', JSON.stringify(mappingToJson(mapping)));
  });

  it('gives way to the year and the unit that the table names itself', async () => {
    const { rows } = await costs('last.xlsx', 'next.xlsx');
    expect([...rows].sort()).toEqual([
      ['과정 700000', on('2027-04-08'), 700_000],
      ['과정 900', on('2026-04-08'), 900_000],
    ]);
  });

  it('reads no amounts of a table that names no unit any more', async () => {
    const { rows, err } = await costs('last.xlsx', 'bare.xlsx');
    expect(rows).toEqual([['과정 900', on('2026-04-08'), 900_000]]);
    expect(err).toContain('“800” may be in another unit of money');
  });
});
