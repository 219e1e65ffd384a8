import { Popover } from '@mantine/core';
import { ChevronDown, X } from 'lucide-react';
import { useState } from 'react';
import type { AnyRecordDefinition } from '../../../shared/schema/defineRecord.ts';
import type { FieldSpec } from '../../../shared/schema/fieldSpec.ts';
import type { StoredRecord } from '../../../shared/sync/record.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useTexts } from '../../i18n/useTexts.ts';
import { cx } from '../../ui/cx.ts';
import type { ListFilter } from './listFilters.ts';
import { PeriodPanel } from './PeriodPanel.tsx';
import classes from './Records.module.css';
import { recordsTexts } from './recordsTexts.ts';
import { useValueLabel } from './useValueLabel.ts';
import { ValuesPanel } from './ValuesPanel.tsx';

export interface FilterChipProps {
  readonly definition: AnyRecordDefinition;
  readonly field: string;
  readonly spec: FieldSpec;
  readonly records: readonly StoredRecord[];
  readonly filter: ListFilter | null;
  readonly onChange: (filter: ListFilter | null) => void;
}

/** A field by which the list is, or may be, narrowed. */
export function FilterChip({ field, spec, records, filter, onChange }: FilterChipProps) {
  const t = useTexts(recordsTexts);
  const label = useLabel();
  const [isOpen, setOpen] = useState(false);
  const summary = useSummary(spec, filter);
  const name = label(spec.label);
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-start"
      trapFocus
      returnFocus
      withRoles={false}
    >
      <Popover.Target>
        <span className={classes.chipGroup}>
          <button
            type="button"
            className={classes.chip}
            data-active={filter !== null}
            aria-expanded={isOpen}
            aria-haspopup="dialog"
            onClick={() => setOpen((before) => !before)}
          >
            <span className={classes.chipText}>{summary === null ? name : `${name}: ${summary}`}</span>
            {filter === null ? <ChevronDown size={14} aria-hidden="true" /> : null}
          </button>
          {filter === null ? null : (
            <button
              type="button"
              className={cx(classes.chip, classes.chipRemove)}
              data-active="true"
              aria-label={t('removeFilter', { field: name })}
              onClick={() => onChange(null)}
            >
              <X size={14} />
            </button>
          )}
        </span>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('filterBy', { field: name })}>
        {isOpen && spec.kind === 'date' ? (
          <PeriodPanel filter={filter} onChange={onChange} onClose={() => setOpen(false)} />
        ) : null}
        {isOpen && spec.kind !== 'date' ? (
          <ValuesPanel field={field} spec={spec} records={records} filter={filter} onChange={onChange} />
        ) : null}
      </Popover.Dropdown>
    </Popover>
  );
}

function useSummary(spec: FieldSpec, filter: ListFilter | null): string | null {
  const t = useTexts(recordsTexts);
  const format = useFormat();
  const valueLabel = useValueLabel(spec);
  if (filter === null) return null;
  if (filter.kind === 'values') {
    const [first = '', ...others] = filter.values.map(valueLabel);
    return others.length === 0 ? first : t('andMore', { first, count: others.length });
  }
  const { from, to } = filter;
  if (from !== null && to !== null) return t('range', { from: format.date(from), to: format.date(to) });
  if (from !== null) return t('since', { from: format.date(from) });
  return to === null ? t('anyTime') : t('until', { to: format.date(to) });
}
