import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { IsoDate } from '../../../shared/core/dates.ts';
import type { RecordId } from '../../../shared/core/ids.ts';
import type { RecordSet } from '../../../shared/records/recordSet.ts';
import { type DueItem, dueItems } from '../../../shared/reports/dueItems.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { paths } from '../../stores/paths.ts';
import { StateMark } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Page.tsx';
import classes from './Home.module.css';
import type { IsMine } from './homeRole.ts';
import { homeTexts } from './homeTexts.ts';
import { ShownPart } from './ShownPart.tsx';
import { useTitleOf } from './useHomeScope.ts';
import { useWhose, WhoseSwitch } from './WhoseSwitch.tsx';

export interface HomeSectionProps {
  readonly records: RecordSet;
  readonly today: IsoDate;
  readonly centerId: RecordId | null;
}

export interface DueSectionProps extends HomeSectionProps {
  /** For an expert, who is shown what is their own first; null shows the whole center's. */
  readonly isMine: IsMine | null;
  /** Decisions that stand in a list of their own beside it are left out. */
  readonly withoutDecisions?: boolean;
}

export function DueSection({ records, today, centerId, isMine, withoutDecisions = false }: DueSectionProps) {
  const t = useTexts(homeTexts);
  const titleOf = useTitleOf(records);
  const items = useMemo(
    () =>
      dueItems(records, { today, centerId }).filter(({ kind }) => kind !== 'decision' || !withoutDecisions),
    [records, today, centerId, withoutDecisions],
  );
  const whose = useWhose(items, isMine, ({ type, id }) => records.find(type, id));
  return (
    <Section
      title={t('due')}
      aside={
        isMine === null ? (
          <span className={classes.muted}>{t('dueLead')}</span>
        ) : (
          <WhoseSwitch label={t('due')} whose={whose} />
        )
      }
    >
      {whose.shown.length === 0 ? (
        <p className={classes.muted}>{t(items.length === 0 ? 'nothingDue' : 'nothingOfMineDue')}</p>
      ) : null}
      <ShownPart items={whose.shown} few={6}>
        {(item) => (
          <Due
            key={`${item.kind}${item.id}`}
            item={item}
            title={titleOf(item.type, item.id)}
            center={centerId === null && item.centerId !== null ? titleOf('center', item.centerId) : null}
          />
        )}
      </ShownPart>
    </Section>
  );
}

interface DueProps {
  readonly item: DueItem;
  readonly title: string;
  /** Named where several centers are shown together. */
  readonly center: string | null;
}

function Due({ item, title, center }: DueProps) {
  const t = useTexts(homeTexts);
  return (
    <li className={classes.item}>
      <div className={classes.what}>
        <Link to={paths.record(item.type, item.id)} className={classes.link}>
          {item.action === '' ? title : item.action}
        </Link>
        <span className={classes.detail}>
          {[
            t(item.kind),
            ...(item.action === '' ? [] : [title]),
            ...(center === null ? [] : [center]),
            ...(item.sample ? [t('sample')] : []),
          ].join(' · ')}
        </span>
      </div>
      <DueDay due={item.due} inDays={item.inDays} />
    </li>
  );
}

/** How long until a day, and the day. */
export function DueDay({ due, inDays }: Pick<DueItem, 'due' | 'inDays'>) {
  const t = useTexts(homeTexts);
  const format = useFormat();
  return (
    <div className={classes.when}>
      {inDays < 0 ? (
        <StateMark state="bad">{t('overdue', { count: -inDays })}</StateMark>
      ) : inDays === 0 ? (
        <StateMark state="warn">{t('dueToday')}</StateMark>
      ) : (
        t('inDays', { count: inDays })
      )}
      <span className={classes.detail}>{format.date(due)}</span>
    </div>
  );
}
