import { Button, Popover } from '@mantine/core';
import { Columns3 } from 'lucide-react';
import { useState } from 'react';
import type { AnyRecordDefinition } from '../../../shared/schema/defineRecord.ts';
import { useLabel, useTexts } from '../../i18n/useTexts.ts';
import { useSettings, useUpdateSettings } from '../../stores/services.tsx';
import classes from './Records.module.css';
import { recordsTexts } from './recordsTexts.ts';

export interface ViewMenuProps {
  readonly definition: AnyRecordDefinition;
  readonly isGiven: (field: string) => boolean;
}

/** Which columns are shown, and how close the rows stand. */
export function ViewMenu({ definition, isGiven }: ViewMenuProps) {
  const t = useTexts(recordsTexts);
  const label = useLabel();
  const { listColumns, compactRows } = useSettings();
  const update = useUpdateSettings();
  const [isOpen, setOpen] = useState(false);
  const shown = listColumns[definition.type] ?? definition.listFields;
  const keep = (columns: readonly string[] | null) => {
    const { [definition.type]: _before, ...others } = listColumns;
    update({ listColumns: columns === null ? others : { ...others, [definition.type]: columns } });
  };
  // Chosen ones keep their order; a further one comes last.
  const toggle = (key: string) =>
    keep(shown.includes(key) ? shown.filter((other) => other !== key) : [...shown, key]);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={classes.chip}
          aria-expanded={isOpen}
          aria-haspopup="dialog"
          onClick={() => setOpen((before) => !before)}
        >
          <Columns3 size={14} aria-hidden="true" />
          {t('view')}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('view')}>
        <div className={classes.panel}>
          <label className={classes.panelOption}>
            <input
              type="checkbox"
              checked={compactRows}
              onChange={(event) => update({ compactRows: event.currentTarget.checked })}
            />
            <span className={classes.panelLabel}>{t('compact')}</span>
          </label>
          <p className={classes.note}>{t('columns')}</p>
          <div className={classes.panelList}>
            {definition.fieldKeys.flatMap((key) => {
              const spec = definition.spec(key);
              if (spec === null || isGiven(key)) return [];
              const isShown = shown.includes(key);
              return [
                <label key={key} className={classes.panelOption}>
                  <input
                    type="checkbox"
                    checked={isShown}
                    // A list without any column would be empty.
                    disabled={isShown && shown.length === 1}
                    onChange={() => toggle(key)}
                  />
                  <span className={classes.panelLabel}>{label(spec.label)}</span>
                </label>,
              ];
            })}
          </div>
          <Button
            variant="subtle"
            size="compact-sm"
            disabled={listColumns[definition.type] === undefined}
            onClick={() => keep(null)}
          >
            {t('columnsReset')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
