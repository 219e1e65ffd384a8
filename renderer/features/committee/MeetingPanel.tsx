import { useMemo } from 'react';
import { daysBetween } from '../../../shared/core/dates.ts';
import type { RecordId } from '../../../shared/core/ids.ts';
import { meetingsOf } from '../../../shared/reports/meetingsOf.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { useTitles } from '../../stores/useTitles.ts';
import { useToday } from '../../stores/useToday.ts';
import { Items } from '../../ui/Items.tsx';
import classes from './Committee.module.css';
import { committeeTexts } from './committeeTexts.ts';
import { DecisionItem } from './DecisionItem.tsx';
import { MeetingActions } from './MeetingItem.tsx';

/** Beside the form of a meeting: what it decided. */
export function MeetingPanel({ id }: { readonly id: RecordId }) {
  const t = useTexts(committeeTexts);
  const records = useRecordSet();
  const today = useToday();
  const titleOf = useTitles(records);
  const meeting = useMemo(
    () => meetingsOf(records, null, today).find(({ record }) => record.id === id),
    [records, today, id],
  );
  if (meeting === undefined) return null;
  const { record, decisions } = meeting;
  return (
    <>
      <div className={classes.buttons}>
        <MeetingActions record={record} title={titleOf('meeting', id)} />
      </div>
      {decisions.length === 0 ? <p className={classes.muted}>{t('noDecisionsOfMeeting')}</p> : null}
      <Items label={t('panel')}>
        {decisions.map((one) => (
          <DecisionItem
            key={one.id}
            record={one}
            today={today}
            inDays={one.values.due === undefined ? null : daysBetween(today, one.values.due)}
            titleOf={titleOf}
          />
        ))}
      </Items>
    </>
  );
}
