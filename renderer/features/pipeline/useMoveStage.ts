import { useNavigate } from '@tanstack/react-router';
import { followUp } from '../../../shared/records/followUp.ts';
import { lookupOf } from '../../../shared/records/recordSet.ts';
import type { RecordOf } from '../../../shared/records/recordsOf.ts';
import { definitionOf } from '../../../shared/records/registry.ts';
import type { FollowUpStage } from '../../../shared/reports/pipeline.ts';
import { choiceLabel } from '../../../shared/schema/codecs/choices.ts';
import { findingText, validateRecord } from '../../../shared/schema/validate.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { paths } from '../../stores/paths.ts';
import { useStep } from '../../stores/useStep.ts';
import { useTitles } from '../../stores/useTitles.ts';
import { useToday } from '../../stores/useToday.ts';
import { showToast } from '../../ui/toast.tsx';
import { pipelineTexts } from './pipelineTexts.ts';

/** Moves a follow-up to another stage; where a rule forbids it, says why and leads to the form. */
export function useMoveStage(): (record: RecordOf<'followUp'>, stage: FollowUpStage) => Promise<void> {
  const t = useTexts(pipelineTexts);
  const language = useLanguage();
  const records = useRecordSet();
  const titleOf = useTitles(records);
  const today = useToday();
  const navigate = useNavigate();
  const step = useStep();
  return async (record, stage) => {
    const findings = validateRecord(
      definitionOf('followUp'),
      { ...record.values, stage },
      lookupOf(records, today),
      record.id,
    );
    // What was wrong before does not keep it from moving.
    const before = validateRecord(
      definitionOf('followUp'),
      record.values,
      lookupOf(records, today),
      record.id,
    );
    const hindrance = findings.find(
      ({ level, code }) => level === 'error' && !before.some((known) => known.code === code),
    );
    if (hindrance !== undefined) {
      showToast({
        message: findingText(hindrance, language),
        failed: true,
        action: {
          label: t('openForm'),
          run: () => void navigate({ to: paths.record('followUp', record.id) }),
        },
      });
      return;
    }
    const name = choiceLabel(followUp.fields.stage, stage, language);
    await step(t('moved', { title: titleOf('followUp', record.id), stage: name }), (actions) =>
      actions.update('followUp', record.id, { stage }, ['stage']),
    );
  };
}
