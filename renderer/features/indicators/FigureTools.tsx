import { SegmentedControl, Select, Switch } from '@mantine/core';
import { breakdowns } from '../../../shared/reports/figures.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import classes from './Indicators.module.css';
import { indicatorsTexts } from './indicatorsTexts.ts';
import type { FigureScope } from './useFigureScope.ts';

/** By what the figures stand side by side, of which year, and whether the sample counts. */
export function FigureTools({
  scope,
  onlySample,
}: {
  readonly scope: FigureScope;
  /** The map shows the whole history of all centers. */
  readonly onlySample: boolean;
}) {
  const t = useTexts(indicatorsTexts);
  const { breakdown, years, year } = scope;
  return (
    <div className={classes.tools}>
      {onlySample ? null : (
        <SegmentedControl
          aria-label={t('by')}
          size="sm"
          data={breakdowns.map((value) => ({ value, label: t(value) }))}
          value={breakdown}
          onChange={(value) => scope.setBreakdown(breakdowns.find((one) => one === value) ?? 'year')}
        />
      )}
      {onlySample || breakdown === 'year' ? null : (
        <Select
          aria-label={t('ofYear')}
          w={110}
          data={years
            .toReversed()
            .map((one) => ({ value: String(one), label: t('yearName', { year: one }) }))}
          value={String(year)}
          allowDeselect={false}
          onChange={(value) => {
            if (value !== null) scope.setYear(Number(value));
          }}
        />
      )}
      {scope.sample === 'none' ? null : (
        <Switch
          label={t('includeSample')}
          checked={scope.includeSample}
          onChange={(event) => scope.setIncludeSample(event.currentTarget.checked)}
        />
      )}
    </div>
  );
}
