import { Button, SegmentedControl, Select, Switch } from '@mantine/core';
import { Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import { yearOf } from '../../../shared/core/dates.ts';
import { recordsOf } from '../../../shared/records/recordsOf.ts';
import {
  type Breakdown,
  breakdowns,
  figureTable,
  yearsWithRecords,
} from '../../../shared/reports/figures.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { useCenterId } from '../../stores/useCenterId.ts';
import { usePrint } from '../../stores/usePrint.ts';
import { useToday } from '../../stores/useToday.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { FigureGrid } from './FigureGrid.tsx';
import classes from './Indicators.module.css';
import { indicatorsTexts } from './indicatorsTexts.ts';

/** What the centers did, planned and spent, by year, country or field. */
export function IndicatorsPage() {
  const t = useTexts(indicatorsTexts);
  const print = usePrint();
  const records = useRecordSet();
  const today = useToday();
  const ownCenter = useCenterId();
  const [breakdown, setBreakdown] = useState<Breakdown>('year');
  const [includeSample, setIncludeSample] = useState(false);
  const [year, setYear] = useState(yearOf(today));
  const centerIds = useMemo(
    () =>
      recordsOf(records, 'center')
        // A center compares itself with the others, and follows its own years and fields.
        .filter(({ id }) => breakdown === 'center' || ownCenter === null || id === ownCenter)
        .toSorted((a, b) => (a.values.since ?? 9999) - (b.values.since ?? 9999))
        .map(({ id }) => id),
    [records, breakdown, ownCenter],
  );
  const years = useMemo(() => yearsWithRecords(records, centerIds, today), [records, centerIds, today]);
  const table = useMemo(
    () =>
      figureTable(records, {
        breakdown,
        centerIds,
        // The newest first: older ones are what may be scrolled out of sight.
        years: breakdown === 'year' ? years.toReversed() : [year],
        today,
        includeSample,
      }),
    [records, breakdown, centerIds, years, year, today, includeSample],
  );
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button
          variant="default"
          leftSection={<Printer size={16} aria-hidden="true" />}
          onClick={() => void print(t('title'))}
        >
          {t('print')}
        </Button>
      }
    >
      <div className={classes.tools}>
        <SegmentedControl
          aria-label={t('by')}
          size="sm"
          data={breakdowns.map((value) => ({ value, label: t(value) }))}
          value={breakdown}
          onChange={(value) => setBreakdown(breakdowns.find((one) => one === value) ?? 'year')}
        />
        {breakdown === 'year' ? null : (
          <Select
            aria-label={t('ofYear')}
            w={110}
            data={years
              .toReversed()
              .map((one) => ({ value: String(one), label: t('yearName', { year: one }) }))}
            value={String(year)}
            allowDeselect={false}
            onChange={(value) => {
              if (value !== null) setYear(Number(value));
            }}
          />
        )}
        <Switch
          label={t('includeSample')}
          checked={includeSample}
          onChange={(event) => setIncludeSample(event.currentTarget.checked)}
        />
      </div>
      {includeSample ? <Notice state="warn">{t('sampleIn')}</Notice> : null}
      <FigureGrid table={table} />
      <p className={classes.note}>{t('rules', { version: table.countRules })}</p>
    </Page>
  );
}
