// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ImportPreview } from '../../../../../renderer/features/exchange/ImportPreview.tsx';
import { ReceivePage } from '../../../../../renderer/features/exchange/ReceivePage.tsx';
import { receiveActions } from '../../../../../renderer/features/exchange/receiveActions.ts';
import type { FilePlan } from '../../../../../renderer/features/exchange/receiveState.ts';
import {
  createReceiveStore,
  type ReceiveStore,
} from '../../../../../renderer/features/exchange/receiveStore.ts';
import { err, ok } from '../../../../../shared/core/result.ts';
import { fileError } from '../../../../../shared/messages/fileErrors.ts';
import { builtInCenterId } from '../../../../../shared/records/builtIn.ts';
import { recordOf } from '../../../../../shared/records/recordsOf.ts';
import type { ImportPlan } from '../../../../../shared/workbook/importPlan.ts';
import { edit, saved } from '../../storage/laptop.ts';
import { closeScreen, laptopWithCenters, type OpenScreen, openScreen } from '../openScreen.tsx';
import { addedRow, conflictRow, handMadePlan, receivedFile } from './handMadePlan.ts';

afterEach(closeScreen);
// Without a layout engine every element has no height, and a list draws no row.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(72);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.clearAllMocks();
});

const readable: FilePlan = { file: receivedFile('a', 'BG10.xlsx'), result: ok(handMadePlan()) };
const locked: FilePlan = {
  file: receivedFile('b', 'VN11.xlsx'),
  result: err(fileError('PASSWORD_NEEDED', '', { name: 'VN11.xlsx' })),
};

const noSheet = { headerRow: 0, headerRows: 1, columns: [], fills: [], included: [] } as const;

const actions = {
  add: vi.fn(),
  change: vi.fn(),
  confirmMapping: vi.fn(),
  forgetMapping: vi.fn(),
  commit: vi.fn(async () => undefined),
  stopCommit: vi.fn(),
};

async function preview(
  language: 'en' | 'ko',
  plans: readonly FilePlan[],
  isOutdated = false,
): Promise<OpenScreen> {
  const state = {
    step: 'preview',
    run: 1,
    opened: 1,
    renewed: false,
    blankClears: false,
    files: plans.map(({ file }) => file),
    plans,
  } as const;
  const Preview = () => (
    <>
      <h1>preview</h1>
      <ImportPreview state={state} actions={actions} addButton={null} isOutdated={isOutdated} />
    </>
  );
  return openScreen(Preview, await laptopWithCenters(), { language });
}

test('the preview opens with rejected rows: sheet, row, cell, value and what to do', async () => {
  await preview('en', [readable]);
  const rows = screen.getByRole('region', { name: 'Rows to show' });
  expect(rows.textContent).toContain('E-procurement');
  expect(rows.textContent).toContain('Consultations, row 12');
  expect(rows.textContent).toContain('Cell C12 · Date · Value: =31/02/2026');
  expect(rows.textContent).toContain('“=31/02/2026” is not a date of the calendar.');
  expect(rows.textContent).not.toContain('Digital identity');
});

test('shows a changed row cell by cell', async () => {
  const { user } = await preview('ko', [readable]);
  await user.click(screen.getByRole('radio', { name: '변경 1' }));
  const [, topic, hours] = screen.getAllByRole('row').map((row) => row.textContent);
  expect(topic).toBe('주제IdentityDigital identity통합 문서의 값을 적용');
  expect(hours).toBe('시간32통합 문서의 값을 적용');
});

