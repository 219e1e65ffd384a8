import { type Dispatch, useReducer } from 'react';
import { yearOf } from '../../../shared/core/dates.ts';
import { newRecordId } from '../../../shared/core/ids.ts';
import type { SampleExtentName } from '../../../shared/records/sample/sampleExtent.ts';
import { useStore } from '../../storage/StoreContext.tsx';
import { showLockDialog } from '../../stores/lockStatus.ts';
import { keepSamplePictures } from '../../stores/samplePictures.ts';
import { saveErrorText } from '../../stores/saveErrorTexts.ts';
import { useServices } from '../../stores/services.tsx';
import type { Workspace } from '../../stores/settings.ts';
import { sampleChanges } from '../../stores/useSampleData.ts';
import { localZone, useToday } from '../../stores/useToday.ts';
import { showToast } from '../../ui/toast.tsx';
import { type FirstRunIds, firstRunChanges } from './firstRunChanges.ts';
import {
  type Answers,
  type FirstRunEvent,
  type FirstRunState,
  firstRunReducer,
  firstRunStart,
  missingAnswers,
} from './firstRunState.ts';

export interface FirstRun {
  readonly state: FirstRunState;
  readonly dispatch: Dispatch<FirstRunEvent>;
  /** Goes on; from the last question it writes everything and opens the workspace. */
  next(): Promise<void>;
}

export function useFirstRun(takenCodes: readonly string[]): FirstRun {
  const store = useStore();
  const { host, session, clock, random } = useServices();
  const today = useToday();
  const [state, dispatch] = useReducer(firstRunReducer, session.getState().settings.language, firstRunStart);

  /** The workspace is made without it, too: a sample that cannot be saved is said and can be added later. */
  const addSample = async (
    extent: SampleExtentName,
    by: string,
    workspace: Workspace | null,
  ): Promise<void> => {
    await keepSamplePictures(host.evidence);
    const added = await store.commit({
      kind: 'sample',
      by,
      plan: (records, issue) =>
        sampleChanges(records, workspace, { by, at: clock.now(), zone: localZone(), extent }, issue),
    });
    if (!added.ok)
      showToast({ message: saveErrorText(added.error, session.getState().settings.language), failed: true });
  };

  const finish = async (answers: Answers): Promise<void> => {
    const ids: FirstRunIds = { person: newRecordId(clock, random), center: newRecordId(clock, random) };
    const at = { at: clock.now(), year: yearOf(today) };
    const committed = await store.commit({
      kind: 'setup',
      by: answers.name.trim(),
      plan: (records, issue) => firstRunChanges(answers, records, ids, at, issue),
    });
    if (!committed.ok) return dispatch({ type: 'notSaved', error: committed.error });
    const { language, name, role, sample, encrypts } = answers;
    const workspace = workspaceOf(answers, ids);
    if (sample !== 'none') await addSample(sample, name.trim(), workspace);
    if (encrypts) showLockDialog(host.lock, 'setUp');
    session.getState().update({
      language,
      person: { name: name.trim(), role },
      workspace,
      // Whoever wants to look around first is shown around.
      tourStep: sample === 'none' ? null : 0,
    });
    await session.getState().flush();
  };

  return {
    state,
    dispatch,
    next: async () => {
      const isLast = state.step === 'workspace' || state.step === 'failed';
      const complete = missingAnswers(state.step, state.answers, takenCodes).length === 0;
      dispatch({ type: 'next', takenCodes });
      if (isLast && complete) await finish(state.answers);
    },
  };
}

/** The workspace that was answered; `ids` are those of what the first run writes. */
export function workspaceOf({ workspace }: Answers, ids: FirstRunIds): Workspace | null {
  switch (workspace?.kind) {
    case 'published':
      return { kind: 'center', centerId: workspace.centerId };
    case 'new':
      return { kind: 'center', centerId: ids.center };
    case 'headquarters':
      return { kind: 'headquarters' };
    default:
      return null;
  }
}
