import { useMemo, useState } from 'react';
import { foldText } from '../../../shared/core/text.ts';
import type { FieldSpec } from '../../../shared/schema/fieldSpec.ts';
import type { StoredRecord } from '../../../shared/sync/record.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import boxes from '../../ui/inputs.module.css';
import { countValues, type ListFilter } from './listFilters.ts';
import classes from './Records.module.css';
import { recordsTexts } from './recordsTexts.ts';
import { useValueLabel } from './useValueLabel.ts';

export interface ValuesPanelProps {
  readonly field: string;
  readonly spec: FieldSpec;
  readonly records: readonly StoredRecord[];
  readonly filter: ListFilter | null;
  readonly onChange: (filter: ListFilter | null) => void;
}

const searchableFrom = 9;
const mostShown = 100;

/** The values that occur, with how often, to be ticked. */
export function ValuesPanel({ field, spec, records, filter, onChange }: ValuesPanelProps) {
  const t = useTexts(recordsTexts);
  const format = useFormat();
  const language = useLanguage();
  const valueLabel = useValueLabel(spec);
  const [query, setQuery] = useState('');
  const options = useMemo(() => {
    const choices: readonly { readonly value: string }[] = 'choices' in spec ? spec.choices : [];
    const orderByValue = new Map(choices.map(({ value }, order) => [value, order]));
    return [...countValues(records, field)]
      .map(([value, count]) => ({ value, count, label: valueLabel(value) }))
      .sort((a, b) => {
        const byOrder = (orderByValue.get(a.value) ?? 999) - (orderByValue.get(b.value) ?? 999);
        return byOrder === 0 ? a.label.localeCompare(b.label, language) : byOrder;
      });
  }, [spec, records, field, valueLabel, language]);
  const shown = options.filter(({ label }) => foldText(label).includes(foldText(query))).slice(0, mostShown);
  const ticked = filter?.kind === 'values' ? filter.values : [];
  const toggle = (value: string): void => {
    const next = ticked.includes(value) ? ticked.filter((other) => other !== value) : [...ticked, value];
    onChange(next.length === 0 ? null : { kind: 'values', values: next });
  };
  return (
    <div className={classes.panel}>
      {options.length < searchableFrom ? null : (
        <input
          className={boxes.box}
          value={query}
          placeholder={t('filter')}
          aria-label={t('filter')}
          data-autofocus
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      )}
      {options.length === 0 ? <p className={classes.note}>{t('nothingToFilter')}</p> : null}
      <div className={classes.panelList}>
        {shown.map(({ value, label, count }) => (
          <label key={value} className={classes.panelOption}>
            <input type="checkbox" checked={ticked.includes(value)} onChange={() => toggle(value)} />
            <span className={classes.panelLabel}>{label}</span>
            <span className={classes.panelCount}>{format.number(count)}</span>
          </label>
        ))}
      </div>
    </div>
  );
}
