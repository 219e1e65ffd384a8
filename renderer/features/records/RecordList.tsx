import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import type { RecordId } from '../../../shared/core/ids.ts';
import type { AnyRecordDefinition } from '../../../shared/schema/defineRecord.ts';
import { inSentence } from '../../i18n/inSentence.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { paths } from '../../stores/paths.ts';
import { sectionOf, sectionTabs } from '../../stores/recordSections.ts';
import { useSession, useSettings } from '../../stores/services.tsx';
import { isGivenByWorkspace } from '../../stores/useFormServices.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TabLinks } from '../../ui/TabLinks.tsx';
import { TypeIcon } from '../../ui/TypeIcon.tsx';
import { EvidenceGaps } from './EvidenceGaps.tsx';
import { emptyText } from './emptyTexts.ts';
import { FilterBar } from './FilterBar.tsx';
import { ListGrid } from './ListGrid.tsx';
import { listColumns } from './listColumns.ts';
import { useListState } from './listState.ts';
import classes from './Records.module.css';
import { recordsTexts } from './recordsTexts.ts';
import { useListRows } from './useListRows.ts';

export interface RecordListProps {
  readonly definition: AnyRecordDefinition;
  readonly openId: RecordId | null;
  /** A record stands beside the list, so that it has less room. */
  readonly isSplit: boolean;
  readonly onOpen: (id: RecordId) => void;
}

/** All records of a type: searched, filtered, sorted, added up. */
export function RecordList({ definition, openId, isSplit, onOpen }: RecordListProps) {
  const t = useTexts(recordsTexts);
  const label = useLabel();
  const format = useFormat();
  const language = useLanguage();
  const { listColumns: chosen, compactRows, workspace } = useSettings();
  const select = useSession((session) => session.select);
  const [state, change] = useListState(definition);
  const { all, shown } = useListRows(definition, state);
  // Where other centers' records stand in the list too, it has to say which is whose.
  const ofOneCenter =
    workspace?.kind === 'center' && all.every(({ centerId }) => centerId === workspace.centerId);
  const isGiven = (field: string): boolean => ofOneCenter && isGivenByWorkspace(definition, field, workspace);
  const columns = listColumns(definition, chosen[definition.type], isGiven);
  const section = sectionOf(definition.type);
  const showAll = () => {
    select(null);
    change({ query: '', filters: {}, named: [] });
  };
  const addButton = (
    <Button component={Link} to={paths.newRecord(definition.type)} leftSection={<Plus size={16} />} size="sm">
      {t('add', { type: inSentence(definition.label.one, language) })}
    </Button>
  );
  const count =
    shown.length === all.length
      ? t('count', { count: all.length })
      : t('countOf', { count: format.number(shown.length), total: format.number(all.length) });
  return (
    <div className={classes.list}>
      {section === null ? null : (
        <TabLinks
          label={section.label}
          tabs={sectionTabs(section)}
          current={paths.records(definition.type)}
        />
      )}
      <div className={classes.head}>
        <h1 className={classes.title}>{label(definition.label.many)}</h1>
        {all.length === 0 ? null : addButton}
      </div>
      {definition.type === 'evidence' ? <EvidenceGaps /> : null}
      {all.length === 0 ? (
        <EmptyState
          icon={<TypeIcon type={definition.type} size={24} />}
          title={label(emptyText(definition.type).title)}
          text={label(emptyText(definition.type).text)}
          actions={addButton}
        />
      ) : (
        <>
          <FilterBar
            definition={definition}
            records={all}
            narrow={isSplit}
            state={state}
            isGiven={isGiven}
            onChange={change}
          />
          {shown.length === 0 ? (
            <EmptyState
              title={t('noHit')}
              text={t('noHitText')}
              actions={
                <Button variant="default" onClick={showAll}>
                  {t('clearAll')}
                </Button>
              }
            />
          ) : (
            <ListGrid
              definition={definition}
              columns={columns}
              records={shown}
              narrowedBy={JSON.stringify([state.query, state.filters, state.named])}
              sorting={state.sorting}
              onSorting={(sorting) => change({ sorting })}
              openId={openId}
              onOpen={onOpen}
              rowHeight={compactRows ? 28 : 36}
              fit={isSplit || chosen[definition.type] === undefined}
            />
          )}
          <div className={classes.status} role="status">
            {count}
          </div>
        </>
      )}
    </div>
  );
}
