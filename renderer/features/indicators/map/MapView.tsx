import { Button, Menu, SegmentedControl, VisuallyHidden } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { Download, Globe, Table2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { historyMetrics } from '../../../../shared/reports/countRules.ts';
import {
  activityChart,
  activityValue,
  type CountryActivity,
  countryActivity,
  type MapMetric,
} from '../../../../shared/reports/countryActivity.ts';
import type { FigureSource } from '../../../../shared/reports/figureSource.ts';
import { historyLabels } from '../../../../shared/reports/historyTable.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { useLabel, useLanguage, useTexts } from '../../../i18n/useTexts.ts';
import { SceneView } from '../../../ui/chart/SceneView.tsx';
import type { SceneTarget } from '../../../ui/chart/scene.ts';
import { cx } from '../../../ui/cx.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import classes from '../Charts.module.css';
import { ChartTable } from '../ChartTable.tsx';
import { chartsTexts } from '../chartsTexts.ts';
import type { FigureScope } from '../useFigureScope.ts';
import { CountryCenters } from './CountryCenters.tsx';
import { type MapCountry, mapScene } from './mapScene.ts';
import { type CountryShape, countryShapes } from './mapShapes.ts';
import { mapTexts } from './mapTexts.ts';
import { useSaveMap } from './useSaveMap.ts';

const metrics: readonly MapMetric[] = ['all', ...historyMetrics];

/** Where the centers are and what they did, as a map or as a table of the same. */
export function MapView({ scope }: { readonly scope: FigureScope }) {
  const t = useTexts(mapTexts);
  const { records, includeSample, today } = scope;
  const countries = useMemo(
    () => countryActivity(records, { includeSample, until: today }),
    [records, includeSample, today],
  );
  if (countries.length === 0) return <EmptyState title={t('empty')} text={t('emptyText')} />;
  return <WorldMap countries={countries} source={scope.source} />;
}

interface WorldMapProps {
  readonly countries: readonly CountryActivity[];
  readonly source: FigureSource;
}

function WorldMap({ countries, source }: WorldMapProps) {
  const t = useTexts(mapTexts);
  const [metric, setMetric] = useState<MapMetric>('all');
  const [asTable, setAsTable] = useState(false);
  const [selected, setSelected] = useState<string | null>(null);
  const shapes = useMemo(countryShapes, []);
  const drawn = useDrawnCountries(countries, metric);
  const chart = useMemo(() => activityChart(countries, 'country'), [countries]);
  const metricName = useMetricName();
  const save = useSaveMap({ shapes, drawn, chart, metric: metricName(metric), source });
  const country = countries.find((one) => one.country === selected);
  return (
    <>
      <section className={cx(classes.card, classes.map)} aria-label={t('title')} data-print-wide>
        <p className={classes.printedTitle}>{`${t('title')} (${metricName(metric)})`}</p>
        <header className={classes.cardHead}>
          <div className={classes.metric}>
            <SegmentedControl
              aria-label={t('metric')}
              size="sm"
              data={metrics.map((value) => ({ value, label: metricName(value) }))}
              value={metric}
              onChange={(value) => setMetric(metrics.find((one) => one === value) ?? 'all')}
            />
          </div>
          <CardActions asTable={asTable} onTable={setAsTable} save={save} />
        </header>
        {asTable ? (
          <ChartTable chart={chart} canOpen />
        ) : (
          <>
            <Drawing
              shapes={shapes}
              drawn={drawn}
              metric={metricName(metric)}
              onSelect={(index) => setSelected(countries[index]?.country ?? null)}
            />
            <VisuallyHidden>
              <ChartTable chart={chart} canOpen={false} />
            </VisuallyHidden>
          </>
        )}
        <p className={classes.note}>
          {asTable ? t('method') : `${t('method')} ${t('legend')} ${t('borders')}`}
        </p>
      </section>
      {country === undefined ? null : <CountryCenters country={country} onClose={() => setSelected(null)} />}
    </>
  );
}

interface CardActionsProps {
  readonly asTable: boolean;
  readonly onTable: (asTable: boolean) => void;
  readonly save: ReturnType<typeof useSaveMap>;
}

function CardActions({ asTable, onTable, save }: CardActionsProps) {
  const t = useTexts(chartsTexts);
  return (
    <div className={classes.cardActions}>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={asTable ? <Globe size={14} /> : <Table2 size={14} />}
        onClick={() => onTable(!asTable)}
      >
        {asTable ? t('asMap') : t('asTable')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button size="compact-sm" variant="subtle" leftSection={<Download size={14} />}>
            {t('save')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void save.picture()}>{t('savePicture')}</Menu.Item>
          <Menu.Item onClick={() => void save.workbook()}>{t('saveWorkbook')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

interface DrawingProps {
  readonly shapes: readonly CountryShape[];
  readonly drawn: readonly MapCountry[];
  readonly metric: string;
  readonly onSelect: (index: number) => void;
}

/** Before the width is known, and where there is no layout at all. */
const usualWidth = 900;

function Drawing({ shapes, drawn, metric, onSelect }: DrawingProps) {
  const t = useTexts(mapTexts);
  const { ref, width } = useElementSize();
  const scene = useMemo(
    () =>
      mapScene(shapes, { countries: drawn, home: t('home') }, width < 120 ? usualWidth : Math.floor(width)),
    [shapes, drawn, width, t],
  );
  const describe = ({ category }: SceneTarget): string => {
    const country = drawn[category];
    return t('circle', { country: country?.name ?? '', metric, total: country?.text ?? '' });
  };
  const unplaced = scene.unplaced.map((index) => drawn[index]?.name ?? '');
  return (
    <div ref={ref} className={classes.drawing}>
      <SceneView
        scene={scene}
        label={t('title')}
        describe={describe}
        opener={({ category }) =>
          () =>
            onSelect(category)
          }
      />
      {unplaced.length === 0 ? null : (
        <p className={classes.note}>{t('unplaced', { names: unplaced.join(', ') })}</p>
      )}
    </div>
  );
}

function useMetricName(): (metric: MapMetric) => string {
  const t = useTexts(mapTexts);
  const label = useLabel();
  return (metric) => (metric === 'all' ? t('all') : label(historyLabels[metric]));
}

function useDrawnCountries(countries: readonly CountryActivity[], metric: MapMetric): readonly MapCountry[] {
  const language = useLanguage();
  const format = useFormat();
  return useMemo(
    () =>
      countries.map(({ country, label, centers, place }) => {
        const value = activityValue(centers, metric).value ?? 0;
        return { country, name: label[language], value, text: format.number(value), place };
      }),
    [countries, metric, language, format],
  );
}
