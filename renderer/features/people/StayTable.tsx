import { Link } from '@tanstack/react-router';
import type { IsoDate } from '../../../shared/core/dates.ts';
import { daysOf, type Timeline } from '../../../shared/reports/stays.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { paths } from '../../stores/paths.ts';
import tables from '../../ui/DataTable.module.css';
import { StateMark } from '../../ui/Notice.tsx';
import classes from './People.module.css';
import { peopleTexts } from './peopleTexts.ts';
import type { StayTimelineProps } from './StayTimeline.tsx';
import { roleName } from './stayName.ts';

/** The timeline in words: a line for each assignment and exchange. */
export function StayTable({
  timeline,
  titleOf,
  namesCenter,
  today,
}: StayTimelineProps & { readonly timeline: Timeline; readonly today: IsoDate }) {
  const t = useTexts(peopleTexts);
  const format = useFormat();
  const language = useLanguage();
  const heads = ['person', 'what', ...(namesCenter ? (['where'] as const) : []), 'from', 'until'] as const;
  return (
    <div className={tables.box}>
      <table className={tables.table} aria-label={t('timeline')}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
            <th scope="col" className={tables.number}>
              {t('days')}
            </th>
            <th scope="col" className={tables.number}>
              {t('leave')}
            </th>
          </tr>
        </thead>
        <tbody>
          {timeline.rows.flatMap(({ person, bars }) =>
            bars.map(({ stay, overlaps }) => (
              <tr key={stay.id}>
                <th scope="row">
                  <Link to={paths.record(stay.kind, stay.id)} className={classes.link}>
                    {titleOf('person', person)}
                  </Link>
                </th>
                <td className={classes.oneLine}>
                  {roleName(stay, language)}
                  {overlaps ? (
                    <span className={tables.note}>
                      <StateMark state="bad">{t('overlaps')}</StateMark>
                    </span>
                  ) : null}
                </td>
                {namesCenter ? (
                  <td className={classes.oneLine}>
                    {stay.centerId === null ? '' : titleOf('center', stay.centerId)}
                  </td>
                ) : null}
                <td className={classes.oneLine}>{format.date(stay.start)}</td>
                <td className={classes.oneLine}>
                  {stay.end === null ? t('openEnd') : format.date(stay.end)}
                </td>
                <td className={tables.number}>{format.number(daysOf(stay, today))}</td>
                <td className={tables.number}>
                  {stay.leaveDays === 0 ? '–' : format.number(stay.leaveDays)}
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}
