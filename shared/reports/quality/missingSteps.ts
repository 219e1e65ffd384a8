import type { IsoDate } from '../../core/dates.ts';
import type { RecordId } from '../../core/ids.ts';
import type { Label } from '../../core/language.ts';
import type { RecordSet } from '../../records/recordSet.ts';
import { recordsOf } from '../../records/recordsOf.ts';
import { setUpSteps, stageOf } from '../setUpSteps.ts';
import { stepLabels } from '../stepLabels.ts';
import type { QualityItem } from './qualityItems.ts';

const message: Label = {
  en: '{step}: the center is past this step, and nothing shows it. Enter what happened.',
  ko: '{step}: 이미 지난 단계이지만 이를 보여 주는 기록이 없습니다. 이행한 내용을 입력하세요.',
};

/**
 * The steps of the stages that a center has left behind and no record shows. A center whose status is to be confirmed
 * is judged by nobody.
 */
export function missingSteps(
  set: RecordSet,
  { today, centerId = null }: { readonly today: IsoDate; readonly centerId?: RecordId | null },
): readonly QualityItem[] {
  return recordsOf(set, 'center')
    .filter(({ id }) => centerId === null || id === centerId)
    .flatMap((center) => {
      const present = stageOf(center);
      const stages = setUpSteps(center, set, today);
      const passed = stages.slice(
        0,
        Math.max(
          0,
          stages.findIndex(({ stage }) => stage === present),
        ),
      );
      return passed.flatMap(({ stage, steps }) =>
        steps
          .filter(({ isMet }) => !isMet)
          .map(
            ({ key }): QualityItem => ({
              kind: 'milestone',
              severity: 'warning',
              type: 'center',
              id: center.id,
              centerId: center.id,
              sample: center.sample,
              finding: {
                level: 'warning',
                code: `STEP ${key}`,
                field: 'status',
                message,
                params: { step: stepLabels[key] },
              },
              step: { key, stage },
            }),
          ),
      );
    });
}
