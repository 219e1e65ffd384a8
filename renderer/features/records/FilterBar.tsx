import { ActionIcon, Popover } from '@mantine/core';
import { Check, Search, SlidersHorizontal, X } from 'lucide-react';
import { useState } from 'react';
import { namedFiltersOf } from '../../../shared/reports/namedFilters.ts';
import type { AnyRecordDefinition } from '../../../shared/schema/defineRecord.ts';
import type { StoredRecord } from '../../../shared/sync/record.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useTexts } from '../../i18n/useTexts.ts';
import { useSession } from '../../stores/services.tsx';
import { cx } from '../../ui/cx.ts';
import boxes from '../../ui/inputs.module.css';
import { FilterChip } from './FilterChip.tsx';
import { filterFields } from './listFilters.ts';
import type { ListState } from './listState.ts';
import classes from './Records.module.css';
import { recordsTexts } from './recordsTexts.ts';
import { ViewMenu } from './ViewMenu.tsx';

export interface FilterBarProps {
  readonly definition: AnyRecordDefinition;
  readonly records: readonly StoredRecord[];
  /** The list has little room: only active chips stand in the bar. */
  readonly narrow: boolean;
  readonly state: ListState;
  readonly isGiven: (field: string) => boolean;
  readonly onChange: (patch: Partial<ListState>) => void;
}

// Beside the search box; the others are behind “More”.
const mostChips = 3;

/** Search box, filter chips, and the menu of columns and rows. */
export function FilterBar({ definition, records, narrow, state, isGiven, onChange }: FilterBarProps) {
  const t = useTexts(recordsTexts);
  const [isMoreOpen, setMoreOpen] = useState(false);
  const fields = filterFields(definition).filter(([key]) => !isGiven(key));
  const isActive = (key: string): boolean => state.filters[key] !== undefined;
  const most = narrow ? 0 : mostChips;
  const front = fields.filter(([key], index) => index < most || isActive(key));
  const others = fields.filter(([key], index) => index >= most && !isActive(key));
  const chip = ([key, spec]: (typeof fields)[number]) => (
    <FilterChip
      key={key}
      definition={definition}
      field={key}
      spec={spec}
      records={records}
      filter={state.filters[key] ?? null}
      onChange={(filter) => {
        const { [key]: _before, ...rest } = state.filters;
        onChange({ filters: filter === null ? rest : { ...rest, [key]: filter } });
      }}
    />
  );
  return (
    <search className={classes.tools} data-screen-only>
      <SearchBox query={state.query} onChange={(query) => onChange({ query })} />
      <SelectionChip type={definition.type} />
      <NamedFilters type={definition.type} named={state.named} onChange={(named) => onChange({ named })} />
      {front.map(chip)}
      {others.length === 0 ? null : (
        <Popover opened={isMoreOpen} onChange={setMoreOpen} position="bottom-start">
          <Popover.Target>
            <button
              type="button"
              className={classes.chip}
              aria-expanded={isMoreOpen}
              onClick={() => setMoreOpen((before) => !before)}
            >
              <SlidersHorizontal size={14} aria-hidden="true" />
              {t(narrow ? 'filter' : 'moreFilters')}
            </button>
          </Popover.Target>
          <Popover.Dropdown>
            <div className={classes.otherChips}>{others.map(chip)}</div>
          </Popover.Dropdown>
        </Popover>
      )}
      {Object.keys(state.filters).length + state.named.length < 2 ? null : (
        <button type="button" className={classes.chip} onClick={() => onChange({ filters: {}, named: [] })}>
          {t('clearFilters')}
        </button>
      )}
      <ViewMenu definition={definition} isGiven={isGiven} />
    </search>
  );
}

interface NamedFiltersProps {
  readonly type: string;
  readonly named: readonly string[];
  readonly onChange: (named: readonly string[]) => void;
}

/** Switches for what no single field says. */
function NamedFilters({ type, named, onChange }: NamedFiltersProps) {
  const label = useLabel();
  return namedFiltersOf(type).map(({ key, label: name }) => {
    const isOn = named.includes(key);
    return (
      <button
        key={key}
        type="button"
        className={classes.chip}
        aria-pressed={isOn}
        data-active={isOn}
        onClick={() => onChange(isOn ? named.filter((other) => other !== key) : [...named, key])}
      >
        {isOn ? <Check size={14} aria-hidden="true" /> : null}
        {label(name)}
      </button>
    );
  });
}

function SearchBox({
  query,
  onChange,
}: {
  readonly query: string;
  readonly onChange: (query: string) => void;
}) {
  const t = useTexts(recordsTexts);
  return (
    <div className={classes.search}>
      <span className={classes.searchIcon}>
        <Search size={14} aria-hidden="true" />
      </span>
      <input
        className={boxes.box}
        // Ctrl+F of the shell finds the box by this attribute.
        data-list-search=""
        value={query}
        placeholder={t('search')}
        aria-label={t('search')}
        autoComplete="off"
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onChange('');
        }}
      />
      {query === '' ? null : (
        <span className={classes.searchClear}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('clearSearch')}
            onClick={() => onChange('')}
          >
            <X size={14} />
          </ActionIcon>
        </span>
      )}
    </div>
  );
}

/** Says that another page asked for these records, and takes it away. */
function SelectionChip({ type }: { readonly type: string }) {
  const t = useTexts(recordsTexts);
  const format = useFormat();
  const selection = useSession((session) => session.selection);
  const select = useSession((session) => session.select);
  if (selection?.type !== type) return null;
  return (
    <span className={classes.chipGroup}>
      <span className={classes.chip} data-active="true">
        <span className={classes.chipText}>
          {t('selection', { title: selection.title, count: format.number(selection.ids.size) })}
        </span>
      </span>
      <button
        type="button"
        className={cx(classes.chip, classes.chipRemove)}
        data-active="true"
        aria-label={t('removeSelection')}
        title={t('removeSelection')}
        onClick={() => select(null)}
      >
        <X size={14} />
      </button>
    </span>
  );
}
