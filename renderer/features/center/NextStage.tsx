import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ArrowRight, CopyPlus } from 'lucide-react';
import { useState } from 'react';
import type { IsoDate } from '../../../shared/core/dates.ts';
import { nextPhaseValues } from '../../../shared/records/centerSteps.ts';
import { milestone } from '../../../shared/records/milestone.ts';
import { agreedPeriodOf } from '../../../shared/records/operatingPeriod.ts';
import type { RecordSet } from '../../../shared/records/recordSet.ts';
import { type RecordOf, recordsOf } from '../../../shared/records/recordsOf.ts';
import type { ValuesByType } from '../../../shared/records/registry.ts';
import { type Stage, type StageSteps, stageOf } from '../../../shared/reports/setUpSteps.ts';
import { choiceLabel } from '../../../shared/schema/codecs/choices.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { newRecordFrom } from '../../stores/paths.ts';
import { useStep } from '../../stores/useStep.ts';
import { StateMark } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Page.tsx';
import classes from './Center.module.css';
import { centerTexts } from './centerTexts.ts';
import { ExtendDialog } from './ExtendDialog.tsx';
import { StepList } from './StepList.tsx';

export interface NextStageProps {
  readonly center: RecordOf<'center'>;
  readonly stages: readonly StageSteps[];
  readonly records: RecordSet;
  readonly today: IsoDate;
}

const statusByStage = {
  selection: 'selection',
  opening: 'opening',
  operation: 'operating',
  afterClosure: 'closed',
} as const satisfies Readonly<Record<Stage, ValuesByType['center']['status']>>;

/** What is missing before the center's next stage, and the ways on from here. */
export function NextStage({ center, stages, records, today }: NextStageProps) {
  const t = useTexts(centerTexts);
  const language = useLanguage();
  const present = stageOf(center);
  const index = stages.findIndex(({ stage }) => stage === present);
  const current = stages[index];
  if (current === undefined) return null;
  const missing = current.steps.filter(({ isMet }) => !isMet);
  const next = stages[index + 1]?.stage ?? null;
  const nextName = next === null ? '' : choiceLabel(milestone.fields.stage, next, language);
  return (
    <Section title={next === null ? t('lastStage') : t('nextStage', { stage: nextName })}>
      {missing.length === 0 ? (
        <StateMark state="ok">{t('nothingMissing')}</StateMark>
      ) : (
        <>
          <StateMark state="warn">{t('missingCount', { count: missing.length })}</StateMark>
          <StepList center={center.id} stage={current.stage} steps={missing} />
        </>
      )}
      <div className={classes.ways}>
        {next === null ? null : <MoveOn center={center} next={next} name={nextName} />}
        <Extend center={center} today={today} />
        <SecondCenter center={center} records={records} today={today} />
      </div>
    </Section>
  );
}

function MoveOn(props: { readonly name: string; readonly next: Stage } & Pick<NextStageProps, 'center'>) {
  const { center, next, name } = props;
  const t = useTexts(centerTexts);
  const step = useStep();
  const move = () =>
    step(t('movedOn', { stage: name }), (actions) =>
      actions.update('center', center.id, { status: statusByStage[next] }, ['status']),
    );
  return (
    <Button
      variant="default"
      size="compact-sm"
      leftSection={<ArrowRight size={14} aria-hidden="true" />}
      onClick={() => void move()}
    >
      {t('moveOn', { stage: name })}
    </Button>
  );
}

function Extend({ center, today }: Pick<NextStageProps, 'center' | 'today'>) {
  const t = useTexts(centerTexts);
  const [isOpen, setOpen] = useState(false);
  const { status } = center.values;
  if ((status !== 'operating' && status !== 'extended') || agreedPeriodOf(center.values).end === null) {
    return null;
  }
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => setOpen(true)}>
        {t('extend')}
      </Button>
      {isOpen ? <ExtendDialog center={center} today={today} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** A country whose center operates or has closed may get another one. */
function SecondCenter({ center, records, today }: Omit<NextStageProps, 'stages'>) {
  const t = useTexts(centerTexts);
  const stage = stageOf(center);
  if (stage !== 'operation' && stage !== 'afterClosure') return null;
  const known = recordsOf(records, 'center').map(({ values }) => values);
  return (
    <Button
      component={Link}
      {...newRecordFrom('center', nextPhaseValues(center.values, known, today))}
      variant="default"
      size="compact-sm"
      leftSection={<CopyPlus size={14} aria-hidden="true" />}
    >
      {t('secondCenter')}
    </Button>
  );
}
