import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { groupBy } from '../../../shared/core/groupBy.ts';
import { referenceBookOf } from '../../../shared/records/recordSet.ts';
import { findDefinition } from '../../../shared/records/registry.ts';
import { splitPath } from '../../../shared/schema/migrations.ts';
import type { Change } from '../../../shared/sync/changeSet.ts';
import { useLabel, useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { paths } from '../../stores/paths.ts';
import { Notice } from '../../ui/Notice.tsx';
import classes from './Batches.module.css';
import { batchTexts } from './batchTexts.ts';

/** What an undo left as it is, because somebody edited it since. */
export function KeptChanges({ kept }: { readonly kept: readonly Change[] }) {
  const t = useTexts(batchTexts);
  const language = useLanguage();
  const label = useLabel();
  const records = useRecordSet();
  const references = useMemo(() => referenceBookOf(records, language), [records, language]);
  if (kept.length === 0) return null;
  const byRecord = groupBy(kept, ({ id }) => id);
  return (
    <Notice state="warn">
      {t('keptText', { count: kept.length })}
      <ul className={classes.notes}>
        {[...byRecord].map(([id, changes]) => {
          const type = changes[0]?.type ?? '';
          const definition = findDefinition(type);
          const record = records.find(type, id);
          const title =
            definition === null || record === null
              ? id
              : definition.title(record.values, { language, references });
          const fields = new Set(
            changes.map(({ path }) => {
              const spec = definition?.spec(splitPath(path).field) ?? null;
              return spec === null ? t('wholeRecord') : label(spec.label);
            }),
          );
          return (
            <li key={id}>
              <Link to={paths.record(type, id)}>{title}</Link>: {[...fields].join(', ')}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
