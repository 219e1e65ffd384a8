import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { IsoDate } from '../../../shared/core/dates.ts';
import type { RecordId } from '../../../shared/core/ids.ts';
import { centerLabel } from '../../../shared/records/center.ts';
import type { RecordSet } from '../../../shared/records/recordSet.ts';
import { type RecordOf, recordsOf } from '../../../shared/records/recordsOf.ts';
import { type CenterReport, reportsAtWork } from '../../../shared/reports/periodic/reportsAtWork.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useChangeSetHeads } from '../../storage/StoreContext.tsx';
import { paths } from '../../stores/paths.ts';
import { useQuality } from '../../stores/useQuality.ts';
import tables from '../../ui/DataTable.module.css';
import { StateMark } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Page.tsx';
import classes from './Home.module.css';
import { homeTexts } from './homeTexts.ts';
import { lastActivityByCenter, lastImportByCenter } from './lastEntries.ts';

// A year of weekly workbooks from a dozen centers, with room.
const changeSetsToRead = 1000;

/** At headquarters: which centers have reported, when they were last active, and what waits because of them. */
export function CentersSection({ records, today }: { readonly records: RecordSet; readonly today: IsoDate }) {
  const t = useTexts(homeTexts);
  const heads = useChangeSetHeads(changeSetsToRead);
  const imports = useMemo(() => lastImportByCenter(heads ?? []), [heads]);
  const activities = useMemo(() => lastActivityByCenter(records, today), [records, today]);
  const reports = useMemo(() => reportsAtWork(records, { today, daysAhead: 0 }), [records, today]);
  const conflicts = useQuality().filter(({ kind }) => kind === 'conflict');
  const centers = recordsOf(records, 'center').toSorted(
    (a, b) => (a.values.since ?? 9999) - (b.values.since ?? 9999),
  );
  return (
    <Section title={t('centers')}>
      <div className={tables.box}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('center')}</th>
              <th scope="col">{t('lastImport')}</th>
              <th scope="col">{t('lastEntry')}</th>
              <th scope="col">{t('waitingColumn')}</th>
              <th scope="col">{t('lateColumn')}</th>
              <th scope="col">{t('conflictsColumn')}</th>
            </tr>
          </thead>
          <tbody>
            {centers.map((center) => (
              <CenterRow
                key={center.id}
                center={center}
                imported={imports.get(center.id)}
                active={activities.get(center.id)}
                reports={reports.filter(({ centerId }) => centerId === center.id)}
                conflicts={conflicts.filter((item) => isOf(center.id, item)).length}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

const isOf = (
  center: RecordId,
  { centerId, id }: { readonly centerId: RecordId | null; readonly id: RecordId },
): boolean => centerId === center || id === center;

interface CenterRowProps {
  readonly center: RecordOf<'center'>;
  readonly imported: number | undefined;
  readonly active: IsoDate | undefined;
  readonly reports: readonly CenterReport[];
  readonly conflicts: number;
}

function CenterRow({ center: { id, values }, imported, active, reports, conflicts }: CenterRowProps) {
  const language = useLanguage();
  const format = useFormat();
  const waiting = reports.filter(({ state }) => state === 'submitted' || state === 'submittedLate').length;
  const late = reports.filter(
    ({ state, isLate }) => isLate && (state === 'late' || state === 'returned'),
  ).length;
  return (
    <tr>
      <th scope="row">
        <Link to={paths.record('center', id)} className={classes.link}>
          {centerLabel(values, language)}
        </Link>
      </th>
      <td>{imported === undefined ? <Never /> : format.dateTime(imported)}</td>
      <td>{active === undefined ? <Never /> : format.date(active)}</td>
      <td>{waiting === 0 ? <Nothing /> : format.number(waiting)}</td>
      <td>{late === 0 ? <Nothing /> : <StateMark state="bad">{format.number(late)}</StateMark>}</td>
      <td>
        {conflicts === 0 ? (
          <Nothing />
        ) : (
          <Link to={paths.conflicts} className={classes.link}>
            {format.number(conflicts)}
          </Link>
        )}
      </td>
    </tr>
  );
}

function Never() {
  const t = useTexts(homeTexts);
  return <span className={classes.muted}>{t('never')}</span>;
}

const Nothing = () => <span className={classes.muted}>–</span>;
