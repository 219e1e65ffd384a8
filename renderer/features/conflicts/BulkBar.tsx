import { Button, Checkbox } from '@mantine/core';
import type { OpenConflict } from '../../../shared/records/openConflicts.ts';
import { referenceBookOf } from '../../../shared/records/recordSet.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import classes from './Conflicts.module.css';
import { decisionFor, sidesOf } from './conflictSides.ts';
import { conflictTexts } from './conflictTexts.ts';
import { useDecide } from './useDecide.ts';

export interface BulkBarProps {
  readonly conflicts: readonly OpenConflict[];
  readonly ticked: ReadonlySet<string>;
  readonly onTicked: (ticked: ReadonlySet<string>) => void;
}

/** Decides all ticked conflicts alike, as one change. */
export function BulkBar({ conflicts, ticked, onTicked }: BulkBarProps) {
  const t = useTexts(conflictTexts);
  const format = useFormat();
  const language = useLanguage();
  const records = useRecordSet();
  const decide = useDecide();
  const chosen = conflicts.filter(({ conflict }) => ticked.has(conflict.id));
  const decideAll = async (side: 0 | 1): Promise<void> => {
    const context = { language, references: referenceBookOf(records, language) };
    const decisions = chosen.flatMap((open) => {
      const resolution = sidesOf(open, context)[side]?.resolution;
      return resolution === undefined ? [] : [decisionFor(open, resolution)];
    });
    if (await decide(decisions)) onTicked(new Set());
  };
  const isAll = chosen.length === conflicts.length;
  return (
    <div className={classes.bulk}>
      <Checkbox
        label={t('selectAll')}
        checked={isAll}
        indeterminate={!isAll && chosen.length > 0}
        onChange={() => onTicked(new Set(isAll ? [] : conflicts.map(({ conflict }) => conflict.id)))}
      />
      <span className={classes.bulkCount} aria-live="polite">
        {chosen.length === 0
          ? t('count', { count: conflicts.length })
          : t('selected', { count: format.number(chosen.length) })}
      </span>
      <Button
        variant="default"
        size="compact-sm"
        disabled={chosen.length === 0}
        onClick={() => void decideAll(0)}
      >
        {t('keepMany')}
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        disabled={chosen.length === 0}
        onClick={() => void decideAll(1)}
      >
        {t('takeMany')}
      </Button>
    </div>
  );
}
