import { describe, expect, it } from 'vitest';
import {
  type FirstRunEvent,
  type FirstRunState,
  firstRunReducer,
  firstRunStart,
  missingAnswers,
  openingYearOf,
} from '../../../../../renderer/features/firstRun/firstRunState.ts';

const next: FirstRunEvent = { type: 'next', takenCodes: ['BG10'] };
const stateAfter = (...events: readonly FirstRunEvent[]): FirstRunState =>
  events.reduce(firstRunReducer, firstRunStart('en'));
const named: FirstRunEvent = { type: 'answered', answers: { name: 'Kim Minji', role: 'officer' } };
const newCenter: FirstRunEvent = { type: 'answered', answers: { workspace: { kind: 'new' } } };

describe('the first run', () => {
  it('asks for language, person and workspace, then saves', () => {
    const headquarters: FirstRunEvent = {
      type: 'answered',
      answers: { workspace: { kind: 'headquarters' } },
    };
    expect(stateAfter().step).toBe('language');
    expect(stateAfter(next).step).toBe('person');
    expect(stateAfter(next, named, next).step).toBe('workspace');
    expect(stateAfter(next, named, next, headquarters, next)).toMatchObject({
      step: 'saving',
      answers: { name: 'Kim Minji', role: 'officer', workspace: { kind: 'headquarters' } },
    });
  });

  it('stays and says what is missing', () => {
    const unnamed = stateAfter(next, { type: 'answered', answers: { name: '  ' } }, next);
    expect(unnamed).toMatchObject({ step: 'person', asked: true });
    expect(missingAnswers('person', unnamed.answers, [])).toEqual(['name']);
    const nowhere = stateAfter(next, named, next, next);
    expect(nowhere).toMatchObject({ step: 'workspace', asked: true });
    expect(missingAnswers('workspace', nowhere.answers, [])).toEqual(['workspace']);
  });

  it('suggests a code for a new center until somebody types one, and refuses one that exists', () => {
    const suggested = stateAfter(next, named, next, newCenter, {
      type: 'newCenterAnswered',
      answer: { country: 'BG', openingYear: '2010' },
    });
    expect(suggested.answers.newCenter.code).toBe('BG10');
    expect(missingAnswers('workspace', suggested.answers, ['BG10'])).toEqual(['codeTaken']);
    const typed = firstRunReducer(suggested, {
      type: 'newCenterAnswered',
      answer: { code: 'BG-2', codeTyped: true },
    });
    const moved = firstRunReducer(typed, { type: 'newCenterAnswered', answer: { openingYear: '2027' } });
    expect(moved.answers.newCenter.code).toBe('BG-2');
    expect(firstRunReducer(moved, next).step).toBe('saving');
  });

  it('keeps the answers on the way back and after a failure', () => {
    const back = stateAfter(next, named, next, { type: 'back' }, { type: 'back' });
    expect(back).toMatchObject({ step: 'language', answers: { name: 'Kim Minji' } });
    const headquarters: FirstRunEvent = {
      type: 'answered',
      answers: { workspace: { kind: 'headquarters' } },
    };
    const failed = stateAfter(next, named, next, headquarters, next, {
      type: 'notSaved',
      error: { code: 'CLOSED' },
    });
    expect(failed).toMatchObject({ step: 'failed', answers: { name: 'Kim Minji' } });
    expect(firstRunReducer(failed, next).step).toBe('saving');
    expect(firstRunReducer(failed, { type: 'back' }).step).toBe('workspace');
  });

  it('takes only four digits within reason for an opening year', () => {
    expect(['2010', ' 2027 ', '10', '1999', '20100', 'soon'].map(openingYearOf)).toEqual([
      2010,
      2027,
      null,
      null,
      null,
      null,
    ]);
  });
});
