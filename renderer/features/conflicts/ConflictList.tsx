import { Button } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import type { OpenConflict } from '../../../shared/records/openConflicts.ts';
import { referenceBookOf } from '../../../shared/records/recordSet.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { BulkBar } from './BulkBar.tsx';
import { ConflictItem } from './ConflictItem.tsx';
import classes from './Conflicts.module.css';
import { conflictTexts } from './conflictTexts.ts';
import { KeyHints } from './KeyHints.tsx';
import { useCurrentConflict } from './useCurrentConflict.ts';

const pageSize = 100;

/** The open conflicts; one of them lies open, to be decided. */
export function ConflictList({ conflicts }: { readonly conflicts: readonly OpenConflict[] }) {
  const t = useTexts(conflictTexts);
  const language = useLanguage();
  const records = useRecordSet();
  const context = useMemo(
    () => ({ language, references: referenceBookOf(records, language) }),
    [records, language],
  );
  const search: { readonly conflict?: unknown } = useSearch({ strict: false });
  const first = conflicts.findIndex(({ conflict }) => conflict.id === search.conflict);
  const [limit, setLimit] = useState(Math.max(pageSize, first + 1));
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const frame = useRef<HTMLElement>(null);
  const shown = conflicts.slice(0, limit);
  const current = useCurrentConflict(shown, frame, conflicts[first]?.conflict.id ?? null);
  const tick = (id: string, on: boolean): void => {
    const next = new Set(ticked);
    if (on) next.add(id);
    else next.delete(id);
    setTicked(next);
  };
  return (
    <section ref={frame} aria-label={t('list')} className={classes.conflicts}>
      <BulkBar conflicts={conflicts} ticked={ticked} onTicked={setTicked} />
      <KeyHints />
      <ul className={classes.list}>
        {shown.map((open) => {
          const { id } = open.conflict;
          return (
            <ConflictItem
              key={id}
              open={open}
              context={context}
              isCurrent={current.id === id}
              ticked={ticked.has(id)}
              onTick={(on) => tick(id, on)}
              onOpen={() => current.select(id)}
              onMove={current.move}
              onDecided={current.stepOn}
            />
          );
        })}
      </ul>
      {limit < conflicts.length ? (
        <Button variant="default" onClick={() => setLimit(limit + pageSize)}>
          {t('more')}
        </Button>
      ) : null}
    </section>
  );
}
