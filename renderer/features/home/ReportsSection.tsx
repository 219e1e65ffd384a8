import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { daysBetween } from '../../../shared/core/dates.ts';
import { reportKind } from '../../../shared/records/reportFields.ts';
import { choiceTitle } from '../../../shared/records/titles.ts';
import { type CenterReport, reportsAtWork } from '../../../shared/reports/periodic/reportsAtWork.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { paths, reportPage } from '../../stores/paths.ts';
import { StateMark } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Page.tsx';
import { DueDay, type HomeSectionProps } from './DueSection.tsx';
import classes from './Home.module.css';
import { homeTexts } from './homeTexts.ts';
import { ShownPart } from './ShownPart.tsx';
import { useTitleOf } from './useHomeScope.ts';

/** The reports that a center has to write, or that headquarters waits for and has to read. */
export function ReportsSection({ records, today, centerId }: HomeSectionProps) {
  const t = useTexts(homeTexts);
  const isHeadquarters = centerId === null;
  const reports = useMemo(() => {
    const all = reportsAtWork(records, { today, centerId });
    // What is submitted is out of a center's hands; at headquarters it waits to be read and stands first.
    const isWaiting = ({ state }: CenterReport) => state === 'submitted' || state === 'submittedLate';
    if (!isHeadquarters) return all.filter((report) => !isWaiting(report));
    const late = all.filter(({ state }) => state === 'late');
    const returned = all.filter(({ state }) => state === 'returned');
    return [...all.filter(isWaiting), ...late, ...returned];
  }, [records, today, centerId, isHeadquarters]);
  return (
    <Section
      title={t(isHeadquarters ? 'reportsWaiting' : 'reportsDue')}
      aside={
        <Anchor component={Link} to={isHeadquarters ? paths.consolidated : paths.reports} size="sm">
          {t(isHeadquarters ? 'toConsolidated' : 'toReports')}
        </Anchor>
      }
    >
      {reports.length === 0 ? (
        <p className={classes.muted}>{t(isHeadquarters ? 'noReportsWaiting' : 'noReportsDue')}</p>
      ) : null}
      <ShownPart items={reports} few={5}>
        {(report) => (
          <Report
            key={`${report.centerId} ${report.kind} ${report.from} ${report.to}`}
            report={report}
            today={today}
            records={records}
            isHeadquarters={isHeadquarters}
          />
        )}
      </ShownPart>
    </Section>
  );
}

interface ReportProps extends Pick<HomeSectionProps, 'records' | 'today'> {
  readonly report: CenterReport;
  readonly isHeadquarters: boolean;
}

function Report({ report, today, records, isHeadquarters }: ReportProps) {
  const t = useTexts(homeTexts);
  const language = useLanguage();
  const format = useFormat();
  const titleOf = useTitleOf(records);
  const { kind, from, to, dueOn, state } = report;
  const isWaiting = state === 'submitted' || state === 'submittedLate';
  return (
    <li className={classes.item}>
      <div className={classes.what}>
        <Link {...reportPage(report)} className={classes.link}>
          {choiceTitle(reportKind, kind, language)}, {format.date(from)} – {format.date(to)}
        </Link>
        <span className={classes.detail}>
          {[
            ...(isHeadquarters ? [titleOf('center', report.centerId)] : []),
            ...(report.report === null ? [t('notBegun')] : []),
            ...(report.report?.sample === true ? [t('sample')] : []),
          ].join(' · ')}
        </span>
        {state === 'returned' && report.report?.values.returnNote !== undefined ? (
          <span>{report.report.values.returnNote}</span>
        ) : null}
      </div>
      {isWaiting ? (
        <div className={classes.when}>
          <StateMark state={state === 'submittedLate' ? 'warn' : 'info'}>
            {t(state === 'submittedLate' ? 'waitingLate' : 'waiting')}
          </StateMark>
          <span className={classes.detail}>{format.date(report.report?.values.submittedOn ?? dueOn)}</span>
        </div>
      ) : state === 'returned' ? (
        <div className={classes.when}>
          <StateMark state="bad">{t('returned')}</StateMark>
        </div>
      ) : (
        <DueDay due={dueOn} inDays={daysBetween(today, dueOn)} />
      )}
    </li>
  );
}
