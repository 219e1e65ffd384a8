import { Chip, Select, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useFormat } from '../../i18n/useFormat.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import type { RowFilter } from './planRows.ts';
import classes from './Receive.module.css';
import type { FilePlan } from './receiveState.ts';
import { receiveTexts } from './receiveTexts.ts';
import type { RowFilterState } from './useRowFilter.ts';

// What needs a person first.
const order = [
  'conflict',
  'rejected',
  'updated',
  'added',
  'deleted',
  'unchanged',
  'warnings',
  'all',
] as const satisfies readonly RowFilter[];

export interface RowFiltersProps {
  readonly counts: Readonly<Record<RowFilter, number>>;
  readonly plans: readonly FilePlan[];
  readonly filter: RowFilterState;
}

export function RowFilters({ counts, plans, filter }: RowFiltersProps) {
  const t = useTexts(receiveTexts);
  const format = useFormat();
  const files = plans
    .filter(({ result }) => result.ok)
    .map(({ file }) => ({ value: file.key, label: file.name }));
  return (
    <div className={classes.filters}>
      <Chip.Group
        value={filter.filter}
        onChange={(value) => {
          const next = order.find((known) => known === value);
          if (next !== undefined) filter.set({ filter: next });
        }}
      >
        <fieldset className={classes.chips} aria-label={t('rowsToShow')}>
          {order
            .filter((one) => counts[one] > 0 || one === 'all')
            .map((one) => (
              <Chip key={one} value={one} variant="outline" size="sm">
                {t(one)} {format.number(counts[one])}
              </Chip>
            ))}
        </fieldset>
      </Chip.Group>
      {files.length > 1 ? (
        <Select
          className={classes.field}
          aria-label={t('file')}
          data={[{ value: '', label: t('allFiles') }, ...files]}
          value={filter.fileKey ?? ''}
          allowDeselect={false}
          onChange={(value) => filter.set({ fileKey: value === '' ? null : value })}
        />
      ) : null}
      <TextInput
        className={classes.field}
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<Search size={14} aria-hidden="true" />}
        value={filter.query}
        onChange={(event) => filter.set({ query: event.currentTarget.value })}
      />
    </div>
  );
}
