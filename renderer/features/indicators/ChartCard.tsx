import { Button, Menu, VisuallyHidden } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { ChartColumn, Download, Table2 } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { type FigureChart, hasFigures } from '../../../shared/reports/figureCharts.ts';
import type { FigureSource } from '../../../shared/reports/figureSource.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useOpenRecords } from '../../stores/useOpenRecords.ts';
import { chartScene } from '../../ui/chart/chartScene.ts';
import { SceneView } from '../../ui/chart/SceneView.tsx';
import type { SceneTarget } from '../../ui/chart/scene.ts';
import classes from './Charts.module.css';
import { ChartTable } from './ChartTable.tsx';
import { chartsTexts } from './chartsTexts.ts';
import { chartValues } from './chartValues.ts';
import { byType } from './Figure.tsx';
import { figureText } from './figureText.ts';
import { useSaveChart } from './useSaveChart.ts';

export interface ChartCardProps {
  readonly chart: FigureChart;
  readonly source: FigureSource;
}

/** One picture with its numbers: as a drawing whose numbers open their records, or as a table of the same. */
export function ChartCard({ chart, source }: ChartCardProps) {
  const t = useTexts(chartsTexts);
  const label = useLabel();
  const [asTable, setAsTable] = useState(false);
  const heading = useId();
  const save = useSaveChart(chart, source);
  const isEmpty = !hasFigures(chart);
  return (
    <section className={classes.card} aria-labelledby={heading} data-axis={chart.axis}>
      <header className={classes.cardHead}>
        <h2 className={classes.cardTitle} id={heading}>
          {label(chart.title)}
          {chart.unit === null ? null : <span className={classes.unit}> ({label(chart.unit)})</span>}
        </h2>
        {isEmpty ? null : (
          <div className={classes.cardActions}>
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={asTable ? <ChartColumn size={14} /> : <Table2 size={14} />}
              onClick={() => setAsTable(!asTable)}
            >
              {asTable ? t('asChart') : t('asTable')}
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
        )}
      </header>
      {isEmpty ? (
        <p className={classes.note}>{t('nothing')}</p>
      ) : asTable ? (
        <ChartTable chart={chart} canOpen />
      ) : (
        <>
          <Drawing chart={chart} onTable={() => setAsTable(true)} />
          <VisuallyHidden>
            <ChartTable chart={chart} canOpen={false} />
          </VisuallyHidden>
        </>
      )}
      <Methods chart={chart} />
    </section>
  );
}

/** Before the width is known, and where there is no layout at all. */
const usualWidth = 560;

function Drawing({ chart, onTable }: { readonly chart: FigureChart; readonly onTable: () => void }) {
  const t = useTexts(chartsTexts);
  const label = useLabel();
  const language = useLanguage();
  const format = useFormat();
  const openRecords = useOpenRecords();
  const { ref, width } = useElementSize();
  const scene = useMemo(
    () => chartScene(chartValues(chart, language, format), width < 120 ? usualWidth : Math.floor(width)),
    [chart, language, format, width],
  );
  const nameOf = ({ series, category }: SceneTarget): string =>
    [chart.series[series]?.label, chart.categories[category]?.label]
      .flatMap((part) => (part === undefined ? [] : [label(part)]))
      .join(', ');
  const valueAt = ({ series, category }: SceneTarget) => chart.series[series]?.values[category] ?? null;
  const opener = (target: SceneTarget) => {
    const groups = byType(valueAt(target)?.records ?? []);
    const [first] = groups;
    if (first === undefined) return undefined;
    // Records of several types have a list each: the table names them.
    if (groups.length > 1) return onTable;
    const [type, records] = first;
    return () =>
      openRecords(
        type,
        records.map(({ id }) => id),
        nameOf(target),
      );
  };
  const describe = (target: SceneTarget): string => {
    const value = valueAt(target);
    const name = nameOf(target);
    const shown = figureText(chart.format, value?.value ?? 0, format);
    const groups = byType(value?.records ?? []);
    if (groups.length === 0) return t('figure', { name, shown });
    return groups.length > 1
      ? t('figureLists', { name, shown })
      : t('figureOpens', { name, shown, count: value?.records.length ?? 0 });
  };
  return (
    <div ref={ref} className={classes.drawing}>
      <SceneView scene={scene} label={label(chart.title)} describe={describe} opener={opener} />
    </div>
  );
}

function Methods({ chart }: { readonly chart: FigureChart }) {
  const label = useLabel();
  const methods = [...new Set(chart.series.map(({ method }) => label(method)))];
  return <p className={classes.note}>{methods.join(' ')}</p>;
}
