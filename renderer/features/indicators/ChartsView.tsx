import { useMemo } from 'react';
import { ChartCard } from './ChartCard.tsx';
import classes from './Charts.module.css';
import { chartsOf } from './chartsOf.ts';
import type { FigureScope } from './useFigureScope.ts';

/** The figures as pictures, each of which can be read as a table and saved. */
export function ChartsView({ scope }: { readonly scope: FigureScope }) {
  const { records, breakdown, centerIds, years, year, today, includeSample, source } = scope;
  const charts = useMemo(
    () => chartsOf({ records, breakdown, centerIds, years, year, today, includeSample }),
    [records, breakdown, centerIds, years, year, today, includeSample],
  );
  return (
    <div className={classes.cards} data-print-wide>
      {charts.map((chart) => (
        <ChartCard key={chart.key} chart={chart} source={source} />
      ))}
    </div>
  );
}
