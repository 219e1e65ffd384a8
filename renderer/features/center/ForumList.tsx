import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import type { IsoDate } from '../../../shared/core/dates.ts';
import type { RecordId } from '../../../shared/core/ids.ts';
import type { RecordOf } from '../../../shared/records/recordsOf.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { newRecordFrom, paths } from '../../stores/paths.ts';
import { useOpenRecords } from '../../stores/useOpenRecords.ts';
import { useTitles } from '../../stores/useTitles.ts';
import { StateMark } from '../../ui/Notice.tsx';
import classes from './Center.module.css';
import { centerTexts } from './centerTexts.ts';

export interface ForumListProps {
  readonly center: RecordId;
  /** By their days. */
  readonly forums: readonly RecordOf<'event'>[];
  readonly today: IsoDate;
}

// The first ones opened the cooperation; the others stand in the list of events.
const shownAtMost = 3;

/** The cooperation forums of a center: who led them, and how many came. */
export function ForumList({ center, forums, today }: ForumListProps) {
  const t = useTexts(centerTexts);
  const openRecords = useOpenRecords();
  const hidden = forums.length - shownAtMost;
  return (
    <div className={classes.forums}>
      <h4 className={classes.forumsTitle}>{t('forums')}</h4>
      {forums.length === 0 ? <p className={classes.muted}>{t('noForum')}</p> : null}
      <ul className={classes.milestones} aria-label={t('forums')}>
        {forums.slice(0, shownAtMost).map((forum) => (
          <Forum key={forum.id} forum={forum} today={today} />
        ))}
      </ul>
      {hidden <= 0 ? null : (
        <Button
          variant="subtle"
          size="compact-xs"
          onClick={() =>
            openRecords(
              'event',
              forums.map(({ id }) => id),
              t('forums'),
            )
          }
        >
          {t('allForums', { count: forums.length })}
        </Button>
      )}
      <Button
        component={Link}
        {...newRecordFrom('event', { center, kind: 'forum', role: 'coHost' })}
        variant="subtle"
        size="compact-xs"
        leftSection={<Plus size={14} aria-hidden="true" />}
      >
        {t('addForum')}
      </Button>
    </div>
  );
}

function Forum({ forum, today }: { readonly forum: RecordOf<'event'>; readonly today: IsoDate }) {
  const t = useTexts(centerTexts);
  const format = useFormat();
  const titleOf = useTitles(useRecordSet());
  const { date, heads = [], organizations = [], attendance } = forum.values;
  const persons =
    attendance === undefined ? 0 : Object.values(attendance).reduce((sum, count) => sum + count, 0);
  const facts = [
    heads.map((person) => titleOf('person', person)).join(', '),
    organizations.length === 0 ? '' : t('forumOrganizations', { count: organizations.length }),
    persons === 0 ? '' : t('forumPersons', { count: persons }),
  ].filter((part) => part !== '');
  return (
    <li className={classes.milestone}>
      <Link to={paths.record('event', forum.id)} className={classes.link}>
        {titleOf('event', forum.id)}
      </Link>
      <span className={classes.milestoneState}>
        {date !== undefined && date <= today ? <StateMark state="ok">{t('held')}</StateMark> : t('planned')}
        <span>{date === undefined ? t('undated') : format.date(date)}</span>
        {forum.sample ? <span>{t('sample')}</span> : null}
      </span>
      {facts.length === 0 ? null : <span className={classes.milestoneState}>{facts.join(' · ')}</span>}
    </li>
  );
}
