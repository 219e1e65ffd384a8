// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ImportResult } from '../../../../../renderer/features/exchange/ImportResult.tsx';
import type { FileOutcome, FilePlan } from '../../../../../renderer/features/exchange/receiveState.ts';
import { summaryOf } from '../../../../../renderer/features/exchange/summarizeOutcomes.ts';
import { newChangeSetId } from '../../../../../shared/core/ids.ts';
import { err, ok } from '../../../../../shared/core/result.ts';
import { fileError } from '../../../../../shared/messages/fileErrors.ts';
import { countingRandom } from '../../../../support/exchange.ts';
import { closeScreen, laptopWithCenters, openScreen } from '../openScreen.tsx';
import { handMadePlan, receivedFile } from './handMadePlan.ts';

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

async function result(language: 'en' | 'ko', count: number) {
  const state = {
    step: 'done',
    blankClears: false,
    plans: plans.slice(0, count),
    outcomes: outcomes.slice(0, count),
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
  expect(summaryOf(outcomes)).toEqual({ counts: { ...counts, unchanged: 2400 }, refused: 1, toCorrect: 1 });
});
