import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { yearOf } from '../../../shared/core/dates.ts';
import { groupBy } from '../../../shared/core/groupBy.ts';
import { definitionOf } from '../../../shared/records/registry.ts';
import {
  type CountedRecord,
  type HistoryMetric,
  historyMetrics,
} from '../../../shared/reports/countRules.ts';
import { type HistoryCell, historyLabels, historyTable } from '../../../shared/reports/historyTable.ts';
import { periodOf, shiftPeriod } from '../../../shared/reports/period.ts';
import { toldRecords } from '../../../shared/reports/toldSamples.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useTexts } from '../../i18n/useTexts.ts';
import { openRecords } from '../../stores/paths.ts';
import { useSession } from '../../stores/services.tsx';
import { Section } from '../../ui/Page.tsx';
import type { HomeSectionProps } from './DueSection.tsx';
import classes from './Home.module.css';
import { homeTexts } from './homeTexts.ts';

/** This year's numbers beside last year's: plans do not exist as records, so nothing else is compared. */
export function YearSection({ records, today, centerId }: HomeSectionProps) {
  const t = useTexts(homeTexts);
  const year = yearOf(today);
  const { current, before, samples } = useMemo(() => {
    const period = periodOf('year', today);
    const centerIds = centerId === null ? null : [centerId];
    const told = toldRecords(records, centerIds);
    return {
      current: historyTable(told.records, { period, centerIds, until: today }).totals,
      before: historyTable(told.records, { period: shiftPeriod(period, -1), centerIds }).totals,
      samples: told.samples,
    };
  }, [records, today, centerId]);
  return (
    <Section title={t('thisYear', { year })}>
      <div className={classes.numbers}>
        {historyMetrics.map((metric) => (
          <YearNumber
            key={metric}
            metric={metric}
            cell={current[metric]}
            year={year}
            before={before[metric].counted}
          />
        ))}
      </div>
      <p className={classes.muted}>{t('yearNote')}</p>
      {samples === 'none' ? null : (
        <p className={classes.muted}>{t(samples === 'told' ? 'yearOfSamples' : 'yearWithoutSamples')}</p>
      )}
    </Section>
  );
}

interface YearNumberProps {
  readonly metric: HistoryMetric;
  readonly cell: HistoryCell;
  readonly year: number;
  readonly before: number;
}

function YearNumber({ metric, cell, year, before }: YearNumberProps) {
  const t = useTexts(homeTexts);
  const label = useLabel();
  const format = useFormat();
  const navigate = useNavigate();
  const select = useSession((session) => session.select);
  const name = label(historyLabels[metric]);
  const count = format.number(cell.counted);
  const lists = [...groupBy(cell.records, ({ type }) => type)];
  const open = (type: CountedRecord['type'], own: readonly CountedRecord[]): void => {
    const ids = own.map(({ id }) => id);
    openRecords(select, navigate, { type, ids, title: t('yearTitle', { metric: name, year }) });
  };
  const told = (
    <>
      <span className={classes.sum}>{count}</span>
      <span>{name}</span>
      <span className={classes.detail}>
        {t('yearBefore', { year: year - 1, count: format.number(before) })}
      </span>
    </>
  );
  if (lists.length > 1) {
    // Trainings and events share a number but not a list, so each list has its button, as behind the history table.
    return (
      <div className={classes.number} data-lists>
        {told}
        {lists.map(([type, own]) => {
          const list = label(definitionOf(type).label.many);
          const shown = format.number(own.length);
          return (
            <button
              key={type}
              type="button"
              className={classes.asLink}
              aria-label={t('openNumber', { metric: `${name}, ${list}`, year, count: shown })}
              onClick={() => open(type, own)}
            >
              {t('listCount', { list, count: shown })}
            </button>
          );
        })}
      </div>
    );
  }
  const [only] = lists;
  return (
    <button
      type="button"
      className={classes.number}
      disabled={only === undefined}
      aria-label={t('openNumber', { metric: name, year, count })}
      onClick={() => (only === undefined ? undefined : open(...only))}
    >
      {told}
    </button>
  );
}
