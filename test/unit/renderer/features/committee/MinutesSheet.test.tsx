// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { MinutesSheet } from '../../../../../renderer/features/committee/MinutesSheet.tsx';
import { minutesPaper } from '../../../../../renderer/features/committee/minutesPaper.ts';
import type { PaperLanguage } from '../../../../../renderer/i18n/onPaper.ts';
import { derivedRecordId } from '../../../../../shared/core/ids.ts';
import { recordSetOf } from '../../../../../shared/records/recordSet.ts';
import { storedRecordOf } from '../../../../support/recordGenerators.ts';

const id = derivedRecordId('minutes sheet', 'meeting');
const records = recordSetOf([storedRecordOf('meeting', id, { kind: 'committee', date: '2026-11-24' })]);

function show(today: string, language: PaperLanguage): void {
  const paper = minutesPaper(records, id, today);
  if (paper === null) throw new Error('The meeting is not there.');
  render(<MinutesSheet paper={paper} language={language} />);
}

afterEach(cleanup);

it('does not say that nothing was decided because nothing is entered', () => {
  show('2026-11-24', 'both');
  const decisions = screen.getByRole('heading', { name: 'Decisions / 결정 사항' }).parentElement;
  expect(decisions?.textContent).toBe('Decisions / 결정 사항Not entered / 미입력');
  expect(screen.queryByText(/not held yet|예정/)).toBeNull();
});

it('is marked while the meeting is still to come', () => {
  show('2026-11-23', 'both');
  expect(screen.getByText('Planned meeting, not held yet / 개최 예정 회의')).toBeTruthy();
});
