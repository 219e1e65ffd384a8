import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Circle, CircleCheck, CircleDot, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { daysBetween } from '../../../shared/core/dates.ts';
import type { RecordId } from '../../../shared/core/ids.ts';
import { hasEvidence } from '../../../shared/records/evidenceNote.ts';
import { milestone } from '../../../shared/records/milestone.ts';
import { liveRecordsOf } from '../../../shared/records/recordSet.ts';
import type { SetUpStep } from '../../../shared/reports/setUpSteps.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { newRecordFrom, paths } from '../../stores/paths.ts';
import { type NoticeState, StateMark } from '../../ui/Notice.tsx';
import classes from './Center.module.css';
import type { MilestoneOfLife, StageOfLife, StagePlace } from './centerLife.ts';
import { centerTexts } from './centerTexts.ts';
import { StepList } from './StepList.tsx';

const iconByPlace = { past: CircleCheck, present: CircleDot, ahead: Circle, unknown: Circle } as const;

export interface StageColumnProps {
  readonly center: RecordId;
  readonly stage: StageOfLife;
  readonly steps: readonly SetUpStep[];
  /** What belongs to this stage besides its milestones. */
  readonly children?: ReactNode;
}

/** One of the programme's four stages with what was planned and done in it. */
export function StageColumn(props: StageColumnProps) {
  const {
    center,
    stage: { stage, place, milestones },
    steps,
    children,
  } = props;
  const t = useTexts(centerTexts);
  const label = useLabel();
  const Icon = iconByPlace[place];
  const choice = milestone.fields.stage.choices.find(({ value }) => value === stage);
  const name = choice === undefined ? stage : label(choice.label);
  return (
    <li className={classes.stage} data-place={place} aria-current={place === 'present' ? 'step' : undefined}>
      <h3 className={classes.stageTitle}>
        <Icon size={16} aria-hidden="true" />
        {name}
        <Place place={place} />
      </h3>
      <p className={classes.stageText}>{t(`${stage}Text`)}</p>
      {stage === 'opening' ? <p className={classes.quote}>{t('setUp')}</p> : null}
      <StepList center={center} stage={stage} steps={steps} />
      {milestones.length === 0 ? <p className={classes.muted}>{t('noMilestones')}</p> : null}
      <ul className={classes.milestones}>
        {milestones.map((one) => (
          <MilestoneItem key={one.record.id} milestone={one} />
        ))}
      </ul>
      <Button
        component={Link}
        {...newRecordFrom('milestone', { center, stage, status: 'planned' })}
        variant="subtle"
        size="compact-xs"
        leftSection={<Plus size={14} aria-hidden="true" />}
        aria-label={t('addTo', { stage: name })}
      >
        {t('addMilestone')}
      </Button>
      {children}
    </li>
  );
}

function Place({ place }: { readonly place: StagePlace }) {
  const t = useTexts(centerTexts);
  return place === 'unknown' ? null : <span className={classes.place}>{t(place)}</span>;
}

const markByState: Readonly<Record<MilestoneOfLife['state'], NoticeState | null>> = {
  done: 'ok',
  overdue: 'bad',
  planned: null,
  inProgress: null,
  postponed: 'warn',
  cancelled: null,
};

function MilestoneItem({ milestone: { record, day, state } }: { readonly milestone: MilestoneOfLife }) {
  const t = useTexts(centerTexts);
  const label = useLabel();
  const format = useFormat();
  const records = useRecordSet();
  const { kind, plannedOn, doneOn } = record.values;
  const choice = milestone.fields.kind.choices.find(({ value }) => value === kind);
  const mark = markByState[state];
  return (
    <li className={classes.milestone} data-cancelled={state === 'cancelled'}>
      <Link to={paths.record('milestone', record.id)} className={classes.link}>
        {choice === undefined ? t('unknown') : label(choice.label)}
      </Link>
      <span className={classes.milestoneState}>
        {mark === null ? t(state) : <StateMark state={mark}>{t(state)}</StateMark>}
        <span>{day === null ? t('undated') : format.date(day)}</span>
        {record.sample ? <span>{t('sample')}</span> : null}
      </span>
      {doneOn !== undefined && plannedOn !== undefined && plannedOn !== doneOn ? (
        <span className={classes.milestoneState}>
          <span>{t('doneFrom', { date: format.date(plannedOn) })}</span>
          <Deviation days={daysBetween(plannedOn, doneOn)} />
        </span>
      ) : null}
      {state === 'done' ? (
        <span className={classes.milestoneState}>
          {hasEvidence(record.values, liveRecordsOf(records)) ? (
            t('withEvidence')
          ) : (
            <StateMark state="warn">{t('noEvidence')}</StateMark>
          )}
        </span>
      ) : null}
    </li>
  );
}

function Deviation({ days }: { readonly days: number }) {
  const t = useTexts(centerTexts);
  return <span>{days > 0 ? t('daysLate', { count: days }) : t('daysEarly', { count: -days })}</span>;
}
