// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ImportResult } from '../../../../../renderer/features/exchange/ImportResult.tsx';
import type { FileOutcome, FilePlan } from '../../../../../renderer/features/exchange/receiveState.ts';
import { disputedDeletions, summaryOf } from '../../../../../renderer/features/exchange/summarizeOutcomes.ts';
import { newChangeSetId } from '../../../../../shared/core/ids.ts';
import { err, ok } from '../../../../../shared/core/result.ts';
import { fileError } from '../../../../../shared/messages/fileErrors.ts';
import { deletedPath } from '../../../../../shared/sync/record.ts';
import { centerLaptop, replica } from '../../../../support/centerLaptop.ts';
import { countingRandom, documentToGrid } from '../../../../support/exchange.ts';
import { closeScreen, laptopWithCenters, openScreen } from '../openScreen.tsx';
import { handMadePlan, receivedFile, updatedRow } from './handMadePlan.ts';

afterEach(closeScreen);

const counts = { conflict: 1, added: 2, updated: 3, deleted: 0, unchanged: 1200, rejected: 4 };
const plan = { ...handMadePlan(), counts };
const known = { ...plan, counts: { ...counts, conflict: 0, added: 0, updated: 0, rejected: 0 } };
const damaged = fileError('DAMAGED', 'short', { name: 'cut.xlsx' });
const changeSet = newChangeSetId({ now: () => 0 }, countingRandom(1));

const plans: readonly FilePlan[] = [
  { file: receivedFile('a', 'BG10.xlsx'), result: ok(plan) },
  { file: receivedFile('b', 'VN11.xlsx'), result: ok(known) },
  { file: receivedFile('c', 'cut.xlsx'), result: err(damaged) },
];
const outcomes: readonly FileOutcome[] = [
  { kind: 'imported', plan, changeSet },
  { kind: 'nothing', plan: known },
  { kind: 'refused', name: 'cut.xlsx', error: damaged },
];

async function result(language: 'en' | 'ko', count: number, files = plans, became = outcomes) {
  const state = {
    step: 'done',
    blankClears: false,
    plans: files.slice(0, count),
    outcomes: became.slice(0, count),
  } as const;
  const Result = () => (
    <>
      <h1>result</h1>
      <ImportResult state={state} onRestart={vi.fn()} />
    </>
  );
  return openScreen(Result, await laptopWithCenters(), { language });
}

const lines = () => screen.getAllByRole('row').map((row) => within(row).getAllByRole('cell'));
const texts = (): readonly (readonly string[])[] =>
  lines().map((cells) => cells.map(({ textContent }) => textContent ?? ''));

test('many files have one summary: a line for each, refused ones with their reason, and the totals', async () => {
  await result('en', 3);
  expect(texts().slice(1)).toEqual([
    ['imported', '2', '3', '0', '1,200', '1', '4', 'Rows to correct…Undo'],
    ['nothing new', '0', '0', '0', '1,200', '0', '0', ''],
    [expect.stringMatching(/^refusedThe file “cut.xlsx” is damaged/), '', '', '', '', '', '', ''],
    ['3 files', '2', '3', '0', '2,400', '1', '4', ''],
  ]);
});

test('the summary says what to do next, in the reader’s language', async () => {
  await result('ko', 3);
  const next = within(screen.getByRole('region', { name: '다음 할 일' }));
  expect(next.getByRole('link', { name: '충돌 1건 해결하기' }).getAttribute('href')).toContain('/conflicts');
  expect(next.getByText(/파일 1개를 고쳐 달라고 요청/)).toBeTruthy();
  expect(next.getByText(/읽지 못한 파일 1개/)).toBeTruthy();
  expect(next.getByRole('link', { name: '통합한 문서 다시 보내기' }).getAttribute('href')).toContain('/send');
});

test('one file needs no table, and offers what is to be corrected', async () => {
  await result('en', 1);
  expect(screen.queryByRole('table')).toBeNull();
  expect(screen.getByText('4 rows were rejected and are not imported.')).toBeTruthy();
  expect(
    screen.getByRole('button', { name: 'Save the rows to correct as a workbook… (BG10.xlsx)' }),
  ).toBeTruthy();
});

test('totals count what was read, and the files that were not', () => {
  expect(summaryOf(outcomes)).toEqual({
    counts: { ...counts, unchanged: 2400 },
    ...{ refused: 1, stopped: 0, notSaved: 0, toCorrect: 1 },
  });
});

test.each([
  [
    'en',
    'What to do next',
    '13 files were not imported because you stopped: receive them again when you want them.',
    '2 files could not be imported: receive them again.',
    /Ask for 1 file again/,
  ],
  [
    'ko',
    '다음 할 일',
    '중단하여 가져오지 않은 파일 13개는 필요할 때 다시 받으세요.',
    '가져오지 못한 파일 2개는 다시 받으세요.',
    /읽지 못한 파일 1개/,
  ],
] as const)(
  'files that were merely left are not asked for again (%s)',
  async (language, name, ...expected) => {
    const left: readonly FileOutcome[] = [
      ...outcomes,
      { kind: 'notSaved', name: 'x.xlsx', error: { code: 'CLOSED' } },
      { kind: 'notReached', name: 'x.xlsx' },
      ...Array.from({ length: 13 }, (): FileOutcome => ({ kind: 'stopped', name: 'x.xlsx' })),
    ];
    const files = left.map((_, index) => ({ file: receivedFile(`${index}`, 'x.xlsx'), result: ok(plan) }));
    await result(language, left.length, files, left);
    const next = within(screen.getByRole('region', { name }));
    for (const text of expected) expect(next.getByText(text)).toBeTruthy();
  },
);

const disputedPlan = {
  ...plan,
  rows: [
    ...plan.rows,
    {
      ...updatedRow,
      status: 'conflict',
      cells: [
        {
          field: deletedPath,
          label: { en: 'Deleted', ko: '삭제' },
          before: '',
          after: '',
          outcome: 'conflict',
          winner: 'workbook',
        },
      ],
    },
  ],
} as const;

test('a deletion that counts until a conflict is decided is told as one', async () => {
  const outcome: FileOutcome = { kind: 'imported', plan: disputedPlan, changeSet };
  const file = { file: receivedFile('a', 'BG10.xlsx'), result: ok(disputedPlan) };
  await result('en', 1, [file], [outcome]);
  expect(
    screen.getByText('Imported: 2 new, 3 changed, 0 deleted, 1 deleted until somebody decides.'),
  ).toBeTruthy();
  await closeScreen();
  await result(
    'ko',
    2,
    [file, { ...file, file: receivedFile('b', 'VN11.xlsx') }],
    [outcome, { kind: 'nothing', plan: known }],
  );
  expect(texts()[1]?.[0]).toBe('가져옴1건은 결정할 때까지 삭제 상태');
});

test('a deletion is disputed where it is the workbook’s, and counts already where it was made here', () => {
  const { laptop, first, second } = centerLaptop();
  const office = replica('headquarters', 2);
  office.import(documentToGrid(laptop.export()));
  office.delete('consultation', first);
  laptop.edit('consultation', first, { hours: 5 });
  office.edit('consultation', second, { hours: 6 });
  laptop.delete('consultation', second);
  const planned = laptop.import(documentToGrid(office.export()));
  expect(planned.counts).toMatchObject({ conflict: 2, deleted: 0 });
  expect(disputedDeletions(planned)).toBe(1);
});
