import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { FileText, Plus } from 'lucide-react';
import type { RecordOf } from '../../../shared/records/recordsOf.ts';
import type { MeetingWithDecisions } from '../../../shared/reports/meetingsOf.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { newRecordFrom, paths } from '../../stores/paths.ts';
import type { TitleOf } from '../../stores/useTitles.ts';
import { Item } from '../../ui/Items.tsx';
import { StateMark } from '../../ui/Notice.tsx';
import classes from './Committee.module.css';
import { committeeTexts } from './committeeTexts.ts';

export interface MeetingItemProps {
  readonly meeting: MeetingWithDecisions;
  readonly titleOf: TitleOf;
  /** Where the meetings of several centers stand together. */
  readonly namesCenter: boolean;
}

export function MeetingItem({
  meeting: { record, decisions, openCount, isHeld },
  ...props
}: MeetingItemProps) {
  const { titleOf, namesCenter } = props;
  const t = useTexts(committeeTexts);
  const format = useFormat();
  const { values } = record;
  const { venue, attendees = [], date, agenda, minutes } = values;
  const detail = [
    namesCenter && record.centerId !== null ? titleOf('center', record.centerId) : '',
    venue ?? '',
    attendees.length === 0 ? '' : t(isHeld ? 'attended' : 'willAttend', { count: attendees.length }),
    decisions.length === 0 ? '' : t('decided', { count: decisions.length }),
    openCount === 0 ? '' : t('ofThemOpen', { count: openCount }),
  ];
  return (
    <Item
      title={titleOf('meeting', record.id)}
      to={paths.record('meeting', record.id)}
      detail={detail.filter((part) => part !== '').join(' · ')}
      when={
        <>
          {isHeld ? null : <StateMark state="info">{t('upcoming')}</StateMark>}
          {isHeld && minutes === undefined ? <StateMark state="warn">{t('noMinutes')}</StateMark> : null}
          {date === undefined ? null : <span>{format.date(date)}</span>}
        </>
      }
      actions={<MeetingActions record={record} title={titleOf('meeting', record.id)} />}
    >
      {agenda === undefined ? null : <p className={classes.agenda}>{agenda}</p>}
    </Item>
  );
}

/** Leads to the printable minutes and to the form of a further decision. */
export function MeetingActions({
  record,
  title,
}: {
  readonly record: RecordOf<'meeting'>;
  readonly title: string;
}) {
  const t = useTexts(committeeTexts);
  const { center } = record.values;
  return (
    <>
      <Button
        component={Link}
        to={paths.minutes(record.id)}
        variant="default"
        size="compact-sm"
        leftSection={<FileText size={14} aria-hidden="true" />}
        aria-label={t('minutesOf', { title })}
      >
        {t('minutes')}
      </Button>
      <Button
        component={Link}
        {...newRecordFrom('decision', {
          ...(center === undefined ? {} : { center }),
          meeting: record.id,
          status: 'open',
        })}
        variant="default"
        size="compact-sm"
        leftSection={<Plus size={14} aria-hidden="true" />}
        aria-label={t('addDecisionOf', { title })}
      >
        {t('addDecision')}
      </Button>
    </>
  );
}
