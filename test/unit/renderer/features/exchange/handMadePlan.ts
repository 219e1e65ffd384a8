import type { ReceivedFile } from '../../../../../renderer/features/exchange/receiveState.ts';
import { derivedRecordId } from '../../../../../shared/core/ids.ts';
import { builtInStamp } from '../../../../../shared/sync/stamp.ts';
import type { ImportPlan, PlannedRow } from '../../../../../shared/workbook/importPlan.ts';

export function receivedFile(key: string, name: string): ReceivedFile {
  return { key, name, bytes: new Uint8Array([1]), password: null };
}

const id = derivedRecordId('hand-made');

export const rejectedRow: PlannedRow = {
  sheet: 'Consultations',
  row: 12,
  type: 'consultation',
  id: null,
  title: 'E-procurement',
  status: 'rejected',
  cells: [],
  problems: [
    {
      level: 'error',
      code: 'BAD_DATE',
      column: 'C',
      header: { en: 'Date', ko: '날짜' },
      value: '=31/02/2026',
      message: { en: '“{value}” is not a date of the calendar.', ko: '“{value}”은(는) 날짜가 아닙니다.' },
      params: { value: '=31/02/2026' },
    },
  ],
};

export const updatedRow: PlannedRow = {
  sheet: 'Consultations',
  row: 5,
  type: 'consultation',
  id,
  title: 'Digital identity',
  status: 'updated',
  cells: [
    {
      field: 'topic',
      label: { en: 'Topic', ko: '주제' },
      before: 'Identity',
      after: 'Digital identity',
      outcome: 'taken',
    },
    { field: 'hours', label: { en: 'Hours', ko: '시간' }, before: '3', after: '2', outcome: 'taken' },
  ],
  problems: [
    {
      level: 'warning',
      code: 'OUTSIDE_OPERATION',
      column: null,
      header: { en: 'Date', ko: '날짜' },
      value: '',
      message: { en: 'The date lies outside the operation.', ko: '운영 기간을 벗어난 날짜입니다.' },
      params: {},
    },
  ],
};

export const conflictRow: PlannedRow = {
  sheet: 'Consultations',
  row: 7,
  type: 'consultation',
  id: derivedRecordId('hand-made conflict'),
  title: 'Cloud policy',
  status: 'conflict',
  cells: [
    {
      field: 'advice',
      label: { en: 'Advice', ko: '자문 내용' },
      before: 'Start with a law.',
      after: 'Start with a strategy.',
      outcome: 'conflict',
      winner: 'workbook',
    },
    { field: 'hours', label: { en: 'Hours', ko: '시간' }, before: '3', after: '2', outcome: 'taken' },
  ],
  problems: [],
};

export const addedRow: PlannedRow = {
  sheet: 'Trainings',
  row: 2,
  type: 'training',
  id,
  title: 'Open data basics',
  status: 'added',
  cells: [],
  problems: [],
};

/** One row of each kind that a reader has to look at. */
export function handMadePlan(): ImportPlan {
  return {
    source: {
      name: 'BG10.xlsx',
      workbookId: 'w1',
      contentHash: 'h1',
      origin: 'edited',
      exportedBy: 'Kim',
      exportedAt: 1_795_000_000_000,
      language: 'en',
      sample: false,
    },
    rows: [addedRow, updatedRow, rejectedRow],
    notes: [],
    changes: [
      {
        type: 'consultation',
        id,
        path: 'topic',
        before: 'Identity',
        after: 'Digital identity',
        stamp: builtInStamp,
        was: null,
      },
    ],
    counts: { conflict: 0, added: 1, updated: 1, deleted: 0, unchanged: 0, rejected: 1 },
  };
}
