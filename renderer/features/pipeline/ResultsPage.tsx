import { Button, SegmentedControl, Select } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Plus, Sprout } from 'lucide-react';
import { useMemo, useState } from 'react';
import { countryName } from '../../../shared/core/countries.ts';
import { outcomeSeries } from '../../../shared/reports/outcomeSeries.ts';
import { pipelineOf } from '../../../shared/reports/pipeline.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { paths } from '../../stores/paths.ts';
import { recordSections, sectionTabs } from '../../stores/recordSections.ts';
import { useCenterScope } from '../../stores/useCenterScope.ts';
import { useTitles } from '../../stores/useTitles.ts';
import { CenterFilter } from '../../ui/CenterFilter.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page, Section } from '../../ui/Page.tsx';
import { TabLinks } from '../../ui/TabLinks.tsx';
import { OutcomeCharts } from './OutcomeCharts.tsx';
import classes from './Pipeline.module.css';
import { PipelineBoard, type PipelineViewProps } from './PipelineBoard.tsx';
import { PipelineTable } from './PipelineTable.tsx';
import { pipelineTexts } from './pipelineTexts.ts';
import { ValueTable } from './ValueTable.tsx';

/** What a center leaves behind: follow-ups by stage, their values, and figures that others publish. */
export function ResultsPage() {
  const t = useTexts(pipelineTexts);
  const records = useRecordSet();
  const { centerId, choose, centers } = useCenterScope();
  const [chosenCountry, setCountry] = useState<string | null>(null);
  const countries = useMemo(
    () => [...new Set(centers.flatMap(({ values }) => values.country ?? []))],
    [centers],
  );
  const country = countries.find((one) => one === chosenCountry) ?? null;
  const titleOf = useTitles(records);
  const pipeline = useMemo(() => pipelineOf(records, { centerId, country }), [records, centerId, country]);
  const series = useMemo(() => outcomeSeries(records, { centerId, country }), [records, centerId, country]);
  const section = recordSections.results;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      tabs={<TabLinks label={section.label} tabs={sectionTabs(section)} current={section.page.to} />}
      actions={
        <>
          {choose === null ? null : (
            <>
              <CountryFilter countries={countries} value={country} onChange={setCountry} />
              <CenterFilter
                label={t('center')}
                allLabel={t('allCenters')}
                centers={centers}
                value={centerId}
                onChange={choose}
              />
            </>
          )}
          {pipeline.count === 0 ? null : <AddFollowUp />}
        </>
      }
    >
      {pipeline.count === 0 ? (
        <EmptyState
          icon={<Sprout size={24} />}
          title={t('noneTitle')}
          text={t('noneText')}
          actions={<AddFollowUp />}
        />
      ) : (
        <>
          <Stages pipeline={pipeline} titleOf={titleOf} namesCenter={centerId === null} />
          <Section title={t('sums')}>
            <ValueTable pipeline={pipeline} />
          </Section>
        </>
      )}
      <Section
        title={t('outcomes')}
        aside={
          <Button component={Link} to={paths.newRecord('outcome')} variant="default" size="compact-sm">
            {t('addOutcome')}
          </Button>
        }
      >
        {series.length === 0 ? (
          <p className={classes.muted}>{t('noOutcomes')}</p>
        ) : (
          <OutcomeCharts series={series} titleOf={titleOf} />
        )}
      </Section>
    </Page>
  );
}

function AddFollowUp() {
  const t = useTexts(pipelineTexts);
  return (
    <Button
      component={Link}
      to={paths.newRecord('followUp')}
      leftSection={<Plus size={16} aria-hidden="true" />}
    >
      {t('add')}
    </Button>
  );
}

function Stages(props: PipelineViewProps) {
  const t = useTexts(pipelineTexts);
  const [view, setView] = useState<string>('board');
  return (
    <Section
      title={t('pipeline')}
      aside={
        <SegmentedControl
          aria-label={t('shownAs')}
          size="xs"
          data={[
            { value: 'board', label: t('asBoard') },
            { value: 'table', label: t('asTable') },
          ]}
          value={view}
          onChange={setView}
        />
      }
    >
      {view === 'table' ? <PipelineTable {...props} /> : <PipelineBoard {...props} />}
    </Section>
  );
}

interface CountryFilterProps {
  readonly countries: readonly string[];
  /** Null for all. */
  readonly value: string | null;
  readonly onChange: (country: string | null) => void;
}

const all = 'all';

function CountryFilter({ countries, value, onChange }: CountryFilterProps) {
  const t = useTexts(pipelineTexts);
  const language = useLanguage();
  return (
    <Select
      aria-label={t('country')}
      w={180}
      data={[
        { value: all, label: t('allCountries') },
        ...countries.map((code) => ({ value: code, label: countryName(code, language) })),
      ]}
      value={value ?? all}
      allowDeselect={false}
      onChange={(code) => onChange(code === all ? null : code)}
    />
  );
}
