import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { RecordSet } from '../../../shared/records/recordSet.ts';
import { correctionOf } from '../../../shared/reports/periodic/corrections.ts';
import { type CalendarEntry, isExpected } from '../../../shared/reports/periodic/reportCalendar.ts';
import type { reportsOfPeriod } from '../../../shared/reports/periodic/reportsAtWork.ts';
import { sealNamesIn } from '../../../shared/reports/periodic/sealedReport.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { reportPage } from '../../stores/paths.ts';
import { useTitles } from '../../stores/useTitles.ts';
import tables from '../../ui/DataTable.module.css';
import { StateMark } from '../../ui/Notice.tsx';
import { ReportState } from './Calendar.tsx';
import classes from './Reports.module.css';
import { reportsTexts } from './reportsTexts.ts';

type Rows = ReturnType<typeof reportsOfPeriod>;

export interface CentersTableProps {
  readonly records: RecordSet;
  readonly rows: Rows;
}

/** Which center's report of a period is in, which is late, and whether its records changed since. */
export function CentersTable({ records, rows }: CentersTableProps) {
  const t = useTexts(reportsTexts);
  const changes = useMemo(() => changesByCenter(records, rows), [records, rows]);
  const titleOf = useTitles(records);
  const format = useFormat();
  const expected = rows.flatMap(({ entry }) => (entry !== null && isExpected(entry) ? [entry] : []));
  const count = (fits: (entry: CalendarEntry) => boolean): number => expected.filter(fits).length;
  return (
    <div className={tables.box}>
      <table className={tables.table}>
        <caption>
          {t('whoReportedCaption', {
            all: expected.length,
            submitted: count(({ state }) => state === 'accepted' || state.startsWith('submitted')),
            accepted: count(({ state }) => state === 'accepted'),
            late: count(({ state, isLate }) => isLate && (state === 'late' || state === 'returned')),
            cameLate: count(({ state, isLate }) => isLate && state !== 'late' && state !== 'returned'),
          })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('center')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col">{t('dueOn')}</th>
            <th scope="col">{t('submittedOn')}</th>
            <th scope="col">{t('changedSince')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ centerId, entry }) => {
            const changed = changes.get(centerId) ?? null;
            const submittedOn = entry?.report?.values.submittedOn;
            return (
              <tr key={centerId}>
                <th scope="row">
                  {entry === null ? (
                    titleOf('center', centerId)
                  ) : (
                    <Link {...reportPage({ ...entry, centerId })} className={classes.link}>
                      {titleOf('center', centerId)}
                    </Link>
                  )}
                </th>
                <td>{entry === null ? t('notExpected') : <ReportState {...entry} />}</td>
                <td>{entry === null || entry.state === 'unplanned' ? '–' : format.date(entry.dueOn)}</td>
                <td>{submittedOn === undefined ? '–' : format.date(submittedOn)}</td>
                <td>
                  {changed === null ? (
                    '–'
                  ) : changed === 0 ? (
                    t('unchanged')
                  ) : (
                    <StateMark state="warn">{t('changes', { count: changed })}</StateMark>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** How much differs from what was sealed; centers without a seal are left out. */
function changesByCenter(records: RecordSet, rows: Rows): ReadonlyMap<string, number> {
  const names = sealNamesIn(records);
  return new Map(
    rows.flatMap(({ centerId, entry }) => {
      const status = entry?.report?.values.status;
      if (entry?.report == null || (status !== 'submitted' && status !== 'accepted')) return [];
      const correction = correctionOf(records, entry.report, { names });
      return correction === null || correction.problem !== null
        ? []
        : [[centerId, correction.differences.length] as const];
    }),
  );
}
