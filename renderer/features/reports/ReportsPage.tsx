import { Button, Select } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import { yearOf } from '../../../shared/core/dates.ts';
import { isRecordId, type RecordId } from '../../../shared/core/ids.ts';
import { centerLabel } from '../../../shared/records/center.ts';
import { recordsOf } from '../../../shared/records/recordsOf.ts';
import { reportKind } from '../../../shared/records/reportFields.ts';
import { choiceTitle } from '../../../shared/records/titles.ts';
import {
  type CalendarEntry,
  type CalendarState,
  reportCalendar,
} from '../../../shared/reports/periodic/reportCalendar.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { paths } from '../../stores/paths.ts';
import { useSettings } from '../../stores/services.tsx';
import { useToday } from '../../stores/useToday.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { type NoticeState, StateMark } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import classes from './Reports.module.css';
import { ReportView } from './ReportView.tsx';
import { reportsTexts } from './reportsTexts.ts';

/** Which report is due when, and each as it will be printed. */
export function ReportsPage() {
  const t = useTexts(reportsTexts);
  const today = useToday();
  const language = useLanguage();
  const { workspace } = useSettings();
  const records = useDeferredValue(useRecordSet());
  const [chosenCenter, setCenter] = useState<RecordId | null>(null);
  const [year, setYear] = useState(yearOf(today));
  const [chosen, setChosen] = useState<string | null>(null);
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
        <Button component={Link} to={paths.records('report')} variant="default">
          {t('all')}
        </Button>
      }
    >
      <div className={classes.columns}>
        <div className={classes.side}>
          <div className={classes.choices}>
            {isHeadquarters ? (
              <Select
                label={t('center')}
                data={centers.map(({ id, values }) => ({ value: id, label: centerLabel(values, language) }))}
                value={centerId}
                allowDeselect={false}
                onChange={(value) => {
                  if (isRecordId(value)) setCenter(value);
                }}
              />
            ) : null}
            <Select
              label={t('year')}
              data={yearsUntil(yearOf(today)).map(String)}
              value={String(year)}
              allowDeselect={false}
              onChange={(value) => setYear(Number(value ?? year))}
            />
          </div>
          <Calendar entries={entries} chosen={chosen} onChoose={setChosen} />
        </div>
        {entry === null || centerId === null ? (
          <EmptyState title={t('choose')} text={t('chooseText')} />
        ) : (
          <ReportView
            key={keyOf(entry)}
            entry={entry}
            centerId={centerId}
            records={records}
            today={today}
            isHeadquarters={isHeadquarters}
          />
        )}
      </div>
    </Page>
  );
}

const keyOf = ({ kind, from, to }: CalendarEntry): string => `${kind} ${from} ${to}`;

// Ten years back: what a center's whole life and its years after closure come to.
const yearsUntil = (last: number): readonly number[] =>
  Array.from({ length: 11 }, (_, index) => last + 1 - index);

const markOf: Readonly<Record<CalendarState, NoticeState>> = {
  accepted: 'ok',
  submitted: 'ok',
  submittedLate: 'warn',
  returned: 'bad',
  late: 'bad',
  due: 'warn',
  ahead: 'info',
};

interface CalendarProps {
  readonly entries: readonly CalendarEntry[];
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
}

function Calendar({ entries, chosen, onChoose }: CalendarProps) {
  const t = useTexts(reportsTexts);
  const language = useLanguage();
  const format = useFormat();
  return (
    <ul className={classes.calendar} aria-label={t('calendar')}>
      {entries.map((entry) => (
        <li key={keyOf(entry)}>
          <button
            type="button"
            className={classes.entry}
            aria-pressed={keyOf(entry) === chosen}
            onClick={() => onChoose(keyOf(entry))}
          >
            <span>{choiceTitle(reportKind, entry.kind, language)}</span>
            <StateMark state={markOf[entry.state]}>
              {t(entry.state === 'due' ? 'dueState' : entry.state)}
            </StateMark>
            <span className={classes.muted}>
              {format.date(entry.from)} – {format.date(entry.to)}
            </span>
            <span className={classes.muted}>{t('due', { date: format.date(entry.dueOn) })}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
