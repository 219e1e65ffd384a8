import { Button, Select } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { CopyPlus, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { isRecordId, type RecordId } from '../../../shared/core/ids.ts';
import { plan as planDefinition } from '../../../shared/records/plan.ts';
import { isApproved, isFixedPlan } from '../../../shared/records/planVersions.ts';
import type { RecordSet } from '../../../shared/records/recordSet.ts';
import type { RecordOf } from '../../../shared/records/recordsOf.ts';
import { chargedElsewhere, planAchievement } from '../../../shared/reports/planAchievement.ts';
import { choiceLabel } from '../../../shared/schema/codecs/choices.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { newRecordFrom, paths } from '../../stores/paths.ts';
import { useTitles } from '../../stores/useTitles.ts';
import { useToday } from '../../stores/useToday.ts';
import { Notice, StateMark } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Page.tsx';
import { ApproveDialog } from './ApproveDialog.tsx';
import classes from './Plan.module.css';
import { planTexts } from './planTexts.ts';
import { TargetTable } from './TargetTable.tsx';
import { usePlanActions } from './usePlanActions.ts';

export interface PlanSectionProps {
  readonly records: RecordSet;
  readonly center: RecordOf<'center'>;
  readonly year: number;
  readonly plan: RecordOf<'plan'> | null;
  /** All versions of the year's plan, newest first. */
  readonly versions: readonly RecordOf<'plan'>[];
  readonly onVersion: (id: RecordId) => void;
}

/** The year's plan in one of its versions, with targets against what was done. */
export function PlanSection(props: PlanSectionProps) {
  const { records, center, year, plan, versions, onVersion } = props;
  const t = useTexts(planTexts);
  if (plan === null) {
    return (
      <Section title={t('targets')}>
        <div className={classes.stack}>
          <Notice
            state="info"
            actions={
              <Button
                component={Link}
                {...newRecordFrom('plan', { center: center.id, year, version: 1, status: 'draft' })}
                size="compact-sm"
                leftSection={<Plus size={14} aria-hidden="true" />}
              >
                {t('addPlan')}
              </Button>
            }
          >
            {t('noPlan', { year })}
          </Notice>
        </div>
      </Section>
    );
  }
  return (
    <Section
      title={t('targets')}
      aside={
        versions.length < 2 ? null : (
          <VersionSelect versions={versions} value={plan.id} onChange={onVersion} />
        )
      }
    >
      <div className={classes.stack}>
        <PlanHead records={records} plan={plan} onVersion={onVersion} />
        <Targets records={records} plan={plan} />
      </div>
    </Section>
  );
}

function VersionSelect({
  versions,
  value,
  onChange,
}: {
  readonly versions: readonly RecordOf<'plan'>[];
  readonly value: RecordId;
  readonly onChange: (id: RecordId) => void;
}) {
  const t = useTexts(planTexts);
  const language = useLanguage();
  return (
    <Select
      className={classes.noPrint ?? ''}
      aria-label={t('version')}
      size="xs"
      data={versions.map(({ id, values: { version = 1, status = 'draft' } }) => ({
        value: String(id),
        label: t('versionOf', {
          version,
          status: choiceLabel(planDefinition.fields.status, status, language),
        }),
      }))}
      value={value}
      allowDeselect={false}
      onChange={(id) => {
        if (isRecordId(id)) onChange(id);
      }}
    />
  );
}

type PlanProps = Pick<PlanSectionProps, 'records'> & { readonly plan: RecordOf<'plan'> };

function PlanHead({ records, plan, onVersion }: PlanProps & Pick<PlanSectionProps, 'onVersion'>) {
  const t = useTexts(planTexts);
  const language = useLanguage();
  // Of all records: a plan may name a meeting of a sample, which is left out of what is counted.
  const titleOf = useTitles(useRecordSet());
  const actions = usePlanActions();
  const [approving, setApproving] = useState(false);
  const { status = 'draft', version = 1, approvedBy, notes } = plan.values;
  const fixed = isFixedPlan(records, 'plan', plan.values);
  const makeVersion = async () => {
    const id = await actions.newVersion(plan.id);
    if (id !== null) onVersion(id);
  };
  return (
    <div className={classes.planHead}>
      <div className={classes.planFacts}>
        <Link to={paths.record('plan', plan.id)} className={classes.link}>
          {t('planName', { version })}
        </Link>
        <StateMark state={status === 'approved' ? 'ok' : 'info'}>
          {choiceLabel(planDefinition.fields.status, status, language)}
        </StateMark>
        {approvedBy === undefined ? null : (
          <span>
            {t('approvedBy')}{' '}
            <Link to={paths.record('meeting', approvedBy)} className={classes.link}>
              {titleOf('meeting', approvedBy)}
            </Link>
          </span>
        )}
        {fixed ? (
          <span className={classes.muted} data-screen-only>
            {t('fixed')}
          </span>
        ) : null}
      </div>
      {notes === undefined ? null : <p className={classes.notes}>{notes}</p>}
      <div className={classes.buttons}>
        {fixed ? (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<CopyPlus size={14} aria-hidden="true" />}
            onClick={() => void makeVersion()}
          >
            {t('newVersion')}
          </Button>
        ) : (
          <>
            <Button
              component={Link}
              {...newRecordFrom('planLine', {
                ...(plan.values.center === undefined ? {} : { center: plan.values.center }),
                plan: plan.id,
              })}
              variant="default"
              size="compact-sm"
              leftSection={<Plus size={14} aria-hidden="true" />}
            >
              {t('addTarget')}
            </Button>
            <Button size="compact-sm" onClick={() => setApproving(true)}>
              {t('approve')}
            </Button>
          </>
        )}
      </div>
      <ApproveDialog
        records={records}
        plan={plan}
        opened={approving}
        onClose={() => setApproving(false)}
        onApprove={(meeting) => actions.approve(plan.id, meeting)}
      />
    </div>
  );
}

function Targets({ records, plan }: PlanProps) {
  const t = useTexts(planTexts);
  const today = useToday();
  const { targets, elsewhere } = useMemo(() => {
    const options = { planId: plan.id, today };
    return {
      targets: planAchievement(records, options),
      elsewhere: chargedElsewhere(records, options),
    };
  }, [records, plan.id, today]);
  if (targets.length === 0 && elsewhere === null) return <p className={classes.muted}>{t('noTargets')}</p>;
  return <TargetTable targets={targets} elsewhere={elsewhere} isApproved={isApproved(plan)} />;
}
