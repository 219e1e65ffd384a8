import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { paths } from '../../stores/paths.ts';
import { saveErrorText } from '../../stores/saveErrorTexts.ts';
import { useSettings } from '../../stores/services.tsx';
import { useSampleData } from '../../stores/useSampleData.ts';
import { useToday } from '../../stores/useToday.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { TypeIcon } from '../../ui/TypeIcon.tsx';
import { showToast } from '../../ui/toast.tsx';
import { ConflictsNotice } from './ConflictsNotice.tsx';
import classes from './Home.module.css';
import { type HomeRole, homeRole } from './homeRole.ts';
import { homeTexts } from './homeTexts.ts';
import { activitiesOf } from './lastEntries.ts';
import { ExpertSections, HeadSections, OfficerSections } from './RoleSections.tsx';
import { useCenterId } from './useHomeScope.ts';

/** What to do now, for whoever sits here: log, what is due, what was done last, and what to correct. */
export function HomePage() {
  const t = useTexts(homeTexts);
  const format = useFormat();
  const today = useToday();
  const centerId = useCenterId();
  const { person, workspace } = useSettings();
  const role = homeRole(person, workspace);
  // What is derived from all records may follow a moment after a page appears.
  const records = useDeferredValue(useRecordSet());
  const isEmpty = activitiesOf(records, centerId).length === 0;
  return (
    <Page title={t('title')} lead={`${format.date(today)} · ${t(`${role}Lead`)}`}>
      <LogButtons role={role} />
      <ConflictsNotice />
      {isEmpty ? <Start isHeadquarters={role === 'officer'} /> : null}
      {centerId === null ? (
        <OfficerSections records={records} today={today} />
      ) : role === 'head' ? (
        <HeadSections records={records} today={today} centerId={centerId} />
      ) : (
        <ExpertSections records={records} today={today} centerId={centerId} />
      )}
    </Page>
  );
}

function LogButtons({ role }: { readonly role: HomeRole }) {
  const t = useTexts(homeTexts);
  const isHeadquarters = role === 'officer';
  const isLarge = role === 'expert';
  return (
    <div className={classes.log}>
      {isHeadquarters ? (
        <Button component={Link} to={paths.receive} size="lg">
          {t('receive')}
        </Button>
      ) : null}
      <Button
        component={Link}
        to={paths.newRecord('consultation')}
        size={isLarge ? 'lg' : 'sm'}
        variant={isHeadquarters ? 'default' : 'filled'}
        leftSection={<Plus size={20} aria-hidden="true" />}
      >
        {t('logConsultation')}
      </Button>
      <span className={classes.muted}>{t('also')}</span>
      <Button
        component={Link}
        to={paths.newRecord('training')}
        variant="default"
        leftSection={<TypeIcon type="training" />}
      >
        {t('logTraining')}
      </Button>
      <Button
        component={Link}
        to={paths.newRecord('event')}
        variant="default"
        leftSection={<TypeIcon type="event" />}
      >
        {t('logEvent')}
      </Button>
    </div>
  );
}

function Start({ isHeadquarters }: { readonly isHeadquarters: boolean }) {
  const t = useTexts(homeTexts);
  const language = useLanguage();
  const sample = useSampleData();
  const [adding, setAdding] = useState(false);
  const add = async (): Promise<void> => {
    setAdding(true);
    const added = await sample.add();
    setAdding(false);
    if (added.ok) showToast({ message: t('sampleAdded') });
    else showToast({ message: saveErrorText(added.error, language), failed: true });
  };
  return (
    <EmptyState
      title={t('startTitle')}
      text={t(isHeadquarters ? 'startTextHeadquarters' : 'startText')}
      actions={
        <>
          {isHeadquarters ? null : (
            <Button component={Link} to={paths.receive} variant="default">
              {t('receive')}
            </Button>
          )}
          <Button variant="default" disabled={adding} onClick={() => void add()}>
            {adding ? t('addingSample') : t('addSample')}
          </Button>
        </>
      }
    />
  );
}
