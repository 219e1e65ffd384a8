import { type Dispatch, useReducer } from 'react';
import { yearOf } from '../../../shared/core/dates.ts';
import { newRecordId } from '../../../shared/core/ids.ts';
import { useStore } from '../../storage/StoreContext.tsx';
import { useServices } from '../../stores/services.tsx';
import { useToday } from '../../stores/useToday.ts';
import { firstRunChanges } from './firstRunChanges.ts';
import {
  type Answers,
  type FirstRunEvent,
  type FirstRunState,
  firstRunReducer,
  firstRunStart,
  isPersonRole,
  missingAnswers,
} from './firstRunState.ts';
import { useCenterChoices } from './useCenterChoices.ts';
import { workspaceOf } from './useFirstRun.ts';

export interface WorkspaceQuestionSteps {
  readonly state: FirstRunState;
  readonly dispatch: Dispatch<FirstRunEvent>;
  readonly takenCodes: readonly string[];
  goOn(): Promise<void>;
}

/** The last of the three first questions alone, for an installation that knows its person. */
export function useWorkspaceQuestion(): WorkspaceQuestionSteps {
  const store = useStore();
  const { session, clock, random } = useServices();
  const today = useToday();
  const takenCodes = useCenterChoices().map(({ code }) => code);
  const [state, dispatch] = useReducer(firstRunReducer, null, () => {
    const { language, person } = session.getState().settings;
    const { answers } = firstRunStart(language);
    const role = isPersonRole(person?.role) ? person.role : answers.role;
    const known: Answers = { ...answers, name: person?.name ?? '', role };
    return { step: 'workspace', answers: known, asked: false } satisfies FirstRunState;
  });

  const finish = async (answers: Answers): Promise<void> => {
    const ids = { person: newRecordId(clock, random), center: newRecordId(clock, random) };
    const at = { at: clock.now(), year: yearOf(today) };
    // Choosing what is there writes no record, so that it can be chosen where nothing can be written.
    const isThere =
      answers.workspace?.kind !== 'new' &&
      (answers.workspace?.kind !== 'published' ||
        store.records.find('center', answers.workspace.centerId)?.deleted === false);
    if (!isThere) {
      const committed = await store.commit({
        kind: 'setup',
        by: answers.name.trim(),
        plan: (records, issue) => firstRunChanges(answers, records, ids, at, issue),
      });
      if (!committed.ok) return dispatch({ type: 'notSaved', error: committed.error });
    }
    session.getState().update({ workspace: workspaceOf(answers, ids) });
    await session.getState().flush();
  };

  return {
    state,
    dispatch,
    takenCodes,
    goOn: async () => {
      const complete = missingAnswers('workspace', state.answers, takenCodes).length === 0;
      dispatch({ type: 'next', takenCodes });
      if (complete) await finish(state.answers);
    },
  };
}
