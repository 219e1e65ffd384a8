import { ActionIcon, Button, Tabs } from '@mantine/core';
import { Copy, Trash2 } from 'lucide-react';
import { Suspense, useRef } from 'react';
import type { RecordId } from '../../../shared/core/ids.ts';
import { isFixedPlan } from '../../../shared/records/planVersions.ts';
import type { AnyRecordDefinition } from '../../../shared/schema/defineRecord.ts';
import type { AnyValues } from '../../../shared/schema/fieldSpec.ts';
import type { StoredRecord } from '../../../shared/sync/record.ts';
import { EvidenceCards } from '../../forms/EvidenceCards.tsx';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useRecord, useRecordSet } from '../../storage/StoreContext.tsx';
import { useRecordPanels } from '../../stores/recordPanels.tsx';
import { saveErrorText } from '../../stores/saveErrorTexts.ts';
import { useFormServices } from '../../stores/useFormServices.ts';
import { useRecordActions } from '../../stores/useRecordActions.ts';
import { useUndo } from '../../stores/useUndo.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { showToast } from '../../ui/toast.tsx';
import { EditForm } from './EditForm.tsx';
import { EvidencePanel, evidenceFieldsOf } from './EvidencePanel.tsx';
import { FixedPlanNotice } from './FixedPlanNotice.tsx';
import { PaneHead } from './PaneHead.tsx';
import { RecordHistory } from './RecordHistory.tsx';
import classes from './RecordPane.module.css';
import { recordTexts } from './recordsTexts.ts';
import { useFocusField } from './useFocusField.ts';

export interface RecordPaneProps {
  readonly definition: AnyRecordDefinition;
  /** Null when the address names no id. */
  readonly id: RecordId | null;
  /** Where the cursor goes first; null leaves it where it is. */
  readonly field: string | null;
  readonly onClose: () => void;
  readonly onDuplicate: (values: AnyValues) => void;
}

/** One record beside its list: its details to be edited, and what became of it. */
export function RecordPane({ id, ...props }: RecordPaneProps) {
  const { definition, onClose } = props;
  const t = useTexts(recordTexts);
  const record = useRecord(definition.type, id);
  if (record === null) {
    return (
      <section className={classes.pane}>
        <PaneHead definition={definition} title={t('missing')} onClose={onClose} />
        <EmptyState title={t('missing')} text={t('missingText')} />
      </section>
    );
  }
  return <KnownRecord {...props} record={record} />;
}

interface KnownRecordProps extends Omit<RecordPaneProps, 'id'> {
  readonly record: StoredRecord;
}

function KnownRecord({ definition, record, field, onClose, onDuplicate }: KnownRecordProps) {
  const t = useTexts(recordTexts);
  const language = useLanguage();
  const label = useLabel();
  const services = useFormServices();
  const panels = useRecordPanels(record.deleted ? null : definition.type);
  const title = definition.title(record.values, { language, references: services.references });
  const shownTitle = title === '' ? t('untitled') : title;
  const remove = useRemove(definition, record, shownTitle, onClose);
  const restore = useRestore(definition, record);
  const isFixed = isFixedPlan(useRecordSet(), definition.type, record.values);
  // Also what was deleted before the meeting: it approved the plan without this target.
  const staysDeleted = isFixed && definition.type === 'planLine';
  const pane = useRef<HTMLElement>(null);
  useFocusField(pane, field);
  const hasEvidence = !record.deleted && evidenceFieldsOf(definition).length > 0;
  return (
    <section ref={pane} className={classes.pane} aria-label={shownTitle}>
      <PaneHead
        definition={definition}
        title={shownTitle}
        meta={<Origin record={record} />}
        onClose={onClose}
        tools={
          record.deleted ? null : (
            <>
              <Tool label={t('duplicate')} onClick={() => onDuplicate(record.values)}>
                <Copy size={16} />
              </Tool>
              {isFixed ? null : (
                <Tool label={t('remove')} onClick={() => void remove()}>
                  <Trash2 size={16} />
                </Tool>
              )}
            </>
          )
        }
      />
      {record.deleted ? (
        <div className={classes.notice}>
          <Notice
            state="warn"
            actions={
              staysDeleted ? null : (
                <Button size="compact-sm" variant="default" onClick={() => void restore()}>
                  {t('restore')}
                </Button>
              )
            }
          >
            {t('deleted')}
          </Notice>
        </div>
      ) : null}
      {isFixed && (staysDeleted || !record.deleted) ? <FixedPlanNotice /> : null}
      <Tabs defaultValue={record.deleted ? 'history' : 'details'} className={classes.tabs} keepMounted>
        <Tabs.List className={classes.tabList}>
          <Tabs.Tab value="details">{t('details')}</Tabs.Tab>
          {panels.map(({ key, label: name }) => (
            <Tabs.Tab key={key} value={key}>
              {label(name)}
            </Tabs.Tab>
          ))}
          {hasEvidence ? <Tabs.Tab value="evidence">{t('evidence')}</Tabs.Tab> : null}
          <Tabs.Tab value="history">{t('history')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="details" className={classes.body}>
          {definition.type === 'evidence' && !record.deleted ? (
            <div className={classes.evidence}>
              <EvidenceCards services={services} ids={[record.id]} />
            </div>
          ) : null}
          <div inert={record.deleted || isFixed} className={classes.formBox}>
            <EditForm definition={definition} record={record} services={services} />
          </div>
        </Tabs.Panel>
        {panels.map(({ key, Panel }) => (
          <Tabs.Panel key={key} value={key} className={classes.body} keepMounted={false}>
            <Suspense fallback={null}>
              <Panel id={record.id} />
            </Suspense>
          </Tabs.Panel>
        ))}
        {hasEvidence ? (
          <Tabs.Panel value="evidence" className={classes.body}>
            <EvidencePanel definition={definition} record={record} services={services} />
          </Tabs.Panel>
        ) : null}
        <Tabs.Panel value="history" className={classes.body}>
          <RecordHistory definition={definition} id={record.id} isFixed={isFixed} />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}

function Tool(props: {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={props.label}
      title={props.label}
      onClick={props.onClick}
    >
      {props.children}
    </ActionIcon>
  );
}

function Origin({ record: { createdBy, createdAt, sample } }: { readonly record: StoredRecord }) {
  const t = useTexts(recordTexts);
  const format = useFormat();
  const date = createdAt === 0 ? null : format.dateTime(createdAt);
  const logged =
    date === null
      ? ''
      : createdBy === ''
        ? t('createdOn', { date })
        : t('createdBy', { name: createdBy, date });
  return [sample ? t('sample') : '', logged].filter((part) => part !== '').join(' · ');
}

function useRemove(
  definition: AnyRecordDefinition,
  record: StoredRecord,
  title: string,
  onClose: () => void,
): () => Promise<void> {
  const t = useTexts(recordTexts);
  const language = useLanguage();
  const actions = useRecordActions();
  const { toastWithUndo } = useUndo();
  return async () => {
    const removed = await actions.remove(definition.type, record.id);
    if (!removed.ok) return showToast({ message: saveErrorText(removed.error, language), failed: true });
    onClose();
    toastWithUndo(t('removed', { title }), removed.value.changeSet?.id ?? null);
  };
}

function useRestore(definition: AnyRecordDefinition, record: StoredRecord): () => Promise<void> {
  const language = useLanguage();
  const actions = useRecordActions();
  return async () => {
    const restored = await actions.restore(definition.type, record.id);
    if (!restored.ok) showToast({ message: saveErrorText(restored.error, language), failed: true });
  };
}
