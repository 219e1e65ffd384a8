import { Button, Select } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Landmark, Pencil, Plus } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { isRecordId, type RecordId } from '../../../shared/core/ids.ts';
import { centerLabel } from '../../../shared/records/center.ts';
import { type RecordOf, recordsOf } from '../../../shared/records/recordsOf.ts';
import { setUpSteps, stageOf } from '../../../shared/reports/setUpSteps.ts';
import { toldSamples } from '../../../shared/reports/toldSamples.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { newRecordFrom, paths } from '../../stores/paths.ts';
import { useSettings } from '../../stores/services.tsx';
import { useToday } from '../../stores/useToday.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page, Section } from '../../ui/Page.tsx';
import classes from './Center.module.css';
import { CenterFacts } from './CenterFacts.tsx';
import { CountdownPanel } from './CountdownPanel.tsx';
import { forumsOf, lifeOf } from './centerLife.ts';
import { centerTexts } from './centerTexts.ts';
import { ForumList } from './ForumList.tsx';
import { NextStage } from './NextStage.tsx';
import { StageColumn } from './StageColumn.tsx';

/** One center from the selection of its country to the time after its closure. */
export function CenterPage() {
  const records = useRecordSet();
  const { workspace } = useSettings();
  const [chosen, setChosen] = useState<RecordId | null>(null);
  const centers = useMemo(
    () =>
      recordsOf(records, 'center').toSorted((a, b) => (a.values.since ?? 9999) - (b.values.since ?? 9999)),
    [records],
  );
  const isHeadquarters = workspace?.kind === 'headquarters';
  const id = workspace?.kind === 'center' ? workspace.centerId : chosen;
  const center = centers.find((one) => one.id === id) ?? (isHeadquarters ? centers[0] : undefined);
  if (center === undefined) return <NoCenter />;
  return (
    <Life center={center}>
      {isHeadquarters ? <CenterSelect centers={centers} value={center.id} onChange={setChosen} /> : null}
    </Life>
  );
}

interface LifeProps {
  readonly center: RecordOf<'center'>;
  /** The choice of the center, at headquarters. */
  readonly children: ReactNode;
}

function Life({ center, children }: LifeProps) {
  const t = useTexts(centerTexts);
  const language = useLanguage();
  const records = useRecordSet();
  const today = useToday();
  const milestones = useMemo(() => recordsOf(records, 'milestone'), [records]);
  const life = useMemo(() => lifeOf(center, milestones, today), [center, milestones, today]);
  const forums = useMemo(() => forumsOf(center.id, recordsOf(records, 'event')), [center, records]);
  const steps = useMemo(() => setUpSteps(center, records, today), [center, records, today]);
  const samples = useMemo(() => toldSamples(records, [center.id]), [records, center.id]);
  return (
    <Page
      title={centerLabel(center.values, language)}
      actions={
        <>
          {children}
          <Button
            component={Link}
            to={paths.record('center', center.id)}
            variant="default"
            leftSection={<Pencil size={16} aria-hidden="true" />}
          >
            {t('edit')}
          </Button>
        </>
      }
    >
      <CountdownPanel center={center} milestones={milestones} today={today} />
      {samples === 'none' ? null : (
        <p className={classes.sampleNote}>
          {t(samples === 'told' ? 'stepsBySamples' : 'stepsWithoutSamples')}
        </p>
      )}
      <NextStage center={center} stages={steps} records={records} today={today} />
      <Section
        title={t('stages')}
        aside={
          <Button
            component={Link}
            {...newRecordFrom('milestone', { center: center.id, status: 'planned' })}
            variant="default"
            size="compact-sm"
            leftSection={<Plus size={14} aria-hidden="true" />}
          >
            {t('addMilestone')}
          </Button>
        }
      >
        {stageOf(center) === null ? <Notice state="info">{t('statusUnknown')}</Notice> : null}
        <ol className={classes.stages}>
          {life.map((stage) => (
            <StageColumn
              key={stage.stage}
              center={center.id}
              stage={stage}
              steps={steps.find((one) => one.stage === stage.stage)?.steps ?? []}
            >
              {stage.stage === 'opening' ? (
                <ForumList center={center.id} forums={forums} today={today} />
              ) : null}
            </StageColumn>
          ))}
        </ol>
      </Section>
      <CenterFacts center={center} records={records} />
    </Page>
  );
}

interface CenterSelectProps {
  readonly centers: readonly RecordOf<'center'>[];
  readonly value: RecordId;
  readonly onChange: (id: RecordId) => void;
}

function CenterSelect({ centers, value, onChange }: CenterSelectProps) {
  const t = useTexts(centerTexts);
  const language = useLanguage();
  return (
    <Select
      aria-label={t('choose')}
      data={centers.map(({ id, values }) => ({ value: String(id), label: centerLabel(values, language) }))}
      value={value}
      allowDeselect={false}
      onChange={(id) => {
        if (isRecordId(id)) onChange(id);
      }}
    />
  );
}

function NoCenter() {
  const t = useTexts(centerTexts);
  return (
    <Page title={t('title')}>
      <EmptyState
        icon={<Landmark size={24} />}
        title={t('noneTitle')}
        text={t('noneText')}
        actions={
          <Button component={Link} to={paths.newRecord('center')}>
            {t('addCenter')}
          </Button>
        }
      />
    </Page>
  );
}
