import { useMemo } from 'react';
import { type RecordSet, referenceBookOf } from '../../../shared/records/recordSet.ts';
import { definitionOf } from '../../../shared/records/registry.ts';
import type { StoredRecord } from '../../../shared/sync/record.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useLanguage, useTexts } from '../../i18n/useTexts.ts';
import type { SnapshotPreview } from '../../storage/previewSnapshot.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import classes from './Backups.module.css';
import { backupTexts } from './backupTexts.ts';

const fates = ['vanishing', 'appearing', 'changing'] as const;
const titlesShown = 20;

/** Per record type what is in the backup and what a restore would do, with the records by name. */
export function DifferenceTable({ preview }: { readonly preview: SnapshotPreview }) {
  const t = useTexts(backupTexts);
  const format = useFormat();
  const label = useLabel();
  return (
    <>
      <table className={classes.differences}>
        <thead>
          <tr>
            <th scope="col">{t('type')}</th>
            <th scope="col">{t('inside')}</th>
            {fates.map((fate) => (
              <th key={fate} scope="col">
                {t(fate)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.types.map((one) => (
            <tr key={one.type}>
              <th scope="row">{label(definitionOf(one.type).label.many)}</th>
              <td>{format.number(one.inside)}</td>
              {fates.map((fate) => (
                <td key={fate} data-some={one[fate].length > 0}>
                  {format.number(one[fate].length)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Titles preview={preview} />
    </>
  );
}

function Titles({ preview }: { readonly preview: SnapshotPreview }) {
  const t = useTexts(backupTexts);
  const here = useRecordSet();
  const groups = fates.map((fate) => ({
    fate,
    records: preview.types.flatMap((one) => one[fate]),
    set: fate === 'appearing' ? preview.records : here,
  }));
  return groups
    .filter(({ records }) => records.length > 0)
    .map(({ fate, records, set }) => (
      <details key={fate} className={classes.titles}>
        <summary>
          {t(fate)}: {t('which')}
        </summary>
        <TitleList records={records} set={set} />
      </details>
    ));
}

function TitleList({ records, set }: { readonly records: readonly StoredRecord[]; readonly set: RecordSet }) {
  const t = useTexts(backupTexts);
  const language = useLanguage();
  const label = useLabel();
  const references = useMemo(() => referenceBookOf(set, language), [set, language]);
  return (
    <ul>
      {records.slice(0, titlesShown).map(({ type, id, values }) => {
        const definition = definitionOf(type);
        const title = definition.title(values, { language, references });
        return (
          <li key={id}>
            {label(definition.label.one)}: {title === '' ? t('untitled') : title}
          </li>
        );
      })}
      {records.length > titlesShown ? <li>{t('more', { count: records.length - titlesShown })}</li> : null}
    </ul>
  );
}
