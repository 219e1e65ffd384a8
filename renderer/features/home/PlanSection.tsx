import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { yearOf } from '../../../shared/core/dates.ts';
import type { RecordId } from '../../../shared/core/ids.ts';
import { isApproved, planInForce, plansOf } from '../../../shared/records/planVersions.ts';
import { periodLabel } from '../../../shared/reports/period.ts';
import {
  type AchievementState,
  achievementLabels,
  planAchievement,
  type TargetAchievement,
} from '../../../shared/reports/planAchievement.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { newRecordFrom, paths } from '../../stores/paths.ts';
import { type NoticeState, StateMark } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Page.tsx';
import type { HomeSectionProps } from './DueSection.tsx';
import classes from './Home.module.css';
import { homeTexts } from './homeTexts.ts';
import { ShownPart } from './ShownPart.tsx';

const markByState: Readonly<Record<AchievementState, NoticeState>> = {
  notBegun: 'info',
  reached: 'ok',
  onTrack: 'ok',
  behind: 'warn',
  missed: 'bad',
  notCounted: 'info',
};

export interface CenterSectionProps extends HomeSectionProps {
  readonly centerId: RecordId;
}

/** This year's targets beside what was done, as far as a meeting approved them: a draft binds nobody. */
export function PlanSection({ records, today, centerId }: CenterSectionProps) {
  const t = useTexts(homeTexts);
  const year = yearOf(today);
  const { plan, targets } = useMemo(() => {
    const inForce = planInForce(plansOf(records, centerId), year);
    const isCompared = inForce !== null && isApproved(inForce);
    return {
      plan: inForce,
      targets: isCompared ? planAchievement(records, { planId: inForce.id, today }) : [],
    };
  }, [records, centerId, year, today]);
  return (
    <Section
      title={t('plan', { year })}
      aside={
        <Anchor component={Link} to={paths.plan} size="sm">
          {t('toPlan')}
        </Anchor>
      }
    >
      {plan === null ? (
        <p className={classes.muted}>
          {t('noPlan', { year })}{' '}
          <Link {...newRecordFrom('plan', { center: centerId, year })} className={classes.link}>
            {t('addPlan')}
          </Link>
        </p>
      ) : !isApproved(plan) ? (
        <p className={classes.muted}>
          {t('planNotApproved', { year })}{' '}
          <Link to={paths.plan} className={classes.link}>
            {t('approvePlan')}
          </Link>
        </p>
      ) : targets.length === 0 ? (
        <p className={classes.muted}>{t('noTargets')}</p>
      ) : (
        <ShownPart items={targets} few={6}>
          {(target) => <Target key={target.line.id} target={target} />}
        </ShownPart>
      )}
    </Section>
  );
}

function Target({
  target: { line, indicator, period, target, actual, state },
}: {
  readonly target: TargetAchievement;
}) {
  const t = useTexts(homeTexts);
  const label = useLabel();
  const language = useLanguage();
  const format = useFormat();
  const sign = indicator?.format === 'percent' ? '%' : '';
  const unit = sign !== '' || indicator?.unit == null ? '' : ` ${label(indicator.unit)}`;
  const number = (value: number | null): string =>
    value === null ? '–' : `${format.number(Math.round(value * 100) / 100)}${sign}`;
  return (
    <li className={classes.item}>
      <div className={classes.what}>
        <Link to={paths.record('planLine', line.id)} className={classes.link}>
          {indicator === null ? t('untitled') : label(indicator.label)}
        </Link>
        <span className={classes.detail}>{periodLabel(period, language)}</span>
      </div>
      <div className={classes.when}>
        <span>
          {t('ofTarget', { actual: number(actual), target: number(target) })}
          {unit}
        </span>
        <StateMark state={markByState[state]}>{label(achievementLabels[state])}</StateMark>
      </div>
    </li>
  );
}
