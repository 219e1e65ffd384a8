import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { definitionOf } from '../../../shared/records/registry.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useTexts } from '../../i18n/useTexts.ts';
import { paths } from '../../stores/paths.ts';
import { Section } from '../../ui/Page.tsx';
import { TypeIcon } from '../../ui/TypeIcon.tsx';
import type { DueSectionProps } from './DueSection.tsx';
import classes from './Home.module.css';
import { homeTexts } from './homeTexts.ts';
import { activitiesOf, dayOf, newestFirst } from './lastEntries.ts';
import { useTitleOf } from './useHomeScope.ts';
import { useWhose, WhoseSwitch } from './WhoseSwitch.tsx';

const limit = 8;

export function LastEntriesSection({ records, centerId, isMine }: Omit<DueSectionProps, 'today'>) {
  const t = useTexts(homeTexts);
  const label = useLabel();
  const format = useFormat();
  const titleOf = useTitleOf(records);
  const entries = useMemo(() => newestFirst(activitiesOf(records, centerId)), [records, centerId]);
  const whose = useWhose(entries, isMine, (entry) => entry);
  return (
    <Section
      title={t('lastEntries')}
      aside={isMine === null ? undefined : <WhoseSwitch label={t('lastEntries')} whose={whose} />}
    >
      {whose.shown.length === 0 ? <p className={classes.muted}>{t('noEntries')}</p> : null}
      <ul className={classes.list}>
        {whose.shown.slice(0, limit).map((entry) => {
          const day = dayOf(entry);
          const author = entry.sample || entry.createdBy === '' ? [] : [t('by', { name: entry.createdBy })];
          const center =
            centerId === null && entry.centerId !== null ? [titleOf('center', entry.centerId)] : [];
          const marks = entry.sample ? [t('sample')] : [];
          return (
            <li key={entry.id} className={classes.item}>
              <span className={classes.icon}>
                <TypeIcon type={entry.type} />
              </span>
              <div className={classes.what}>
                <Link to={paths.record(entry.type, entry.id)} className={classes.link}>
                  {titleOf(entry.type, entry.id)}
                </Link>
                <span className={classes.detail}>
                  {[label(definitionOf(entry.type).label.one), ...center, ...author, ...marks].join(' · ')}
                </span>
              </div>
              <div className={classes.when}>{day === null ? '' : format.date(day)}</div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
