import { Button } from '@mantine/core';
import { ArrowRight } from 'lucide-react';
import { useMemo } from 'react';
import { isRecordId, type RecordId } from '../../../shared/core/ids.ts';
import { canonicalJson } from '../../../shared/core/json.ts';
import { isFixedPlan } from '../../../shared/records/planVersions.ts';
import { referenceBookOf } from '../../../shared/records/recordSet.ts';
import type { AnyRecordDefinition } from '../../../shared/schema/defineRecord.ts';
import { currentValue } from '../../../shared/sync/pathVersions.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import type { RecordHistoryEntry } from '../../storage/fieldbookStore.ts';
import { useHistory, useRecord, useRecordSet } from '../../storage/StoreContext.tsx';
import { StateMark } from '../../ui/Notice.tsx';
import { groupHistory, type MarkedConflict, type ShownChange } from './groupHistory.ts';
import classes from './RecordPane.module.css';
import { recordTexts } from './recordsTexts.ts';
import { useRestoreValue } from './useRestoreValue.ts';

/** Every change of a record, the last first: when, who, from where, from what to what. */
export function RecordHistory({
  definition,
  id,
  isFixed = false,
}: {
  readonly definition: AnyRecordDefinition;
  readonly id: RecordId;
  /** No earlier value can be brought back. */
  readonly isFixed?: boolean;
}) {
  const t = useTexts(recordTexts);
  const language = useLanguage();
  const format = useFormat();
  const records = useRecordSet();
  const entries = useHistory(id);
  const record = useRecord(definition.type, id);
  const restore = useRestoreValue(definition, id);
  const canRestore = ({ path, value }: ShownChange): boolean =>
    record !== null &&
    !record.deleted &&
    !isFixed &&
    !(path === 'plan' && isRecordId(value) && isFixedPlan(records, definition.type, { plan: value })) &&
    canonicalJson(value) !== canonicalJson(currentValue(definition, record, path));
  const groups = useMemo(
    () =>
      entries === null
        ? null
        : groupHistory(definition, entries, {
            language,
            format,
            references: referenceBookOf(records, language),
          }),
    [entries, definition, language, format, records],
  );
  if (groups === null) return null;
  if (groups.length === 0) return <p className={classes.meta}>{t('noHistory')}</p>;
  return (
    <ol className={classes.entries}>
      {groups.map(({ changeSet, marks, changes, conflicts }) => (
        <li key={changeSet.id} className={classes.entry}>
          <p className={classes.entryHead}>
            <time className={classes.entryTime} dateTime={new Date(changeSet.at).toISOString()}>
              {format.dateTime(changeSet.at)}
            </time>
            <span>{changeSet.by === '' ? t('somebody') : changeSet.by}</span>
            <Source changeSet={changeSet} />
          </p>
          {marks.map((mark) => (
            <p key={mark} className={classes.changeValue}>
              {t(mark)}
            </p>
          ))}
          {conflicts.map((conflict) => (
            <Conflict key={conflict.id} conflict={conflict} />
          ))}
          <dl className={classes.changes}>
            {changes.map((change) => (
              <ChangeLine
                key={`${change.path} ${change.after}`}
                change={change}
                restore={canRestore(change) ? () => void restore(change) : null}
              />
            ))}
          </dl>
        </li>
      ))}
    </ol>
  );
}

function Source({ changeSet }: Pick<RecordHistoryEntry, 'changeSet'>) {
  const t = useTexts(recordTexts);
  const { kind, source } = changeSet;
  return <span className={classes.entrySource}>{textOf()}</span>;

  function textOf(): string {
    switch (kind) {
      case 'setup':
        return t('kindSetup');
      case 'edit':
        return t('kindEdit');
      case 'undo':
        return t('kindUndo');
      case 'sample':
        return t('kindSample');
      // A restore has no changes, so no record's history has one.
      case 'restore':
        return '';
      case 'import':
        return source === undefined ? t('kindImportUnnamed') : t('kindImport', { name: source.name });
    }
  }
}

function Conflict({ conflict: { kind, field, values } }: { readonly conflict: MarkedConflict }) {
  const t = useTexts(recordTexts);
  const label = field ?? t('conflictDeletion');
  return (
    <div className={classes.decided}>
      {kind === 'decided' ? (
        <StateMark state="info">{t('conflictDecided', { field: label })}</StateMark>
      ) : (
        <StateMark state="warn">{t('conflictReopened', { field: label })}</StateMark>
      )}
      {values.length === 0 ? null : (
        <ul className={classes.decidedValues}>
          {values.map((value) => (
            <li key={value ?? ''} className={classes.changeValue}>
              {value ?? t('empty')}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface ChangeLineProps {
  readonly change: ShownChange;
  /** Null for what is so already. */
  readonly restore: (() => void) | null;
}

function ChangeLine({ change, restore }: ChangeLineProps) {
  const t = useTexts(recordTexts);
  const { field, before, after, element } = change;
  if (element) {
    const value = after ?? before ?? '';
    return (
      <div className={classes.change}>
        <dt className={classes.changeField}>{field}</dt>
        <dd className={classes.changeValue}>
          {after === null ? t('elementRemoved', { value }) : t('elementAdded', { value })}
          <Restore change={change} restore={restore} />
        </dd>
      </div>
    );
  }
  return (
    <div className={classes.change}>
      <dt className={classes.changeField}>{field}</dt>
      <dd className={classes.changeValue}>
        {before === null ? null : (
          <>
            <del className={classes.before}>{before}</del>
            <ArrowRight size={14} className={classes.arrow} role="img" aria-label={t('became')} />
          </>
        )}
        {after ?? t('empty')}
        <Restore change={change} restore={restore} />
      </dd>
    </div>
  );
}

function Restore({ change: { field, after }, restore }: ChangeLineProps) {
  const t = useTexts(recordTexts);
  if (restore === null) return null;
  return (
    <Button
      className={classes.restore}
      variant="subtle"
      size="compact-xs"
      aria-label={t('restoreValueOf', { field, value: after ?? t('empty') })}
      onClick={restore}
    >
      {t('restoreValue')}
    </Button>
  );
}
