import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Gavel, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { meetingsOf } from '../../../shared/reports/meetingsOf.ts';
import { type OpenDecision, openDecisions } from '../../../shared/reports/openDecisions.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { paths } from '../../stores/paths.ts';
import { recordSections, sectionTabs } from '../../stores/recordSections.ts';
import { useCenterId } from '../../stores/useCenterId.ts';
import { type TitleOf, useTitles } from '../../stores/useTitles.ts';
import { useToday } from '../../stores/useToday.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Items } from '../../ui/Items.tsx';
import { Page, Section } from '../../ui/Page.tsx';
import { TabLinks } from '../../ui/TabLinks.tsx';
import classes from './Committee.module.css';
import { committeeTexts } from './committeeTexts.ts';
import { DecisionItem } from './DecisionItem.tsx';
import { MeetingItem } from './MeetingItem.tsx';

/** What the bodies that govern a center decided, and what is still to be done of it. */
export function CommitteePage() {
  const t = useTexts(committeeTexts);
  const records = useRecordSet();
  const centerId = useCenterId();
  const today = useToday();
  const titleOf = useTitles(records);
  const meetings = useMemo(() => meetingsOf(records, centerId, today), [records, centerId, today]);
  const open = useMemo(() => openDecisions(records, { today, centerId }), [records, today, centerId]);
  const addMeeting = (
    <Button
      component={Link}
      to={paths.newRecord('meeting')}
      leftSection={<Plus size={16} aria-hidden="true" />}
    >
      {t('addMeeting')}
    </Button>
  );
  const section = recordSections.committee;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      tabs={<TabLinks label={section.label} tabs={sectionTabs(section)} current={section.page.to} />}
      {...(meetings.length === 0 ? {} : { actions: addMeeting })}
    >
      {meetings.length === 0 && open.length === 0 ? (
        <EmptyState
          icon={<Gavel size={24} />}
          title={t('noMeetingsTitle')}
          text={t('noMeetingsText')}
          actions={addMeeting}
        />
      ) : (
        <>
          <OpenDecisions
            open={open}
            hasDecisions={meetings.some(({ decisions }) => decisions.length > 0)}
            titleOf={titleOf}
          />
          <Section title={t('meetings')}>
            <Items>
              {meetings.map((meeting) => (
                <MeetingItem
                  key={meeting.record.id}
                  meeting={meeting}
                  titleOf={titleOf}
                  namesCenter={centerId === null}
                />
              ))}
            </Items>
          </Section>
        </>
      )}
    </Page>
  );
}

interface OpenDecisionsProps {
  readonly open: readonly OpenDecision[];
  readonly hasDecisions: boolean;
  readonly titleOf: TitleOf;
}

function OpenDecisions({ open, hasDecisions, titleOf }: OpenDecisionsProps) {
  const t = useTexts(committeeTexts);
  const centerId = useCenterId();
  const today = useToday();
  const overdue = open.filter(({ inDays }) => inDays !== null && inDays < 0).length;
  return (
    <Section
      title={t('openDecisions')}
      {...(open.length === 0
        ? {}
        : { aside: <span className={classes.muted}>{t('openCount', { open: open.length, overdue })}</span> })}
    >
      {open.length === 0 ? (
        <p className={classes.muted}>{t(hasDecisions ? 'nothingOpen' : 'noDecisions')}</p>
      ) : null}
      <Items label={t('openDecisions')}>
        {open.map(({ record, meeting, inDays }) => (
          <DecisionItem
            key={record.id}
            record={record}
            today={today}
            inDays={inDays}
            titleOf={titleOf}
            from={[
              ...(meeting === null ? [] : [titleOf('meeting', meeting.id)]),
              ...(centerId === null && record.centerId !== null ? [titleOf('center', record.centerId)] : []),
            ].join(' · ')}
          />
        ))}
      </Items>
    </Section>
  );
}
