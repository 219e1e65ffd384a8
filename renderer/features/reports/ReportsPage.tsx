import { Anchor, Button, Select } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { isIsoDate, yearOf } from '../../../shared/core/dates.ts';
import { isRecordId, type RecordId } from '../../../shared/core/ids.ts';
import { recordsOf } from '../../../shared/records/recordsOf.ts';
import { reportCalendar } from '../../../shared/reports/periodic/reportCalendar.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { paths, recordField } from '../../stores/paths.ts';
import { useSettings } from '../../stores/services.tsx';
import { useToday } from '../../stores/useToday.ts';
import { CenterSelect } from '../../ui/CenterSelect.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Calendar, keyOf } from './Calendar.tsx';
import classes from './Reports.module.css';
import { ReportView } from './ReportView.tsx';
import { reportsTexts } from './reportsTexts.ts';

/** Which report is due when; one of them open, to be written, read and printed. */
export function ReportsPage() {
  const t = useTexts(reportsTexts);
  const today = useToday();
  const { workspace } = useSettings();
  const asked = useAskedReport();
  const records = useDeferredValue(useRecordSet());
  const [chosenCenter, setCenter] = useState<RecordId | null>(asked.center);
  const [year, setYear] = useState(asked.year ?? yearOf(today));
  const [chosen, setChosen] = useState<string | null>(asked.key);
  const centers = useMemo(
    () =>
      recordsOf(records, 'center').toSorted((a, b) => (a.values.since ?? 9999) - (b.values.since ?? 9999)),
    [records],
  );
  const isHeadquarters = workspace?.kind === 'headquarters';
  const centerId =
    workspace?.kind === 'center' ? workspace.centerId : (chosenCenter ?? centers[0]?.id ?? null);
  const entries = useMemo(
    () => (centerId === null ? [] : reportCalendar(records, { centerId, year, today })),
    [records, centerId, year, today],
  );
  const entry = entries.find((one) => keyOf(one) === chosen) ?? null;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          {isHeadquarters ? (
            <Button component={Link} to={paths.consolidated} variant="default">
              {t('toConsolidated')}
            </Button>
          ) : null}
          <Button component={Link} to={paths.records('report')} variant="default">
            {t('all')}
          </Button>
        </>
      }
    >
      <div className={classes.columns} data-open={entry !== null}>
        <div className={classes.side}>
          <div className={classes.choices}>
            {isHeadquarters && centerId !== null ? (
              <CenterSelect label={t('center')} centers={centers} value={centerId} onChange={setCenter} />
            ) : null}
            <Select
              aria-label={t('year')}
              data={yearsUntil(yearOf(today)).map(String)}
              value={String(year)}
              allowDeselect={false}
              onChange={(value) => setYear(Number(value ?? year))}
            />
          </div>
          {centerId !== null && entries.some(({ state }) => state === 'unplanned') ? (
            <UnplannedNotice centerId={centerId} />
          ) : null}
          <Calendar entries={entries} chosen={chosen} onChoose={setChosen} />
        </div>
        {entry === null || centerId === null ? (
          <EmptyState title={t('choose')} text={t('chooseText')} />
        ) : (
          <div className={classes.open}>
            <Button
              className={classes.back}
              variant="subtle"
              size="compact-sm"
              leftSection={<ArrowLeft size={16} aria-hidden="true" />}
              onClick={() => setChosen(null)}
            >
              {t('back')}
            </Button>
            <ReportView
              key={`${centerId} ${keyOf(entry)}`}
              entry={entry}
              centerId={centerId}
              records={records}
              today={today}
              isHeadquarters={isHeadquarters}
            />
          </div>
        )}
      </div>
    </Page>
  );
}

function UnplannedNotice({ centerId }: { readonly centerId: RecordId }) {
  const t = useTexts(reportsTexts);
  return (
    <div className={classes.unplanned}>
      <Notice
        state="info"
        actions={
          <Anchor component={Link} {...recordField('center', centerId, 'operationStart')} size="sm">
            {t('enterPeriod')}
          </Anchor>
        }
      >
        {t('noPeriod')}
      </Notice>
    </div>
  );
}

interface AskedReport {
  readonly center: RecordId | null;
  readonly year: number | null;
  readonly key: string | null;
}

/** The report that the address names (see reportPage). */
function useAskedReport(): AskedReport {
  const search: Readonly<Record<'center' | 'kind' | 'from' | 'to', unknown>> = useSearch({ strict: false });
  const { center, kind, from, to } = search;
  const isWhole = typeof kind === 'string' && isIsoDate(from) && isIsoDate(to);
  return {
    center: isRecordId(center) ? center : null,
    year: isWhole ? yearOf(to) : null,
    key: isWhole ? `${kind} ${from} ${to}` : null,
  };
}

// Ten years back: what a center's whole life and its years after closure come to.
const yearsUntil = (last: number): readonly number[] =>
  Array.from({ length: 11 }, (_, index) => last + 1 - index);
