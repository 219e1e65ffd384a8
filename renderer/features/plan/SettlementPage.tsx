import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { FileSpreadsheet, Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import { isoDate } from '../../../shared/core/dates.ts';
import { centerLabel } from '../../../shared/records/center.ts';
import type { RecordOf } from '../../../shared/records/recordsOf.ts';
import { type Period, periodLabel, periodOf } from '../../../shared/reports/period.ts';
import { type Settlement, settlement } from '../../../shared/reports/settlement.ts';
import { settlementLabels } from '../../../shared/reports/settlementLabels.ts';
import { settlementDocument } from '../../../shared/workbook/settlementSheet.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { paths, planPageOf } from '../../stores/paths.ts';
import { recordSections, sectionTabs } from '../../stores/recordSections.ts';
import { useClock, useSettings } from '../../stores/services.tsx';
import { usePrint } from '../../stores/usePrint.ts';
import { useSaveWorkbook } from '../../stores/useSaveWorkbook.ts';
import { localZone, useToday } from '../../stores/useToday.ts';
import { CenterSelect } from '../../ui/CenterSelect.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { TabLinks } from '../../ui/TabLinks.tsx';
import { type PartOfYear, PeriodSelect } from './PeriodSelect.tsx';
import classes from './Plan.module.css';
import { planTexts } from './planTexts.ts';
import { SettlementSheet } from './SettlementSheet.tsx';
import { type PlanScope, usePlanScope } from './usePlanScope.ts';
import { YearSelect } from './YearSelect.tsx';

/** The settlement of a center's money for a year or a part of it, to be printed, signed and sent. */
export function SettlementPage() {
  const t = useTexts(planTexts);
  const label = useLabel();
  const scope = usePlanScope();
  const { center } = scope;
  const section = recordSections.plan;
  const tabs = <TabLinks label={section.label} tabs={sectionTabs(section)} current={section.page.to} />;
  if (center !== null) return <SettlementOf scope={scope} center={center} tabs={tabs} />;
  return (
    <Page title={label(settlementLabels.title)} tabs={tabs}>
      <EmptyState title={t('noCenterTitle')} text={t('noCenterText')} />
    </Page>
  );
}

interface SettlementOfProps {
  readonly scope: PlanScope;
  readonly center: RecordOf<'center'>;
  readonly tabs: React.ReactNode;
}

function SettlementOf({ scope, center, tabs }: SettlementOfProps) {
  const t = useTexts(planTexts);
  const label = useLabel();
  const language = useLanguage();
  const [part, setPart] = useState<PartOfYear>('year');
  const { records, year } = scope;
  const period = useMemo(() => periodIn(year, part), [year, part]);
  const settled = useMemo(
    () => (period === null ? null : settlement(records, { centerId: center.id, period })),
    [records, center.id, period],
  );
  const samples = settled?.samples ?? 'none';
  return (
    <Page
      title={label(settlementLabels.title)}
      lead={<PrintedLine center={center} period={period} />}
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
          <YearSelect years={scope.years} value={year} onChange={scope.setYear} />
          <PeriodSelect value={part} onChange={setPart} />
          {settled === null ? null : <Outputs scope={scope} settled={settled} center={center} />}
        </>
      }
    >
      <div className={classes.page}>
        <p className={classes.noPrint}>
          <Link {...planPageOf(paths.plan, center.id, year)} className={classes.link}>
            {t('backToPlan', { center: centerLabel(center.values, language), year })}
          </Link>
        </p>
        {samples === 'told' ? <Notice state="warn">{t('sampleIn')}</Notice> : null}
        {samples === 'leftOut' ? (
          <div className={classes.noPrint}>
            <Notice state="info">{t('sampleLeftOut')}</Notice>
          </div>
        ) : null}
        {settled === null ? null : <SettlementSheet records={records} settled={settled} />}
      </div>
    </Page>
  );
}

function PrintedLine({
  center,
  period,
}: {
  readonly center: RecordOf<'center'>;
  readonly period: Period | null;
}) {
  const t = useTexts(planTexts);
  const format = useFormat();
  const language = useLanguage();
  const today = useToday();
  const name = centerLabel(center.values, language);
  return period === null
    ? name
    : t('settledLine', { center: name, period: periodLabel(period, language), date: format.date(today) });
}

function Outputs({
  scope,
  settled,
  center,
}: {
  readonly scope: PlanScope;
  readonly settled: Settlement;
  readonly center: RecordOf<'center'>;
}) {
  const t = useTexts(planTexts);
  const language = useLanguage();
  const clock = useClock();
  const print = usePrint();
  const saveWorkbook = useSaveWorkbook();
  const { person } = useSettings();
  const name = t('settlementName', {
    center: centerLabel(center.values, language),
    period: periodLabel(settled.period, language),
  });
  const save = () =>
    saveWorkbook(
      settlementDocument(scope.records, settled, {
        language,
        by: person?.name ?? '',
        at: clock.now(),
        timeZone: localZone(),
      }),
      name,
    );
  return (
    <>
      <Button
        variant="default"
        leftSection={<FileSpreadsheet size={16} aria-hidden="true" />}
        onClick={() => void save()}
      >
        {t('saveWorkbook')}
      </Button>
      <Button
        variant="default"
        leftSection={<Printer size={16} aria-hidden="true" />}
        onClick={() => void print(name)}
      >
        {t('print')}
      </Button>
    </>
  );
}

function periodIn(year: number, part: PartOfYear): Period | null {
  const month = { year: 1, h1: 1, h2: 7, q1: 1, q2: 4, q3: 7, q4: 10 }[part];
  const day = isoDate(year, month, 1);
  if (day === null) return null;
  return periodOf(part === 'year' ? 'year' : part.startsWith('h') ? 'halfYear' : 'quarter', day);
}