test('opens with conflicts: both values, which one counts until somebody decides, and all is imported', async () => {
  const plan = { ...handMadePlan(), rows: [addedRow, conflictRow] };
  const counts = { ...plan.counts, conflict: 1, updated: 0, rejected: 0 };
  const { user } = await preview('en', [
    { file: receivedFile('a', 'BG10.xlsx'), result: ok({ ...plan, counts }) },
  ]);
  const [, advice, hours] = screen.getAllByRole('row').map((row) => row.textContent);
  expect(advice).toBe('AdviceStart with a law.Start with a strategy.conflict: the workbook’s counts for now');
  expect(hours).toBe('Hours32taken from the workbook');
  expect(screen.getByText(/Both values are kept; decide on the Conflicts page/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Import 2 records' }));
  expect(actions.commit).toHaveBeenCalledOnce();
});

test('names a conflict in Korean, a deletion among them', async () => {
  const [advice] = conflictRow.cells;
  if (advice === undefined) throw new Error('the row has cells');
  const deletion = { ...advice, field: '$deleted', before: '', after: '', winner: 'here' } as const;
  const plan = { ...handMadePlan(), rows: [{ ...conflictRow, cells: [deletion] }] };
  await preview('ko', [{ file: receivedFile('a', 'BG10.xlsx'), result: ok(plan) }]);
  expect(screen.getAllByRole('row').at(-1)?.textContent).toBe(
    '자문 내용삭제함수정함충돌: 우선 현재 값을 사용',
  );
});

test('while the preview is made again rows can be decided, but nothing is imported nor matched anew', async () => {
  const [row] = handMadePlan().rows;
  if (row === undefined) throw new Error('the plan has rows');
  const twin = { where: 'here', id: builtInCenterId('BG10'), title: row.title, row: null } as const;
  const result = ok({ ...handMadePlan(), rows: [{ ...row, row: 3, status: 'added' as const, twin }] });
  const mapping = { sheets: [{ ...noSheet, sheet: row.sheet, type: row.type }], names: [], rows: [] };
  const grid = { kind: 'xlsx', dateSystem: '1900', sheets: [] } as const;
  const plan = { ...readable, result, foreign: { grid, mapping, recalled: false } };
  const { user } = await preview('en', [plan], true);
  expect(screen.getByRole('button', { name: /^Import / })).toHaveProperty('disabled', true);
  expect(screen.getByRole('button', { name: 'Match columns…' })).toHaveProperty('disabled', true);
  expect(screen.getByRole('status').textContent).toContain('You can go on deciding.');
  await user.click(screen.getByRole('radio', { name: 'leave it out' }));
  expect(actions.change).toHaveBeenCalledWith(
    expect.objectContaining({ type: 'rowDecided', key: 'a', row: 3 }),
  );
});

test('a new row of a workbook of Fieldbook’s own can be the record that an earlier copy brought', async () => {
  const twin = { where: 'copy', id: builtInCenterId('BG10'), title: 'Registers', row: null } as const;
  const result = ok({ ...handMadePlan(), rows: [{ ...addedRow, twin }] });
  const out = { sheet: addedRow.sheet, row: 9, becomes: 'nothing' } as const;
  const file = { ...receivedFile('a', 'BG10.xlsx'), mapping: { sheets: [], names: [], rows: [out] } };
  const { user } = await preview('en', [{ file, result }]);
  expect(screen.queryByRole('button', { name: 'Match columns…' })).toBeNull();
  await user.click(screen.getByRole('radio', { name: 'that record: update it' }));
  const { sheet, row } = addedRow;
  expect(actions.change).toHaveBeenCalledWith({
    ...{ type: 'rowDecided', key: 'a', sheet, row },
    decision: { sheet, row, becomes: 'record', id: twin.id },
  });
  await user.click(screen.getByRole('button', { name: 'Take row 9 in again' }));
  expect(actions.change).toHaveBeenLastCalledWith({
    ...{ type: 'rowDecided', key: 'a', sheet, row: 9 },
    decision: null,
  });
});

test('a file that cannot be read stops no other, and asks for its password', async () => {
  const { user } = await preview('en', [readable, locked]);
  expect(screen.getByText(/“VN11.xlsx” is protected by a password/)).toBeTruthy();
  await user.type(screen.getByLabelText('Password of VN11.xlsx'), 'secret{Enter}');
  expect(actions.change).toHaveBeenCalledWith({ type: 'passwordEntered', key: 'b', password: 'secret' });
  await user.click(screen.getByRole('button', { name: 'Import 2 records' }));
  expect(actions.commit).toHaveBeenCalledOnce();
});

test('the list of problems is saved as a file', async () => {
  const { user, laptop } = await preview('en', [readable]);
  await user.click(screen.getByRole('button', { name: /Save the list of problems/ }));
  await waitFor(() => expect(laptop.host.saved).toHaveLength(1));
  expect(new TextDecoder().decode(laptop.host.saved[0]?.bytes)).toContain('"C12"');
});

test('a workbook that was imported before says so plainly', async () => {
  const known: ImportPlan = {
    ...handMadePlan(),
    rows: [],
    changes: [],
    notes: [{ code: 'ALREADY_IMPORTED', params: {} }],
    counts: { conflict: 0, added: 0, updated: 0, deleted: 0, unchanged: 4, rejected: 0 },
  };
  await preview('en', [{ file: receivedFile('a', 'BG10.xlsx'), result: ok(known) }]);
  expect(screen.getByText('Already imported, nothing to change')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Nothing to import' })).toHaveProperty('disabled', true);
});

test('the page begins with what belongs there', async () => {
  await openScreen(ReceivePage, await laptopWithCenters(), { language: 'ko' });
  expect(screen.getByRole('heading', { name: '통합 문서를 여기에 끌어다 놓으세요' })).toBeTruthy();
  expect(screen.getByRole('button', { name: '파일 선택…' })).toBeTruthy();
});

/** A plan that renames a center, made against what the store holds now. */
async function planned(receive: ReceiveStore, files: readonly string[] = ['BG10.xlsx']) {
  const base = await laptopWithCenters();
  const { services, store } = await openScreen(() => <h1>none</h1>, base, { language: 'en' });
  const id = builtInCenterId('BG10');
  const before = recordOf(store.records, 'center', id);
  const planFiles = async () => {
    const was = store.records.find('center', id)?.stamps.city ?? null;
    const change = {
      type: 'center',
      id,
      path: 'city',
      before: null,
      after: 'Sofia',
      stamp: store.issueStamp(),
      was,
    };
    const rest = files.slice(1).map(() => ok({ ...handMadePlan(), changes: [] }));
    return [ok({ ...handMadePlan(), changes: [change] }), ...rest];
  };
  const run = receiveActions({
    receive,
    store,
    services,
    language: 'en',
    planFiles,
    unpack: async () => null,
  });
  run.add(files.map((name) => ({ name, bytes: new Uint8Array([1]) })));
  await waitFor(() => expect(receive.getState().step).toBe('preview'));
  return { run, store, id, before, host: base.laptop.host };
}

test('a commit applies the previewed plan as one import with its source', async () => {
  const receive = createReceiveStore();
  const { run, store, id } = await planned(receive);
  await act(() => run.commit());
  expect(receive.getState()).toMatchObject({ step: 'done', outcomes: [{ kind: 'imported' }] });
  expect(recordOf(store.records, 'center', id)?.values.city).toBe('Sofia');
  const [newest] = await store.changeSets(1);
  expect(newest).toMatchObject({
    kind: 'import',
    by: 'Kim Minji',
    source: { name: 'BG10.xlsx', workbookId: 'w1' },
  });
});

test('stopped while files are saved: none after the one at hand is, and the summary says so', async () => {
  const receive = createReceiveStore();
  const { run, store, id, host } = await planned(receive, ['BG10.xlsx', 'VN11.xlsx', 'PE17.xlsx']);
  host.failWhen((call) => {
    if (call === 'snapshots.take') queueMicrotask(run.stopCommit);
    return undefined;
  });
  await act(() => run.commit());
  expect(receive.getState()).toMatchObject({
    step: 'done',
    outcomes: [{ kind: 'stopped' }, { kind: 'stopped' }, { kind: 'stopped', name: 'PE17.xlsx' }],
  });
  expect(recordOf(store.records, 'center', id)?.values.city).toBeUndefined();
  expect(await store.changeSets(1)).not.toMatchObject([{ kind: 'import' }]);
});

test('records that changed after the preview make it anew instead of being overwritten', async () => {
  const receive = createReceiveStore();
  const { run, store, id } = await planned(receive);
  await act(() => saved(store, edit('center', id, { city: 'Plovdiv' })));
  await act(() => run.commit());
  await waitFor(() => expect(receive.getState()).toMatchObject({ step: 'preview', renewed: true }));
  expect(recordOf(store.records, 'center', id)?.values.city).toBe('Plovdiv');
});

test('the preview names its files', async () => {
  await preview('en', [readable, locked]);
  const files = screen.getByRole('region', { name: 'Files' });
  expect(within(files).getByText('BG10.xlsx')).toBeTruthy();
  expect(within(files).getByText('VN11.xlsx')).toBeTruthy();
});
