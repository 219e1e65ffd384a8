import { useMemo } from 'react';
import { newRecordId, type RecordId } from '../../../shared/core/ids.ts';
import { nextPlanVersion, planApproval } from '../../../shared/records/planVersions.ts';
import { definitionOf } from '../../../shared/records/registry.ts';
import { planCreate, planUpdate } from '../../../shared/sync/planEdit.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useClock, useRandomness } from '../../stores/services.tsx';
import { useStep } from '../../stores/useStep.ts';
import { planTexts } from './planTexts.ts';

/** What is done with a plan as a whole; each is one step that can be undone. */
export interface PlanActions {
  /** The id of the new version; null when it could not be saved. */
  newVersion(plan: RecordId): Promise<RecordId | null>;
  approve(plan: RecordId, meeting: RecordId): Promise<boolean>;
}

export function usePlanActions(): PlanActions {
  const t = useTexts(planTexts);
  const step = useStep();
  const clock = useClock();
  const random = useRandomness();
  return useMemo(
    () => ({
      newVersion: async (plan) => {
        let made: RecordId | null = null;
        const saved = await step(t('versionMade'), (actions) =>
          actions.change((records, issue, by) => {
            const next = nextPlanVersion(records, plan, () => newRecordId(clock, random));
            made = next[0]?.id ?? null;
            return next.flatMap(({ type, id, values, sample }) =>
              planCreate(definitionOf(type), values, { id, by, at: clock.now(), sample }, issue),
            );
          }),
        );
        return saved ? made : null;
      },
      approve: (plan, meeting) =>
        step(t('approved'), (actions) =>
          actions.change((records, issue) =>
            planApproval(records, plan, meeting).flatMap(({ id, values }) => {
              const record = records.find('plan', id);
              return record === null ? [] : planUpdate(definitionOf('plan'), record, values, issue);
            }),
          ),
        ),
    }),
    [t, step, clock, random],
  );
}
