import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { IsoDate } from '../../../shared/core/dates.ts';
import { centerLabel } from '../../../shared/records/center.ts';
import type { RecordSet } from '../../../shared/records/recordSet.ts';
import { recordsOf } from '../../../shared/records/recordsOf.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useChangeSetHeads } from '../../storage/StoreContext.tsx';
import { paths } from '../../stores/paths.ts';
import { Section } from '../../ui/Page.tsx';
import classes from './Home.module.css';
import { homeTexts } from './homeTexts.ts';
import { lastActivityByCenter, lastImportByCenter } from './lastEntries.ts';

// A year of weekly workbooks from a dozen centers, with room.
const changeSetsToRead = 1000;

/** At headquarters: which centers have reported, and when they were last active. */
export function CentersSection({ records, today }: { readonly records: RecordSet; readonly today: IsoDate }) {
  const t = useTexts(homeTexts);
  const language = useLanguage();
  const format = useFormat();
  const heads = useChangeSetHeads(changeSetsToRead);
  const imports = useMemo(() => lastImportByCenter(heads ?? []), [heads]);
  const activities = useMemo(() => lastActivityByCenter(records, today), [records, today]);
  const centers = recordsOf(records, 'center').toSorted(
    (a, b) => (a.values.since ?? 9999) - (b.values.since ?? 9999),
  );
  return (
    <Section title={t('centers')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('center')}</th>
            <th scope="col">{t('lastImport')}</th>
            <th scope="col">{t('lastEntry')}</th>
          </tr>
        </thead>
        <tbody>
          {centers.map(({ id, values }) => {
            const imported = imports.get(id);
            const active = activities.get(id);
            return (
              <tr key={id}>
                <th scope="row">
                  <Link to={paths.record('center', id)} className={classes.link}>
                    {centerLabel(values, language)}
                  </Link>
                </th>
                <td>{imported === undefined ? <Never /> : format.dateTime(imported)}</td>
                <td>{active === undefined ? <Never /> : format.date(active)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}

function Never() {
  const t = useTexts(homeTexts);
  return <span className={classes.muted}>{t('never')}</span>;
}
