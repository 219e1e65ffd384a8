import { Button, Select, Switch } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { reportKind } from '../../../shared/records/reportFields.ts';
import { choiceTitle } from '../../../shared/records/titles.ts';
import { periodLabel, periodOf, shiftPeriod } from '../../../shared/reports/period.ts';
import {
  consolidatedReport,
  isIn,
  programmeRecords,
  reportsToConsolidate,
} from '../../../shared/reports/periodic/consolidatedReport.ts';
import { paperLabels } from '../../../shared/reports/periodic/reportPaper.ts';
import { useLabel, useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { paths } from '../../stores/paths.ts';
import { useToday } from '../../stores/useToday.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page, Section } from '../../ui/Page.tsx';
import { CentersTable } from './CentersTable.tsx';
import { PaperOutputs } from './ReportActions.tsx';
import { ReportSheet } from './ReportSheet.tsx';
import classes from './Reports.module.css';
import { reportsTexts } from './reportsTexts.ts';

const kinds = ['monthly', 'quarterly', 'annual', 'final'] as const;
const periodByKind = { monthly: 'month', quarterly: 'quarter', annual: 'year', final: 'year' } as const;
// Two years of months, three of quarters, and more years than a center operates.
const periodsBack = { monthly: 24, quarterly: 12, annual: 10, final: 10 } as const;

/** Headquarters' report over all centers of a period: which are in, what they come to together, printed as one. */
export function ConsolidatedPage() {
  const t = useTexts(reportsTexts);
  const language = useLanguage();
  const label = useLabel();
  const today = useToday();
  const records = useDeferredValue(useRecordSet());
  const [kind, setKind] = useState<(typeof kinds)[number]>('quarterly');
  const [back, setBack] = useState(1);
  const [onlySubmitted, setOnlySubmitted] = useState(false);
  const [withDrafts, setWithDrafts] = useState(false);
  const periods = useMemo(() => {
    const current = periodOf(periodByKind[kind], today);
    return Array.from({ length: periodsBack[kind] + 1 }, (_, steps) => shiftPeriod(current, -steps));
  }, [kind, today]);
  const period = periods[back] ?? periods[0];
  const rows = useMemo(
    () =>
      period === undefined
        ? []
        : reportsToConsolidate(records, { kind, from: period.from, to: period.to, today }),
    [records, kind, period, today],
  );
  const { samples } = useMemo(() => programmeRecords(records), [records]);
  const paper = useMemo(() => {
    if (period === undefined) return null;
    const request = { kind, from: period.from, to: period.to, today };
    // A center that does not end in the year has no part in the final reports of it.
    const asked = kind === 'final' ? rows.filter(({ entry }) => entry !== null) : rows;
    const included = onlySubmitted ? asked.filter(isIn) : asked;
    return consolidatedReport(records, request, asked, included, { withDrafts });
  }, [records, kind, period, today, rows, onlySubmitted, withDrafts]);
  return (
    <Page
      title={t('consolidated')}
      lead={t('consolidatedLead')}
      actions={
        <>
          <Button
            component={Link}
            to={paths.reports}
            variant="default"
            leftSection={<ArrowLeft size={16} aria-hidden="true" />}
          >
            {t('toReports')}
          </Button>
          {paper === null ? null : <PaperOutputs paper={paper} />}
        </>
      }
    >
      <div className={classes.side}>
        <div className={classes.choices}>
          <Select
            aria-label={t('kind')}
            data={kinds.map((value) => ({ value, label: choiceTitle(reportKind, value, language) }))}
            value={kind}
            allowDeselect={false}
            onChange={(value) => {
              setKind(kinds.find((one) => one === value) ?? 'quarterly');
              setBack(1);
            }}
          />
          <Select
            aria-label={t('period')}
            data={periods.map((one, index) => ({ value: String(index), label: periodLabel(one, language) }))}
            value={String(back)}
            allowDeselect={false}
            onChange={(value) => setBack(Number(value ?? back))}
          />
          <Switch
            className={classes.only}
            label={t('onlySubmitted')}
            checked={onlySubmitted}
            onChange={(event) => setOnlySubmitted(event.currentTarget.checked)}
          />
          <Switch
            className={classes.only}
            label={t('withDrafts')}
            checked={withDrafts && !onlySubmitted}
            disabled={onlySubmitted}
            onChange={(event) => setWithDrafts(event.currentTarget.checked)}
          />
        </div>
        <Section title={label(paperLabels.whoReported)}>
          <CentersTable records={records} rows={rows} />
        </Section>
        {samples === 'none' ? null : (
          <div className={classes.returned}>
            <Notice state={samples === 'told' ? 'warn' : 'info'}>
              {t(samples === 'told' ? 'sampleIn' : 'sampleLeftOut')}
            </Notice>
          </div>
        )}
      </div>
      {paper === null ? (
        <EmptyState title={t('nobodyTitle')} text={t('nobodyText')} />
      ) : (
        <ReportSheet paper={paper} />
      )}
    </Page>
  );
}
