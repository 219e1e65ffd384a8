// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MappingStep } from '../../../../../renderer/features/exchange/mapping/MappingStep.tsx';
import { err } from '../../../../../shared/core/result.ts';
import { fileError } from '../../../../../shared/messages/fileErrors.ts';
import { builtInCenterId } from '../../../../../shared/records/builtIn.ts';
import { foreignSheets } from '../../../../../shared/workbook/foreign/foreignReader.ts';
import type { WorkbookMapping } from '../../../../../shared/workbook/foreign/mapping.ts';
import { mappingFromJson } from '../../../../../shared/workbook/foreign/mappingJson.ts';
import { remember } from '../../../../../shared/workbook/foreign/remembered.ts';
import type { WorkbookGrid } from '../../../../../shared/workbook/grid.ts';
import { readWorkbook } from '../../../../../shared/workbook/read/readWorkbook.ts';
import { ownTable, suggestedMapping } from '../../../../support/foreignLogs.ts';
import { koreanLog } from '../../../../support/oldLogs.ts';
import { closeScreen, laptopWithCenters, openScreen } from '../openScreen.tsx';
import { receivedFile } from './handMadePlan.ts';

afterEach(closeScreen);
beforeEach(() => vi.clearAllMocks());

const actions = {
  add: vi.fn(),
  change: vi.fn(),
  confirmMapping: vi.fn<(key: string, mapping: WorkbookMapping) => void>(),
  forgetMapping: vi.fn(),
  commit: vi.fn(async () => undefined),
  stopCommit: vi.fn(),
};

async function logGrid() {
  const read = await readWorkbook(koreanLog(), 'log.xlsx');
  if (!read.ok) throw new Error(read.error.code);
  return { ...read.value, sheets: foreignSheets(read.value) };
}

async function openStep(settings: Partial<Parameters<typeof openScreen>[2]> = {}, table?: WorkbookGrid) {
  const file = receivedFile('a', 'log.xlsx');
  const result = err(fileError('MAPPING_NEEDED', '', { name: 'log.xlsx' }));
  const foreign = { grid: table ?? (await logGrid()), mapping: null, recalled: false };
  const state = {
    step: 'mapping',
    run: 1,
    renewed: false,
    blankClears: false,
    files: [file],
    plans: [{ file, result, foreign }],
    fileKey: 'a',
  } as const;
  const Step = () => (
    <>
      <h1>step</h1>
      <MappingStep state={state} actions={actions} />
    </>
  );
  return openScreen(Step, await laptopWithCenters(), {
    language: 'en',
    workspace: { kind: 'center', centerId: builtInCenterId('BG10') },
    ...settings,
  });
}

function confirmed(): WorkbookMapping {
  const [, mapping] = actions.confirmMapping.mock.calls.at(-1) ?? [];
  if (mapping === undefined) throw new Error('nothing was confirmed');
  return mapping;
}

const columnItem = (column: string) => {
  const item = screen.getByRole('combobox', { name: `Field for column ${column}` }).closest('li');
  if (item === null) throw new Error(`no column ${column}`);
  return within(item);
};

test('shows each column with its field, its values and as what they are read', async () => {
  await openStep();
  expect(screen.getByRole('combobox', { name: 'Field for column C' })).toHaveProperty('value', 'client');
  expect(columnItem('H').getByText('방문')).toBeTruthy();
  expect(columnItem('H').getByText('Visit')).toBeTruthy();
  expect(columnItem('G').getByText('1 value cannot be read')).toBeTruthy();
});

test('asks once for the order of dates, and reads the column anew', async () => {
  const { user } = await openStep();
  expect(columnItem('B').getAllByText('cannot be read')).toHaveLength(3);
  await user.click(screen.getByRole('radio', { name: 'day first' }));
  expect(columnItem('B').getByText('2019-03-04')).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: 'month first' }));
  expect(columnItem('B').getByText('2019-04-03')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Continue to the preview' }));
  expect(confirmed().sheets[0]?.columns.find(({ address }) => address === 'date')?.dateOrder).toBe('mdy');
});

test('names what is needed and in no column, and takes one value or a column for all rows', async () => {
  const { user } = await openStep();
  const gaps = screen.getByRole('group', { name: 'Needed, but in no column' });
  expect(within(gaps).getAllByText('not given')).toHaveLength(3);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Result for all rows' }), 'adopted');
  await user.selectOptions(
    screen.getByRole('combobox', { name: 'Question for all rows' }),
    'same as column E 자문 주제',
  );
  await user.click(screen.getByRole('button', { name: 'Continue to the preview' }));
  expect(confirmed().sheets[0]?.fills).toEqual([
    { address: 'center', from: 'text', text: builtInCenterId('BG10') },
    { address: 'result', from: 'text', text: 'adopted' },
    { address: 'question', from: 'column', header: '자문 주제', nth: 0 },
  ]);
});

test('a field goes to one column: choosing it elsewhere takes it from the first', async () => {
  const { user } = await openStep();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Field for column I' }), 'advice');
  expect(screen.getByRole('combobox', { name: 'Field for column F' })).toHaveProperty('value', '');
  await user.click(screen.getByRole('checkbox', { name: /^Row 6 \(heading or note\)/ }));
  await user.click(screen.getByRole('button', { name: 'Continue to the preview' }));
  expect(confirmed().sheets[0]?.included).toEqual([6]);
});

