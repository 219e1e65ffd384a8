import { Button, SegmentedControl } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ArrowRightLeft, Plus, UserCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import { isRecordId } from '../../../shared/core/ids.ts';
import { counterpartsOf } from '../../../shared/reports/counterparts.ts';
import { type MonthsBy, personMonths } from '../../../shared/reports/personMonths.ts';
import { type Stay, staysOf, timelineOf } from '../../../shared/reports/stays.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { paths } from '../../stores/paths.ts';
import { recordSections, sectionTabs } from '../../stores/recordSections.ts';
import { useCenterScope } from '../../stores/useCenterScope.ts';
import { type TitleOf, useTitles } from '../../stores/useTitles.ts';
import { useToday } from '../../stores/useToday.ts';
import { CenterFilter } from '../../ui/CenterFilter.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page, Section } from '../../ui/Page.tsx';
import { TabLinks } from '../../ui/TabLinks.tsx';
import { CounterpartTable } from './CounterpartTable.tsx';
import { MonthsTable } from './MonthsTable.tsx';
import classes from './People.module.css';
import { peopleTexts } from './peopleTexts.ts';
import { StayTable } from './StayTable.tsx';
import { StayTimeline } from './StayTimeline.tsx';
import { roleName } from './stayName.ts';

/** Who serves at the centers, for how long, and with whom of the partner's side. */
export function PeoplePage() {
  const t = useTexts(peopleTexts);
  const records = useRecordSet();
  const { centerId, choose, centers } = useCenterScope();
  const titleOf = useTitles(records);
  const stays = useMemo(() => staysOf(records, centerId), [records, centerId]);
  const today = useToday();
  const counterparts = useMemo(() => counterpartsOf(records, centerId, today), [records, centerId, today]);
  const section = recordSections.people;
  return (
    <Page
      title={t(choose === null ? 'title' : 'titleAll')}
      lead={t('lead')}
      tabs={<TabLinks label={section.label} tabs={sectionTabs(section)} current={section.page.to} />}
      actions={
        <>
          {choose === null ? null : (
            <CenterFilter
              label={t('center')}
              allLabel={t('allCenters')}
              centers={centers}
              value={centerId}
              onChange={choose}
            />
          )}
          {stays.length === 0 ? null : (
            <>
              <Button
                component={Link}
                to={paths.handOver}
                variant="default"
                leftSection={<ArrowRightLeft size={16} aria-hidden="true" />}
              >
                {t('handOver')}
              </Button>
              <AddAssignment />
            </>
          )}
        </>
      }
    >
      {stays.length === 0 ? (
        <EmptyState
          icon={<UserCheck size={24} />}
          title={t('noneTitle')}
          text={t('noneText')}
          actions={<AddAssignment />}
        />
      ) : (
        <Stays stays={stays} titleOf={titleOf} namesCenter={centerId === null} />
      )}
      <Section
        title={t('counterparts')}
        aside={
          <Button component={Link} to={paths.newRecord('counterpart')} variant="default" size="compact-sm">
            {t('addCounterpart')}
          </Button>
        }
      >
        {counterparts.length === 0 ? (
          <p className={classes.muted}>{t('noCounterparts')}</p>
        ) : (
          <CounterpartTable counterparts={counterparts} titleOf={titleOf} today={today} />
        )}
      </Section>
    </Page>
  );
}

function AddAssignment() {
  const t = useTexts(peopleTexts);
  return (
    <Button
      component={Link}
      to={paths.newRecord('assignment')}
      leftSection={<Plus size={16} aria-hidden="true" />}
    >
      {t('addAssignment')}
    </Button>
  );
}

interface StaysProps {
  readonly stays: readonly Stay[];
  readonly titleOf: TitleOf;
  readonly namesCenter: boolean;
}

function Stays(props: StaysProps) {
  return (
    <>
      <WhoIsWhere {...props} />
      <Months {...props} />
      <Exchanges stays={props.stays} />
    </>
  );
}

function WhoIsWhere({ stays, titleOf, namesCenter }: StaysProps) {
  const t = useTexts(peopleTexts);
  const today = useToday();
  const [view, setView] = useState<string>('timeline');
  const timeline = useMemo(() => timelineOf(stays, today), [stays, today]);
  return (
    <Section
      title={t('timeline')}
      aside={
        <SegmentedControl
          aria-label={t('shownAs')}
          size="xs"
          data={[
            { value: 'timeline', label: t('asTimeline') },
            { value: 'table', label: t('asTable') },
          ]}
          value={view}
          onChange={setView}
        />
      }
    >
      {view === 'table' ? (
        <StayTable timeline={timeline} titleOf={titleOf} namesCenter={namesCenter} today={today} />
      ) : (
        <StayTimeline timeline={timeline} titleOf={titleOf} namesCenter={namesCenter} />
      )}
    </Section>
  );
}

const monthsBy = ['person', 'role', 'center'] as const satisfies readonly MonthsBy[];
const headBy = { person: 'byPerson', role: 'byRole', center: 'byCenter' } as const;

function Months({ stays, titleOf, namesCenter }: StaysProps) {
  const t = useTexts(peopleTexts);
  const language = useLanguage();
  const today = useToday();
  const [by, setBy] = useState<MonthsBy>('person');
  const table = useMemo(
    () =>
      personMonths(
        stays.filter(({ kind }) => kind === 'assignment'),
        by,
        today,
      ),
    [stays, by, today],
  );
  const nameOf = (key: string): string => {
    if (by === 'role') return roleName({ kind: 'assignment', role: key }, language) || t('unknown');
    return isRecordId(key) ? titleOf(by, key) : t('unknown');
  };
  const choices = monthsBy.filter((one) => one !== 'center' || namesCenter);
  return (
    <Section
      title={t('months')}
      aside={
        <SegmentedControl
          aria-label={t('by')}
          size="xs"
          data={choices.map((value) => ({ value, label: t(headBy[value]) }))}
          value={by}
          onChange={(value) => setBy(choices.find((one) => one === value) ?? 'person')}
        />
      }
    >
      {table.rows.length === 0 ? (
        <p className={classes.muted}>{t('noMonths')}</p>
      ) : (
        <MonthsTable
          type="assignment"
          name={t('months')}
          caption={t('monthsCaption')}
          head={t(headBy[by])}
          table={table}
          nameOf={nameOf}
        />
      )}
    </Section>
  );
}

function Exchanges({ stays }: Pick<StaysProps, 'stays'>) {
  const t = useTexts(peopleTexts);
  const language = useLanguage();
  const today = useToday();
  const exchanges = useMemo(() => stays.filter(({ kind }) => kind === 'exchange'), [stays]);
  return (
    <Section
      title={t('exchanges')}
      aside={
        <Button component={Link} to={paths.newRecord('exchange')} variant="default" size="compact-sm">
          {t('addExchange')}
        </Button>
      }
    >
      {exchanges.length === 0 ? (
        <p className={classes.muted}>{t('noExchanges')}</p>
      ) : (
        <MonthsTable
          type="exchange"
          name={t('exchanges')}
          caption={t('exchangeCaption')}
          head={t('direction')}
          table={personMonths(exchanges, 'role', today)}
          nameOf={(role) => roleName({ kind: 'exchange', role }, language) || t('unknown')}
        />
      )}
    </Section>
  );
}
