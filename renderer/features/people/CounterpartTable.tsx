import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { IsoDate } from '../../../shared/core/dates.ts';
import type { RecordId } from '../../../shared/core/ids.ts';
import type { RecordOf } from '../../../shared/records/recordsOf.ts';
import type { Counterpart } from '../../../shared/reports/counterparts.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { paths } from '../../stores/paths.ts';
import { useOpenRecords } from '../../stores/useOpenRecords.ts';
import type { TitleOf } from '../../stores/useTitles.ts';
import tables from '../../ui/DataTable.module.css';
import { NumberButton } from '../../ui/NumberButton.tsx';
import classes from './People.module.css';
import { peopleTexts } from './peopleTexts.ts';
import { roleName } from './stayName.ts';

// Trainees of ten years would bury the ones that one works with.
const shownAtFirst = 12;

const columns = [
  ['projects', 'project'],
  ['consultations', 'consultation'],
  ['ofOrganization', 'consultation'],
  ['meetings', 'meeting'],
  ['participations', 'participation'],
] as const;

/** The partner's people, in which role, and how often one met. */
export function CounterpartTable({
  counterparts,
  titleOf,
  today,
}: {
  readonly counterparts: readonly Counterpart[];
  readonly titleOf: TitleOf;
  readonly today: IsoDate;
}) {
  const t = useTexts(peopleTexts);
  const format = useFormat();
  const [showAll, setShowAll] = useState(false);
  // Nobody who has a role today is left out.
  const least = counterparts.filter(({ isCurrent }) => isCurrent).length;
  const shown = showAll ? counterparts : counterparts.slice(0, Math.max(least, shownAtFirst));
  const hidden = counterparts.length - shown.length;
  const headOf = (column: (typeof columns)[number][0]) =>
    t(column === 'participations' ? 'trainings' : column);
  return (
    <div className={classes.stack}>
      <p className={classes.muted}>{t('counterpartCaption')}</p>
      <div className={tables.box}>
        <table className={tables.table} aria-label={t('counterparts')}>
          <thead>
            <tr>
              <th scope="col">{t('person')}</th>
              <th scope="col">{t('organization')}</th>
              <th scope="col">{t('role')}</th>
              {columns.map(([column]) => (
                <th
                  key={column}
                  scope="col"
                  className={tables.number}
                  title={column === 'ofOrganization' ? t('ofOrganizationHelp') : undefined}
                >
                  {headOf(column)}
                </th>
              ))}
              <th scope="col">{t('lastContact')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ person, organization, roles, lastContact, ...met }) => {
              const name = titleOf('person', person.id);
              return (
                <tr key={person.id}>
                  <th scope="row" className={tables.name}>
                    <Link to={paths.record('person', person.id)} className={classes.link}>
                      {name}
                    </Link>
                    <span className={tables.note}>{person.values.position ?? ''}</span>
                  </th>
                  <td className={tables.name}>
                    {organization === null ? (
                      '–'
                    ) : (
                      <Link to={paths.record('organization', organization.id)} className={classes.link}>
                        {titleOf('organization', organization.id)}
                      </Link>
                    )}
                  </td>
                  <td>
                    <Roles roles={roles} today={today} />
                  </td>
                  {columns.map(([column, type]) => (
                    <td key={column} className={tables.number}>
                      <Count type={type} name={name} what={headOf(column)} ids={met[column]} />
                    </td>
                  ))}
                  <td className={classes.oneLine}>{lastContact === null ? '–' : format.date(lastContact)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {hidden === 0 ? null : (
        <div>
          <span className={classes.onlyPrint}>{t('notPrinted', { count: hidden })}</span>
          <Button variant="subtle" size="compact-sm" onClick={() => setShowAll(true)}>
            {t('more', { count: hidden })}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Each role as a way to its record; one that is over is told with its last day. */
function Roles({
  roles,
  today,
}: {
  readonly roles: readonly RecordOf<'counterpart'>[];
  readonly today: IsoDate;
}) {
  const t = useTexts(peopleTexts);
  const language = useLanguage();
  const format = useFormat();
  if (roles.length === 0) return '–';
  return roles.map((one) => {
    const { role, start, end } = one.values;
    const isOver = end !== undefined && end < today;
    const time = isOver
      ? t('ended', { date: format.date(end) })
      : start === undefined
        ? ''
        : t('since', { date: format.date(start) });
    return (
      <span key={one.id} className={classes.role}>
        <Link to={paths.record('counterpart', one.id)} className={classes.link}>
          {roleName({ kind: 'counterpart', role: role ?? '' }, language) || t('unknown')}
        </Link>
        {time === '' ? null : <span className={tables.note}>{time}</span>}
      </span>
    );
  });
}

interface CountProps {
  readonly type: string;
  readonly name: string;
  readonly what: string;
  readonly ids: readonly RecordId[];
}

function Count({ type, name, what, ids }: CountProps) {
  const t = useTexts(peopleTexts);
  const openRecords = useOpenRecords();
  if (ids.length === 0) return '–';
  return (
    <NumberButton
      label={t('openOf', { name, what, count: ids.length })}
      onClick={() => openRecords(type, ids, name)}
    >
      {ids.length}
    </NumberButton>
  );
}
