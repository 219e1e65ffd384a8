import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { FileSpreadsheet, Printer } from 'lucide-react';
import { lazy, Suspense, useMemo } from 'react';
import { figureSourceLines } from '../../../shared/reports/figureSource.ts';
import { type FigureTable, figureTable } from '../../../shared/reports/figures.ts';
import { figuresDocument } from '../../../shared/workbook/figureSheets.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { paths } from '../../stores/paths.ts';
import { useClock, useSettings } from '../../stores/services.tsx';
import { usePrint } from '../../stores/usePrint.ts';
import { useSaveWorkbook } from '../../stores/useSaveWorkbook.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { TabLinks } from '../../ui/TabLinks.tsx';
import { FigureGrid } from './FigureGrid.tsx';
import { FigureTools } from './FigureTools.tsx';
import classes from './Indicators.module.css';
import { indicatorsTexts } from './indicatorsTexts.ts';
import { PrintedFigures } from './PrintedFigures.tsx';
import { type FigureScope, mapSource, useFigureScope } from './useFigureScope.ts';

// Drawings and the map are large, and many look at the table alone.
const MapView = lazy(async () => ({ default: (await import('./map/MapView.tsx')).MapView }));
const ChartsView = lazy(async () => ({ default: (await import('./ChartsView.tsx')).ChartsView }));

const tabs = [
  { to: paths.indicators, label: { en: 'Table', ko: '표' } },
  { to: paths.indicatorCharts, label: { en: 'Charts', ko: '차트' } },
  { to: paths.indicatorMap, label: { en: 'Map', ko: '지도' } },
] as const;

/** What the centers did, planned and spent: as a table, as charts, on a map; behind `#/indicators/<view>`. */
export function IndicatorsPage() {
  const { view } = useParams({ strict: false });
  const t = useTexts(indicatorsTexts);
  const language = useLanguage();
  const print = usePrint();
  const scope = useFigureScope();
  const table = useTable(scope);
  const isMap = view === 'map';
  const current = tabs.find(({ to }) => to === `${paths.indicators}/${view}`)?.to ?? paths.indicators;
  return (
    <Page
      title={t('title')}
      lead={<span className={classes.noPrint}>{t('lead')}</span>}
      tabs={<TabLinks label={indicatorsTexts.entries.title} tabs={tabs} current={current} />}
      actions={
        <>
          {isMap ? null : <SaveButton scope={scope} table={table} />}
          <Button
            variant="default"
            leftSection={<Printer size={16} aria-hidden="true" />}
            onClick={() => void print(t('title'))}
          >
            {t('print')}
          </Button>
        </>
      }
    >
      <FigureTools scope={scope} onlySample={isMap} />
      <SampleNotice scope={scope} />
      <Suspense>
        <View view={view} scope={scope} table={table} />
      </Suspense>
      {figureSourceLines(isMap ? mapSource(scope.source) : scope.source, language).map((line) => (
        <p key={line} className={classes.source}>
          {line}
        </p>
      ))}
    </Page>
  );
}

function SampleNotice({
  scope: { sample, includeSample, setIncludeSample },
}: {
  readonly scope: FigureScope;
}) {
  const t = useTexts(indicatorsTexts);
  if (sample === 'none' || (sample === 'some' && !includeSample)) return null;
  return (
    <div className={classes.notice}>
      {includeSample ? (
        <Notice state="warn">{t('sampleIn')}</Notice>
      ) : (
        <Notice
          state="info"
          actions={
            <Button variant="default" size="compact-sm" onClick={() => setIncludeSample(true)}>
              {t('showSample')}
            </Button>
          }
        >
          {t('sampleAlone')}
        </Notice>
      )}
    </div>
  );
}

interface ViewProps {
  readonly view: string | undefined;
  readonly scope: FigureScope;
  readonly table: FigureTable;
}

function View({ view, scope, table }: ViewProps) {
  switch (view) {
    case 'charts':
      return <ChartsView scope={scope} />;
    case 'map':
      return <MapView scope={scope} />;
    default:
      return (
        <>
          <FigureGrid table={table} />
          <PrintedFigures table={table} />
        </>
      );
  }
}

function useTable(scope: FigureScope): FigureTable {
  const { records, breakdown, centerIds, years, year, today, includeSample } = scope;
  return useMemo(
    () =>
      figureTable(records, {
        breakdown,
        centerIds,
        // The newest first: older ones are what may be scrolled out of sight.
        years: breakdown === 'year' ? years.toReversed() : [year],
        today,
        includeSample,
      }),
    [records, breakdown, centerIds, years, year, today, includeSample],
  );
}

function SaveButton({ scope, table }: { readonly scope: FigureScope; readonly table: FigureTable }) {
  const t = useTexts(indicatorsTexts);
  const language = useLanguage();
  const clock = useClock();
  const { person } = useSettings();
  const saveWorkbook = useSaveWorkbook();
  const save = async (): Promise<void> => {
    const { chartsOf } = await import('./chartsOf.ts');
    const options = { language, by: person?.name ?? '', at: clock.now(), source: scope.source };
    const document = figuresDocument({ table, charts: chartsOf(scope) }, options);
    await saveWorkbook(document, `${t('title')} ${scope.today}`);
  };
  return (
    <Button
      variant="default"
      leftSection={<FileSpreadsheet size={16} aria-hidden="true" />}
      onClick={() => void save()}
    >
      {t('saveWorkbook')}
    </Button>
  );
}
