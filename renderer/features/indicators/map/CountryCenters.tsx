import { CloseButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { centerFields } from '../../../../shared/records/centerFields.ts';
import { choiceTitle } from '../../../../shared/records/titles.ts';
import { historyMetrics } from '../../../../shared/reports/countRules.ts';
import {
  activityValue,
  type CenterActivity,
  type CountryActivity,
} from '../../../../shared/reports/countryActivity.ts';
import { historyLabels } from '../../../../shared/reports/historyTable.ts';
import { useLabel, useLanguage, useTexts } from '../../../i18n/useTexts.ts';
import { paths } from '../../../stores/paths.ts';
import tables from '../../../ui/DataTable.module.css';
import classes from '../Charts.module.css';
import { chartsTexts } from '../chartsTexts.ts';
import { Figure } from '../Figure.tsx';
import { mapTexts } from './mapTexts.ts';

/** The centers of the country that was chosen on the map, and what stands behind their numbers. */
export function CountryCenters({
  country,
  onClose,
}: {
  readonly country: CountryActivity;
  readonly onClose: () => void;
}) {
  const t = useTexts(mapTexts);
  const charts = useTexts(chartsTexts);
  const label = useLabel();
  const heading = useRef<HTMLHeadingElement>(null);
  // The panel lies below the map: whoever opened it by key goes on reading here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: moves once for each country
  useEffect(() => heading.current?.focus(), [country.country]);
  const title = t('centersOf', { country: label(country.label) });
  return (
    <section className={classes.card} aria-label={title}>
      <header className={classes.cardHead}>
        <h2 className={classes.cardTitle} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <CloseButton aria-label={t('close')} onClick={onClose} />
      </header>
      <div className={tables.box}>
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{charts('name')}</th>
              {historyMetrics.map((metric) => (
                <th key={metric} scope="col" className={tables.number}>
                  {label(historyLabels[metric])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {country.centers.map((center) => (
              <CenterRow key={center.id} center={center} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function CenterRow({ center }: { readonly center: CenterActivity }) {
  const label = useLabel();
  const language = useLanguage();
  return (
    <tr>
      <th scope="row">
        <Link to={paths.record('center', center.id)} className={classes.link}>
          {label(center.label)}
        </Link>
        <span className={tables.note}>{choiceTitle(centerFields.status, center.status, language)}</span>
      </th>
      {historyMetrics.map((metric) => (
        <td key={metric} className={tables.number}>
          <Figure
            format="integer"
            value={activityValue([center], metric)}
            name={`${label(center.label)}, ${label(historyLabels[metric])}`}
          />
        </td>
      ))}
    </tr>
  );
}
