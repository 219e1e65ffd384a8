import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Landmark, Printer, ReceiptText } from 'lucide-react';
import { useState } from 'react';
import type { RecordId } from '../../../shared/core/ids.ts';
import { centerLabel } from '../../../shared/records/center.ts';
import { planInForce } from '../../../shared/records/planVersions.ts';
import type { RecordOf } from '../../../shared/records/recordsOf.ts';
import { sampleMark } from '../../../shared/reports/toldSamples.ts';
import { useLabel, useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { paths, planPageOf } from '../../stores/paths.ts';
import { recordSections, sectionTabs } from '../../stores/recordSections.ts';
import { usePrint } from '../../stores/usePrint.ts';
import { CenterSelect } from '../../ui/CenterSelect.tsx';
import { cx } from '../../ui/cx.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { TabLinks } from '../../ui/TabLinks.tsx';
import { usePrintedMark } from '../../ui/usePageStyle.ts';
import { MoneySection } from './MoneySection.tsx';
import classes from './Plan.module.css';
import { PlanSection } from './PlanSection.tsx';
import { planTexts } from './planTexts.ts';
import { type PlanScope, usePlanScope } from './usePlanScope.ts';
import { YearSelect } from './YearSelect.tsx';

/** What a center planned for a year, what it reached, and what it cost. */
export function PlanPage() {
  const t = useTexts(planTexts);
  const scope = usePlanScope();
  const { center } = scope;
  const section = recordSections.plan;
  const tabs = <TabLinks label={section.label} tabs={sectionTabs(section)} current={section.page.to} />;
  if (center !== null) return <PlanOf tabs={tabs} scope={scope} center={center} />;
  return (
    <Page title={t('title')} tabs={tabs}>
      <EmptyState
        icon={<Landmark size={24} />}
        title={t('noCenterTitle')}
        text={t('noCenterText')}
        actions={
          <Button component={Link} to={paths.newRecord('center')}>
            {t('addCenter')}
          </Button>
        }
      />
    </Page>
  );
}

interface PlanOfProps {
  readonly tabs: React.ReactNode;
  readonly scope: PlanScope;
  readonly center: RecordOf<'center'>;
}

function PlanOf({ tabs, scope, center }: PlanOfProps) {
  const t = useTexts(planTexts);
  const language = useLanguage();
  const print = usePrint();
  const label = useLabel();
  const { told, year, setYear, years, plans } = scope;
  const { records, samples } = told;
  usePrintedMark(samples === 'told' ? label(sampleMark) : '');
  const [chosenPlan, setPlan] = useState<RecordId | null>(null);
  const ofYear = plans.filter(({ values }) => values.year === year);
  const plan = ofYear.find(({ id }) => id === chosenPlan) ?? planInForce(plans, year);
  const name = centerLabel(center.values, language);
  return (
    <Page
      title={t('titleOf', { center: name, year })}
      tabs={tabs}
      actions={
        <>
          {scope.isHeadquarters ? (
            <CenterSelect
              label={t('chooseCenter')}
              centers={scope.centers}
              value={center.id}
              onChange={scope.setCenter}
            />
          ) : null}
          <YearSelect years={years} value={year} onChange={setYear} />
          <Button
            component={Link}
            {...planPageOf(paths.settlement, center.id, year)}
            variant="default"
            leftSection={<ReceiptText size={16} aria-hidden="true" />}
          >
            {t('settlement')}
          </Button>
          <Button
            variant="default"
            leftSection={<Printer size={16} aria-hidden="true" />}
            onClick={() => void print(t('printName', { center: name, year }))}
          >
            {t('print')}
          </Button>
        </>
      }
    >
      <div className={classes.page}>
        {samples === 'none' ? null : (
          <div className={cx(classes.noPrint, classes.sampleNotice)}>
            <Notice state={samples === 'told' ? 'warn' : 'info'}>
              {t(samples === 'told' ? 'samplesPlanned' : 'samplesNotPlanned')}
            </Notice>
          </div>
        )}
        <PlanSection
          records={records}
          center={center}
          year={year}
          plan={plan}
          versions={ofYear}
          onVersion={setPlan}
        />
        <MoneySection records={records} center={center} year={year} />
      </div>
    </Page>
  );
}
