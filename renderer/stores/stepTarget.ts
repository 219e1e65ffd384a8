import type { RecordId } from '../../shared/core/ids.ts';
import { assertNever } from '../../shared/core/result.ts';
import type { MilestoneKind, Stage, StepKey } from '../../shared/reports/setUpSteps.ts';
import { newRecordFrom, paths, recordField } from './paths.ts';

export interface StepTarget {
  readonly to: string;
  readonly search?: () => never;
}

/** Where a missing step is entered: the form of its milestone or record, the center itself, or the committee. */
export function stepTarget(key: StepKey, stage: Stage, center: RecordId): StepTarget {
  const planned = (kind: MilestoneKind): StepTarget =>
    newRecordFrom('milestone', { center, stage, kind, status: 'planned' });
  switch (key) {
    case 'strategicDecision':
    case 'highLevelDialogue':
    case 'closing':
    case 'handover':
      return planned(key);
    case 'committee':
      return planned('committeeFormed');
    case 'forum':
      return planned('cooperationForum');
    case 'relationship':
    case 'willingness':
    case 'koreaBudget':
    case 'partnerBudget':
      return recordField('center', center, key);
    case 'mou':
      return recordField('center', center, 'mouSignedOn');
    case 'operatingPeriod':
      return recordField('center', center, 'operationStart');
    case 'ceremony':
      return recordField('center', center, 'openedOn');
    case 'partnerShareAgreed':
      return recordField('center', center, 'partnerBudget');
    case 'contentsDecided':
    case 'decisionsCarriedOut':
      return { to: paths.committee };
    case 'experts':
      return newRecordFrom('assignment', { center, role: 'expert' });
    case 'plan':
      return newRecordFrom('plan', { center });
    case 'training':
      return newRecordFrom('training', { center });
    case 'consulting':
      return newRecordFrom('consultation', { center });
    case 'followUp':
      return newRecordFrom('followUp', { center });
    default:
      return assertNever(key);
  }
}
