import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { recordsOf } from '../../../shared/records/recordsOf.ts';
import { openDecisions } from '../../../shared/reports/openDecisions.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { paths } from '../../stores/paths.ts';
import { Section } from '../../ui/Page.tsx';
import { DueDay, type HomeSectionProps } from './DueSection.tsx';
import classes from './Home.module.css';
import { homeTexts } from './homeTexts.ts';
import { ShownPart } from './ShownPart.tsx';
import { useTitleOf } from './useHomeScope.ts';

/** What the committee decided and nobody carried out yet. */
export function DecisionsSection({ records, today, centerId }: HomeSectionProps) {
  const t = useTexts(homeTexts);
  const titleOf = useTitleOf(records);
  const decisions = useMemo(() => openDecisions(records, { today, centerId }), [records, today, centerId]);
  const hasDecisions = useMemo(
    () => recordsOf(records, 'decision').some((record) => centerId === null || record.centerId === centerId),
    [records, centerId],
  );
  return (
    <Section
      title={t('decisions')}
      aside={
        <Anchor component={Link} to={paths.committee} size="sm">
          {t('toCommittee')}
        </Anchor>
      }
    >
      {decisions.length === 0 ? (
        <p className={classes.muted}>{t(hasDecisions ? 'allCarriedOut' : 'noDecisions')}</p>
      ) : null}
      <ShownPart items={decisions} few={5}>
        {({ record: { id, sample, values }, meeting, inDays }) => (
          <li key={id} className={classes.item}>
            <div className={classes.what}>
              <Link to={paths.record('decision', id)} className={classes.link}>
                {titleOf('decision', id)}
              </Link>
              <span className={classes.detail}>
                {[
                  ...(meeting === null ? [] : [titleOf('meeting', meeting.id)]),
                  ...(sample ? [t('sample')] : []),
                ].join(' · ')}
              </span>
            </div>
            {values.due === undefined || inDays === null ? (
              <span className={classes.muted}>{t('noDay')}</span>
            ) : (
              <DueDay due={values.due} inDays={inDays} />
            )}
          </li>
        )}
      </ShownPart>
    </Section>
  );
}
