import { describe, expect, it } from 'vitest';
import {
  noImport,
  plansToCommit,
  type ReceiveEvent,
  type ReceiveState,
  receiveReducer,
} from '../../../../../renderer/features/exchange/receiveState.ts';
import { err, ok } from '../../../../../shared/core/result.ts';
import { fileError } from '../../../../../shared/messages/fileErrors.ts';
import { handMadePlan, receivedFile } from './handMadePlan.ts';

const first = receivedFile('a', 'BG10.xlsx');
const second = receivedFile('b', 'VN11.xlsx');
const readable = { file: first, result: ok(handMadePlan()) };
const refused = { file: second, result: err(fileError('DAMAGED', 'short', { name: 'VN11.xlsx' })) };

const stateAfter = (...events: readonly ReceiveEvent[]): ReceiveState =>
  events.reduce(receiveReducer, noImport);
const chosen: ReceiveEvent = { type: 'filesAdded', files: [first, second] };
const planned: ReceiveEvent = { type: 'planned', run: 1, plans: [readable, refused] };

describe('receiving workbooks', () => {
  it('reads what was chosen and shows the plans', () => {
    expect(stateAfter(chosen)).toMatchObject({ step: 'reading', run: 1, files: [first, second] });
    expect(stateAfter(chosen, planned)).toMatchObject({ step: 'preview', renewed: false });
  });

  it('ignores the plans of a reading that was overtaken by another choice', () => {
    const overtaken = stateAfter(chosen, { type: 'blankClearsSet', on: true }, planned);
    expect(overtaken).toMatchObject({ step: 'reading', run: 2, blankClears: true });
  });

  it('reads again with a password, without a file, or after records changed', () => {
    expect(stateAfter(chosen, planned, { type: 'passwordEntered', key: 'b', password: 'x' })).toMatchObject({
      step: 'reading',
      run: 2,
      files: [
        { key: 'a', password: null },
        { key: 'b', password: 'x' },
      ],
    });
    expect(stateAfter(chosen, planned, { type: 'fileRemoved', key: 'b' })).toMatchObject({ files: [first] });
    expect(stateAfter(chosen, planned, { type: 'recordsChanged' })).toMatchObject({
      step: 'reading',
      renewed: true,
    });
  });

  it('is where it began when the last file is taken away', () => {
    const none = stateAfter(chosen, { type: 'fileRemoved', key: 'a' }, { type: 'fileRemoved', key: 'b' });
    expect(none).toEqual(noImport);
  });

  it('commits nothing that was not previewed', () => {
    expect(stateAfter(chosen, { type: 'commitStarted' })).toMatchObject({ step: 'reading' });
    expect(stateAfter({ type: 'commitStarted' })).toEqual(noImport);
  });

  it('is done when every file has its outcome, and not to be disturbed before', () => {
    const committing = stateAfter(chosen, planned, { type: 'commitStarted' });
    expect(receiveReducer(committing, { type: 'restarted' })).toBe(committing);
    expect(receiveReducer(committing, chosen)).toBe(committing);
    const one = receiveReducer(committing, {
      type: 'fileDone',
      outcome: { kind: 'nothing', plan: handMadePlan() },
    });
    expect(one.step).toBe('committing');
    const both = receiveReducer(one, {
      type: 'fileDone',
      outcome: { kind: 'refused', name: 'VN11.xlsx', error: refused.result.error },
    });
    expect(both).toMatchObject({ step: 'done', outcomes: [{ kind: 'nothing' }, { kind: 'refused' }] });
  });

  it('commits readable files that change something, in their order', () => {
    const empty = { file: second, result: ok({ ...handMadePlan(), changes: [] }) };
    expect(plansToCommit([refused, readable, empty])).toEqual([readable.result.value]);
  });

  it('says that the reader failed, unless another choice overtook it', () => {
    const failed: ReceiveEvent = { type: 'readingFailed', run: 1, failure: 'no memory' };
    expect(stateAfter(chosen, failed)).toEqual({ step: 'choose', failure: 'no memory' });
    expect(stateAfter(chosen, { type: 'blankClearsSet', on: true }, failed)).toMatchObject({ run: 2 });
    expect(stateAfter(chosen, { type: 'stepped', run: 1, at: 1, doing: 'reading' })).toMatchObject({
      at: 1,
      doing: 'reading',
    });
  });
});
