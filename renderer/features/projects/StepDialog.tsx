import { Button, Modal, Textarea } from '@mantine/core';
import { useId, useState } from 'react';
import { isIsoDate } from '../../../shared/core/dates.ts';
import { parseDateText } from '../../../shared/core/parseDate.ts';
import { project } from '../../../shared/records/project.ts';
import { type ProjectStep, stepProblem, steppedValues } from '../../../shared/records/projectSteps.ts';
import type { RecordOf } from '../../../shared/records/recordsOf.ts';
import { choiceLabel } from '../../../shared/schema/codecs/choices.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useStep } from '../../stores/useStep.ts';
import { useToday } from '../../stores/useToday.ts';
import { DateBox } from '../../ui/DateBox.tsx';
import { Notice } from '../../ui/Notice.tsx';
import classes from './Project.module.css';
import { projectTexts } from './projectTexts.ts';

export interface StepDialogProps {
  readonly record: RecordOf<'project'>;
  readonly step: ProjectStep;
  readonly openDeliverables: number;
  readonly onClose: () => void;
}

/** Asks what a step of a project needs: a day, the result, or why it leads back; saved as one change. */
export function StepDialog({ record: { id, values }, step, openDeliverables, onClose }: StepDialogProps) {
  const t = useTexts(projectTexts);
  const language = useLanguage();
  const today = useToday();
  const dayId = useId();
  const takeStep = useStep();
  const asksDay = step.kind !== 'back';
  const known = step.to === 'running' ? values.start : values.end;
  // A day that was planned and has not come yet is not the one on which it happened.
  const [dayText, setDayText] = useState(known !== undefined && known <= today ? known : today);
  const [result, setResult] = useState(values.result ?? '');
  const [reason, setReason] = useState('');
  const [attempted, setAttempted] = useState(false);
  const parsed = parseDateText(dayText);
  const input = { day: isIsoDate(parsed) ? parsed : null, result, reason };
  const problem = stepProblem(values, step, input);
  const status = choiceLabel(project.fields.status, step.to, language);
  const title = step.kind === 'stop' ? t('stop') : t(step.kind, { status });
  const save = async (): Promise<void> => {
    setAttempted(true);
    if (problem !== null) return;
    const next = steppedValues(values, step, input, today);
    const saved = await takeStep(t('changed', { status }), (actions) =>
      actions.update('project', id, next, Object.keys(next)),
    );
    if (saved) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={title} withCloseButton={false}>
      <form
        className={classes.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {step.to === 'done' && openDeliverables > 0 ? (
          <Notice state="warn">{t('stillOpen', { count: openDeliverables })}</Notice>
        ) : null}
        {asksDay ? (
          <div>
            <label htmlFor={dayId}>{t(step.to === 'running' ? 'startDay' : 'endDay')}</label>
            <DateBox
              id={dayId}
              describedBy={undefined}
              invalid={attempted && input.day === null}
              required
              text={dayText}
              placeholder="YYYY-MM-DD"
              calendarLabel={t('calendar')}
              onChange={setDayText}
              onBlur={() => undefined}
            />
          </div>
        ) : null}
        {step.kind === 'on' ? null : (
          <Textarea
            label={t('reason')}
            description={t('reasonHelp')}
            autosize
            minRows={2}
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        {step.kind === 'on' && step.to === 'done' ? (
          <Textarea
            label={t('result')}
            autosize
            minRows={3}
            value={result}
            onChange={(event) => setResult(event.currentTarget.value)}
          />
        ) : null}
        {attempted && problem !== null ? (
          <Notice state="bad" role="alert">
            {t(problem)}
          </Notice>
        ) : null}
        <div className={classes.buttons}>
          <Button type="submit">{title}</Button>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
