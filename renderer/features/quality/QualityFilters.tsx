import { Chip, Select } from '@mantine/core';
import { isRecordId } from '../../../shared/core/ids.ts';
import { countBySeverity, type QualityItem } from '../../../shared/reports/quality/qualityItems.ts';
import {
  qualityKindLabels,
  qualityKinds,
  qualitySeverities,
} from '../../../shared/reports/quality/qualityKinds.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { useCenterId } from '../../stores/useCenterId.ts';
import { useTitles } from '../../stores/useTitles.ts';
import classes from './Quality.module.css';
import { countsByKind, type Grouping, groupings, matches, type QualityFilter } from './qualityFilter.ts';
import { qualityTexts } from './qualityTexts.ts';

export interface QualityFiltersProps {
  readonly items: readonly QualityItem[];
  /** How many the list shows. */
  readonly shown: number;
  readonly filter: QualityFilter;
  readonly onFilter: (filter: QualityFilter) => void;
  readonly grouping: Grouping;
  readonly onGrouping: (grouping: Grouping) => void;
}

export function QualityFilters(props: QualityFiltersProps) {
  const { items, shown, filter, onFilter, grouping, onGrouping } = props;
  const t = useTexts(qualityTexts);
  const label = useLabel();
  const format = useFormat();
  const isHeadquarters = useCenterId() === null;
  const bySeverity = countBySeverity(items.filter((item) => matches({ ...filter, severity: null }, item)));
  const all = bySeverity.error + bySeverity.warning + bySeverity.note;
  const kinds = countsByKind(items, filter);
  return (
    <div className={classes.filters} data-screen-only>
      <Chip.Group
        value={filter.severity ?? 'all'}
        onChange={(value) =>
          onFilter({ ...filter, severity: qualitySeverities.find((one) => one === value) ?? null })
        }
      >
        <fieldset className={classes.chips} aria-label={t('severity')}>
          <Chip value="all" variant="outline" size="sm">
            {t('all')} {format.number(all)}
          </Chip>
          {qualitySeverities.map((severity) => (
            <Chip key={severity} value={severity} variant="outline" size="sm">
              {t(severity)} {format.number(bySeverity[severity])}
            </Chip>
          ))}
        </fieldset>
      </Chip.Group>
      <Select
        className={classes.field}
        aria-label={t('kind')}
        data={[
          { value: '', label: t('allKinds') },
          ...kinds.map(({ kind, count }) => ({
            value: kind,
            label: `${label(qualityKindLabels[kind])} (${format.number(count)})`,
          })),
        ]}
        value={filter.kind ?? ''}
        allowDeselect={false}
        onChange={(value) => onFilter({ ...filter, kind: qualityKinds.find((one) => one === value) ?? null })}
      />
      {isHeadquarters ? <CenterFilter items={items} filter={filter} onFilter={onFilter} /> : null}
      <Select
        className={classes.narrow}
        aria-label={t('groupBy')}
        data={[
          { value: 'kind', label: t('byKind') },
          ...(isHeadquarters ? [{ value: 'center', label: t('byCenter') }] : []),
          { value: 'type', label: t('byType') },
        ]}
        value={grouping}
        allowDeselect={false}
        onChange={(value) => onGrouping(groupings.find((one) => one === value) ?? 'kind')}
      />
      <span className={classes.count} role="status">
        {t('findings', { count: shown })}
      </span>
    </div>
  );
}

function CenterFilter({
  items,
  filter,
  onFilter,
}: Pick<QualityFiltersProps, 'items' | 'filter' | 'onFilter'>) {
  const t = useTexts(qualityTexts);
  const titleOf = useTitles(useRecordSet());
  const ids = [...new Set(items.flatMap(({ centerId }) => centerId ?? []))];
  const centers = ids
    .map((id) => ({ value: String(id), label: titleOf('center', id) }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  return (
    <Select
      className={classes.field}
      aria-label={t('center')}
      data={[{ value: '', label: t('allCenters') }, ...centers, { value: 'none', label: t('ofNone') }]}
      value={filter.center ?? ''}
      allowDeselect={false}
      onChange={(value) =>
        onFilter({ ...filter, center: value === 'none' ? 'none' : isRecordId(value) ? value : null })
      }
    />
  );
}