test('offers unknown names as new records, each to be matched or left', async () => {
  const { user } = await openStep();
  const names = screen.getByRole('list', { name: 'Names that are not known here' });
  expect(within(names).getAllByRole('listitem')).toHaveLength(5);
  await user.selectOptions(screen.getByRole('combobox', { name: 'What 예시시청 becomes' }), '');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Type of 예시통계청' }), 'ministry');
  await user.click(screen.getByRole('button', { name: 'Continue to the preview' }));
  const { names: decided } = confirmed();
  expect(decided.map(({ name }) => name)).not.toContain('예시시청');
  expect(decided).toContainEqual({
    type: 'organization',
    name: '예시통계청',
    means: 'new',
    cells: { type: 'ministry', country: 'BG' },
  });
});

test('says that a mapping is remembered, and forgets it', async () => {
  const grid = await logGrid();
  const mapping = suggestedMapping(grid);
  const foreignMappings = remember(
    {},
    grid,
    {
      ...mapping,
      sheets: mapping.sheets.map((sheet) => ({
        ...sheet,
        columns: sheet.columns.map((column) =>
          column.header === '비고' ? { ...column, address: 'nextAction' } : column,
        ),
      })),
    },
    null,
  );
  const { user } = await openStep({ foreignMappings });
  expect(screen.getByRole('combobox', { name: 'Field for column I' })).toHaveProperty('value', 'nextAction');
  const [forget] = screen.getAllByRole('button', { name: 'Forget it' });
  if (forget === undefined) throw new Error('nothing to forget');
  await user.click(forget);
  expect(actions.forgetMapping).toHaveBeenCalledOnce();
  expect(screen.getByRole('combobox', { name: 'Field for column I' })).toHaveProperty('value', '');
});

test('marks what was entered for all rows of the last table, until it is chosen anew', async () => {
  const grid = await logGrid();
  const { sheets, ...rest } = suggestedMapping(grid);
  const centerId = builtInCenterId('BG10');
  const filled = sheets.map((sheet) => ({
    ...sheet,
    fills: [
      { address: 'center', from: 'text', text: centerId },
      { address: 'result', from: 'text', text: 'none' },
    ] as const,
  }));
  const { user } = await openStep({
    foreignMappings: remember({}, grid, { ...rest, sheets: filled }, centerId),
  });
  const mark = 'from the last table, please check';
  const result = screen.getByRole('combobox', { name: 'Result for all rows' });
  expect(result).toHaveProperty('value', 'none');
  // The center that this computer works for is none of them.
  expect(screen.getAllByText(mark)).toHaveLength(1);
  await user.selectOptions(result, 'adopted');
  expect(screen.queryByText(mark)).toBeNull();
});

test('asks in what the amounts of a table are that names no unit, where the last one did', async () => {
  const courses = (above: string) =>
    ownTable(
      [[above], ['교육명', '교육 기간', '비용'], ['데이터 행정', '2026-04-08 ~ 2026-05-02', 900]],
      '교육 실적',
    );
  const before = courses('(단위: 천원)');
  const foreignMappings = remember({}, before, suggestedMapping(before), null);
  const { user } = await openStep({ foreignMappings }, courses('2026년'));
  const group = columnItem('C').getByRole('radiogroup', {
    name: 'The last table with these headers was in KRW × 1,000; this one does not say. In what are its amounts? For example “900”.',
  });
  const amount = () => columnItem('C').queryByText(/^KRW 900/)?.textContent;
  await user.click(within(group).getByRole('radio', { name: 'in KRW × 1,000, as before' }));
  expect(amount()).toBe('KRW 900,000');
  await user.click(screen.getByRole('button', { name: 'Continue to the preview' }));
  expect(confirmed().sheets[0]?.columns[2]).toMatchObject({ factor: 1000, currency: 'KRW' });
  await user.click(within(group).getByRole('radio', { name: 'as they stand' }));
  expect(amount()).toBeUndefined();
  await user.click(screen.getByRole('button', { name: 'Continue to the preview' }));
  expect(confirmed().sheets[0]?.columns[2]).toMatchObject({ factor: 1 });
  expect(confirmed().sheets[0]?.columns[2]?.currency).toBeUndefined();
});

test('puts a file aside, and saves the mapping as a file', async () => {
  const { user, laptop } = await openStep({ language: 'ko' });
  await user.click(screen.getByRole('button', { name: '열 지정 저장…' }));
  await waitFor(() => expect(laptop.host.saved).toHaveLength(1));
  const text = new TextDecoder().decode(laptop.host.saved[0]?.bytes);
  expect(mappingFromJson(JSON.parse(text))).toMatchObject({
    ok: true,
    value: { sheets: [{ type: 'consultation' }, {}] },
  });
  await user.click(screen.getByRole('button', { name: '이 파일은 나중에' }));
  expect(actions.change).toHaveBeenCalledWith({ type: 'filePutAside', key: 'a' });
});

test('of a very wide table the window draws the columns that are read and some others, and all on demand', async () => {
  const names = ['Date', 'Topic', 'Question', 'Advice'];
  const header = Array.from({ length: 300 }, (_, column) => names[column - 296] ?? `Remark ${column}`);
  const { user } = await openStep({}, ownTable([header, header.map((_name, column) => `value ${column}`)]));
  const fields = () => screen.getAllByRole('combobox', { name: /^Field for column/ });
  expect(fields()).toHaveLength(104);
  // The last column is one that is read.
  expect(columnItem('KN').getAllByText('value 299')).not.toEqual([]);
  expect(screen.getByText('196 more columns are left out and not listed.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'List them all' }));
  expect(fields()).toHaveLength(300);
});
