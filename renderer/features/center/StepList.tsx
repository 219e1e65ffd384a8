import { Link } from '@tanstack/react-router';
import { Circle, CircleCheck } from 'lucide-react';
import type { RecordId } from '../../../shared/core/ids.ts';
import { isRecordType } from '../../../shared/records/registry.ts';
import type { SetUpStep, Stage } from '../../../shared/reports/setUpSteps.ts';
import { stepLabels } from '../../../shared/reports/stepLabels.ts';
import { useLabel, useTexts } from '../../i18n/useTexts.ts';
import { paths } from '../../stores/paths.ts';
import { type StepTarget, stepTarget } from '../../stores/stepTarget.ts';
import classes from './Center.module.css';
import { centerTexts } from './centerTexts.ts';

export interface StepListProps {
  readonly center: RecordId;
  readonly stage: Stage;
  readonly steps: readonly SetUpStep[];
}

/** The steps of a stage as a checklist: each leads to what shows it, or to where it is entered. */
export function StepList({ center, stage, steps }: StepListProps) {
  const t = useTexts(centerTexts);
  const label = useLabel();
  return (
    <ul className={classes.steps} aria-label={t('steps')}>
      {steps.map((step) => {
        const { key, isMet, toBeDiscussed } = step;
        const Icon = isMet ? CircleCheck : Circle;
        return (
          <li key={key} className={classes.step} data-met={isMet}>
            <Icon size={14} role="img" aria-label={t(isMet ? 'met' : 'missing')} />
            <span>
              <StepName target={targetOf(step, stage, center)}>{label(stepLabels[key])}</StepName>
              {toBeDiscussed ? <span className={classes.stepNote}>{t('toBeDiscussed')}</span> : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function targetOf({ key, isMet, shownBy }: SetUpStep, stage: Stage, center: RecordId): StepTarget | null {
  if (!isMet) return stepTarget(key, stage, center);
  return shownBy === null || !isRecordType(shownBy.type)
    ? null
    : { to: paths.record(shownBy.type, shownBy.id) };
}

function StepName({ target, children }: { readonly target: StepTarget | null; readonly children: string }) {
  return target === null ? (
    children
  ) : (
    <Link {...target} className={classes.link}>
      {children}
    </Link>
  );
}
